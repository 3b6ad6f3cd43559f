/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-raw-block.h"

static void
raw_cell_free (gpointer data)
{
  GjRawCell *self = data;

  g_free (self->text);
  g_free (self);
}

static void
raw_row_free (gpointer data)
{
  GjRawRow *self = data;

  g_ptr_array_unref (self->cells);
  g_free (self);
}

static char *
dup_text (const char *text,
          gssize      length)
{
  return length < 0 ? g_strdup (text) : g_strndup (text, length);
}

/**
 * gj_raw_block_new_paragraph:
 * @text: the paragraph's text
 * @length: its length in bytes, or -1 when it ends with NUL
 * @line: the place in the source
 *
 * Returns: (transfer full): a block
 */
GjRawBlock *
gj_raw_block_new_paragraph (const char *text,
                            gssize      length,
                            guint       line)
{
  GjRawBlock *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (GjRawBlock, 1);
  self->kind = GJ_RAW_PARAGRAPH;
  self->text = dup_text (text, length);
  self->line = line;

  return self;
}

/**
 * gj_raw_block_new_grid:
 * @line: the place in the source
 *
 * Returns: (transfer full): a grid without rows
 */
GjRawBlock *
gj_raw_block_new_grid (guint line)
{
  GjRawBlock *self = g_new0 (GjRawBlock, 1);

  self->kind = GJ_RAW_GRID;
  self->rows = g_ptr_array_new_with_free_func (raw_row_free);
  self->line = line;

  return self;
}

/**
 * gj_raw_block_new_picture:
 * @picture: (nullable): the file, PNG or JPEG
 * @text: (nullable): the words that stand for it
 * @line: the place in the source
 *
 * Returns: (transfer full): a block
 */
GjRawBlock *
gj_raw_block_new_picture (GBytes     *picture,
                          const char *text,
                          guint       line)
{
  GjRawBlock *self = g_new0 (GjRawBlock, 1);

  self->kind = GJ_RAW_PICTURE;
  self->text = g_strdup (text != NULL ? text : "");
  self->picture = picture != NULL ? g_bytes_ref (picture) : NULL;
  self->line = line;

  return self;
}

/**
 * gj_raw_block_add_row:
 * @self: a grid
 *
 * Returns: (transfer none): a new row without cells at the end of the grid
 */
GjRawRow *
gj_raw_block_add_row (GjRawBlock *self)
{
  GjRawRow *row;

  g_return_val_if_fail (self != NULL && self->rows != NULL, NULL);

  row = g_new0 (GjRawRow, 1);
  row->cells = g_ptr_array_new_with_free_func (raw_cell_free);
  g_ptr_array_add (self->rows, row);

  return row;
}

/**
 * gj_raw_row_add_cell:
 * @self: a row
 * @text: the text as it stood
 * @length: its length in bytes, or -1 when it ends with NUL
 * @line: the place in the source
 *
 * Returns: (transfer none): a new cell that covers one line and one column
 */
GjRawCell *
gj_raw_row_add_cell (GjRawRow   *self,
                     const char *text,
                     gssize      length,
                     guint       line)
{
  GjRawCell *cell;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  cell = g_new0 (GjRawCell, 1);
  cell->text = dup_text (text, length);
  cell->n_lines = 1;
  cell->n_positions = 1;
  cell->line = line;
  g_ptr_array_add (self->cells, cell);

  return cell;
}

/**
 * gj_raw_blocks_move:
 * @to: (element-type GjRawBlock): blocks
 * @from: (element-type GjRawBlock): others
 *
 * Gives what is in @from to the end of @to.
 */
void
gj_raw_blocks_move (GPtrArray *to,
                    GPtrArray *from)
{
  gsize n = 0;
  g_autofree gpointer *blocks = NULL;

  g_return_if_fail (to != NULL);
  g_return_if_fail (from != NULL);

  blocks = g_ptr_array_steal (from, &n);
  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (to, blocks[i]);
}

/**
 * gj_raw_block_free:
 * @self: (transfer full): a block
 */
void
gj_raw_block_free (GjRawBlock *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->picture, g_bytes_unref);
  g_free (self);
}
