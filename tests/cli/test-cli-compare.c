/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "cli-support.h"

static void
set_cell (GjReport   *report,
          const char *id,
          const char *text)
{
  gj_report_init_cell (report, gj_form_find_cell (gj_report_get_form (report), id), text);
}

static void
set_text (GjReport   *report,
          const char *section,
          const char *text)
{
  g_autoptr (GjNarrative) narrative = gj_narrative_new_for_text (text);

  gj_report_init_narrative (report, gj_form_find_section (gj_report_get_form (report), section), narrative);
}

static GjReport *
make (const char *body,
      int         year,
      const char *received,
      const char *overview)
{
  GjReport *report = make_report (body, year);

  set_cell (report, "requests/received/natural-person", received);
  set_cell (report, "requests/received/total", received);
  set_cell (report, "requests/granted/natural-person", received);
  set_cell (report, "requests/granted/total", received);
  set_cell (report, "requests/result-total/natural-person", received);
  set_cell (report, "requests/result-total/total", received);
  set_text (report, "overview", overview);
  set_text (report, "problems", "查阅设备偏少。下一步增购设备。");
  set_text (report, "others", "没有其他需要报告的事项。");

  return report;
}

/* Two years of one body, a revised draft, another body. */
static void
make_files (const char *folder)
{
  g_autoptr (GjReport) old_report = make ("云溪市档案馆", 2021, "12", "全年整理档案三百卷。");
  g_autoptr (GjReport) new_report = make ("云溪市档案馆", 2022, "90", "全年整理档案五百卷。新馆投入使用。");
  g_autoptr (GjReport) revised = make ("云溪市档案馆", 2022, "91", "全年整理档案五百卷。新馆投入使用。");
  g_autoptr (GjReport) other = make ("云溪市财政局", 2021, "5", "预算公开按时完成。");
  g_autoptr (GjReport) late = make ("云溪市档案馆", 2024, "95", "全年整理档案六百卷。");
  g_autoptr (GjReport) old_form = make ("云溪市档案馆", 2020, "10", "全年整理档案二百卷。");

  write_report (folder, "2021.gouji", old_report);
  write_report (folder, "2022.gouji", new_report);
  write_report (folder, "2022b.gouji", revised);
  write_report (folder, "other.gouji", other);
  write_report (folder, "2024.gouji", late);
  write_report (folder, "2020.gouji", old_form);
  g_free (write_file (folder, "broken.gouji", "<report", -1));
  g_free (write_file (folder, "noise.docx", "PK\003\004 no document", -1));
}

static JsonObject *
find_cell (JsonObject *root,
           const char *id)
{
  JsonArray *cells = json_object_get_array_member (root, "cells");

  for (guint i = 0; i < json_array_get_length (cells); i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (cells, i), "cell"), id))
      return json_array_get_object_element (cells, i);

  return NULL;
}

static void
test_years (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) run = NULL;
  JsonObject *root;
  JsonObject *cell;

  make_files (folder);
  run = run_cli (folder, "C.UTF-8", "compare", "--json", "2021.gouji", "2022.gouji", NULL);
  root = run_get_json (run);
  cell = find_cell (root, "requests/received/total");

  assert_status (run, 0);
  g_assert_cmpstr (json_object_get_string_member (root, "kind"), ==, "years");
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (root, "old"), "year"), ==, 2021);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (root, "new"), "body"), ==,
                   "云溪市档案馆");
  g_assert_cmpstr (json_object_get_string_member (cell, "old"), ==, "12");
  g_assert_cmpstr (json_object_get_string_member (cell, "new"), ==, "90");
  g_assert_cmpstr (json_object_get_string_member (cell, "difference"), ==, "+78");
  g_assert_cmpfloat (json_object_get_double_member (cell, "ratio"), ==, 6.5);
  g_assert_true (json_object_get_boolean_member (cell, "comparable"));
  g_assert_true (json_object_get_boolean_member (cell, "jump"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "cells")), ==, 200);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "reports")), ==, 1);
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (root, "summary"), "changed"), ==, 6);
  g_assert_false (json_object_has_member (root, "versions"));
  assert_says (run->out, "\"C08\"");
}

