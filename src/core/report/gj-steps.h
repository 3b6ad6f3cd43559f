/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-edit.h"

G_BEGIN_DECLS

/* The steps of a history. Those before the position have been made, those from it on
 * undone. The saved mark is the position at which the report was saved, or GJ_NOWHERE
 * when no undo or redo leads there any more; the saving mark is the same for a save that
 * is under way. Only an open step, always the last one made, takes more typing; it is a
 * copy of the list's own, so a step that somebody else holds never changes. */

#define GJ_NOWHERE -1

typedef struct
{
  GPtrArray *edits;
  guint      position;
  int        saved;
  int        saving;
  gboolean   open;
} GjSteps;

void     _gj_steps_init          (GjSteps       *self);
void     _gj_steps_clear         (GjSteps       *self);
GjEdit * _gj_steps_get_undo      (const GjSteps *self);
GjEdit * _gj_steps_get_redo      (const GjSteps *self);
void     _gj_steps_add           (GjSteps       *self,
                                  GjEdit        *edit);
void     _gj_steps_add_typing    (GjSteps       *self,
                                  GjEdit        *edit);
void     _gj_steps_close         (GjSteps       *self);
GjEdit * _gj_steps_back          (GjSteps       *self);
GjEdit * _gj_steps_forward       (GjSteps       *self);
void     _gj_steps_begin_save    (GjSteps       *self);
void     _gj_steps_mark_saved    (GjSteps       *self,
                                  int            position);
gboolean _gj_steps_is_modified   (const GjSteps *self);

G_END_DECLS
