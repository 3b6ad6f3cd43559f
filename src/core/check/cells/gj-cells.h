/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-facts.h"

G_BEGIN_DECLS

void  _gj_cell_check           (const GjFacts *facts,
                                guint          cell,
                                GPtrArray     *findings);
void  _gj_blank_check_cell     (const GjFacts *facts,
                                guint          cell,
                                GPtrArray     *findings);
void  _gj_blank_check_table    (const GjFacts *facts,
                                guint          table,
                                GPtrArray     *findings);
void  _gj_money_check          (const GjFacts *facts,
                                guint          money_rule,
                                GPtrArray     *findings);

/* Amounts in 元, 万元 and 亿元, exact or not at all. */

gint64   _gj_money_get_factor  (const char      *unit);
gboolean _gj_money_convert     (const GjDecimal *value,
                                gint64           from,
                                gint64           to,
                                GjSum           *out);

G_END_DECLS
