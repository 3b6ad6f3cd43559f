/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-years.h"

#include "gj-jump.h"
#include "gj-messages.h"
#include "linear/gj-linear.h"

/* C08 and C09: numbers that are very different from last year's, and numbers that are
 * last year's. An amount in the wrong unit (A11) is no jump besides. A part is not named
 * beside its total: one cause is one finding. What is rolled forward from year to year
 * (现行有效) stays the same when nothing happens. */

static const char *
get_unit (const GjFacts *facts,
          guint          cell)
{
  const char *unit = facts->operands[cell].number.unit;

  return unit != NULL ? unit : gj_form_get_cell (facts->form, cell)->unit;
}

/* Amounts of unlike units are not set side by side. */
static gboolean
has_same_unit (const GjFacts    *facts,
               const GjYearPair *pair)
{
  const GjCell *cell = gj_form_get_cell (facts->form, pair->cells[0]);
  const GjCell *last_cell = gj_form_get_cell (facts->last->form, pair->last_cells[0]);

  if (cell->type != GJ_CELL_AMOUNT)
    return TRUE;

  return g_strcmp0 (get_unit (facts, cell->index),
                    pair->past.unit != NULL ? pair->past.unit : last_cell->unit) == 0;
}

/* Both sides of a pair as numbers; FALSE when there is none, or they mean something else. */
gboolean
_gj_years_read_pair (const GjFacts    *facts,
                     const GjYearPair *pair,
                     GjDecimal        *last_value,
                     GjDecimal        *value)
{
  guint n_numbers = 0;
  GjSum sum;

  gj_sum_init (&sum);
  for (guint i = 0; i < pair->n_cells; i++)
    {
      const GjOperand *operand = &facts->operands[pair->cells[i]];

      if (!operand->is_present)
        continue;
      if (operand->number.state != GJ_NUMBER_READ)
        return FALSE;
      gj_sum_add (&sum, &operand->number.value, 1);
      n_numbers++;
    }

  return n_numbers > 0 && pair->past.state == GJ_PAST_NUMBER && has_same_unit (facts, pair) &&
         gj_sum_to_decimal (&sum, value) && gj_sum_to_decimal (&pair->past.sum, last_value);
}

/**
 * _gj_is_rolled_forward:
 * @form: a form
 * @cell: one of its cells
 *
 * Returns: whether the form says how the cell's number follows from its own last year's:
 *          it then stays the same when nothing happens
 */
gboolean
_gj_is_rolled_forward (const GjForm *form,
                       guint         cell)
{
  guint n_relations;
  const guint *relations = gj_form_get_relations_of_cell (form, cell, &n_relations);

  for (guint i = 0; i < n_relations; i++)
    {
      const GjRelation *relation = gj_form_get_relation (form, relations[i]);

      if (!relation->across_years)
        continue;
      for (guint j = 0; j < relation->right->n_terms; j++)
        if (relation->right->terms[j].last_year && relation->right->terms[j].cell == cell)
          return TRUE;
    }

  return FALSE;
}

static gboolean
is_jump (const GjFacts    *facts,
         const GjYearPair *pair)
{
  GjDecimal last_value;
  GjDecimal value;

  return _gj_years_read_pair (facts, pair, &last_value, &value) && _gj_is_jump (&last_value, &value);
}

static gboolean
is_repeated (const GjFacts    *facts,
             const GjYearPair *pair)
{
  GjDecimal last_value;
  GjDecimal value;

  return _gj_years_read_pair (facts, pair, &last_value, &value) &&
         _gj_is_repeated (&last_value, &value, _gj_get_large_number (facts->report)) &&
         !_gj_is_rolled_forward (facts->form, pair->cells[0]);
}

typedef gboolean (*IsStriking) (const GjFacts    *facts,
                                const GjYearPair *pair);

