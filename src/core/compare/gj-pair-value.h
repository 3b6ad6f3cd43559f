/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-comparison.h"
#include "gj-pair-plan.h"

G_BEGIN_DECLS

/**
 * GjPairValue:
 * @text: (nullable): what stands there, or the sum; %NULL when there is no cell
 * @is_number: whether it is one number
 * @sum: that number
 * @unit: (nullable): the unit beside it
 *
 * What one side of a pair says.
 */
typedef struct
{
  char       *text;
  gboolean    is_number;
  GjSum       sum;
  const char *unit;
} GjPairValue;

void        _gj_pair_value_read  (GjPairValue      *self,
                                  GjReport         *report,
                                  const GjTerm     *terms,
                                  guint             n_terms,
                                  gint64            constant);
void        _gj_pair_value_clear (GjPairValue      *self);
GjCellPair *_gj_cell_pair_new    (const GjPairSpec *spec,
                                  GjReport         *old_report,
                                  GjReport         *new_report,
                                  gboolean          is_followed);
void        _gj_cell_pair_free   (GjCellPair       *self);
gboolean    _gj_cell_pair_equal  (const GjCellPair *a,
                                  const GjCellPair *b);
void        _gj_cell_pairs_mark_table
                                 (GPtrArray        *pairs,
                                  GjReport         *new_report);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GjPairValue, _gj_pair_value_clear)

G_END_DECLS
