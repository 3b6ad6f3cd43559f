/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-cells.h"

#include <string.h>

#include "gj-messages.h"

/* What one cell must be by itself. A07: a count is a whole number. A10: an amount is not
 * negative, has at most 6 decimals, and leaves the unit to the head that states it. A09:
 * nothing stands beside the number. What A10 says of a cell A09 does not say again. */

/* What A09 speaks of. Blanks around a number are traces of extraction. */
#define FLAGS_BESIDE_A_NUMBER (GJ_NUMBER_FULL_WIDTH | GJ_NUMBER_THOUSANDS | \
                               GJ_NUMBER_INNER_BLANK | GJ_NUMBER_UNIT | GJ_NUMBER_CHINESE | \
                               GJ_NUMBER_LEADING_ZERO)

static void
end_cell_finding (const GjFacts    *facts,
                  GjFindingBuilder *builder,
                  const char       *check,
                  guint             cell,
                  GPtrArray        *findings)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", check,
                                          gj_form_get_cell (facts->form, cell)->id);

  _gj_facts_end_finding (facts, builder, key, findings);
}

static void
check_whole (const GjFacts *facts,
             guint          cell,
             GPtrArray     *findings)
{
  const GjDecimal *value = &facts->operands[cell].number.value;
  gboolean is_change = gj_form_get_cell (facts->form, cell)->type == GJ_CELL_CHANGE;
  g_autofree char *name = NULL;
  g_autofree char *number = NULL;
  GjFindingBuilder *builder;
  char *message;

  if (G_LIKELY (gj_decimal_is_integer (value) && (is_change || gj_decimal_get_sign (value) >= 0)) ||
      !gj_check_set_contains (facts->checks, "A07"))
    return;

  name = _gj_facts_dup_cell_name (facts, cell);
  number = gj_decimal_to_string (value);
  message = is_change
            ? g_strdup_printf (_("“%1$s” is %2$s. It should be a whole number; a decrease is negative."),
                               name, number)
            : g_strdup_printf (_("“%1$s” is %2$s. It should be a whole number of at least 0."),
                               name, number);

  builder = _gj_facts_begin_cell_finding (facts, "A07", GJ_SEVERITY_ERROR,
                                          GJ_OUTCOME_VIOLATED, cell);
  gj_finding_builder_set_mandatory (builder, TRUE);
  gj_finding_builder_take_words (builder, g_strdup (_("Not a whole number")), message, NULL, NULL);
  end_cell_finding (facts, builder, "A07", cell, findings);
}

static void
add_amount_finding (const GjFacts *facts,
                    guint          cell,
                    char          *title,
                    char          *message,
                    char          *remedy,
                    GPtrArray     *findings)
{
  GjFindingBuilder *builder = _gj_facts_begin_cell_finding (facts, "A10", GJ_SEVERITY_WARNING,
                                                            GJ_OUTCOME_VIOLATED, cell);

  gj_finding_builder_take_words (builder, title, message, NULL, NULL);
  if (remedy != NULL)
    gj_finding_builder_take_remedy (builder, g_strdup_printf (_("Change it to %s."), remedy),
                                    cell, remedy);
  end_cell_finding (facts, builder, "A10", cell, findings);
}

/* The number in the unit of the head, when the unit beside it can be turned into that. */
static char *
convert_to_head (const GjNumberText *number,
                 const char         *head_unit)
{
  gint64 from = _gj_money_get_factor (number->unit);
  gint64 to = _gj_money_get_factor (head_unit);
  GjSum sum;

  if (from == 0 || to == 0 || !_gj_money_convert (&number->value, from, to, &sum))
    return NULL;

  return from == to ? gj_decimal_to_string (&number->value) : gj_sum_to_string (&sum);
}

static gboolean
has_unit_twice (const GjFacts *facts,
                guint          cell)
{
  const GjCell *info = gj_form_get_cell (facts->form, cell);

  return info->type == GJ_CELL_AMOUNT && info->unit != NULL &&
         (facts->operands[cell].number.flags & GJ_NUMBER_UNIT) != 0;
}

static void
check_amount (const GjFacts *facts,
              guint          cell,
              GPtrArray     *findings)
{
  const GjNumberText *number = &facts->operands[cell].number;
  const GjCell *info = gj_form_get_cell (facts->form, cell);
  gboolean is_negative = gj_decimal_get_sign (&number->value) < 0;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (G_LIKELY (!is_negative && !has_unit_twice (facts, cell)) ||
      !gj_check_set_contains (facts->checks, "A10"))
    return;

  name = _gj_facts_dup_cell_name (facts, cell);
  text = _gj_facts_dup_cell_words (facts, cell);

  if (is_negative)
    add_amount_finding (facts, cell, g_strdup (_("Negative amount")),
                        g_strdup_printf (_("“%1$s” is %2$s. An amount is at least 0."), name, text),
                        NULL, findings);
  else
    add_amount_finding (facts, cell, g_strdup (_("Unit inside the cell")),
                        g_strdup_printf (_("“%1$s” holds “%2$s”. The unit (%3$s) stands in the head; "
                                           "only the number belongs into the cell."),
                                         name, text, info->unit),
                        convert_to_head (number, info->unit), findings);
}

