/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "compare-reports.h"

#define F21 "guoban-2021"
#define ROW "requests/granted/"

/* From one version to the next, and over many years. */

/* A row whose total is wrong: its findings ask for the row and the columns it stands in. */
static GjReport *
draft_new (const char *total)
{
  GjReport *report = compare_report_new (F21, 2023, "=0");
  guint cell = gj_form_find_cell (gj_report_get_form (report), ROW "total");

  gj_report_init_cell (report, gj_form_find_cell (gj_report_get_form (report), "requests/received/enterprise"), "2");
  gj_report_init_cell (report, gj_form_find_cell (gj_report_get_form (report), "requests/received/total"), "2");
  gj_report_init_cell (report, gj_form_find_cell (gj_report_get_form (report), ROW "enterprise"), "2");
  gj_report_init_cell (report, gj_form_find_cell (gj_report_get_form (report), "requests/result-total/enterprise"), "2");
  gj_report_init_cell (report, gj_form_find_cell (gj_report_get_form (report), "requests/result-total/total"), "2");
  gj_report_init_cell (report, cell, total);
  compare_report_write (report, "overview", "全年整理档案三百卷。\n开放日活动办了两场。");

  return report;
}

static GjRevision *
find_revision (GjVersionResult *result,
               const char      *place)
{
  for (guint i = 0; i < result->revisions->len; i++)
    if (g_str_equal (((GjRevision *) result->revisions->pdata[i])->place, place))
      return result->revisions->pdata[i];

  return NULL;
}

static void
test_revised (void)
{
  g_autoptr (GjReport) first = draft_new ("3");
  g_autoptr (GjReport) second = draft_new ("2");
  g_autoptr (GjComparison) comparison = NULL;
  g_autoptr (GjVersionResult) result = NULL;
  g_autofree char *text = NULL;
  GjRevision *cell;
  GjRevision *words;

  gj_report_init_cell (second, gj_form_find_cell (gj_report_get_form (second), "disclosure/licences/decisions"), "8");
  compare_report_write (second, "overview", "全年整理档案五百卷。\n开放日活动办了两场。");
  gj_report_init_field (second, GJ_FIELD_SIGNATURE, "云溪市档案馆");
  gj_report_init_heading (second, 0, "一、概述");

  comparison = gj_comparison_new (first, second);
  result = gj_version_result_new (comparison, NULL, NULL);
  cell = find_revision (result, ROW "total");
  words = find_revision (result, "overview");

  g_assert_nonnull (cell);
  g_assert_true (cell->is_asked);
  g_assert_cmpstr (cell->difference, ==, "-1");
  g_assert_nonnull (words);
  g_assert_cmpint (words->kind, ==, GJ_REVISION_WORDS);
  g_assert_cmpuint (words->paragraph, ==, 1);
  g_assert_nonnull (strstr (words->old_text, "三百"));
  g_assert_nonnull (strstr (words->new_text, "五百"));
  g_assert_false (words->is_asked);
  g_assert_cmpuint (gj_version_result_count (result, GJ_REVISION_CELL), ==, 2);
  g_assert_cmpuint (gj_version_result_count (result, GJ_REVISION_WORDS), ==, 1);
  g_assert_cmpuint (gj_version_result_count (result, GJ_REVISION_FIELD), ==, 1);
  g_assert_cmpuint (gj_version_result_count (result, GJ_REVISION_HEADING), ==, 1);
  g_assert_cmpuint (result->n_besides, ==, 4);
  g_assert_cmpuint (result->gone->len, >, 0);
  g_assert_cmpuint (result->kept->len, ==, 0);

  text = gj_version_result_dup_text (result, comparison, "first.gouji", "second.gouji");
  g_assert_nonnull (strstr (text, "differ in 5 places"));
  g_assert_nonnull (strstr (text, "Findings that are gone"));
  g_assert_nonnull (strstr (text, "Changed although no finding asked for it"));
}

/* The signed copy and the page that was made from it. */
static void
test_published (void)
{
  g_autoptr (GjReport) signed_copy = draft_new ("2");
  g_autoptr (GjReport) page = draft_new ("2");
  g_autoptr (GjComparison) comparison = gj_comparison_new (signed_copy, page);
  g_autoptr (GjVersionResult) result = gj_version_result_new (comparison, NULL, NULL);
  g_autofree char *text = gj_version_result_dup_text (result, comparison, "signed.gouji", "page.html");

  g_assert_cmpuint (result->revisions->len, ==, 0);
  g_assert_cmpuint (result->n_cells, ==, 200);
  g_assert_nonnull (strstr (text, "the two versions agree"));
  g_assert_null (strstr (text, "Findings"));
}

static void
test_moved (void)
{
  g_autoptr (GjReport) first = draft_new ("2");
  g_autoptr (GjReport) second = draft_new ("2");
  g_autoptr (GjComparison) comparison = NULL;
  g_autoptr (GjVersionResult) result = NULL;

  compare_report_write (first, "problems", "库房温湿度调控设备老化，需要尽快更新。\n数字化加工进度偏慢，力量不足。\n基层馆员培训次数偏少，覆盖不够。");
  compare_report_write (second, "problems", "数字化加工进度偏慢，力量不足。\n基层馆员培训次数偏少，覆盖不够。\n库房温湿度调控设备老化，需要尽快更新。");
  comparison = gj_comparison_new (first, second);
  result = gj_version_result_new (comparison, NULL, NULL);

  g_assert_cmpuint (result->revisions->len, ==, 1);
  g_assert_true (((GjRevision *) result->revisions->pdata[0])->is_moved);
}

