/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-chart.h"

/* The values stand group by group, a gap where none was set. */

typedef struct
{
  gboolean  is_known;
  GjDecimal value;
} Value;

struct _GjChart
{
  char      *title;
  GPtrArray *series;
  GPtrArray *groups;
  GArray    *values;
};

static const GjLabel figures_title = { "主要数据（件）", "Main figures" };
static const GjLabel old_name = { "旧稿", "Old version" };
static const GjLabel new_name = { "新稿", "New version" };
static const GjLabel no_year = { "未注明年度", "No year" };
static const GjLabel year_name = { "%d年", "%d" };
static const GjLabel colon = { "：", ": " };
static const GjLabel separator = { "，", ", " };
static const GjLabel stop = { "。", ". " };
static const GjLabel unknown = { "无数据", "no number" };

/**
 * gj_chart_new:
 * @title: what it shows, with the unit
 *
 * Returns: (transfer full): a chart of nothing yet
 */
GjChart *
gj_chart_new (const char *title)
{
  GjChart *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_new0 (GjChart, 1);
  self->title = g_strdup (title);
  self->series = g_ptr_array_new_with_free_func (g_free);
  self->groups = g_ptr_array_new_with_free_func (g_free);
  self->values = g_array_new (FALSE, TRUE, sizeof (Value));
  return self;
}

/**
 * gj_chart_free:
 *
 * Frees the chart.
 */
void
gj_chart_free (GjChart *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->title);
  g_ptr_array_unref (self->series);
  g_ptr_array_unref (self->groups);
  g_array_unref (self->values);
  g_free (self);
}

/**
 * gj_chart_add_series:
 * @name: what the legend calls it
 *
 * All series are added before the first group.
 *
 * Returns: its number
 */
guint
gj_chart_add_series (GjChart    *self,
                     const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, 0);
  g_return_val_if_fail (self->groups->len == 0, 0);

  g_ptr_array_add (self->series, g_strdup (name));
  return self->series->len - 1;
}

/**
 * gj_chart_add_group:
 * @name: what stands below its bars
 *
 * Returns: its number
 */
guint
gj_chart_add_group (GjChart    *self,
                    const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, 0);

  g_ptr_array_add (self->groups, g_strdup (name));
  g_array_set_size (self->values, self->groups->len * self->series->len);
  return self->groups->len - 1;
}

static Value *
get_value (const GjChart *self,
           guint          group,
           guint          series)
{
  return &g_array_index (self->values, Value, group * self->series->len + series);
}

/**
 * gj_chart_set_value:
 * @value: (nullable): the number; %NULL for a gap
 */
void
gj_chart_set_value (GjChart         *self,
                    guint            group,
                    guint            series,
                    const GjDecimal *value)
{
  Value *place;

  g_return_if_fail (self != NULL && group < self->groups->len && series < self->series->len);

  place = get_value (self, group, series);
  place->is_known = value != NULL;
  if (value != NULL)
    place->value = *value;
}

/**
 * gj_chart_get_title:
 *
 * Returns: (transfer none): what the chart shows
 */
