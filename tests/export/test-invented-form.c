/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A form that nothing in the program knows: from its data alone a report of it is begun,
 * edited, checked, saved, opened again and printed. */

#include "config.h"

#include "gj-export.h"

#include <poppler.h>
#include <string.h>

typedef PopplerDocument Document;
typedef PopplerPage Page;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, g_object_unref)

static const struct
{
  const char *cell;
  const char *text;
} entries[] = {
  { "stock/novels/held", "120" },
  { "stock/novels/change", "15" },
  { "stock/novels/held-now", "135" },
  { "stock/novels/cost", "360.50" },
  { "stock/novels/remark", "含旧本" },
  { "stock/poems/held", "40" },
  { "stock/poems/change", "-3" },
  { "stock/poems/held-now", "37" },
  { "stock/poems/cost", "0" },
  { "stock/poems/remark", "无" },
  { "stock/plays/held", "12" },
  { "stock/plays/change", "0" },
  { "stock/plays/held-now", "12" },
  { "stock/plays/cost", "8" },
  { "stock/plays/remark", "" },
  { "stock/total/held", "172" },
  { "stock/total/change", "12" },
  { "stock/total/held-now", "184" },
  { "stock/total/cost", "368.50" },
};

static GjForm *
load_form (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "forms", "reading-room.xml", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  GjForm *form;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (contents, length);
  form = gj_form_new_from_bytes (bytes, path, &error);
  g_assert_no_error (error);
  return form;
}

static void
edit_cell (GjHistory  *history,
           const char *id,
           const char *text)
{
  GjReport *report = gj_history_get_report (history);
  guint cell = gj_form_find_cell (gj_report_get_form (report), id);
  g_autoptr (GjEdit) edit = gj_edit_new ("Edit");

  g_assert_cmpuint (cell, !=, GJ_NONE);
  gj_edit_set_cell (edit, report, cell, text);
  gj_history_push (history, edit);
}

static GjReport *
fill_in (GjHistory **history)
{
  g_autoptr (GjForm) form = load_form ();
  GjReport *report = gj_report_new (form);

  gj_report_init_field (report, GJ_FIELD_TITLE, "河湾阅览室1955年阅览室工作报告");
  gj_report_init_field (report, GJ_FIELD_BODY, "河湾阅览室");
  gj_report_init_field (report, GJ_FIELD_YEAR, "1955");
  *history = gj_history_new (report);
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    edit_cell (*history, entries[i].cell, entries[i].text);
  return report;
}

static guint
count_violated (GjChecker  *checker,
                const char *check)
{
  GListModel *findings = gj_checker_get_findings (checker);
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (GjFinding) finding = g_list_model_get_item (findings, i);

      if (gj_finding_get_outcome (finding) == GJ_OUTCOME_VIOLATED
          && (check == NULL || g_str_equal (gj_finding_get_check (finding), check)))
        count++;
    }
  return count;
}

static void
test_edit_and_check (void)
{
  g_autoptr (GjHistory) history = NULL;
  g_autoptr (GjReport) report = fill_in (&history);
  g_autoptr (GjChecker) checker = gj_checker_new (report, NULL);

  g_assert_cmpuint (count_violated (checker, NULL), ==, 0);

  edit_cell (history, "stock/novels/held-now", "153");
  g_assert_cmpuint (count_violated (checker, "Z01"), ==, 1);
  g_assert_cmpuint (count_violated (checker, "Z02"), ==, 1);

  g_assert_true (gj_history_undo (history));
  g_assert_cmpuint (count_violated (checker, NULL), ==, 0);

  /* Money is exact to the last decimal. */
  edit_cell (history, "stock/total/cost", "368.51");
  g_assert_cmpuint (count_violated (checker, "Z02"), ==, 1);
  g_assert_cmpuint (count_violated (checker, NULL), ==, 1);
}

static void
test_save (void)
{
  g_autoptr (GjHistory) history = NULL;
  g_autoptr (GjReport) report = fill_in (&history);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GjReport) opened = NULL;
  g_autoptr (GError) error = NULL;
  GjForm *form = gj_report_get_form (report);

  gj_form_catalogue_add (form);
  bytes = gj_store_write (report);
  opened = gj_store_read (bytes, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    g_assert_cmpstr (gj_report_get_cell_text (opened, gj_form_find_cell (form, entries[i].cell)), ==,
                     entries[i].text);
  again = gj_store_write (opened);
  g_assert_true (g_bytes_equal (bytes, again));
}

static void
test_print (void)
{
  static const char *const expected[] = {
    "河湾阅览室", "一、概况", "二、藏书", "三、说明", "（单位：册）", "小说", "年末册数", "购置费（元）",
    "360.50", "含旧本", "-3", "368.50",
  };
  g_autoptr (GjHistory) history = NULL;
  g_autoptr (GjReport) report = fill_in (&history);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = gj_pdf_export_report (report, NULL, &error);
  g_autoptr (Document) document = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  document = poppler_document_new_from_bytes (pdf, NULL, &error);
  g_assert_no_error (error);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autoptr (Page) page = poppler_document_get_page (document, i);
      g_autofree char *part = poppler_page_get_text (page);

      /* A label may be broken over lines. */
      for (const char *p = part; *p != '\0'; p++)
        if (!g_ascii_isspace (*p))
          g_string_append_c (text, *p);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    if (strstr (text->str, expected[i]) == NULL)
      g_error ("“%s” is not on the paper:\n%s", expected[i], text->str);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/export/invented-form/edit-and-check", test_edit_and_check);
  g_test_add_func ("/export/invented-form/save", test_save);
  g_test_add_func ("/export/invented-form/print", test_print);

  return g_test_run ();
}
