/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-support.h"

#include <string.h>

/* C08 to C13: what is strikingly unlike or like last year's report. */

#define BODY "云溪市财政局"

typedef struct
{
  const char *name;
  const char *form;
  const char *last_form;
  const char *last_cells;
  const char *cells;
  const char *found;
} CellCase;

static GjReport *
year_report_new (const char *form,
                 const char *year,
                 const char *cells)
{
  GjReport *report = zero_report_new (gj_form_catalogue_find (form));
  g_auto (GStrv) items = g_strsplit (cells, ";", -1);

  gj_report_init_field (report, GJ_FIELD_YEAR, year);
  gj_report_init_field (report, GJ_FIELD_BODY, BODY);
  for (guint i = 0; items[i] != NULL && *items[i] != '\0'; i++)
    {
      g_auto (GStrv) words = g_strsplit (items[i], "=", 2);

      gj_report_init_cell (report, cell_find (report, words[0]),
                           g_str_equal (words[1], "~") ? NULL : words[1]);
    }

  return report;
}

#define R "requests/"
#define D "disclosure/"

static const CellCase cell_cases[] = {
  { "jump-up", FORM_2021, FORM_2021, D "licences/decisions=10", D "licences/decisions=51", "C08 remark hint" },
  { "jump-down", FORM_2021, FORM_2021, D "licences/decisions=51", D "licences/decisions=10", "C08 remark hint" },
  { "five-times", FORM_2021, FORM_2021, D "licences/decisions=10", D "licences/decisions=50", "" },
  { "a-fifth", FORM_2021, FORM_2021, D "licences/decisions=50", D "licences/decisions=10", "" },
  { "small", FORM_2021, FORM_2021, D "licences/decisions=1", D "licences/decisions=9", "" },
  { "from-none", FORM_2021, FORM_2021, "", D "licences/decisions=12", "C08 remark hint" },
  { "last-blank", FORM_2021, FORM_2021, D "licences/decisions=", D "licences/decisions=12", "" },
  { "last-absent", FORM_2021, FORM_2021, D "licences/decisions=~", D "licences/decisions=12", "" },
  { "last-words", FORM_2021, FORM_2021, D "licences/decisions=两三件", D "licences/decisions=12", "" },
  { "fees", FORM_2021, FORM_2021, D "fees/amount=12.5", D "fees/amount=70", "C08 remark hint" },
  { "fees-in-yuan", FORM_2021, FORM_2021, D "fees/amount=12.5", D "fees/amount=125000", "A11 remark warning" },
  { "fees-a-hundredfold", FORM_2021, FORM_2021, D "fees/amount=12.5", D "fees/amount=1250", "A11 remark warning" },
  { "fees-not-a-hundredfold", FORM_2021, FORM_2021, D "fees/amount=12.5", D "fees/amount=1249.999999",
    "C08 remark hint" },
  { "fees-by-a-cent", FORM_2021, FORM_2021, D "fees/amount=0.000001", D "fees/amount=0.01", "A11 remark warning" },
  { "fees-small", FORM_2021, FORM_2021, D "fees/amount=0.000001", D "fees/amount=0.000099", "" },
  { "fees-of-nought", FORM_2021, FORM_2021, D "fees/amount=0", D "fees/amount=125000", "C08 remark hint" },
  { "fees-last-blank", FORM_2021, FORM_2021, D "fees/amount=", D "fees/amount=125000", "" },
  { "fees-last-words", FORM_2021, FORM_2021, D "fees/amount=若干", D "fees/amount=125000", "" },
  { "fees-last-in-yuan", FORM_2021, FORM_2021, D "fees/amount=125000元", D "fees/amount=125000", "" },
  { "fees-own-unit", FORM_2021, FORM_2021, D "fees/amount=12.5", D "fees/amount=125000元", "" },
  { "fees-other-form", FORM_2021, FORM_2019, D "procurement/amount=12.5", D "fees/amount=125000", "" },
  { "not-an-amount", FORM_2021, FORM_2021, D "licences/decisions=2", D "licences/decisions=20000",
    "C08 remark hint" },
  { "no-unit-in-the-head", FORM_2019, FORM_2019, D "procurement/amount=12.5", D "procurement/amount=125000",
    "C08 remark hint" },
  { "one-total", FORM_2021, FORM_2021, R "received/enterprise=2;" R "received/total=2",
    R "received/enterprise=20;" R "received/total=20", "C08 remark hint" },
  { "part-alone", FORM_2021, FORM_2021, R "received/enterprise=2;" R "received/research=18;" R "received/total=20",
    R "received/enterprise=18;" R "received/research=2;" R "received/total=20",
    "C08 remark hint | C08 remark hint" },
  { "repeated", FORM_2021, FORM_2021, D "licences/decisions=146;" D "penalties/decisions=4",
    D "licences/decisions=146;" D "penalties/decisions=3", "C09 remark warning" },
  { "repeated-small", FORM_2021, FORM_2021, D "licences/decisions=99;" D "penalties/decisions=4",
    D "licences/decisions=99;" D "penalties/decisions=3", "" },
  { "in-force", FORM_2021, FORM_2021, D "normative-documents/in-force=150", D "normative-documents/in-force=150", "" },
  { "in-force-and-more", FORM_2021, FORM_2021, D "normative-documents/in-force=150;" D "coercion/decisions=1",
    D "normative-documents/in-force=150;" D "coercion/decisions=1", "C09 remark warning" },
  { "whole-table", FORM_2021, FORM_2021, "cases/review/upheld=2;cases/review/total=2",
    "cases/review/upheld=2;cases/review/total=2", "C09 remark warning" },
  { "all-zero", FORM_2021, FORM_2021, "", "", "" },
  { "one-differs", FORM_2021, FORM_2021, "cases/review/upheld=2;cases/review/total=2",
    "cases/review/upheld=1;cases/review/total=1", "" },
  { "whole-table-large", FORM_2021, FORM_2021, R "received/enterprise=500;" R "received/total=500",
    R "received/enterprise=500;" R "received/total=500", "C09 remark warning" },
  { "other-form", FORM_2021, FORM_2019, D "licences/decisions=10", D "licences/decisions=51", "C08 remark hint" },
  { "other-form-whole", FORM_2021, FORM_2019, R "other/enterprise=3;" R "other/total=3",
    R "other-unpaid/enterprise=1;" R "other-else/enterprise=2;" R "other-unpaid/total=1;" R "other-else/total=2",
    "C09 remark warning" },
  { "not-comparable", FORM_2021, FORM_2019, D "normative-documents/released-total=2",
    D "normative-documents/issued=60", "" },
};

