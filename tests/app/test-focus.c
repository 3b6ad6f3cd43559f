/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <locale.h>

#include "gj-application.h"
#include "gj-go-dialog.h"
#include "gj-new-dialog.h"
#include "gj-reason-dialog.h"
#include "gj-section-tabs.h"
#include "gj-totals-dialog.h"
#include "gj-window.h"

/* Where the keyboard is: in a dialog that has just opened, after one key, and on the way
 * round the panes. Whoever works without a mouse is lost where one of these is wrong. */

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
find_cell (Fixture    *fixture,
           const char *id)
{
  guint cell = gj_form_find_cell (gj_report_get_form (gj_session_get_report (fixture->session)),
                                  id);

  g_assert_cmpuint (cell, !=, GJ_NONE);

  return cell;
}

static const char *
get_text (Fixture    *fixture,
          const char *id)
{
  return gj_report_get_cell_text (gj_session_get_report (fixture->session),
                                  find_cell (fixture, id));
}

static GjReport *
create_report (void)
{
  static const char *const pairs[][2] = {
    { "cases/review/upheld", "3" }, { "cases/review/total", "4" },
    { "cases/suit-direct/upheld", "" },
    /* The sums are right, the part is not. */
    { "requests/received/natural-person", "27" }, { "requests/received/total", "27" },
    { "requests/granted/natural-person", "72" }, { "requests/granted/total", "27" },
    { "requests/result-total/natural-person", "27" }, { "requests/result-total/total", "27" },
    { "requests/denied-by-law/total", "1" },
  };
  GjReport *report = gj_report_new (gj_form_catalogue_find ("guoban-2021"));
  GjForm *form = gj_report_get_form (report);

  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    gj_report_init_cell (report, i, "0");
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    gj_report_init_cell (report, gj_form_find_cell (form, pairs[i][0]), pairs[i][1]);

  return report;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GjReport) report = create_report ();

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

static void
do_action (Fixture    *fixture,
           const char *name)
{
  g_autofree char *action = NULL;
  g_autoptr (GVariant) target = NULL;

  g_assert_true (g_action_parse_detailed_name (name, &action, &target, NULL));
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->window), action,
                                                     target));
  settle ();
}

/* The dialog that is open, or NULL. */
static GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_OBJECT_TYPE (window) == type)
        return window;
    }

  return NULL;
}

/* A button stays pressed for a quarter of a second. */
static void
wait_until_closed (GType type)
{
  for (guint i = 0; i < 100 && find_window (type) != NULL; i++)
    settle ();

  g_assert_null (find_window (type));
}

static GtkWidget *
find_child (GtkWidget *widget,
            GType      type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_child (child, type);

  return found;
}

/* One Escape closes the list of kinds, the next one the dialog. */
static void
test_new_dialog_escape (Fixture      *fixture,
                        gconstpointer data)
{
  GjNewDialog *dialog = gj_new_dialog_new (GTK_WINDOW (fixture->window));
  GtkWidget *kinds;
  GtkWidget *list;

  gtk_window_present (GTK_WINDOW (dialog));
  settle ();
  kinds = find_child (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW);
  list = find_child (kinds, GTK_TYPE_POPOVER);
  adw_action_row_activate (ADW_ACTION_ROW (kinds));
  settle ();
  g_assert_true (gtk_widget_get_visible (list));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.escape", NULL));
  for (guint i = 0; i < 100 && gtk_widget_get_visible (list); i++)
    settle ();
  g_assert_false (gtk_widget_get_visible (list));
  g_assert_true (find_window (GJ_TYPE_NEW_DIALOG) == GTK_WINDOW (dialog));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.escape", NULL));
  wait_until_closed (GJ_TYPE_NEW_DIALOG);
}

static GjFindingGroup *
dup_explainable (GjSession *session)
{
  GListModel *groups = gj_session_get_groups (session);

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (GjFindingGroup) group = g_list_model_get_item (groups, i);

      if (!gj_finding_is_mandatory (gj_finding_group_get_lead (group)))
        return g_steal_pointer (&group);
    }

  g_assert_not_reached ();
}

static void
test_reason_dialog (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (GjFindingGroup) group = dup_explainable (fixture->session);
  g_autofree char *key = g_strdup (gj_finding_get_key (gj_finding_group_get_lead (group)));
  GtkWindow *dialog;
  GtkWidget *focus;

  gj_reason_dialog_present (GTK_WINDOW (fixture->window), fixture->session, group);
  settle ();
  dialog = find_window (GJ_TYPE_REASON_DIALOG);
  focus = gtk_window_get_focus (dialog);
  g_assert_true (GTK_IS_TEXT_VIEW (focus));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), "Checked.", -1);
  g_assert_true (gtk_widget_activate_action (focus, "dialog.accept", NULL));
  wait_until_closed (GJ_TYPE_REASON_DIALOG);
  g_assert_nonnull (gj_report_find_decision (gj_session_get_report (fixture->session), key));
}

static void
test_totals_dialog (Fixture      *fixture,
                    gconstpointer data)
{
  GtkWindow *dialog;
  GtkWidget *focus;

  do_action (fixture, "report.section(4)");
  do_action (fixture, "report.totals");
  dialog = find_window (GJ_TYPE_TOTALS_DIALOG);
  focus = gtk_window_get_focus (dialog);
  g_assert_true (GTK_IS_BUTTON (focus));
  g_assert_true (focus == gtk_window_get_default_widget (dialog));

  gtk_widget_activate (focus);
  wait_until_closed (GJ_TYPE_TOTALS_DIALOG);
  g_assert_cmpstr (get_text (fixture, "cases/review/total"), ==, "3");
}

