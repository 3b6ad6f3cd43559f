/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-edit-private.h"

/* Which steps are one typing, so that undo takes it back as one. */

/* Typing changes one thing; before it comes only what makes comments fit. */

static gboolean
is_typing (const GjEdit *self)
{
  guint n_changes = self->changes->len;

  if (n_changes == 0)
    return FALSE;

  for (guint i = 0; i + 1 < n_changes; i++)
    if (gj_edit_get_change (self, i)->kind != GJ_CHANGE_COMMENT)
      return FALSE;

  switch (gj_edit_get_change (self, n_changes - 1)->kind)
    {
    case GJ_CHANGE_TEXT:
      return TRUE;
    case GJ_CHANGE_FIELD:
    case GJ_CHANGE_HEADING:
    case GJ_CHANGE_SETTING:
      return n_changes == 1;
    case GJ_CHANGE_CELL:
    case GJ_CHANGE_BLOCKS:
    case GJ_CHANGE_VARIANT:
    case GJ_CHANGE_DECISION:
    case GJ_CHANGE_COMMENT:
    default:
      return FALSE;
    }
}

static void
append_copy (GjEdit         *self,
             const GjChange *change)
{
  GjChange copy = *change;

  copy.name = g_strdup (change->name);
  copy.old_text = g_strdup (change->old_text);
  copy.new_text = g_strdup (change->new_text);
  if (change->old_comment != NULL)
    gj_comment_ref (change->old_comment);
  if (change->new_comment != NULL)
    gj_comment_ref (change->new_comment);

  g_array_append_val (self->changes, copy);
}

static void
append_copies (GjEdit       *self,
               const GjEdit *next)
{
  for (guint i = 0; i < next->changes->len; i++)
    append_copy (self, gj_edit_get_change (next, i));
}

/* A copy of a step that may be joined later, NULL when the step is no typing. */

GjEdit *
_gj_edit_copy_typing (const GjEdit *self)
{
  GjEdit *edit;

  if (!is_typing (self))
    return NULL;

  edit = gj_edit_new (self->label);
  append_copies (edit, self);

  return edit;
}

static void
append_text (char       **text,
             const char  *more)
{
  char *joined = g_strconcat (*text, more, NULL);

  g_free (*text);
  *text = joined;
}

static void
prepend_text (char       **text,
              const char  *more)
{
  char *joined = g_strconcat (more, *text, NULL);

  g_free (*text);
  *text = joined;
}

/* Whether one goes on where the other has stopped. */

static gboolean
continues_text (const GjChange *self,
                const GjChange *next)
{
  gboolean self_removes = *self->new_text == '\0';
  gboolean next_removes = *next->new_text == '\0';

  if (self->block != next->block || self_removes != next_removes)
    return FALSE;

  if (!next_removes)
    return *next->old_text == '\0' &&
           next->offset == self->offset + g_utf8_strlen (self->new_text, -1);

  return next->offset == self->offset ||
         next->offset + g_utf8_strlen (next->old_text, -1) == self->offset;
}

/* Words of a comment that were replaced end before what is written behind them: as one
 * change both would be within. */

static gboolean
is_one_shift (const GjChange *self,
              const GjChange *next)
{
  return *next->new_text == '\0' || *self->old_text == '\0';
}

static void
join_text (GjChange       *self,
           const GjChange *next)
{
  self->shift.n_added += next->shift.n_added;
  self->shift.n_removed += next->shift.n_removed;

  if (*next->new_text != '\0')
    append_text (&self->new_text, next->new_text);
  else if (next->offset == self->offset)
    append_text (&self->old_text, next->old_text);
  else
    {
      prepend_text (&self->old_text, next->old_text);
      self->offset = next->offset;
      self->shift.at = next->shift.at;
    }
}

static gboolean
join_value (GjChange       *self,
            const GjChange *next)
{
  if (g_strcmp0 (self->name, next->name) != 0 ||
      g_strcmp0 (self->new_text, next->old_text) != 0 ||
      g_strcmp0 (self->old_text, next->new_text) == 0)
    return FALSE;

  g_free (self->new_text);
  self->new_text = g_strdup (next->new_text);

  return TRUE;
}

/**
 * gj_edit_join:
 * @self: a step
 * @next: the step made right after it
 *
 * Joins @next into @self when both are one typing under one label: characters inserted
 * one behind the other, or taken away by Backspace or Delete, in one paragraph; or the
 * same field, heading or setting changed again.
 *
 * Returns: whether @self now does what both did
 */
gboolean
gj_edit_join (GjEdit *self,
              GjEdit *next)
{
  GjChange *last;
  const GjChange *change;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (next != NULL, FALSE);
  g_return_val_if_fail (self != next, FALSE);

  if (self->changes->len == 0 || !is_typing (next) || !g_str_equal (self->label, next->label))
    return FALSE;

  last = &g_array_index (self->changes, GjChange, self->changes->len - 1);
  change = gj_edit_get_change (next, next->changes->len - 1);
  if (last->kind != change->kind || last->index != change->index)
    return FALSE;

  if (last->kind != GJ_CHANGE_TEXT)
    return self->changes->len == 1 && join_value (last, change);

  if (!continues_text (last, change))
    return FALSE;

  if (next->changes->len == 1 && is_one_shift (last, change))
    join_text (last, change);
  else
    append_copies (self, next);

  return TRUE;
}
