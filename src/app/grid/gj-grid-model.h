/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

/**
 * GjGridModel:
 *
 * The merged geometry of one table, without a widget: which slot covers a place, where
 * a key leads, which cells a range holds. Immutable; the table must outlive it.
 */
typedef struct _GjGridModel GjGridModel;

/**
 * GjGridMove:
 * @GJ_GRID_MOVE_NEXT: the next cell in reading order
 * @GJ_GRID_MOVE_LINE_START: the first cell of the line
 * @GJ_GRID_MOVE_COLUMN_TOP: the uppermost cell over this one
 * @GJ_GRID_MOVE_FIRST: the first cell of the table
 */
typedef enum
{
  GJ_GRID_MOVE_LEFT,
  GJ_GRID_MOVE_RIGHT,
  GJ_GRID_MOVE_UP,
  GJ_GRID_MOVE_DOWN,
  GJ_GRID_MOVE_PREVIOUS,
  GJ_GRID_MOVE_NEXT,
  GJ_GRID_MOVE_LINE_START,
  GJ_GRID_MOVE_LINE_END,
  GJ_GRID_MOVE_COLUMN_TOP,
  GJ_GRID_MOVE_COLUMN_BOTTOM,
  GJ_GRID_MOVE_FIRST,
  GJ_GRID_MOVE_LAST,
} GjGridMove;

/**
 * GjGridRange:
 *
 * A rectangle of the printed geometry that tears no cell. Empty when @n_lines is 0.
 */
typedef struct
{
  guint first_line;
  guint first_position;
  guint n_lines;
  guint n_positions;
} GjGridRange;

GjGridModel *        gj_grid_model_new                  (const GjTable       *table,
                                                         const char          *variant);
void                 gj_grid_model_free                 (GjGridModel         *self);
const GjTable *      gj_grid_model_get_table            (const GjGridModel   *self);
const GjTableLayout *gj_grid_model_get_layout           (const GjGridModel   *self);
guint                gj_grid_model_get_n_fixed_lines    (const GjGridModel   *self);
guint                gj_grid_model_get_n_fixed_positions
                                                        (const GjGridModel   *self);

const GjSlot *       gj_grid_model_get_slot             (const GjGridModel   *self,
                                                         guint                line,
                                                         guint                position);
const GjSlot *       gj_grid_model_find_cell            (const GjGridModel   *self,
                                                         guint                cell);
const guint *        gj_grid_model_get_cells            (const GjGridModel   *self,
                                                         guint               *n_cells);
guint                gj_grid_model_count_line           (const GjGridModel   *self,
                                                         guint                line);
guint                gj_grid_model_get_line_cell        (const GjGridModel   *self,
                                                         guint                line,
                                                         guint                nth);
guint                gj_grid_model_move                 (const GjGridModel   *self,
                                                         guint                cell,
                                                         GjGridMove           move,
                                                         guint               *goal);

GjGridRange          gj_grid_model_get_range            (const GjGridModel   *self,
                                                         guint                anchor,
                                                         guint                cell);
GArray *             gj_grid_model_list_range           (const GjGridModel   *self,
                                                         const GjGridRange   *range);
gboolean             gj_grid_model_is_whole             (const GjGridModel   *self,
                                                         const GjGridRange   *range);
gboolean             gj_grid_range_contains             (const GjGridRange   *range,
                                                         const GjSlot        *slot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjGridModel, gj_grid_model_free)

G_END_DECLS
