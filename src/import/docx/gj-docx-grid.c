/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-docx-table-private.h"

#include <string.h>

/* From the file's cells to a grid: which column each stands in, and which of them go on
 * with a cell above. The table's own word on its columns is often wrong; where most rows
 * agree with each other, they are right. */

/* A cell that others may go on with: the @index-th of its @row, down to before @end. */
typedef struct
{
  GjRawCell *cell;
  guint      row;
  guint      index;
  guint      width;
  guint      end;
} Open;

typedef struct
{
  GjDocxReader *reader;
  GjDocxTable  *table;
  GjRawBlock   *grid;
  GPtrArray    *after;
  guint         n_columns;
  Open          open[GJ_DOCX_MAX_COLUMNS];
} Builder;

static guint
get_width (const GjDocxRow *row)
{
  guint width = row->n_before;

  for (guint i = 0; i < row->cells->len; i++)
    width += ((const GjDocxCell *) row->cells->pdata[i])->span;

  return width;
}

/* The width that most rows have; of two, the declared one, else the larger. */
static guint
find_usual_width (const GjDocxTable *table)
{
  guint counts[GJ_DOCX_MAX_COLUMNS + 1] = { 0 };
  guint best = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      guint width = get_width (table->rows->pdata[i]);

      if (width <= GJ_DOCX_MAX_COLUMNS)
        counts[width]++;
    }
  for (guint i = 1; i <= GJ_DOCX_MAX_COLUMNS; i++)
    if (counts[i] > 0 && counts[i] >= counts[best])
      best = i;
  if (table->n_columns <= GJ_DOCX_MAX_COLUMNS && counts[table->n_columns] == counts[best])
    best = table->n_columns;

  return best;
}

static guint
find_n_columns (const GjDocxTable *table)
{
  guint n = MAX (table->n_columns, find_usual_width (table));

  for (guint i = 0; i < table->rows->len; i++)
    n = MAX (n, ((const GjDocxRow *) table->rows->pdata[i])->cells->len);

  return MIN (n, GJ_DOCX_MAX_COLUMNS);
}

/* What a cell may cover, so that each after it has a column too. */
static guint
fit_span (Builder          *self,
          const GjDocxCell *cell,
          guint             column,
          guint             n_after)
{
  guint room = column + n_after < self->n_columns ? self->n_columns - column - n_after : 1;

  if (cell->span > room)
    _gj_docx_note (self->reader, GJ_RAW_NOTE_SPAN_CUT, NULL, cell->line);

  return MIN (cell->span, room);
}

/* What stands in a cell */

static gboolean
is_text (const GjRawBlock *block)
{
  return block->kind == GJ_RAW_PARAGRAPH;
}

static void
put_after (Builder    *self,
           GjRawBlock *block,
           guint       line)
{
  GjRawNoteKind kind = block->kind == GJ_RAW_GRID ? GJ_RAW_NOTE_NESTED_TABLE : GJ_RAW_NOTE_PICTURE_MOVED;
  const char *words = block->kind == GJ_RAW_PICTURE ? block->text : NULL;

  _gj_docx_note (self->reader, kind, words, block->line != 0 ? block->line : line);
  g_ptr_array_add (self->after, block);
}

/* Appends the paragraphs to the cell's text; tables and pictures come after the table. */
static void
fill_cell (Builder          *self,
           GjRawCell        *out,
           guint             row,
           guint             index,
           const GjDocxCell *cell)
{
  g_autoptr (GString) text = g_string_new (out->text);
  glong n_characters = g_utf8_strlen (text->str, -1);
  gboolean any = text->len > 0;
  g_autofree gpointer *blocks = NULL;
  gsize n = 0;

  blocks = g_ptr_array_steal (cell->blocks, &n);
  for (gsize i = 0; i < n; i++)
    {
      GjRawBlock *block = blocks[i];

      if (!is_text (block))
        {
          put_after (self, block, cell->line);
          continue;
        }
      if (any)
        {
          g_string_append_c (text, '\n');
          n_characters++;
        }
      gj_docx_comments_move (self->reader->comments, block, self->grid, row, index, n_characters);
      g_string_append (text, block->text);
      n_characters += g_utf8_strlen (block->text, -1);
      any = any || *block->text != '\0';
      gj_raw_block_free (block);
    }
  g_free (out->text);
  out->text = g_strdup (text->str);
}

