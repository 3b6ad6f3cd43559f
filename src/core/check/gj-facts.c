/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-facts.h"

#include "linear/gj-linear.h"

static gboolean
is_blank_state (GjNumberState state)
{
  return state == GJ_NUMBER_BLANK || state == GJ_NUMBER_NONE;
}

/* Adds or, with -1, takes away what a cell contributes to the fill of its table. */
static void
count_cell (GjFacts *self,
            guint    cell,
            int      sign)
{
  const GjOperand *operand = &self->operands[cell];
  GjTableFill *fill = &self->tables[gj_form_get_cell (self->form, cell)->table];

  if (!operand->is_present)
    return;

  fill->n_present += sign;

  if (is_blank_state (operand->number.state))
    fill->n_blank += sign;
  else if (operand->number.state == GJ_NUMBER_READ &&
           gj_decimal_get_sign (&operand->number.value) == 0)
    fill->n_zero += sign;
}

static void
load_cell (GjFacts *self,
           guint    cell)
{
  GjOperand *operand = &self->operands[cell];

  operand->is_present = gj_report_has_cell (self->report, cell);
  if (operand->is_present)
    operand->number = *gj_report_get_cell_number (self->report, cell);
}

/**
 * _gj_facts_init:
 * @self: facts not yet in use
 * @report: the report to look at
 * @checks: (nullable): the checks asked for, kept by the caller; %NULL for all
 *
 * Makes room for the facts of @report. Nothing is read before _gj_facts_read().
 */
void
_gj_facts_init (GjFacts          *self,
                GjReport         *report,
                const GjCheckSet *checks)
{
  self->report = report;
  self->form = gj_report_get_form (report);
  self->checks = checks;
  self->variant = NULL;
  self->last = NULL;
  self->operands = g_new0 (GjOperand, gj_form_get_n_cells (self->form));
  self->values = g_new0 (GjRelationValue, gj_form_get_n_relations (self->form));
  self->tables = g_new0 (GjTableFill, gj_form_get_n_tables (self->form));
}

void
_gj_facts_clear (GjFacts *self)
{
  g_clear_pointer (&self->operands, g_free);
  g_clear_pointer (&self->values, g_free);
  g_clear_pointer (&self->tables, g_free);
}

/**
 * _gj_facts_read:
 * @self: facts
 *
 * Reads the whole report.
 */
void
_gj_facts_read (GjFacts *self)
{
  guint n_tables = gj_form_get_n_tables (self->form);
  guint n_cells = gj_form_get_n_cells (self->form);
  guint n_relations = gj_form_get_n_relations (self->form);

  self->variant = gj_report_get_variant (self->report);

  for (guint i = 0; i < n_tables; i++)
    self->tables[i] = (GjTableFill) { 0 };

  for (guint i = 0; i < n_cells; i++)
    {
      load_cell (self, i);
      count_cell (self, i, 1);
    }

  for (guint i = 0; i < n_relations; i++)
    _gj_facts_read_relation (self, i);
}

/**
 * _gj_facts_read_cell:
 * @self: facts
 * @cell: a cell whose text has changed
 *
 * Reads the cell again. The relations it is in are up to the caller.
 */
void
_gj_facts_read_cell (GjFacts *self,
                     guint    cell)
{
  count_cell (self, cell, -1);
  load_cell (self, cell);
  count_cell (self, cell, 1);
}

/**
 * _gj_facts_read_relation:
 * @self: facts
 * @relation: index of a relation
 *
 * Evaluates the relation anew.
 *
 * Returns: whether its state or one of its sides is another one now
 */
gboolean
_gj_facts_read_relation (GjFacts *self,
                         guint    relation)
{
  GjRelationValue *value = &self->values[relation];
  GjRelationValue old = *value;

  _gj_relation_evaluate (self, gj_form_get_relation (self->form, relation), NULL, value);

  return old.state != value->state || gj_sum_compare (&old.left, &value->left) != 0 ||
         gj_sum_compare (&old.right, &value->right) != 0;
}

gboolean
_gj_facts_is_blank (const GjFacts *self,
                    guint          cell)
{
  return self->operands[cell].is_present && is_blank_state (self->operands[cell].number.state);
}

/**
 * _gj_facts_is_table_blank:
 * @self: facts
 * @table: index of a table
 *
 * Returns: whether the document has the table, and not one cell of it is filled in
 */
gboolean
_gj_facts_is_table_blank (const GjFacts *self,
                          guint          table)
{
  const GjTableFill *fill = &self->tables[table];

  return fill->n_present > 0 && fill->n_blank == fill->n_present;
}

/**
 * _gj_facts_is_table_zero:
 * @self: facts
 * @table: index of a table
 *
 * Returns: whether the table is filled in with nothing but 0
 */
gboolean
_gj_facts_is_table_zero (const GjFacts *self,
                         guint          table)
{
  const GjTableFill *fill = &self->tables[table];

  return fill->n_zero > 0 && fill->n_zero + fill->n_blank == fill->n_present;
}
