/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "cli-support.h"

static GjReport *
read_report (const char *folder,
             const char *name)
{
  g_autofree char *content = read_file (folder, name);
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr (GError) error = NULL;
  GjReport *report = gj_store_read (bytes, &error);

  g_assert_no_error (error);

  return report;
}

static const char *
get_cell (GjReport   *report,
          const char *id)
{
  return gj_report_get_cell_text (report, gj_form_find_cell (gj_report_get_form (report), id));
}

static void
test_blank (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GjReport) report = NULL;
  g_autoptr (Run) run = NULL;

  run = run_cli (folder, "C", "new", "--body", "云溪市民政局", "--year", "2023", "-o", "a.gouji", NULL);
  assert_status (run, 0);
  g_assert_cmpstr (run->out, ==, "");
  assert_says (run->err, "a.gouji");

  report = read_report (folder, "a.gouji");
  g_assert_cmpstr (gj_form_get_id (gj_report_get_form (report)), ==, "guoban-2021");
  g_assert_cmpstr (gj_report_get_field (report, GJ_FIELD_BODY), ==, "云溪市民政局");
  g_assert_cmpint (gj_report_get_year (report), ==, 2023);
  g_assert_cmpstr (gj_report_get_field (report, GJ_FIELD_PERIOD_END), ==, "2023-12-31");
  g_assert_cmpstr (gj_report_get_field (report, GJ_FIELD_TITLE), ==,
                   "云溪市民政局2023年政府信息公开工作年度报告");
  g_assert_cmpstr (get_cell (report, "requests/received/total"), ==, "");
}

static void
test_form_of_the_year (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GjReport) report = NULL;
  g_autoptr (Run) run = NULL;

  run = run_cli (folder, "C.UTF-8", "new", "--body", "x", "--year", "2020", "-o", "a.gouji", NULL);
  assert_status (run, 0);
  report = read_report (folder, "a.gouji");
  g_assert_cmpstr (gj_form_get_id (gj_report_get_form (report)), ==, "guoban-2019");
}

static void
test_never_over_another (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autofree char *after = NULL;
  g_autoptr (Run) run = NULL;

  g_free (write_file (folder, "a.gouji", "old", 3));
  run = run_cli (folder, "C.UTF-8", "new", "--body", "x", "--year", "2022", "-o", "a.gouji", NULL);
  assert_status (run, 3);
  assert_says (run->err, "there already");
  after = read_file (folder, "a.gouji");
  g_assert_cmpstr (after, ==, "old");
}

static void
write_last_year (const char *folder)
{
  g_autoptr (GjReport) last = make_report ("云溪市民政局", 2022);
  GjForm *form = gj_report_get_form (last);

  gj_report_init_field (last, GJ_FIELD_BODY_KIND, "department");
  gj_report_init_field (last, GJ_FIELD_TELEPHONE, "0999-5550123");
  gj_report_init_field (last, GJ_FIELD_SIGNATURE, "云溪市民政局");
  gj_report_init_field (last, GJ_FIELD_DATE, "2023-01-20");
  gj_report_init_cell (last, gj_form_find_cell (form, "requests/carried-out/natural-person"), "１２");
  gj_report_init_cell (last, gj_form_find_cell (form, "requests/carried-out/enterprise"), "3");
  gj_report_init_cell (last, gj_form_find_cell (form, "requests/carried-out/research"), "若干");
  gj_report_init_cell (last, gj_form_find_cell (form, "requests/carried-out/total"), "15");
  write_report (folder, "last.gouji", last);
}

static void
test_last_year (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GjReport) report = NULL;
  g_autoptr (Run) run = NULL;

  write_last_year (folder);
  run = run_cli (folder, "C.UTF-8", "new", "--year", "2023", "--last-year", "last.gouji",
                 "-o", "a.gouji", NULL);
  assert_status (run, 0);
  assert_says (run->err, "12");
  assert_says (run->err, "not filled in");
  assert_says (run->err, "Still to be written");

  report = read_report (folder, "a.gouji");
  g_assert_cmpstr (gj_report_get_field (report, GJ_FIELD_BODY), ==, "云溪市民政局");
  g_assert_cmpstr (gj_report_get_field (report, GJ_FIELD_BODY_KIND), ==, "department");
  g_assert_cmpstr (gj_report_get_field (report, GJ_FIELD_TELEPHONE), ==, "0999-5550123");
  g_assert_cmpstr (gj_report_get_field (report, GJ_FIELD_SIGNATURE), ==, "云溪市民政局");
  g_assert_cmpstr (gj_report_get_field (report, GJ_FIELD_DATE), ==, "");
  g_assert_cmpstr (gj_report_get_setting (report, GJ_LAST_YEAR_SETTING_FILE), ==, "last.gouji");
  g_assert_cmpstr (get_cell (report, "requests/carried-in/natural-person"), ==, "");
  g_assert_cmpstr (get_cell (report, "requests/carried-in/total"), ==, "");
  g_assert_cmpstr (get_cell (report, "requests/received/total"), ==, "");
}

