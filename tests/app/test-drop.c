/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <locale.h>

#include "gj-application.h"
#include "gj-window.h"

/* Files dropped onto a window: each has a window of its own, and what is wrong with all of
 * them is said once. */

typedef struct
{
  GtkApplication *application;
  GjWindow       *window;
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

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->application = GTK_APPLICATION (gj_application_new ());
  g_application_set_flags (G_APPLICATION (fixture->application),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (fixture->application), NULL, NULL));
  g_application_activate (G_APPLICATION (fixture->application));
  settle ();
  fixture->window = GJ_WINDOW (gtk_application_get_windows (fixture->application)->data);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  GList *windows;

  while ((windows = gtk_application_get_windows (fixture->application)) != NULL)
    gtk_window_destroy (windows->data);
  settle ();
  g_clear_object (&fixture->application);
}

static GtkDropTarget *
find_target (GjWindow *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }

  return NULL;
}

static void
drop (Fixture *fixture,
      GSList  *files)
{
  GValue value = G_VALUE_INIT;
  gboolean is_taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  g_signal_emit_by_name (find_target (fixture->window), "drop", &value, 10.0, 10.0, &is_taken);
  g_assert_true (is_taken);
  g_value_unset (&value);
}

static GFile *
create_file (const char *folder,
             const char *name,
             GBytes     *bytes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));

  return g_file_new_for_path (path);
}

static guint
count_open (Fixture *fixture)
{
  guint n_open = 0;

  for (GList *l = gtk_application_get_windows (fixture->application); l != NULL; l = l->next)
    n_open += GJ_IS_WINDOW (l->data) && gj_window_get_session (l->data) != NULL;

  return n_open;
}

static gboolean
is_busy (Fixture *fixture)
{
  for (GList *l = gtk_application_get_windows (fixture->application); l != NULL; l = l->next)
    if (GJ_IS_WINDOW (l->data) && gj_window_is_busy (l->data))
      return TRUE;

  return FALSE;
}

static void
wait_until_read (Fixture *fixture)
{
  while (is_busy (fixture))
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

static void
test_reports (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GjReport) report = gj_report_new (gj_form_catalogue_find ("guoban-2021"));
  g_autoptr (GBytes) bytes = gj_store_write (report);
  g_autofree char *folder = g_dir_make_tmp ("gouji-XXXXXX", NULL);
  g_autoptr (GFile) first = create_file (folder, "a.gouji", bytes);
  g_autoptr (GFile) second = create_file (folder, "b.gouji", bytes);
  g_autoptr (GFile) third = create_file (folder, "c.gouji", bytes);
  g_autoptr (GSList) files = g_slist_append (g_slist_append (g_slist_append (NULL, first), second), third);

  drop (fixture, files);
  wait_until_read (fixture);
  g_assert_cmpuint (count_open (fixture), ==, 3);

  /* One that is open already is shown, not opened twice. */
  drop (fixture, files);
  wait_until_read (fixture);
  g_assert_cmpuint (count_open (fixture), ==, 3);
}

/* An alert is a window of its own, or with newer libraries one inside another. */

static guint
count_alerts (GtkWidget *widget)
{
  const char *name = G_OBJECT_TYPE_NAME (widget);
  guint n_alerts = g_str_equal (name, "AdwMessageDialog") || g_str_equal (name, "AdwAlertDialog");

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_alerts += count_alerts (child);

  return n_alerts;
}

static guint
count_messages (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n_messages = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      n_messages += count_alerts (window);
    }

  return n_messages;
}

/* Without the program that reads documents none of them can be read. */
static void
test_no_worker (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("PK\003\004\024\000\006\000word/document.xml", 25);
  g_autofree char *folder = g_dir_make_tmp ("gouji-XXXXXX", NULL);
  g_autoptr (GFile) first = create_file (folder, "a.docx", bytes);
  g_autoptr (GFile) second = create_file (folder, "b.docx", bytes);
  g_autoptr (GFile) third = create_file (folder, "c.docx", bytes);
  g_autoptr (GSList) files = NULL;
  g_autofree char *before = g_strdup (g_getenv ("GJ_LIBEXEC_DIR"));

  files = g_slist_append (g_slist_append (g_slist_append (NULL, first), second), third);
  g_setenv ("GJ_LIBEXEC_DIR", folder, TRUE);
  drop (fixture, files);
  wait_until_read (fixture);
  if (before != NULL)
    g_setenv ("GJ_LIBEXEC_DIR", before, TRUE);

  g_assert_cmpuint (count_open (fixture), ==, 0);
  g_assert_cmpuint (count_messages (), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *state = g_dir_make_tmp ("gouji-state-XXXXXX", NULL);

  /* Not the whole isolation of GLib: icons need the types that the system knows. */
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");
  adw_init ();

  g_test_add ("/app/drop/reports", Fixture, NULL, set_up, test_reports, tear_down);
  g_test_add ("/app/drop/no-worker", Fixture, NULL, set_up, test_no_worker, tear_down);

  return g_test_run ();
}
