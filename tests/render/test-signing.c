/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "paper-dump.h"

#include <string.h>

#include "gj-sample-report.h"

#define BOTTOM (GJ_PAPER_HEIGHT - 15 * GJ_PAPER_MM)

static GPtrArray *
make_findings (GjReport   *report,
               guint       n,
               GjSeverity  severity)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *message = g_strdup_printf ("问题%02u", i + 1);

      g_ptr_array_add (findings, paper_new_text_finding (report, "overview", i * 5, i * 5 + 2, message,
                                                         severity, NULL));
    }
  return findings;
}

/* How many are found, how many stand on the sheet, and what it says. */
static const struct
{
  const char *name;
  guint       n;
  GjSeverity  severity;
  guint       shown;
  const char *words;
} sheets[] = {
  { "none", 0, GJ_SEVERITY_ERROR, 0, "审核无必须修改的问题。" },
  { "one", 1, GJ_SEVERITY_ERROR, 1, "尚未处理" },
  { "five", 5, GJ_SEVERITY_ERROR, 5, "尚未处理" },
  { "six", 6, GJ_SEVERITY_ERROR, 4, "等6项，其余2项" },
  { "sixty", 60, GJ_SEVERITY_ERROR, 4, "等60项，其余56项" },
  { "warnings", 2, GJ_SEVERITY_WARNING, 2, "审核无必须修改的问题。" },
  { "hints", 9, GJ_SEVERITY_HINT, 0, "审核无必须修改的问题。" },
};

static void
test_sheet (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GPtrArray) findings = make_findings (report, sheets[index].n, sheets[index].severity);
  GjPaperOptions options = { .signing_sheet = TRUE, .findings = findings };
  g_auto (GStrv) plain = paper_dump_pages (report, NULL);
  g_auto (GStrv) pages = paper_dump_pages (report, &options);

  g_assert_cmpuint (g_strv_length (pages), ==, g_strv_length (plain) + 1);
  for (guint i = 0; plain[i] != NULL; i++)
    g_assert_cmpstr (g_strchomp (pages[i + 1]), ==, g_strchomp (plain[i]));
  g_assert_true (g_str_has_prefix (pages[0], "0 "));
  g_assert_cmpuint (paper_count_words (pages[0], "【"), ==, sheets[index].shown);
  g_assert_nonnull (strstr (pages[0], sheets[index].words));
  g_assert_cmpfloat (paper_get_lowest (pages[0]), <, BOTTOM);
}

/* Everything that is asked for is there, once, with what is kept in the report. */
static void
test_fields (void)
{
  static const char *const words[] = {
    "\"政府信息公开工作年度报告签发单\"", "\"拟 稿 人\"", "\"张三\"", "\"0599-6123456\"", "\"2026年1月15日\"",
    "\"办公室审核\"", "\"保密审查\"", "\"分管负责人\"", "\"负责人签发\"", "\"在门户网站“政府信息公开”专栏发布\"",
  };
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GPtrArray) findings = make_findings (report, 0, GJ_SEVERITY_ERROR);
  GjPaperOptions options = { .signing_sheet = TRUE, .digest = TRUE, .findings = findings };
  g_autofree char *digest = gj_report_dup_digest (report);
  g_autofree char *group = g_strndup (digest, 4);
  g_auto (GStrv) pages = NULL;

  gj_report_init_setting (report, GJ_SHEET_SETTING_DRAFTER, "张三");
  gj_report_init_setting (report, GJ_SHEET_SETTING_TELEPHONE, "0599-6123456");
  gj_report_init_setting (report, GJ_SHEET_SETTING_DATE, "2026-01-15");
  gj_report_init_setting (report, GJ_SHEET_SETTING_PUBLICATION, "在门户网站“政府信息公开”专栏发布");
  pages = paper_dump_pages (report, &options);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_cmpuint (paper_count_words (pages[0], words[i]), ==, 1);
  g_assert_nonnull (strstr (pages[0], group));
  g_assert_nonnull (strstr (pages[0], "\ncode "));
  g_assert_cmpfloat (paper_get_lowest (pages[0]), <, BOTTOM);
}

