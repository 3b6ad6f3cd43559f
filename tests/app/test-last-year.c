/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "gj-last-year-row.h"
#include "gj-narrative-marks.h"
#include "gj-narrative-view.h"
#include "gj-new-dialog.h"
#include "gj-proposals-bar.h"
#include "gj-reason-dialog.h"
#include "gj-reference.h"
#include "gj-section-page.h"

/* A new year from last year, as the window does it. */

#define BODY "云溪市水务局"
#define COPIED "一是健全制度，完善信息发布审核流程，明确专人负责，做到应公开尽公开。"

/* In the order of the form. */

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

  gj_report_init_field (last, GJ_FIELD_BODY_KIND, "government");
  gj_report_init_narrative (last, OVERVIEW, text);
  gj_report_init_cell (last, find_cell (last, "requests/carried-out/enterprise"), "2");
  gj_report_init_cell (last, find_cell (last, "requests/carried-out/total"), "2");
  gj_report_init_cell (last, find_cell (last, "disclosure/rules/in-force"), "0");
  gj_report_init_cell (last, find_cell (last, "disclosure/normative-documents/in-force"), "23");

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

static void
test_proposals (void)
{
  g_autoptr (GjSession) session = create_session ();
  GjReport *report = gj_session_get_report (session);
  guint total = find_cell (report, "requests/carried-in/total");
  guint table = gj_form_find_table (gj_report_get_form (report), "requests");
  GtkWidget *bar = gj_proposals_bar_new (session, table);
  GtkWidget *window = show_in_window (bar);
  g_autoptr (GjEdit) typed = gj_edit_new ("test");

  g_assert_true (gtk_widget_get_visible (bar));
  gj_edit_set_cell (typed, report, total, "7");
  gj_session_push (session, typed);

  gj_proposals_bar_accept (GJ_PROPOSALS_BAR (bar));
  settle ();
  g_assert_cmpstr (gj_report_get_cell_text (report, find_cell (report, "requests/carried-in/enterprise")), ==, "2");
  g_assert_cmpstr (gj_report_get_cell_text (report, total), ==, "7");
  g_assert_false (gtk_widget_get_visible (bar));

  gj_session_undo (session);
  settle ();
  g_assert_cmpstr (gj_report_get_cell_text (report, find_cell (report, "requests/carried-in/enterprise")), ==, "");
  g_assert_true (gtk_widget_get_visible (bar));

  gj_session_set_mode (session, GJ_MODE_REVIEWING);
  settle ();
  g_assert_false (gtk_widget_get_visible (bar));
  gtk_window_destroy (GTK_WINDOW (window));
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

static void
set_cell (GjSession  *session,
          const char *id,
          const char *text)
{
  GjReport *report = gj_session_get_report (session);
  g_autoptr (GjEdit) edit = gj_edit_new ("test");

  gj_edit_set_cell (edit, report, find_cell (report, id), text);
  gj_session_push (session, edit);
  settle ();
}

static void
assert_bar (GtkWidget  *bar,
            const char *summary,
            const char *detail,
            gboolean    can_accept)
{
  GtkWidget *label = find_child (bar, GTK_TYPE_LABEL);
  GtkWidget *button = gtk_widget_get_last_child (gtk_widget_get_first_child (bar));

  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (label)), summary));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (gtk_widget_get_next_sibling (label))), detail));
  g_assert_cmpint (gtk_widget_get_visible (button), ==, can_accept);
}

/* What cannot be taken now does not count as proposed; what it waits for is said. */

