/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-slots.h"

#include "cells/gj-cells.h"
#include "conformance/gj-conformance.h"
#include "linear/gj-linear.h"
#include "narrative/gj-statements.h"
#include "years/gj-years.h"

/**
 * _gj_slots_init:
 * @self: slots not yet in use
 * @facts: the facts of a report
 *
 * Numbers what there is to check. A family of checks has its line here and its line in
 * _gj_slots_check().
 */
void
_gj_slots_init (GjSlots       *self,
                const GjFacts *facts)
{
  GjForm *form = facts->form;
  GjSource *source = gj_report_get_source (facts->report);
  guint n_surpluses = source != NULL ? gj_source_get_n_surpluses (source) : 0;

  self->facts = facts;
  self->n_narratives = gj_report_get_n_narratives (facts->report);
  self->first_cell = gj_form_get_n_relations (form);
  self->first_blank = self->first_cell + gj_form_get_n_cells (form);
  self->first_rows = self->first_blank + gj_form_get_n_tables (form);
  self->first_money = self->first_rows + gj_form_get_n_tables (form);
  self->first_surplus = self->first_money + gj_form_get_n_money_rules (form);
  self->first_years = self->first_surplus + n_surpluses;
  self->first_repeated = self->first_years + 1;
  self->first_striking = self->first_repeated + gj_form_get_n_tables (form);
  self->first_taken_over = self->first_striking + gj_form_get_n_cells (form);
  self->first_growth = self->first_taken_over + self->n_narratives;
  self->first_phrase = self->first_growth + self->n_narratives;
  self->n_slots = self->first_phrase + gj_form_get_n_phrases (form) * self->n_narratives;
}

/* What is held against last year's report, apart from the relations. */
static void
check_years (const GjSlots *self,
             guint          slot,
             GPtrArray     *findings)
{
  const GjFacts *facts = self->facts;

  if (slot < self->first_repeated)
    {
      _gj_years_check_bodies (facts, findings);
      _gj_years_check_fields (facts, findings);
    }
  else if (slot < self->first_striking)
    _gj_years_check_table (facts, slot - self->first_repeated, findings);
  else if (slot < self->first_taken_over)
    _gj_years_check_cell (facts, slot - self->first_striking, findings);
  else if (slot < self->first_growth)
    _gj_years_check_text (facts, slot - self->first_taken_over, findings);
  else
    _gj_years_check_growth (facts, slot - self->first_growth, findings);
}

/**
 * _gj_slots_check:
 * @self: slots
 * @slot: one of them
 * @findings: (element-type GjFinding): where findings go
 *
 * Makes the check of one slot.
 */
void
_gj_slots_check (const GjSlots *self,
                 guint          slot,
                 GPtrArray     *findings)
{
  const GjFacts *facts = self->facts;

  if (slot < self->first_cell)
    _gj_relation_check (facts, slot, findings);
  else if (slot < self->first_blank)
    _gj_cell_check (facts, slot - self->first_cell, findings);
  else if (slot < self->first_rows)
    _gj_blank_check_table (facts, slot - self->first_blank, findings);
  else if (slot < self->first_money)
    _gj_rows_check (facts, slot - self->first_rows, findings);
  else if (slot < self->first_surplus)
    _gj_money_check (facts, slot - self->first_money, findings);
  else if (slot < self->first_years)
    _gj_surplus_check (facts, slot - self->first_surplus, findings);
  else if (slot < self->first_phrase)
    check_years (self, slot, findings);
  else
    _gj_phrase_check (facts, (slot - self->first_phrase) / self->n_narratives,
                      (slot - self->first_phrase) % self->n_narratives, findings);
}
