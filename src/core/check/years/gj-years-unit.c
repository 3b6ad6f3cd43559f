/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-years.h"

#include "cells/gj-cells.h"
#include "gj-messages.h"

/* A11: an amount under a head of 万元 that looks like one in 元: so many times last year's
 * that no body collects it, or exactly the amount of last year in the smaller unit. Which
 * amounts have such a head the form says. */

#define YUAN 1
#define FACTOR 100

static void
multiply (const GjDecimal *value,
          gint64           factor,
          GjSum           *out)
{
  gj_sum_init (out);
  gj_sum_add (out, value, factor);
}

/* How many 元 the unit of the head is: more than one, or there is nothing to mistake. */
static gint64
get_factor (const GjFacts    *facts,
            const GjYearPair *pair)
{
  const GjCell *cell = gj_form_get_cell (facts->form, pair->cells[0]);

  return cell->type == GJ_CELL_AMOUNT ? _gj_money_get_factor (cell->unit) : 0;
}

static gboolean
is_multiple (const GjDecimal *value,
             const GjDecimal *last_value,
             gint64           factor)
{
  GjSum sum;
  GjSum last_sum;

  multiply (value, 1, &sum);
  multiply (last_value, factor, &last_sum);

  return gj_sum_compare (&sum, &last_sum) == 0;
}

static gboolean
is_far_above (const GjDecimal *value,
              const GjDecimal *last_value)
{
  GjSum sum;
  GjSum last_sum;

  multiply (value, 1, &sum);
  multiply (last_value, FACTOR, &last_sum);

  return gj_sum_compare (&sum, &last_sum) >= 0;
}

/* What the amount would be if 元 were meant; NULL when six decimals cannot say it. */
static char *
dup_converted (const GjDecimal *value,
               gint64           factor)
{
  GjSum converted;

  return _gj_money_convert (value, YUAN, factor, &converted) ? gj_sum_to_string (&converted) : NULL;
}

static char *
format_message (const GjFacts    *facts,
                const GjYearPair *pair,
                const char       *number,
                const char       *last_number,
                const char       *amount,
                guint             multiple)
{
  g_autofree char *report = _gj_years_dup_report_name (facts);
  g_autofree char *name = _gj_years_name_pair (facts, pair);

  if (multiple != 0)
    return g_strdup_printf (_("%1$s is %2$s, exactly %3$u times the %4$s of the %5$s: it looks "
                              "like an amount in yuan. That would be %6$s."),
                            name, number, multiple, last_number, report, amount);
  if (amount == NULL)
    return g_strdup_printf (_("%1$s is %2$s, 100 times the %3$s of the %4$s or more: it looks like an amount "
                              "in yuan."), name, number, last_number, report);

  return g_strdup_printf (_("%1$s is %2$s, 100 times the %3$s of the %4$s or more: it looks like an amount in "
                            "yuan. That would be %5$s."), name, number, last_number, report, amount);
}

static void
add_finding (const GjFacts    *facts,
             const GjYearPair *pair,
             const GjDecimal  *last_value,
             const GjDecimal  *value,
             GPtrArray        *findings)
{
  const GjCell *cell = gj_form_get_cell (facts->form, pair->cells[0]);
  gint64 factor = get_factor (facts, pair);
  gboolean is_exact = is_multiple (value, last_value, factor);
  g_autofree char *number = gj_decimal_to_string (value);
  g_autofree char *last_number = gj_decimal_to_string (last_value);
  g_autofree char *converted = dup_converted (value, factor);
  g_autofree char *amount = converted != NULL ? _gj_format_amount (converted, cell->unit) : NULL;
  g_autofree char *key = g_strconcat ("A11/", cell->id, NULL);
  GjFindingBuilder *builder;
  GjSum gap;

  multiply (value, 1, &gap);
  gj_sum_add (&gap, last_value, -1);
  builder = _gj_facts_begin_finding (facts, "A11", GJ_SEVERITY_WARNING, GJ_OUTCOME_REMARK,
                                     gj_form_get_table (facts->form, cell->table)->section);
  _gj_years_set_pair (builder, facts, pair);
  gj_finding_builder_take_sides (builder, g_strdup (number), g_strdup (last_number), gj_sum_to_string (&gap));
  gj_finding_builder_take_words (builder, g_strdup (_("Amount looks like yuan")),
                                 format_message (facts, pair, number, last_number, amount,
                                                 is_exact ? (guint) factor : 0),
                                 NULL, NULL);
  if (is_exact)
    gj_finding_builder_take_remedy (builder, g_strdup_printf (_("Change it to %s."), converted), pair->cells[0],
                                    g_strdup (converted));
  _gj_facts_end_finding (facts, builder, key, findings);
}

/**
 * _gj_years_check_unit:
 * @facts: facts
 * @pair: a quantity in two reports
 * @findings: where a finding goes
 *
 * Looks whether an amount seems to be stated in a smaller unit than its head says.
 *
 * Returns: whether it does, and that was said
 */
gboolean
_gj_years_check_unit (const GjFacts    *facts,
                      const GjYearPair *pair,
                      GPtrArray        *findings)
{
  GjDecimal last_value;
  GjDecimal value;

  if (get_factor (facts, pair) <= YUAN || !gj_check_set_contains (facts->checks, "A11") ||
      !_gj_years_read_pair (facts, pair, &last_value, &value) ||
      gj_decimal_get_sign (&last_value) <= 0 || !is_far_above (&value, &last_value))
    return FALSE;

  add_finding (facts, pair, &last_value, &value, findings);

  return TRUE;
}
