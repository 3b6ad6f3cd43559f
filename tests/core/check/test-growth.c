/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-support.h"

#include "narrative/gj-growth.h"

/* What sentences say of growth, as the grammar reads it: "way amount[~]", the kind as its
 * first letter, the number of this year in brackets. */

typedef struct
{
  const char *text;
  const char *found;
} GrowthCase;

static const GrowthCase cases[] = {
  { "全年共收到政府信息公开申请49件，同比增长58%。", "p+58 [49]" },
  { "全年共收到政府信息公开申请49件，同比增长58.06％。", "p+58.06 [49]" },
  { "全年新收政府信息公开申请66件，比上年增加15件，增长29.4%。", "c+15 [66] | p+29.4 [66]" },
  { "新收政府信息公开申请20件，与上年相比，减少5件。", "c-5 [20]" },
  { "新收政府信息公开申请20件（同比下降20%）。", "p-20 [20]" },
  { "收到20件政府信息公开申请，较去年下降约两成。", "w- [20]" },
  { "收到政府信息公开申请20件，与上年持平。", "w0 [20]" },
  { "收到政府信息公开申请20件，与去年基本持平。", "w0~ [20]" },
  { "收到政府信息公开申请20件，同比翻了一番。", "m+2~ [20]" },
  { "收到政府信息公开申请20件，同比增长1.5倍。", "t+1.5 [20]" },
  { "收到政府信息公开申请20件，同比增长两倍。", "t+2 [20]" },
  { "收到政府信息公开申请20件，较上年增长近60%。", "p+60~ [20]" },
  { "收到政府信息公开申请20件，较上年增长百分之六十。", "p+60 [20]" },
  { "收到政府信息公开申请20件，较2021年增长60%。", "p+60 [20]" },
  { "收到政府信息公开申请20件，较2019年增长60%。", "" },
  { "收到政府信息公开申请20件，环比增长60%。", "" },
  { "收到政府信息公开申请20件，增长60%。", "" },
  { "收到政府信息公开申请20件，答复率同比提高60%。", "" },
  { "收到政府信息公开申请20件，主动公开信息1580篇，同比增长58%。", "" },
  { "收到政府信息公开申请20件，主动公开信息1580条，同比增长58%。", "" },
  { "收到政府信息公开申请20件，满意度同比提高5个百分点。", "" },
  { "收到政府信息公开申请20件，同比下降5个百分点。", "" },
  { "新收政府信息公开申请量同比增长58%。", "p+58" },
  { "政府信息公开申请数量较上年增长58%。", "p+58" },
  { "办理人大代表建议20件，同比增长58%。", "" },
  { "2021年收到政府信息公开申请20件，同比增长58%。", "" },
  { "收到政府信息公开申请约20件，同比增长58%。", "p+58 [20]" },
  { "收到政府信息公开申请20件。同比增长58%的是建议办理。", "" },
  { "未收到政府信息公开申请，同比减少3件。", "c-3 [0]" },
};

static char *
growths_to_string (GArray *growths)
{
  static const char kinds[] = "wpctm";
  static const char ways[] = "-0+";
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < growths->len; i++)
    {
      const GjGrowth *growth = &g_array_index (growths, GjGrowth, i);
      g_autofree char *amount = gj_decimal_to_string (&growth->amount);

      g_string_append_printf (words, "%s%c%c%s%s", i > 0 ? " | " : "", kinds[growth->kind], ways[growth->way + 1],
                              growth->kind == GJ_GROWTH_WAY ? "" : amount, growth->is_rough ? "~" : "");
      if (growth->has_number)
        g_string_append_printf (words, " [%d]", (int) growth->number);
    }

  return g_string_free (words, FALSE);
}

static const GjPhrase *
find_phrase (const char *id)
{
  GjForm *form = gj_form_catalogue_find (FORM_2021);

  for (guint i = 0; i < gj_form_get_n_phrases (form); i++)
    if (g_str_equal (gj_form_get_phrase (form, i)->id, id))
      return gj_form_get_phrase (form, i);

  g_assert_not_reached ();
}

static void
test_case (gconstpointer data)
{
  const GrowthCase *c = data;
  g_autoptr (GArray) growths = _gj_growth_find (c->text, find_phrase ("received"), 2022);
  g_autofree char *found = growths_to_string (growths);

  g_assert_cmpstr (found, ==, c->found);
  if (*c->found != '\0')
    g_assert_true (_gj_growth_is_likely (c->text));
}

typedef struct
{
  const char *name;
  const char *last_cells;
  const char *cells;
  const char *text;
  const char *found;
} TableCase;

#define TOTAL "requests/received/total"
#define SENTENCE(growth) "全年共收到政府信息公开申请49件，" growth "。"

