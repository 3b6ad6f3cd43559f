/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-cells.h"

#include "gj-messages.h"

/* A08: a cell without a number should hold 0. While nothing is filled in yet that is said
 * once for the whole table. */

#define CHECK "A08"

/* Whether 0 may be offered: not while a relation of the cell says otherwise. */
static gboolean
fits_zero (const GjFacts *facts,
           guint          cell)
{
  guint n_relations;
  const guint *relations = gj_form_get_relations_of_cell (facts->form, cell, &n_relations);

  for (guint i = 0; i < n_relations; i++)
    {
      GjRelationState state = facts->values[relations[i]].state;

      if (state == GJ_RELATION_VIOLATED || state == GJ_RELATION_UNASSESSABLE)
        return FALSE;
    }

  return TRUE;
}

static char *
format_message (const GjFacts *facts,
                guint          cell)
{
  g_autofree char *name = _gj_facts_dup_cell_name (facts, cell);
  g_autofree char *text = NULL;

  if (facts->operands[cell].number.state == GJ_NUMBER_BLANK)
    return g_strdup_printf (_("“%s” is blank. Where there is nothing to report, enter 0."), name);

  text = _gj_facts_dup_cell_words (facts, cell);

  return g_strdup_printf (_("“%1$s” holds “%2$s”. Where there is nothing to report, enter 0."),
                          name, text);
}

/**
 * _gj_blank_check_cell:
 * @facts: facts
 * @cell: a cell
 * @findings: where a finding goes
 *
 * Asks for a number in a cell that holds none.
 */
void
_gj_blank_check_cell (const GjFacts *facts,
                      guint          cell,
                      GPtrArray     *findings)
{
  const GjCell *info = gj_form_get_cell (facts->form, cell);
  g_autofree char *key = NULL;
  GjFindingBuilder *builder;

  if (!_gj_facts_is_blank (facts, cell) || info->type == GJ_CELL_TEXT ||
      _gj_facts_is_table_blank (facts, info->table) ||
      !gj_check_set_contains (facts->checks, CHECK))
    return;

  builder = _gj_facts_begin_cell_finding (facts, CHECK, GJ_SEVERITY_WARNING,
                                          GJ_OUTCOME_VIOLATED, cell);
  gj_finding_builder_take_words (builder, g_strdup (_("No number in the cell")),
                                 format_message (facts, cell), NULL, NULL);
  if (fits_zero (facts, cell))
    gj_finding_builder_take_remedy (builder, g_strdup (_("Change it to 0.")), cell,
                                    g_strdup ("0"));

  key = g_strconcat (CHECK "/", info->id, NULL);
  _gj_facts_end_finding (facts, builder, key, findings);
}

/**
 * _gj_blank_check_table:
 * @facts: facts
 * @table: index of a table
 * @findings: where a finding goes
 *
 * Asks for the numbers of a table that is wholly blank.
 */
void
_gj_blank_check_table (const GjFacts *facts,
                       guint          table,
                       GPtrArray     *findings)
{
  const GjTable *info = gj_form_get_table (facts->form, table);
  const GjSection *section = gj_form_get_section (facts->form, info->section);
  g_autofree guint *cells = NULL;
  g_autofree char *key = NULL;
  GjFindingBuilder *builder;
  guint n_cells = 0;

  if (!_gj_facts_is_table_blank (facts, table) || !gj_check_set_contains (facts->checks, CHECK))
    return;

  cells = g_new (guint, info->n_cells);
  for (guint i = 0; i < info->n_cells; i++)
    if (facts->operands[info->first_cell + i].is_present)
      cells[n_cells++] = info->first_cell + i;

  builder = _gj_facts_begin_finding (facts, CHECK, GJ_SEVERITY_WARNING, GJ_OUTCOME_VIOLATED,
                                     info->section);
  gj_finding_builder_set_cells (builder, cells, n_cells, cells[0]);
  gj_finding_builder_set_basis (builder, "");
  gj_finding_builder_take_words (builder, g_strdup (_("The table is blank")),
                                 g_strdup_printf (_("No cell of the table in “%s” holds a number. "
                                                    "Where there is nothing to report, enter 0."),
                                                  gj_label_get_current (&section->heading)),
                                 NULL, NULL);

  key = g_strconcat (CHECK "/", info->id, NULL);
  _gj_facts_end_finding (facts, builder, key, findings);
}
