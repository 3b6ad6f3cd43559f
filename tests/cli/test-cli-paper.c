/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <poppler.h>

#include "cli-support.h"

static gboolean
has_file (const char *folder,
          const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static int
count_pages (const char *folder,
             const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  PopplerDocument *document;
  gsize length;
  int n_pages;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  bytes = g_bytes_new_take (g_steal_pointer (&content), length);
  document = poppler_document_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  n_pages = poppler_document_get_n_pages (document);
  g_object_unref (document);
  return n_pages;
}

/* What makes no sense is refused before anything is read or written. */
static const struct
{
  const char *name;
  const char *arguments[8];
  const char *words;
} wrong[] = {
  { "unknown-copy", { "--copy", "golden" }, "golden" },
  { "errors-without-copy", { "--despite-errors", "理由" }, "--despite-errors" },
  { "errors-on-review", { "--copy", "reviewed", "--despite-errors", "理由" }, "--despite-errors" },
  { "blank-reason", { "--copy", "final", "--despite-errors", "  " }, "--despite-errors" },
  { "decision-lost", { "--copy", "final", "--despite-errors", "理由", "--source", "published" }, "--source published" },
  { "decision-nowhere", { "--copy", "final", "--despite-errors", "理由", "--source", "none" }, "--source none" },
  { "nobody", { "--copy", "final", "--decided-by", "王一" }, "--decided-by" },
};

static void
test_wrong (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (Run) run = NULL;

  write_good_report (folder, "a.gouji");
  g_ptr_array_add (arguments, (gpointer) g_getenv ("GJ_CLI"));
  g_ptr_array_add (arguments, (gpointer) "convert");
  g_ptr_array_add (arguments, (gpointer) "a.gouji");
  g_ptr_array_add (arguments, (gpointer) "-o");
  g_ptr_array_add (arguments, (gpointer) "a.pdf");
  for (guint i = 0; wrong[index].arguments[i] != NULL; i++)
    g_ptr_array_add (arguments, (gpointer) wrong[index].arguments[i]);
  g_ptr_array_add (arguments, NULL);
  run = run_cli_strv (folder, "C.UTF-8", (const char *const *) arguments->pdata);
  assert_status (run, 2);
  assert_says (run->err, wrong[index].words);
  g_assert_false (has_file (folder, "a.pdf"));
}

static void
test_other_format (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) run = NULL;

  write_good_report (folder, "a.gouji");
  run = run_cli (folder, "C.UTF-8", "convert", "a.gouji", "-o", "b.gouji", "--signing-sheet", NULL);
  assert_status (run, 2);
  assert_says (run->err, ".pdf");
  g_assert_false (has_file (folder, "b.gouji"));
}

/* Plain conversion asks no questions; a final copy that is asked for does. */
static void
test_refused (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) plain = NULL;
  g_autoptr (Run) review = NULL;
  g_autoptr (Run) final = NULL;

  write_wrong_report (folder, "a.gouji");
  plain = run_cli (folder, "C.UTF-8", "convert", "a.gouji", "-o", "plain.pdf", NULL);
  assert_status (plain, 0);
  review = run_cli (folder, "C.UTF-8", "convert", "a.gouji", "-o", "review.pdf", "--copy", "submitted",
                    "--signing-sheet", "--digest", NULL);
  assert_status (review, 0);
  final = run_cli (folder, "C.UTF-8", "convert", "a.gouji", "-o", "final.pdf", "--copy", "final", NULL);
  assert_status (final, 1);
  assert_says (final->err, "--despite-errors");
  g_assert_false (has_file (folder, "final.pdf"));
}

/* In a folder the others are made all the same. */
static void
test_folder (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) run = NULL;

  write_wrong_report (folder, "a.gouji");
  write_good_report (folder, "b.gouji");
  run = run_cli (folder, "C.UTF-8", "convert", "a.gouji", "b.gouji", "--to", "pdf", "-o", "out", "--copy", "final",
                 NULL);
  assert_status (run, 1);
  g_assert_false (has_file (folder, "out/a.pdf"));
  g_assert_true (has_file (folder, "out/b.pdf"));
}

/* The decision is in the report inside the PDF, and holds there; the input is as it was. */
static void
test_decided (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *inside = NULL;
  g_autoptr (Run) made = NULL;
  g_autoptr (Run) opened = NULL;
  g_autofree char *published = NULL;
  g_autoptr (Run) again = NULL;
  g_autoptr (Run) bare = NULL;
  g_autoptr (Run) stripped = NULL;

  write_wrong_report (folder, "a.gouji");
  before = read_file (folder, "a.gouji");
  made = run_cli (folder, "C.UTF-8", "convert", "a.gouji", "-o", "a.pdf", "--copy", "final",
                  "--despite-errors", "平台数据待更正", "--decided-by", "王一", NULL);
  assert_status (made, 0);
  assert_says (made->err, "a.gouji");
  after = read_file (folder, "a.gouji");
  g_assert_cmpstr (before, ==, after);

  opened = run_cli (folder, "C.UTF-8", "convert", "a.pdf", "-o", "inside.gouji", NULL);
  assert_status (opened, 0);
  inside = read_file (folder, "inside.gouji");
  assert_says (inside, "平台数据待更正");
  assert_says (inside, "王一");
  again = run_cli (folder, "C.UTF-8", "convert", "inside.gouji", "-o", "again.pdf", "--copy", "final", NULL);
  assert_status (again, 0);

  /* Once recorded, the decision holds for a copy that is published without it. */
  assert_says (made->err, "published with it");
  bare = run_cli (folder, "C.UTF-8", "convert", "inside.gouji", "-o", "bare.pdf", "--copy", "final",
                  "--source", "published", NULL);
  assert_status (bare, 0);
  stripped = run_cli (folder, "C.UTF-8", "convert", "bare.pdf", "-o", "stripped.gouji", NULL);
  assert_status (stripped, 0);
  published = read_file (folder, "stripped.gouji");
  g_assert_null (strstr (published, "王一"));
}

