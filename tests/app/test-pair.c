/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <locale.h>
#include <utime.h>

#include "gj-application.h"
#include "gj-new-dialog.h"
#include "gj-window.h"

/* Two files that come to the program together: from the command line, dropped, one of them
 * open or broken. Which is the newer one says the report, then the file. */

typedef struct
{
  GtkApplication *application;
  char           *folder;
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
  fixture->folder = g_dir_make_tmp ("gouji-XXXXXX", NULL);
  fixture->application = GTK_APPLICATION (gj_application_new ());
  g_application_set_flags (G_APPLICATION (fixture->application),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_destroy (l->data);
  settle ();
  g_clear_object (&fixture->application);
  g_clear_pointer (&fixture->folder, g_free);
}

static char *
create_file (Fixture    *fixture,
             const char *name,
             int         year,
             time_t      modified)
{
  struct utimbuf times = { modified, modified };
  g_autoptr (GjReport) report =
    gj_report_new_for_body (gj_form_catalogue_find ("guoban-2021"), "云溪市发展和改革局", "department", year, TRUE);
  g_autoptr (GBytes) bytes = gj_store_write (report);
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  g_assert_cmpint (utime (path, &times), ==, 0);

  return path;
}

static char *
create_broken (Fixture *fixture)
{
  char *path = g_build_filename (fixture->folder, "broken.gouji", NULL);

  g_assert_true (g_file_set_contents (path, "<?xml version=\"1.0\"?><x/>", -1, NULL));

  return path;
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

/* As from a shell, over files in any number. */
static int
run (Fixture *fixture,
     ...)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GApplicationClass *application_class = G_APPLICATION_GET_CLASS (fixture->application);
  const char *argument;
  char **arguments;
  int status = -1;
  va_list list;

  g_strv_builder_add (builder, "gouji");
  va_start (list, fixture);
  while ((argument = va_arg (list, const char *)) != NULL)
    g_strv_builder_add (builder, argument);
  va_end (list);
  arguments = g_strv_builder_end (builder);
  g_assert_true (application_class->local_command_line (G_APPLICATION (fixture->application), &arguments, &status));
  g_strfreev (arguments);
  wait_until_read (fixture);

  return status;
}

static guint
count_windows (Fixture *fixture)
{
  guint n = 0;

  for (GList *l = gtk_application_get_windows (fixture->application); l != NULL; l = l->next)
    n += GJ_IS_WINDOW (l->data);

  return n;
}

static GjWindow *
get_window (Fixture *fixture)
{
  for (GList *l = gtk_application_get_windows (fixture->application); l != NULL; l = l->next)
    if (GJ_IS_WINDOW (l->data))
      return l->data;

  return NULL;
}

/* One window, with the file @older beside the file @newer. */
static void
assert_pair (GjWindow   *window,
             const char *older,
             const char *newer)
{
  GjCompare *compare = gj_window_get_compare (window);

  g_assert_nonnull (compare);
  g_assert_cmpstr (gj_compare_get_file_name (compare, FALSE), ==, older);
  g_assert_cmpstr (gj_compare_get_file_name (compare, TRUE), ==, newer);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));
}

/* What is said, in a window of its own or inside another one. */

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

static GtkWidget *
get_alert (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows) && found == NULL; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      found = find_alert (window);
    }

  return found;
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);

  return found;
}

static void
answer (Fixture    *fixture,
        const char *label)
{
  GtkWidget *alert = get_alert ();
  GtkWidget *button;

  g_assert_nonnull (alert);
  button = find_button (alert, label);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle ();
  wait_until_read (fixture);
}

static void
test_command_line (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *old = create_file (fixture, "a.gouji", 2024, 2000);
  g_autofree char *new = create_file (fixture, "b.gouji", 2025, 1000);

  g_assert_cmpint (run (fixture, "--compare", old, new, NULL), ==, 0);
  g_assert_cmpuint (count_windows (fixture), ==, 1);
  assert_pair (get_window (fixture), "a.gouji", "b.gouji");
  g_assert_null (get_alert ());
}

/* The later year is the one that can be edited. */
static void
test_wrong_way (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *old = create_file (fixture, "a.gouji", 2024, 2000);
  g_autofree char *new = create_file (fixture, "b.gouji", 2025, 1000);

  g_assert_cmpint (run (fixture, "--compare", new, old, NULL), ==, 0);
  g_assert_cmpuint (count_windows (fixture), ==, 1);
  assert_pair (get_window (fixture), "a.gouji", "b.gouji");
}

