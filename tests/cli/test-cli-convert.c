/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "cli-support.h"

static void
assert_file_begins (const char *folder,
                    const char *name,
                    const char *begin)
{
  g_autofree char *content = read_file (folder, name);

  g_assert_nonnull (content);
  g_assert_true (g_str_has_prefix (content, begin));
}

static void
assert_no_file (const char *folder,
                const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_text_to_gouji (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) first = NULL;
  g_autoptr (Run) second = NULL;
  g_autofree char *content = NULL;
  g_autofree char *again = NULL;

  write_text_report (folder, "a.txt");
  first = run_cli (folder, "C.UTF-8", "convert", "a.txt", "-o", "a.gouji", NULL);
  assert_status (first, 0);
  g_assert_cmpstr (first->out, ==, "");
  g_assert_cmpstr (first->err, ==, "");

  second = run_cli (folder, "C.UTF-8", "convert", "a.gouji", "-o", "b.gouji", NULL);
  assert_status (second, 0);
  content = read_file (folder, "a.gouji");
  again = read_file (folder, "b.gouji");
  g_assert_nonnull (content);
  g_assert_cmpstr (content, ==, again);
}

static void
test_to_pdf (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) run = NULL;

  write_good_report (folder, "a.gouji");
  run = run_cli (folder, "C.UTF-8", "convert", "a.gouji", "-o", "sub/a.PDF", NULL);
  assert_status (run, 0);
  assert_file_begins (folder, "sub/a.PDF", "%PDF-");
}

/* Every format that the program says it writes, by its suffix; twice the same bytes. */

static void
test_formats (void)
{
  static const struct { const char *suffix; const char *begin; } formats[] = {
    { "gouji", "<?xml" }, { "docx", "PK" }, { "pdf", "%PDF-" }, { "html", "<!DOCTYPE html>" }, { "xlsx", "PK" },
  };
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) help = run_cli (folder, "C.UTF-8", "convert", "--help", NULL);

  write_good_report (folder, "a.gouji");
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *dotted = g_strconcat (".", formats[i].suffix, NULL);
      g_autofree char *first = g_strdup_printf ("one/a%s", dotted);
      g_autofree char *second = g_strdup_printf ("two/a%s", dotted);
      g_autofree char *one = NULL;
      g_autofree char *two = NULL;
      g_autoptr (Run) run = run_cli (folder, "C.UTF-8", "convert", "a.gouji", "-o", first, NULL);
      g_autoptr (Run) again = run_cli (folder, "C.UTF-8", "convert", "a.gouji", "--to", formats[i].suffix,
                                       "-o", "two", NULL);

      assert_says (help->out, dotted);
      assert_status (run, 0);
      assert_status (again, 0);
      g_assert_cmpstr (run->err, ==, "");
      assert_file_begins (folder, first, formats[i].begin);
      one = read_file (folder, first);
      two = read_file (folder, second);
      g_assert_cmpstr (one, ==, two);
    }
}

static void
test_unknown_format (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) run = NULL;

  write_good_report (folder, "a.gouji");
  run = run_cli (folder, "C.UTF-8", "convert", "a.gouji", "-o", "a.odt", NULL);
  assert_status (run, 2);
  assert_says (run->err, ".gouji, .docx, .pdf, .html or .xlsx");
  assert_says (run->err, "odt");
  assert_no_file (folder, "a.odt");
}

/* A page and a report are one: what was read and converted comes back the same. */

static void
test_there_and_back (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) there = NULL;
  g_autoptr (Run) back = NULL;
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  write_good_report (folder, "a.gouji");
  there = run_cli (folder, "C.UTF-8", "convert", "a.gouji", "-o", "a.html", NULL);
  assert_status (there, 0);
  back = run_cli (folder, "C.UTF-8", "convert", "a.html", "-o", "b.html", NULL);
  assert_status (back, 0);
  one = read_file (folder, "a.html");
  two = read_file (folder, "b.html");
  g_assert_cmpstr (one, ==, two);
}

static const char *const targets[] = { "old.gouji", "old.docx", "old.pdf", "old.html", "old.xlsx" };

static void
assert_old (const char *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autofree char *old = read_file (folder, targets[i]);

      g_assert_cmpstr (old, ==, "old");
    }
}

/* A disk that is full after a few bytes, as far as the program can tell. */

static void
test_full_disk (void)
{
  g_autoptr (Folder) folder = make_folder ();
  struct rlimit usual;
  struct rlimit little;
  guint n_files = 0;
  g_autoptr (GDir) dir = NULL;

  write_good_report (folder, "a.gouji");
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    g_free (write_file (folder, targets[i], "old", 3));

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &usual), ==, 0);
  little = usual;
  little.rlim_cur = 512;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &little), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr (Run) run = run_cli (folder, "C.UTF-8", "convert", "a.gouji", "-o", targets[i], NULL);

      assert_status (run, 3);
      g_assert_cmpstr (run->err, !=, "");
    }
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &usual), ==, 0);

  assert_old (folder);
  dir = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, G_N_ELEMENTS (targets) + 1);
}