/* Places count code points of the section's text. */
static void
test_places (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) run = NULL;
  JsonArray *sections;
  JsonArray *changes;
  gboolean found = FALSE;

  make_files (folder);
  run = run_cli (folder, "zh_CN.UTF-8", "compare", "--json", "2021.gouji", "2022.gouji", NULL);
  sections = json_object_get_array_member (run_get_json (run), "sections");
  changes = json_object_get_array_member (json_array_get_object_element (sections, 0), "changes");

  for (guint i = 0; i < json_array_get_length (changes); i++)
    {
      JsonObject *change = json_array_get_object_element (changes, i);
      JsonObject *side = json_object_has_member (change, "new") ? json_object_get_object_member (change, "new") : NULL;

      if (side == NULL || strstr (json_object_get_string_member (side, "text"), "五") == NULL)
        continue;

      found = TRUE;
      g_assert_cmpint (json_object_get_int_member (side, "start"), ==, 6);
      g_assert_cmpint (json_object_get_int_member (side, "end") - json_object_get_int_member (side, "start"), ==,
                       g_utf8_strlen (json_object_get_string_member (side, "text"), -1));
    }
  g_assert_true (found);
}

static void
test_versions (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) run = NULL;
  g_autoptr (Run) page = NULL;
  g_autoptr (Run) published = NULL;
  JsonObject *root;
  JsonObject *versions;

  make_files (folder);
  run = run_cli (folder, "C.UTF-8", "compare", "--json", "2022.gouji", "2022b.gouji", NULL);
  root = run_get_json (run);
  versions = json_object_get_object_member (root, "versions");
  assert_status (run, 0);
  g_assert_cmpstr (json_object_get_string_member (root, "kind"), ==, "versions");
  g_assert_false (json_object_get_boolean_member (versions, "agree"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (versions, "revisions")), ==, 6);
  g_assert_cmpint (json_object_get_int_member (versions, "besides"), ==, 6);

  page = run_cli (folder, "C.UTF-8", "compare", "2022.gouji", "2022b.gouji", NULL);
  assert_says (page->out, "Result: the two versions differ in 6 places: 6 numbers");
  assert_says (page->out, "90 → 91 (+1)");

  /* The signed copy and the page that was published. */
  g_clear_pointer (&published, run_free);
  published = run_cli (folder, "C.UTF-8", "convert", "2022.gouji", "-o", "page.html", NULL);
  assert_status (published, 0);
  g_clear_pointer (&published, run_free);
  published = run_cli (folder, "C.UTF-8", "compare", "2022.gouji", "page.html", NULL);
  assert_status (published, 0);
  assert_says (published->out, "the two versions agree");
}

typedef struct
{
  const char *name;
  const char *arguments;
  int         status;
  const char *out;
  const char *err;
} Case;