static void
test_cell_case (gconstpointer data)
{
  const CellCase *c = data;
  g_autoptr (GjCheckSet) checks = gj_check_set_new ("A11,C08,C09", NULL);
  g_autoptr (GjReport) last = year_report_new (c->last_form, "2020", c->last_cells);
  g_autoptr (GjReport) report = year_report_new (c->form, "2021", c->cells);
  g_autoptr (GPtrArray) findings = gj_check_report_with_last_year (report, checks, last, NULL);
  g_autofree char *found = findings_to_string (findings);

  g_assert_cmpstr (found, ==, c->found);
}

/* An amount in 元 names both files and both numbers; what it would be is exact, and only
 * when it is last year's to the last digit it can be put right at once. */
static void
test_unit (void)
{
  static const struct { const char *amount; const char *words; const char *remedy; } cases[] = {
    { "125000", "12.5", "12.5" },
    { "595302.49", "59.530249", NULL },
    { "595302.4967", "or more", NULL },
  };
  g_autoptr (GjCheckSet) checks = gj_check_set_new ("A11", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cells = g_strconcat (D "fees/amount=", cases[i].amount, NULL);
      g_autoptr (GjReport) last = year_report_new (FORM_2021, "2021", D "fees/amount=12.5");
      g_autoptr (GjReport) report = year_report_new (FORM_2021, "2022", cells);
      g_autoptr (GPtrArray) findings = gj_check_report_with_last_year (report, checks, last, "2021.docx");
      g_autoptr (GPtrArray) versions = NULL;
      g_autoptr (GPtrArray) others = NULL;
      guint n_cells, cell;
      const char *remedy = NULL;
      GjFinding *finding;

      g_assert_cmpuint (findings->len, ==, 1);
      finding = g_ptr_array_index (findings, 0);
      g_test_message ("%s", gj_finding_get_message (finding));
      g_assert_cmpstr (gj_finding_get_left (finding), ==, cases[i].amount);
      g_assert_cmpstr (gj_finding_get_right (finding), ==, "12.5");
      g_assert_cmpstr (gj_finding_get_last_file (finding), ==, "2021.docx");
      g_assert_cmpuint (gj_finding_get_main_cell (finding), ==, cell_find (report, D "fees/amount"));
      gj_finding_get_last_cells (finding, &n_cells);
      g_assert_cmpuint (n_cells, ==, 1);
      g_assert_nonnull (strstr (gj_finding_get_message (finding), cases[i].words));
      g_assert_nonnull (strstr (gj_finding_get_message (finding), "2021.docx"));
      g_assert_cmpint (gj_finding_get_remedy (finding, &cell, &remedy), ==, cases[i].remedy != NULL);
      g_assert_cmpstr (remedy, ==, cases[i].remedy);

      gj_report_init_field (last, GJ_FIELD_YEAR, "2022");
      versions = gj_check_report_with_last_year (report, checks, last, "2022.docx");
      g_assert_cmpuint (versions->len, ==, 0);
      gj_report_init_field (last, GJ_FIELD_YEAR, "2021");
      gj_report_init_field (last, GJ_FIELD_BODY, "云溪市司法局");
      others = gj_check_report_with_last_year (report, checks, last, "2021.docx");
      g_assert_cmpuint (others->len, ==, 0);
    }
}

