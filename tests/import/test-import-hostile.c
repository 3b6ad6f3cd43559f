/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-support.h"

#include <string.h>

/* Texts that somebody made to keep the program busy, or that a broken converter left. The
 * work may grow with the text, not with its square: four times the text may take ten times
 * as long, never sixteen times. What is done in a second is not looked at more closely. */

#define LARGE_SIZE (1 << 20)

#define HEADINGS_BEFORE "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
#define HEADINGS_AFTER "四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n"
#define TITLE "临江市发展局2021年政府信息公开工作年度报告\n"
#define LABEL "一、本年新收政府信息公开申请数量"
#define LIKE_LABEL "本年新到政府信息公开申领量数"

typedef struct
{
  const char *name;
  const char *before;
  const char *unit;
} Hostile;

static const Hostile cases[] = {
  { "values-and-blanks-in-one-row", LABEL, "\t1\t" },
  { "fields-in-one-row", LABEL, "\tx\t1\t \t" },
  { "words-almost-a-label", "",
    LIKE_LABEL "\t" LIKE_LABEL "\t" LIKE_LABEL "\t" LIKE_LABEL "\t" LIKE_LABEL "\t" LIKE_LABEL "\t1\t2\n" },
  { "rows-almost-known", "", LIKE_LABEL "\t1\t2\t3\t4\t5\t6\t7\n" },
  { "rows-repeated", "", LABEL "\t1\t2\t3\t4\t5\t6\t7\n" },
  { "rows-of-values", "", "1\t2\t3\t4\t5\t6\t7\n" },
  { "rows-of-heads", "", "自然人\t商业企业\t科研机构\n某\t某某\n" },
  { "words-near-a-table", LABEL "\t1\n", "信息内容\t某某甲\t某某乙\t某某丙\t某某丁\n" },
  { "blank-rows", "", "\t\t\t\t\t\t\t\n" },
  { "bars", "", "|某|1|2|\n" },
  { "headings", "", "一、总体情况\n二、主动公开政府信息情况\n" },
  { "short-lines", "", "某某某某\n" },
  { "dates", "", "2022年1月20日 " },
};

/* Whoever reads in time that grows with the square of the text does not come to the end
 * of this before the harness ends him. */
static void
test_hostile (gconstpointer data)
{
  const Hostile *hostile = data;
  g_autoptr (GString) text = g_string_new (TITLE HEADINGS_BEFORE);
  g_autoptr (GjReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_string_append (text, hostile->before);
  while (text->len < LARGE_SIZE)
    g_string_append (text, hostile->unit);
  g_string_append (text, "\n" HEADINGS_AFTER);

  report = import_read_bytes (text->str, text->len, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gj_form_get_id (gj_report_get_form (report)), ==, "guoban-2021");
}

/* What is looked for in a preface is found behind any number of blanks. */

typedef struct
{
  const char *name;
  const char *words;
  const char *rest;
  GjField     field;
  const char *value;
} Blanks;

static const Blanks fields[] = {
  { "address", "地址", "，地址：滨江路6号。", GJ_FIELD_ADDRESS, "滨江路6号" },
  { "postcode", "邮编", "，邮编：998100。", GJ_FIELD_POSTCODE, "998100" },
  { "telephone", "电话", "，电话：0680-8126035。", GJ_FIELD_TELEPHONE, "0680-8126035" },
};

static void
test_blanks (gconstpointer data)
{
  const Blanks *blanks = data;
  g_autoptr (GString) text = g_string_new (TITLE);
  g_autoptr (GjReport) report = NULL;

  g_string_append (text, blanks->words);
  for (guint i = 0; i < 6000; i++)
    g_string_append_c (text, ' ');
  g_string_append (text, blanks->rest);
  g_string_append (text, "\n" HEADINGS_BEFORE HEADINGS_AFTER);

  report = import_read_text (text->str);
  g_assert_cmpstr (gj_report_get_field (report, blanks->field), ==, blanks->value);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import/hostile/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_hostile);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import/blanks/%s", fields[i].name);

      g_test_add_data_func (path, &fields[i], test_blanks);
    }

  return g_test_run ();
}