/* Of two versions the one that was named last, whatever the clock says. */
static void
test_versions (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *first = create_file (fixture, "a.gouji", 2025, 2000);
  g_autofree char *second = create_file (fixture, "b.gouji", 2025, 1000);

  g_assert_cmpint (run (fixture, "--compare", first, second, NULL), ==, 0);
  assert_pair (get_window (fixture), "a.gouji", "b.gouji");
}

static void
test_same_file (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *path = create_file (fixture, "a.gouji", 2025, 1000);

  g_assert_cmpint (run (fixture, "--compare", path, path, NULL), ==, 0);
  g_assert_cmpuint (count_windows (fixture), ==, 1);
  assert_pair (get_window (fixture), "a.gouji", "a.gouji");
}

static void
test_usage (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *path = create_file (fixture, "a.gouji", 2025, 1000);

  g_assert_cmpint (run (fixture, "--compare", path, data, data, NULL), ==, 2);
  g_assert_cmpuint (count_windows (fixture), ==, 0);
}

static void
test_two_windows (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *old = create_file (fixture, "a.gouji", 2024, 1000);
  g_autofree char *new = create_file (fixture, "b.gouji", 2025, 1000);

  g_assert_cmpint (run (fixture, old, new, NULL), ==, 0);
  g_assert_cmpuint (count_windows (fixture), ==, 2);
  for (GList *l = gtk_application_get_windows (fixture->application); l != NULL; l = l->next)
    g_assert_null (gj_window_get_compare (l->data));
}

/* What is open already, and may have been changed, is what the other is put beside. */
static void
test_open_already (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *old = create_file (fixture, "a.gouji", 2024, 1000);
  g_autofree char *new = create_file (fixture, "b.gouji", 2025, 1000);
  g_autoptr (GFile) file = g_file_new_for_path (new);
  GjWindow *window;
  GjSession *session;

  g_assert_true (g_application_register (G_APPLICATION (fixture->application), NULL, NULL));
  g_application_open (G_APPLICATION (fixture->application), &file, 1, "");
  wait_until_read (fixture);
  window = get_window (fixture);
  session = gj_window_get_session (window);
  g_assert_cmpint (run (fixture, "--compare", old, new, NULL), ==, 0);
  g_assert_cmpuint (count_windows (fixture), ==, 1);
  g_assert_true (gj_window_get_session (window) == session);
  assert_pair (window, "a.gouji", "b.gouji");
}

/* It is said once, and what can be read is there. */
static void
test_broken (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *path = create_file (fixture, "a.gouji", 2025, 1000);
  g_autofree char *broken = create_broken (fixture);
  gboolean is_old = GPOINTER_TO_INT (data);

  g_assert_cmpint (run (fixture, "--compare", is_old ? broken : path, is_old ? path : broken, NULL), ==, 0);
  g_assert_cmpuint (count_windows (fixture), ==, 1);
  g_assert_nonnull (gj_window_get_session (get_window (fixture)));
  g_assert_null (gj_window_get_compare (get_window (fixture)));
  answer (fixture, "_Close");
  g_assert_null (get_alert ());
}

static void
test_both_broken (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *broken = create_broken (fixture);
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.gouji", NULL);

  g_assert_cmpint (run (fixture, "--compare", missing, broken, NULL), ==, 0);
  g_assert_cmpuint (count_windows (fixture), ==, 1);
  g_assert_null (gj_window_get_session (get_window (fixture)));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_window (fixture))));
  answer (fixture, "_Close");
  g_assert_null (get_alert ());
}

static void
drop (Fixture    *fixture,
      const char *first,
      const char *second)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (get_window (fixture)));
  g_autoptr (GFile) first_file = g_file_new_for_path (first);
  g_autoptr (GFile) second_file = g_file_new_for_path (second);
  g_autoptr (GSList) files = g_slist_append (g_slist_append (NULL, first_file), second_file);
  GValue value = G_VALUE_INIT;
  gboolean is_taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 10.0, 10.0, &is_taken);
    }
  g_assert_true (is_taken);
  g_value_unset (&value);
  settle ();
}