/* Whether a total that the pair is a part of says the same already. */
static gboolean
is_told_by_total (const GjFacts    *facts,
                  const GjYearPair *pair,
                  IsStriking        is_striking)
{
  guint n_relations;
  const guint *relations = gj_form_get_relations_of_cell (facts->form, pair->cells[0], &n_relations);

  for (guint i = 0; i < n_relations; i++)
    {
      const GjRelation *relation = gj_form_get_relation (facts->form, relations[i]);
      guint total = relation->across_years ? GJ_NONE : _gj_relation_find_total (relation);
      const GjYearPair *other;

      if (total == GJ_NONE || total == pair->cells[0])
        continue;

      other = _gj_last_year_find_pair (facts->last, total);
      if (other != NULL && other != pair && is_striking (facts, other))
        return TRUE;
    }

  return FALSE;
}

/* Whether every number of the table is last year's, and something happened in it at all. */
static gboolean
is_table_repeated (const GjFacts *facts,
                   guint          table)
{
  const GjTable *info = gj_form_get_table (facts->form, table);
  guint n_striking = 0;

  for (guint i = 0; i < info->n_cells; i++)
    {
      guint cell = info->first_cell + i;
      const GjYearPair *pair = _gj_last_year_find_pair (facts->last, cell);
      GjDecimal last_value;
      GjDecimal value;

      if (!facts->operands[cell].is_present)
        continue;
      if (pair == NULL || !_gj_years_read_pair (facts, pair, &last_value, &value) ||
          gj_decimal_compare (&last_value, &value) != 0)
        return FALSE;
      n_striking += gj_decimal_get_sign (&value) != 0 && !_gj_is_rolled_forward (facts->form, cell);
    }

  return n_striking > 0;
}

char *
_gj_years_name_pair (const GjFacts    *facts,
                     const GjYearPair *pair)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < pair->n_cells; i++)
    {
      g_autofree char *name = NULL;

      if (!facts->operands[pair->cells[i]].is_present)
        continue;
      name = _gj_facts_dup_cell_name (facts, pair->cells[i]);
      g_string_append_printf (names, "%s“%s”", names->len > 0 ? " + " : "", name);
    }

  return g_string_free (names, FALSE);
}

void
_gj_years_set_pair (GjFindingBuilder *builder,
                    const GjFacts    *facts,
                    const GjYearPair *pair)
{
  g_autofree char *own = _gj_facts_dup_basis (facts, pair->cells, pair->n_cells);
  g_autofree char *basis = _gj_years_dup_basis (facts, own, pair->last_cells, pair->n_last_cells);
  g_autofree guint *cells = g_new (guint, pair->n_cells);
  guint n_cells = 0;

  for (guint i = 0; i < pair->n_cells; i++)
    if (facts->operands[pair->cells[i]].is_present)
      cells[n_cells++] = pair->cells[i];

  gj_finding_builder_set_cells (builder, cells, n_cells, cells[0]);
  gj_finding_builder_set_basis (builder, basis);
  _gj_years_set_cells (builder, facts, pair->last_cells, pair->n_last_cells);
}

static void
add_pair_finding (const GjFacts    *facts,
                  const GjYearPair *pair,
                  gboolean          is_jump,
                  GPtrArray        *findings)
{
  const char *check = is_jump ? "C08" : "C09";
  guint table = gj_form_get_cell (facts->form, pair->cells[0])->table;
  g_autofree char *report = _gj_years_dup_report_name (facts);
  g_autofree char *name = _gj_years_name_pair (facts, pair);
  g_autofree char *key = g_strconcat (check, "/", gj_form_get_cell (facts->form, pair->cells[0])->id, NULL);
  g_autofree char *old_number = NULL;
  g_autofree char *new_number = NULL;
  GjFindingBuilder *builder;
  GjDecimal last_value;
  GjDecimal value;
  char *message;
  GjSum gap;

  _gj_years_read_pair (facts, pair, &last_value, &value);
  old_number = gj_decimal_to_string (&last_value);
  new_number = gj_decimal_to_string (&value);
  gj_sum_init (&gap);
  gj_sum_add (&gap, &value, 1);
  gj_sum_add (&gap, &last_value, -1);

  if (is_jump)
    message = g_strdup_printf (_("%1$s is %2$s, but %3$s in the %4$s."), name, new_number, old_number,
                               report);
  else
    message = g_strdup_printf (_("%1$s is %2$s, exactly as in the %3$s."), name, new_number, report);

  builder = _gj_facts_begin_finding (facts, check, is_jump ? GJ_SEVERITY_HINT : GJ_SEVERITY_WARNING,
                                     GJ_OUTCOME_REMARK,
                                     gj_form_get_table (facts->form, table)->section);
  _gj_years_set_pair (builder, facts, pair);
  gj_finding_builder_take_sides (builder, g_strdup (new_number), g_strdup (old_number),
                                 gj_sum_to_string (&gap));
  gj_finding_builder_take_words (builder, g_strdup (is_jump ? _("Much unlike last year")
                                                            : _("The same as last year")),
                                 message, NULL, NULL);
  _gj_facts_end_finding (facts, builder, key, findings);
}

