/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>

#include "cli-support.h"

typedef struct
{
  const char *name;
  const char *arguments[8];
  int         status;
  const char *out;
  const char *err;
} UsageCase;

static const UsageCase usage_cases[] = {
  { "nothing", { NULL }, 2, NULL, "No command" },
  { "unknown-command", { "frob" }, 2, NULL, "frob" },
  { "later-command", { "merge", "a", "b" }, 2, NULL, "merge" },
  { "compare-one", { "compare", "a" }, 2, NULL, "compare" },
  { "help", { "--help" }, 0, "convert", NULL },
  { "version", { "--version" }, 0, "gouji-cli " GJ_VERSION, NULL },
  { "check-help", { "check", "--help" }, 0, "gouji-cli check", NULL },
  { "show-help", { "show", "--help" }, 0, "gouji-cli show", NULL },
  { "convert-help", { "convert", "--help" }, 0, "gouji-cli convert", NULL },
  { "new-help", { "new", "--help" }, 0, "gouji-cli new", NULL },
  { "forms-help", { "forms", "--help" }, 0, "gouji-cli forms", NULL },
  { "command-version", { "check", "--version" }, 0, "gouji-cli " GJ_VERSION, NULL },
  { "unknown-option", { "check", "--frob", "a" }, 2, NULL, "--frob" },
  { "check-nothing", { "check" }, 2, NULL, "No file" },
  { "unknown-check", { "check", "--checks", "Q99", "a" }, 2, NULL, "Q99" },
  { "negative-jobs", { "check", "--jobs", "-1", "a" }, 2, NULL, "--jobs" },
  { "no-jobs", { "check", "--jobs", "0", "a" }, 2, NULL, "--jobs" },
  { "jobs-no-number", { "check", "--jobs", "x", "a" }, 2, NULL, "x" },
  { "show-nothing", { "show" }, 2, NULL, "No file" },
  { "show-two", { "show", "a", "b" }, 2, NULL, "one file" },
  { "convert-nothing", { "convert" }, 2, NULL, "No file" },
  { "convert-no-output", { "convert", "a.txt" }, 2, NULL, "-o" },
  { "convert-unknown-suffix", { "convert", "a.txt", "-o", "a.xls" }, 2, NULL, "xls" },
  { "convert-two-into-one", { "convert", "a.txt", "b.txt", "-o", "a.pdf" }, 2, NULL, "--to" },
  { "convert-unknown-format", { "convert", "a.txt", "--to", "odt", "-o", "d" }, 2, NULL, "odt" },
  { "new-no-body", { "new", "--year", "2022", "-o", "a.gouji" }, 2, NULL, "--body" },
  { "new-no-year", { "new", "--body", "x", "-o", "a.gouji" }, 2, NULL, "--year" },
  { "new-no-output", { "new", "--body", "x", "--year", "2022" }, 2, NULL, "-o" },
  { "new-strange-year", { "new", "--body", "x", "--year", "22", "-o", "a.gouji" }, 2, NULL, "22" },
  { "new-unknown-form",
    { "new", "--form", "no", "--body", "x", "--year=2022", "--output=a.gouji" }, 2, NULL, "no" },
  { "new-no-form-of-year", { "new", "--body", "x", "--year", "2010", "-o", "a.gouji" }, 2, NULL, "2010" },
  { "new-text", { "new", "--body", "x", "--year", "2022", "-o", "a.txt" }, 2, NULL, "txt" },
  { "new-surplus-file", { "new", "a.gouji" }, 2, NULL, "options only" },
  { "forms-unknown", { "forms", "guoban-1999" }, 2, NULL, "guoban-1999" },
  { "forms-two", { "forms", "guoban-2019", "guoban-2021" }, 2, NULL, "one form" },
};

static void
test_usage (gconstpointer data)
{
  const UsageCase *test = data;
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (Run) run = NULL;
  g_autoptr (GDir) dir = NULL;

  g_ptr_array_add (arguments, (char *) g_getenv ("GJ_CLI"));
  for (guint i = 0; test->arguments[i] != NULL; i++)
    g_ptr_array_add (arguments, (char *) test->arguments[i]);
  g_ptr_array_add (arguments, NULL);

  run = run_cli_strv (folder, "C.UTF-8", (const char *const *) arguments->pdata);
  assert_status (run, test->status);
  if (test->out != NULL)
    assert_says (run->out, test->out);
  else
    g_assert_cmpstr (run->out, ==, "");
  if (test->err != NULL)
    assert_says (run->err, test->err);
  else
    g_assert_cmpstr (run->err, ==, "");

  dir = g_dir_open (folder, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
}

static char *
read_data (const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("GJ_SOURCE_ROOT"), "data", folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* The manual page writes a hyphen as "\\-". */

static char *
remove_backslashes (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\\", -1);

  return g_strjoinv (NULL, parts);
}

static void
test_manual_and_completion (void)
{
  static const char *const commands[] = { "check", "show", "convert", "new", "forms" };
  g_autofree char *page = read_data ("man", "gouji-cli.1");
  g_autofree char *manual = remove_backslashes (page);
  g_autofree char *completion = read_data ("completions", "gouji-cli");
  g_autoptr (GRegex) option = g_regex_new ("--[a-z-]+", 0, 0, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (Run) run = run_cli (".", "C.UTF-8", commands[i], "--help", NULL);
      g_autoptr (GMatchInfo) match = NULL;

      assert_says (manual, commands[i]);
      assert_says (completion, commands[i]);
      g_assert_true (g_regex_match (option, run->out, 0, &match));
      for (; g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          g_autofree char *name = g_match_info_fetch (match, 0);

          assert_says (manual, name);
          assert_says (completion, name);
        }
    }
}

/* A result that does not arrive is no success, and the reason is named, also when the result
 * is so long that the first of it was lost before the end. */

static void
test_full_output (gconstpointer data)
{
  const char *form = data;
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *err = NULL;
  int full = open ("/dev/full", O_WRONLY | O_CLOEXEC);

  if (full < 0)
    {
      g_test_skip ("there is no /dev/full");
      return;
    }

  g_subprocess_launcher_take_stdout_fd (launcher, full);
  process = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("GJ_CLI"), "forms", form, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &err, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 3);
  assert_says (err, "could not be written");
  assert_says (err, g_strerror (ENOSPC));
}

static void
test_links_no_gtk (void)
{
  g_autofree char *ldd = g_find_program_in_path ("ldd");
  const char *arguments[] = { ldd, g_getenv ("GJ_CLI"), NULL };
  g_autoptr (Run) run = NULL;

  if (ldd == NULL)
    {
      g_test_skip ("there is no ldd");
      return;
    }

  run = run_cli_strv (".", "C.UTF-8", arguments);
  assert_says (run->out, "libglib");
  g_assert_null (strstr (run->out, "libgtk"));
  g_assert_null (strstr (run->out, "libadwaita"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (usage_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/usage/", usage_cases[i].name, NULL);

      g_test_add_data_func (path, &usage_cases[i], test_usage);
    }
  g_test_add_func ("/cli/usage/manual-and-completion", test_manual_and_completion);
  g_test_add_data_func ("/cli/usage/full-output/short", NULL, test_full_output);
  g_test_add_data_func ("/cli/usage/full-output/long", "guoban-2021", test_full_output);
  g_test_add_func ("/cli/usage/links-no-gtk", test_links_no_gtk);

  return g_test_run ();
}
