/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <locale.h>
#include <string.h>

#include "gj-export.h"
#include "gj-render.h"

#include "gj-application.h"
#include "gj-compare-bar.h"
#include "gj-compare-beside.h"
#include "gj-compare-chart.h"
#include "gj-compare-item.h"
#include "gj-compare-summary.h"
#include "gj-comparison-job.h"
#include "gj-export-file.h"
#include "gj-new-dialog.h"
#include "gj-window.h"

/* The chart beside two reports, what is said about their numbers, and putting both on
 * file. */

typedef struct
{
  GtkApplication *application;
  GjWindow       *window;
  GjSession      *session;
} Fixture;

static void
settle (void)
{
  for (guint i = 0; i < 20; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
}

static guint
find_cell (GjReport   *report,
           const char *id)
{
  guint cell = gj_form_find_cell (gj_report_get_form (report), id);

  g_assert_cmpuint (cell, !=, GJ_NONE);

  return cell;
}

static GjReport *
create_report (const char *form,
               int         year,
               const char *received)
{
  GjReport *report = gj_report_new_for_body (gj_form_catalogue_find (form), "云溪市发展和改革局",
                                             "department", year, TRUE);

  gj_report_init_cell (report, find_cell (report, "requests/received/total"), received);

  return report;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GjReport) report = create_report ("guoban-2021", 2025, "53");
  g_autoptr (GjReport) old_report = create_report ("guoban-2021", 2024, "41");

  fixture->application = gtk_application_new ("io.github.gouji.Test", G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (fixture->application), NULL, NULL));
  gj_application_install_keys (fixture->application);
  fixture->window = gj_window_new (fixture->application);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1240, 600);
  fixture->session = gj_session_new (report);
  gj_window_set_session (fixture->window, fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gj_window_compare (fixture->window, old_report, "2024.docx");
  settle ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->session);
  settle ();
  g_clear_object (&fixture->application);
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
set_cell (Fixture    *fixture,
          const char *id,
          const char *text)
{
  g_autoptr (GjEdit) edit = gj_edit_new ("test");
  GjReport *report = gj_session_get_report (fixture->session);

  gj_edit_set_cell (edit, report, find_cell (report, id), text);
  gj_session_push (fixture->session, edit);
  settle ();
}

static gboolean
says (GtkWidget  *chart,
      const char *words)
{
  return strstr (gj_compare_chart_get_description (GJ_COMPARE_CHART (chart)), words) != NULL;
}

/* On the cover, and it follows what is typed. */
static void
test_cover (Fixture      *fixture,
            gconstpointer data)
{
  GtkWidget *chart;

  gj_selection_set_section (gj_session_get_selection (fixture->session), GJ_COVER);
  settle ();
  chart = find (GTK_WIDGET (fixture->window), GJ_TYPE_COMPARE_CHART);
  g_assert_nonnull (chart);
  g_assert_true (says (chart, "41"));
  g_assert_true (says (chart, "53"));

  set_cell (fixture, "requests/received/total", "77");
  g_assert_true (says (chart, "77"));
  g_assert_false (says (chart, "53"));
}

/* Two reports that state nothing have no chart. */
static void
test_nothing (void)
{
  GjForm *form = gj_form_catalogue_find ("guoban-2021");
  g_autoptr (GjReport) old_report = gj_report_new (form);
  g_autoptr (GjReport) report = gj_report_new (form);
  g_autoptr (GjComparison) comparison = gj_comparison_new (old_report, report);
  GtkWidget *chart = g_object_ref_sink (gj_compare_chart_new (comparison));

  g_assert_false (gtk_widget_get_visible (chart));
  g_object_unref (chart);
}

