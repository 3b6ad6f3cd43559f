/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-facts.h"

G_BEGIN_DECLS

/**
 * GjSlots:
 *
 * Everything that is checked of one report, numbered: a slot for each relation, cell,
 * blank table, table's rows, amount, surplus, for what is compared with last year's report,
 * and for each phrase in each narrative.
 * Each slot is checked by itself and gives findings of its own.
 */
typedef struct
{
  const GjFacts *facts;
  guint          first_cell;
  guint          first_blank;
  guint          first_rows;
  guint          first_money;
  guint          first_surplus;
  guint          first_years;
  guint          first_repeated;
  guint          first_striking;
  guint          first_taken_over;
  guint          first_growth;
  guint          first_phrase;
  guint          n_narratives;
  guint          n_slots;
} GjSlots;

void _gj_slots_init  (GjSlots       *self,
                      const GjFacts *facts);
void _gj_slots_check (const GjSlots *self,
                      guint          slot,
                      GPtrArray     *findings);

G_END_DECLS
