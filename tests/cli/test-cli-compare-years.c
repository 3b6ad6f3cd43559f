/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "cli-support.h"

/* Every break between two years is carried by the JSON of a comparison, with the cells of
 * both files; a year that follows from the last one carries none. */

typedef struct
{
  const char *check;
  int         old_year;
  const char *old_cells;
  const char *new_cells;
  const char *section;
  const char *old_text;
  const char *new_text;
} Break;

#define LONG_TEXT "全年组织档案开放审核四次，开放档案三万余件，接待群众查阅六千余人次，整理破损卷宗三百余卷，编印地方史料两种，" \
  "新馆展厅对市民免费开放，每周组织志愿者讲解，基层档案室达标率逐步提高。"
#define PROBLEM "一是查阅设备偏少，高峰时段群众排队时间较长，服务效率有待提高。"

static const Break breaks[] = {
  { "C01", 2021, "requests/carried-out/enterprise=6;requests/carried-out/total=6",
    "requests/carried-in/enterprise=4;requests/carried-in/total=4", NULL, NULL, NULL },
  { "C02", 2021, "disclosure/rules/in-force=3", "disclosure/rules/in-force=9;disclosure/rules/issued=1", NULL, NULL, NULL },
  { "C03", 2021, "disclosure/normative-documents/in-force=21",
    "disclosure/normative-documents/in-force=30;disclosure/normative-documents/issued=1", NULL, NULL, NULL },
  { "C04", 2019, "disclosure/licences/items-last-year=25;disclosure/licences/items-change=2",
    "disclosure/licences/items-last-year=25", NULL, NULL, NULL },
  { "C05", 2019, "disclosure/rules/released-total=1",
    "disclosure/rules/released-total=9;disclosure/rules/released=1;disclosure/rules/made=1", NULL, NULL, NULL },
  { "C06", 2020, "disclosure/rules/released-total=5", "disclosure/rules/in-force=9;disclosure/rules/issued=1", NULL, NULL,
    NULL },
  { "C07", 2021, "cases/review/pending=3;cases/review/total=3", "cases/review/upheld=1;cases/review/total=1", NULL, NULL,
    NULL },
  { "C08", 2021, "disclosure/licences/decisions=10", "disclosure/licences/decisions=51", NULL, NULL, NULL },
  { "C09", 2021, "disclosure/licences/decisions=146", "disclosure/licences/decisions=146;disclosure/penalties/decisions=4",
    NULL, NULL, NULL },
  { "C10", 2021, "", "", "overview", LONG_TEXT, LONG_TEXT },
  { "C11", 2021, "", "", "telephone", "0533-7654321", "0533-1234567" },
  { "C12", 2021, "requests/received/natural-person=10;requests/received/total=10",
    "requests/received/natural-person=20;requests/received/total=20", "overview", "",
    "全年收到政府信息公开申请20件，同比增长50%。" },
  { "C13", 2021, "", "", "problems", "（一）存在的主要问题。" PROBLEM, "（一）存在的主要问题。" PROBLEM },
};

static GjReport *
make (int         year,
      const char *cells,
      const char *section,
      const char *text)
{
  GjReport *report = make_report ("云溪市档案馆", year);
  g_auto (GStrv) items = g_strsplit (cells, ";", -1);
  GjField field;

  for (guint i = 0; items[i] != NULL && *items[i] != '\0'; i++)
    {
      g_auto (GStrv) words = g_strsplit (items[i], "=", 2);

      gj_report_init_cell (report, gj_form_find_cell (gj_report_get_form (report), words[0]), words[1]);
    }

  if (section != NULL && gj_field_find (section, &field))
    {
      gj_report_init_field (report, field, text);
    }
  else if (section != NULL)
    {
      g_autoptr (GjNarrative) narrative = gj_narrative_new_for_text (text);

      gj_report_init_narrative (report, gj_form_find_section (gj_report_get_form (report), section), narrative);
    }

  return report;
}

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
  const Break *one = data;
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GjReport) old_report = make (one->old_year, one->old_cells, one->section, one->old_text);
  g_autoptr (GjReport) new_report = make (one->old_year + 1, one->new_cells, one->section, one->new_text);
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
  g_autoptr (GjReport) old_report = make (2021, "requests/carried-out/enterprise=6;requests/carried-out/total=6", NULL,
                                          NULL);
  g_autoptr (GjReport) new_report = make (2022, "requests/carried-in/enterprise=6;requests/carried-in/total=6", NULL,
                                          NULL);
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

  for (gsize i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/compare-years/%s", breaks[i].check);

      g_test_add_data_func (path, &breaks[i], test_break);
    }
  g_test_add_func ("/cli/compare-years/whole", test_whole);

  return g_test_run ();
}
