/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-support.h"

/* A15: a table of zeros and a sentence. What is quoted, or NULL for silence. */
static const struct
{
  const char *text;
  const char *quoted;
} cases[] = {
  { "2021年，共收到政府信息公开申请12件。", "共收到政府信息公开申请12件" },
  { "2021年度，共收到政府信息公开申请 12 件，均已答复。", "共收到政府信息公开申请 12 件" },
  { "全年收到12件政府信息公开申请。", "收到12件政府信息公开申请" },
  { "政府信息公开申请共收到１２件。", "政府信息公开申请共收到１２件" },
  { "共收到政府信息公开申请十二件。", "共收到政府信息公开申请十二件" },
  { "共收到政府信息公开申请一百零三件。", "共收到政府信息公开申请一百零三件" },
  { "共收到政府信息公开申请1,203件。", "共收到政府信息公开申请1,203件" },
  { "共收到政府信息公开申请20余件。", "共收到政府信息公开申请20余件" },
  { "我局共收到和办理信函方式依申请公开事项2件，均按照规范流程答复。", "共收到和办理信函方式依申请公开事项2件" },
  { "（二）依申请公开情况。2021年，共收到申请12件，均已答复。", "共收到申请12件" },
  { "依申请公开方面，全年共收到12件，同比减少3件。", "共收到12件" },
  { "收到政府信息公开申请12件，比上年增加3件。", "收到政府信息公开申请12件" },
  { "2020年收到政府信息公开申请5件，2021年收到政府信息公开申请3件。", "收到政府信息公开申请3件" },
  { "（其中收到政府信息公开申请3件）", "收到政府信息公开申请3件" },
  { "第一段。\n本年收到政府信息公开申请3件。", "收到政府信息公开申请3件" },

  { "", NULL },
  { "未收到政府信息公开申请。", NULL },
  { "2021年，我中心未收到依申请公开信息。", NULL },
  { "没有收到政府信息公开申请。", NULL },
  { "我单位尚未接收到政府信息公开申请。", NULL },
  { "本年度无政府信息公开申请。", NULL },
  { "共收到政府信息公开申请0件。", NULL },
  { "共收到政府信息公开申请零件。", NULL },
  { "继续履行政府信息公开申请受理义务，不断完善规范依申请公开的受理、审查、处理、答复程序。", NULL },
  { "收到人大建议18件、政协提案34件。", NULL },
  { "收到人大代表建议5件，未收到政府信息公开申请。", NULL },
  { "未收到政府信息公开申请，收到建议5件。", NULL },
  { "收到因政府信息公开申请引起的行政复议申请3件。", NULL },
  { "收到3件行政复议申请。", NULL },
  { "受理企业专项资金申请120件。", NULL },
  { "办理行政许可申请35件。", NULL },
  { "2020年收到政府信息公开申请5件。", NULL },
  { "上年收到政府信息公开申请5件，今年未收到。", NULL },
  { "收到政府信息公开申请较上年减少5件。", NULL },
  { "收到政府信息公开申请数量同比下降5件。", NULL },
  { "（二）依申请公开情况。我局畅通渠道，收到群众反馈12条。", NULL },
  { "（二）依申请公开情况。全年收到12件群众来信。", NULL },
  { "按照《收到政府信息公开申请12件以上单位考核办法》执行。", NULL },
  { "收到政府信息公开申请后，按照第12条办理。", NULL },
  { "通过政府网站公开信息12条，收到好评。", NULL },
  { "集中受理群众提交的政府信息公开申请提供便利。", NULL },
  { "答复率100%，收到政府信息公开申请若干。", NULL },
};

static void
test_case (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (GjReport) report = zero_report_new (gj_form_catalogue_find (FORM_2021));
  g_autoptr (GPtrArray) findings = NULL;
  const char *text = NULL;
  guint start;
  guint end;

  narrative_set (report, "overview", cases[index].text);
  findings = gj_check_report (report, NULL);

  if (cases[index].quoted == NULL)
    {
      g_assert_cmpuint (findings->len, ==, 0);
      return;
    }

  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (gj_finding_get_check (findings->pdata[0]), ==, "A15");
  g_assert_cmpint (gj_finding_get_severity (findings->pdata[0]), ==, GJ_SEVERITY_WARNING);
  g_assert_cmpstr (gj_finding_get_section (findings->pdata[0]), ==, "overview");
  g_assert_true (gj_finding_get_text (findings->pdata[0], &text, &start, &end));
  g_assert_cmpstr (text, ==, cases[index].quoted);

  {
    g_autofree char *place = g_utf8_substring (cases[index].text, start, end);

    g_assert_cmpstr (place, ==, text);
  }
}

static void
test_only_while_zero (void)
{
  g_autoptr (GjReport) report = zero_report_new (gj_form_catalogue_find (FORM_2021));
  g_autoptr (GjChecker) checker = gj_checker_new (report, NULL);

  narrative_set (report, "overview", "共收到政府信息公开申请12件。");
  g_assert_cmpuint (gj_checker_count (checker, "overview", GJ_SEVERITY_WARNING), ==, 1);
  cell_set (report, "cases/review/total", "1");
  g_assert_cmpuint (gj_checker_count (checker, "overview", GJ_SEVERITY_WARNING), ==, 1);
  cell_set (report, "requests/received/natural-person", "1");
  g_assert_cmpuint (gj_checker_count (checker, "overview", GJ_SEVERITY_WARNING), ==, 0);
  cell_set (report, "requests/received/natural-person", "0");
  g_assert_cmpuint (gj_checker_count (checker, "overview", GJ_SEVERITY_WARNING), ==, 1);
  narrative_set (report, "overview", "未收到政府信息公开申请。");
  g_assert_cmpuint (gj_checker_count (checker, "overview", GJ_SEVERITY_WARNING), ==, 0);
}

static void
test_long_and_deep (void)
{
  g_autoptr (GjReport) report = zero_report_new (gj_form_catalogue_find (FORM_2021));
  g_autoptr (GString) text = g_string_new ("收到政府信息公开申请");
  g_autoptr (GPtrArray) findings = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, i % 3 == 0 ? "（" : i % 3 == 1 ? "九千亿" : "99999999999999999999，");
  narrative_set (report, "overview", text->str);
  findings = gj_check_report (report, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/phrase-check/%02u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/core/phrase-check/only-while-zero", test_only_while_zero);
  g_test_add_func ("/core/phrase-check/long-and-deep", test_long_and_deep);

  return g_test_run ();
}