/* Whatever is written into it, the form stays on its page. */
static void
test_long_fields (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GPtrArray) findings = make_findings (report, 60, GJ_SEVERITY_ERROR);
  g_autoptr (GString) words = g_string_new (NULL);
  GjPaperOptions options = { .signing_sheet = TRUE, .digest = TRUE, .findings = findings };
  g_auto (GStrv) pages = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append (words, "云溪市文化和旅游局");
  gj_report_init_field (report, GJ_FIELD_TITLE, words->str);
  gj_report_init_field (report, GJ_FIELD_BODY, words->str);
  gj_report_init_setting (report, GJ_SHEET_SETTING_DRAFTER, words->str);
  gj_report_init_setting (report, GJ_SHEET_SETTING_TELEPHONE, words->str);
  gj_report_init_setting (report, GJ_SHEET_SETTING_PUBLICATION, words->str);
  pages = paper_dump_pages (report, &options);
  g_assert_cmpfloat (paper_get_lowest (pages[0]), <, BOTTOM);
  g_assert_nonnull (strstr (pages[0], "……"));
  g_assert_nonnull (strstr (pages[0], "\"负责人签发\""));
}

/* The outline still leads to the pages that it names. */
static void
test_outline (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GjFonts) fonts = gj_fonts_new (&error);
  GjPaperOptions options = { .signing_sheet = TRUE };
  g_autoptr (GjPages) plain = gj_pages_new (report, fonts, NULL, NULL, &error);
  g_autoptr (GjPages) pages = gj_pages_new (report, fonts, &options, NULL, &error);
  guint n_plain, n;
  const GjOutlineEntry *before = gj_pages_get_outline (plain, &n_plain);
  const GjOutlineEntry *after = gj_pages_get_outline (pages, &n);

  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, n_plain);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (after[i].page, ==, before[i].page + 1);
  g_assert_false (gj_page_is_report (gj_pages_get_page (pages, 0)));
  g_assert_true (gj_page_is_report (gj_pages_get_page (pages, 1)));
  g_assert_cmpuint (gj_page_get_number (gj_pages_get_page (pages, 1)), ==, 1);
}

/* A decision to make the final copy all the same is told first. */
static void
test_despite (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GPtrArray) findings = make_findings (report, 8, GJ_SEVERITY_ERROR);
  g_autoptr (GjDecision) decision = gj_final_copy_decide (findings, "平台数据待更正", "王一", "2026-01-20");
  GjPaperOptions options = { .signing_sheet = TRUE, .findings = findings };
  g_auto (GStrv) pages = NULL;

  gj_report_init_decision (report, decision);
  pages = paper_dump_pages (report, &options);
  g_assert_nonnull (strstr (pages[0], "仍予定稿的理由：平台数据待更正（王一，2026年1月20日）"));
  g_assert_cmpuint (paper_count_words (pages[0], "【"), ==, 3);
  g_assert_nonnull (strstr (pages[0], "等8项，其余5项"));
}

/* However much text comes before it, the line for the signature has some above it. */
static void
test_line_never_alone (gconstpointer data)
{
  guint n_lines = GPOINTER_TO_UINT (data);
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();
  GjPaperOptions options = { .signing_line = TRUE };
  g_auto (GStrv) pages = NULL;
  guint last;
  double x, y, line_x, line_y;

  for (guint i = 0; i < n_lines; i++)
    g_ptr_array_add (paragraphs, (gpointer) "又一段落。");
  g_ptr_array_add (paragraphs, NULL);
  gj_sample_report_set_text (report, "others", (const char *const *) paragraphs->pdata);
  if (n_lines % 2 == 0)
    {
      gj_report_init_field (report, GJ_FIELD_SIGNATURE, "");
      gj_report_init_field (report, GJ_FIELD_DATE, "");
    }
  pages = paper_dump_pages (report, &options);
  last = g_strv_length (pages) - 1;
  g_assert_true (paper_find_run (pages[last], "负责人（签字）：　　　　　　　　　（公章）", &line_x, &line_y));
  g_assert_true (paper_find_run (pages[last], "又一段落。", &x, &y) ||
                 paper_find_run (pages[last], "六、其他需要报告的事项", &x, &y));
  g_assert_cmpfloat (y, <, line_y);
  g_assert_cmpfloat (line_y, <, GJ_PAPER_TOP + GJ_PAPER_TYPE_HEIGHT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autofree char *path = g_strdup_printf ("/render/signing/sheet/%s", sheets[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_sheet);
    }
  g_test_add_func ("/render/signing/fields", test_fields);
  g_test_add_func ("/render/signing/long-fields", test_long_fields);
  g_test_add_func ("/render/signing/outline", test_outline);
  g_test_add_func ("/render/signing/despite", test_despite);
  for (guint i = 1; i <= 24; i++)
    {
      g_autofree char *path = g_strdup_printf ("/render/signing/line-never-alone/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_line_never_alone);
    }
  return g_test_run ();
}
