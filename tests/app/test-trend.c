/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "gj-export-file.h"
#include "gj-new-dialog.h"
#include "gj-trend-job.h"
#include "gj-trend-window.h"
#include "gj-trend-words.h"
#include "gj-window.h"

/* Several years of one body, as the window does it. */

#define BODY "云溪市水务局"
#define FORMER "云溪市水利局"

/* Where the files are, for all tests. */
static char *folder;

typedef struct
{
  GtkApplication *application;
  GjWindow       *window;
  GjSession      *session;
  GjTrendWindow  *trend;
  GjTrendList    *list;
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
find_received (GjReport *report)
{
  return gj_form_find_cell (gj_report_get_form (report), "requests/received/total");
}

static GjReport *
make_report (int         year,
             const char *body,
             const char *received)
{
  GjForm *form = gj_form_catalogue_find_year (year);
  GjReport *report = gj_report_new_for_body (form, body, "department", year, TRUE);

  gj_report_init_cell (report, find_received (report), received);

  return report;
}

static GtkWindow *
find_trend (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (GJ_IS_TREND_WINDOW (window))
        return window;
    }

  return NULL;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GjReport) report = make_report (2024, BODY, "41");
  g_autoptr (GjReport) last = make_report (2023, BODY, "30");
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/2023.gouji");

  fixture->application = gtk_application_new ("io.github.gouji.Test", G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (fixture->application), NULL, NULL));
  fixture->window = gj_window_new (fixture->application);
  fixture->session = gj_session_new (report);
  gj_session_set_last_year (fixture->session, last, file);
  gj_window_set_session (fixture->window, fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "report.trend", NULL));
  settle ();
  fixture->trend = GJ_TREND_WINDOW (find_trend ());
  fixture->list = gj_trend_window_get_list (fixture->trend);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_null (find_trend ());
  g_assert_finalize_object (fixture->session);
  g_clear_object (&fixture->application);
}

static void
write_report (GListStore *files,
              const char *name,
              int         year,
              const char *body,
              const char *received)
{
  g_autoptr (GjReport) report = make_report (year, body, received);
  g_autoptr (GBytes) bytes = gj_store_write (report);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  g_list_store_append (files, file);
}

static void
write_broken (GListStore *files,
              const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, "<report", -1, NULL));
  g_list_store_append (files, file);
}

static gboolean
is_reading (Fixture *fixture)
{
  g_autofree char *progress = gj_trend_list_dup_progress (fixture->list);

  return progress != NULL;
}

static void
add (Fixture    *fixture,
     GListStore *files)
{
  gj_trend_list_add_files (fixture->list, G_LIST_MODEL (files));
  while (is_reading (fixture))
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

static void
add_one (Fixture    *fixture,
         const char *name,
         int         year,
         const char *body,
         const char *received)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  write_report (files, name, year, body, received);
  add (fixture, files);
}

/* The years and the received requests, as they are copied. */
static void
assert_table (Fixture    *fixture,
              const char *years,
              const char *received)
{
  g_autofree char *text = gj_trend_dup_table (gj_trend_list_get_trend (fixture->list));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpstr (strchr (lines[0], '\t') + 1, ==, years);
  g_assert_cmpstr (strchr (lines[1], '\t') + 1, ==, received);
}

static GtkWidget *
find_label (GtkWidget  *widget,
            const char *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && strstr (gtk_label_get_label (GTK_LABEL (widget)), words) != NULL)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, words);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
says (Fixture    *fixture,
      const char *words)
{
  return find_label (GTK_WIDGET (fixture->trend), words) != NULL;
}

static void
test_chain (Fixture      *fixture,
            gconstpointer data)
{
  assert_table (fixture, "2023\t2024", "30\t41");
  g_assert_true (says (fixture, "This report"));
  g_assert_true (says (fixture, "+11"));
  g_assert_true (says (fixture, "Requests"));
}

