/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-support.h"

/* Cells of the small form, "row/column=text"; "~" takes the cell away. What is said of
 * the relations, and a part of the message. All other cells are 0. */
typedef struct
{
  const char *cells;
  const char *findings;
  const char *words;
} Case;

static const Case cases[] = {
  /* equal */
  { "a/count=2 b/count=3 total/count=5 a/money=1万元", "", NULL },
  { "b/count=3 total/count=5", "A01 violated error", "A plus B: 3; total: count: 5; the difference is 2." },
  { "a/count=72 b/count=3 total/count=48 a/money=1万元", "A01 violated error",
    "A plus B: 72+3 = 75; total: count: 48; the difference is 27." },
  { "b/count=3 total/count=-3", "A01 violated error", "the difference is 6" },
  { "b/count=0.5 total/count=0.25", "A01 violated error", "the difference is 0.25" },
  { "b/count=3 total/count=３", "", NULL },
  { "b/count=3件 total/count=3", "", NULL },

  /* A blank is tried as 0. */
  { "b/count=3 a/count= total/count=3", "", NULL },
  { "b/count=3 a/count=/ total/count=3", "", NULL },
  { "b/count=3 a/count=无 total/count=5", "A01 unassessable warning", "no number in “A: count”" },
  { "b/count=3 a/count=- total/count=", "A01 unassessable warning", "no number in “A: count”, “total: count”" },
  { "a/count= b/count= total/count=", "", NULL },

  /* A cell that is not there leaves. */
  { "b/count=3 a/count=~ total/count=3", "", NULL },
  { "b/count=3 a/count=~ total/count=4", "A01 violated error", NULL },
  { "b/count=3 a/count=0 total/count=~", "", NULL },
  { "a/count=~ b/count=~ total/count=4", "", NULL },

  /* Words are no number. */
  { "b/count=两三 total/count=3", "A01 unassessable warning", "no number in “B: count”" },
  { "b/count=12345678901234567890 total/count=3", "A01 unassessable warning", NULL },

  /* at most, when */
  { "a/count=5 b/count=3 total/count=8 b/change=1 a/money=1万元", "A12 violated warning",
    "A: count: 5; this is 2 more than B: count: 3." },
  { "a/count=5 b/count=3 total/count=8 b/change=0 a/money=1万元", "", NULL },
  { "a/count=5 b/count=3 total/count=8 b/change=-1 a/money=1万元", "", NULL },
  { "a/count=5 b/count=3 total/count=8 b/change= a/money=1万元", "", NULL },
  { "a/count=5 b/count=3 total/count=8 b/change=多 a/money=1万元", "A12 unassessable warning", NULL },
  { "a/count=3 b/count=5 total/count=8 b/change=多 a/money=1万元", "", NULL },
  { "a/count=3 b/count=3 total/count=6 b/change=1 a/money=1万元", "", NULL },
  { "a/count=5 b/count= total/count=5 b/change=1 a/money=1万元", "A12 unassessable warning", NULL },

  /* at least 0 */
  { "a/count=5 total/count=5 a/change=-5 a/money=1万元", "", NULL },
  { "a/count=5 total/count=5 a/change=-6 a/money=1万元", "B04 violated error",
    "count plus change of A: 5+(-6) = -1; it should not be less than 0." },
  { "a/count=/ a/change=-6", "B04 unassessable warning", NULL },

  /* zero together */
  { "a/count=5 total/count=5", "B06 violated warning", "A: money is 0, but A: count is not: 5." },
  { "a/money=134.8万元", "B06 violated warning",
    "A: count is 0, but A: money is not: 134.8 ten thousand yuan." },
  { "a/count=5 total/count=5 a/money=", "B06 unassessable warning", NULL },
  { "a/count= a/money=", "", NULL },

  /* zero implies */
  { "b/fee=5953.02496", "B05 remark hint", "B: count is 0, but B: fee is not: 5953.02496 ten thousand yuan." },
  { "b/count=3 total/count=3 b/fee=5953.02496", "", NULL },
  { "b/count=3 total/count=3 b/fee=0", "", NULL },
};

static void
set_cells (GjReport   *report,
           const char *cells)
{
  g_auto (GStrv) parts = g_strsplit (cells, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[i], "=", 2);
      g_autofree char *id = g_strconcat ("figures/", pair[0], NULL);

      cell_set (report, id, g_str_equal (pair[1], "~") ? NULL : pair[1]);
    }
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (GjReport) report = zero_report_new (test_form_get ());
  g_autoptr (GjCheckSet) set = gj_check_set_new ("A01,A12,B04,B05,B06", NULL);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *words = NULL;

  set_cells (report, one->cells);
  findings = gj_check_report (report, set);
  words = findings_to_string (findings);
  g_assert_cmpstr (words, ==, one->findings);

  if (one->words != NULL && strstr (gj_finding_get_message (findings->pdata[0]), one->words) == NULL)
    g_error ("%s", gj_finding_get_message (findings->pdata[0]));
}

