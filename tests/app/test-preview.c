/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <locale.h>
#include <string.h>

#include "gj-final-dialog.h"
#include "gj-final-gate.h"
#include "gj-page-strip.h"
#include "gj-preview.h"
#include "gj-sample-report.h"
#include "gj-verify-dialog.h"

/* Pages on the screen, what may be chosen about them, and what they are compared with. */

static GjSession *
create_session (gboolean is_wrong)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();

  if (is_wrong)
    gj_report_init_cell (report, gj_form_find_cell (gj_report_get_form (report),
                                                    "cases/review/total"), "4");

  return gj_session_new (report);
}

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

static GjPreview *
open_preview (GjSession *session)
{
  GjPreview *preview = gj_preview_new (NULL, session);

  gtk_window_present (GTK_WINDOW (preview));
  while (!gj_preview_is_ready (preview))
    g_main_context_iteration (NULL, TRUE);
  settle ();

  return preview;
}

static GtkWidget *
find_child (GtkWidget *widget,
            GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child
                                                                  : find_child (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
set_setting (GjSession  *session,
             const char *name,
             const char *value)
{
  g_autoptr (GjEdit) edit = gj_edit_new ("test");

  gj_edit_set_setting (edit, gj_session_get_report (session), name, value);
  g_assert_true (gj_session_push (session, edit));
}

static guint
count_mapped (GtkWidget *strip)
{
  guint n_mapped = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (strip); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_mapped += gtk_widget_get_mapped (child);

  return n_mapped;
}

static guint
count_pages (GtkWidget *strip)
{
  guint n_pages = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (strip); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_pages++;

  return n_pages;
}

/* Only pages that are seen are drawn, wherever one goes and however large they are. */
static void
test_pages (void)
{
  g_autoptr (GjSession) session = create_session (FALSE);
  GjPreview *preview = open_preview (session);
  GtkWidget *widget = find_child (GTK_WIDGET (preview), GJ_TYPE_PAGE_STRIP);
  GjPageStrip *strip = GJ_PAGE_STRIP (widget);
  guint n_pages = count_pages (widget);
  double fitting = gj_page_strip_get_factor (strip);

  g_assert_cmpuint (n_pages, >, 3);
  g_assert_cmpuint (count_mapped (widget), <, n_pages);
  g_assert_cmpint (gj_page_strip_get_zoom (strip), ==, GJ_ZOOM_WIDTH);

  gtk_widget_activate_action (GTK_WIDGET (preview), "preview.next-page", NULL);
  settle ();
  g_assert_cmpuint (gj_page_strip_get_page (strip), ==, 1);
  gj_page_strip_go_to (strip, n_pages - 1);
  settle ();
  g_assert_cmpuint (gj_page_strip_get_page (strip), ==, n_pages - 1);
  g_assert_true (gtk_widget_get_mapped (gtk_widget_get_last_child (widget)));

  gtk_widget_activate_action (GTK_WIDGET (preview), "preview.zoom", "s", "full");
  settle ();
  g_assert_cmpfloat_with_epsilon (gj_page_strip_get_factor (strip), 1, 1e-6);
  g_assert_cmpuint (gj_page_strip_get_page (strip), ==, n_pages - 1);
  gtk_widget_activate_action (GTK_WIDGET (preview), "preview.zoom-in", NULL);
  g_assert_cmpfloat_with_epsilon (gj_page_strip_get_factor (strip), 1.1, 1e-6);
  gtk_widget_activate_action (GTK_WIDGET (preview), "preview.zoom-out", NULL);
  gtk_widget_activate_action (GTK_WIDGET (preview), "preview.zoom-out", NULL);
  g_assert_cmpfloat_with_epsilon (gj_page_strip_get_factor (strip), 0.9, 1e-6);
  gtk_widget_activate_action (GTK_WIDGET (preview), "preview.zoom", "s", "page");
  settle ();
  g_assert_cmpfloat (gj_page_strip_get_factor (strip), <, fitting);

  gtk_window_destroy (GTK_WINDOW (preview));
  settle ();
}

/* What is chosen is laid out at once, kept in the report and can be taken back. */
static void
test_choices (void)
{
  g_autoptr (GjSession) session = create_session (FALSE);
  GjPreview *preview = open_preview (session);
  GtkWidget *strip = find_child (GTK_WIDGET (preview), GJ_TYPE_PAGE_STRIP);
  guint n_pages = count_pages (strip);

  set_setting (session, "paper-signing-sheet", "yes");
  g_assert_false (gj_preview_is_ready (preview));
  while (!gj_preview_is_ready (preview))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_pages (strip), >=, n_pages);

  g_assert_true (gj_session_undo (session));
  while (!gj_preview_is_ready (preview))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_pages (strip), ==, n_pages);

  gtk_window_destroy (GTK_WINDOW (preview));
  settle ();
}

static void
take_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static GjFinalDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GJ_IS_FINAL_DIALOG (window))
        return GJ_FINAL_DIALOG (window);
    }

  return NULL;
}

static void
write_reason (GjFinalDialog *dialog,
              const char    *reason)
{
  GtkWidget *text = find_child (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), reason, -1);
}

/* Does nothing while there is no reason. */
static void
accept (void)
{
  gtk_widget_activate_action (GTK_WIDGET (find_dialog ()), "dialog.accept", NULL);
}

