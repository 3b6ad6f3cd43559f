/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <locale.h>

#include "gj-application.h"
#include "gj-findings-pane.h"
#include "gj-new-dialog.h"
#include "gj-section-tab.h"
#include "gj-window.h"

/* The job of the window by its commands, which the keys are bound to: find what is
 * wrong, mend it, take it back, go about, save. */

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

static void
set_cell (GjReport   *report,
          const char *id,
          const char *text)
{
  guint cell = gj_form_find_cell (gj_report_get_form (report), id);

  g_assert_cmpuint (cell, !=, GJ_NONE);
  gj_report_init_cell (report, cell, text);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GjReport) report = gj_report_new (gj_form_catalogue_find ("guoban-2021"));
  GjForm *form = gj_report_get_form (report);

  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    gj_report_init_cell (report, i, "0");
  set_cell (report, "cases/review/upheld", "3");
  set_cell (report, "cases/review/total", "4");

  fixture->application = gtk_application_new ("io.github.gouji.Test",
                                              G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (fixture->application), NULL, NULL));
  gj_application_install_keys (fixture->application);
  fixture->window = gj_window_new (fixture->application);
  fixture->session = gj_session_new (report);
  gj_window_set_session (fixture->window, fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
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

static gboolean
do_action (Fixture    *fixture,
           const char *name)
{
  g_autofree char *action = NULL;
  g_autoptr (GVariant) target = NULL;
  gboolean done;

  g_assert_true (g_action_parse_detailed_name (name, &action, &target, NULL));
  done = gtk_widget_activate_action_variant (GTK_WIDGET (fixture->window), action, target);
  settle ();

  return done;
}

static const char *
get_total (Fixture *fixture)
{
  GjReport *report = gj_session_get_report (fixture->session);

  return gj_report_get_cell_text (report, gj_form_find_cell (gj_report_get_form (report),
                                                             "cases/review/total"));
}

static void
test_mend (Fixture      *fixture,
           gconstpointer data)
{
  GjSelection *selection = gj_session_get_selection (fixture->session);
  GjFinding *finding;

  g_assert_true (do_action (fixture, "report.next-finding"));
  finding = gj_selection_get_finding (selection);
  g_assert_nonnull (finding);
  g_assert_cmpuint (gj_selection_get_section (selection), ==, 3);
  g_assert_cmpuint (gj_selection_get_cell (selection), !=, GJ_NONE);

  g_assert_true (gj_session_apply_remedy (fixture->session, finding));
  settle ();
  g_assert_cmpstr (get_total (fixture), ==, "3");
  g_assert_cmpuint (gj_session_count (fixture->session, GJ_NONE).n[GJ_SEVERITY_ERROR], ==, 0);

  g_assert_true (do_action (fixture, "report.undo"));
  g_assert_cmpstr (get_total (fixture), ==, "4");
  g_assert_true (do_action (fixture, "report.redo"));
  g_assert_cmpstr (get_total (fixture), ==, "3");
}

static void
test_sections (Fixture      *fixture,
               gconstpointer data)
{
  GjSelection *selection = gj_session_get_selection (fixture->session);

  for (guint i = 1; i <= 6; i++)
    {
      g_autofree char *action = g_strdup_printf ("report.section(%u)", i);

      g_assert_true (do_action (fixture, action));
      g_assert_cmpuint (gj_selection_get_section (selection), ==, i - 1);
    }
  g_assert_true (do_action (fixture, "report.section(0)"));
  g_assert_cmpuint (gj_selection_get_section (selection), ==, GJ_COVER);
}

static void
test_panes (Fixture      *fixture,
            gconstpointer data)
{
  g_assert_true (do_action (fixture, "report.section(4)"));
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (fixture->window)));
  for (guint i = 0; i < 4; i++)
    {
      GtkWidget *before = gtk_window_get_focus (GTK_WINDOW (fixture->window));

      g_assert_true (do_action (fixture, "report.next-pane"));
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) != before);
    }
}

