/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-narrative.h"

#include <string.h>

#include "gj-block-private.h"

/* A narrative is counted atomically: a snapshot in another thread shares it with the
 * report that is being edited. Its blocks lie behind it, in one piece of memory. */

struct _GjNarrative
{
  guint    n_blocks;
  GjBlock *blocks[];
};

static void
narrative_clear (gpointer data)
{
  GjNarrative *self = data;

  for (guint i = 0; i < self->n_blocks; i++)
    gj_block_unref (self->blocks[i]);
}

static GjNarrative *
narrative_alloc (guint n_blocks)
{
  GjNarrative *self = g_atomic_rc_box_alloc (sizeof (GjNarrative) + n_blocks * sizeof (GjBlock *));

  self->n_blocks = n_blocks;

  return self;
}

/**
 * gj_narrative_new:
 * @blocks: (array length=n_blocks) (transfer none) (nullable): the blocks
 * @n_blocks: how many
 *
 * Returns: (transfer full): a narrative of these blocks
 */
GjNarrative *
gj_narrative_new (GjBlock *const *blocks,
                  guint           n_blocks)
{
  GjNarrative *self;

  g_return_val_if_fail (blocks != NULL || n_blocks == 0, NULL);

  self = narrative_alloc (n_blocks);
  for (guint i = 0; i < n_blocks; i++)
    self->blocks[i] = gj_block_ref (blocks[i]);

  return self;
}

static guint
count_lines (const char *text)
{
  guint n = 1;

  for (const char *at = strchr (text, '\n'); at != NULL; at = strchr (at + 1, '\n'))
    n++;

  return n;
}

/**
 * gj_narrative_new_for_text:
 * @text: text, UTF-8
 *
 * Makes a narrative of paragraphs, one for each line of @text; an empty @text gives an
 * empty narrative. A carriage return before a line feed belongs to the line's end.
 *
 * Returns: (transfer full): the narrative
 */
GjNarrative *
gj_narrative_new_for_text (const char *text)
{
  GjNarrative *self;
  const char *at = text;

  g_return_val_if_fail (text != NULL, NULL);

  if (*text == '\0')
    return narrative_alloc (0);

  self = narrative_alloc (count_lines (text));
  for (guint i = 0; i < self->n_blocks; i++)
    {
      const char *end = at + strcspn (at, "\n");
      gsize length = end - at;

      if (*end == '\n' && length > 0 && end[-1] == '\r')
        length--;
      self->blocks[i] = _gj_block_new_line (at, length);
      at = end + 1;
    }

  return self;
}

/**
 * gj_narrative_ref:
 * @self: a narrative
 *
 * Returns: (transfer full): @self
 */
GjNarrative *
gj_narrative_ref (GjNarrative *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * gj_narrative_unref:
 * @self: (transfer full): a narrative
 */
void
gj_narrative_unref (GjNarrative *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, narrative_clear);
}

/**
 * gj_narrative_get_n_blocks:
 * @self: a narrative
 *
 * Returns: how many blocks it has
 */
guint
gj_narrative_get_n_blocks (const GjNarrative *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_blocks;
}

/**
 * gj_narrative_get_block:
 * @self: a narrative
 * @index: which block
 *
 * Returns: (transfer none): the block
 */
GjBlock *
gj_narrative_get_block (const GjNarrative *self,
                        guint              index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->n_blocks, NULL);

  return self->blocks[index];
}

/**
 * gj_narrative_dup_text:
 * @self: a narrative
 *
 * Joins the paragraphs by one line feed; pictures and the table leave no trace. Places in
 * this text are counted in Unicode code points.
 *
 * Returns: (transfer full): the text
 */
char *
gj_narrative_dup_text (const GjNarrative *self)
{
  GString *text;
  gboolean first = TRUE;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < self->n_blocks; i++)
    {
      const char *line = gj_block_get_text (self->blocks[i]);

      if (line == NULL)
        continue;
      if (!first)
        g_string_append_c (text, '\n');
      g_string_append (text, line);
      first = FALSE;
    }

  return g_string_free (text, FALSE);
}

/**
 * gj_narrative_is_empty:
 * @self: a narrative
 *
 * Returns: whether nothing is written: no picture and no paragraph with any text in it.
 *          The place of the table does not count.
 */
gboolean
gj_narrative_is_empty (const GjNarrative *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  for (guint i = 0; i < self->n_blocks; i++)
    {
      const GjBlock *block = self->blocks[i];
      const char *text = gj_block_get_text (block);

      if (gj_block_get_kind (block) == GJ_BLOCK_PICTURE)
        return FALSE;
      if (text != NULL && *text != '\0')
        return FALSE;
    }

  return TRUE;
}

/**
 * gj_narrative_equal:
 * @a: a narrative
 * @b: another one
 *
 * Returns: whether both hold the same blocks
 */
gboolean
gj_narrative_equal (const GjNarrative *a,
                    const GjNarrative *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  if (a == b)
    return TRUE;
  if (a->n_blocks != b->n_blocks)
    return FALSE;

  for (guint i = 0; i < a->n_blocks; i++)
    if (!gj_block_equal (a->blocks[i], b->blocks[i]))
      return FALSE;

  return TRUE;
}

/**
 * gj_narrative_splice:
 * @self: a narrative
 * @position: where
 * @n_removed: how many blocks to leave out from there on
 * @added: (array length=n_added) (transfer none) (nullable): blocks to put in their place
 * @n_added: how many
 *
 * Returns: (transfer full): a new narrative that shares the other blocks with @self
 */
GjNarrative *
gj_narrative_splice (GjNarrative    *self,
                     guint           position,
                     guint           n_removed,
                     GjBlock *const *added,
                     guint           n_added)
{
  GjNarrative *copy;
  guint n = 0;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position <= self->n_blocks, NULL);
  g_return_val_if_fail (n_removed <= self->n_blocks - position, NULL);
  g_return_val_if_fail (added != NULL || n_added == 0, NULL);

  copy = narrative_alloc (self->n_blocks - n_removed + n_added);
  for (guint i = 0; i < position; i++)
    copy->blocks[n++] = gj_block_ref (self->blocks[i]);
  for (guint i = 0; i < n_added; i++)
    copy->blocks[n++] = gj_block_ref (added[i]);
  for (guint i = position + n_removed; i < self->n_blocks; i++)
    copy->blocks[n++] = gj_block_ref (self->blocks[i]);

  return copy;
}
