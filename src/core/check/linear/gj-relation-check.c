/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-linear.h"

#include "gj-messages.h"
#include "years/gj-years.h"

/* Findings about relations. The words come from the form: which row or column it is,
 * what each side is called, the rule and its source. Only the sentence around them is
 * made here. */

/* How many cells a sentence names before it says "and N more". */
#define MAX_NAMES 3

static const char *
get_words (const GjLabel *label)
{
  const char *words = gj_label_get_current (label);

  return words != NULL ? words : "";
}

static char *
name_side (const GjFacts    *facts,
           const GjQuantity *quantity)
{
  const char *words = gj_label_get_current (&quantity->name);

  if (words != NULL)
    return g_strdup (words);
  if (quantity->n_terms == 1)
    return _gj_facts_dup_cell_name (facts, quantity->terms[0].cell);

  return g_strdup (_("the sum"));
}

static gboolean
is_constant (const GjQuantity *quantity)
{
  return quantity->n_terms == 0;
}

static char *
format_unequal (const GjFacts         *facts,
                const GjRelation      *relation,
                const GjRelationValue *value)
{
  g_autofree char *left = name_side (facts, relation->left);
  g_autofree char *right = name_side (facts, relation->right);
  g_autofree char *left_sum = _gj_quantity_format (facts, relation->left, &value->left);
  g_autofree char *right_sum = _gj_quantity_format (facts, relation->right, &value->right);
  g_autofree char *gap = NULL;
  GjSum difference = value->left;

  gj_sum_subtract (&difference, &value->right);
  difference.millionths = ABS (difference.millionths);
  gap = gj_sum_to_string (&difference);

  if (relation->kind == GJ_RELATION_EQUAL)
    return g_strdup_printf (_("%1$s: %2$s: %3$s; %4$s: %5$s; the difference is %6$s."),
                            get_words (&relation->subject), left, left_sum, right, right_sum, gap);
  if (is_constant (relation->left))
    return g_strdup_printf (_("%1$s: %2$s: %3$s; it should not be less than %4$s."),
                            get_words (&relation->subject), right, right_sum, left_sum);
  if (is_constant (relation->right))
    return g_strdup_printf (_("%1$s: %2$s: %3$s; it should not be more than %4$s."),
                            get_words (&relation->subject), left, left_sum, right_sum);

  return g_strdup_printf (_("%1$s: %2$s: %3$s; this is %6$s more than %4$s: %5$s."),
                          get_words (&relation->subject), left, left_sum, right, right_sum, gap);
}

static char *
format_zero (const GjFacts         *facts,
             const GjRelation      *relation,
             const GjRelationValue *value)
{
  g_autofree char *left = name_side (facts, relation->left);
  g_autofree char *right = name_side (facts, relation->right);
  g_autofree char *left_sum = _gj_quantity_format (facts, relation->left, &value->left);
  g_autofree char *right_sum = _gj_quantity_format (facts, relation->right, &value->right);

  if (gj_sum_get_sign (&value->left) == 0)
    return g_strdup_printf (_("%1$s: %2$s is 0, but %3$s is not: %4$s."),
                            get_words (&relation->subject), left, right, right_sum);

  return g_strdup_printf (_("%1$s: %2$s is 0, but %3$s is not: %4$s."),
                          get_words (&relation->subject), right, left, left_sum);
}

static char *
name_unknown_cells (const GjFacts    *facts,
                    const GjRelation *relation)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < relation->n_cells; i++)
    {
      const GjOperand *operand = &facts->operands[relation->cells[i]];
      g_autofree char *name = NULL;

      if (!operand->is_present || operand->number.state == GJ_NUMBER_READ || n++ >= MAX_NAMES)
        continue;

      name = _gj_facts_dup_cell_name (facts, relation->cells[i]);
      if (names->len > 0)
        g_string_append (names, C_("list", ", "));
      g_string_append_printf (names, "“%s”", name);
    }

  if (n > MAX_NAMES)
    g_string_append_printf (names, ngettext (" and %u more", " and %u more", n - MAX_NAMES),
                            n - MAX_NAMES);

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
format_unassessable (const GjFacts         *facts,
                     const GjRelation      *relation,
                     const GjRelationValue *value)
{
  g_autofree char *cells = name_unknown_cells (facts, relation);
  g_autofree char *left = name_side (facts, relation->left);
  g_autofree char *right = name_side (facts, relation->right);
  g_autofree char *left_sum = _gj_quantity_format (facts, relation->left, &value->left);
  g_autofree char *right_sum = _gj_quantity_format (facts, relation->right, &value->right);

  return g_strdup_printf (_("%1$s: no number in %2$s. Without it: %3$s: %4$s; %5$s: %6$s."),
                          get_words (&relation->subject), cells, left, left_sum, right, right_sum);
}

static char *
format_message (const GjFacts         *facts,
                const GjRelation      *relation,
                const GjRelationValue *value)
{
  if (relation->across_years)
    return _gj_years_format_relation (facts, relation, value);
  if (value->state == GJ_RELATION_UNASSESSABLE)
    return format_unassessable (facts, relation, value);
  if (relation->kind == GJ_RELATION_ZERO_TOGETHER || relation->kind == GJ_RELATION_ZERO_IMPLIES)
    return format_zero (facts, relation, value);

  return format_unequal (facts, relation, value);
}

