/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-report.h"

G_BEGIN_DECLS

/**
 * GjPairSide:
 * @terms: the cells that make up the number; none when the side has nothing
 * @cell: the cell when the side is that cell and no sum, or %GJ_NONE
 *
 * Where one side of a pair comes from.
 */
typedef struct
{
  const GjTerm *terms;
  guint         n_terms;
  gint64        constant;
  guint         cell;
} GjPairSide;

/**
 * GjPairSpec:
 * @id: see #GjCellPair
 * @table: number of the table in the comparison
 * @order: place in the table: by row, then column, what only the old form has last
 * @is_comparable: whether both sides mean the same
 * @is_part: whether it is part of a sum that is compared
 * @reason: why they can, or cannot, be compared; its members may be %NULL
 */
typedef struct
{
  const char *id;
  guint       table;
  guint       order;
  GjLabel     row;
  GjLabel     column;
  GjCellType  type;
  const char *unit;
  GjPairSide  old_side;
  GjPairSide  new_side;
  gboolean    is_comparable;
  gboolean    is_part;
  GjLabel     reason;
} GjPairSpec;

/**
 * GjPairPlan:
 *
 * Which numbers of two reports belong together: all that their forms and variants say,
 * before any cell is read. What it points at lives as long as it and the two forms.
 */
typedef struct _GjPairPlan GjPairPlan;

GjPairPlan *       _gj_pair_plan_new          (GjForm           *old_form,
                                               const char       *old_variant,
                                               GjForm           *new_form,
                                               const char       *new_variant);
void               _gj_pair_plan_free         (GjPairPlan       *self);
guint              _gj_pair_plan_get_n_tables (const GjPairPlan *self);
const GjTable *    _gj_pair_plan_get_table    (const GjPairPlan *self,
                                               guint             table);
guint              _gj_pair_plan_get_n_specs  (const GjPairPlan *self,
                                               guint             table);
const GjPairSpec * _gj_pair_plan_get_spec     (const GjPairPlan *self,
                                               guint             table,
                                               guint             index);
gboolean           _gj_pair_side_has          (const GjPairSide *self,
                                               guint             cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjPairPlan, _gj_pair_plan_free)

G_END_DECLS