static char *
list_flags (GjNumberFlags flags)
{
  const struct { GjNumberFlags flag; const char *words; } kinds[] = {
    { GJ_NUMBER_UNIT, _("unit of measure") },
    { GJ_NUMBER_THOUSANDS, _("thousands mark") },
    { GJ_NUMBER_FULL_WIDTH, _("full-width characters") },
    { GJ_NUMBER_INNER_BLANK, _("line break or blank inside the number") },
    { GJ_NUMBER_CHINESE, _("Chinese numeral") },
    { GJ_NUMBER_LEADING_ZERO, _("leading zero") },
  };
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if ((flags & kinds[i].flag) != 0)
      g_string_append_printf (words, "%s%s", words->len > 0 ? C_("list", ", ") : "", kinds[i].words);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* Only what is certain: a number pulled together over a break, or one whose money unit
 * would be lost, is for a person to judge. */
static char *
clean_number (const GjNumberText *number)
{
  if ((number->flags & GJ_NUMBER_INNER_BLANK) != 0 || _gj_money_get_factor (number->unit) != 0)
    return NULL;

  return gj_decimal_to_string (&number->value);
}

static void
check_purity (const GjFacts *facts,
              guint          cell,
              GPtrArray     *findings)
{
  const GjNumberText *number = &facts->operands[cell].number;
  GjNumberFlags flags = number->flags & FLAGS_BESIDE_A_NUMBER;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autofree char *value = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *kinds = NULL;
  GjFindingBuilder *builder;

  if (has_unit_twice (facts, cell))
    flags &= ~GJ_NUMBER_UNIT;
  if (G_LIKELY (flags == 0) || !gj_check_set_contains (facts->checks, "A09"))
    return;

  name = _gj_facts_dup_cell_name (facts, cell);
  text = _gj_facts_dup_cell_words (facts, cell);
  value = gj_decimal_to_string (&number->value);
  clean = clean_number (number);
  kinds = list_flags (flags);

  builder = _gj_facts_begin_cell_finding (facts, "A09", GJ_SEVERITY_WARNING,
                                          GJ_OUTCOME_VIOLATED, cell);
  gj_finding_builder_take_words (builder, g_strdup (_("More than a number in the cell")),
                                 g_strdup_printf (_("“%1$s” holds “%2$s” (%3$s), read as %4$s. "
                                                    "Only the number belongs into the cell."),
                                                  name, text, kinds, value), NULL, NULL);
  if (clean != NULL)
    gj_finding_builder_take_remedy (builder, g_strdup_printf (_("Change it to %s."), clean), cell,
                                    g_strdup (clean));
  end_cell_finding (facts, builder, "A09", cell, findings);
}

static gboolean
has_too_many_decimals (const GjFacts *facts,
                       guint          cell)
{
  const char *point;

  if (gj_form_get_cell (facts->form, cell)->type != GJ_CELL_AMOUNT ||
      (facts->operands[cell].number.flags & GJ_NUMBER_TOO_LONG) == 0)
    return FALSE;

  point = strpbrk (gj_report_get_cell_text (facts->report, cell), ".");

  return point != NULL && strspn (point + 1, "0123456789") > GJ_DECIMAL_MAX_SCALE;
}

static void
check_unreadable (const GjFacts *facts,
                  guint          cell,
                  GPtrArray     *findings)
{
  gboolean is_fine = has_too_many_decimals (facts, cell);
  gboolean is_long = (facts->operands[cell].number.flags & GJ_NUMBER_TOO_LONG) != 0;
  const char *check = is_fine ? "A10" : "A09";
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  GjFindingBuilder *builder;
  char *message;

  if (!gj_check_set_contains (facts->checks, check))
    return;

  name = _gj_facts_dup_cell_name (facts, cell);
  text = _gj_facts_dup_cell_words (facts, cell);

  if (is_fine)
    message = g_strdup_printf (_("“%1$s” holds “%2$s”. An amount has at most 6 decimals."), name, text);
  else if (is_long)
    message = g_strdup_printf (_("“%1$s” holds “%2$s”, which is too long to be calculated with."),
                               name, text);
  else
    message = g_strdup_printf (_("“%1$s” holds “%2$s”, which cannot be read as one number."),
                               name, text);

  builder = _gj_facts_begin_cell_finding (facts, check, GJ_SEVERITY_WARNING,
                                          GJ_OUTCOME_VIOLATED, cell);
  gj_finding_builder_take_words (builder, g_strdup (is_fine ? _("Too many decimals")
                                                            : _("Not readable as a number")),
                                 message, NULL, NULL);
  end_cell_finding (facts, builder, check, cell, findings);
}

/* A whole number of at least 0 and nothing else: right in a cell of any type. */
static gboolean
is_plain (const GjNumberText *number)
{
  return number->state == GJ_NUMBER_READ && number->flags == 0 && number->value.scale == 0 &&
         number->value.mantissa >= 0;
}

/**
 * _gj_cell_check:
 * @facts: facts
 * @cell: a cell
 * @findings: where findings go
 *
 * Says what is wrong with a cell by itself.
 */
void
_gj_cell_check (const GjFacts *facts,
                guint          cell,
                GPtrArray     *findings)
{
  const GjOperand *operand = &facts->operands[cell];
  GjCellType type;

  if (!operand->is_present || is_plain (&operand->number))
    return;

  type = gj_form_get_cell (facts->form, cell)->type;
  if (type == GJ_CELL_TEXT)
    return;

  switch (operand->number.state)
    {
    case GJ_NUMBER_READ:
      if (type == GJ_CELL_AMOUNT)
        check_amount (facts, cell, findings);
      else
        check_whole (facts, cell, findings);
      check_purity (facts, cell, findings);
      break;

    case GJ_NUMBER_UNREADABLE:
      check_unreadable (facts, cell, findings);
      break;

    case GJ_NUMBER_BLANK:
    case GJ_NUMBER_NONE:
    default:
      _gj_blank_check_cell (facts, cell, findings);
      break;
    }
}