/* Many years */

static char *
describe_trend (GjTrend *trend)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < gj_trend_get_n_columns (trend); i++)
    {
      const GjTrendColumn *column = gj_trend_get_column (trend, i);
      GjDecimal value = { 0 };
      gboolean is_known = gj_trend_get_value (trend, 0, i, &value);
      g_autofree char *number = gj_decimal_to_string (&value);

      g_string_append_printf (text, "%d:%s%s%s%s ", column->year, column->report == NULL ? "gap" : "",
                              is_known ? number : "", column->is_double ? " double" : "",
                              column->is_other_body ? " other" : "");
    }
  for (guint i = 0; i < gj_trend_get_n_remarks (trend); i++)
    g_string_append_printf (text, "%s@%u ", gj_trend_get_remark (trend, i)->check,
                            gj_trend_get_remark (trend, i)->column);
  g_strchomp (text->str);

  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *name;
  struct
  {
    int         year;
    const char *received;
    const char *body;
    const char *former;
  } reports[5];
  const char *trend;
} TrendCase;

static const TrendCase trend_cases[] = {
  { "ordered", { { 2023, "7", "甲局" }, { 2021, "5", "甲局" }, { 2022, "6", "甲局" } }, "2021:5 2022:6 2023:7" },
  { "two-forms", { { 2019, "1", "甲局" }, { 2020, "2", "甲局" }, { 2021, "3", "甲局" } }, "2019:1 2020:2 2021:3" },
  { "blank", { { 2021, "", "甲局" }, { 2022, "6", "甲局" } }, "2021: 2022:6" },
  { "gap", { { 2021, "5", "甲局" }, { 2024, "8", "甲局" } }, "2021:5 2022:gap 2023:gap 2024:8 C14@1" },
  { "double", { { 2021, "5", "甲局" }, { 2022, "6", "甲局" }, { 2022, "9", "甲局" } },
    "2021:5 2022:6 double 2022:9 double C14@2" },
  { "no-year", { { 0, "5", "甲局" }, { 2022, "6", "甲局" } }, "2022:6 0:5 C14@1" },
  { "wide-gap", { { 1990, "5", "甲局" }, { 2022, "6", "甲局" } }, "1990:5 2022:6 C14@1" },
  { "other-body", { { 2021, "5", "云溪市甲局" }, { 2022, "6", "云溪市乙局" } }, "2021:5 other 2022:6 C15@0" },
  { "renamed", { { 2021, "5", "云溪市甲局" }, { 2022, "6", "云溪市乙局", "云溪市甲局" } }, "2021:5 2022:6" },
  { "renamed-twice", { { 2021, "5", "云溪市甲局" }, { 2022, "6", "云溪市乙局", "云溪市甲局" },
                       { 2023, "7", "云溪市丙局", "云溪市乙局" } }, "2021:5 2022:6 2023:7" },
  { "mostly-one-body", { { 2021, "5", "云溪市甲局" }, { 2022, "6", "云溪市甲局" }, { 2022, "7", "云溪市乙局" } },
    "2021:5 2022:6 2022:7 other C15@2" },
  { "one", { { 2021, "5", "甲局" } }, "2021:5" },
};

static void
test_trend (gconstpointer data)
{
  const TrendCase *one = data;
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GjTrend) trend = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (one->reports) && one->reports[i].body != NULL; i++)
    {
      int year = one->reports[i].year;
      g_autofree char *cells = g_strdup_printf ("requests/received/total=%s", one->reports[i].received);
      GjReport *report = compare_report_new (year > 0 && year < 2021 ? "guoban-2019" : F21, year, cells);

      gj_report_init_field (report, GJ_FIELD_BODY, one->reports[i].body);
      if (one->reports[i].former != NULL)
        gj_report_init_setting (report, GJ_SETTING_FORMER_BODY, one->reports[i].former);
      g_ptr_array_add (reports, report);
    }

  trend = gj_trend_new ((GjReport *const *) reports->pdata, NULL, reports->len, GJ_TREND_DEFAULT);
  text = describe_trend (trend);
  g_assert_cmpstr (text, ==, one->trend);
}

static void
test_same_body (void)
{
  g_autoptr (GjReport) first = compare_report_new (F21, 2021, "=1");
  g_autoptr (GjReport) second = compare_report_new (F21, 2022, "=1");
  GjReport *reports[] = { first, second };
  const char *names[] = { "2021.docx", "2022.docx" };
  g_autoptr (GjTrend) strict = NULL;
  g_autoptr (GjTrend) trend = NULL;

  gj_report_init_field (first, GJ_FIELD_BODY, "云溪市财政局");
  strict = gj_trend_new (reports, names, 2, GJ_TREND_DEFAULT);
  trend = gj_trend_new (reports, names, 2, GJ_TREND_SAME_BODY);
  g_assert_cmpuint (gj_trend_get_n_remarks (strict), ==, 1);
  g_assert_nonnull (strstr (gj_trend_get_remark (strict, 0)->message, "2021.docx"));
  g_assert_cmpuint (gj_trend_get_n_remarks (trend), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/versions/revised", test_revised);
  g_test_add_func ("/core/versions/published", test_published);
  g_test_add_func ("/core/versions/moved", test_moved);
  for (gsize i = 0; i < G_N_ELEMENTS (trend_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/trend/%s", trend_cases[i].name);

      g_test_add_data_func (path, &trend_cases[i], test_trend);
    }
  g_test_add_func ("/core/trend/same-body", test_same_body);

  return g_test_run ();
}
