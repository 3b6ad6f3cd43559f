/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <locale.h>
#include <string.h>

#include "gj-application.h"
#include "gj-compare-page.h"
#include "gj-compare-relations.h"
#include "gj-compare-summary.h"
#include "gj-compare-table.h"
#include "gj-compare-text.h"
#include "gj-new-dialog.h"
#include "gj-section-page.h"
#include "gj-window.h"

/* Two reports in one window: what stands beside what, what is marked, and that the newer
 * one is written as ever. */

static const char old_text[] =
  "2024年，我局主动公开政府信息196条，政务新媒体发布310条。\n"
  "制定政策解读材料管理办法，明确解读责任。\n"
  "全年收到政府信息公开申请41件，均按时答复。\n"
  "本机关继续做好各项工作，没有其他情况需要说明。";

static const char new_text[] =
  "2025年，我局主动公开政府信息223条，政务新媒体发布357条。\n"
  "全年收到政府信息公开申请55件，均按时答复。\n"
  "并对十二个镇街开展现场指导，逐一反馈。\n"
  "本机关继续做好各项工作，没有其他情况需要说明。";

typedef struct
{
  GtkApplication *application;
  GjWindow       *window;
  GjSession      *session;
  GjReport       *old_report;
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
find_cell (const char *id)
{
  guint cell = gj_form_find_cell (gj_form_catalogue_find ("guoban-2021"), id);

  g_assert_cmpuint (cell, !=, GJ_NONE);

  return cell;
}

static GjReport *
create_report (int         year,
               const char *body,
               const char *text)
{
  GjForm *form = gj_form_catalogue_find ("guoban-2021");
  GjReport *report = gj_report_new_for_body (form, body, "department", year, TRUE);
  g_autoptr (GjNarrative) narrative = gj_narrative_new_for_text (text);

  gj_report_init_narrative (report, 0, narrative);
  gj_report_init_cell (report, find_cell ("requests/received/natural-person"), "41");
  gj_report_init_cell (report, find_cell ("requests/received/total"), "41");

  return report;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  const char *body = "云溪市发展和改革局";
  g_autoptr (GjReport) report = create_report (2025, body, new_text);

  gj_report_init_cell (report, find_cell ("requests/received/total"), "53");
  fixture->old_report = create_report (2024, body, old_text);
  fixture->application = gtk_application_new ("io.github.gouji.Test",
                                              G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (fixture->application), NULL, NULL));
  gj_application_install_keys (fixture->application);
  fixture->window = gj_window_new (fixture->application);
  fixture->session = gj_session_new (report);
  gj_window_set_session (fixture->window, fixture->session);
  gj_selection_set_section (gj_session_get_selection (fixture->session), 0);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
  gj_window_compare (fixture->window, fixture->old_report, "2024.docx");
  settle ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->session);
  g_clear_object (&fixture->old_report);
  settle ();
  g_clear_object (&fixture->application);
}

static gboolean
do_action (Fixture    *fixture,
           const char *name)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  gboolean done = gtk_widget_activate_action_variant (focus != NULL ? focus
                                                      : GTK_WIDGET (fixture->window), name, NULL);

  settle ();

  return done;
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

static GjCompareText *
get_text (Fixture *fixture)
{
  GtkWidget *text = find (GTK_WIDGET (fixture->window), GJ_TYPE_COMPARE_TEXT);

  g_assert_nonnull (text);

  return GJ_COMPARE_TEXT (text);
}

static GjCompareTable *
go_to_table (Fixture *fixture)
{
  GtkWidget *table;

  gj_selection_set_section (gj_session_get_selection (fixture->session), 2);
  settle ();
  table = find (GTK_WIDGET (fixture->window), GJ_TYPE_COMPARE_TABLE);
  g_assert_nonnull (table);

  return GJ_COMPARE_TABLE (table);
}

static int
get_top (GtkTextView *view,
         int          line)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GdkRectangle place;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (buffer, &iter, line);
  gtk_text_view_get_iter_location (view, &iter, &place);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y,
                                         &place.x, &place.y);

  return place.y;
}

static gboolean
has_attribute (GtkTextView *view,
               int          line,
               const char  *words,
               const char  *property)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start;
  GtkTextIter end;
  GSList *tags;
  gboolean found = FALSE;

  gtk_text_buffer_get_iter_at_line (buffer, &start, line);
  g_assert_true (gtk_text_iter_forward_search (&start, words, 0, &start, &end, NULL));
  tags = gtk_text_iter_get_tags (&start);
  for (GSList *l = tags; l != NULL; l = l->next)
    {
      gboolean is_set;

      g_object_get (l->data, property, &is_set, NULL);
      found |= is_set;
    }
  g_slist_free (tags);

  return found;
}