/* The single old row is compared with the sum of the three, on either side. */
static void
test_old_row (void)
{
  g_autoptr (GjCheckSet) checks = gj_check_set_new ("C08,C09", NULL);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GjReport) three = year_report_new (FORM_2021, i == 0 ? "2021" : "2022",
                                                    R "other-unpaid/total=20;" R "other-else/total=20");
      g_autoptr (GjReport) one = year_report_new (FORM_2021, i == 0 ? "2022" : "2021",
                                                  R "other-not-corrected/total=~;" R "other-unpaid/total=~;"
                                                  R "other-else/total=41");
      g_autoptr (GPtrArray) findings = NULL;

      gj_report_init_variant (one, "old-row");
      findings = gj_check_report_with_last_year (i == 0 ? one : three, checks, i == 0 ? three : one, NULL);
      g_assert_cmpuint (findings->len, ==, 0);
    }
}

typedef struct
{
  const char *name;
  const char *section;
  const char *last_text;
  const char *text;
  const char *found;
} TextCase;

#define LONG_A_1 "全年通过市政府门户网站主动公开政策文件、预算决算、重大项目和民生资金信息，安排专人负责栏目维护，"
#define LONG_A_2 "每季度检查一次栏目更新情况，并把检查结果通报各科室，限期整改到位。"
#define LONG_A LONG_A_1 LONG_A_2
#define LONG_B_1 "围绕政府采购和资产管理开展专题培训，邀请企业代表座谈，收集意见后形成清单，由牵头科室逐项办理并答复，"
#define LONG_B_2 "答复内容同步在门户网站公布，接受社会监督。"
#define LONG_B LONG_B_1 LONG_B_2
#define PROBLEM "一是基层单位公开的内容偏少，群众关心的事项没有及时更新。"
#define OTHER_PROBLEM "一是解读材料以文字为主，图解和视频占比不高。"
#define REMEDY "一是制定年度公开清单，逐月核对更新进度并通报结果。"

static const TextCase text_cases[] = {
  { "same-section", "overview", LONG_A, LONG_A, "C10 remark warning" },
  { "other-section", "overview", LONG_A, LONG_B, "" },
  { "half", "overview", LONG_A, LONG_A LONG_B, "" },
  { "short", "others", "本年度没有收取信息处理费。", "本年度没有收取信息处理费。", "" },
  { "empty", "overview", "", LONG_A, "" },
  { "problem", "problems", "（一）存在的主要问题。" PROBLEM "（二）改进情况。" REMEDY,
    "（一）存在的主要问题。" PROBLEM "二是工作人员更换较多，业务培训没有跟上。三是公开专栏检索不便，老年群众使用困难。"
    "（二）改进情况。一是编写业务手册，分批组织新任人员跟班学习，考核合格后上岗。", "C13 remark warning" },
  { "remedy", "problems", "（一）存在的主要问题。" PROBLEM "（二）改进情况。" REMEDY,
    "（一）存在的主要问题。" OTHER_PROBLEM "（二）改进情况。" REMEDY
    "二是编写业务手册，分批组织新任人员跟班学习，考核合格后上岗。三是把专栏检索改为按事项分类。", "C13 remark warning" },
  { "all", "problems", "（一）存在的主要问题。" PROBLEM OTHER_PROBLEM "（二）改进情况。" REMEDY,
    "（一）存在的主要问题。" PROBLEM OTHER_PROBLEM "（二）改进情况。" REMEDY,
    "C10 remark warning | C13 remark warning | C13 remark warning" },
  { "other-ordinal", "problems", "（一）存在的主要问题。" PROBLEM, "（一）存在的主要问题。二" "是基层单位公开的内容偏少，群众关心的事项没有及时更新。",
    "C13 remark warning" },
  { "headings", "problems", "（一）存在的主要问题。" PROBLEM "针对上述问题，采取以下措施：" REMEDY,
    "（一）存在的主要问题。" OTHER_PROBLEM "针对上述问题，采取以下措施：一是编写业务手册，分批组织新任人员跟班学习。", "" },
};

