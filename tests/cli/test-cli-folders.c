/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <unistd.h>

#include "cli-support.h"

static void
assert_files (Run               *run,
              const char *const *files)
{
  JsonArray *reports = json_object_get_array_member (run_get_json (run), "reports");
  guint n = g_strv_length ((char **) files);

  for (guint i = 0; i < MIN (n, json_array_get_length (reports)); i++)
    g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (reports, i), "file"),
                     ==, files[i]);
  g_assert_cmpuint (json_array_get_length (reports), ==, n);
}

static void
test_folders_and_files (void)
{
  static const char *const files[] = {
    "z.gouji", "d/a.gouji", "d/b.gouji", "d/sub/deep/x.GOUJI", "a.gouji", NULL,
  };
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) run = NULL;

  for (guint i = 0; files[i] != NULL; i++)
    write_good_report (folder, files[i]);
  write_good_report (folder, "d/.hidden.gouji");
  g_free (write_file (folder, "d/notes.odt", "x", 1));

  run = run_cli (folder, "C.UTF-8", "check", "--json", "z.gouji", "d", "a.gouji", NULL);
  assert_status (run, 0);
  assert_files (run, files);
  g_assert_cmpstr (run->err, ==, "");
}

static void
test_beside (void)
{
  static const char *const files[] = { "d/a.gouji", "d/b.txt", "d/c.gouji", NULL };
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) run = NULL;
  g_autoptr (Run) quiet = NULL;
  g_autoptr (Run) named = NULL;

  write_good_report (folder, "d/a.gouji");
  write_text_report (folder, "d/a.txt");
  write_text_report (folder, "d/b.txt");
  write_good_report (folder, "d/c.gouji");
  g_free (write_file (folder, "d/c.pdf", "%PDF-1.7\n", -1));

  run = run_cli (folder, "C.UTF-8", "check", "--json", "d", NULL);
  assert_status (run, 0);
  assert_files (run, files);
  assert_says (run->err, "d/a.txt");
  assert_says (run->err, "d/c.pdf");
  g_assert_null (strstr (run->err, "b.txt"));

  quiet = run_cli (folder, "C.UTF-8", "check", "--quiet", "d", NULL);
  assert_status (quiet, 0);
  g_assert_cmpstr (quiet->err, ==, "");

  /* A file that is named is meant. */
  named = run_cli (folder, "C.UTF-8", "check", "d/a.txt", NULL);
  assert_status (named, 0);
  assert_says (named->out, "d/a.txt");
}

static void
test_text_that_is_no_report (void)
{
  static const char *const files[] = { "d/a.gouji", NULL };
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) run = NULL;
  g_autoptr (Run) named = NULL;

  write_good_report (folder, "d/a.gouji");
  g_free (write_file (folder, "d/readme.txt", "今天天气很好。\n", -1));

  run = run_cli (folder, "C.UTF-8", "check", "--json", "d", NULL);
  assert_status (run, 0);
  assert_says (run->err, "d/readme.txt");
  assert_files (run, files);

  named = run_cli (folder, "C.UTF-8", "check", "d/readme.txt", NULL);
  assert_status (named, 3);
}

static void
test_empty_folder (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) run = NULL;

  run = run_cli (folder, "C.UTF-8", "check", ".", NULL);
  assert_status (run, 0);
  assert_says (run->err, "no report");
  assert_says (run->out, "0 reports checked");
}

static void
test_link_that_leads_back (void)
{
  static const char *const files[] = { "d/a.gouji", NULL };
  g_autoptr (Folder) folder = make_folder ();
  g_autofree char *link = g_build_filename (folder, "d", "up", NULL);
  g_autoptr (Run) run = NULL;

  write_good_report (folder, "d/a.gouji");
  g_assert_cmpint (symlink ("..", link), ==, 0);

  run = run_cli (folder, "C.UTF-8", "check", "--json", "d", NULL);
  assert_status (run, 0);
  assert_says (run->out, "d/a.gouji");
  g_clear_pointer (&run, run_free);

  g_assert_cmpint (unlink (link), ==, 0);
  g_assert_cmpint (symlink (".", link), ==, 0);
  run = run_cli (folder, "C.UTF-8", "check", "--json", "d", NULL);
  assert_status (run, 0);
  assert_files (run, files);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/folders/folders-and-files", test_folders_and_files);
  g_test_add_func ("/cli/folders/beside", test_beside);
  g_test_add_func ("/cli/folders/text-that-is-no-report", test_text_that_is_no_report);
  g_test_add_func ("/cli/folders/empty-folder", test_empty_folder);
  g_test_add_func ("/cli/folders/link-that-leads-back", test_link_that_leads_back);

  return g_test_run ();
}
