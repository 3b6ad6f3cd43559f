/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-findings-pane.h"

/* Where the list of findings stands. */

static void
settle (void)
{
  for (guint i = 0; i < 10; i++)
    {
      gint64 until = g_get_monotonic_time () + 40 * 1000;

      while (g_main_context_iteration (NULL, FALSE) || g_get_monotonic_time () < until)
        continue;
    }
}

static GjSession *
create_session (void)
{
  g_autoptr (GjReport) report = gj_report_new (gj_form_catalogue_find ("guoban-2021"));
  GjForm *form = gj_report_get_form (report);

  /* A blank row here and there: many cards. */
  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    gj_report_init_cell (report, i, gj_form_get_cell (form, i)->row % 2 == 0 ? "" : "0");

  return gj_session_new (report);
}

static void
go_to (GjSession *session,
       guint      position)
{
  GListModel *groups = gj_session_get_groups (session);
  g_autoptr (GjFindingGroup) group = g_list_model_get_item (groups, position);

  gj_session_go_to_finding (session, gj_finding_group_get_lead (group));
}

/* The choice of what is shown has a list of its own. */
static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (gtk_widget_has_css_class (widget, "findings"))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_list (child);

  return found;
}

static double
get_place (GtkWidget *pane)
{
  GtkWidget *list = find_list (pane);

  return gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)));
}

static GtkWidget *
open_pane (GjSession  *session,
           GtkWidget **pane)
{
  GtkWidget *window = gtk_window_new ();

  *pane = gj_findings_pane_new ();
  gj_session_view_set_session (GJ_SESSION_VIEW (*pane), session);
  gtk_window_set_default_size (GTK_WINDOW (window), 340, 420);
  gtk_window_set_child (GTK_WINDOW (window), *pane);

  return window;
}

/* The selection is there before the list has a size. */
static void
test_opens_at_first (void)
{
  g_autoptr (GjSession) session = create_session ();
  GtkWidget *pane;
  GtkWidget *window;

  go_to (session, 0);
  window = open_pane (session, &pane);
  settle ();
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  g_assert_cmpfloat (get_place (pane), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_opens_at_selected (void)
{
  g_autoptr (GjSession) session = create_session ();
  guint n_groups = g_list_model_get_n_items (gj_session_get_groups (session));
  GtkWidget *pane;
  GtkWidget *window;

  go_to (session, n_groups - 1);
  window = open_pane (session, &pane);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  g_assert_cmpfloat (get_place (pane), >, 100);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Another report does not begin where the last one was left. */
static void
test_next_report (gconstpointer data)
{
  gboolean has_selection = GPOINTER_TO_INT (data);
  g_autoptr (GjSession) session = create_session ();
  g_autoptr (GjSession) next = create_session ();
  guint n_groups = g_list_model_get_n_items (gj_session_get_groups (session));
  GtkWidget *pane;
  GtkWidget *window = open_pane (session, &pane);

  gtk_window_present (GTK_WINDOW (window));
  settle ();
  go_to (session, n_groups - 1);
  settle ();
  g_assert_cmpfloat (get_place (pane), >, 100);

  if (has_selection)
    go_to (next, 0);
  gj_session_view_set_session (GJ_SESSION_VIEW (pane), next);
  settle ();
  g_assert_cmpfloat (get_place (pane), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv);

  g_test_add_func ("/app/findings-pane/opens-at-first", test_opens_at_first);
  g_test_add_func ("/app/findings-pane/opens-at-selected", test_opens_at_selected);
  g_test_add_data_func ("/app/findings-pane/next-report", GINT_TO_POINTER (FALSE), test_next_report);
  g_test_add_data_func ("/app/findings-pane/next-report-selected", GINT_TO_POINTER (TRUE),
                        test_next_report);

  return g_test_run ();
}
