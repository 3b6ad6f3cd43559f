/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <locale.h>

#include "gj-application.h"
#include "gj-search-bar.h"
#include "gj-window.h"

/* Replacing by the bar of the window: one place after the other, all at once, and not at
 * all while the report is being reviewed. */

typedef struct
{
  GtkApplication *application;
  GjWindow       *window;
  GjSession      *session;
  GjReport       *report;
  GtkWidget      *bar;
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

static GtkWidget *
find_widget (GtkWidget  *widget,
             GType       type,
             const char *buildable_id)
{
  const char *id = GTK_IS_BUILDABLE (widget)
                   ? gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)) : NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type)
      && (buildable_id == NULL || g_strcmp0 (id, buildable_id) == 0))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, buildable_id);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
get_child (Fixture    *fixture,
           const char *id)
{
  GtkWidget *child = find_widget (fixture->bar, GTK_TYPE_WIDGET, id);

  g_assert_nonnull (child);

  return child;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GjReport) report = gj_report_new (gj_form_catalogue_find ("guoban-2021"));
  g_autoptr (GjNarrative) first = gj_narrative_new_for_text ("申请5件，办结5件。");
  g_autoptr (GjNarrative) other = gj_narrative_new_for_text ("上述5件均已归档。");

  gj_report_init_narrative (report, 0, first);
  gj_report_init_narrative (report, 5, other);
  gj_report_init_cell (report, gj_form_find_cell (gj_report_get_form (report),
                                                  "requests/received/total"), "5");

  fixture->application = gtk_application_new ("io.github.gouji.Test", G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (fixture->application), NULL, NULL));
  fixture->window = gj_window_new (fixture->application);
  fixture->session = gj_session_new (report);
  fixture->report = report;
  gj_window_set_session (fixture->window, fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gj_selection_set_section (gj_session_get_selection (fixture->session), 0);
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

static void
begin (Fixture    *fixture,
       const char *words,
       const char *replacement)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "report.replace", NULL));
  settle ();
  fixture->bar = find_widget (GTK_WIDGET (fixture->window), GJ_TYPE_SEARCH_BAR, NULL);
  g_assert_nonnull (fixture->bar);
  gtk_editable_set_text (GTK_EDITABLE (get_child (fixture, "entry")), words);

  /* The entry waits a moment for more letters. */
  for (guint i = 0; i < 15; i++)
    settle ();
  gtk_editable_set_text (GTK_EDITABLE (get_child (fixture, "replacement")), replacement);
  gtk_widget_grab_focus (get_child (fixture, "replacement"));
  settle ();
}

static void
assert_text (Fixture    *fixture,
             guint       section,
             const char *expected)
{
  g_autofree char *text =
    gj_narrative_dup_text (gj_report_get_narrative (fixture->report, section));

  g_assert_cmpstr (text, ==, expected);
}

static void
press_enter (Fixture *fixture)
{
  g_signal_emit_by_name (get_child (fixture, "replacement"), "activate");
  settle ();
}

static void
click (Fixture    *fixture,
       const char *id)
{
  g_signal_emit_by_name (get_child (fixture, id), "clicked");
  settle ();
}

static void
test_one_by_one (Fixture      *fixture,
                 gconstpointer data)
{
  guint cell = gj_form_find_cell (gj_report_get_form (fixture->report), "requests/received/total");

  begin (fixture, "5", "15");

  /* The first one leads to a place; nothing is replaced that was not seen. */
  press_enter (fixture);
  assert_text (fixture, 0, "申请5件，办结5件。");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                         get_child (fixture, "replacement")));
  press_enter (fixture);
  assert_text (fixture, 0, "申请15件，办结5件。");
  press_enter (fixture);
  assert_text (fixture, 0, "申请15件，办结15件。");
  g_assert_cmpstr (gj_report_get_cell_text (fixture->report, cell), ==, "5");
  g_assert_cmpuint (gj_selection_get_cell (gj_session_get_selection (fixture->session)), ==, cell);
  press_enter (fixture);
  g_assert_cmpstr (gj_report_get_cell_text (fixture->report, cell), ==, "15");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "report.undo", NULL));
  settle ();
  g_assert_cmpstr (gj_report_get_cell_text (fixture->report, cell), ==, "5");
  assert_text (fixture, 0, "申请15件，办结15件。");
}

static void
test_all (Fixture      *fixture,
          gconstpointer data)
{
  guint cell = gj_form_find_cell (gj_report_get_form (fixture->report), "requests/received/total");

  begin (fixture, "5", "6");
  click (fixture, "replace_all_button");
  assert_text (fixture, 0, "申请6件，办结6件。");
  assert_text (fixture, 5, "上述5件均已归档。");
  g_assert_nonnull (strchr (gtk_label_get_label (GTK_LABEL (get_child (fixture, "count"))), '2'));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_child (fixture, "scope_choice")), 1);
  click (fixture, "replace_all_button");
  assert_text (fixture, 5, "上述6件均已归档。");
  g_assert_cmpstr (gj_report_get_cell_text (fixture->report, cell), ==, "5");

  g_assert_true (gj_session_undo (fixture->session));
  g_assert_true (gj_session_undo (fixture->session));
  g_assert_false (gj_session_can_undo (fixture->session));
  assert_text (fixture, 0, "申请5件，办结5件。");
}

static void
test_reviewing (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *hint = NULL;

  begin (fixture, "5", "6");
  hint = g_strdup (gtk_label_get_label (GTK_LABEL (get_child (fixture, "replace_hint"))));
  g_assert_true (gtk_widget_get_sensitive (get_child (fixture, "replace_all_button")));

  gj_session_set_mode (fixture->session, GJ_MODE_REVIEWING);
  settle ();
  g_assert_false (gtk_widget_get_sensitive (get_child (fixture, "replace_all_button")));
  g_assert_false (gtk_widget_get_sensitive (get_child (fixture, "replace_button")));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (get_child (fixture, "replace_hint"))), !=, hint);

  /* Looking for words goes on. */
  g_assert_true (gtk_widget_get_sensitive (get_child (fixture, "next_button")));
  click (fixture, "replace_all_button");
  press_enter (fixture);
  assert_text (fixture, 0, "申请5件，办结5件。");
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

  g_test_add ("/app/replace/one-by-one", Fixture, NULL, set_up, test_one_by_one, tear_down);
  g_test_add ("/app/replace/all", Fixture, NULL, set_up, test_all, tear_down);
  g_test_add ("/app/replace/reviewing", Fixture, NULL, set_up, test_reviewing, tear_down);

  return g_test_run ();
}