/* Beside the table only where both have room. */
static void
test_room (void)
{
  static const struct
  {
    int      width;
    gboolean shown;
  } cases[] = { { 700, FALSE }, { 2600, TRUE }, { 500, FALSE } };
  g_autoptr (GjReport) old_report = create_report ("guoban-2021", 2024, "41");
  g_autoptr (GjReport) report = create_report ("guoban-2021", 2025, "53");
  g_autoptr (GjComparison) comparison = gj_comparison_new (old_report, report);
  GtkWidget *chart = gj_compare_chart_new (comparison);
  GtkWidget *main = gtk_label_new ("");
  GtkWidget *beside = g_object_ref_sink (gj_compare_beside_new (main, chart));

  gtk_widget_set_size_request (main, 480, 300);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_widget_measure (beside, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (beside, &(GtkAllocation) { 0, 0, cases[i].width, 900 }, -1);
      g_assert_cmpint (gtk_widget_get_child_visible (chart), ==, cases[i].shown);
      g_assert_cmpint (gtk_widget_get_width (main), <=, cases[i].width);
      if (!cases[i].shown)
        g_assert_cmpint (gtk_widget_get_width (main), ==, cases[i].width);
    }
  g_object_unref (beside);
}

/* A pair that simply is one needs no words; a sum and what has no match do. */
static void
test_remarks (void)
{
  g_autoptr (GjReport) old_report = create_report ("guoban-2019", 2020, "41");
  g_autoptr (GjReport) report = create_report ("guoban-2021", 2021, "53");
  g_autoptr (GjComparison) comparison = gj_comparison_new (old_report, report);
  guint n_sums = 0;
  guint n_incomparable = 0;

  for (guint i = 0; i < gj_comparison_get_n_tables (comparison); i++)
    {
      GPtrArray *pairs = gj_comparison_get_pairs (comparison, i);

      for (guint j = 0; j < pairs->len; j++)
        {
          const GjCellPair *pair = g_ptr_array_index (pairs, j);
          g_autoptr (GjCompareItem) item = gj_compare_item_new (pair);
          g_autofree char *remark = gj_compare_item_dup_remark (item);

          if (pair->change == GJ_CELL_INCOMPARABLE)
            {
              n_incomparable++;
              g_assert_nonnull (remark);
            }
          else if (pair->old_cell != GJ_NONE && pair->new_cell != GJ_NONE)
            g_assert_null (remark);
          else if (pair->reason.zh != NULL && pair->old_text != NULL && pair->new_text != NULL)
            {
              n_sums++;
              g_assert_nonnull (remark);
            }
        }
    }
  g_assert_cmpuint (n_sums, >, 0);
  g_assert_cmpuint (n_incomparable, >, 0);
}

static void
take_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static char *
write_to (Fixture     *fixture,
          const char  *path,
          const char  *suffix,
          GError     **error)
{
  GjCompare *compare = gj_window_get_compare (fixture->window);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  char *content = NULL;

  gj_comparison_job_write_async (gj_compare_get_comparison (compare), "2024.docx", "2025.docx",
                                 gj_export_format_find (suffix), target, FALSE, NULL,
                                 take_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  if (gj_export_file_finish (result, error))
    g_file_get_contents (path, &content, NULL, NULL);

  return content;
}

/* What cannot be written leaves what was there. */
static void
test_export (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("gouji-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.html", NULL);
  g_autofree char *paper = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *lock = g_build_filename (folder, ".~lock.a.html#", NULL);
  g_autofree char *page = NULL;
  g_autofree char *pdf = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  set_cell (fixture, "requests/received/total", "7531");
  page = write_to (fixture, path, "html", &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (page, "2024.docx"));
  g_assert_nonnull (strstr (page, "7531"));
  pdf = write_to (fixture, paper, "pdf", &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (pdf, "%PDF"));

  g_assert_null (write_to (fixture, path, "docx", &error));
  g_assert_nonnull (strstr (error->message, "docx"));
  g_clear_error (&error);
  g_file_set_contents (lock, "", 0, NULL);
  g_assert_null (write_to (fixture, path, "html", &error));
  g_assert_error (error, GJ_EXPORT_FILE_ERROR, GJ_EXPORT_FILE_ERROR_OPEN);
  g_file_get_contents (path, &kept, NULL, NULL);
  g_assert_cmpstr (kept, ==, page);
}

/* Large letters must not make the window wider than the screen. */
static void
test_bar (void)
{
  GtkWidget *bar = g_object_ref_sink (gj_compare_bar_new ());
  int minimum;
  int natural;

  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum * 10, <, natural * 8);
  g_object_unref (bar);
}

