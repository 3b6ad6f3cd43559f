/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-edit-private.h"

/* Which steps are one typing, so that undo takes it back as one. */

/* A copy of a step that may be joined later, NULL when the step is no typing. */

GjEdit *
_gj_edit_copy_typing (const GjEdit *self)
{
  const GjChange *change;
  GjChange copy;
  GjEdit *edit;

  if (self->changes->len != 1)
    return NULL;

  change = gj_edit_get_change (self, 0);
  if (change->kind != GJ_CHANGE_TEXT && change->kind != GJ_CHANGE_FIELD &&
      change->kind != GJ_CHANGE_HEADING && change->kind != GJ_CHANGE_SETTING)
    return NULL;

  copy = *change;
  copy.name = g_strdup (change->name);
  copy.old_text = g_strdup (change->old_text);
  copy.new_text = g_strdup (change->new_text);

  edit = gj_edit_new (self->label);
  g_array_append_val (edit->changes, copy);

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

static gboolean
join_text (GjChange       *self,
           const GjChange *next)
{
  gboolean self_removes = *self->new_text == '\0';
  gboolean next_removes = *next->new_text == '\0';

  if (self->block != next->block || self_removes != next_removes)
    return FALSE;

  if (!next_removes)
    {
      if (*next->old_text != '\0' ||
          next->offset != self->offset + g_utf8_strlen (self->new_text, -1))
        return FALSE;
      append_text (&self->new_text, next->new_text);
      return TRUE;
    }

  if (next->offset == self->offset)
    {
      append_text (&self->old_text, next->old_text);
      return TRUE;
    }

  if (next->offset + g_utf8_strlen (next->old_text, -1) == self->offset)
    {
      prepend_text (&self->old_text, next->old_text);
      self->offset = next->offset;
      return TRUE;
    }

  return FALSE;
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

  if (self->changes->len != 1 || next->changes->len != 1 ||
      !g_str_equal (self->label, next->label))
    return FALSE;

  last = &g_array_index (self->changes, GjChange, 0);
  change = gj_edit_get_change (next, 0);
  if (last->kind != change->kind || last->index != change->index)
    return FALSE;

  switch (last->kind)
    {
    case GJ_CHANGE_TEXT:
      return join_text (last, change);
    case GJ_CHANGE_FIELD:
    case GJ_CHANGE_HEADING:
    case GJ_CHANGE_SETTING:
      return join_value (last, change);
    case GJ_CHANGE_CELL:
    case GJ_CHANGE_BLOCKS:
    case GJ_CHANGE_VARIANT:
    case GJ_CHANGE_DECISION:
    case GJ_CHANGE_COMMENT:
    default:
      return FALSE;
    }
}