static void
begin (Fixture *fixture)
{
  g_assert_true (g_application_register (G_APPLICATION (fixture->application), NULL, NULL));
  g_application_activate (G_APPLICATION (fixture->application));
  settle ();
}

static void
test_dropped_years (Fixture      *fixture,
                    gconstpointer data)
{
  g_autofree char *old = create_file (fixture, "a.gouji", 2024, 2000);
  g_autofree char *new = create_file (fixture, "b.gouji", 2025, 1000);

  begin (fixture);
  drop (fixture, new, old);
  answer (fixture, "Co_mpare");
  g_assert_cmpuint (count_windows (fixture), ==, 1);
  assert_pair (get_window (fixture), "a.gouji", "b.gouji");
}

/* Of two versions the one that was changed later, in whatever order they come. */
static void
test_dropped_versions (Fixture      *fixture,
                       gconstpointer data)
{
  g_autofree char *later = create_file (fixture, "a.gouji", 2025, 2000);
  g_autofree char *earlier = create_file (fixture, "b.gouji", 2025, 1000);
  gboolean is_first = GPOINTER_TO_INT (data);

  begin (fixture);
  drop (fixture, is_first ? later : earlier, is_first ? earlier : later);
  answer (fixture, "Co_mpare");
  assert_pair (get_window (fixture), "b.gouji", "a.gouji");
}

static void
test_dropped_apart (Fixture      *fixture,
                    gconstpointer data)
{
  g_autofree char *old = create_file (fixture, "a.gouji", 2024, 1000);
  g_autofree char *new = create_file (fixture, "b.gouji", 2025, 1000);

  begin (fixture);
  drop (fixture, old, new);
  answer (fixture, "_Open Each Alone");
  g_assert_cmpuint (count_windows (fixture), ==, 2);
}

static void
test_dropped_in_error (Fixture      *fixture,
                       gconstpointer data)
{
  g_autofree char *old = create_file (fixture, "a.gouji", 2024, 1000);
  g_autofree char *new = create_file (fixture, "b.gouji", 2025, 1000);

  begin (fixture);
  drop (fixture, old, new);
  answer (fixture, "_Cancel");
  g_assert_cmpuint (count_windows (fixture), ==, 1);
  g_assert_null (gj_window_get_session (get_window (fixture)));
}

/* Whoever thinks better of it is back where to begin. */
static void
test_cancelled (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *old = create_file (fixture, "a.gouji", 2024, 1000);
  g_autofree char *new = create_file (fixture, "b.gouji", 2025, 1000);
  g_autoptr (GFile) old_file = g_file_new_for_path (old);
  g_autoptr (GFile) new_file = g_file_new_for_path (new);

  begin (fixture);
  gj_window_open_pair (get_window (fixture), old_file, new_file, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (get_window (fixture)), "win.cancel-reading", NULL);
  wait_until_read (fixture);
  g_assert_null (gj_window_get_session (get_window (fixture)));
  g_assert_null (get_alert ());
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

#define ADD(path, test, data) g_test_add ("/app/pair/" path, Fixture, data, set_up, test, tear_down)
  ADD ("command-line", test_command_line, NULL);
  ADD ("wrong-way", test_wrong_way, NULL);
  ADD ("versions", test_versions, NULL);
  ADD ("same-file", test_same_file, NULL);
  ADD ("usage/one-file", test_usage, NULL);
  ADD ("usage/three-files", test_usage, "c.gouji");
  ADD ("two-windows", test_two_windows, NULL);
  ADD ("open-already", test_open_already, NULL);
  ADD ("broken/newer", test_broken, GINT_TO_POINTER (FALSE));
  ADD ("broken/older", test_broken, GINT_TO_POINTER (TRUE));
  ADD ("broken/both", test_both_broken, NULL);
  ADD ("dropped/years", test_dropped_years, NULL);
  ADD ("dropped/versions/later-first", test_dropped_versions, GINT_TO_POINTER (TRUE));
  ADD ("dropped/versions/later-last", test_dropped_versions, GINT_TO_POINTER (FALSE));
  ADD ("dropped/apart", test_dropped_apart, NULL);
  ADD ("dropped/in-error", test_dropped_in_error, NULL);
  ADD ("cancelled", test_cancelled, NULL);
#undef ADD

  return g_test_run ();
}