static const Case cases[] = {
  { "years", "2021.gouji 2022.gouji", 0, "6 of 175 numbers changed", NULL },
  { "sorted", "--sort form 2021.gouji 2022.gouji", 0, "+650.0%", NULL },
  { "all", "--all 2021.gouji 2022.gouji", 0, "IV. carried out", NULL },
  { "jump", "2021.gouji 2022.gouji", 0, "jump", NULL },
  { "other-form", "2020.gouji 2021.gouji", 0, "cannot be compared", NULL },
  { "other-form-back", "2021.gouji 2020.gouji", 0, "Swap the two sides", NULL },
  { "other-body", "other.gouji 2022.gouji", 0, "two bodies", NULL },
  { "same-file", "2021.gouji 2021.gouji", 0, "Both sides are the same report", NULL },
  { "not-consecutive", "2022.gouji 2024.gouji", 0, "do not follow each other", NULL },
  { "old-unreadable", "broken.gouji 2022.gouji", 3, "could not be read", "broken.gouji" },
  { "new-unreadable", "2022.gouji noise.docx", 3, "could not be read", "noise.docx" },
  { "both-unreadable", "broken.gouji noise.docx", 3, NULL, "noise.docx" },
  { "missing", "2022.gouji none.gouji", 3, "could not be read", "none.gouji" },
  { "one", "2022.gouji", 2, NULL, "Name two files" },
  { "none", "", 2, NULL, "Name two files" },
  { "bad-sort", "--sort color 2021.gouji 2022.gouji", 2, NULL, "--sort" },
  { "trend", "2022.gouji 2020.gouji 2021.gouji", 0, "2020  2021  2022", NULL },
  { "trend-gap", "2022.gouji 2024.gouji 2021.gouji", 0, "There is no report of 2023.", NULL },
  { "trend-double", "2022.gouji 2022b.gouji 2021.gouji", 0, "are both of 2022", NULL },
  { "trend-body", "2022.gouji other.gouji 2020.gouji", 0, "If the body was renamed", NULL },
  { "trend-unreadable", "2022.gouji broken.gouji 2021.gouji", 3, "2021  2022", "broken.gouji" },
};

static Run *
run_line (const char *folder,
          const char *first,
          const char *line)
{
  g_autofree char *all = g_strdup_printf ("gouji-cli compare%s%s%s%s", *first != '\0' ? " " : "", first,
                                          *line != '\0' ? " " : "", line);
  g_auto (GStrv) arguments = g_strsplit (all, " ", -1);

  g_free (arguments[0]);
  arguments[0] = g_strdup (g_getenv ("GJ_CLI"));
  return run_cli_strv (folder, "C.UTF-8", (const char *const *) arguments);
}

/* For people; and whatever it is, JSON is JSON and ends with the same status. */
static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) run = NULL;
  g_autoptr (Run) json = NULL;

  make_files (folder);
  run = run_line (folder, "", one->arguments);
  assert_status (run, one->status);
  if (one->out != NULL)
    assert_says (run->out, one->out);
  if (one->err != NULL)
    assert_says (run->err, one->err);

  json = run_line (folder, "--json", one->arguments);
  assert_status (json, one->status);
  if (*json->out != '\0')
    g_assert_nonnull (run_get_json (json));
  else
    g_assert_cmpint (one->status, >=, 2);
}

static void
test_same_body (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) two = NULL;
  g_autoptr (Run) many = NULL;
  JsonObject *root;

  make_files (folder);
  two = run_cli (folder, "C.UTF-8", "compare", "--same-body", "--json", "other.gouji", "2022.gouji", NULL);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (run_get_json (two), "remarks")), ==, 0);

  many = run_cli (folder, "C.UTF-8", "compare", "--same-body", "--json", "other.gouji", "2022.gouji", "2020.gouji",
                  NULL);
  root = run_get_json (many);
  g_assert_cmpstr (json_object_get_string_member (root, "kind"), ==, "trend");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "columns")), ==, 3);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "remarks")), ==, 0);
}

/* An error in the newer report, the older one being right, is what the status says. */
static void
test_errors (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GjReport) wrong = make ("云溪市档案馆", 2022, "90", "全年整理档案五百卷。");
  g_autoptr (Run) carried = NULL;
  g_autoptr (Run) back = NULL;

  make_files (folder);
  set_cell (wrong, "requests/carried-in/natural-person", "3");
  set_cell (wrong, "requests/carried-in/total", "3");
  set_cell (wrong, "requests/carried-out/natural-person", "3");
  set_cell (wrong, "requests/carried-out/total", "3");
  write_report (folder, "wrong.gouji", wrong);
  carried = run_cli (folder, "C.UTF-8", "compare", "--json", "2021.gouji", "wrong.gouji", NULL);
  assert_status (carried, 1);
  assert_says (carried->out, "\"C01\"");
  back = run_cli (folder, "C.UTF-8", "compare", "2022.gouji", "2022b.gouji", NULL);
  assert_status (back, 0);
}