static gboolean
write_result (Fixture     *fixture,
              const char  *path,
              GError     **error)
{
  GjCompare *compare = gj_window_get_compare (fixture->window);
  const GjExportFormat text_format = { "txt", "Text", "text/plain", NULL };
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  gj_comparison_job_write_result_async (gj_compare_get_comparison (compare), "结果\n",
                                        gj_export_file_find_format (target, &text_format), target, FALSE, NULL,
                                        take_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return gj_export_file_finish (result, error);
}

/* Words in a file that is called otherwise would not open. */
static void
test_result (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("gouji-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.txt", NULL);
  g_autofree char *other = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (write_result (fixture, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_cmpstr (written, ==, "结果\n");

  g_assert_false (write_result (fixture, other, &error));
  g_assert_nonnull (strstr (error->message, ".txt"));
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
}

/* The alert over the window, in a window of its own or inside it. */
static GtkWidget *
find_alert (GtkWidget *widget)
{
  const char *name = G_OBJECT_TYPE_NAME (widget);
  GtkWidget *found = NULL;

  if (g_str_equal (name, "AdwMessageDialog") || g_str_equal (name, "AdwAlertDialog"))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_alert (child);

  return found;
}

static gboolean
has_alert (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *alert = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows) && alert == NULL; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      alert = find_alert (window);
    }

  return alert != NULL;
}

/* The administrator decides whether files are written, here as everywhere. */
static void
test_lockdown (Fixture      *fixture,
               gconstpointer data)
{
  const char *id = "org.gnome.desktop.lockdown";
  g_autoptr (GSettingsSchema) schema =
    g_settings_schema_source_lookup (g_settings_schema_source_get_default (), id, TRUE);
  g_autoptr (GjReport) first = create_report ("guoban-2021", 2025, "41");
  g_autoptr (GSettings) settings = NULL;
  GtkWidget *summary;
  GtkWidget *button;

  if (schema == NULL)
    {
      g_test_skip ("the desktop's settings are not installed");
      return;
    }

  settings = g_settings_new (id);
  g_settings_set_boolean (settings, "disable-save-to-disk", TRUE);
  gj_window_compare (fixture->window, first, "初稿.docx");
  settle ();
  summary = find (GTK_WIDGET (fixture->window), GJ_TYPE_COMPARE_SUMMARY);
  button = find (summary, GTK_TYPE_BUTTON);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle ();
  g_settings_reset (settings, "disable-save-to-disk");
  g_assert_true (has_alert ());
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *state = g_dir_make_tmp ("gouji-state-XXXXXX", NULL);

  /* Not the whole isolation of GLib: icons need the types that the system knows. */
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");
  adw_init ();
  g_test_add_func ("/app/compare-figures/nothing", test_nothing);
  g_test_add_func ("/app/compare-figures/room", test_room);
  g_test_add_func ("/app/compare-figures/bar", test_bar);
  g_test_add_func ("/app/compare-figures/remarks", test_remarks);
  g_test_add ("/app/compare-figures/cover", Fixture, NULL, set_up, test_cover, tear_down);
  g_test_add ("/app/compare-figures/export", Fixture, NULL, set_up, test_export, tear_down);
  g_test_add ("/app/compare-figures/result", Fixture, NULL, set_up, test_result, tear_down);
  g_test_add ("/app/compare-figures/lockdown", Fixture, NULL, set_up, test_lockdown, tear_down);

  return g_test_run ();
}