static void
test_finding (void)
{
  g_autoptr (GjReport) report = zero_report_new (test_form_get ());
  g_autoptr (GPtrArray) findings = NULL;
  GjFinding *finding;
  guint n_cells;

  set_cells (report, "b/count=3 total/count=5");
  findings = gj_check_report (report, NULL);
  finding = findings_find (findings, "A01");

  g_assert_cmpstr (gj_finding_get_key (finding), ==, "A01/total");
  g_assert_cmpstr (gj_finding_get_basis (finding), ==, "0;3;5");
  g_assert_cmpstr (gj_finding_get_section (finding), ==, "figures");
  g_assert_cmpstr (gj_finding_get_left (finding), ==, "3");
  g_assert_cmpstr (gj_finding_get_right (finding), ==, "5");
  g_assert_cmpstr (gj_finding_get_difference (finding), ==, "-2");
  g_assert_cmpstr (gj_finding_get_title (finding), ==, "Total does not agree");
  g_assert_cmpstr (gj_finding_get_rule (finding), ==, "A plus B is the total.");
  g_assert_cmpstr (gj_finding_get_source (finding), ==, "测试〔2001〕1号");
  g_assert_true (gj_finding_is_mandatory (finding));
  g_assert_cmpuint (gj_finding_get_main_cell (finding), ==, cell_find (report, "figures/total/count"));
  gj_finding_get_cells (finding, &n_cells);
  g_assert_cmpuint (n_cells, ==, 3);
}

/* Every relation that covers a cell notices another digit in it. */
static void
assert_noticed (GjReport *report,
                guint     cell)
{
  GjForm *form = gj_report_get_form (report);
  g_autoptr (GPtrArray) findings = gj_check_report (report, NULL);
  guint n_relations;
  const guint *relations = gj_form_get_relations_of_cell (form, cell, &n_relations);

  for (guint i = 0; i < n_relations; i++)
    {
      const GjRelation *relation = gj_form_get_relation (form, relations[i]);
      gboolean found = relation->kind != GJ_RELATION_EQUAL || relation->across_years;

      for (guint j = 0; j < findings->len && !found; j++)
        found = g_str_equal (gj_finding_get_key (findings->pdata[j]), relation->key) &&
                gj_finding_get_outcome (findings->pdata[j]) == GJ_OUTCOME_VIOLATED;
      g_assert_true (found);
    }
}

static void
run_digits (const char *form_id)
{
  GjForm *form = gj_form_catalogue_find (form_id);
  g_autoptr (GjReport) report = NULL;
  g_autoptr (GPtrArray) clean = NULL;

  report = filled_report_new (form, 7);
  clean = gj_check_report (report, NULL);
  g_assert_cmpuint (clean->len, ==, 0);

  for (guint cell = 0; cell < gj_form_get_n_cells (form); cell++)
    {
      g_autofree char *right = g_strdup (gj_report_get_cell_text (report, cell));
      gsize place = g_test_rand_int_range (0, strlen (right));

      for (char digit = '0'; digit <= '9'; digit++)
        {
          g_autofree char *wrong = g_strdup (right);

          if (!g_ascii_isdigit (right[place]) || right[place] == digit)
            continue;
          wrong[place] = digit;
          cell_set_index (report, cell, wrong);
          assert_noticed (report, cell);
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
test_absent_rows_leave (void)
{
  g_autoptr (GjReport) report = filled_report_new (gj_form_catalogue_find (FORM_2021), 5);
  static const char *const columns[] = {
    "natural-person", "enterprise", "research", "public-welfare", "legal-service",
    "other-organisation", "total",
  };
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GjEdit) edit = gj_edit_new ("variant");

  /* The old single row: its value is the whole group's. */
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      static const char *const rows[] = { "other-not-corrected", "other-unpaid", "other-else" };
      int sum = 0;

      for (guint j = 0; j < G_N_ELEMENTS (rows); j++)
        {
          g_autofree char *id = g_strdup_printf ("requests/%s/%s", rows[j], columns[i]);

          sum += atoi (gj_report_get_cell_text (report, cell_find (report, id)));
          cell_set (report, id, NULL);
          if (j == 2)
            {
              g_autofree char *text = g_strdup_printf ("%d", sum);

              cell_set (report, id, text);
            }
        }
    }

  gj_edit_set_variant (edit, report, "old-row");
  gj_report_apply (report, edit);
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
      g_autofree char *path = g_strdup_printf ("/core/relation-check/cases/%02u", i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/core/relation-check/finding", test_finding);
  g_test_add_func ("/core/relation-check/digits/2021", test_digits_2021);
  g_test_add_func ("/core/relation-check/digits/2019", test_digits_2019);
  g_test_add_func ("/core/relation-check/absent-rows-leave", test_absent_rows_leave);

  return g_test_run ();
}