static void
test_add (Fixture      *fixture,
          gconstpointer data)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  write_report (files, "b.gouji", 2022, BODY, "20");
  write_broken (files, "broken.gouji");
  write_report (files, "a.gouji", 2021, BODY, "10");
  add (fixture, files);
  assert_table (fixture, "2021\t2022\t2023\t2024", "10\t20\t30\t41");
  g_assert_nonnull (strstr (gj_trend_list_get_problem (fixture->list), "“broken.gouji” could not be read."));
  g_assert_true (says (fixture, "broken.gouji"));

  /* The same once more. */
  g_list_store_remove (files, 1);
  add (fixture, files);
  assert_table (fixture, "2021\t2022\t2023\t2024", "10\t20\t30\t41");
  g_assert_nonnull (strstr (gj_trend_list_get_problem (fixture->list), "in the table already"));

  g_assert_false (gj_trend_list_can_remove (fixture->list, 3));
  gj_trend_list_remove (fixture->list, 2);
  gj_trend_list_remove (fixture->list, 0);
  settle ();
  assert_table (fixture, "2022\t2023\t2024", "20\t\t41");
}

static void
test_several_broken (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  write_broken (files, "one.gouji");
  write_broken (files, "two.gouji");
  add (fixture, files);
  g_assert_cmpstr (gj_trend_list_get_problem (fixture->list), ==,
                   "2 files could not be read: one.gouji, two.gouji.");
  assert_table (fixture, "2023\t2024", "30\t41");
}

static void
test_cancel (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  write_report (files, "a.gouji", 2021, BODY, "10");
  gj_trend_list_add_files (fixture->list, G_LIST_MODEL (files));
  g_assert_true (is_reading (fixture));
  gj_trend_list_cancel (fixture->list);
  g_assert_false (is_reading (fixture));
  settle ();
  assert_table (fixture, "2023\t2024", "30\t41");
  add (fixture, files);
  g_assert_true (says (fixture, "There is no report of 2022."));
}

/* Years in a row without a report are said together. */
static void
test_long_gap (Fixture      *fixture,
               gconstpointer data)
{
  add_one (fixture, "a.gouji", 2020, BODY, "10");
  assert_table (fixture, "2020\t2021\t2022\t2023\t2024", "10\t\t\t30\t41");
  g_assert_true (says (fixture, "There is no report of 2021 to 2022."));
  g_assert_false (says (fixture, "There is no report of 2022."));
}

static void
test_gap_and_double (Fixture      *fixture,
                     gconstpointer data)
{
  g_assert_false (says (fixture, "no report of"));
  add_one (fixture, "a.gouji", 2021, BODY, "10");
  assert_table (fixture, "2021\t2022\t2023\t2024", "10\t\t30\t41");
  g_assert_true (says (fixture, "There is no report of 2022."));
  g_assert_true (says (fixture, "⚠ No report"));
  g_assert_false (says (fixture, "⚠ Double"));

  add_one (fixture, "again.gouji", 2023, BODY, "31");
  assert_table (fixture, "2021\t2022\t2023\t2023\t2024", "10\t\t30\t31\t41");
  g_assert_true (says (fixture, "are both of 2023"));
  g_assert_true (says (fixture, "⚠ Double"));
  /* Of which of the two it would be more is not known. */
  g_assert_false (says (fixture, "+11"));
}

static void
test_link (Fixture      *fixture,
           gconstpointer data)
{
  GjReport *report = gj_session_get_report (fixture->session);

  add_one (fixture, "former.gouji", 2022, FORMER, "20");
  g_assert_cmpstr (gj_trend_list_get_other_body (fixture->list), ==, FORMER);
  g_assert_true (says (fixture, "⚠ Another body"));
  g_assert_true (says (fixture, "is of “" FORMER "”"));
  g_assert_null (gj_report_get_setting (report, GJ_SETTING_FORMER_BODY));

  gtk_widget_activate_action (GTK_WIDGET (fixture->trend), "trend.link", NULL);
  settle ();
  g_assert_cmpstr (gj_report_get_setting (report, GJ_SETTING_FORMER_BODY), ==, FORMER);
  g_assert_false (says (fixture, "⚠ Another body"));
  g_assert_false (says (fixture, "is of “" FORMER "”"));
  g_assert_null (gj_trend_list_get_other_body (fixture->list));

  gtk_widget_activate_action (GTK_WIDGET (fixture->trend), "trend.undo", NULL);
  settle ();
  g_assert_null (gj_report_get_setting (report, GJ_SETTING_FORMER_BODY));
  g_assert_true (says (fixture, "⚠ Another body"));
}