static void
test_read_only_folder (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "out", NULL);

  if (geteuid () == 0)
    {
      g_test_skip ("nothing is read-only for root");
      return;
    }
  write_good_report (folder, "a.gouji");
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autofree char *name = g_build_filename ("out", targets[i], NULL);
      g_autofree char *file = g_build_filename (folder, name, NULL);
      g_autoptr (Run) run = NULL;

      g_free (write_file (folder, name, "old", 3));
      g_assert_cmpint (g_chmod (file, 0444), ==, 0);
      g_assert_cmpint (g_chmod (path, 0555), ==, 0);
      run = run_cli (folder, "C.UTF-8", "convert", "a.gouji", "-o", name, NULL);
      g_assert_cmpint (g_chmod (path, 0755), ==, 0);
      assert_status (run, 3);
      g_assert_cmpstr (run->err, !=, "");
    }
  assert_old (path);
}

static void
test_folder (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) run = NULL;

  write_good_report (folder, "d/a.gouji");
  write_text_report (folder, "d/sub/a.txt");
  write_good_report (folder, "no-suffix");

  run = run_cli (folder, "C.UTF-8", "convert", "d", "no-suffix", "--to", ".gouji", "-o", "out", NULL);
  assert_status (run, 0);
  assert_file_begins (folder, "out/no-suffix.gouji", "<?xml");
  assert_file_begins (folder, "out/a.gouji", "<?xml");
  assert_file_begins (folder, "out/sub/a.gouji", "<?xml");
}

static void
test_two_become_one (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) run = NULL;

  write_good_report (folder, "d/a.gouji");
  write_good_report (folder, "e/a.gouji");
  run = run_cli (folder, "C.UTF-8", "convert", "d", "e", "--to", "gouji", "-o", "out", NULL);
  assert_status (run, 2);
  assert_says (run->err, "a.gouji");
  assert_no_file (folder, "out");
}

/* Written over by itself, by a link to itself, or by another of the inputs. */

static void
test_input_is_never_written (void)
{
  static const char *const outputs[] = { "a.gouji", "./a.gouji", "link.gouji", "hard.gouji" };
  g_autoptr (Folder) folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.gouji", NULL);
  g_autofree char *link_path = g_build_filename (folder, "link.gouji", NULL);
  g_autofree char *hard_path = g_build_filename (folder, "hard.gouji", NULL);
  g_autofree char *before = NULL;

  write_wrong_report (folder, "a.gouji");
  g_assert_cmpint (symlink ("a.gouji", link_path), ==, 0);
  g_assert_cmpint (link (path, hard_path), ==, 0);
  before = read_file (folder, "a.gouji");

  for (guint i = 0; i < G_N_ELEMENTS (outputs); i++)
    {
      g_autoptr (Run) run = run_cli (folder, "C.UTF-8", "convert", "a.gouji", "-o", outputs[i], NULL);
      g_autofree char *after = read_file (folder, "a.gouji");

      assert_status (run, 3);
      assert_says (run->err, "converted");
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_failures (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) unreadable = NULL;
  g_autoptr (Run) unwritable = NULL;
  g_autofree char *old = NULL;

  g_free (write_file (folder, "bad.gouji", "x", 1));
  g_free (write_file (folder, "old.pdf", "old", 3));
  unreadable = run_cli (folder, "C.UTF-8", "convert", "bad.gouji", "-o", "old.pdf", NULL);
  assert_status (unreadable, 3);
  assert_says (unreadable->err, "bad.gouji");
  old = read_file (folder, "old.pdf");
  g_assert_cmpstr (old, ==, "old");

  write_good_report (folder, "a.gouji");
  unwritable = run_cli (folder, "C.UTF-8", "convert", "a.gouji", "-o", "old.pdf/b.pdf", NULL);
  assert_status (unwritable, 3);
  g_assert_cmpstr (unwritable->err, !=, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/convert/text-to-gouji", test_text_to_gouji);
  g_test_add_func ("/cli/convert/to-pdf", test_to_pdf);
  g_test_add_func ("/cli/convert/formats", test_formats);
  g_test_add_func ("/cli/convert/unknown-format", test_unknown_format);
  g_test_add_func ("/cli/convert/there-and-back", test_there_and_back);
  g_test_add_func ("/cli/convert/full-disk", test_full_disk);
  g_test_add_func ("/cli/convert/read-only-folder", test_read_only_folder);
  g_test_add_func ("/cli/convert/folder", test_folder);
  g_test_add_func ("/cli/convert/two-become-one", test_two_become_one);
  g_test_add_func ("/cli/convert/input-is-never-written", test_input_is_never_written);
  g_test_add_func ("/cli/convert/failures", test_failures);

  return g_test_run ();
}
