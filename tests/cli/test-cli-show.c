/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-support.h"

typedef struct
{
  const char *text;
  const char *value;
  const char *unit;
} CellCase;

static const CellCase cell_cases[] = {
  { "49", "49", NULL },
  { "5953.02496", "5953.02496", NULL },
  { "134.8万元", "134.8", "万元" },
  { "294000.00", "294000.00", NULL },
  { "１，２３４", "1234", NULL },
  { "-3", "-3", NULL },
  { "0", "0", NULL },
  { "", NULL, NULL },
  { "/", NULL, NULL },
  { "无", NULL, NULL },
  { "1 2", NULL, NULL },
};

static const char *
get_string_or_null (JsonObject *object,
                    const char *name)
{
  if (!json_object_has_member (object, name) || json_object_get_null_member (object, name))
    return NULL;

  return json_object_get_string_member (object, name);
}

static void
test_cells (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GjReport) report = make_report ("云溪市民政局", 2022);
  g_autoptr (Run) run = NULL;
  GjForm *form = gj_report_get_form (report);
  guint n_cells = gj_form_get_n_cells (form);
  JsonObject *cells;

  for (guint i = 0; i < G_N_ELEMENTS (cell_cases); i++)
    gj_report_init_cell (report, i, cell_cases[i].text);
  gj_report_init_cell (report, n_cells - 1, NULL);
  write_report (folder, "a.gouji", report);

  run = run_cli (folder, "C.UTF-8", "show", "--json", "a.gouji", NULL);
  assert_status (run, 0);
  cells = json_object_get_object_member (run_get_json (run), "cells");
  g_assert_cmpuint (json_object_get_size (cells), ==, n_cells - 1);
  g_assert_false (json_object_has_member (cells, gj_form_get_cell (form, n_cells - 1)->id));

  for (guint i = 0; i < G_N_ELEMENTS (cell_cases); i++)
    {
      JsonObject *cell = json_object_get_object_member (cells, gj_form_get_cell (form, i)->id);

      g_assert_true (json_object_has_member (cell, "value"));
      g_assert_cmpstr (json_object_get_string_member (cell, "text"), ==, cell_cases[i].text);
      g_assert_cmpstr (get_string_or_null (cell, "value"), ==, cell_cases[i].value);
      g_assert_cmpstr (get_string_or_null (cell, "unit"), ==, cell_cases[i].unit);
    }
}

static void
test_fields (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GjReport) report = make_report ("云溪市民政局", 2022);
  g_autoptr (GjNarrative) narrative = gj_narrative_new_for_text ("甲\n“乙”\\\t丙");
  g_autoptr (Run) run = NULL;
  JsonObject *root;
  JsonArray *sections;
  JsonObject *section;

  gj_report_init_field (report, GJ_FIELD_TITLE, "云溪市民政局\n2022年政府信息公开\n工作年度报告");
  gj_report_init_field (report, GJ_FIELD_SIGNATURE, "云溪市民政局");
  gj_report_init_field (report, GJ_FIELD_DATE, "2023-01-17");
  gj_report_init_heading (report, 0, "一、总的情况");
  gj_report_init_narrative (report, 0, narrative);
  write_report (folder, "a.gouji", report);

  run = run_cli (folder, "C.UTF-8", "show", "--json", "a.gouji", NULL);
  assert_status (run, 0);
  root = run_get_json (run);
  g_assert_cmpstr (json_object_get_string_member (root, "file"), ==, "a.gouji");
  g_assert_cmpstr (json_object_get_string_member (root, "format"), ==, "gouji");
  g_assert_cmpstr (json_object_get_string_member (root, "body"), ==, "云溪市民政局");
  g_assert_cmpint (json_object_get_int_member (root, "year"), ==, 2022);
  g_assert_cmpstr (json_object_get_string_member (root, "form"), ==, "guoban-2021");
  g_assert_cmpstr (json_object_get_string_member (root, "title"), ==,
                   "云溪市民政局2022年政府信息公开工作年度报告");
  g_assert_cmpstr (json_object_get_string_member (root, "title_text"), ==,
                   "云溪市民政局\n2022年政府信息公开\n工作年度报告");
  g_assert_cmpstr (json_object_get_string_member (root, "signature"), ==, "云溪市民政局");
  g_assert_cmpstr (json_object_get_string_member (root, "date"), ==, "2023-01-17");
  assert_says (json_object_get_string_member (root, "preface"), "2022年1月1日");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "notes")), ==, 0);

  sections = json_object_get_array_member (root, "sections");
  g_assert_cmpuint (json_array_get_length (sections), ==, 6);
  section = json_array_get_object_element (sections, 0);
  g_assert_cmpstr (json_object_get_string_member (section, "id"), ==, "overview");
  g_assert_cmpstr (json_object_get_string_member (section, "heading"), ==, "一、总的情况");
  g_assert_cmpstr (json_object_get_string_member (section, "text"), ==, "甲\n“乙”\\\t丙");
}

