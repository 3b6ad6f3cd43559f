/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-form.h"

G_BEGIN_DECLS

/**
 * GjGridLine:
 * @number: the line of the form's file, for failures
 * @part: which part of the table the line belongs to
 * @only_in: (nullable): id of the variant that alone has the line
 * @not_in: (nullable): id of the variant that lacks the line
 * @slots: the slots that begin in the line, as #GjGridSlot
 *
 * One line of a table as the form's file states it. The lines of all variants stand in
 * one sequence; a layout is what remains when those it does not have are dropped.
 */
typedef struct
{
  guint       number;
  guint       part;
  gboolean    is_head;
  const char *only_in;
  const char *not_in;
  GArray     *slots;
} GjGridLine;

/**
 * GjGridSlot:
 * @number: the line of the form's file, for failures
 * @slot: the slot; its place and its lines are found when a layout is made
 * @n_lines: lines covered, counted over the lines that the layout of its own line has
 */
typedef struct
{
  guint  number;
  GjSlot slot;
  guint  n_lines;
} GjGridSlot;

/**
 * GjGrid:
 * @number: the line of the form's file where the grid begins, for failures
 * @had_body: whether the part at hand has a line beside its heads
 *
 * The lines of one table, as read.
 */
typedef struct
{
  guint        number;
  GjTable     *table;
  guint        table_index;
  const guint *widths;
  guint        n_positions;
  guint        n_parts;
  gboolean     had_body;
  GArray      *lines;
} GjGrid;

GjGrid *    _gj_grid_new      (GjTable *table,
                               guint    table_index);
void        _gj_grid_free     (GjGrid  *self);
GjGridLine *_gj_grid_get_line (GjGrid  *self,
                               guint    index);
GjGridLine *_gj_grid_add_line (GjGrid  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjGrid, _gj_grid_free)

G_END_DECLS
