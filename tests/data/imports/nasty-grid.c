/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "nasty.h"

#define MAX_COLUMNS 64

static guint
find_free (const NastyGrid *self,
           guint            row,
           guint            from)
{
  while (from < MAX_COLUMNS && self->slots[row * MAX_COLUMNS + from].cell != NULL)
    from++;

  return from;
}

static void
put_cell (NastyGrid       *self,
          const GjRawCell *cell,
          guint            row,
          guint            column)
{
  for (guint r = row; r < MIN (row + cell->n_lines, self->n_rows); r++)
    for (guint c = column; c < MIN (column + cell->n_positions, MAX_COLUMNS); c++)
      self->slots[r * MAX_COLUMNS + c] = (NastySlot) { cell, row, column };
  self->n_columns = MAX (self->n_columns, MIN (column + cell->n_positions, MAX_COLUMNS));
}

void
nasty_grid_init (NastyGrid        *self,
                 const GjRawBlock *block)
{
  self->n_rows = block->rows->len;
  self->slots = g_new0 (NastySlot, self->n_rows * MAX_COLUMNS);
  for (guint r = 0; r < self->n_rows; r++)
    {
      const GjRawRow *row = block->rows->pdata[r];
      guint column = row->n_before;

      for (guint c = 0; c < row->cells->len; c++)
        {
          const GjRawCell *cell = row->cells->pdata[c];

          column = find_free (self, r, column);
          put_cell (self, cell, r, column);
          column += cell->n_positions;
        }
    }
}

void
nasty_grid_clear (NastyGrid *self)
{
  g_clear_pointer (&self->slots, g_free);
}

const NastySlot *
nasty_grid_get (const NastyGrid *self,
                guint            row,
                guint            column)
{
  return &self->slots[row * MAX_COLUMNS + column];
}