static void
test_text_case (gconstpointer data)
{
  const TextCase *c = data;
  g_autoptr (GjCheckSet) checks = gj_check_set_new ("C10,C13", NULL);
  g_autoptr (GjReport) last = year_report_new (FORM_2021, "2023", "");
  g_autoptr (GjReport) report = year_report_new (FORM_2021, "2024", "");
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *found = NULL;

  narrative_set (last, c->section, c->last_text);
  narrative_set (report, c->section, c->text);
  findings = gj_check_report_with_last_year (report, checks, last, NULL);
  found = findings_to_string (findings);
  g_assert_cmpstr (found, ==, c->found);

  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (gj_finding_get_check (findings->pdata[i]), "C13"))
      {
        guint start = 0, end = 0, last_start = 0, last_end = 0;
        g_autofree char *words = NULL;
        g_autofree char *last_words = NULL;
        const char *text;
        const char *last_text;
        const char *section;

        g_assert_true (gj_finding_get_text (findings->pdata[i], &text, &start, &end));
        g_assert_true (gj_finding_get_last_text (findings->pdata[i], &section, &last_text, &last_start, &last_end));
        words = g_utf8_substring (c->text, start, end);
        last_words = g_utf8_substring (c->last_text, last_start, last_end);
        g_assert_cmpstr (text, ==, words);
        g_assert_cmpstr (last_text, ==, last_words);
        g_assert_cmpstr (text, ==, last_text);
        g_assert_cmpstr (section, ==, "problems");
      }
}

