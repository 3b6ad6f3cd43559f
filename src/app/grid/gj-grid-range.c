/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-grid-model.h"

/* Ranges of the merged geometry. */

static gboolean
grow (GjGridRange  *range,
      const GjSlot *slot)
{
  guint line_end = MAX (range->first_line + range->n_lines, slot->line + slot->n_lines);
  guint position_end = MAX (range->first_position + range->n_positions,
                            slot->position + slot->n_positions);
  GjGridRange grown = { MIN (range->first_line, slot->line),
                        MIN (range->first_position, slot->position), 0, 0 };
  gboolean changed;

  grown.n_lines = line_end - grown.first_line;
  grown.n_positions = position_end - grown.first_position;
  changed = memcmp (&grown, range, sizeof grown) != 0;
  *range = grown;

  return changed;
}

static gboolean
touches (const GjGridRange *range,
         const GjSlot      *slot)
{
  return slot->line < range->first_line + range->n_lines &&
         slot->line + slot->n_lines > range->first_line &&
         slot->position < range->first_position + range->n_positions &&
         slot->position + slot->n_positions > range->first_position;
}

gboolean
gj_grid_range_contains (const GjGridRange *range,
                        const GjSlot      *slot)
{
  return range->n_lines > 0 && touches (range, slot);
}

/* The smallest range that holds both cells and tears no other. */

GjGridRange
gj_grid_model_get_range (const GjGridModel *self,
                         guint              anchor,
                         guint              cell)
{
  const GjSlot *first = gj_grid_model_find_cell (self, anchor);
  const GjSlot *second = gj_grid_model_find_cell (self, cell);
  GjGridRange range = { 0, 0, 0, 0 };
  guint n_cells;
  const guint *cells = gj_grid_model_get_cells (self, &n_cells);
  gboolean changed;

  if (first == NULL || second == NULL)
    return range;

  range = (GjGridRange) { first->line, first->position, first->n_lines, first->n_positions };
  grow (&range, second);

  do
    {
      changed = FALSE;

      for (guint i = 0; i < n_cells; i++)
        {
          const GjSlot *slot = gj_grid_model_find_cell (self, cells[i]);

          if (touches (&range, slot))
            changed |= grow (&range, slot);
        }
    }
  while (changed);

  return range;
}

/* The cells of a range in reading order. */

GArray *
gj_grid_model_list_range (const GjGridModel *self,
                          const GjGridRange *range)
{
  GArray *listed = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_cells;
  const guint *cells = gj_grid_model_get_cells (self, &n_cells);

  for (guint i = 0; i < n_cells; i++)
    if (gj_grid_range_contains (range, gj_grid_model_find_cell (self, cells[i])))
      g_array_append_val (listed, cells[i]);

  return listed;
}

gboolean
gj_grid_model_is_whole (const GjGridModel *self,
                        const GjGridRange *range)
{
  guint n_cells;
  const guint *cells = gj_grid_model_get_cells (self, &n_cells);

  for (guint i = 0; i < n_cells; i++)
    if (!gj_grid_range_contains (range, gj_grid_model_find_cell (self, cells[i])))
      return FALSE;

  return n_cells > 0;
}