/* A final copy with an error needs a reason, and the reason holds for this error only. */
static void
test_gate (void)
{
  g_autoptr (GjSession) session = create_session (TRUE);
  GjReport *report = gj_session_get_report (session);
  GtkWindow *parent = GTK_WINDOW (gtk_window_new ());
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *words = gj_final_gate_dup_words (session);
  g_autoptr (GjEdit) edit = gj_edit_new ("test");

  g_assert_true (gj_final_gate_is_closed (session));
  g_assert_nonnull (words);
  g_clear_pointer (&words, g_free);

  gj_final_gate_pass_async (parent, session, take_result_cb, &result);
  g_assert_nonnull (find_dialog ());
  accept ();
  write_reason (find_dialog (), "  ");
  accept ();
  g_assert_null (gj_report_find_decision (report, GJ_FINAL_DESPITE_KEY));
  g_assert_null (result);
  write_reason (find_dialog (), "复议结果以法院判决为准");
  accept ();
  wait_for (&result);
  g_assert_true (gj_final_gate_pass_finish (result, NULL));
  g_assert_nonnull (gj_report_find_decision (report, GJ_FINAL_DESPITE_KEY));
  g_assert_false (gj_final_gate_is_closed (session));
  words = gj_final_gate_dup_words (session);
  g_assert_nonnull (strstr (words, "复议结果以法院判决为准"));

  g_assert_true (gj_session_undo (session));
  g_assert_true (gj_final_gate_is_closed (session));
  g_assert_true (gj_session_redo (session));
  g_assert_false (gj_final_gate_is_closed (session));

  gj_edit_set_cell (edit, report, gj_form_find_cell (gj_report_get_form (report), "cases/review/total"), "5");
  g_assert_true (gj_session_push (session, edit));
  g_assert_true (gj_final_gate_is_closed (session));

  /* A copy for review may have errors. */
  set_setting (session, "paper-copy", "submitted");
  g_assert_false (gj_final_gate_is_closed (session));

  gtk_window_destroy (parent);
}

/* Whoever closes the dialog or goes to an error has recorded nothing. */
static void
test_gate_refused (void)
{
  g_autoptr (GjSession) session = create_session (TRUE);
  GtkWindow *parent = GTK_WINDOW (gtk_window_new ());
  g_autoptr (GAsyncResult) closed = NULL;
  g_autoptr (GAsyncResult) gone = NULL;
  g_autoptr (GjFinding) chosen = NULL;

  gj_final_gate_pass_async (parent, session, take_result_cb, &closed);
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  wait_for (&closed);
  g_assert_false (gj_final_gate_pass_finish (closed, &chosen));
  g_assert_null (chosen);

  gj_final_gate_pass_async (parent, session, take_result_cb, &gone);
  gtk_widget_activate_action (GTK_WIDGET (find_dialog ()), "dialog.mend", NULL);
  wait_for (&gone);
  g_assert_false (gj_final_gate_pass_finish (gone, &chosen));
  g_assert_nonnull (chosen);
  g_assert_true (gj_final_gate_is_closed (session));

  gtk_window_destroy (parent);
}

static char *
create_path (const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("gouji-XXXXXX", NULL);

  return g_build_filename (folder, name, NULL);
}

static guint
count_rows (GjVerifyDialog *dialog)
{
  GtkWidget *scrolled = find_child (GTK_WIDGET (dialog), GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *list = find_child (scrolled, GTK_TYPE_LIST_BOX);
  guint n_rows = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n_rows++;

  return n_rows;
}

static void
wait_for_verification (GjVerifyDialog *dialog)
{
  while (!gj_verify_dialog_is_ready (dialog))
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

/* The code is of this report; a file that says another number leads to its cell. */
static void
test_verify (void)
{
  g_autoptr (GjSession) session = create_session (FALSE);
  GjReport *report = gj_session_get_report (session);
  GjVerifyDialog *dialog = gj_verify_dialog_new (NULL, session);
  g_autofree char *digest = gj_report_dup_digest (report);
  g_autofree char *path = create_path ("other.gouji");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GjReport) other = gj_sample_report_new ();
  guint cell = gj_form_find_cell (gj_report_get_form (other), "cases/review/upheld");
  g_autoptr (GBytes) bytes = NULL;
  GtkWidget *scrolled;
  GtkWidget *list;
  guint n_rows;

  gtk_window_present (GTK_WINDOW (dialog));
  gj_verify_dialog_set_code (dialog, digest);
  wait_for_verification (dialog);
  n_rows = count_rows (dialog);
  g_assert_cmpuint (n_rows, ==, 2);

  gj_report_init_cell (other, cell, "77");
  bytes = gj_store_write (other);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL);
  gj_verify_dialog_add_file (dialog, file);
  wait_for_verification (dialog);
  g_assert_cmpuint (count_rows (dialog), >, n_rows + 1);

  scrolled = find_child (GTK_WIDGET (dialog), GTK_TYPE_SCROLLED_WINDOW);
  list = find_child (scrolled, GTK_TYPE_LIST_BOX);
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    g_signal_emit_by_name (list, "row-activated", row);
  g_assert_cmpuint (gj_selection_get_cell (gj_session_get_selection (session)), ==, cell);

  gj_verify_dialog_set_code (dialog, "no digest");
  wait_for_verification (dialog);

  gtk_window_destroy (GTK_WINDOW (dialog));
  settle ();
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

  g_test_add_func ("/app/preview/pages", test_pages);
  g_test_add_func ("/app/preview/choices", test_choices);
  g_test_add_func ("/app/preview/gate", test_gate);
  g_test_add_func ("/app/preview/gate-refused", test_gate_refused);
  g_test_add_func ("/app/preview/verify", test_verify);

  return g_test_run ();
}