static void
test_limits (void)
{
  g_autoptr (GjCheckSet) checks = gj_check_set_new ("C09,C10", NULL);
  static const struct { const char *name; const char *value; guint n_similar; guint n_repeated; } limits[] = {
    { "similarity", "0", 0, 1 }, { "similarity", "40", 1, 1 }, { "similarity", "90", 0, 1 },
    { "similarity-overview", "40", 1, 1 }, { "similarity-others", "40", 0, 1 },
    { "similarity", "many", 0, 1 }, { "large-number", "147", 0, 0 }, { "large-number", "146", 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (GjReport) last = year_report_new (FORM_2021, "2023", D "licences/decisions=146");
      g_autoptr (GjReport) report = year_report_new (FORM_2021, "2024",
                                                     D "licences/decisions=146;" D "coercion/decisions=1");
      g_autoptr (GPtrArray) findings = NULL;

      narrative_set (last, "overview", LONG_A);
      narrative_set (report, "overview", LONG_A LONG_B);
      gj_report_init_setting (report, limits[i].name, limits[i].value);
      findings = gj_check_report_with_last_year (report, checks, last, NULL);
      g_assert_cmpuint (findings_count (findings, "C10"), ==, limits[i].n_similar);
      g_assert_cmpuint (findings_count (findings, "C09"), ==, limits[i].n_repeated);
    }
}

typedef struct
{
  GjField     field;
  const char *last_value;
  const char *value;
  gboolean    is_found;
} FieldCase;

static const FieldCase field_cases[] = {
  { GJ_FIELD_ADDRESS, "云溪市清源大道18号", "云溪市清源大道81号", TRUE },
  { GJ_FIELD_ADDRESS, "云溪市清源大道18号", "云溪市 清源大道 18号", FALSE },
  { GJ_FIELD_ADDRESS, "", "云溪市清源大道81号", FALSE },
  { GJ_FIELD_ADDRESS, "云溪市清源大道18号", "", FALSE },
  { GJ_FIELD_TELEPHONE, "0680-8126035", "0680-8126053", TRUE },
  { GJ_FIELD_TELEPHONE, "0680-8126035", "（0680）8126035", FALSE },
  { GJ_FIELD_TELEPHONE, "0680-8126035", "8126035", FALSE },
  { GJ_FIELD_MAILBOX, "a@yunxi.gov.example", "A@yunxi.gov.example", FALSE },
  { GJ_FIELD_MAILBOX, "a@yunxi.gov.example", "b@yunxi.gov.example", TRUE },
  { GJ_FIELD_WEBSITE, "http://fgj.yunxi.gov.example/", "https://fgj.yunxi.gov.example", FALSE },
  { GJ_FIELD_WEBSITE, "http://fgj.yunxi.gov.example/", "https://czj.yunxi.gov.example", TRUE },
};

static void
test_fields (void)
{
  g_autoptr (GjCheckSet) checks = gj_check_set_new ("C", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (field_cases); i++)
    {
      const FieldCase *c = &field_cases[i];
      g_autoptr (GjReport) last = year_report_new (FORM_2021, "2023", "");
      g_autoptr (GjReport) report = year_report_new (FORM_2021, "2024", "");
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *found = NULL;

      gj_report_init_field (last, c->field, c->last_value);
      gj_report_init_field (report, c->field, c->value);
      findings = gj_check_report_with_last_year (report, checks, last, NULL);
      found = findings_to_string (findings);
      g_assert_cmpstr (found, ==, c->is_found ? "C11 remark hint" : "");
    }
}

static void
test_linked (void)
{
  g_autoptr (GjCheckSet) checks = gj_check_set_new ("C", NULL);
  g_autoptr (GjReport) last = year_report_new (FORM_2021, "2023", R "carried-out/total=3");
  g_autoptr (GjReport) report = year_report_new (FORM_2021, "2024", R "carried-in/total=5");
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *found = NULL;

  gj_report_init_field (last, GJ_FIELD_BODY, "云溪市财政办公室");
  gj_report_init_setting (report, "former-body", "云溪市财政办公室");
  findings = gj_check_report_with_last_year (report, checks, last, NULL);
  found = findings_to_string (findings);
  g_assert_cmpstr (found, ==, "C11 remark hint | C01 violated error");
}

/* A table that lacks a cell has nothing to quote; the cells beside it are asked about. */
static void
test_absent_cell (void)
{
  g_autoptr (GjCheckSet) checks = gj_check_set_new ("C", NULL);
  g_autoptr (GjReport) last = year_report_new (FORM_2021, "2023", D "normative-documents/in-force=54");
  g_autoptr (GjReport) report = year_report_new (FORM_2021, "2024", D "normative-documents/in-force=60");
  GjForm *form = gj_report_get_form (report);
  guint absent = gj_form_find_cell (form, D "normative-documents/repealed");
  guint blank = gj_form_find_cell (form, D "normative-documents/issued");

  g_assert_cmpuint (absent, !=, GJ_NONE);
  g_assert_cmpuint (blank, !=, GJ_NONE);
  gj_report_init_cell (report, absent, NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) findings = NULL;

      gj_report_init_cell (report, blank, i == 0 ? "许多" : "");
      findings = gj_check_report_with_last_year (report, checks, last, NULL);
      for (guint j = 0; j < findings->len; j++)
        g_assert_false (gj_finding_has_cell (findings->pdata[j], absent)
                        && strstr (gj_finding_get_message (findings->pdata[j]), "repealed") != NULL);
      g_assert_cmpuint (findings_count (findings, "C03"), ==, 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cell_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/years-checks/cells/%s", cell_cases[i].name);

      g_test_add_data_func (path, &cell_cases[i], test_cell_case);
    }

  for (guint i = 0; i < G_N_ELEMENTS (text_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/years-checks/text/%s", text_cases[i].name);

      g_test_add_data_func (path, &text_cases[i], test_text_case);
    }

  g_test_add_func ("/core/years-checks/unit", test_unit);
  g_test_add_func ("/core/years-checks/old-row", test_old_row);
  g_test_add_func ("/core/years-checks/limits", test_limits);
  g_test_add_func ("/core/years-checks/fields", test_fields);
  g_test_add_func ("/core/years-checks/linked", test_linked);
  g_test_add_func ("/core/years-checks/absent-cell", test_absent_cell);

  return g_test_run ();
}