static void
test_text_file (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) run = NULL;
  JsonObject *root;

  write_text_report (folder, "a.txt");
  run = run_cli (folder, "C.UTF-8", "show", "--json", "a.txt", NULL);
  assert_status (run, 0);
  root = run_get_json (run);
  g_assert_cmpstr (json_object_get_string_member (root, "format"), ==, "text");
  g_assert_cmpstr (json_object_get_string_member (root, "body"), ==, "云溪市民政局");
  g_assert_cmpuint (json_object_get_size (json_object_get_object_member (root, "cells")), ==, 200);
}

/* What a file is decides, not what it is called. */

static void
test_other_suffix (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) run = NULL;
  JsonObject *root;

  write_good_report (folder, "a.txt");
  run = run_cli (folder, "C.UTF-8", "show", "--json", "a.txt", NULL);
  assert_status (run, 0);
  root = run_get_json (run);
  g_assert_cmpstr (json_object_get_string_member (root, "format"), ==, "gouji");
}

static void
test_people (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GjReport) report = make_report ("云溪市民政局", 2022);
  g_autoptr (Run) run = NULL;
  g_autoptr (Run) chinese = NULL;

  gj_report_init_cell (report, 0, "4711");
  write_report (folder, "a.gouji", report);
  run = run_cli (folder, "C.UTF-8", "show", "a.gouji", NULL);
  assert_status (run, 0);
  assert_says (run->out, "云溪市民政局, 2022 (Form of 2021)");
  assert_says (run->out, "二、主动公开政府信息情况");
  assert_says (run->out, "4711");
  g_assert_cmpstr (run->err, ==, "");

  if (!has_locale ("zh_CN.UTF-8"))
    return;
  chinese = run_cli (folder, "zh_CN.UTF-8", "show", "a.gouji", NULL);
  assert_says (chinese->out, "行政规范性文件");
}

static void
test_forms (void)
{
  static const struct { const char *id; guint n_cells; } forms[] = {
    { "guoban-2021", 200 }, { "guoban-2019", 198 },
  };
  g_autoptr (Run) list = run_cli (".", "C.UTF-8", "forms", "--json", NULL);
  g_autoptr (Run) people = run_cli (".", "C.UTF-8", "forms", NULL);

  assert_status (list, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (run_get_json (list), "forms")),
                    >=, 2);
  assert_status (people, 0);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (Run) form = run_cli (".", "C.UTF-8", "forms", "--json", forms[i].id, NULL);
      g_autoptr (Run) words = run_cli (".", "C.UTF-8", "forms", forms[i].id, NULL);
      JsonArray *tables;
      guint n_cells = 0;

      assert_says (people->out, forms[i].id);
      assert_status (form, 0);
      tables = json_object_get_array_member (run_get_json (form), "tables");
      for (guint j = 0; j < json_array_get_length (tables); j++)
        n_cells += json_array_get_length (
          json_object_get_array_member (json_array_get_object_element (tables, j), "cells"));
      g_assert_cmpuint (n_cells, ==, forms[i].n_cells);

      assert_status (words, 0);
      assert_says (words->out, "requests/received/total");
      assert_says (words->out, "A01");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/show/cells", test_cells);
  g_test_add_func ("/cli/show/fields", test_fields);
  g_test_add_func ("/cli/show/text-file", test_text_file);
  g_test_add_func ("/cli/show/other-suffix", test_other_suffix);
  g_test_add_func ("/cli/show/people", test_people);
  g_test_add_func ("/cli/show/forms", test_forms);

  return g_test_run ();
}
