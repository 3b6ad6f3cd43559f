/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare-reports.h"

/* Years that moved on with the report are no change; every other number is. */

typedef struct
{
  const char *path;
  int         old_year;
  int         new_year;
  const char *old_text;
  const char *new_text;
  guint       n_moved;
  gboolean    is_change;
} Case;

static const Case cases[] = {
  { "year", 2024, 2025, "2024年，我局认真贯彻条例。", "2025年，我局认真贯彻条例。", 1, FALSE },
  { "period", 2024, 2025, "数据统计期限为2024年1月1日至2024年12月31日。", "数据统计期限为2025年1月1日至2025年12月31日。", 2, FALSE },
  { "short-period", 2024, 2025, "期限自2024年1月1日至12月31日。", "期限自2025年1月1日至12月31日。", 1, FALSE },
  { "annual", 2024, 2025, "编制2024年度政府信息公开工作报告。", "编制2025年度政府信息公开工作报告。", 1, FALSE },
  { "blank-before-sign", 2024, 2025, "2024 年，我局认真贯彻条例。", "2025 年，我局认真贯彻条例。", 1, FALSE },
  { "last-year-too", 2024, 2025, "与2023年相比，2024年的申请有所增加。", "与2024年相比，2025年的申请有所增加。", 2, FALSE },
  { "two-years-on", 2020, 2022, "2020年，我局认真贯彻条例。", "2022年，我局认真贯彻条例。", 1, FALSE },
  { "year-and-number", 2024, 2025, "2024年，我局收到申请41件。", "2025年，我局收到申请55件。", 1, TRUE },
  { "year-and-words", 2024, 2025, "2024年，我局认真贯彻条例。", "2025年，我局深入贯彻条例。", 1, TRUE },
  { "other-distance", 2024, 2025, "2023年，我局认真贯彻条例。", "2025年，我局认真贯彻条例。", 0, TRUE },
  { "too-far", 2024, 2025, "2024年，我局认真贯彻条例。", "2026年，我局认真贯彻条例。", 0, TRUE },
  { "backwards", 2024, 2025, "2025年，我局认真贯彻条例。", "2024年，我局认真贯彻条例。", 0, TRUE },
  { "left-behind", 2024, 2025, "2024年，我局认真贯彻条例。", "2024年，我局认真贯彻条例。", 0, FALSE },
  { "older-report-second", 2025, 2024, "2025年，我局认真贯彻条例。", "2024年，我局认真贯彻条例。", 0, TRUE },
  { "no-year", 2024, 2025, "我局公开信息2024条。", "我局公开信息2025条。", 0, TRUE },
  { "no-plausible-year", 2024, 2025, "我局成立于1024年。", "我局成立于1025年。", 0, TRUE },
  { "five-figures", 2024, 2025, "编号12024年的档案。", "编号12025年的档案。", 0, TRUE },
  { "two-figures", 2024, 2025, "24年的工作已经完成。", "25年的工作已经完成。", 0, TRUE },
  { "month", 2024, 2025, "我局在1月印发通知。", "我局在2月印发通知。", 0, TRUE },
  { "day", 2024, 2025, "2024年1月10日印发通知。", "2025年1月12日印发通知。", 1, TRUE },
  { "range", 2024, 2025, "按照2023-2024年计划开展工作。", "按照2024-2025年计划开展工作。", 0, TRUE },
  { "wide-figures", 2024, 2025, "２０２４年，我局认真贯彻条例。", "２０２５年，我局认真贯彻条例。", 0, TRUE },
  { "put-in", 2024, 2025, "我局认真贯彻条例，依法答复申请。", "2025年，我局认真贯彻条例，依法答复申请。", 0, TRUE },
  { "line-between", 2024, 2025, "我局公开信息2024", "我局公开信息2025", 0, TRUE },
  { "versions", 2025, 2025, "2024年，我局认真贯彻条例。", "2025年，我局认真贯彻条例。", 0, TRUE },
  { "one-without-year", 0, 2025, "2024年，我局认真贯彻条例。", "2025年，我局认真贯彻条例。", 0, TRUE },
  { "moved-paragraph", 2024, 2025,
    "2024年，我局认真贯彻条例，依法公开各类政府信息。\n制定政策解读材料管理办法，明确解读责任，开展业务培训。\n全年举办新闻发布会，回应社会关切的问题。",
    "制定政策解读材料管理办法，明确解读责任，开展业务培训。\n全年举办新闻发布会，回应社会关切的问题。\n2025年，我局认真贯彻条例，依法公开各类政府信息。", 1, TRUE },
};

static GjReport *
create_report (int         year,
               const char *text)
{
  GjReport *report = compare_report_new ("guoban-2021", year, "");

  compare_report_write (report, "overview", text);

  return report;
}

static guint
count_moved (const GjPassage *passage)
{
  guint n_moved = 0;

  for (guint i = 0; i < passage->changes->len; i++)
    {
      const GjTextChange *change = &g_array_index (passage->changes, GjTextChange, i);

      if (change->is_moved_year)
        {
          g_assert_true (change->is_number);
          g_assert_cmpint (change->kind, !=, GJ_TEXT_SAME);
          n_moved++;
        }
    }

  return n_moved;
}

static void
assert_found (GjComparison *comparison,
              guint         n_moved,
              gboolean      is_change)
{
  guint section = gj_form_find_section (gj_form_catalogue_find ("guoban-2021"), "overview");
  GPtrArray *passages = gj_comparison_get_passages (comparison, section);
  gboolean any_change = FALSE;
  guint n_all = 0;

  for (guint i = 0; i < passages->len; i++)
    {
      n_all += count_moved (passages->pdata[i]);
      any_change |= gj_passage_is_change (passages->pdata[i]);
    }
  g_assert_cmpuint (n_all, ==, 2 * n_moved);
  g_assert_cmpint (any_change, ==, is_change);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GjReport) old_report = create_report (c->old_year, c->old_text);
  g_autoptr (GjReport) new_report = create_report (c->new_year, c->new_text);
  g_autoptr (GjComparison) comparison = gj_comparison_new (old_report, new_report);

  assert_found (comparison, c->n_moved, c->is_change);
}

static void
count_cb (guint *n_signals)
{
  *n_signals += 1;
}

static void
set_year (GjReport   *report,
          const char *year)
{
  g_autoptr (GjEdit) edit = gj_edit_new ("test");

  gj_edit_set_field (edit, report, GJ_FIELD_YEAR, year);
  gj_report_apply (report, edit);
}

/* The year of the report is mended while the comparison stands: what moved on is asked
 * again, also back to where it was. */
static void
test_live (void)
{
  g_autoptr (GjReport) old_report = create_report (2024, "2024年，我局认真贯彻条例。");
  g_autoptr (GjReport) new_report = create_report (2024, "2025年，我局认真贯彻条例。");
  g_autoptr (GjComparison) comparison = gj_comparison_new (old_report, new_report);
  guint n_signals = 0;

  g_signal_connect_swapped (comparison, "section-changed", G_CALLBACK (count_cb), &n_signals);
  assert_found (comparison, 0, TRUE);
  set_year (new_report, "2025");
  g_assert_cmpuint (n_signals, >, 0);
  assert_found (comparison, 1, FALSE);
  set_year (new_report, "2026");
  assert_found (comparison, 0, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/moved-years/%s", cases[i].path);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/core/moved-years/live", test_live);

  return g_test_run ();
}
