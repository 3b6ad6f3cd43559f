/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-steps.h"

#include "gj-edit-private.h"

#define MAX_STEPS 10000

static GjEdit *
step_at (const GjSteps *self,
         guint          index)
{
  return g_ptr_array_index (self->edits, index);
}

static void
drop_undone (GjSteps *self)
{
  if (self->saved > (int) self->position)
    self->saved = GJ_NOWHERE;
  if (self->saving > (int) self->position)
    self->saving = GJ_NOWHERE;

  g_ptr_array_set_size (self->edits, self->position);
}

static void
drop_oldest (GjSteps *self)
{
  guint n;

  if (self->edits->len <= MAX_STEPS)
    return;

  n = self->edits->len - MAX_STEPS;
  g_ptr_array_remove_range (self->edits, 0, n);
  self->position -= n;
  self->saved = MAX (self->saved - (int) n, GJ_NOWHERE);
  self->saving = MAX (self->saving - (int) n, GJ_NOWHERE);
}

static void
take (GjSteps *self,
      GjEdit  *edit)
{
  drop_undone (self);
  g_ptr_array_add (self->edits, edit);
  self->position++;
  drop_oldest (self);
}

void
_gj_steps_init (GjSteps *self)
{
  *self = (GjSteps) { NULL };
  self->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_edit_unref);
}

void
_gj_steps_clear (GjSteps *self)
{
  g_clear_pointer (&self->edits, g_ptr_array_unref);
}

/* The step that would be taken back, or NULL. */

GjEdit *
_gj_steps_get_undo (const GjSteps *self)
{
  return self->position > 0 ? step_at (self, self->position - 1) : NULL;
}

/* The step that would be made again, or NULL. */

GjEdit *
_gj_steps_get_redo (const GjSteps *self)
{
  return self->position < self->edits->len ? step_at (self, self->position) : NULL;
}

/* Adds a step after the last one made. What was undone is gone. */

void
_gj_steps_add (GjSteps *self,
               GjEdit  *edit)
{
  self->open = FALSE;
  take (self, gj_edit_ref (edit));
}

/* Adds a step of typing: the open step takes it in, or it is the open step from now on. */

void
_gj_steps_add_typing (GjSteps *self,
                      GjEdit  *edit)
{
  GjEdit *typing;

  if (self->open && self->position > 0 && gj_edit_join (_gj_steps_get_undo (self), edit))
    return;

  typing = _gj_edit_copy_typing (edit);
  self->open = typing != NULL;
  take (self, typing != NULL ? typing : gj_edit_ref (edit));
}

void
_gj_steps_close (GjSteps *self)
{
  self->open = FALSE;
}

/* Goes back behind the step made last, which is returned, or NULL. */

GjEdit *
_gj_steps_back (GjSteps *self)
{
  if (self->position == 0)
    return NULL;

  self->open = FALSE;
  self->position--;

  return gj_edit_ref (step_at (self, self->position));
}

/* Goes forward over the step undone last, which is returned, or NULL. */

GjEdit *
_gj_steps_forward (GjSteps *self)
{
  if (self->position == self->edits->len)
    return NULL;

  self->open = FALSE;
  self->position++;

  return gj_edit_ref (step_at (self, self->position - 1));
}

void
_gj_steps_begin_save (GjSteps *self)
{
  self->open = FALSE;
  self->saving = (int) self->position;
}

void
_gj_steps_mark_saved (GjSteps *self,
                      int      position)
{
  self->open = FALSE;
  self->saved = position;
}

gboolean
_gj_steps_is_modified (const GjSteps *self)
{
  return self->saved != (int) self->position;
}