static const TableCase table_cases[] = {
  { "seed", TOTAL "=31", TOTAL "=49", SENTENCE ("同比增长58%"), "" },
  { "seed-30", TOTAL "=30", TOTAL "=49", SENTENCE ("同比增长58%"), "C12 violated warning" },
  { "seed-32", TOTAL "=32", TOTAL "=49", SENTENCE ("同比增长58%"), "C12 violated warning" },
  { "half-up", TOTAL "=51", TOTAL "=64", "新收政府信息公开申请66件，同比增长25.5%。", "" },
  { "truncated", TOTAL "=31", TOTAL "=49", SENTENCE ("同比增长58.0%"), "C12 remark hint" },
  { "other-way", TOTAL "=60", TOTAL "=49", SENTENCE ("同比增长18%"), "C12 violated warning" },
  { "down", TOTAL "=60", TOTAL "=49", SENTENCE ("同比下降18.3%"), "" },
  { "more", TOTAL "=31", TOTAL "=49", SENTENCE ("比上年增加18件"), "" },
  { "more-wrong", TOTAL "=31", TOTAL "=49", SENTENCE ("比上年增加17件"), "C12 violated warning" },
  { "both", TOTAL "=31", TOTAL "=49", SENTENCE ("比上年增加18件，增长68%"), "C12 violated warning" },
  { "from-none", TOTAL "=0", TOTAL "=49", SENTENCE ("同比增长58%"), "C12 remark hint" },
  { "from-none-count", TOTAL "=0", TOTAL "=49", SENTENCE ("比上年增加49件"), "" },
  { "times", TOTAL "=14", TOTAL "=49", SENTENCE ("同比增长2.5倍"), "" },
  { "to-times", TOTAL "=14", TOTAL "=49", SENTENCE ("同比增长3.5倍"), "C12 other-reading hint" },
  { "doubled", TOTAL "=25", TOTAL "=49", SENTENCE ("同比翻了一番"), "" },
  { "doubled-wrong", TOTAL "=31", TOTAL "=49", SENTENCE ("同比翻番"), "C12 violated warning" },
  { "even", TOTAL "=49", TOTAL "=49", SENTENCE ("与上年持平"), "" },
  { "even-wrong", TOTAL "=31", TOTAL "=49", SENTENCE ("与上年持平"), "C12 violated warning" },
  { "nearly", TOTAL "=31", TOTAL "=49", SENTENCE ("同比增长近60%"), "" },
  { "stated-number", TOTAL "=31", TOTAL "=50", SENTENCE ("同比增长58%"), "C12 other-reading hint" },
  { "with-carried-in", TOTAL "=31;requests/carried-in/total=9", TOTAL "=49;requests/carried-in/total=11",
    "收到政府信息公开申请60件，同比增长50%。", "C12 other-reading hint" },
  { "blank", TOTAL "=", TOTAL "=49", SENTENCE ("同比增长58%"), "" },
  { "absent", TOTAL "=~", TOTAL "=49", SENTENCE ("同比增长58%"), "" },
  { "this-blank", TOTAL "=31", TOTAL "=", SENTENCE ("同比增长58%"), "" },
  { "reviews", "cases/review/total=2", "cases/review/total=3", "因政府信息公开被申请行政复议3件，同比增长20%。",
    "C12 violated warning" },
};

static GjReport *
year_report_new (const char *form,
                 const char *year,
                 const char *cells)
{
  GjReport *report = zero_report_new (gj_form_catalogue_find (form));
  g_auto (GStrv) items = g_strsplit (cells, ";", -1);

  gj_report_init_field (report, GJ_FIELD_YEAR, year);
  for (guint i = 0; items[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (items[i], "=", 2);

      gj_report_init_cell (report, cell_find (report, words[0]),
                           g_str_equal (words[1], "~") ? NULL : words[1]);
    }

  return report;
}

static void
check_table_case (const TableCase *c,
                  const char      *last_form)
{
  g_autoptr (GjCheckSet) checks = gj_check_set_new ("C12", NULL);
  g_autoptr (GjReport) last = year_report_new (last_form, "2020", c->last_cells);
  g_autoptr (GjReport) report = year_report_new (FORM_2021, "2021", c->cells);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *found = NULL;

  narrative_set (report, "overview", c->text);
  findings = gj_check_report_with_last_year (report, checks, last, "2020.pdf");
  found = findings_to_string (findings);
  g_assert_cmpstr (found, ==, c->found);
}

/* What is asked is in both forms, so the form of last year's report makes no difference. */
static void
test_table_case (gconstpointer data)
{
  check_table_case (data, FORM_2021);
  check_table_case (data, FORM_2019);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/growth/sentence/%u", i);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  for (guint i = 0; i < G_N_ELEMENTS (table_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/growth/table/%s", table_cases[i].name);

      g_test_add_data_func (path, &table_cases[i], test_table_case);
    }

  return g_test_run ();
}
