/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-raw-measure.h"

static guint
count_cells (const GjRawBlock *grid)
{
  guint n = 0;

  for (guint i = 0; i < grid->rows->len; i++)
    n += ((const GjRawRow *) grid->rows->pdata[i])->cells->len;

  return n;
}

/**
 * gj_raw_measure_add_row:
 * @n_cells: how many cells the row has; each is added too
 */
void
gj_raw_measure_add_row (GjRawMeasure *self,
                        guint         n_cells)
{
  self->n_rows++;
  self->most_in_row = MAX (self->most_in_row, n_cells);
}

/**
 * gj_raw_measure_add_cell:
 * @blocks: (element-type GjRawBlock): what stands in the cell
 */
void
gj_raw_measure_add_cell (GjRawMeasure *self,
                         GPtrArray    *blocks)
{
  guint n_paragraphs = 0;

  self->n_cells++;
  for (guint i = 0; i < blocks->len; i++)
    {
      const GjRawBlock *block = blocks->pdata[i];

      if (block->kind == GJ_RAW_GRID)
        self->n_nested_cells += count_cells (block);
      else
        n_paragraphs++;
    }
  self->most_paragraphs = MAX (self->most_paragraphs, n_paragraphs);
}

/**
 * gj_raw_measure_is_layout:
 *
 * Returns: whether the table holds more tables than cells of its own, or only puts
 *   paragraphs into a frame
 */
gboolean
gj_raw_measure_is_layout (const GjRawMeasure *self)
{
  if (self->n_nested_cells > 0)
    return self->most_in_row == 1 || self->n_rows == 1 || self->n_nested_cells >= self->n_cells;

  return self->most_in_row == 1 && (self->n_rows == 1 || self->most_paragraphs > 1);
}
