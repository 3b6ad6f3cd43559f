/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-box-private.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *lead;
  GjFontRole  role;
} Case;

static const Case cases[] = {
  { "plain", "全年公开信息1580条。", "", GJ_FONT_BODY },
  { "run-in", "（一）主动公开情况。坚持以公开为常态。", "（一）主动公开情况。", GJ_FONT_SUBHEADING },
  { "run-in-colon", "（二）改进情况：一是推进工作。", "（二）改进情况：", GJ_FONT_SUBHEADING },
  { "own-line", "（十二）本年度收取信息处理费情况", "（十二）本年度收取信息处理费情况", GJ_FONT_SUBHEADING },
  { "half-width-brackets", "(三)平台建设。完成改造。", "(三)平台建设。", GJ_FONT_SUBHEADING },
  { "one-character-number", "㈠主动公开。完成。", "㈠主动公开。", GJ_FONT_SUBHEADING },
  { "first-level", "一、总体情况", "一、总体情况", GJ_FONT_HEADING },
  { "first-level-sentence", "一、总体情况良好。其余见下。", "", GJ_FONT_BODY },
  { "third-level", "1.规范信息发布流程", "", GJ_FONT_BODY },
  { "brackets-without-number", "（含派出机构）全年公开信息。", "", GJ_FONT_BODY },
  { "long-sentence", "（一）围绕中心工作和群众关切持续推进决策执行管理服务结果全过程公开并强化政策解读，全年发布图解。", "", GJ_FONT_BODY },
  { "empty", "", "", GJ_FONT_BODY },
};

static void
test_lead (gconstpointer data)
{
  const Case *test = data;
  GjFontRole role;
  guint length = _gj_paragraph_get_lead (test->text, &role);
  g_autofree char *lead = g_strndup (test->text, length);

  g_assert_cmpstr (lead, ==, test->lead);
  g_assert_cmpint (role, ==, test->role);
}

static void
test_date (gconstpointer data)
{
  const char *const *pair = data;
  g_autofree char *date = _gj_date_format (pair[0]);

  g_assert_cmpstr (date, ==, pair[1]);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const dates[][2] = {
    { "2026-01-30", "2026年1月30日" },
    { "2026-11-05", "2026年11月5日" },
    { "2026年1月30日", "2026年1月30日" },
    { "二〇二六年一月", "二〇二六年一月" },
    { "2026-01-30x", "2026-01-30x" },
    { "", "" },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/render/paragraph/lead/", cases[i].name, NULL);

      g_test_add_data_func (path, cases + i, test_lead);
    }
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *path = g_strdup_printf ("/render/paragraph/date/%u", i);

      g_test_add_data_func (path, dates + i, test_date);
    }
  return g_test_run ();
}
