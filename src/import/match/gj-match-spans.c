/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-match-spans.h"

/* The columns of a grid whose cells are merged: a cell stands in the first columns that no
 * cell from above still covers. */

/* No reader gives more; a broken one shall not fill the memory. */
#define MAX_COLUMNS 1024

typedef struct
{
  const GjRawCell *cell;
  guint            n_left;
} Column;

void
_gj_span_walker_init (GjSpanWalker *self)
{
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  self->spans = g_array_new (FALSE, FALSE, sizeof (GjMatchSpan));
  self->covers = g_array_new (FALSE, FALSE, sizeof (GjMatchSpan));
}

void
_gj_span_walker_clear (GjSpanWalker *self)
{
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->covers, g_array_unref);
}

static Column *
get_column (GjSpanWalker *self,
            guint         index)
{
  if (index >= self->columns->len)
    g_array_set_size (self->columns, index + 1);

  return &g_array_index (self->columns, Column, index);
}

static void
collect_covers (GjSpanWalker *self)
{
  g_array_set_size (self->covers, 0);
  for (guint i = 0; i < self->columns->len;)
    {
      const Column *column = get_column (self, i);
      GjMatchSpan cover = { .start = i, .end = i + 1 };

      if (column->n_left == 0)
        {
          i++;
          continue;
        }
      while (cover.end < self->columns->len && get_column (self, cover.end)->n_left > 0 &&
             get_column (self, cover.end)->cell == column->cell)
        cover.end++;
      cover.text = column->cell->text;
      g_array_append_val (self->covers, cover);
      i = cover.end;
    }
}

/**
 * _gj_span_walker_step:
 * @self: a walker
 * @row: the next row of the grid
 *
 * Sets the spans and the covers of @self to those of @row.
 */
void
_gj_span_walker_step (GjSpanWalker   *self,
                      const GjRawRow *row)
{
  guint at = MIN (row->n_before, MAX_COLUMNS);
  guint n_before;

  collect_covers (self);
  n_before = self->columns->len;
  g_array_set_size (self->spans, 0);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const GjRawCell *cell = row->cells->pdata[i];
      GjMatchSpan span = { .text = cell->text };

      while (at < n_before && get_column (self, at)->n_left > 0)
        at++;
      span.start = at;
      span.end = at + CLAMP (cell->n_positions, 1, MAX_COLUMNS);
      g_array_append_val (self->spans, span);
      at = MIN (span.end, 2 * MAX_COLUMNS);
    }

  for (guint i = 0; i < n_before; i++)
    if (get_column (self, i)->n_left > 0)
      get_column (self, i)->n_left--;
  for (guint i = 0; i < self->spans->len; i++)
    {
      const GjMatchSpan *span = &g_array_index (self->spans, GjMatchSpan, i);
      const GjRawCell *cell = row->cells->pdata[i];

      for (guint c = span->start; c < span->end && cell->n_lines > 1; c++)
        {
          get_column (self, c)->cell = cell;
          get_column (self, c)->n_left = cell->n_lines - 1;
        }
    }
}

/* Transposing */

typedef struct
{
  const GjRawCell *cell;
  guint            row;
  guint            column;
} Placed;

static GArray *
place_cells (const GjRawBlock *block,
             guint            *n_columns)
{
  GArray *placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  g_auto (GjSpanWalker) walker = { 0 };

  *n_columns = 0;
  _gj_span_walker_init (&walker);
  for (guint r = 0; r < block->rows->len; r++)
    {
      const GjRawRow *row = block->rows->pdata[r];

      _gj_span_walker_step (&walker, row);
      for (guint i = 0; i < walker.spans->len; i++)
        {
          const GjMatchSpan *span = &g_array_index (walker.spans, GjMatchSpan, i);
          Placed cell = { row->cells->pdata[i], r, span->start };

          g_array_append_val (placed, cell);
          *n_columns = MAX (*n_columns, span->end);
        }
    }

  return placed;
}

static void
cover (guint8       *covered,
       const Placed *placed,
       guint         n_rows,
       guint         n_columns)
{
  guint last_row = MIN (placed->row + MAX (placed->cell->n_lines, 1), n_rows);
  guint last_column = MIN (placed->column + MAX (placed->cell->n_positions, 1), n_columns);

  for (guint r = placed->row; r < last_row; r++)
    for (guint c = placed->column; c < last_column; c++)
      covered[r * n_columns + c] = 1;
}

/**
 * _gj_match_transpose:
 * @block: a grid
 *
 * Returns: (transfer full): the same grid with its rows as columns; where it has a hole, a
 *   blank cell
 */
GjRawBlock *
_gj_match_transpose (const GjRawBlock *block)
{
  GjRawBlock *out = gj_raw_block_new_grid (block->line);
  guint n_rows = block->rows->len;
  guint n_columns;
  g_autoptr (GArray) placed = place_cells (block, &n_columns);
  g_autofree guint8 *covered = g_new0 (guint8, (gsize) n_rows * n_columns + 1);
  g_autofree const Placed **starts = g_new0 (const Placed *, (gsize) n_rows * n_columns + 1);

  for (guint i = 0; i < placed->len; i++)
    {
      const Placed *cell = &g_array_index (placed, Placed, i);

      cover (covered, cell, n_rows, n_columns);
      starts[cell->row * n_columns + cell->column] = cell;
    }

  for (guint c = 0; c < n_columns; c++)
    {
      GjRawRow *row = gj_raw_block_add_row (out);

      for (guint r = 0; r < n_rows; r++)
        {
          const Placed *cell = starts[r * n_columns + c];
          GjRawCell *turned;

          if (cell == NULL && covered[r * n_columns + c])
            continue;
          turned = gj_raw_row_add_cell (row, cell != NULL ? cell->cell->text : "", -1,
                                        cell != NULL ? cell->cell->line : block->line);
          turned->n_lines = cell != NULL ? cell->cell->n_positions : 1;
          turned->n_positions = cell != NULL ? cell->cell->n_lines : 1;
        }
    }

  return out;
}