static GjFindingBuilder *
begin (const GjFacts         *facts,
       const GjRelation      *relation,
       const GjRelationValue *value,
       guint                  section)
{
  gboolean is_violated = value->state == GJ_RELATION_VIOLATED;
  GjOutcome outcome = GJ_OUTCOME_UNASSESSABLE;
  GjSeverity severity = GJ_SEVERITY_WARNING;
  GjFindingBuilder *builder;

  if (is_violated)
    {
      outcome = relation->remark ? GJ_OUTCOME_REMARK : GJ_OUTCOME_VIOLATED;
      severity = relation->severity;
    }
  else
    severity = MAX (severity, relation->severity);

  builder = _gj_facts_begin_finding (facts, relation->check, severity, outcome, section);
  gj_finding_builder_set_mandatory (builder, is_violated && relation->mandatory);

  return builder;
}

static char *
format_title (const GjRelation      *relation,
              const GjRelationValue *value)
{
  const char *title = get_words (&relation->title);

  if (value->state == GJ_RELATION_UNASSESSABLE)
    return g_strdup_printf (_("%s cannot be checked"), title);
  if (relation->remark)
    return g_strdup_printf (_("%s: please look"), title);

  return g_strdup_printf (_("%s does not agree"), title);
}

static void
set_place (GjFindingBuilder *builder,
           const GjFacts    *facts,
           const GjRelation *relation,
           guint             main_cell)
{
  g_autofree guint *cells = g_new (guint, relation->n_cells);
  g_autofree char *basis = _gj_facts_dup_basis (facts, relation->cells, relation->n_cells);
  guint n_cells = 0;

  for (guint i = 0; i < relation->n_cells; i++)
    if (facts->operands[relation->cells[i]].is_present)
      cells[n_cells++] = relation->cells[i];

  gj_finding_builder_set_cells (builder, cells, n_cells, main_cell);
  gj_finding_builder_set_basis (builder, basis);
  if (relation->across_years)
    _gj_years_set_relation (builder, facts, relation);
}

static void
take_sides (GjFindingBuilder      *builder,
            const GjRelationValue *value)
{
  GjSum difference = value->left;

  if (value->state != GJ_RELATION_VIOLATED)
    return;

  gj_sum_subtract (&difference, &value->right);
  gj_finding_builder_take_sides (builder, gj_sum_to_string (&value->left),
                                 gj_sum_to_string (&value->right),
                                 gj_sum_to_string (&difference));
}

static void
take_remedy (GjFindingBuilder *builder,
             const GjFacts    *facts,
             guint             relation)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  char *suggestion;
  GjRemedy remedy;

  _gj_remedy_find (facts, relation, &remedy);
  if (remedy.cell == GJ_NONE)
    return;

  name = _gj_facts_dup_cell_name (facts, remedy.cell);
  text = gj_decimal_to_string (&remedy.value);

  /* The cell that is plainly wrong is the one to look at, whatever the rule's total is. */
  if (remedy.is_sure)
    gj_finding_builder_set_main_cell (builder, remedy.cell);

  if (remedy.is_sure)
    suggestion = g_strdup_printf (_("Change “%1$s” from %2$s to %3$s: everything that it is "
                                    "added up in then agrees."),
                                  name, gj_report_get_cell_text (facts->report, remedy.cell), text);
  else
    suggestion = g_strdup_printf (_("If the parts are right, “%1$s” should be %2$s."), name, text);

  gj_finding_builder_take_remedy (builder, suggestion, remedy.cell, g_steal_pointer (&text));
}

/**
 * _gj_relation_check:
 * @facts: facts
 * @relation: index of a relation
 * @findings: where a finding goes
 *
 * Says what is wrong with a relation, if anything is.
 */
void
_gj_relation_check (const GjFacts *facts,
                    guint          relation,
                    GPtrArray     *findings)
{
  const GjRelation *rule = gj_form_get_relation (facts->form, relation);
  const GjRelationValue *value = &facts->values[relation];
  GjFindingBuilder *builder;
  guint main_cell;
  guint table;

  if (value->state != GJ_RELATION_VIOLATED && value->state != GJ_RELATION_UNASSESSABLE)
    return;
  if (!gj_check_set_contains (facts->checks, rule->check))
    return;

  main_cell = _gj_relation_find_main_cell (facts, rule);
  table = gj_form_get_cell (facts->form, main_cell)->table;
  builder = begin (facts, rule, value, gj_form_get_table (facts->form, table)->section);

  set_place (builder, facts, rule, main_cell);
  take_sides (builder, value);
  gj_finding_builder_take_words (builder, format_title (rule, value),
                                 format_message (facts, rule, value),
                                 g_strdup (gj_label_get_current (&rule->rule)),
                                 g_strdup (rule->source));
  take_remedy (builder, facts, relation);
  _gj_facts_end_finding (facts, builder, rule->key, findings);
}
