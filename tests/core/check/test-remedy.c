/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-support.h"

static gboolean
is_in_table (GjReport   *report,
             guint       cell,
             const char *table)
{
  GjForm *form = gj_report_get_form (report);

  return g_str_equal (gj_form_get_table (form, gj_form_get_cell (form, cell)->table)->id, table);
}

static guint
count_equations (GjForm *form,
                 guint   cell)
{
  guint n_relations;
  const guint *relations = gj_form_get_relations_of_cell (form, cell, &n_relations);
  guint n = 0;

  for (guint i = 0; i < n_relations; i++)
    {
      const GjRelation *relation = gj_form_get_relation (form, relations[i]);

      n += relation->kind == GJ_RELATION_EQUAL && !relation->across_years;
    }

  return n;
}

/* Where two equations cross, the cell that is wrong is named with what it held, by every
 * equation; in table four only the total is, with reserve. */
static void
assert_right (GjReport   *report,
              guint       wrong,
              const char *right)
{
  GjForm *form = gj_report_get_form (report);
  g_autoptr (GPtrArray) findings = gj_check_report (report, NULL);
  guint n_offered = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const char *text;
      guint cell;

      if (gj_finding_get_left (findings->pdata[i]) == NULL ||
          !gj_finding_get_remedy (findings->pdata[i], &cell, &text))
        continue;

      n_offered++;
      if (is_in_table (report, wrong, "requests"))
        {
          g_assert_cmpuint (cell, ==, wrong);
          g_assert_cmpstr (text, ==, right);
        }
      else
        {
          g_assert_true (g_str_has_suffix (gj_form_get_cell (form, cell)->id, "/total"));
          g_assert_nonnull (strstr (gj_finding_get_suggestion (findings->pdata[i]), "If the parts"));
        }
    }

  if (is_in_table (report, wrong, "requests"))
    g_assert_cmpuint (n_offered, ==, count_equations (form, wrong));
}

static void
run_digits (const char *form_id)
{
  GjForm *form = gj_form_catalogue_find (form_id);
  g_autoptr (GjReport) report = filled_report_new (form, 11);

  for (guint cell = 0; cell < gj_form_get_n_cells (form); cell++)
    {
      g_autofree char *right = g_strdup (gj_report_get_cell_text (report, cell));

      for (gsize place = 0; place < strlen (right); place++)
        {
          g_autofree char *wrong = g_strdup (right);

          if (!g_ascii_isdigit (right[place]) || count_equations (form, cell) == 0)
            continue;
          wrong[place] = '0' + (right[place] - '0' + g_test_rand_int_range (1, 10)) % 10;
          cell_set_index (report, cell, wrong);
          assert_right (report, cell, right);
        }

      cell_set_index (report, cell, right);
    }
}

static void
test_digits_2021 (void)
{
  run_digits (FORM_2021);
}

static void
test_digits_2019 (void)
{
  run_digits (FORM_2019);
}

static void
set_all (GjReport          *report,
         const char *const *cells,
         guint              n_cells,
         const char        *text)
{
  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *id = g_strconcat ("requests/", cells[i], NULL);

      cell_set (report, id, text);
    }
}

/* Two cells wrong by the same amount: two pairs explain it, so nothing is offered. */
static void
test_two_explanations (void)
{
  static const char *const fives[] = { "granted/natural-person", "granted/enterprise",
                                       "rejected-repeat/natural-person", "rejected-repeat/enterprise" };
  static const char *const tens[] = { "granted/total", "rejected-repeat/total", "result-total/natural-person",
                                      "result-total/enterprise", "received/natural-person",
                                      "received/enterprise" };
  static const char *const twenties[] = { "result-total/total", "received/total" };
  g_autoptr (GjReport) report = zero_report_new (gj_form_catalogue_find (FORM_2021));
  g_autoptr (GPtrArray) clean = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  set_all (report, fives, G_N_ELEMENTS (fives), "5");
  set_all (report, tens, G_N_ELEMENTS (tens), "10");
  set_all (report, twenties, G_N_ELEMENTS (twenties), "20");
  clean = gj_check_report (report, NULL);
  g_assert_cmpuint (clean->len, ==, 0);

  cell_set (report, "requests/granted/natural-person", "8");
  cell_set (report, "requests/rejected-repeat/enterprise", "8");
  findings = gj_check_report (report, NULL);

  g_assert_cmpuint (findings_count (findings, "A02"), ==, 2);
  g_assert_cmpuint (findings_count (findings, "A03"), ==, 2);
  for (guint i = 0; i < findings->len; i++)
    g_assert_false (gj_finding_get_remedy (findings->pdata[i], NULL, NULL));
}

/* A part was wrong before the sums were made from it: the sums are not to blame. */
static void
test_wrong_before_sums (void)
{
  g_autoptr (GjReport) report = zero_report_new (gj_form_catalogue_find (FORM_2021));
  g_autoptr (GPtrArray) findings = NULL;

  cell_set (report, "requests/received/natural-person", "27");
  cell_set (report, "requests/received/total", "27");
  cell_set (report, "requests/granted/natural-person", "72");
  cell_set (report, "requests/granted/total", "72");
  cell_set (report, "requests/result-total/natural-person", "72");
  cell_set (report, "requests/result-total/total", "72");
  findings = gj_check_report (report, NULL);

  g_assert_cmpuint (findings->len, ==, 2);
  g_assert_cmpuint (findings_count (findings, "A01"), ==, 2);
  for (guint i = 0; i < findings->len; i++)
    g_assert_false (gj_finding_get_remedy (findings->pdata[i], NULL, NULL));
}

/* A relation that cannot be asked confirms nothing. */
static void
test_unknown_confirms_nothing (void)
{
  g_autoptr (GjReport) report = filled_report_new (gj_form_catalogue_find (FORM_2021), 11);
  g_autoptr (GPtrArray) findings = NULL;

  cell_set (report, "requests/denied-by-law/natural-person", "两件");
  cell_set (report, "requests/granted/natural-person", "9999");
  findings = gj_check_report (report, NULL);

  g_assert_cmpuint (findings_count (findings, "A02"), ==, 1);
  for (guint i = 0; i < findings->len; i++)
    g_assert_false (gj_finding_get_remedy (findings->pdata[i], NULL, NULL));
}

/* What is offered can stand in the cell. */
static void
test_no_negative_count (void)
{
  g_autoptr (GjReport) report = zero_report_new (test_form_get ());
  g_autoptr (GPtrArray) findings = NULL;
  const char *text;

  cell_set (report, "figures/b/count", "-3");
  findings = gj_check_report (report, NULL);
  g_assert_nonnull (findings_find (findings, "A01"));
  g_assert_false (gj_finding_get_remedy (findings_find (findings, "A01"), NULL, &text));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/remedy/digits/2021", test_digits_2021);
  g_test_add_func ("/core/remedy/digits/2019", test_digits_2019);
  g_test_add_func ("/core/remedy/two-explanations", test_two_explanations);
  g_test_add_func ("/core/remedy/wrong-before-sums", test_wrong_before_sums);
  g_test_add_func ("/core/remedy/unknown-confirms-nothing", test_unknown_confirms_nothing);
  g_test_add_func ("/core/remedy/no-negative-count", test_no_negative_count);

  return g_test_run ();
}