/* The open one is the only one of its name, and a second name is added to the first. */
static void
test_renamed (Fixture      *fixture,
              gconstpointer data)
{
  GjReport *report = gj_session_get_report (fixture->session);

  gj_session_set_last_year (fixture->session, NULL, NULL);
  add_one (fixture, "former.gouji", 2023, FORMER, "30");
  add_one (fixture, "earlier.gouji", 2022, FORMER, "20");
  g_assert_cmpstr (gj_trend_list_get_other_body (fixture->list), ==, FORMER);
  g_assert_true (gj_trend_list_link (fixture->list));
  settle ();
  g_assert_null (gj_trend_list_get_other_body (fixture->list));

  add_one (fixture, "first.gouji", 2021, "云溪市河道管理处", "10");
  g_assert_true (gj_trend_list_link (fixture->list));
  settle ();
  g_assert_cmpstr (gj_report_get_setting (report, GJ_SETTING_FORMER_BODY), ==, FORMER "\n云溪市河道管理处");
  g_assert_false (gj_trend_list_link (fixture->list));
}

static void
test_live (Fixture      *fixture,
           gconstpointer data)
{
  GjReport *report = gj_session_get_report (fixture->session);
  GjTrendTable *table = gj_trend_window_get_table (fixture->trend);
  g_autoptr (GjEdit) edit = gj_edit_new ("test");
  GtkWidget *quiet = find_label (GTK_WIDGET (table), "This report");
  GjChart *chart;

  gj_edit_set_cell (edit, report, find_received (report), "53");
  gj_session_push (fixture->session, edit);
  settle ();
  assert_table (fixture, "2023\t2024", "30\t53");
  g_assert_true (says (fixture, "+23"));
  /* Written into its place: the widgets are the same. */
  g_assert_true (find_label (GTK_WIDGET (table), "This report") == quiet);

  chart = gj_trend_chart_get_chart (gj_trend_table_get_chart (table));
  g_assert_cmpuint (gj_chart_get_n_series (chart), ==, 2);
  g_assert_cmpint (gj_chart_get_value (chart, 1, 0)->mantissa, ==, 53);

  gj_trend_table_choose (table, "suits", TRUE);
  gj_trend_table_choose (table, "handled", FALSE);
  gj_trend_table_choose (table, "received", FALSE);
  chart = gj_trend_chart_get_chart (gj_trend_table_get_chart (table));
  g_assert_cmpuint (gj_chart_get_n_series (chart), ==, 1);
  gj_trend_table_choose (table, "suits", FALSE);
  g_assert_null (gj_trend_chart_get_chart (gj_trend_table_get_chart (table)));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static gboolean
write_to (Fixture    *fixture,
          const char *name,
          GError    **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  gj_trend_job_write_async (gj_trend_list_dup_years (fixture->list),
                            gj_export_file_find_format (file, gj_export_format_find ("pdf")), file, FALSE,
                            NULL, written_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return gj_export_file_finish (result, error);
}

static const char *
find_refusal (Fixture    *fixture,
              const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) years = gj_trend_list_dup_years (fixture->list);

  return gj_trend_job_find_refusal (years, file);
}

/* A report of the table is not written over, whatever it is called. */
static void
test_export (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *path = g_build_filename (folder, "years.html", NULL);
  g_autofree char *text = NULL;

  add_one (fixture, "a.html", 2022, BODY, "1234");
  g_assert_true (write_to (fixture, "years.html", NULL));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "1234"));
  g_assert_nonnull (strstr (text, "2024"));

  g_assert_nonnull (find_refusal (fixture, "a.html"));
  g_assert_null (find_refusal (fixture, "years.html"));
}

static void
test_other_report (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (GjReport) report = make_report (2020, BODY, "5");
  g_autoptr (GjSession) session = gj_session_new (report);

  gj_window_set_session (fixture->window, session);
  settle ();
  g_assert_null (find_trend ());
}

static void
remove_folder (void)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (files); name != NULL; name = g_dir_read_name (files))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } cases[] = {
    { "/app/trend/chain", test_chain },
    { "/app/trend/add", test_add },
    { "/app/trend/several-broken", test_several_broken },
    { "/app/trend/cancel", test_cancel },
    { "/app/trend/gap-and-double", test_gap_and_double },
    { "/app/trend/long-gap", test_long_gap },
    { "/app/trend/link", test_link },
    { "/app/trend/renamed", test_renamed },
    { "/app/trend/live", test_live },
    { "/app/trend/export", test_export },
    { "/app/trend/other-report", test_other_report },
  };

  int result;

  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");
  gtk_init ();
  adw_init ();

  folder = g_dir_make_tmp ("gouji-trend-XXXXXX", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].test, tear_down);

  result = g_test_run ();
  remove_folder ();

  return result;
}
