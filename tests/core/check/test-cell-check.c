/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-support.h"

/* One cell of the small form; what A07–A10 say of it, and what is offered. */
typedef struct
{
  const char *cell;
  const char *text;
  const char *findings;
  const char *remedy;
} Case;

static const Case cases[] = {
  /* counts */
  { "total/count", "0", "", NULL },
  { "total/change", "-3", "", NULL },
  { "b/change", "+3", "", NULL },
  { "total/change", "-0.5", "A07 violated error", NULL },
  { "total/change", "3.0", "", NULL },
  { "b/money", "3.5", "", NULL },
  { "b/change", "1,234", "A09 violated warning", "1234" },
  { "b/change", "１２", "A09 violated warning", "12" },
  { "b/change", "12件", "A09 violated warning", "12" },
  { "b/change", "12万元", "A09 violated warning", NULL },
  { "b/change", "1\n2", "A09 violated warning", NULL },
  { "b/change", "〇", "A09 violated warning", "0" },
  { "b/change", "007", "A09 violated warning", "7" },
  { "b/change", "　7　", "", NULL },
  { "b/change", "1 2", "A09 violated warning", NULL },
  { "b/change", "两件", "A09 violated warning", NULL },
  { "b/change", "12345678901234567890", "A09 violated warning", NULL },
  { "b/change", "1234.5", "A07 violated error", NULL },
  { "b/change", "1,234.5", "A07 violated error | A09 violated warning", "1234.5" },

  /* blanks */
  { "b/change", "", "A08 violated warning", "0" },
  { "b/change", "  ", "A08 violated warning", "0" },
  { "b/change", "/", "A08 violated warning", "0" },
  { "b/change", "——", "A08 violated warning", "0" },
  { "b/change", "无", "A08 violated warning", "0" },
  { "b/change", NULL, "", NULL },

  /* an amount whose head has the unit */
  { "a/fee", "5953.02496", "", NULL },
  { "a/fee", "0.000001", "", NULL },
  { "a/fee", "0.0000001", "A10 violated warning", NULL },
  { "a/fee", "12345678901234567890", "A09 violated warning", NULL },
  { "a/fee", "-1", "A10 violated warning", NULL },
  { "a/fee", "3万元", "A10 violated warning", "3" },
  { "a/fee", "59530249.60元", "A10 violated warning", "5953.02496" },
  { "a/fee", "0.01元", "A10 violated warning", "0.000001" },
  { "a/fee", "0.001元", "A10 violated warning", NULL },
  { "a/fee", "1,234万元", "A09 violated warning | A10 violated warning", "1234" },
  { "a/fee", "1,234", "A09 violated warning", "1234" },

  /* an amount whose head has none */
  { "b/money", "-1", "A10 violated warning", NULL },
  { "b/money", "134.8万元", "A09 violated warning", NULL },
  { "b/money", "0.1234567", "A10 violated warning", NULL },
};

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (GjReport) report = zero_report_new (test_form_get ());
  g_autoptr (GjCheckSet) set = gj_check_set_new ("A07,A08,A09,A10", NULL);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *id = g_strconcat ("figures/", one->cell, NULL);
  g_autofree char *words = NULL;
  const char *text = NULL;
  guint cell;

  cell_set (report, id, one->text);
  findings = gj_check_report (report, set);
  words = findings_to_string (findings);
  g_assert_cmpstr (words, ==, one->findings);

  if (findings->len == 0)
    return;

  gj_finding_get_remedy (findings->pdata[findings->len - 1], &cell, &text);
  g_assert_cmpstr (text, ==, one->remedy);
  if (text != NULL)
    g_assert_cmpuint (cell, ==, cell_find (report, id));
  g_assert_cmpuint (gj_finding_get_main_cell (findings->pdata[0]), ==, cell_find (report, id));
}

