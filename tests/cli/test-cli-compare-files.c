/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "cli-support.h"

/* A comparison written into a file. */

static void
make_files (const char *folder)
{
  g_autoptr (GjReport) old_report = make_report ("云溪市档案馆", 2021);
  g_autoptr (GjReport) new_report = make_report ("云溪市档案馆", 2022);
  g_autoptr (GjReport) late = make_report ("云溪市档案馆", 2024);

  write_report (folder, "2021.gouji", old_report);
  write_report (folder, "2022.gouji", new_report);
  write_report (folder, "2024.gouji", late);
  g_free (write_file (folder, "broken.gouji", "<report", -1));
}

static gboolean
is_there (const char *folder,
          const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static const struct
{
  const char *name;
  const char *output;
  const char *third;
  const char *begin;
  const char *words;
} kinds[] = {
  { "pdf", "new folder/out.pdf", NULL, "%PDF-", "%%EOF" },
  { "html", "out.HTML", NULL, "<!DOCTYPE html>", "两年对比" },
  { "json", "out.json", NULL, "{", "\"kind\": \"years\"" },
  { "trend-pdf", "out.pdf", "2024.gouji", "%PDF-", "%%EOF" },
  { "trend-html", "out.html", "2024.gouji", "<!DOCTYPE html>", "缺这一年的报告" },
  { "trend-json", "out.json", "2024.gouji", "{", "\"kind\": \"trend\"" },
};

/* The file says everything, the terminal nothing; twice the same. */
static void
test_kind (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (Folder) folder = make_folder ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  make_files (folder);
  for (guint j = 0; j < 2; j++)
    {
      g_autoptr (Run) run = run_cli (folder, "C.UTF-8", "compare", "2021.gouji", "2022.gouji", "-o", kinds[i].output,
                                     kinds[i].third, NULL);

      g_assert_cmpint (run->status, <=, 1);
      g_assert_cmpstr (run->out, ==, "");
      *(j == 0 ? &first : &second) = read_file (folder, kinds[i].output);
    }
  g_assert_cmpstr (first, ==, second);
  g_assert_true (g_str_has_prefix (first, kinds[i].begin));
  if (*kinds[i].begin != '%')
    assert_says (first, kinds[i].words);
}

/* JSON for a program and paper for a person at once. */
static void
test_both (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) plain = NULL;
  g_autoptr (Run) run = NULL;

  make_files (folder);
  plain = run_cli (folder, "C.UTF-8", "compare", "--json", "2021.gouji", "2022.gouji", NULL);
  run = run_cli (folder, "C.UTF-8", "compare", "--json", "2021.gouji", "2022.gouji", "-o", "out.pdf", NULL);
  g_assert_cmpstr (run->out, ==, plain->out);
  g_assert_cmpint (run->status, ==, plain->status);
  g_assert_true (is_there (folder, "out.pdf"));
}

static void
test_refusals (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (Run) format = NULL;
  g_autoptr (Run) input = NULL;
  g_autoptr (Run) broken = NULL;
  g_autoptr (Run) blocked = NULL;

  make_files (folder);
  format = run_cli (folder, "C.UTF-8", "compare", "2021.gouji", "2022.gouji", "-o", "out.docx", NULL);
  assert_status (format, 2);
  assert_says (format->err, ".pdf, .html or .json");
  g_assert_false (is_there (folder, "out.docx"));

  g_free (write_file (folder, "2022.html", "<html><body><p>a page</p></body></html>", -1));
  before = read_file (folder, "2022.html");
  input = run_cli (folder, "C.UTF-8", "compare", "2021.gouji", "2022.html", "-o", "./2022.html", NULL);
  assert_status (input, 2);
  after = read_file (folder, "2022.html");
  g_assert_cmpstr (before, ==, after);

  broken = run_cli (folder, "C.UTF-8", "compare", "2021.gouji", "broken.gouji", "-o", "out.pdf", NULL);
  g_assert_cmpint (broken->status, >=, 2);
  g_assert_false (is_there (folder, "out.pdf"));

  g_free (write_file (folder, "file", "no folder", -1));
  blocked = run_cli (folder, "C.UTF-8", "compare", "2021.gouji", "2022.gouji", "-o", "file/out.pdf", NULL);
  g_assert_cmpint (blocked->status, >=, 2);
  g_assert_cmpstr (blocked->err, !=, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/compare-files/", kinds[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_kind);
    }
  g_test_add_func ("/cli/compare-files/both", test_both);
  g_test_add_func ("/cli/compare-files/refusals", test_refusals);
  return g_test_run ();
}
