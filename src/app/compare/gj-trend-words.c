/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-trend-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define GAP_SIGN "—"

char *
gj_trend_dup_year (const GjTrend *trend,
                   guint          column)
{
  int year = gj_trend_get_column (trend, column)->year;

  return year > 0 ? g_strdup_printf (C_("column", "%d"), year) : g_strdup (_("No Year"));
}

/* (nullable): what is wrong with a column, under its year. */
char *
gj_trend_dup_note (const GjTrend *trend,
                   guint          column)
{
  const GjTrendColumn *self = gj_trend_get_column (trend, column);

  if (self->report == NULL)
    return g_strdup (_("No report"));
  if (self->is_other_body)
    return g_strdup (_("Another body"));
  if (self->is_double)
    return g_strdup (_("Double"));

  return NULL;
}

char *
gj_trend_dup_value (const GjTrend *trend,
                    guint          figure,
                    guint          column)
{
  GjDecimal value;

  return gj_trend_get_value (trend, figure, column, &value) ? gj_decimal_to_string (&value)
                                                            : g_strdup (GAP_SIGN);
}

/* (nullable): the section of the form that the figure is read from, newest form first. */
const char *
gj_trend_get_section (const GjTrend *trend,
                      guint          figure)
{
  const char *id = gj_trend_get_figure (trend, figure)->id;

  for (guint i = gj_trend_get_n_columns (trend); i > 0; i--)
    {
      GjReport *report = gj_trend_get_column (trend, i - 1)->report;
      GjForm *form = report != NULL ? gj_report_get_form (report) : NULL;

      for (guint j = 0; form != NULL && j < gj_form_get_n_figures (form); j++)
        {
          const GjFormFigure *found = gj_form_get_figure (form, j);

          if (g_str_equal (found->id, id) && found->quantity->n_terms > 0)
            {
              const GjCell *cell = gj_form_get_cell (form, found->quantity->terms[0].cell);
              guint section = gj_form_get_table (form, cell->table)->section;

              return gj_label_get_current (&gj_form_get_section (form, section)->tab);
            }
        }
    }

  return NULL;
}

/* The report of the same body and of the year before; none when there are two of them. */
static guint
find_before (const GjTrend *trend,
             guint          column)
{
  const GjTrendColumn *self = gj_trend_get_column (trend, column);

  for (guint i = column; i > 0 && self->report != NULL && self->year > 0 && !self->is_other_body; i--)
    {
      const GjTrendColumn *before = gj_trend_get_column (trend, i - 1);

      if (before->year == self->year - 1 && before->report != NULL && !before->is_other_body)
        return before->is_double ? GJ_NONE : i - 1;
    }

  return GJ_NONE;
}

static double
to_double (const GjDecimal *value)
{
  return (double) value->mantissa / pow (10, value->scale);
}

/* double: only for showing */
static char *
dup_ratio (const GjDecimal *before,
           const GjDecimal *value)
{
  double base = to_double (before);

  return base > 0 ? g_strdup_printf ("%+.1f%%", (to_double (value) - base) / base * 100) : NULL;
}

char *
gj_trend_dup_change (const GjTrend  *trend,
                     guint           figure,
                     guint           column,
                     char          **words)
{
  guint from = find_before (trend, column);
  g_autofree char *number = NULL;
  g_autofree char *ratio = NULL;
  g_autofree char *year = NULL;
  char *change;
  GjDecimal before;
  GjDecimal value;
  GjSum sum;

  *words = NULL;
  if (from == GJ_NONE || !gj_trend_get_value (trend, figure, from, &before)
      || !gj_trend_get_value (trend, figure, column, &value))
    return NULL;

  gj_sum_init (&sum);
  gj_sum_add (&sum, &value, 1);
  gj_sum_add (&sum, &before, -1);
  year = gj_trend_dup_year (trend, from);
  if (gj_sum_get_sign (&sum) == 0)
    {
      *words = g_strdup_printf (_("The same as in %s"), year);
      return NULL;
    }

  number = gj_sum_to_string (&sum);
  change = g_strconcat (gj_sum_get_sign (&sum) > 0 ? "+" : "", number, NULL);
  ratio = dup_ratio (&before, &value);
  *words = ratio != NULL ? g_strdup_printf (_("%1$s against %2$s (%3$s)"), change, year, ratio)
                         : g_strdup_printf (_("%1$s against %2$s"), change, year);

  return change;
}

char *
gj_trend_dup_remarks (const GjTrend *trend,
                      const char    *check)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < gj_trend_get_n_remarks (trend); i++)
    {
      const GjTrendRemark *remark = gj_trend_get_remark (trend, i);

      if (g_str_equal (remark->check, check))
        g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", remark->message);
    }

  return g_string_free (words, words->len == 0);
}

char *
gj_trend_dup_table (const GjTrend *trend)
{
  GString *text = g_string_new (_("Item"));

  for (guint i = 0; i < gj_trend_get_n_columns (trend); i++)
    {
      g_autofree char *year = gj_trend_dup_year (trend, i);

      g_string_append_printf (text, "\t%s", year);
    }
  g_string_append_c (text, '\n');

  for (guint i = 0; i < gj_trend_get_n_figures (trend); i++)
    {
      g_string_append (text, gj_label_get_current (&gj_trend_get_figure (trend, i)->name));
      for (guint j = 0; j < gj_trend_get_n_columns (trend); j++)
        {
          GjDecimal value;
          g_autofree char *number =
            gj_trend_get_value (trend, i, j, &value) ? gj_decimal_to_string (&value) : g_strdup ("");

          g_string_append_printf (text, "\t%s", number);
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

static gboolean
is_chosen (const GjTrend *trend,
           GHashTable    *chosen,
           guint          figure)
{
  return g_hash_table_contains (chosen, gj_trend_get_figure (trend, figure)->id);
}

/* Another body has its place, which stays empty: its bars would be read as this one's. */
static void
add_column (GjChart       *chart,
            const GjTrend *trend,
            GHashTable    *chosen,
            guint          column)
{
  g_autofree char *year = gj_trend_dup_year (trend, column);
  guint group = gj_chart_add_group (chart, year);
  guint series = 0;

  for (guint i = 0; i < gj_trend_get_n_figures (trend); i++)
    if (is_chosen (trend, chosen, i))
      {
        GjDecimal value;
        gboolean is_known = gj_trend_get_value (trend, i, column, &value)
                            && !gj_trend_get_column (trend, column)->is_other_body;

        gj_chart_set_value (chart, group, series++, is_known ? &value : NULL);
      }
}

GjChart *
gj_trend_dup_chart (const GjTrend *trend,
                    GHashTable    *chosen)
{
  GjChart *chart = gj_chart_new (_("Main Figures over the Years"));

  for (guint i = 0; i < gj_trend_get_n_figures (trend); i++)
    if (is_chosen (trend, chosen, i))
      gj_chart_add_series (chart, gj_label_get_current (&gj_trend_get_figure (trend, i)->name));
  for (guint i = 0; i < gj_trend_get_n_columns (trend); i++)
    add_column (chart, trend, chosen, i);

  return chart;
}