static void
test_waiting (void)
{
  g_autoptr (GjSession) session = create_session ();
  guint table = gj_form_find_table (gj_report_get_form (gj_session_get_report (session)), "disclosure");
  GtkWidget *bar = gj_proposals_bar_new (session, table);
  GtkWidget *window = show_in_window (bar);

  assert_bar (bar, "2 numbers will follow from the report of 2023 and this year's", "waits for", FALSE);

  set_cell (session, "disclosure/rules/issued", "0");
  assert_bar (bar, "2 numbers will follow", "waits for", FALSE);
  set_cell (session, "disclosure/rules/repealed", "0");
  assert_bar (bar, "1 number follows from the report of 2023, and 1 more is not known yet", "Ctrl+Enter", TRUE);

  set_cell (session, "disclosure/normative-documents/issued", "3");
  set_cell (session, "disclosure/normative-documents/repealed", "1");
  assert_bar (bar, "2 numbers follow from the report of 2023", "Ctrl+Enter", TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

static char *
dup_text (GjSession *session)
{
  return gj_narrative_dup_text (gj_report_get_narrative (gj_session_get_report (session), OVERVIEW));
}

static gboolean
is_marked (GjNarrativeMarks *marks,
           GtkTextBuffer    *buffer,
           int               line)
{
  GtkTextIter iter;

  settle ();
  gtk_text_buffer_get_iter_at_line_offset (buffer, &iter, line, 3);

  return gj_narrative_marks_is_copied (marks, &iter);
}

static void
replace (GtkTextBuffer *buffer,
         const char    *text)
{
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_user_action (buffer);
}

/* The mark comes with the words, however they came, and goes with them. */

static void
test_copied (void)
{
  g_autoptr (GjSession) session = create_session ();
  g_autoptr (GjNarrativeBuffer) narrative = gj_narrative_buffer_new (session, OVERVIEW, GJ_NARRATIVE_BEFORE);
  g_autoptr (GjNarrativeMarks) marks = gj_narrative_marks_new (narrative);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (narrative);
  GtkWidget *reference = gj_reference_new (session, OVERVIEW);
  GtkWidget *window = show_in_window (reference);
  g_autofree char *empty = dup_text (session);
  g_autofree char *copied = NULL;
  g_autofree char *undone = NULL;

  g_assert_cmpstr (empty, ==, "");
  g_assert_true (gtk_widget_get_visible (reference));

  gj_reference_copy (GJ_REFERENCE (reference), 1);
  copied = dup_text (session);
  g_assert_cmpstr (copied, ==, COPIED);
  g_assert_true (is_marked (marks, buffer, 0));

  gj_session_undo (session);
  undone = dup_text (session);
  g_assert_cmpstr (undone, ==, "");

  replace (buffer, "本年工作如下。\n" COPIED);
  g_assert_false (is_marked (marks, buffer, 0));
  g_assert_true (is_marked (marks, buffer, 1));

  replace (buffer, "本年工作如下。\n一是修订审核办法，重新划分各科室的职责，由办公室统一负责。");
  g_assert_false (is_marked (marks, buffer, 1));

  replace (buffer, COPIED);
  g_assert_true (is_marked (marks, buffer, 0));
  gj_session_set_last_year (session, NULL, NULL);
  g_assert_false (is_marked (marks, buffer, 0));
  settle ();
  g_assert_false (gtk_widget_get_visible (reference));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Above a table it is behind a button, as soon as last year's section has text. */

static void
test_reference_above (void)
{
  g_autoptr (GjSession) session = create_session ();
  g_autoptr (GFile) file = g_file_new_for_path ("/tmp/2023.gouji");
  g_autoptr (GjReport) last = make_last (2023);
  g_autoptr (GjNarrative) text = gj_narrative_new_for_text ("按条例规定主动公开。");
  GtkWidget *page = gj_section_page_new (session, DISCLOSURE);
  GtkWidget *window = show_in_window (page);
  GtkWidget *reference = find_child (page, GJ_TYPE_REFERENCE);
  GtkWidget *toggle = gj_reference_get_toggle (GJ_REFERENCE (reference));
  GtkWidget *words = gtk_widget_get_first_child (reference);

  g_assert_false (gtk_widget_get_visible (toggle));
  g_assert_null (find_child (page, GJ_TYPE_NARRATIVE_VIEW));

  gj_report_init_narrative (last, DISCLOSURE, text);
  gj_session_set_last_year (session, last, file);
  settle ();
  g_assert_true (gtk_widget_get_mapped (toggle));
  g_assert_false (gtk_widget_get_mapped (words));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  settle ();
  g_assert_true (gtk_widget_get_mapped (words));
  g_assert_null (find_child (page, GJ_TYPE_NARRATIVE_VIEW));

  /* What is taken over is text of this year, to be written on; it is read on beside it. */
  gj_reference_copy (GJ_REFERENCE (reference), 0);
  settle ();
  g_assert_nonnull (find_child (page, GJ_TYPE_NARRATIVE_VIEW));
  g_assert_true (gtk_widget_get_mapped (words));
  gtk_window_destroy (GTK_WINDOW (window));
}

static GFile *
write_last (int         year,
            const char *bytes)
{
  g_autoptr (GjReport) last = make_last (year);
  g_autoptr (GBytes) written = gj_store_write (last);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "last.gouji", NULL);

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  if (bytes != NULL)
    g_assert_true (g_file_set_contents (path, bytes, -1, NULL));
  else
    g_assert_true (g_file_set_contents (path, g_bytes_get_data (written, NULL),
                                        (gssize) g_bytes_get_size (written), NULL));

  return g_file_new_for_path (path);
}

static void
created_cb (GjNewDialog *dialog,
            GjReport    *report,
            GjReport   **created)
{
  g_set_object (created, report);
}

static GjNewDialog *
open_dialog (GFile     *file,
             GjReport **created)
{
  GjNewDialog *dialog = gj_new_dialog_new (NULL);
  GtkWidget *row;

  g_signal_connect (dialog, "created", G_CALLBACK (created_cb), created);
  gtk_window_present (GTK_WINDOW (dialog));
  gj_new_dialog_begin_from_last_year (dialog, file);
  row = find_child (GTK_WIDGET (dialog), GJ_TYPE_LAST_YEAR_ROW);
  while (gj_last_year_row_is_reading (GJ_LAST_YEAR_ROW (row)))
    g_main_context_iteration (NULL, TRUE);
  settle ();

  return dialog;
}

static void
test_dialog (void)
{
  g_autoptr (GFile) file = write_last (2023, NULL);
  g_autoptr (GjReport) created = NULL;
  GjNewDialog *dialog = open_dialog (file, &created);

  g_assert_cmpuint (gj_new_dialog_get_years (dialog)->len, ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.create", NULL);
  g_assert_nonnull (created);
  g_assert_cmpint (gj_report_get_year (created), ==, 2024);
  g_assert_cmpstr (gj_report_get_field (created, GJ_FIELD_BODY), ==, BODY);
  g_assert_cmpstr (gj_report_get_field (created, GJ_FIELD_BODY_KIND), ==, "government");
  g_assert_cmpuint (gj_report_count_proposals (created), ==, 2);
}

/* A year that cannot follow is said, and nothing is made. */

static void
test_same_year (void)
{
  g_autoptr (GFile) file = write_last (2023, NULL);
  g_autoptr (GjReport) created = NULL;
  GjNewDialog *dialog = open_dialog (file, &created);
  GtkWidget *year = find_child (GTK_WIDGET (dialog), GTK_TYPE_SPIN_BUTTON);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (year), 2023);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.create", NULL);
  g_assert_null (created);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (year), 2025);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.create", NULL);
  g_assert_nonnull (created);
}

static void
test_unreadable (void)
{
  g_autoptr (GFile) file = write_last (2023, "<report");
  g_autoptr (GjReport) created = NULL;
  GjNewDialog *dialog = open_dialog (file, &created);
  GtkWidget *row = find_child (GTK_WIDGET (dialog), GJ_TYPE_LAST_YEAR_ROW);

  g_assert_null (gj_new_dialog_get_years (dialog));
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static GjFindingGroup *
dup_group (GjSession  *session,
           const char *check)
{
  GListModel *groups = gj_session_get_groups (session);

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (GjFindingGroup) group = g_list_model_get_item (groups, i);

      if (g_str_equal (gj_finding_get_check (gj_finding_group_get_lead (group)), check))
        return g_steal_pointer (&group);
    }

  return NULL;
}

/* What is often the reason is one click, and can be gone on from. */

static void
test_ready_reasons (void)
{
  g_autoptr (GjSession) session = create_session ();
  GjReport *report = gj_session_get_report (session);
  g_autoptr (GjEdit) typed = gj_edit_new ("test");
  g_autoptr (GjFindingGroup) group = NULL;
  GjReasonDialog *dialog;
  GtkWidget *reasons;
  GtkWidget *button;
  GtkTextBuffer *buffer;
  g_autofree char *text = NULL;

  gj_edit_set_cell (typed, report, find_cell (report, "requests/carried-in/total"), "7");
  gj_session_push (session, typed);
  settle ();
  group = dup_group (session, "C01");
  g_assert_nonnull (group);

  dialog = gj_reason_dialog_new (session, group);
  gtk_window_present (GTK_WINDOW (dialog));
  reasons = find_child (GTK_WIDGET (dialog), GTK_TYPE_FLOW_BOX);
  g_assert_true (gtk_widget_get_visible (reasons));
  button = find_child (reasons, GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  g_signal_emit_by_name (button, "clicked");
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_child (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW)));
  g_object_get (buffer, "text", &text, NULL);
  g_assert_true (g_str_has_prefix (text, gtk_button_get_label (GTK_BUTTON (button))));
  g_assert_true (g_str_has_suffix (text, gtk_button_get_label (GTK_BUTTON (button))));
  g_assert_cmpuint (strlen (text), >, 2 * strlen (gtk_button_get_label (GTK_BUTTON (button))));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  setlocale (LC_ALL, "");
  gtk_init ();
  adw_init ();

  g_test_add_func ("/app/last-year/proposals", test_proposals);
  g_test_add_func ("/app/last-year/waiting", test_waiting);
  g_test_add_func ("/app/last-year/copied", test_copied);
  g_test_add_func ("/app/last-year/reference-above", test_reference_above);
  g_test_add_func ("/app/last-year/dialog", test_dialog);
  g_test_add_func ("/app/last-year/same-year", test_same_year);
  g_test_add_func ("/app/last-year/unreadable", test_unreadable);
  g_test_add_func ("/app/last-year/ready-reasons", test_ready_reasons);

  return g_test_run ();
}
