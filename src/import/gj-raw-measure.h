/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-raw-block.h"

G_BEGIN_DECLS

/**
 * GjRawMeasure:
 * @n_rows: rows of the table
 * @n_cells: its own cells
 * @n_nested_cells: cells of the tables inside them
 * @most_in_row: cells of the row that has most
 * @most_paragraphs: paragraphs of the cell that has most
 *
 * What a table of a word processor's document is measured by to tell one that holds data
 * from one that only arranges the page; web pages have a rule of their own. Begins as zeros.
 */
typedef struct
{
  guint n_rows;
  guint n_cells;
  guint n_nested_cells;
  guint most_in_row;
  guint most_paragraphs;
} GjRawMeasure;

void     gj_raw_measure_add_row   (GjRawMeasure       *self,
                                   guint               n_cells);
void     gj_raw_measure_add_cell  (GjRawMeasure       *self,
                                   GPtrArray          *blocks);
gboolean gj_raw_measure_is_layout (const GjRawMeasure *self);

G_END_DECLS
