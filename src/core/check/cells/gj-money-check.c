/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-cells.h"

#include <string.h>

#include "gj-messages.h"

/* Amounts whose head states no unit. B07: the unit must be known; the value is shown in
 * both units, because only a person knows which was meant. B08: the amount of one item is
 * so small or so large that the unit is in doubt; while the unit is not known that is
 * said only if it is so under every unit. */

#define YUAN 1
#define TEN_THOUSAND_YUAN 10000
#define HUNDRED_MILLION_YUAN 100000000

/**
 * _gj_money_get_factor:
 * @unit: (nullable): a unit
 *
 * Returns: how many 元 it is, or 0 when it is no unit of money
 */
gint64
_gj_money_get_factor (const char *unit)
{
  if (unit == NULL)
    return 0;
  if (strcmp (unit, "元") == 0)
    return YUAN;
  if (strcmp (unit, "万元") == 0)
    return TEN_THOUSAND_YUAN;
  if (strcmp (unit, "亿元") == 0)
    return HUNDRED_MILLION_YUAN;

  return 0;
}

/**
 * _gj_money_convert:
 * @value: an amount
 * @from: its unit in 元
 * @to: the unit wanted, in 元
 * @out: (out): the same amount in that unit
 *
 * Returns: whether six decimals are enough to say it exactly
 */
gboolean
_gj_money_convert (const GjDecimal *value,
                   gint64           from,
                   gint64           to,
                   GjSum           *out)
{
  gj_sum_init (out);
  gj_sum_add (out, value, from);
  if (out->millionths % to != 0)
    return FALSE;

  out->millionths /= to;

  return TRUE;
}

static char *
format_converted (const GjDecimal *value,
                  gint64           from,
                  gint64           to)
{
  g_autofree char *number = NULL;
  GjSum sum;

  if (_gj_money_convert (value, from, to, &sum))
    {
      number = gj_sum_to_string (&sum);
      return _gj_format_amount (number, to == YUAN ? "元" : "万元");
    }

  number = gj_decimal_to_string (value);

  return _gj_format_amount (number, "元");
}

static char *
format_unit_message (const GjFacts *facts,
                     guint          cell,
                     gint64         factor)
{
  const GjNumberText *number = &facts->operands[cell].number;
  g_autofree char *name = _gj_facts_dup_cell_name (facts, cell);
  g_autofree char *text = _gj_facts_dup_cell_words (facts, cell);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (factor == 0)
    {
      first = format_converted (&number->value, YUAN, TEN_THOUSAND_YUAN);
      second = format_converted (&number->value, TEN_THOUSAND_YUAN, YUAN);

      return g_strdup_printf (_("“%1$s” is %2$s without a unit. If yuan are meant it is %3$s, "
                                "if ten thousand yuan, %4$s. State the unit."),
                              name, text, first, second);
    }

  first = format_converted (&number->value, factor, YUAN);
  second = format_converted (&number->value, factor, TEN_THOUSAND_YUAN);

  return g_strdup_printf (_("“%1$s” states its unit inside the cell: “%2$s”, that is %3$s or %4$s."),
                          name, text, first, second);
}

static void
check_unit (const GjFacts *facts,
            guint          cell,
            gint64         factor,
            GPtrArray     *findings)
{
  gboolean is_known = factor != 0;
  g_autofree char *key = NULL;
  GjFindingBuilder *builder;

  if (gj_decimal_get_sign (&facts->operands[cell].number.value) == 0 ||
      !gj_check_set_contains (facts->checks, "B07"))
    return;

  builder = _gj_facts_begin_cell_finding (facts, "B07", GJ_SEVERITY_WARNING,
                                          is_known ? GJ_OUTCOME_REMARK : GJ_OUTCOME_VIOLATED,
                                          cell);
  gj_finding_builder_take_words (builder, g_strdup (is_known ? _("Unit of the amount inside the cell")
                                                             : _("Unit of the amount not known")),
                                 format_unit_message (facts, cell, factor), NULL, NULL);

  key = g_strconcat ("B07/", gj_form_get_cell (facts->form, cell)->id, NULL);
  _gj_facts_end_finding (facts, builder, key, findings);
}

static int
compare_with_range (const GjMoneyRule *rule,
                    const GjDecimal   *amount,
                    const GjDecimal   *items,
                    gint64             factor)
{
  GjSum money;
  GjSum least;
  GjSum most;

  gj_sum_init (&money);
  gj_sum_init (&least);
  gj_sum_init (&most);
  gj_sum_add (&money, amount, factor);
  gj_sum_add (&least, items, rule->least);
  gj_sum_add (&most, items, rule->most);

  if (gj_sum_compare (&money, &least) < 0)
    return -1;

  return gj_sum_compare (&money, &most) > 0 ? 1 : 0;
}

