/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-dossier-private.h"

/* Several years: table, charts, gaps and doubles. */

static const char *
find_body (const GjTrend *trend)
{
  for (guint i = gj_trend_get_n_columns (trend); i > 0; i--)
    {
      const GjTrendColumn *column = gj_trend_get_column (trend, i - 1);

      if (column->report != NULL && *gj_report_get_field (column->report, GJ_FIELD_BODY) != '\0')
        return gj_report_get_field (column->report, GJ_FIELD_BODY);
    }
  return "";
}

static void
add_trend_table (GjDossier     *self,
                 const GjTrend *trend)
{
  GjDossierEntry *table = _gj_dossier_add_table (self, g_strdup ("历年主要数据（件）　“—”为缺数据；各图比例不同，以图上数字为准"));
  guint n = gj_trend_get_n_columns (trend);

  _gj_dossier_add_column (table, "项目", 40, FALSE);
  for (guint i = 0; i < n; i++)
    {
      const GjTrendColumn *column = gj_trend_get_column (trend, i);
      g_autofree char *year = column->year > 0 ? g_strdup_printf ("%d年", column->year) : g_strdup ("未注明年度");
      g_autofree char *head = g_strconcat (year, column->is_other_body ? "*" : "", NULL);

      _gj_dossier_add_column (table, head, MIN (26, 220.0 / n), TRUE);
    }
  for (guint i = 0; i < gj_trend_get_n_figures (trend); i++)
    {
      char **texts = g_new0 (char *, n + 2);

      texts[0] = g_strdup (gj_label_get_current (&gj_trend_get_figure (trend, i)->name));
      for (guint j = 0; j < n; j++)
        {
          GjDecimal value;

          texts[j + 1] = gj_trend_get_value (trend, i, j, &value) ? gj_decimal_to_string (&value) : g_strdup ("—");
        }
      _gj_dossier_take_row (table, texts);
    }
}

static void
add_trend_sources (GjDossier     *self,
                   const GjTrend *trend)
{
  for (guint i = 0; i < gj_trend_get_n_columns (trend); i++)
    {
      const GjTrendColumn *column = gj_trend_get_column (trend, i);
      g_autofree char *mark = column->year > 0 ? g_strdup_printf ("%d年", column->year) : g_strdup ("未注明年度");

      if (column->report != NULL)
        _gj_dossier_add_item (self, mark, g_strdup_printf ("%s（%s）", column->name != NULL ? column->name : "",
                                                           gj_report_get_field (column->report, GJ_FIELD_BODY)));
      else
        _gj_dossier_add_item (self, mark, g_strdup ("缺这一年的报告"));
    }
}

static void
fill_trend (GjDossier     *self,
            const GjTrend *trend)
{
  GjDossierEntry *charts;

  self->body = g_strdup (find_body (trend));
  self->title = g_strconcat (self->body, "政府信息公开工作年度报告历年对比", NULL);
  self->line = g_strconcat ("历年对比　", self->body, NULL);
  _gj_dossier_add (self, GJ_ENTRY_TITLE, g_strdup ("政府信息公开工作年度报告历年对比"));
  if (*self->body != '\0')
    _gj_dossier_add (self, GJ_ENTRY_SUBTITLE, g_strdup (self->body));
  for (guint i = 0; i < gj_trend_get_n_remarks (trend); i++)
    _gj_dossier_add (self, GJ_ENTRY_REMARK, g_strdup (gj_trend_get_remark (trend, i)->message));
  add_trend_table (self, trend);
  charts = _gj_dossier_add (self, GJ_ENTRY_CHARTS, NULL);
  charts->charts = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_chart_free);
  for (guint i = 0; i < gj_trend_get_n_figures (trend); i++)
    g_ptr_array_add (charts->charts, gj_chart_new_for_trend (trend, i));
  _gj_dossier_add (self, GJ_ENTRY_HEADING, g_strdup ("所用报告"));
  add_trend_sources (self, trend);
}

/**
 * gj_dossier_new_for_trend:
 * @reports: (array length=n_reports): reports of several years
 * @names: (array length=n_reports): what people call them
 *
 * Puts several years into a dossier, in Chinese whatever the locale is.
 *
 * Returns: (transfer full): table, charts, gaps and doubles
 */
GjDossier *
gj_dossier_new_for_trend (GjReport *const   *reports,
                          const char *const *names,
                          guint              n_reports,
                          GjTrendFlags       flags)
{
  g_autoptr (GjTrend) trend = NULL;
  GjDossier *self;

  g_return_val_if_fail (reports != NULL && names != NULL && n_reports > 0, NULL);

  self = _gj_dossier_new_empty ();
  gj_language_begin (GJ_LANGUAGE_ZH);
  trend = gj_trend_new (reports, names, n_reports, flags);
  fill_trend (self, trend);
  gj_language_end ();
  return self;
}
