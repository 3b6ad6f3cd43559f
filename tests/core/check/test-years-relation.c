/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-support.h"

#include <string.h>

/* C01 to C07: what last year's report says and this year's must follow from. */

typedef struct
{
  const char *name;
  const char *form;
  const char *last_form;
  const char *last_cells;
  const char *cells;
  const char *found;
} YearCase;

/* "cell=text;…": "~" for a cell that the document does not have. */
static void
init_cells (GjReport   *report,
            const char *list)
{
  g_auto (GStrv) items = g_strsplit (list, ";", -1);

  for (guint i = 0; items[i] != NULL && *items[i] != '\0'; i++)
    {
      g_auto (GStrv) words = g_strsplit (items[i], "=", 2);

      gj_report_init_cell (report, cell_find (report, words[0]),
                           g_str_equal (words[1], "~") ? NULL : words[1]);
    }
}

static GjReport *
year_report_new (const char *form_id,
                 const char *year,
                 const char *cells)
{
  GjReport *report = zero_report_new (gj_form_catalogue_find (form_id));

  gj_report_init_field (report, GJ_FIELD_YEAR, year);
  gj_report_init_field (report, GJ_FIELD_BODY, "云溪市财政局");
  init_cells (report, cells);

  return report;
}

static const char *
next_year (const char *form_id)
{
  return g_str_equal (form_id, FORM_2019) ? "2020" : "2022";
}

#define OUT "requests/carried-out/"
#define IN "requests/carried-in/"
#define NORMS "disclosure/normative-documents/"

