/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-core.h"

static GjForm *
get_form (void)
{
  return gj_form_catalogue_find ("guoban-2021");
}

static guint
find_cell (const char *id)
{
  guint cell = gj_form_find_cell (get_form (), id);

  g_assert_cmpuint (cell, !=, GJ_NONE);

  return cell;
}

/* A report of one text everywhere but for "cell=text" pairs; "cell=~" makes it absent. */

static GjReport *
create_report (const char        *text,
               const char *const *pairs)
{
  GjReport *report = gj_report_new (get_form ());

  for (guint i = 0; i < gj_form_get_n_cells (get_form ()); i++)
    gj_report_init_cell (report, i, text);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

      gj_report_init_cell (report, find_cell (pair[0]), g_str_equal (pair[1], "~") ? NULL : pair[1]);
    }

  return report;
}

static guint
find_table (const char *id)
{
  for (guint i = 0; i < gj_form_get_n_tables (get_form ()); i++)
    if (g_str_equal (gj_form_get_table (get_form (), i)->id, id))
      return i;

  g_assert_not_reached ();
}

static char *
dump (GPtrArray *totals)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < totals->len; i++)
    {
      const GjTotal *total = g_ptr_array_index (totals, i);

      g_string_append_printf (out, "%s%s:%s→%s", i > 0 ? " " : "", gj_form_get_cell (get_form (), total->cell)->id,
                              total->old_text, total->new_text);
    }

  return g_string_free (out, FALSE);
}

typedef struct
{
  const char *name;
  const char *table;
  const char *text;
  const char *pairs[8];
  const char *totals;
} TotalsCase;

static const TotalsCase totals_cases[] = {
  { "nothing-to-do", "requests", "0", { NULL }, "" },
  { "all-blank", "requests", "", { NULL }, "" },
  { "row", "cases", "0", { "cases/review/upheld=7", "cases/review/other=1", NULL }, "cases/review/total:0→8" },
  { "blank-parts-count-as-zero", "cases", "", { "cases/review/upheld=7", NULL }, "cases/review/total:→7" },
  { "parts-before-grand-total", "requests", "0", { "requests/granted/natural-person=27",
                                                   "requests/denied-by-law/enterprise=2", NULL },
    "requests/granted/total:0→27 requests/denied-by-law/total:0→2 "
    "requests/result-total/natural-person:0→27 requests/result-total/enterprise:0→2 "
    "requests/result-total/total:0→29" },
  { "a-wrong-total-is-not-added", "requests", "0", { "requests/granted/natural-person=27",
                                                     "requests/granted/total=99",
                                                     "requests/result-total/total=99",
                                                     "requests/result-total/natural-person=27", NULL },
    "requests/granted/total:99→27 requests/result-total/total:99→27" },
  { "carried-is-left-alone", "requests", "0", { "requests/received/natural-person=49",
                                                "requests/granted/natural-person=44",
                                                "requests/received/total=49",
                                                "requests/granted/total=44", NULL },
    "requests/result-total/natural-person:0→44 requests/result-total/total:0→44" },
  { "same-number-in-other-writing", "cases", "0", { "cases/review/upheld=７", "cases/review/total=７件", NULL }, "" },
  { "unreadable-part", "cases", "0", { "cases/review/upheld=七八", "cases/review/total=3", NULL }, "" },
  { "slash-counts-as-zero", "cases", "0", { "cases/review/upheld=/", "cases/review/other=2", NULL },
    "cases/review/total:0→2" },
  { "absent-part-leaves-the-sum", "cases", "0", { "cases/review/upheld=~", "cases/review/other=2", NULL },
    "cases/review/total:0→2" },
  { "absent-total", "cases", "0", { "cases/review/total=~", "cases/review/other=2", NULL }, "" },
  { "no-totals-in-table-two", "disclosure", "3", { NULL }, "" },
};

static void
test_totals (gconstpointer data)
{
  const TotalsCase *test = data;
  g_autoptr (GjReport) report = create_report (test->text, test->pairs);
  g_autoptr (GPtrArray) totals = gj_totals_compute (report, find_table (test->table));
  g_autofree char *dumped = dump (totals);

  g_assert_cmpstr (dumped, ==, test->totals);
}

/* After the step that writes them no total is left to compute. */

