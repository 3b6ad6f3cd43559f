/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

#define GJ_TYPE_AUTOSAVE (gj_autosave_get_type ())

/* Keeps what is typed: every step of a history, and the text being typed, goes to a
 * journal on disk within three seconds. Properties: kept (everything is on disk) and
 * problem (why it could not be kept, or NULL). */

G_DECLARE_FINAL_TYPE (GjAutosave, gj_autosave, GJ, AUTOSAVE, GObject)

GjAutosave *gj_autosave_new         (GjHistory   *history,
                                     const char  *directory,
                                     const char  *file_uri);
gboolean    gj_autosave_is_kept     (GjAutosave  *self);
const char *gj_autosave_get_problem (GjAutosave  *self);
void        gj_autosave_set_draft   (GjAutosave  *self,
                                     guint        cell,
                                     const char  *text);
void        gj_autosave_rebase      (GjAutosave  *self,
                                     GjReport    *base,
                                     const char  *file_uri);

/* Waits until everything is on disk. */

void        gj_autosave_flush       (GjAutosave  *self);

/* The work is saved or given up: nothing is to be offered at the next start. */

void        gj_autosave_discard     (GjAutosave  *self);

/* Where the journals of this person's open reports are. */

char *      gj_autosave_dup_directory (void);

G_END_DECLS