/* Amount and number of items; what B07 and B08 say, and words of the first. */
static const struct
{
  const char *amount;
  const char *items;
  const char *findings;
  const char *words;
} money_cases[] = {
  { "0", "0", "", NULL },
  { "0.00", "2", "", NULL },
  { "", "2", "", NULL },
  { "无", "2", "", NULL },
  { "几万", "2", "", NULL },
  { "294000.00", "1", "B07 violated warning",
    "294000.00 without a unit. If yuan are meant it is 29.4 ten thousand yuan, "
    "if ten thousand yuan, 2940000000 yuan." },
  { "134.8万元", "2", "B07 remark warning", "1348000 yuan or 134.8 ten thousand yuan" },
  { "1.5亿元", "1", "B07 remark warning", "150000000 yuan or 15000 ten thousand yuan" },
  { "3000元", "1", "B07 remark warning", "3000 yuan or 0.3 ten thousand yuan" },
  { "99元", "1", "B07 remark warning | B08 remark hint", NULL },
  { "100元", "1", "B07 remark warning", NULL },
  { "150元", "2", "B07 remark warning | B08 remark hint", NULL },
  { "100000万元", "1", "B07 remark warning", NULL },
  { "100001万元", "1", "B07 remark warning | B08 remark hint", NULL },
  { "20亿元", "2", "B07 remark warning", NULL },
  { "99", "1", "B07 violated warning", NULL },
  { "0.009", "1", "B07 violated warning | B08 remark hint", NULL },
  { "2000000000", "1", "B07 violated warning | B08 remark hint", NULL },
  { "3000元", "0", "B07 remark warning", NULL },
  { "1元", "", "B07 remark warning", NULL },
  { "-5", "1", "B07 violated warning", NULL },
};

static void
test_money (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (GjReport) report = zero_report_new (test_form_get ());
  g_autoptr (GjCheckSet) set = gj_check_set_new ("B07,B08", NULL);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *words = NULL;

  cell_set (report, "figures/a/money", money_cases[index].amount);
  cell_set (report, "figures/a/count", money_cases[index].items);
  findings = gj_check_report (report, set);
  words = findings_to_string (findings);
  g_assert_cmpstr (words, ==, money_cases[index].findings);

  if (money_cases[index].words != NULL &&
      strstr (gj_finding_get_message (findings->pdata[0]), money_cases[index].words) == NULL)
    g_error ("%s", gj_finding_get_message (findings->pdata[0]));
}

static void
test_blank_table (void)
{
  g_autoptr (GjReport) report = gj_report_new (gj_form_catalogue_find (FORM_2021));
  g_autoptr (GPtrArray) blank = gj_check_report (report, NULL);
  g_autoptr (GPtrArray) begun = NULL;

  g_assert_cmpuint (blank->len, ==, 3);
  g_assert_cmpuint (findings_count (blank, "A08"), ==, 3);

  cell_set (report, "cases/review/total", "0");
  begun = gj_check_report (report, NULL);
  g_assert_cmpuint (findings_count (begun, "A08"), ==, 2 + 14);
  g_assert_cmpuint (begun->len, ==, 16);
}

static void
test_no_zero_against_sum (void)
{
  g_autoptr (GjReport) report = zero_report_new (test_form_get ());
  g_autoptr (GPtrArray) findings = NULL;

  cell_set (report, "figures/a/count", "");
  cell_set (report, "figures/total/count", "4");
  findings = gj_check_report (report, NULL);
  g_assert_nonnull (findings_find (findings, "A08"));
  g_assert_false (gj_finding_get_remedy (findings_find (findings, "A08"), NULL, NULL));
}

static void
test_quotes_one_line (void)
{
  g_autoptr (GjReport) report = zero_report_new (test_form_get ());
  g_autoptr (GPtrArray) findings = NULL;
  GjFinding *finding;

  cell_set (report, "figures/b/change", "共三件；\n其中：一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十件");
  findings = gj_check_report (report, NULL);
  finding = findings_find (findings, "A09");
  g_assert_nonnull (strstr (gj_finding_get_message (finding), "…"));
  g_assert_null (strchr (gj_finding_get_message (finding), '\n'));
  g_assert_null (strchr (gj_finding_get_basis (finding), '\n'));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/cell-check/cases/%02u", i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (money_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/cell-check/money/%02u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_money);
    }
  g_test_add_func ("/core/cell-check/blank-table", test_blank_table);
  g_test_add_func ("/core/cell-check/no-zero-against-sum", test_no_zero_against_sum);
  g_test_add_func ("/core/cell-check/quotes-one-line", test_quotes_one_line);

  return g_test_run ();
}