static void
test_edit (void)
{
  const char *const pairs[] = { "requests/granted/natural-person=27", "requests/denied-by-law/enterprise=2", NULL };
  g_autoptr (GjReport) report = create_report ("0", pairs);
  g_autoptr (GPtrArray) totals = gj_totals_compute (report, find_table ("requests"));
  g_autoptr (GPtrArray) rest = NULL;
  g_autoptr (GjEdit) edit = gj_totals_make_edit (report, totals, "Totals");

  g_assert_cmpuint (gj_edit_get_n_changes (edit), ==, 5);
  gj_report_apply (report, edit);
  rest = gj_totals_compute (report, find_table ("requests"));
  g_assert_cmpuint (rest->len, ==, 0);
  g_assert_cmpstr (gj_report_get_cell_text (report, find_cell ("requests/result-total/total")), ==, "29");
}

/* One wrong part breaks two sums; the sum of those totals follows from them alone. */

static void
test_doubt (void)
{
  const char *const pairs[] = { "requests/granted/natural-person=72", "requests/granted/total=27",
                                "requests/result-total/natural-person=27",
                                "requests/result-total/total=27",
                                "requests/received/natural-person=27",
                                "requests/received/total=27",
                                "requests/denied-by-law/total=1", NULL };
  g_autoptr (GjReport) report = create_report ("0", pairs);
  g_autoptr (GjChecker) checker = gj_checker_new (report, NULL);
  GListModel *findings = gj_checker_get_findings (checker);
  g_autoptr (GPtrArray) totals = gj_totals_compute (report, find_table ("requests"));
  g_autoptr (GHashTable) held = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) rest = NULL;
  g_autofree char *dumped = NULL;

  for (guint i = 0; i < totals->len; i++)
    {
      const GjTotal *total = g_ptr_array_index (totals, i);
      g_autoptr (GjFinding) doubt = gj_totals_find_doubt (totals, total->cell, findings);
      const char *text;
      guint cell;

      if (doubt == NULL)
        continue;
      g_assert_true (gj_finding_get_remedy (doubt, &cell, &text));
      g_assert_cmpuint (cell, ==, find_cell ("requests/granted/natural-person"));
      g_assert_cmpstr (text, ==, "27");
      g_hash_table_add (held, GUINT_TO_POINTER (total->cell));
    }

  g_assert_cmpuint (totals->len, ==, 4);
  rest = gj_totals_compute_rest (report, find_table ("requests"), held);
  dumped = dump (rest);
  g_assert_cmpstr (dumped, ==, "requests/denied-by-law/total:1→0");
}

typedef struct
{
  const char *name;
  const char *cell;
  const char *text;
  const char *pairs[4];
  const char *total;
} CellCase;

/* One cell is added up from what stands in its parts, totals among them. */

static const CellCase cell_cases[] = {
  { "row", "cases/review/total", "0", { "cases/review/upheld=7", NULL }, "7" },
  { "all-blank", "cases/review/total", "", { NULL }, NULL },
  { "unreadable", "cases/review/total", "0", { "cases/review/upheld=许多", NULL }, NULL },
  { "no-total", "cases/review/upheld", "0", { NULL }, NULL },
  { "carried-out", "requests/carried-out/natural-person", "0", { "requests/received/natural-person=9", NULL }, NULL },
  { "parts-as-they-stand", "requests/result-total/natural-person", "0",
    { "requests/granted/natural-person=5", "requests/result-total/natural-person=9", NULL }, "5" },
};

static void
test_cell (gconstpointer data)
{
  const CellCase *test = data;
  g_autoptr (GjReport) report = create_report (test->text, test->pairs);
  g_autofree char *total = gj_totals_compute_cell (report, find_cell (test->cell));

  g_assert_cmpstr (total, ==, test->total);
}

static void
test_is_total (void)
{
  guint n_totals = 0;

  for (guint i = 0; i < gj_form_get_n_cells (get_form ()); i++)
    n_totals += gj_totals_is_total (get_form (), i);

  /* 25 rows and 6 more columns of table three, 3 rows of table four. */
  g_assert_cmpuint (n_totals, ==, 25 + 6 + 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (totals_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/totals/%s", totals_cases[i].name);

      g_test_add_data_func (path, &totals_cases[i], test_totals);
    }

  for (guint i = 0; i < G_N_ELEMENTS (cell_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/totals/cell/%s", cell_cases[i].name);

      g_test_add_data_func (path, &cell_cases[i], test_cell);
    }

  g_test_add_func ("/core/totals/edit", test_edit);
  g_test_add_func ("/core/totals/doubt", test_doubt);
  g_test_add_func ("/core/totals/is-total", test_is_total);

  return g_test_run ();
}
