/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-comparison.h"

G_BEGIN_DECLS

/**
 * GjRuleLine:
 * @words: the rule with its numbers, in the language that was current
 * @section: the section that its table is of, in the newer form
 * @is_held: whether it holds
 * @n_others: in how many other columns it holds as well
 *
 * A rule across two years, written out.
 */
typedef struct
{
  char    *words;
  guint    section;
  gboolean is_held;
  guint    n_others;
} GjRuleLine;

GPtrArray *gj_comparison_list_rule_lines (GjComparison *self);

G_END_DECLS
