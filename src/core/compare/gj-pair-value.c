/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pair-value.h"

#include <math.h>
#include <string.h>

#include "cells/gj-cells.h"
#include "years/gj-jump.h"
#include "years/gj-years.h"

/* What two numbers have to do with each other, exactly. A blank, a missing cell and 0 are
 * three things: nothing is taken for 0 but the blank parts of a sum that has numbers. */

static const GjLabel unknown_unit = {
  "其中一个金额没有注明单位（元或万元），不能直接比较。",
  "One of the two amounts does not state its unit (yuan or ten thousand yuan).",
};

void
_gj_pair_value_clear (GjPairValue *self)
{
  g_clear_pointer (&self->text, g_free);
}

static void
read_cell (GjPairValue *self,
           GjReport    *report,
           guint        cell)
{
  const GjNumberText *number = gj_report_get_cell_number (report, cell);

  self->text = g_strdup (gj_report_get_cell_text (report, cell));
  if (self->text == NULL || number->state != GJ_NUMBER_READ)
    return;

  self->is_number = TRUE;
  self->unit = number->unit;
  gj_sum_add (&self->sum, &number->value, 1);
}

/* The words of a sum that is no number: of its cells that are none. */
static void
add_words (GString    *words,
           const char *text)
{
  if (words->len > 0)
    g_string_append (words, " + ");
  g_string_append (words, text);
}

static void
read_sum (GjPairValue  *self,
          GjReport     *report,
          const GjTerm *terms,
          guint         n_terms)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint n_present = 0;
  guint n_numbers = 0;

  for (guint i = 0; i < n_terms; i++)
    {
      const char *text = gj_report_get_cell_text (report, terms[i].cell);
      const GjNumberText *number;

      if (text == NULL || terms[i].last_year)
        continue;

      number = gj_report_get_cell_number (report, terms[i].cell);
      n_present++;
      if (number->state == GJ_NUMBER_READ)
        {
          gj_sum_add (&self->sum, &number->value, terms[i].factor);
          self->unit = number->unit;
          n_numbers++;
        }
      else if (number->state == GJ_NUMBER_UNREADABLE)
        add_words (words, text);
    }

  self->is_number = n_numbers > 0 && words->len == 0;
  if (self->is_number)
    self->text = gj_sum_to_string (&self->sum);
  else if (n_present > 0)
    self->text = g_strdup (words->str);
}

/**
 * _gj_pair_value_read:
 * @self: (out caller-allocates): the value
 * @report: a report
 * @terms: (array length=n_terms): cells of its form
 * @constant: what is added to them
 *
 * Reads a number. What is absent leaves a sum; what is blank counts as 0 in it, unless
 * everything is.
 */
void
_gj_pair_value_read (GjPairValue  *self,
                     GjReport     *report,
                     const GjTerm *terms,
                     guint         n_terms,
                     gint64        constant)
{
  *self = (GjPairValue) { 0 };
  gj_sum_init (&self->sum);

  if (n_terms == 1 && terms[0].factor == 1 && constant == 0)
    {
      read_cell (self, report, terms[0].cell);
      return;
    }

  gj_sum_add_int (&self->sum, constant);
  read_sum (self, report, terms, n_terms);
}

/* Units */

static gboolean
convert (GjSum  *sum,
         gint64  from,
         gint64  to)
{
  if (sum->millionths * from % to != 0)
    return FALSE;

  sum->millionths = sum->millionths * from / to;
  return TRUE;
}