static const YearCase cases[] = {
  { "c01-holds", FORM_2021, FORM_2021, OUT "enterprise=6;" OUT "total=6", IN "enterprise=6;" IN "total=6", "" },
  { "c01-violated", FORM_2021, FORM_2021, OUT "enterprise=6;" OUT "total=6", IN "enterprise=4;" IN "total=6",
    "C01 violated error" },
  { "c01-both-columns", FORM_2021, FORM_2021, OUT "enterprise=6;" OUT "total=6", IN "enterprise=4;" IN "total=4",
    "C01 violated error | C01 violated error" },
  { "c01-each-column", FORM_2021, FORM_2021, OUT "enterprise=6;" OUT "total=6", IN "research=6;" IN "total=6",
    "C01 violated error | C01 violated error" },
  { "c01-last-blank-as-0", FORM_2021, FORM_2021, OUT "enterprise=", IN "enterprise=0", "" },
  { "c01-last-blank", FORM_2021, FORM_2021, OUT "enterprise=", IN "enterprise=4", "C01 unassessable warning" },
  { "c01-last-words", FORM_2021, FORM_2021, OUT "enterprise=约6件", IN "enterprise=6", "C01 unassessable warning" },
  { "c01-blank", FORM_2021, FORM_2021, OUT "enterprise=6", IN "enterprise=", "C01 unassessable warning" },
  { "c01-none-both", FORM_2021, FORM_2021, OUT "enterprise=/", IN "enterprise=无", "" },
  { "c01-last-absent", FORM_2021, FORM_2021, OUT "enterprise=~", IN "enterprise=4", "" },
  { "c01-absent", FORM_2021, FORM_2021, OUT "enterprise=6", IN "enterprise=~", "" },
  { "c01-full-width", FORM_2021, FORM_2021, OUT "enterprise=６", IN "enterprise=6", "" },
  { "c01-2019", FORM_2019, FORM_2019, OUT "enterprise=6", IN "enterprise=5", "C01 violated error" },
  { "c01-other-form", FORM_2021, FORM_2019, OUT "enterprise=6", IN "enterprise=5", "C01 violated error" },
  { "c01-other-form-holds", FORM_2021, FORM_2019, OUT "enterprise=6", IN "enterprise=6", "" },
  { "c02-violated", FORM_2021, FORM_2021, "disclosure/rules/in-force=3",
    "disclosure/rules/in-force=5;disclosure/rules/issued=1", "C02 violated warning" },
  { "c02-holds", FORM_2021, FORM_2021, "disclosure/rules/in-force=3",
    "disclosure/rules/in-force=4;disclosure/rules/issued=1", "" },
  { "c03-seed", FORM_2021, FORM_2021, NORMS "in-force=47",
    NORMS "issued=11;" NORMS "repealed=4;" NORMS "in-force=54", "" },
  { "c03-violated", FORM_2021, FORM_2021, NORMS "in-force=50",
    NORMS "issued=11;" NORMS "repealed=4;" NORMS "in-force=54", "C03 violated warning" },
  { "c03-last-absent", FORM_2021, FORM_2021, NORMS "in-force=~",
    NORMS "issued=11;" NORMS "repealed=4;" NORMS "in-force=54", "" },
  { "c03-blank", FORM_2021, FORM_2021, NORMS "in-force=50",
    NORMS "issued=;" NORMS "repealed=4;" NORMS "in-force=54", "C03 unassessable warning" },
  { "c04-holds", FORM_2019, FORM_2019, "disclosure/fees/items-last-year=9;disclosure/fees/items-change=-2",
    "disclosure/fees/items-last-year=7", "" },
  { "c04-violated", FORM_2019, FORM_2019, "disclosure/fees/items-last-year=9;disclosure/fees/items-change=-2",
    "disclosure/fees/items-last-year=9", "C04 violated error" },
  { "c05-holds", FORM_2019, FORM_2019, NORMS "released-total=5",
    NORMS "made=2;" NORMS "released=2;" NORMS "released-total=6", "" },
  { "c05-violated", FORM_2019, FORM_2019, NORMS "released-total=5",
    NORMS "made=2;" NORMS "released=2;" NORMS "released-total=8", "C05 violated warning" },
  { "c06-holds", FORM_2021, FORM_2019, NORMS "released-total=47",
    NORMS "issued=11;" NORMS "repealed=4;" NORMS "in-force=54", "" },
  { "c06-remark", FORM_2021, FORM_2019, NORMS "released-total=40",
    NORMS "issued=11;" NORMS "repealed=4;" NORMS "in-force=54", "C06 remark hint" },
  { "c06-same-form", FORM_2021, FORM_2021, NORMS "in-force=47",
    NORMS "issued=11;" NORMS "repealed=4;" NORMS "in-force=54", "" },
  { "c07-holds", FORM_2021, FORM_2021, "cases/review/pending=2;cases/review/total=2",
    "cases/review/upheld=2;cases/review/total=2", "" },
  { "c07-violated", FORM_2021, FORM_2021, "cases/suit-direct/pending=2;cases/suit-direct/total=2",
    "cases/suit-direct/upheld=1;cases/suit-direct/total=1", "C07 violated warning" },
  { "c07-other-form", FORM_2021, FORM_2019, "cases/suit-direct/pending=2;cases/suit-direct/total=2",
    "cases/suit-direct/upheld=1;cases/suit-direct/total=1", "C07 violated warning" },
};

static void
test_case (gconstpointer data)
{
  const YearCase *c = data;
  g_autoptr (GjCheckSet) checks = gj_check_set_new ("C01,C02,C03,C04,C05,C06,C07", NULL);
  gboolean is_change = !g_str_equal (c->form, c->last_form);
  g_autoptr (GjReport) last = year_report_new (c->last_form, is_change ? "2020" :
                                               g_str_equal (c->form, FORM_2019) ? "2019" : "2021",
                                               c->last_cells);
  g_autoptr (GjReport) report = year_report_new (c->form, is_change ? "2021" : next_year (c->form), c->cells);
  g_autoptr (GPtrArray) findings = gj_check_report_with_last_year (report, checks, last, "old.docx");
  g_autofree char *found = findings_to_string (findings);

  g_assert_cmpstr (found, ==, c->found);

  for (guint i = 0; i < findings->len; i++)
    {
      guint n_cells;

      gj_finding_get_last_cells (findings->pdata[i], &n_cells);
      g_assert_cmpuint (n_cells, >, 0);
      g_assert_cmpstr (gj_finding_get_last_file (findings->pdata[i]), ==, "old.docx");
      g_assert_nonnull (strstr (gj_finding_get_message (findings->pdata[i]), "(old.docx)"));
      g_assert_false (gj_finding_is_mandatory (findings->pdata[i]));
    }
}

