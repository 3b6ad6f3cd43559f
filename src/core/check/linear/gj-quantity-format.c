/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-linear.h"

#include <string.h>

#include "years/gj-last-year.h"

/* A side written out as a reader would check it: "72+3+16+1+1 = 93", zeros left out. */

typedef struct
{
  GString *words;
  guint    n_shown;
} GjWritten;

static void
append_number (GjWritten  *written,
               const char *number,
               gint64      factor)
{
  gboolean is_negative = *number == '-';

  if (factor < 0)
    g_string_append_c (written->words, '-');
  else if (written->n_shown > 0)
    g_string_append_c (written->words, '+');

  if (factor != 1 && factor != -1)
    g_string_append_printf (written->words, "%" G_GINT64_FORMAT "×", factor < 0 ? -factor : factor);

  if (is_negative && written->words->len > 0)
    g_string_append_printf (written->words, "(%s)", number);
  else
    g_string_append (written->words, number);

  written->n_shown++;
}

static void
append_past (GjWritten     *written,
             const GjFacts *facts,
             const GjTerm  *term)
{
  const GjYearPair *pair = facts->last != NULL ? _gj_last_year_find_cell (facts->last, term->cell)
                                               : NULL;
  g_autofree char *number = NULL;

  if (pair == NULL || gj_sum_get_sign (&pair->past.sum) == 0)
    return;

  number = gj_sum_to_string (&pair->past.sum);
  append_number (written, number, term->factor);
}

static void
append_term (GjWritten     *written,
             const GjFacts *facts,
             const GjTerm  *term)
{
  const GjOperand *operand = &facts->operands[term->cell];
  g_autofree char *number = NULL;

  if (term->last_year)
    {
      append_past (written, facts, term);
      return;
    }

  if (!operand->is_present || operand->number.state != GJ_NUMBER_READ ||
      gj_decimal_get_sign (&operand->number.value) == 0)
    return;

  number = gj_decimal_to_string (&operand->number.value);
  append_number (written, number, term->factor);
}

static void
append_constant (GjWritten *written,
                 gint64     constant)
{
  g_autofree char *number = NULL;

  if (constant == 0)
    return;

  number = g_strdup_printf ("%" G_GINT64_FORMAT, ABS (constant));
  append_number (written, number, constant < 0 ? -1 : 1);
}

static char *
format_single (const GjFacts *facts,
               guint          cell)
{
  const GjOperand *operand = &facts->operands[cell];
  const GjCell *info = gj_form_get_cell (facts->form, cell);
  g_autofree char *number = NULL;

  if (operand->number.state != GJ_NUMBER_READ)
    return g_strdup ("0");

  number = gj_decimal_to_string (&operand->number.value);
  if (info->type != GJ_CELL_AMOUNT)
    return g_steal_pointer (&number);

  return _gj_format_amount (number,
                            operand->number.unit != NULL ? operand->number.unit : info->unit);
}

/**
 * _gj_quantity_format:
 * @facts: facts
 * @quantity: one side of a relation
 * @sum: its value
 *
 * Writes out a side. An amount that stands alone keeps its unit.
 *
 * Returns: (transfer full): the side in figures
 */
char *
_gj_quantity_format (const GjFacts    *facts,
                     const GjQuantity *quantity,
                     const GjSum      *sum)
{
  g_autofree char *total = gj_sum_to_string (sum);
  g_autoptr (GString) words = g_string_new (NULL);
  GjWritten written = { words, 0 };

  if (quantity->n_terms == 1 && quantity->constant == 0 && quantity->terms[0].factor == 1 &&
      !quantity->terms[0].last_year)
    return format_single (facts, quantity->terms[0].cell);

  for (guint i = 0; i < quantity->n_terms; i++)
    append_term (&written, facts, &quantity->terms[i]);
  append_constant (&written, quantity->constant);

  if (written.n_shown < 2 && strcmp (written.n_shown > 0 ? words->str : "0", total) == 0)
    return g_steal_pointer (&total);

  return g_strdup_printf ("%s = %s", words->str, total);
}
