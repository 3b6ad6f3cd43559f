/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "cli-support.h"
#include "gj-year-breaks.h"

/* Every break between two years is carried by the JSON of a comparison, with the cells of
 * both files; a year that follows from the last one carries none. */

static const GjYearBreak whole = {
  .old_year = 2021,
  .old_cells = "requests/carried-out/enterprise=6;requests/carried-out/total=6",
  .new_cells = "requests/carried-in/enterprise=6;requests/carried-in/total=6",
};

static JsonObject *
find_finding (Run        *run,
              const char *check)
{
  JsonArray *reports = json_object_get_array_member (run_get_json (run), "reports");
  JsonArray *findings = json_object_get_array_member (json_array_get_object_element (reports, 0), "findings");

  for (guint i = 0; i < json_array_get_length (findings); i++)
    {
      JsonObject *finding = json_array_get_object_element (findings, i);

      if (g_str_equal (json_object_get_string_member (finding, "check"), check))
        return finding;
    }

  return NULL;
}

static void
test_break (gconstpointer data)
{
  const GjYearBreak *one = data;
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GjReport) old_report = gj_year_break_create_report (one, FALSE);
  g_autoptr (GjReport) new_report = gj_year_break_create_report (one, TRUE);
  g_autoptr (Run) run = NULL;
  g_autoptr (Run) alone = NULL;

  write_report (folder, "old.gouji", old_report);
  write_report (folder, "new.gouji", new_report);
  run = run_cli (folder, "C.UTF-8", "compare", "--json", "old.gouji", "new.gouji", NULL);
  if (find_finding (run, one->check) == NULL)
    g_test_message ("%s", run->out);
  g_assert_nonnull (find_finding (run, one->check));
  assert_says (json_object_get_string_member (find_finding (run, one->check), "message"), "old.gouji");

  /* The two are no two years when they are of one year. */
  gj_report_init_field (new_report, GJ_FIELD_YEAR, gj_report_get_field (old_report, GJ_FIELD_YEAR));
  write_report (folder, "new.gouji", new_report);
  alone = run_cli (folder, "C.UTF-8", "compare", "--json", "old.gouji", "new.gouji", NULL);
  g_assert_null (find_finding (alone, one->check));
}

static void
test_whole (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GjReport) old_report = gj_year_break_create_report (&whole, FALSE);
  g_autoptr (GjReport) new_report = gj_year_break_create_report (&whole, TRUE);
  g_autoptr (Run) run = NULL;

  write_report (folder, "old.gouji", old_report);
  write_report (folder, "new.gouji", new_report);
  run = run_cli (folder, "C.UTF-8", "compare", "--json", "old.gouji", "new.gouji", NULL);
  g_assert_null (strstr (run->out, "\"check\": \"C"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < gj_n_year_breaks; i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/compare-years/%s", gj_year_breaks[i].check);

      g_test_add_data_func (path, &gj_year_breaks[i], test_break);
    }
  g_test_add_func ("/cli/compare-years/whole", test_whole);

  return g_test_run ();
}