const char *
gj_chart_get_title (const GjChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * gj_chart_get_n_series:
 *
 * Returns: how many bars a group has
 */
guint
gj_chart_get_n_series (const GjChart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->series->len;
}

/**
 * gj_chart_get_n_groups:
 *
 * Returns: how many groups there are
 */
guint
gj_chart_get_n_groups (const GjChart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->groups->len;
}

/**
 * gj_chart_get_series:
 *
 * Returns: (transfer none): the name of a series
 */
const char *
gj_chart_get_series (const GjChart *self,
                     guint          series)
{
  g_return_val_if_fail (self != NULL && series < self->series->len, NULL);

  return self->series->pdata[series];
}

/**
 * gj_chart_get_group:
 *
 * Returns: (transfer none): the name of a group
 */
const char *
gj_chart_get_group (const GjChart *self,
                    guint          group)
{
  g_return_val_if_fail (self != NULL && group < self->groups->len, NULL);

  return self->groups->pdata[group];
}

/**
 * gj_chart_get_value:
 *
 * Returns: (transfer none) (nullable): the number, %NULL for a gap
 */
const GjDecimal *
gj_chart_get_value (const GjChart *self,
                    guint          group,
                    guint          series)
{
  const Value *value;

  g_return_val_if_fail (self != NULL && group < self->groups->len && series < self->series->len, NULL);

  value = get_value (self, group, series);
  return value->is_known ? &value->value : NULL;
}

/**
 * gj_chart_get_shade:
 * @series: a series
 *
 * How a bar is shaded: one colour, from light to dark, so that the series are told apart
 * on a copier and by everybody.
 *
 * Returns: 0 for the lightest, 1 for the darkest, which is the last series
 */
double
gj_chart_get_shade (const GjChart *self,
                    guint          series)
{
  g_return_val_if_fail (self != NULL && series < self->series->len, 1);

  return self->series->len < 2 ? 1 : (double) series / (self->series->len - 1);
}

/**
 * gj_chart_dup_description:
 *
 * Returns: (transfer full): all that is seen, in words, for who does not see it
 */
char *
gj_chart_dup_description (const GjChart *self)
{
  GString *words;

  g_return_val_if_fail (self != NULL, NULL);

  words = g_string_new (self->title);
  g_string_append (words, gj_label_get_current (&stop));
  for (guint i = 0; i < self->groups->len; i++)
    {
      g_string_append (words, self->groups->pdata[i]);
      g_string_append (words, gj_label_get_current (&colon));
      for (guint j = 0; j < self->series->len; j++)
        {
          const GjDecimal *value = gj_chart_get_value (self, i, j);
          g_autofree char *number = value != NULL ? gj_decimal_to_string (value) : NULL;

          g_string_append (words, j > 0 ? gj_label_get_current (&separator) : "");
          if (self->series->len > 1)
            g_string_append_printf (words, "%s ", (const char *) self->series->pdata[j]);
          g_string_append (words, number != NULL ? number : gj_label_get_current (&unknown));
        }
      g_string_append (words, gj_label_get_current (&stop));
    }
  g_string_truncate (words, words->len - (g_str_has_suffix (words->str, " ") ? 1 : 0));
  return g_string_free (words, FALSE);
}

/* Charts of what is compared */

static char *
dup_year (int            year,
          const GjLabel *otherwise)
{
  g_autofree char *number = g_strdup_printf ("%d", year);
  g_auto (GStrv) parts = g_strsplit (gj_label_get_current (&year_name), "%d", -1);

  return year > 0 ? g_strjoinv (number, parts) : g_strdup (gj_label_get_current (otherwise));
}

/**
 * gj_chart_new_for_figures:
 * @comparison: two reports
 *
 * Returns: (transfer full): their main figures, the older and the newer bar side by side
 */
GjChart *
gj_chart_new_for_figures (GjComparison *comparison)
{
  gboolean is_years;
  const GArray *figures;
  g_autofree char *old_series = NULL;
  g_autofree char *new_series = NULL;
  GjChart *self;

  g_return_val_if_fail (GJ_IS_COMPARISON (comparison), NULL);

  is_years = gj_comparison_get_kind (comparison) == GJ_COMPARISON_YEARS;
  figures = gj_comparison_get_figures (comparison);
  old_series = dup_year (is_years ? gj_report_get_year (gj_comparison_get_old (comparison)) : 0, &old_name);
  new_series = dup_year (is_years ? gj_report_get_year (gj_comparison_get_new (comparison)) : 0, &new_name);
  self = gj_chart_new (gj_label_get_current (&figures_title));
  gj_chart_add_series (self, old_series);
  gj_chart_add_series (self, new_series);
  for (guint i = 0; i < figures->len; i++)
    {
      const GjFigure *figure = &g_array_index (figures, GjFigure, i);
      guint group = gj_chart_add_group (self, gj_label_get_current (&figure->name));

      gj_chart_set_value (self, group, 0, figure->has_old ? &figure->old_value : NULL);
      gj_chart_set_value (self, group, 1, figure->has_new ? &figure->new_value : NULL);
    }
  return self;
}

/**
 * gj_chart_new_for_trend:
 * @trend: several years
 * @figure: one of its figures
 *
 * Returns: (transfer full): the figure over the years, a gap for a year without a number
 */
GjChart *
gj_chart_new_for_trend (const GjTrend *trend,
                        guint          figure)
{
  const char *name;
  GjChart *self;

  g_return_val_if_fail (trend != NULL && figure < gj_trend_get_n_figures (trend), NULL);

  name = gj_label_get_current (&gj_trend_get_figure (trend, figure)->name);
  self = gj_chart_new (name);
  gj_chart_add_series (self, name);
  for (guint i = 0; i < gj_trend_get_n_columns (trend); i++)
    {
      int year = gj_trend_get_column (trend, i)->year;
      g_autofree char *number = year > 0 ? g_strdup_printf ("%d", year)
                                         : g_strdup (gj_label_get_current (&no_year));
      guint group = gj_chart_add_group (self, number);
      GjDecimal value;

      if (gj_trend_get_value (trend, figure, i, &value))
        gj_chart_set_value (self, group, 0, &value);
    }
  return self;
}
