/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-edit.h"

#include <string.h>

#include "gj-edit-private.h"
#include "gj-report-private.h"

/* What a change makes of a narrative, and which steps are one typing. */

static const char *
text_after (const char *text,
            guint       offset)
{
  for (guint i = 0; i < offset; i++)
    {
      if (*text == '\0')
        return NULL;
      text = g_utf8_next_char (text);
    }

  return text;
}

static GjNarrative *
change_text (GjNarrative *narrative,
             guint        index,
             guint        offset,
             const char  *removed,
             const char  *inserted)
{
  g_autoptr (GjBlock) block = NULL;
  g_autofree char *changed = NULL;
  const char *text;
  const char *at;

  if (index >= gj_narrative_get_n_blocks (narrative))
    return NULL;

  text = gj_block_get_text (gj_narrative_get_block (narrative, index));
  if (text == NULL)
    return NULL;

  at = text_after (text, offset);
  if (at == NULL || !g_str_has_prefix (at, removed))
    return NULL;

  changed = g_strdup_printf ("%.*s%s%s", (int) (at - text), text, inserted,
                             at + strlen (removed));
  block = gj_block_new_paragraph (changed);

  return gj_narrative_splice (narrative, index, 1, &block, 1);
}

static GjNarrative *
change_blocks (GjNarrative *narrative,
               guint        position,
               GPtrArray   *removed,
               GPtrArray   *added)
{
  guint n_blocks = gj_narrative_get_n_blocks (narrative);

  if (position > n_blocks || removed->len > n_blocks - position)
    return NULL;

  return gj_narrative_splice (narrative, position, removed->len,
                              (GjBlock *const *) added->pdata, added->len);
}

GjNarrative *
_gj_change_narrative (GjNarrative    *narrative,
                      const GjChange *change,
                      gboolean        reverted)
{
  if (change->kind == GJ_CHANGE_TEXT)
    return change_text (narrative, change->block, change->offset,
                        reverted ? change->new_text : change->old_text,
                        reverted ? change->old_text : change->new_text);

  return change_blocks (narrative, change->block,
                        reverted ? change->new_blocks : change->old_blocks,
                        reverted ? change->old_blocks : change->new_blocks);
}

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
