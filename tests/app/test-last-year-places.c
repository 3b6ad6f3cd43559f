/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <locale.h>

#include "gj-field-row.h"
#include "gj-last-year-card.h"
#include "gj-report-view.h"

/* The list of what is still to do leads to the words, the cell and the field. The icons of
 * a whole view are wanted, and so the directories of this machine. */

#define BODY "云溪市水务局"
#define COPIED "一是健全制度，完善信息发布审核流程，明确专人负责，做到应公开尽公开。"

enum { OVERVIEW, DISCLOSURE, REQUESTS };

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static guint
find_cell (GjReport   *report,
           const char *id)
{
  return gj_form_find_cell (gj_report_get_form (report), id);
}

static GjReport *
make_last (int year)
{
  GjForm *form = gj_form_catalogue_find_year (year);
  GjReport *last = gj_report_new_for_year (form, BODY, year);
  g_autoptr (GjNarrative) text = gj_narrative_new_for_text ("我局工作如下。\n" COPIED);

  gj_report_init_narrative (last, OVERVIEW, text);
  gj_report_init_cell (last, find_cell (last, "requests/carried-out/enterprise"), "2");
  gj_report_init_cell (last, find_cell (last, "requests/carried-out/total"), "2");

  return last;
}

static GjSession *
create_session (void)
{
  g_autoptr (GjReport) last = make_last (2023);
  g_autoptr (GFile) file = g_file_new_for_path ("/tmp/2023.gouji");
  g_autoptr (GjReport) report = gj_report_new_for_next_year (gj_form_catalogue_find_year (2024), NULL, 2024,
                                                             last, NULL);
  GjSession *session = gj_session_new (report);

  gj_session_set_last_year (session, last, file);

  return session;
}

static GtkWidget *
show_in_window (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  settle ();

  return window;
}

static GtkWidget *
find_child (GtkWidget *widget,
            GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_list_row (GtkWidget  *widget,
               const char *words)
{
  if (ADW_IS_ACTION_ROW (widget)
      && strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), words) != NULL)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_list_row (child, words);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Chooses a row of the list on the cover, and says where the keyboard is then. */

static GtkWidget *
choose (GtkWidget  *view,
        GjSession  *session,
        const char *words)
{
  GtkWidget *row;

  gj_selection_set_section (gj_session_get_selection (session), GJ_COVER);
  for (guint i = 0; i < 20; i++)
    {
      settle ();
      g_usleep (1000);
    }
  row = find_list_row (find_child (view, GJ_TYPE_LAST_YEAR_CARD), words);
  g_assert_nonnull (row);
  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  settle ();

  return gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (view)));
}

static char *
dup_selected (GtkWidget *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start;
  GtkTextIter end;

  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
test_places (void)
{
  g_autoptr (GjSession) session = create_session ();
  GjReport *report = gj_session_get_report (session);
  GjSelection *selection = gj_session_get_selection (session);
  g_autoptr (GjNarrative) text = gj_narrative_new_for_text ("本年工作如下。\n" COPIED "\n2023年共办结三件。");
  g_autoptr (GjNarrative) preface = gj_narrative_new_for_text ("本报告统计期限自2024年1月1日起，2023年12月31日止。");
  GtkWidget *view = gj_report_view_new ();
  GtkWidget *window;
  g_autofree char *sentence = NULL;
  g_autofree char *year = NULL;
  g_autofree char *in_preface = NULL;

  gj_report_init_narrative (report, OVERVIEW, text);
  gj_report_init_narrative (report, gj_report_get_preface (report), preface);
  gj_session_view_set_session (GJ_SESSION_VIEW (view), session);
  window = show_in_window (view);

  sentence = dup_selected (choose (view, session, "still last year's"));
  g_assert_cmpuint (gj_selection_get_section (selection), ==, OVERVIEW);
  g_assert_cmpstr (sentence, ==, COPIED);

  year = dup_selected (choose (view, session, "“Overview” speaks of the year 2023"));
  g_assert_cmpstr (year, ==, "2023年");

  in_preface = dup_selected (choose (view, session, "“Preface” speaks of the year 2023"));
  g_assert_cmpuint (gj_selection_get_section (selection), ==, GJ_COVER);
  g_assert_cmpstr (in_preface, ==, "2023年");

  choose (view, session, "2 numbers are proposed");
  g_assert_cmpuint (gj_selection_get_section (selection), ==, REQUESTS);
  g_assert_cmpuint (gj_selection_get_cell (selection), ==, find_cell (report, "requests/carried-in/enterprise"));

  g_assert_true (GTK_IS_TEXT_VIEW (choose (view, session, "has no text yet")));
  g_assert_true (gtk_widget_get_ancestor (choose (view, session, "date of the signature"), GJ_TYPE_FIELD_ROW) != NULL);
  g_assert_cmpuint (gj_selection_get_section (selection), ==, GJ_COVER);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");
  gtk_init ();
  adw_init ();

  g_test_add_func ("/app/last-year-places/all", test_places);

  return g_test_run ();
}