static void
test_aligned (Fixture      *fixture,
              gconstpointer data)
{
  GjCompareText *text = get_text (fixture);
  GtkTextView *old_view = gj_compare_text_get_old_view (text);
  GtkTextView *view = GTK_TEXT_VIEW (gj_compare_text_get_view (text));

  g_assert_false (gtk_text_view_get_editable (old_view));
  g_assert_true (gtk_text_view_get_editable (view));
  g_assert_cmpint (get_top (old_view, 0), ==, get_top (view, 0));
  g_assert_cmpint (get_top (old_view, 2), ==, get_top (view, 1));
  g_assert_cmpint (get_top (old_view, 3), ==, get_top (view, 3));
  g_assert_cmpint (get_top (view, 2), >, get_top (old_view, 2));
}

static void
test_marks (Fixture      *fixture,
            gconstpointer data)
{
  GjCompareText *text = get_text (fixture);
  GtkTextView *old_view = gj_compare_text_get_old_view (text);
  GtkTextView *view = GTK_TEXT_VIEW (gj_compare_text_get_view (text));

  g_assert_true (has_attribute (old_view, 1, "政策解读", "strikethrough-set"));
  g_assert_true (has_attribute (view, 2, "现场指导", "underline-set"));
  g_assert_true (has_attribute (view, 0, "223", "weight-set"));
  g_assert_true (has_attribute (old_view, 0, "196", "weight-set"));
  g_assert_false (has_attribute (view, 3, "各项工作", "underline-set"));
}

static void
test_typing (Fixture      *fixture,
             gconstpointer data)
{
  GjCompareText *text = get_text (fixture);
  GtkTextView *view = GTK_TEXT_VIEW (gj_compare_text_get_view (text));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  guint n_changes = gj_compare_text_get_n_changes (text);
  g_autofree char *written = NULL;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line_offset (buffer, &iter, 3, 4);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, "还要", -1, TRUE);
  settle ();
  g_assert_true (has_attribute (view, 3, "还要", "underline-set"));
  g_assert_cmpuint (gj_compare_text_get_n_changes (text), ==, n_changes + 1);
  written = gj_narrative_dup_text (gj_report_get_narrative (
                                     gj_session_get_report (fixture->session), 0));
  g_assert_nonnull (strstr (written, "还要"));

  g_assert_true (do_action (fixture, "report.undo"));
  g_assert_cmpuint (gj_compare_text_get_n_changes (text), ==, n_changes);
}

/* A paragraph that comes or goes moves the others, which stay beside their own. */
static void
test_paragraphs (Fixture      *fixture,
                 gconstpointer data)
{
  GjCompareText *text = get_text (fixture);
  GtkTextView *old_view = gj_compare_text_get_old_view (text);
  GtkTextView *view = GTK_TEXT_VIEW (gj_compare_text_get_view (text));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter iter;

  gtk_text_buffer_get_start_iter (buffer, &iter);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, "一个全新的开头段落。\n", -1, TRUE);
  settle ();
  g_assert_cmpint (get_top (old_view, 0), ==, get_top (view, 1));
  g_assert_cmpint (get_top (old_view, 3), ==, get_top (view, 4));

  g_assert_true (do_action (fixture, "report.undo"));
  g_assert_cmpint (get_top (old_view, 0), ==, get_top (view, 0));
}

static void
test_hide (Fixture      *fixture,
           gconstpointer data)
{
  GjCompareText *text = get_text (fixture);
  GtkTextView *view = GTK_TEXT_VIEW (gj_compare_text_get_view (text));
  GjCompareTable *table;
  guint n_lines;

  g_object_set (gj_window_get_compare (fixture->window), "hide-same", TRUE, NULL);
  settle ();
  g_assert_true (has_attribute (view, 3, "各项工作", "invisible-set"));
  g_assert_false (has_attribute (view, 0, "223", "invisible-set"));

  table = go_to_table (fixture);
  n_lines = gj_compare_table_get_n_lines (table);
  g_assert_cmpuint (n_lines, >=, gj_compare_table_get_n_changes (table));
  g_object_set (gj_window_get_compare (fixture->window), "hide-same", FALSE, NULL);
  settle ();
  g_assert_cmpuint (gj_compare_table_get_n_lines (table), >, n_lines);
  gj_selection_set_section (gj_session_get_selection (fixture->session), 0);
  settle ();
  g_assert_false (has_attribute (view, 3, "各项工作", "invisible-set"));
}