/* What stands in a cell that goes on is not to be seen. */
static void
note_covered (Builder    *self,
              GjDocxCell *cell,
              const Open *open)
{
  gsize n = 0;
  g_autofree gpointer *blocks = g_ptr_array_steal (cell->blocks, &n);

  for (gsize i = 0; i < n; i++)
    {
      GjRawBlock *block = blocks[i];

      if (!is_text (block))
        {
          put_after (self, block, cell->line);
          continue;
        }
      if (*block->text != '\0')
        _gj_docx_note (self->reader, GJ_RAW_NOTE_HIDDEN, block->text, block->line);
      gj_docx_comments_cover (self->reader->comments, block, self->grid, open->row, open->index);
      gj_raw_block_free (block);
    }
}

/* Rows */

/* Whether the cell above goes on here; then it has grown. */
static gboolean
extend (Builder    *self,
        GjDocxCell *cell,
        guint       row,
        guint       column,
        guint       width)
{
  Open *open = &self->open[column];

  if (open->cell == NULL || open->end != row || open->width != width)
    return FALSE;

  open->cell->n_lines++;
  open->end = row + 1;

  return TRUE;
}

static void
add_cell (Builder    *self,
          GjRawRow   *out,
          GjDocxCell *cell,
          guint       row,
          guint       column,
          guint       width)
{
  GjRawCell *made = gj_raw_row_add_cell (out, "", 0, cell->line);

  made->n_positions = width;
  fill_cell (self, made, row, out->cells->len - 1, cell);
  if (cell->merge != GJ_DOCX_MERGE_NONE)
    self->open[column] = (Open) { made, row, out->cells->len - 1, width, row + 1 };
  if (cell->merge == GJ_DOCX_MERGE_GOES_ON)
    _gj_docx_note (self->reader, GJ_RAW_NOTE_SPAN_ORPHAN, made->text, cell->line);
}

static void
add_row (Builder         *self,
         const GjDocxRow *row,
         guint            index)
{
  GjRawRow *out = gj_raw_block_add_row (self->grid);
  guint n = row->cells->len;
  guint column = n < self->n_columns ? MIN (row->n_before, self->n_columns - n) : 0;

  out->is_head = row->is_head;
  out->n_before = column;
  for (guint i = 0; i < n; i++)
    {
      GjDocxCell *cell = row->cells->pdata[i];
      guint width = fit_span (self, cell, column, n - i - 1);

      if (cell->goes_on_left && out->cells->len > 0)
        {
          GjRawCell *left = out->cells->pdata[out->cells->len - 1];

          left->n_positions += width;
          fill_cell (self, left, index, out->cells->len - 1, cell);
        }
      else if (cell->merge == GJ_DOCX_MERGE_GOES_ON && extend (self, cell, index, column, width))
        {
          note_covered (self, cell, &self->open[column]);
        }
      else
        {
          add_cell (self, out, cell, index, column, width);
        }
      column += width;
    }
}

/**
 * _gj_docx_build_grid:
 * @table: a table with at least one cell; its cells are emptied
 * @after: (element-type GjRawBlock): is given what comes after the table
 *
 * Returns: (transfer full): the grid
 */
GjRawBlock *
_gj_docx_build_grid (GjDocxReader *reader,
                     GjDocxTable  *table,
                     GPtrArray    *after)
{
  Builder self = {
    .reader = reader,
    .table = table,
    .grid = gj_raw_block_new_grid (table->line),
    .after = after,
    .n_columns = find_n_columns (table),
  };

  for (guint i = 0; i < table->rows->len; i++)
    add_row (&self, table->rows->pdata[i], i);

  return self.grid;
}
