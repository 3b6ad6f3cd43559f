/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-support.h"

#include <string.h>

/* The two years of one body: nothing is found between them, and a break that is planted in
 * the newer one is found, and nothing but it. */

typedef struct
{
  const char *check;
  const char *cells;
  const char *section;
  const char *old_words;
  const char *new_words;
  GjField     field;
  const char *value;
  const char *last_cells;
} BreakCase;

static const BreakCase breaks[] = {
  { "A11", "disclosure/fees/amount=125000", .last_cells = "disclosure/fees/amount=12.5" },
  { "C01", "requests/carried-in/enterprise=4" },
  { "C02", "disclosure/rules/in-force=1" },
  { "C03", "disclosure/normative-documents/in-force=24" },
  { "C07", "cases/review/total=0" },
  { "C08", "disclosure/licences/decisions=1630" },
  { "C09", "disclosure/licences/decisions=146" },
  { "C10", NULL, "overview" },
  { "C10", NULL, "others" },
  { "C11", .field = GJ_FIELD_TELEPHONE, .value = "0680-8126053" },
  { "C11", .field = GJ_FIELD_MAILBOX, .value = "fgj-zwgk@yunxi.gov.example" },
  { "C12", NULL, "overview", "同比增长25.5%", "同比增长35.5%" },
  { "C12", NULL, "overview", "同比增长25.5%", "同比下降25.5%" },
  { "C13", NULL, "problems", "一是规划类信息的可读性不强。", "一是政策解读的形式比较单一。" },
  { "C14", .field = GJ_FIELD_YEAR, .value = "2026" },
  { "C15", .field = GJ_FIELD_BODY, .value = "云溪市财政局" },
};

static GjReport *
load_report (const char *year)
{
  g_autofree char *path = g_strdup_printf ("%s/data/samples/yunxi-development-reform-%s.gouji",
                                           g_getenv ("GJ_SOURCE_ROOT"), year);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  GjReport *report;
  char *text = NULL;
  gsize size;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, size);
  report = gj_store_read (bytes, &error);
  g_assert_no_error (error);

  return report;
}

static char *
dup_text (GjReport   *report,
          const char *section)
{
  guint index = gj_form_find_section (gj_report_get_form (report), section);

  return gj_narrative_dup_text (gj_report_get_narrative (report, index));
}

static void
set_cells (GjReport   *report,
           const char *cells)
{
  g_auto (GStrv) items = g_strsplit (cells != NULL ? cells : "", ";", -1);

  for (guint i = 0; items[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (items[i], "=", 2);

      cell_set (report, words[0], words[1]);
    }
}

static void
plant (GjReport        *report,
       GjReport        *last,
       const BreakCase *c)
{
  set_cells (report, c->cells);

  if (c->section != NULL)
    {
      g_autofree char *text = dup_text (c->old_words != NULL ? report : last, c->section);
      g_auto (GStrv) parts = g_strsplit (text, c->old_words != NULL ? c->old_words : "\001", 2);
      g_autofree char *broken = g_strjoinv (c->new_words, parts);

      g_assert_cmpuint (g_strv_length (parts), ==, c->old_words != NULL ? 2 : 1);
      narrative_set (report, c->section, broken);
    }

  if (c->value != NULL)
    {
      g_autoptr (GjEdit) edit = gj_edit_new ("field");

      gj_edit_set_field (edit, report, c->field, c->value);
      gj_report_apply (report, edit);
    }
}

static void
test_break (gconstpointer data)
{
  const BreakCase *c = data;
  g_autoptr (GjReport) last = load_report ("2024");
  g_autoptr (GjReport) report = load_report ("2025");
  g_autoptr (GjCheckSet) checks = gj_check_set_new ("A11,C", NULL);
  g_autoptr (GjChecker) checker = gj_checker_new (report, checks);
  GListModel *model = gj_checker_get_findings (checker);
  g_autoptr (GjFinding) finding = NULL;

  /* What both years need, so that there is something to break. */
  set_cells (last, c->last_cells);
  set_cells (report, c->last_cells);
  gj_checker_set_last_year (checker, last, "2024.gouji");
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);

  plant (report, last, c);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 1);
  finding = g_list_model_get_item (model, 0);
  g_assert_cmpstr (gj_finding_get_check (finding), ==, c->check);
  g_assert_cmpstr (gj_finding_get_last_file (finding), ==, "2024.gouji");

  gj_checker_set_last_year (checker, NULL, NULL);
  g_assert_null (gj_checker_get_last_year (checker));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);
}

/* A report beside itself, or beside another version, is no case of two years. */
static void
test_versions (void)
{
  g_autoptr (GjReport) report = load_report ("2025");
  g_autoptr (GjReport) same = load_report ("2025");
  g_autoptr (GjCheckSet) checks = gj_check_set_new ("C", NULL);
  g_autoptr (GPtrArray) findings = gj_check_report_with_last_year (report, checks, same, "2025.docx");

  g_assert_cmpuint (findings->len, ==, 0);
}

/* One letter typed is to cost little beside the 16 ms of a picture; a loose bound that only
 * a mistake of a whole order reaches. */
static void
test_quick (void)
{
  g_autoptr (GjReport) last = load_report ("2024");
  g_autoptr (GjReport) report = load_report ("2025");
  g_autoptr (GjChecker) checker = gj_checker_new (report, NULL);
  g_autofree char *text = dup_text (report, "overview");
  gint64 start;
  gint64 typed;

  gj_checker_set_last_year (checker, last, "2024.gouji");
  start = g_get_monotonic_time ();
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *longer = g_strdup_printf ("%s%u", text, i);

      narrative_set (report, "overview", longer);
    }
  typed = (g_get_monotonic_time () - start) / 20;

  start = g_get_monotonic_time ();
  for (guint i = 0; i < 20; i++)
    cell_set (report, "requests/received/natural-person", i % 2 ? "45" : "46");

  g_test_message ("text: %" G_GINT64_FORMAT " µs, cell: %" G_GINT64_FORMAT " µs", typed,
                  (g_get_monotonic_time () - start) / 20);
  g_assert_cmpint (typed, <, 160000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/years-samples/%s/%u", breaks[i].check, i);

      g_test_add_data_func (path, &breaks[i], test_break);
    }

  g_test_add_func ("/core/years-samples/versions", test_versions);
  g_test_add_func ("/core/years-samples/quick", test_quick);

  return g_test_run ();
}
