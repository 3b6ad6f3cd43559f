/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-grid-item.h"

G_BEGIN_DECLS

/**
 * GjCellMarks:
 * @GJ_CELL_TOTAL: the cell is a sum of others
 * @GJ_CELL_WRONG: something must be mended here
 * @GJ_CELL_DOUBTFUL: a person should verify it
 * @GJ_CELL_REMARKED: there is a hint
 * @GJ_CELL_RELATED: it takes part in what is selected
 * @GJ_CELL_SELECTED: it is in the selected range
 * @GJ_CELL_ABSENT: the document has no such row
 * @GJ_CELL_WORDS: it holds words, not a number
 * @GJ_CELL_COMMENTED: somebody has a comment on it that is not done
 *
 * How a cell looks, beside its text.
 */
typedef enum
{
  GJ_CELL_TOTAL     = 1 << 0,
  GJ_CELL_WRONG     = 1 << 1,
  GJ_CELL_DOUBTFUL  = 1 << 2,
  GJ_CELL_REMARKED  = 1 << 3,
  GJ_CELL_RELATED   = 1 << 4,
  GJ_CELL_SELECTED  = 1 << 5,
  GJ_CELL_ABSENT    = 1 << 6,
  GJ_CELL_WORDS     = 1 << 7,
  GJ_CELL_COMMENTED = 1 << 8,
} GjCellMarks;

#define GJ_TYPE_GRID_CELL (gj_grid_cell_get_type ())

/* A cell that is filled in. */

G_DECLARE_FINAL_TYPE (GjGridCell, gj_grid_cell, GJ, GRID_CELL, GjGridItem)

GjCellMarks  gj_grid_cell_get_marks       (GjGridCell  *self);
gboolean     gj_grid_cell_set_marks       (GjGridCell  *self,
                                           GjCellMarks  mask,
                                           GjCellMarks  marks);
const char * gj_grid_cell_get_label       (GjGridCell  *self);
void         gj_grid_cell_set_label       (GjGridCell  *self,
                                           const char  *label);
const char * gj_grid_cell_get_problem     (GjGridCell  *self);
void         gj_grid_cell_set_problem     (GjGridCell  *self,
                                           const char  *problem);
const char * gj_grid_cell_get_comment     (GjGridCell  *self);
void         gj_grid_cell_set_comment     (GjGridCell  *self,
                                           const char  *comment);
const char * gj_grid_cell_get_proposed    (GjGridCell  *self);
const char * gj_grid_cell_get_source      (GjGridCell  *self);
void         gj_grid_cell_set_proposed    (GjGridCell  *self,
                                           const char  *number,
                                           const char  *source);

G_END_DECLS