/* Brings both to one unit of money. Returns FALSE when one of them is not known. */
static gboolean
unify_units (GjPairValue *old_value,
             GjPairValue *new_value,
             const char **unit)
{
  const char *old_unit = old_value->unit != NULL ? old_value->unit : *unit;
  const char *new_unit = new_value->unit != NULL ? new_value->unit : *unit;
  gint64 from = _gj_money_get_factor (old_unit);
  gint64 to = _gj_money_get_factor (new_unit);

  if (from == to)
    {
      if (to != 0)
        *unit = new_unit;
      return TRUE;
    }
  if (gj_sum_get_sign (&old_value->sum) == 0 || gj_sum_get_sign (&new_value->sum) == 0)
    {
      *unit = to != 0 ? new_unit : old_unit;
      return TRUE;
    }
  if (from == 0 || to == 0)
    return FALSE;

  *unit = convert (&old_value->sum, from, to) ? new_unit : old_unit;
  if (*unit == old_unit)
    convert (&new_value->sum, to, from);

  return TRUE;
}

/* Pairs */

static int
get_rank (const GjPairValue *value)
{
  if (value->text == NULL)
    return 0;

  for (const char *p = value->text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return 2;

  return 1;
}

static gboolean
is_same_text (const char *a,
              const char *b)
{
  g_autofree char *left = g_strstrip (g_strdup (a));
  g_autofree char *right = g_strstrip (g_strdup (b));

  return strcmp (left, right) == 0;
}

/* What is rolled forward from year to year stays the same when nothing happens. */
static gboolean
is_rolled_forward (const GjCellPair *pair,
                   GjReport         *new_report)
{
  return pair->new_cell != GJ_NONE && _gj_is_rolled_forward (gj_report_get_form (new_report), pair->new_cell);
}

static void
mark_pair (GjCellPair        *pair,
           const GjPairValue *old_value,
           const GjPairValue *new_value,
           GjReport          *new_report)
{
  GjDecimal old_number;
  GjDecimal new_number;

  if (!gj_sum_to_decimal (&old_value->sum, &old_number) || !gj_sum_to_decimal (&new_value->sum, &new_number))
    return;

  pair->is_jump = _gj_is_jump (&old_number, &new_number);
  pair->is_repeated = _gj_is_repeated (&old_number, &new_number, _gj_get_large_number (new_report)) &&
                      !is_rolled_forward (pair, new_report);
}

static void
compare_numbers (GjCellPair       *pair,
                 GjPairValue      *old_value,
                 GjPairValue      *new_value,
                 GjReport         *new_report,
                 gboolean          is_followed)
{
  g_autofree char *number = NULL;
  GjSum difference = new_value->sum;
  int sign;

  gj_sum_subtract (&difference, &old_value->sum);
  sign = gj_sum_get_sign (&difference);
  number = gj_sum_to_string (&difference);

  pair->difference = g_strconcat (sign > 0 ? "+" : "", number, NULL);
  if (gj_sum_get_sign (&old_value->sum) != 0)
    pair->ratio = (double) difference.millionths / (double) old_value->sum.millionths; /* double: only for showing */
  pair->change = sign != 0 ? GJ_CELL_CHANGED : GJ_CELL_SAME;

  if (is_followed)
    mark_pair (pair, old_value, new_value, new_report);
  else if (sign == 0 && !is_same_text (old_value->text, new_value->text))
    pair->change = GJ_CELL_CHANGED;
}

static void
compare_values (GjCellPair       *pair,
                GjPairValue      *old_value,
                GjPairValue      *new_value,
                GjReport         *new_report,
                gboolean          is_followed)
{
  int old_rank = get_rank (old_value);
  int new_rank = get_rank (new_value);

  if (old_rank < 2 || new_rank < 2)
    {
      pair->change = old_rank > new_rank ? GJ_CELL_ONLY_OLD : old_rank < new_rank ? GJ_CELL_ONLY_NEW : GJ_CELL_SAME;
    }
  else if (!old_value->is_number || !new_value->is_number)
    {
      pair->change = is_same_text (old_value->text, new_value->text) ? GJ_CELL_SAME : GJ_CELL_CHANGED;
    }
  else if (!unify_units (old_value, new_value, &pair->unit))
    {
      pair->change = GJ_CELL_INCOMPARABLE;
      pair->reason = unknown_unit;
    }
  else
    {
      compare_numbers (pair, old_value, new_value, new_report, is_followed);
    }
}

/**
 * _gj_cell_pair_new:
 * @spec: which numbers
 * @old_report: the older report
 * @new_report: the newer report
 * @is_followed: whether the two are years of one body, whose numbers go on
 *
 * Returns: (transfer full) (nullable): the pair; %NULL when neither report has such a cell
 */
GjCellPair *
_gj_cell_pair_new (const GjPairSpec *spec,
                   GjReport         *old_report,
                   GjReport         *new_report,
                   gboolean          is_followed)
{
  g_auto (GjPairValue) old_value = { 0 };
  g_auto (GjPairValue) new_value = { 0 };
  GjCellPair *self;

  _gj_pair_value_read (&old_value, old_report, spec->old_side.terms, spec->old_side.n_terms, spec->old_side.constant);
  _gj_pair_value_read (&new_value, new_report, spec->new_side.terms, spec->new_side.n_terms, spec->new_side.constant);
  if (old_value.text == NULL && new_value.text == NULL)
    return NULL;

  self = g_new0 (GjCellPair, 1);
  self->id = g_strdup (spec->id);
  self->row = spec->row;
  self->column = spec->column;
  self->unit = spec->unit;
  self->old_cell = spec->old_side.cell;
  self->new_cell = spec->new_side.cell;
  self->reason = spec->reason;
  self->is_part = spec->is_part;
  self->ratio = NAN;

  if (spec->is_comparable)
    compare_values (self, &old_value, &new_value, new_report, is_followed);
  else
    self->change = GJ_CELL_INCOMPARABLE;

  self->old_text = g_steal_pointer (&old_value.text);
  self->new_text = g_steal_pointer (&new_value.text);

  return self;
}

void
_gj_cell_pair_free (GjCellPair *self)
{
  g_free (self->id);
  g_free (self->old_text);
  g_free (self->new_text);
  g_free (self->difference);
  g_free (self);
}

gboolean
_gj_cell_pair_equal (const GjCellPair *a,
                     const GjCellPair *b)
{
  return strcmp (a->id, b->id) == 0 && a->old_cell == b->old_cell && a->new_cell == b->new_cell &&
         a->change == b->change && a->is_jump == b->is_jump && a->is_repeated == b->is_repeated &&
         g_strcmp0 (a->old_text, b->old_text) == 0 && g_strcmp0 (a->new_text, b->new_text) == 0 &&
         g_strcmp0 (a->difference, b->difference) == 0 && g_strcmp0 (a->unit, b->unit) == 0;
}

static gboolean
is_zero (const GjCellPair *pair)
{
  GjNumberText number;

  gj_number_text_read (pair->new_text, &number);
  return number.state == GJ_NUMBER_READ && gj_decimal_get_sign (&number.value) == 0;
}

/* Whether @pair is a number that happens to be last year's. */
static gboolean
is_striking (const GjCellPair *pair,
             GjReport         *new_report)
{
  return pair->change == GJ_CELL_SAME && pair->difference != NULL && !is_zero (pair) &&
         !is_rolled_forward (pair, new_report);
}

/**
 * _gj_cell_pairs_mark_table:
 * @pairs: (element-type GjCellPair): the pairs of one table of two years
 * @new_report: the newer report
 *
 * Marks every number of a table that is last year's as a whole (C09).
 */
void
_gj_cell_pairs_mark_table (GPtrArray *pairs,
                           GjReport  *new_report)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      const GjCellPair *pair = pairs->pdata[i];

      if (pair->change != GJ_CELL_SAME && !pair->is_part)
        return;
    }

  for (guint i = 0; i < pairs->len; i++)
    {
      GjCellPair *pair = pairs->pdata[i];

      if (is_striking (pair, new_report))
        pair->is_repeated = TRUE;
    }
}
