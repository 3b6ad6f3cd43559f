/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-support.h"
#include "gj-import.h"

/* Real reports, where they are at hand: what must be found in them and what must not. */
static const struct
{
  const char *prefix;
  const char *found;
} seeds[] = {
  { "000", "" },
  { "001", "B07" },
  { "002", "A09 B07" },
  { "003", "" },
  { "004", "" },
};

static char *
find_seed (const char *prefix)
{
  g_autofree char *folder = g_build_filename (g_getenv ("GJ_SOURCE_ROOT"), "..", "shared", "reports",
                                              "text", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix))
      return g_build_filename (folder, name, NULL);

  return NULL;
}

static GjReport *
read_seed (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GjReport *report;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (contents, length);
  report = gj_import_bytes (bytes, path, NULL, &error);
  g_assert_no_error (error);

  return report;
}

static void
assert_found (GjReport   *report,
              const char *expected)
{
  g_autoptr (GPtrArray) findings = gj_check_report (report, NULL);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "",
                            gj_finding_get_check (findings->pdata[i]));

  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_seed (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autofree char *path = find_seed (seeds[index].prefix);
  g_autoptr (GjReport) report = NULL;
  g_autoptr (GjReport) again = NULL;
  g_autoptr (GBytes) saved = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    {
      g_test_skip ("the real reports are not here");
      return;
    }

  report = read_seed (path);
  assert_found (report, seeds[index].found);

  saved = gj_store_write (report);
  again = gj_store_read (saved, &error);
  g_assert_no_error (error);
  assert_found (again, seeds[index].found);
}

static char *
find_years (GjReport *report,
            GjReport *last)
{
  g_autoptr (GjCheckSet) checks = gj_check_set_new ("C", NULL);
  g_autoptr (GPtrArray) findings = gj_check_report_with_last_year (report, checks, last, "last.txt");

  return findings_to_string (findings);
}

/* Two bodies, a form each: that is said, and nothing else. */
static void
test_two_bodies (void)
{
  g_autofree char *path = find_seed ("000");
  g_autofree char *last_path = find_seed ("002");
  g_autoptr (GjReport) report = NULL;
  g_autoptr (GjReport) last = NULL;
  g_autofree char *found = NULL;

  if (path == NULL || last_path == NULL)
    {
      g_test_skip ("the real reports are not here");
      return;
    }

  report = read_seed (path);
  last = read_seed (last_path);
  found = find_years (report, last);
  g_assert_cmpstr (found, ==, "C15 remark hint");
}

/* +58 % to 49 fits 31 of the year before, and no other number. */
static void
test_growth (void)
{
  static const char *const numbers[][2] = { { "31", "" }, { "30", "C12 violated warning" },
                                            { "32", "C12 violated warning" } };
  g_autofree char *path = find_seed ("004");
  g_autoptr (GjReport) report = NULL;

  if (path == NULL)
    {
      g_test_skip ("the real reports are not here");
      return;
    }

  report = read_seed (path);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GjReport) last = gj_report_new (gj_form_catalogue_find (FORM_2019));
      g_autofree char *found = NULL;

      gj_report_init_field (last, GJ_FIELD_YEAR, "2020");
      gj_report_init_field (last, GJ_FIELD_BODY, gj_report_get_field (report, GJ_FIELD_BODY));
      gj_report_init_cell (last, cell_find (last, "requests/received/total"), numbers[i][0]);
      found = find_years (report, last);
      g_assert_cmpstr (found, ==, numbers[i][1]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/check-seeds/%s", seeds[i].prefix);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_seed);
    }

  g_test_add_func ("/core/check-seeds/two-bodies", test_two_bodies);
  g_test_add_func ("/core/check-seeds/growth", test_growth);

  return g_test_run ();
}