/* A total whose part is likelier wrong is not written unless somebody ticks it. */
static void
test_totals_doubt (Fixture      *fixture,
                   gconstpointer data)
{
  GtkWindow *dialog;
  GtkWidget *check;

  do_action (fixture, "report.section(3)");
  do_action (fixture, "report.totals");
  dialog = find_window (GJ_TYPE_TOTALS_DIALOG);
  check = find_child (GTK_WIDGET (dialog), GTK_TYPE_CHECK_BUTTON);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.apply", NULL));
  wait_until_closed (GJ_TYPE_TOTALS_DIALOG);
  g_assert_cmpstr (get_text (fixture, "requests/granted/total"), ==, "27");
  g_assert_cmpstr (get_text (fixture, "requests/result-total/total"), ==, "27");
  g_assert_cmpstr (get_text (fixture, "requests/denied-by-law/total"), ==, "0");

  do_action (fixture, "report.totals");
  dialog = find_window (GJ_TYPE_TOTALS_DIALOG);
  g_assert_false (gtk_widget_is_sensitive (gtk_window_get_default_widget (dialog)));
  check = gtk_window_get_focus (dialog);
  g_assert_true (GTK_IS_CHECK_BUTTON (check));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  settle ();

  /* The keyboard stays at the total that was ticked, though its row was made anew. */
  check = gtk_window_get_focus (dialog);
  g_assert_true (GTK_IS_CHECK_BUTTON (check));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.apply", NULL));
  wait_until_closed (GJ_TYPE_TOTALS_DIALOG);
  g_assert_cmpstr (get_text (fixture, "requests/granted/total"), ==, "72");
}

static void
test_go_dialog (Fixture      *fixture,
                gconstpointer data)
{
  GjReport *report = gj_session_get_report (fixture->session);
  guint cell = find_cell (fixture, "requests/carried-out/total");
  g_autofree char *name = gj_form_dup_cell_name (gj_report_get_form (report), cell,
                                                 gj_report_get_variant (report),
                                                 gj_language_get_current ());
  GtkWindow *dialog;
  GtkWidget *entry;
  GtkWidget *focus;

  do_action (fixture, "report.go-to-cell");
  dialog = find_window (GJ_TYPE_GO_DIALOG);
  entry = find_child (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY);
  focus = gtk_window_get_focus (dialog);
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, entry));
  g_signal_emit_by_name (entry, "stop-search");
  wait_until_closed (GJ_TYPE_GO_DIALOG);

  do_action (fixture, "report.go-to-cell");
  dialog = find_window (GJ_TYPE_GO_DIALOG);
  entry = find_child (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  /* The entry waits a moment for the next letter. */
  for (guint i = 0; i < 20; i++)
    settle ();
  g_signal_emit_by_name (entry, "activate");
  wait_until_closed (GJ_TYPE_GO_DIALOG);
  g_assert_cmpuint (gj_selection_get_cell (gj_session_get_selection (fixture->session)), ==,
                    cell);
}

static GtkWidget *
find_pane (Fixture *fixture,
           GType    type)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL ? gtk_widget_get_ancestor (focus, type) : NULL;
}

/* Page, findings, tabs, page again. */
static void
test_next_pane (Fixture      *fixture,
                gconstpointer data)
{
  GType pane = g_type_from_name ("GjFindingsPane");
  GType page = g_type_from_name ("GjSectionPage");

  do_action (fixture, "report.section(4)");
  g_assert_nonnull (find_pane (fixture, page));
  for (guint i = 0; i < 2; i++)
    {
      do_action (fixture, "report.next-pane");
      g_assert_nonnull (find_pane (fixture, pane));
      do_action (fixture, "report.next-pane");
      g_assert_nonnull (find_pane (fixture, GJ_TYPE_SECTION_TABS));
      do_action (fixture, "report.next-pane");
      g_assert_nonnull (find_pane (fixture, page));
    }
}

/* A pane that goes away leaves the keyboard to the page; F6 passes over it. */
static void
test_hidden_pane (Fixture      *fixture,
                  gconstpointer data)
{
  GType pane = g_type_from_name ("GjFindingsPane");
  GType page = g_type_from_name ("GjSectionPage");

  do_action (fixture, "report.section(4)");
  do_action (fixture, "report.next-pane");
  g_assert_nonnull (find_pane (fixture, pane));
  do_action (fixture, "win.pane-visible");
  g_assert_nonnull (find_pane (fixture, page));
  do_action (fixture, "report.next-pane");
  g_assert_null (find_pane (fixture, pane));

  do_action (fixture, "win.pane-visible");
  do_action (fixture, "report.section(4)");
  do_action (fixture, "report.next-pane");
  g_assert_nonnull (find_pane (fixture, pane));
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

  add ("/app/focus/new-dialog-escape", test_new_dialog_escape);
  add ("/app/focus/reason-dialog", test_reason_dialog);
  add ("/app/focus/totals-dialog", test_totals_dialog);
  add ("/app/focus/totals-doubt", test_totals_doubt);
  add ("/app/focus/go-dialog", test_go_dialog);
  add ("/app/focus/next-pane", test_next_pane);
  add ("/app/focus/hidden-pane", test_hidden_pane);

  return g_test_run ();
}