/* Without any of the arguments what is kept in a report is not printed; with one of them it
   holds for the others. */
static void
test_kept (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GjReport) report = make_report ("云溪市水利局", 2025);
  g_autoptr (Run) first = NULL;
  g_autoptr (Run) second = NULL;
  g_autoptr (Run) third = NULL;
  int n;

  gj_report_init_setting (report, "paper-signing-sheet", "yes");
  write_report (folder, "a.gouji", report);
  first = run_cli (folder, "C.UTF-8", "convert", "a.gouji", "-o", "plain.pdf", NULL);
  assert_status (first, 0);
  second = run_cli (folder, "C.UTF-8", "convert", "a.gouji", "-o", "asked.pdf", "--copy", "submitted", NULL);
  assert_status (second, 0);
  third = run_cli (folder, "C.UTF-8", "convert", "a.gouji", "-o", "bare.pdf", "--copy", "submitted",
                   "--no-signing-sheet", NULL);
  assert_status (third, 0);
  n = count_pages (folder, "plain.pdf");
  g_assert_cmpint (n, >, 0);
  g_assert_cmpint (count_pages (folder, "asked.pdf"), ==, count_pages (folder, "bare.pdf") + 1);
  g_assert_cmpint (count_pages (folder, "bare.pdf"), >=, n);
}

/* A character of nobody's font is named with all its places, in the words of the locale,
 * and however quiet; a report without one gives no word. */
static void
test_missing (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GjReport) report = make_report ("云溪市水利局", 2025);
  guint cell = gj_form_find_cell (gj_report_get_form (report), "cases/review/upheld");
  g_autoptr (GjNarrative) narrative = gj_narrative_new_for_text ("本年度\356\200\200工作。\363\260\200\200");
  g_autoptr (Run) plain = NULL;
  g_autoptr (Run) english = NULL;
  g_autoptr (Run) many = NULL;
  g_autoptr (Run) sheet = NULL;

  gj_report_init_field (report, GJ_FIELD_TITLE, "云溪市水利局\356\200\200年度报告");
  gj_report_init_narrative (report, 0, narrative);
  gj_report_init_cell (report, cell, "1\356\200\200");
  gj_report_init_setting (report, "sheet-drafter", "王\356\200\201一");
  write_report (folder, "a.gouji", report);
  write_good_report (folder, "b.gouji");

  plain = run_cli (folder, "C.UTF-8", "convert", "b.gouji", "-o", "b.pdf", NULL);
  assert_status (plain, 0);
  g_assert_cmpstr (plain->err, ==, "");

  english = run_cli (folder, "C.UTF-8", "convert", "--quiet", "a.gouji", "-o", "a.pdf", NULL);
  assert_status (english, 0);
  assert_says (english->err, "a.pdf: No font has the character “\356\200\200” (U+E000)");
  assert_says (english->err, "Where: Title, Overview, ");
  assert_says (english->err, "(U+F0000)");
  assert_says (english->err, "Where: Overview\n");
  g_assert_null (strstr (english->err, "U+E001"));

  many = run_cli (folder, "C.UTF-8", "convert", "a.gouji", "b.gouji", "--to", "pdf", "-o", "out", NULL);
  assert_status (many, 0);
  assert_says (many->err, "a.pdf: No font has the character “\356\200\200” (U+E000)");
  g_assert_null (strstr (many->err, "b.pdf"));

  sheet = run_cli (folder, "C.UTF-8", "convert", "a.gouji", "-o", "sheet.pdf", "--signing-sheet", NULL);
  assert_status (sheet, 0);
  assert_says (sheet->err, "(U+E001); it is printed as a box with this number. Where: Signing sheet");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/paper/wrong/%s", wrong[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_wrong);
    }
  g_test_add_func ("/cli/paper/other-format", test_other_format);
  g_test_add_func ("/cli/paper/refused", test_refused);
  g_test_add_func ("/cli/paper/folder", test_folder);
  g_test_add_func ("/cli/paper/decided", test_decided);
  g_test_add_func ("/cli/paper/kept", test_kept);
  g_test_add_func ("/cli/paper/missing", test_missing);
  return g_test_run ();
}