/**
 * _gj_years_check_cell:
 * @facts: facts
 * @cell: a cell
 * @findings: where findings go
 *
 * Looks whether the number that begins with the cell is strikingly unlike or like last
 * year's.
 */
void
_gj_years_check_cell (const GjFacts *facts,
                      guint          cell,
                      GPtrArray     *findings)
{
  const GjYearPair *pair;

  if (!_gj_last_year_is_asked (facts->last))
    return;

  pair = _gj_last_year_find_pair (facts->last, cell);
  if (pair == NULL || pair->cells[0] != cell ||
      gj_form_get_cell (facts->form, cell)->type == GJ_CELL_CHANGE)
    return;

  if (_gj_years_check_unit (facts, pair, findings))
    return;

  if (gj_check_set_contains (facts->checks, "C08") && is_jump (facts, pair) &&
      !is_told_by_total (facts, pair, is_jump))
    add_pair_finding (facts, pair, TRUE, findings);

  if (gj_check_set_contains (facts->checks, "C09") && is_repeated (facts, pair) &&
      !is_told_by_total (facts, pair, is_repeated) &&
      !is_table_repeated (facts, gj_form_get_cell (facts->form, cell)->table))
    add_pair_finding (facts, pair, FALSE, findings);
}

/**
 * _gj_years_check_table:
 * @facts: facts
 * @table: a table
 * @findings: where a finding goes
 *
 * Looks whether a whole table is last year's.
 */
void
_gj_years_check_table (const GjFacts *facts,
                       guint          table,
                       GPtrArray     *findings)
{
  const GjTable *info = gj_form_get_table (facts->form, table);
  g_autofree guint *cells = NULL;
  g_autofree char *own = NULL;
  g_autofree char *key = NULL;
  g_autofree char *report = NULL;
  GjFindingBuilder *builder;
  guint n_cells = 0;

  if (!_gj_last_year_is_asked (facts->last) || !gj_check_set_contains (facts->checks, "C09") ||
      !is_table_repeated (facts, table))
    return;

  cells = g_new (guint, info->n_cells);
  for (guint i = 0; i < info->n_cells; i++)
    if (facts->operands[info->first_cell + i].is_present)
      cells[n_cells++] = info->first_cell + i;

  own = _gj_facts_dup_basis (facts, cells, n_cells);
  key = g_strconcat ("C09/", info->id, NULL);
  report = _gj_years_dup_report_name (facts);
  builder = _gj_facts_begin_finding (facts, "C09", GJ_SEVERITY_WARNING, GJ_OUTCOME_REMARK, info->section);
  gj_finding_builder_set_cells (builder, cells, n_cells, GJ_NONE);
  gj_finding_builder_set_basis (builder, own);
  _gj_years_set_cells (builder, facts, NULL, 0);
  gj_finding_builder_take_words (builder, g_strdup (_("The same as last year")),
                                 g_strdup_printf (_("Every number of the table is that of the %s."),
                                                  report),
                                 NULL, NULL);
  _gj_facts_end_finding (facts, builder, key, findings);
}
