/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-report.h"

G_BEGIN_DECLS

#define GJ_TYPE_HISTORY (gj_history_get_type ())

G_DECLARE_FINAL_TYPE (GjHistory, gj_history, GJ, HISTORY, GObject)

/* Properties: can-undo, can-redo, undo-label, redo-label, modified. Signal: "edited"
 * (GjEdit *edit, gboolean reverted) after every step, undone and redone ones included. */

GjHistory * gj_history_new            (GjReport   *report);
GjReport *  gj_history_get_report     (GjHistory  *self);
void        gj_history_push           (GjHistory  *self,
                                       GjEdit     *edit);
void        gj_history_push_joined    (GjHistory  *self,
                                       GjEdit     *edit);
void        gj_history_close_step     (GjHistory  *self);
gboolean    gj_history_undo           (GjHistory  *self);
gboolean    gj_history_redo           (GjHistory  *self);
gboolean    gj_history_can_undo       (GjHistory  *self);
gboolean    gj_history_can_redo       (GjHistory  *self);
const char *gj_history_get_undo_label (GjHistory  *self);
const char *gj_history_get_redo_label (GjHistory  *self);
void        gj_history_begin_save     (GjHistory  *self);
void        gj_history_end_save       (GjHistory  *self,
                                       gboolean    saved);
void        gj_history_mark_saved     (GjHistory  *self);
void        gj_history_mark_unsaved   (GjHistory  *self);
gboolean    gj_history_is_modified    (GjHistory  *self);

G_END_DECLS