/* How the amount of one item lies to what is plausible: 0 also when the units disagree. */
static int
find_side (const GjMoneyRule *rule,
           const GjDecimal   *amount,
           const GjDecimal   *items,
           gint64             factor)
{
  int in_yuan;

  if (factor != 0)
    return compare_with_range (rule, amount, items, factor);

  in_yuan = compare_with_range (rule, amount, items, YUAN);
  if (in_yuan != compare_with_range (rule, amount, items, TEN_THOUSAND_YUAN))
    return 0;

  return in_yuan;
}

static char *
format_limit (gint64 yuan)
{
  GjDecimal value = gj_decimal_from_int (yuan);
  g_autofree char *number = NULL;

  if (yuan % HUNDRED_MILLION_YUAN == 0)
    value = gj_decimal_from_int (yuan / HUNDRED_MILLION_YUAN);
  else if (yuan % TEN_THOUSAND_YUAN == 0)
    value = gj_decimal_from_int (yuan / TEN_THOUSAND_YUAN);
  number = gj_decimal_to_string (&value);

  if (yuan % HUNDRED_MILLION_YUAN == 0)
    return _gj_format_amount (number, "亿元");

  return _gj_format_amount (number, yuan % TEN_THOUSAND_YUAN == 0 ? "万元" : "元");
}

static char *
format_range_message (const GjFacts     *facts,
                      const GjMoneyRule *rule,
                      const GjDecimal   *items,
                      int                side)
{
  g_autofree char *name = _gj_facts_dup_cell_name (facts, rule->amount);
  g_autofree char *text = _gj_facts_dup_cell_words (facts, rule->amount);
  g_autofree char *count = gj_decimal_to_string (items);
  g_autofree char *limit = format_limit (side < 0 ? rule->least : rule->most);

  if (side < 0)
    return g_strdup_printf (_("“%1$s” is %2$s for %3$s items: less than %4$s for each. "
                              "Look whether the unit is right."), name, text, count, limit);

  return g_strdup_printf (_("“%1$s” is %2$s for %3$s items: more than %4$s for each. "
                            "Look whether the unit is right."), name, text, count, limit);
}

static gboolean
read_items (const GjFacts     *facts,
            const GjMoneyRule *rule,
            GjDecimal         *items)
{
  const GjOperand *operand;

  *items = gj_decimal_from_int (1);
  if (rule->items == GJ_NONE)
    return TRUE;

  operand = &facts->operands[rule->items];
  *items = operand->number.value;

  return operand->is_present && operand->number.state == GJ_NUMBER_READ &&
         gj_decimal_get_sign (items) > 0;
}

static void
check_range (const GjFacts     *facts,
             const GjMoneyRule *rule,
             gint64             factor,
             GPtrArray         *findings)
{
  const GjDecimal *amount = &facts->operands[rule->amount].number.value;
  guint cells[2] = { rule->items, rule->amount };
  guint n_cells = rule->items != GJ_NONE ? 2 : 1;
  const guint *first = n_cells == 2 ? cells : cells + 1;
  g_autofree char *key = NULL;
  g_autofree char *basis = NULL;
  GjFindingBuilder *builder;
  GjDecimal items;
  int side;

  if (gj_decimal_get_sign (amount) <= 0 || !read_items (facts, rule, &items) ||
      !gj_check_set_contains (facts->checks, "B08"))
    return;

  side = find_side (rule, amount, &items, factor);
  if (side == 0)
    return;

  builder = _gj_facts_begin_cell_finding (facts, "B08", GJ_SEVERITY_HINT, GJ_OUTCOME_REMARK,
                                          rule->amount);
  basis = _gj_facts_dup_basis (facts, first, n_cells);
  gj_finding_builder_set_cells (builder, first, n_cells, rule->amount);
  gj_finding_builder_set_basis (builder, basis);
  gj_finding_builder_take_words (builder, g_strdup (_("Unusual amount")),
                                 format_range_message (facts, rule, &items, side), NULL, NULL);

  key = g_strconcat ("B08/", gj_form_get_cell (facts->form, rule->amount)->id, NULL);
  _gj_facts_end_finding (facts, builder, key, findings);
}

/**
 * _gj_money_check:
 * @facts: facts
 * @money_rule: index of a rule about an amount
 * @findings: where findings go
 *
 * Judges the unit and the size of an amount.
 */
void
_gj_money_check (const GjFacts *facts,
                 guint          money_rule,
                 GPtrArray     *findings)
{
  const GjMoneyRule *rule = gj_form_get_money_rule (facts->form, money_rule);
  const GjOperand *amount = &facts->operands[rule->amount];
  const char *head_unit = gj_form_get_cell (facts->form, rule->amount)->unit;
  gint64 factor;

  if (!amount->is_present || amount->number.state != GJ_NUMBER_READ)
    return;

  factor = _gj_money_get_factor (amount->number.unit != NULL ? amount->number.unit : head_unit);
  if (head_unit == NULL)
    check_unit (facts, rule->amount, factor, findings);
  check_range (facts, rule, factor, findings);
}