static void
test_swap (Fixture      *fixture,
           gconstpointer data)
{
  GjCompareText *text = get_text (fixture);
  GtkWidget *old_view = GTK_WIDGET (gj_compare_text_get_old_view (text));
  GtkWidget *view = GTK_WIDGET (gj_compare_text_get_view (text));
  graphene_rect_t old_box;
  graphene_rect_t box;

  g_assert_true (gtk_widget_compute_bounds (old_view, GTK_WIDGET (text), &old_box));
  g_assert_true (gtk_widget_compute_bounds (view, GTK_WIDGET (text), &box));
  g_assert_cmpfloat (old_box.origin.x, <, box.origin.x);

  g_object_set (gj_window_get_compare (fixture->window), "swapped", TRUE, NULL);
  settle ();
  g_assert_true (gtk_widget_compute_bounds (old_view, GTK_WIDGET (text), &old_box));
  g_assert_true (gtk_widget_compute_bounds (view, GTK_WIDGET (text), &box));
  g_assert_cmpfloat (old_box.origin.x, >, box.origin.x);
  g_assert_true (gtk_text_view_get_editable (GTK_TEXT_VIEW (view)));
}

/* Round all sections and back to where it began. */
static void
test_steps (Fixture      *fixture,
            gconstpointer data)
{
  GjSelection *selection = gj_session_get_selection (fixture->session);
  guint n_changes = gj_compare_count_changes (gj_window_get_compare (fixture->window), 0);
  guint cell = find_cell ("requests/received/total");

  g_assert_cmpuint (n_changes, ==, 4);
  for (guint i = 0; i < n_changes; i++)
    {
      g_assert_true (do_action (fixture, "report.next-change"));
      g_assert_cmpuint (gj_selection_get_section (selection), ==, 0);
    }
  g_assert_true (do_action (fixture, "report.next-change"));
  g_assert_cmpuint (gj_selection_get_section (selection), ==, 2);
  g_assert_cmpuint (gj_selection_get_cell (selection), ==, cell);
  g_assert_true (do_action (fixture, "report.previous-change"));
  g_assert_cmpuint (gj_selection_get_section (selection), ==, 0);
}

static void
test_table (Fixture      *fixture,
            gconstpointer data)
{
  GjCompareTable *table = go_to_table (fixture);
  GjReport *report = gj_session_get_report (fixture->session);
  guint total = find_cell ("requests/received/total");
  guint person = find_cell ("requests/received/natural-person");
  GtkWidget *entry;

  g_assert_cmpuint (gj_compare_table_get_n_changes (table), ==, 1);
  g_assert_true (gj_compare_table_go_to_cell (table, total, TRUE));
  g_assert_true (gj_compare_table_edit (table, "60"));
  settle ();
  entry = find (GTK_WIDGET (table), GTK_TYPE_ENTRY);
  g_assert_nonnull (entry);
  gj_compare_table_commit (table);
  settle ();
  g_assert_cmpstr (gj_report_get_cell_text (report, total), ==, "60");
  g_assert_true (do_action (fixture, "report.undo"));
  g_assert_cmpstr (gj_report_get_cell_text (report, total), ==, "53");

  g_assert_true (gj_compare_table_go_to_cell (table, person, TRUE));
  settle ();
  g_assert_cmpuint (gj_selection_get_cell (gj_session_get_selection (fixture->session)), ==,
                    person);
}

/* What the years have to do with each other is written out, and follows. */
static void
test_relations (Fixture      *fixture,
                gconstpointer data)
{
  GtkWidget *relations;
  g_autoptr (GjEdit) edit = gj_edit_new ("test");

  go_to_table (fixture);
  relations = find (GTK_WIDGET (fixture->window), GJ_TYPE_COMPARE_RELATIONS);
  g_assert_nonnull (relations);
  g_assert_nonnull (strstr (gj_compare_relations_get_text (GJ_COMPARE_RELATIONS (relations)), "✓"));
  g_assert_null (strstr (gj_compare_relations_get_text (GJ_COMPARE_RELATIONS (relations)), "✕"));

  gj_edit_set_cell (edit, gj_session_get_report (fixture->session),
                    find_cell ("requests/carried-in/total"), "3");
  gj_session_push (fixture->session, edit);
  settle ();
  g_assert_nonnull (strstr (gj_compare_relations_get_text (GJ_COMPARE_RELATIONS (relations)), "✕"));
}

static gboolean
has_check (Fixture    *fixture,
           const char *check)
{
  GListModel *findings = gj_checker_get_findings (gj_session_get_checker (fixture->session));

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (GjFinding) finding = g_list_model_get_item (findings, i);

      if (g_str_equal (gj_finding_get_check (finding), check))
        return TRUE;
    }

  return FALSE;
}