static void
test_modes (Fixture      *fixture,
            gconstpointer data)
{
  g_assert_true (do_action (fixture, "session.mode::reviewing"));
  g_assert_cmpint (gj_session_get_mode (fixture->session), ==, GJ_MODE_REVIEWING);
  do_action (fixture, "report.totals");
  g_assert_cmpstr (get_total (fixture), ==, "4");
  g_assert_true (do_action (fixture, "session.mode::drafting"));
  g_assert_true (gj_session_can_edit (fixture->session));
}

static void
test_title_tells_state (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (GjEdit) edit = gj_edit_new ("test");

  gj_edit_set_field (edit, gj_session_get_report (fixture->session), GJ_FIELD_TITLE,
                     "云溪市\n年度报告");
  gj_session_push (fixture->session, edit);
  settle ();
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "云溪市 年度报告");
}

/* A key that is bound twice would do one of two things. */
static void
test_keys (Fixture      *fixture,
           gconstpointer data)
{
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (fixture->application);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_keys = 0;

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) keys =
        gtk_application_get_accels_for_action (fixture->application, actions[i]);

      for (guint j = 0; keys[j] != NULL; j++, n_keys++)
        g_assert_true (g_hash_table_add (seen, g_strdup (keys[j])));
    }
  g_assert_cmpuint (n_keys, >, 20);
}

static void
created_cb (GjReport **created,
            GjReport  *report)
{
  g_set_object (created, report);
}

/* The dialog ends with the click, and the report is there nevertheless. */
static void
test_new_dialog (Fixture      *fixture,
                 gconstpointer data)
{
  GjNewDialog *dialog = gj_new_dialog_new (GTK_WINDOW (fixture->window));
  g_autoptr (GjReport) created = NULL;
  GtkWidget *focus;

  g_signal_connect_swapped (dialog, "created", G_CALLBACK (created_cb), &created);
  gtk_window_present (GTK_WINDOW (dialog));
  settle ();

  focus = gtk_window_get_focus (GTK_WINDOW (dialog));
  g_assert_true (GTK_IS_TEXT (focus));
  gtk_editable_set_text (GTK_EDITABLE (focus), "Office of Tests");
  g_signal_emit_by_name (focus, "activate");
  /* A button stays pressed for a quarter of a second. */
  for (guint i = 0; i < 100 && created == NULL; i++)
    settle ();

  g_assert_true (GJ_IS_REPORT (created));
}

static GtkWidget *
find_tab (GtkWidget *widget,
          guint      section)
{
  if (GJ_IS_SECTION_TAB (widget))
    return gj_section_tab_get_section (GJ_SECTION_TAB (widget)) == section ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_tab (child, section);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Where nothing is written nothing is called right; one letter, and it is. */
static void
test_empty_section (Fixture      *fixture,
                    gconstpointer data)
{
  GjReport *report = gj_session_get_report (fixture->session);
  guint section = gj_form_find_section (gj_report_get_form (report), "overview");
  GtkWidget *tab = find_tab (GTK_WIDGET (fixture->window), section);
  g_autoptr (GjEdit) edit = gj_edit_new ("");
  g_autoptr (GjBlock) paragraph = gj_block_new_paragraph ("本年");
  GjBlock *const added[] = { paragraph };

  g_assert_nonnull (tab);
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (tab), "Nothing written yet"));

  gj_edit_change_blocks (edit, report, section, 0, 0, added, 1);
  gj_session_push (fixture->session, edit);
  settle ();
  g_assert_null (strstr (gtk_widget_get_tooltip_text (tab), "Nothing written yet"));

  g_assert_true (do_action (fixture, "report.undo"));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (tab), "Nothing written yet"));
}

#define add(path, function) \
  g_test_add (path, Fixture, NULL, set_up, function, tear_down)

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

  add ("/app/window/mend", test_mend);
  add ("/app/window/sections", test_sections);
  add ("/app/window/empty-section", test_empty_section);
  add ("/app/window/panes", test_panes);
  add ("/app/window/modes", test_modes);
  add ("/app/window/title", test_title_tells_state);
  add ("/app/window/keys", test_keys);
  add ("/app/window/new-dialog", test_new_dialog);

  return g_test_run ();
}
