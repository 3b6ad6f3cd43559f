/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-facts.h"

G_BEGIN_DECLS

/**
 * GjTrial:
 * @cell: a cell that is taken to hold another number, or %GJ_NONE
 * @value: that number
 *
 * A question: what if this cell were mended?
 */
typedef struct
{
  guint cell;
  GjSum value;
} GjTrial;

/**
 * GjRemedy:
 * @cell: the cell to change, or %GJ_NONE when no change is plainly right
 * @value: what it should hold
 * @is_sure: whether other relations say the same; if not, the parts are taken to be right
 */
typedef struct
{
  guint     cell;
  GjDecimal value;
  gboolean  is_sure;
} GjRemedy;

void     _gj_relation_evaluate       (const GjFacts     *facts,
                                      const GjRelation  *relation,
                                      const GjTrial     *trial,
                                      GjRelationValue   *out);
guint    _gj_relation_find_total     (const GjRelation  *relation);
guint    _gj_relation_find_main_cell (const GjFacts     *facts,
                                      const GjRelation  *relation);
gint64   _gj_relation_get_factor     (const GjRelation  *relation,
                                      guint              cell);
void     _gj_remedy_find             (const GjFacts     *facts,
                                      guint              relation,
                                      GjRemedy          *out);
gboolean _gj_remedy_is_offered       (const GjFacts     *facts,
                                      guint              relation,
                                      GjFinding         *finding);
void     _gj_relation_check          (const GjFacts     *facts,
                                      guint              relation,
                                      GPtrArray         *findings);
char *   _gj_quantity_format         (const GjFacts     *facts,
                                      const GjQuantity  *quantity,
                                      const GjSum       *sum);

G_END_DECLS