/* The checks across years are live while the other year stands beside it. */
static void
test_findings (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GjEdit) edit = gj_edit_new ("test");

  g_assert_false (has_check (fixture, "C01"));
  gj_edit_set_cell (edit, gj_session_get_report (fixture->session),
                    find_cell ("requests/carried-in/total"), "3");
  gj_session_push (fixture->session, edit);
  settle ();
  g_assert_true (has_check (fixture, "C01"));

  g_assert_true (do_action (fixture, "report.leave-comparison"));
  g_assert_false (has_check (fixture, "C01"));
}

/* Words of the other side are found after those of the report. */
static void
test_search (Fixture      *fixture,
             gconstpointer data)
{
  GjCompareText *text = get_text (fixture);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (gj_compare_text_get_old_view (text));
  GtkWidget *entry;
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *found = NULL;

  g_assert_true (do_action (fixture, "report.find"));
  entry = find (GTK_WIDGET (fixture->window), GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "政策解读");
  g_usleep (250000);
  settle ();
  g_signal_emit_by_name (entry, "activate");
  settle ();
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  found = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  g_assert_cmpstr (found, ==, "政策解读");
}

static void
test_leave (Fixture      *fixture,
            gconstpointer data)
{
  g_assert_true (do_action (fixture, "report.leave-comparison"));
  g_assert_null (gj_window_get_compare (fixture->window));
  g_assert_null (find (GTK_WIDGET (fixture->window), GJ_TYPE_COMPARE_PAGE));
  g_assert_nonnull (find (GTK_WIDGET (fixture->window), GJ_TYPE_SECTION_PAGE));
}

static void
test_versions (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GjReport) first = create_report (2025, "云溪市发展和改革局", old_text);
  GtkWidget *summary;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  gj_window_compare (fixture->window, first, "初稿.docx");
  settle ();
  g_assert_false (gj_compare_is_years (gj_window_get_compare (fixture->window)));
  title = gj_compare_dup_title (gj_window_get_compare (fixture->window));
  g_assert_nonnull (strstr (title, "·"));
  summary = find (GTK_WIDGET (fixture->window), GJ_TYPE_COMPARE_SUMMARY);
  g_assert_nonnull (summary);
  text = gj_compare_summary_dup_text (GJ_COMPARE_SUMMARY (summary));
  g_assert_nonnull (strstr (text, "初稿.docx"));
}

/* Another body, nothing at all, the same report: said, and compared as far as it goes. */
static void
test_odd (Fixture      *fixture,
          gconstpointer data)
{
  g_autoptr (GjReport) other = create_report (2024, "临江县水利局", old_text);
  g_autoptr (GjReport) empty = gj_report_new (gj_form_catalogue_find ("guoban-2019"));
  GjReport *const reports[] = { other, empty, gj_session_get_report (fixture->session) };

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      GjSelection *selection = gj_session_get_selection (fixture->session);
      guint n_remarks;

      gj_window_compare (fixture->window, reports[i], "x");
      settle ();
      gj_comparison_get_remarks (
        gj_compare_get_comparison (gj_window_get_compare (fixture->window)), &n_remarks);
      g_assert_cmpuint (n_remarks, >, 0);
      gj_selection_set_section (selection, GJ_COVER);
      settle ();
      for (guint section = 0; section < 6; section++)
        {
          gj_selection_set_section (selection, section);
          settle ();
          g_assert_nonnull (find (GTK_WIDGET (fixture->window), GJ_TYPE_COMPARE_PAGE));
        }
    }
}

static void
test_unreadable (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "missing.gouji", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GjCompare *compare = gj_window_get_compare (fixture->window);

  gj_window_compare_file (fixture->window, file);
  while (gj_window_is_busy (fixture->window))
    g_main_context_iteration (NULL, TRUE);
  settle ();
  g_assert_true (gj_window_get_compare (fixture->window) == compare);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/app/compare/aligned", test_aligned },
    { "/app/compare/marks", test_marks },
    { "/app/compare/typing", test_typing },
    { "/app/compare/paragraphs", test_paragraphs },
    { "/app/compare/hide", test_hide },
    { "/app/compare/swap", test_swap },
    { "/app/compare/steps", test_steps },
    { "/app/compare/table", test_table },
    { "/app/compare/relations", test_relations },
    { "/app/compare/findings", test_findings },
    { "/app/compare/search", test_search },
    { "/app/compare/leave", test_leave },
    { "/app/compare/versions", test_versions },
    { "/app/compare/odd", test_odd },
    { "/app/compare/unreadable", test_unreadable },
  };

  g_autofree char *state = g_dir_make_tmp ("gouji-state-XXXXXX", NULL);

  /* Not the whole isolation of GLib: icons need the types that the system knows. */
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