static void
test_accept (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GjReport) report = NULL;
  g_autoptr (Run) run = NULL;

  write_last_year (folder);
  run = run_cli (folder, "C.UTF-8", "new", "--year", "2023", "--last-year", "last.gouji", "--accept",
                 "-o", "a.gouji", NULL);
  assert_status (run, 0);
  assert_says (run->err, "please check");

  report = read_report (folder, "a.gouji");
  g_assert_cmpstr (get_cell (report, "requests/carried-in/natural-person"), ==, "12");
  g_assert_cmpstr (get_cell (report, "requests/carried-in/enterprise"), ==, "3");
  g_assert_cmpstr (get_cell (report, "requests/carried-in/research"), ==, "");
  g_assert_cmpstr (get_cell (report, "requests/carried-in/total"), ==, "15");
  g_assert_cmpstr (get_cell (report, "disclosure/rules/in-force"), ==, "");
}

static void
test_nothing_to_accept (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) run = NULL;

  run = run_cli (folder, "C.UTF-8", "new", "--body", "x", "--year", "2023", "--accept", "-o", "a.gouji",
                 NULL);
  assert_status (run, 2);
  assert_says (run->err, "--last-year");
}

/* From the form of 2019 to that of 2021 not everything can be carried over, and it is said
 * why. */

static void
test_across_forms (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GjReport) last = make_report ("云溪市民政局", 2020);
  g_autoptr (Run) run = NULL;

  write_report (folder, "last.gouji", last);
  run = run_cli (folder, "C.UTF-8", "new", "--year", "2021", "--last-year", "last.gouji",
                 "-o", "a.gouji", NULL);
  assert_status (run, 0);
  assert_says (run->err, "Not carried over: ");
  assert_says (run->err, "in force");
}

/* A report of another year or body is taken, but not in silence. */

static void
test_other_year_and_body (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GjReport) report = NULL;
  g_autoptr (Run) run = NULL;

  write_last_year (folder);
  run = run_cli (folder, "C.UTF-8", "new", "--body", "云溪市司法局", "--year", "2025",
                 "--last-year", "last.gouji", "-o", "a.gouji", NULL);
  assert_status (run, 0);
  assert_says (run->err, "2022");
  assert_says (run->err, "云溪市民政局");
  report = read_report (folder, "a.gouji");
  g_assert_cmpstr (gj_report_get_field (report, GJ_FIELD_BODY), ==, "云溪市司法局");
}

static void
test_bad_last_year (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.gouji", NULL);
  g_autoptr (Run) run = NULL;

  g_free (write_file (folder, "last.gouji", "x", 1));
  run = run_cli (folder, "C.UTF-8", "new", "--year", "2023", "--last-year", "last.gouji",
                 "-o", "a.gouji", NULL);
  assert_status (run, 3);
  assert_says (run->err, "last.gouji");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* The year after last year's is meant; a report that states none leaves it open. */
static void
test_next_year (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GjReport) undated = make_report ("云溪市民政局", 2022);
  g_autoptr (GjReport) report = NULL;
  g_autoptr (Run) run = NULL;
  g_autoptr (Run) open = NULL;

  write_last_year (folder);
  run = run_cli (folder, "C.UTF-8", "new", "--last-year", "last.gouji", "-o", "a.gouji", NULL);
  assert_status (run, 0);
  report = read_report (folder, "a.gouji");
  g_assert_cmpint (gj_report_get_year (report), ==, 2023);
  g_assert_cmpstr (gj_report_get_field (report, GJ_FIELD_BODY), ==, "云溪市民政局");

  gj_report_init_field (undated, GJ_FIELD_YEAR, "");
  write_report (folder, "undated.gouji", undated);
  open = run_cli (folder, "C.UTF-8", "new", "--last-year", "undated.gouji", "-o", "b.gouji", NULL);
  assert_status (open, 2);
  assert_says (open->err, "--year");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/new/blank", test_blank);
  g_test_add_func ("/cli/new/form-of-the-year", test_form_of_the_year);
  g_test_add_func ("/cli/new/never-over-another", test_never_over_another);
  g_test_add_func ("/cli/new/last-year", test_last_year);
  g_test_add_func ("/cli/new/accept", test_accept);
  g_test_add_func ("/cli/new/nothing-to-accept", test_nothing_to_accept);
  g_test_add_func ("/cli/new/across-forms", test_across_forms);
  g_test_add_func ("/cli/new/other-year-and-body", test_other_year_and_body);
  g_test_add_func ("/cli/new/next-year", test_next_year);
  g_test_add_func ("/cli/new/bad-last-year", test_bad_last_year);

  return g_test_run ();
}
