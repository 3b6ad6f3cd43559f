/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-edit-private.h"

#include <string.h>

#include "gj-report-private.h"

/* Changes of a narrative: characters inside a paragraph, and whole blocks. What earlier
 * changes of the same step do to a narrative is kept as a draft of it, so that a later
 * change finds the text that it will really meet. */

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

static void
draft_unref (gpointer narrative)
{
  if (narrative != NULL)
    gj_narrative_unref (narrative);
}

static GjNarrative *
get_draft (GjEdit   *self,
           GjReport *report,
           guint     section)
{
  GjNarrative *draft = NULL;

  if (self->drafts != NULL && section < self->drafts->len)
    draft = g_ptr_array_index (self->drafts, section);

  return draft != NULL ? draft : report->narratives[section];
}

static void
take_draft (GjEdit      *self,
            guint        section,
            GjNarrative *draft)
{
  if (self->drafts == NULL)
    self->drafts = g_ptr_array_new_with_free_func (draft_unref);
  if (section >= self->drafts->len)
    g_ptr_array_set_size (self->drafts, section + 1);

  draft_unref (g_ptr_array_index (self->drafts, section));
  g_ptr_array_index (self->drafts, section) = draft;
}

/* Takes the change over when it fits the narrative that it will meet. */

static void
take_narrative_change (GjEdit   *self,
                       GjReport *report,
                       GjChange *change)
{
  GjNarrative *before = get_draft (self, report, change->index);
  GjNarrative *after = _gj_change_narrative (before, change, FALSE);

  if (after == NULL)
    {
      _gj_change_clear (change);
      g_return_if_reached ();
    }

  if (change->kind == GJ_CHANGE_TEXT)
    change->shift = _gj_text_shift_in_block (before, change->block, change->offset,
                                             change->old_text, change->new_text);
  else
    change->shift = _gj_text_shift_between (before, after);

  take_draft (self, change->index, after);
  _gj_edit_fit_comments (self, report, change);
  g_array_append_vals (self->changes, change, 1);
}

/**
 * gj_edit_change_text:
 * @self: a step
 * @report: the report that it is built for
 * @section: a section, or the preface
 * @block: a paragraph of it
 * @offset: place in the paragraph, in Unicode code points
 * @removed: what stands there and goes
 * @inserted: what comes in its place, without line feeds
 *
 * Changes characters inside a paragraph. @block and @offset count in the narrative as
 * the earlier changes of the step leave it.
 */
void
gj_edit_change_text (GjEdit     *self,
                     GjReport   *report,
                     guint       section,
                     guint       block,
                     guint       offset,
                     const char *removed,
                     const char *inserted)
{
  GjChange change = { GJ_CHANGE_TEXT, section, NULL, block, offset };

  g_return_if_fail (self != NULL);
  g_return_if_fail (GJ_IS_REPORT (report));
  g_return_if_fail (section <= report->n_sections);
  g_return_if_fail (removed != NULL && g_utf8_validate (removed, -1, NULL));
  g_return_if_fail (inserted != NULL && g_utf8_validate (inserted, -1, NULL));
  g_return_if_fail (strchr (inserted, '\n') == NULL);

  if (g_str_equal (removed, inserted))
    return;

  change.old_text = g_strdup (removed);
  change.new_text = g_strdup (inserted);
  take_narrative_change (self, report, &change);
}

static GPtrArray *
blocks_new (GjBlock *const *blocks,
            guint           n_blocks)
{
  GPtrArray *array = g_ptr_array_new_full (n_blocks, (GDestroyNotify) gj_block_unref);

  for (guint i = 0; i < n_blocks; i++)
    g_ptr_array_add (array, gj_block_ref (blocks[i]));

  return array;
}

static gboolean
blocks_equal (GPtrArray *a,
              GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!gj_block_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;

  return TRUE;
}

/**
 * gj_edit_change_blocks:
 * @self: a step
 * @report: the report that it is built for
 * @section: a section, or the preface
 * @position: the first block
 * @n_removed: how many blocks go
 * @added: (array length=n_added) (nullable): blocks that come in their place
 * @n_added: how many
 *
 * Changes whole blocks. @position counts in the narrative as the earlier changes of the
 * step leave it.
 */
void
gj_edit_change_blocks (GjEdit         *self,
                       GjReport       *report,
                       guint           section,
                       guint           position,
                       guint           n_removed,
                       GjBlock *const *added,
                       guint           n_added)
{
  GjChange change = { GJ_CHANGE_BLOCKS, section, NULL, position };
  GjNarrative *before;

  g_return_if_fail (self != NULL);
  g_return_if_fail (GJ_IS_REPORT (report));
  g_return_if_fail (section <= report->n_sections);
  g_return_if_fail (added != NULL || n_added == 0);

  before = get_draft (self, report, section);
  g_return_if_fail (position <= gj_narrative_get_n_blocks (before));
  g_return_if_fail (n_removed <= gj_narrative_get_n_blocks (before) - position);

  change.new_blocks = blocks_new (added, n_added);
  change.old_blocks = blocks_new (NULL, 0);
  for (guint i = 0; i < n_removed; i++)
    g_ptr_array_add (change.old_blocks,
                     gj_block_ref (gj_narrative_get_block (before, position + i)));

  if (blocks_equal (change.old_blocks, change.new_blocks))
    _gj_change_clear (&change);
  else
    take_narrative_change (self, report, &change);
}