/* Years that moved on are told from other numbers, on both sides of each. */
static guint
count_moved_years (JsonObject *root)
{
  JsonArray *sections = json_object_get_array_member (root, "sections");
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (sections); i++)
    {
      JsonArray *changes =
        json_object_get_array_member (json_array_get_object_element (sections, i), "changes");

      for (guint j = 0; j < json_array_get_length (changes); j++)
        {
          JsonObject *change = json_array_get_object_element (changes, j);

          if (!json_object_has_member (change, "moved_year"))
            continue;

          g_assert_true (json_object_get_boolean_member (change, "moved_year"));
          g_assert_true (json_object_get_boolean_member (change, "number"));
          n++;
        }
    }

  return n;
}

/* The two years that come with the program, and two that were published. */
static void
test_samples (void)
{
  g_autofree char *old_path = g_build_filename (g_getenv ("GJ_SOURCE_ROOT"), "data/samples",
                                                "yunxi-development-reform-2024.gouji", NULL);
  g_autofree char *new_path = g_build_filename (g_getenv ("GJ_SOURCE_ROOT"), "data/samples",
                                                "yunxi-development-reform-2025.gouji", NULL);
  g_autoptr (Run) run = run_cli (".", "C.UTF-8", "compare", "--json", old_path, new_path, NULL);
  JsonObject *root = run_get_json (run);
  JsonArray *findings =
    json_object_get_array_member (json_array_get_object_element (json_object_get_array_member (root, "reports"), 0),
                                  "findings");

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "remarks")), ==, 0);
  g_assert_cmpuint (count_moved_years (root), ==, 8);
  for (guint i = 0; i < json_array_get_length (findings); i++)
    g_assert_cmpint (json_object_get_string_member (json_array_get_object_element (findings, i), "check")[0], !=, 'C');
}

static char *
find_seed (const char *prefix)
{
  g_autofree char *folder = g_build_filename (g_getenv ("GJ_SOURCE_ROOT"), "..", "shared", "reports", "text", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix))
      return g_build_filename (folder, name, NULL);

  return NULL;
}

static void
test_seeds (void)
{
  g_autofree char *old_path = find_seed ("002_");
  g_autofree char *new_path = find_seed ("000_");
  g_autoptr (Run) run = NULL;
  JsonObject *root;
  JsonObject *cell;

  if (old_path == NULL || new_path == NULL)
    {
      g_test_skip ("the real reports are not here");
      return;
    }

  run = run_cli (".", "C.UTF-8", "compare", "--json", old_path, new_path, NULL);
  root = run_get_json (run);
  cell = find_cell (root, "requests/received/total");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "remarks")), >=, 1);
  assert_says (json_array_get_string_element (json_object_get_array_member (root, "remarks"), 0), "two bodies");
  g_assert_cmpstr (json_object_get_string_member (cell, "old"), ==, "2");
  g_assert_cmpstr (json_object_get_string_member (cell, "difference"), ==, "0");
  g_assert_false (json_object_get_boolean_member (find_cell (root, "disclosure/fees/amount"), "comparable"));
  g_assert_nonnull (json_object_get_string_member (find_cell (root, "disclosure/fees/amount"), "reason"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/compare/json-years", test_years);
  g_test_add_func ("/cli/compare/json-places", test_places);
  g_test_add_func ("/cli/compare/versions", test_versions);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/compare/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/cli/compare/same-body", test_same_body);
  g_test_add_func ("/cli/compare/errors", test_errors);
  g_test_add_func ("/cli/compare/samples", test_samples);
  g_test_add_func ("/cli/compare/seeds", test_seeds);

  return g_test_run ();
}