/* Without last year's report, and with one that is not, nothing is said of it. */
static void
test_not_asked (void)
{
  g_autoptr (GjCheckSet) checks = gj_check_set_new ("C", NULL);
  g_autoptr (GjReport) report = year_report_new (FORM_2021, "2024", IN "total=5");
  static const struct { const char *year; const char *body; const char *found; } others[] = {
    { "2023", "云溪市财政局", "C01 violated error" },
    { "2024", "云溪市财政局", "" },
    { "2022", "云溪市财政局", "C14 remark hint" },
    { "2025", "云溪市财政局", "C14 remark hint" },
    { "", "云溪市财政局", "C14 remark hint" },
    { "2023", "云溪市教育局", "C15 remark hint" },
    { "2023", "云溪市澜江区财政局", "C15 remark hint" },
    { "2023", "云溪市财政局办公室", "C15 remark hint" },
    { "2023", "", "C01 violated error" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GjReport) last = year_report_new (FORM_2021, others[i].year, OUT "total=3");
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *found = NULL;

      gj_report_init_field (last, GJ_FIELD_BODY, others[i].body);
      findings = gj_check_report_with_last_year (report, checks, last, NULL);
      found = findings_to_string (findings);
      g_assert_cmpstr (found, ==, others[i].found);
    }
}

static void
test_words (void)
{
  g_autoptr (GjCheckSet) checks = gj_check_set_new ("C01", NULL);
  g_autoptr (GjReport) last = year_report_new (FORM_2021, "2023", OUT "natural-person=6");
  g_autoptr (GjReport) report = year_report_new (FORM_2021, "2024", IN "natural-person=4");
  g_autoptr (GPtrArray) findings = gj_check_report_with_last_year (report, checks, last, "2023.docx");
  GjFinding *finding = findings->pdata[0];
  const guint *cells;
  guint n_cells;

  g_assert_cmpstr (gj_finding_get_message (finding), ==,
                   "2023 report (2023.docx): “IV. carried out (natural persons)” is 6; this year "
                   "“II. carried in (natural persons)” is 4; the difference is 2.");
  g_assert_cmpstr (gj_finding_get_key (finding), ==, "C01/natural-person");
  g_assert_cmpstr (gj_finding_get_basis (finding), ==, "4<6");
  g_assert_cmpstr (gj_finding_get_reasons (finding)[0], ==, "Taken over in a reorganisation");
  g_assert_cmpuint (g_strv_length ((char **) gj_finding_get_reasons (finding)), ==, 2);
  cells = gj_finding_get_last_cells (finding, &n_cells);
  g_assert_cmpuint (n_cells, ==, 1);
  g_assert_cmpuint (cells[0], ==, cell_find (last, OUT "natural-person"));
}

static void
test_reopened (void)
{
  g_autoptr (GjReport) report = year_report_new (FORM_2021, "2024", IN "total=4");
  g_autoptr (GjReport) last = year_report_new (FORM_2021, "2023", OUT "total=6");
  g_autoptr (GjReport) other = year_report_new (FORM_2021, "2023", OUT "total=7");
  g_autoptr (GjDecision) decision = gj_decision_new ("C01/total", GJ_DECISION_ACCEPTED, "机构改革划转",
                                                     NULL, NULL, "4<6");
  g_autoptr (GjCheckSet) checks = gj_check_set_new ("C01", NULL);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) others = NULL;

  gj_report_init_decision (report, decision);
  findings = gj_check_report_with_last_year (report, checks, last, NULL);
  g_assert_true (gj_finding_is_decided (findings_find (findings, "C01")));
  others = gj_check_report_with_last_year (report, checks, other, NULL);
  g_assert_true (gj_finding_is_reopened (findings_find (others, "C01")));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/years-relation/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  g_test_add_func ("/core/years-relation/not-asked", test_not_asked);
  g_test_add_func ("/core/years-relation/words", test_words);
  g_test_add_func ("/core/years-relation/reopened", test_reopened);

  return g_test_run ();
}
