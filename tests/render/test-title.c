/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-box-private.h"

typedef struct
{
  const char *name;
  const char *title;
  const char *body;
  const char *lines;
} Case;

static const Case cases[] = {
  { "as-it-stood", "云溪市文化和旅游局\n2025年政府信息公开工作年度报告", "云溪市文化和旅游局",
    "云溪市文化和旅游局\n2025年政府信息公开工作年度报告" },
  { "short", "云溪市2025年政府信息公开年度报告", "云溪市", "云溪市2025年政府信息公开年度报告" },
  { "after-the-body", "云溪市文化和旅游局2025年政府信息公开工作年度报告", "云溪市文化和旅游局",
    "云溪市文化和旅游局\n2025年政府信息公开工作年度报告" },
  { "before-the-year", "云溪市文化和旅游局2025年度政府信息公开工作年度报告", NULL,
    "云溪市文化和旅游局\n2025年度政府信息公开工作年度报告" },
  { "blank-lines", "\n 云溪市 \n\n2025年报告\n", "云溪市", "云溪市\n2025年报告" },
  { "no-year", "云溪市人民政府办公室政府信息公开工作年度报告", "",
    "云溪市人民政府办公室\n政府信息公开工作年度报告" },
  { "long-body", "云溪市高新技术产业开发区管理委员会综合行政执法局2025年政府信息公开工作年度报告",
    "云溪市高新技术产业开发区管理委员会综合行政执法局",
    "云溪市高新技术产业开发区\n管理委员会综合行政执法局\n2025年政府信息公开工作年度报告" },
  { "several-bodies",
    "云溪市澜江区人民政府办公室、云溪市澜江区发展和改革局、云溪市澜江区文化和旅游局2025年政府信息公开工作年度报告", NULL,
    "云溪市澜江区人民政府办公室、\n云溪市澜江区发展和改革局、\n云溪市澜江区文化和旅游局\n2025年政府信息公开工作年度报告" },
  { "long-office", "云溪市澜江区政府信息与政务公开工作领导小组办公室2025年政府信息公开工作年度报告",
    "云溪市澜江区政府信息与政务公开工作领导小组办公室",
    "云溪市澜江区政府信息与政务公开\n工作领导小组办公室\n2025年政府信息公开工作年度报告" },
  { "no-words", "甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁", "",
    "甲乙丙丁甲乙丙丁甲乙丙丁甲乙\n丙丁甲乙丙丁甲乙丙丁甲乙丙丁" },
  { "no-break", "https://www.yunxi.gov.example/zwgk/2025/annual-report/index.html", "",
    "https://www.yunxi.gov.example/\nzwgk/2025/annual-report/index.html" },
  { "empty", "", "", "" },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *lines = _gj_title_break (test->title, test->body);

  g_assert_cmpstr (lines, ==, test->lines);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/render/title/", cases[i].name, NULL);

      g_test_add_data_func (path, cases + i, test_case);
    }
  return g_test_run ();
}
