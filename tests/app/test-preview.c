/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <cairo-pdf.h>
#include <locale.h>
#include <poppler.h>
#include <string.h>

#include "gj-export-file.h"
#include "gj-final-dialog.h"
#include "gj-final-gate.h"
#include "gj-page-layout.h"
#include "gj-page-strip.h"
#include "gj-preview.h"
#include "gj-print-job.h"
#include "gj-print-settings.h"
#include "gj-sample-report.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

/* Pages on the screen and on their way to paper. */

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

static GjPages *
lay_out (GjSession *session)
{
  g_autoptr (GjReport) snapshot = gj_report_dup_snapshot (gj_session_get_report (session));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GjPages *pages;

  gj_page_layout_async (NULL, snapshot, NULL, take_result_cb, &result);
  wait_for (&result);
  pages = gj_page_layout_finish (result, &error);
  g_assert_no_error (error);

  return pages;
}

static char *
create_path (const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("gouji-XXXXXX", NULL);

  return g_build_filename (folder, name, NULL);
}

static PopplerDocument *
open_pdf (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_gfile (file, NULL, NULL, &error);

  g_assert_no_error (error);

  return document;
}

static char *
dup_page_text (PopplerDocument *document,
               int              index)
{
  g_autoptr (PopplerPage) page = poppler_document_get_page (document, index);
  double width;
  double height;

  poppler_page_get_size (page, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, GJ_PAPER_WIDTH, 1);
  g_assert_cmpfloat_with_epsilon (height, GJ_PAPER_HEIGHT, 1);

  return poppler_page_get_text (page);
}

static void
print_to (GjPages    *pages,
          GjSession  *session,
          const char *path)
{
  g_autoptr (GtkPrintOperation) operation = gj_print_operation_new (pages, session, "test");
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
}

/* What the printer gets is what the PDF has, page for page, at the same place. */
static void
test_print (void)
{
  g_autoptr (GjSession) session = create_session (FALSE);
  g_autoptr (GjPages) pages = lay_out (session);
  g_autofree char *printed_path = create_path ("printed.pdf");
  g_autofree char *exported_path = create_path ("exported.pdf");
  g_autoptr (PopplerDocument) printed = NULL;
  g_autoptr (PopplerDocument) exported = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = gj_pdf_export_report (gj_session_get_report (session), NULL, &error);

  g_assert_no_error (error);
  g_file_set_contents (exported_path, g_bytes_get_data (bytes, NULL),
                       (gssize) g_bytes_get_size (bytes), NULL);
  print_to (pages, session, printed_path);
  printed = open_pdf (printed_path);
  exported = open_pdf (exported_path);

  g_assert_cmpint (poppler_document_get_n_pages (printed), ==, gj_pages_get_n_pages (pages));
  g_assert_cmpint (poppler_document_get_n_pages (exported), ==, gj_pages_get_n_pages (pages));
  for (int i = 0; i < poppler_document_get_n_pages (printed); i++)
    {
      g_autofree char *printed_text = dup_page_text (printed, i);
      g_autofree char *exported_text = dup_page_text (exported, i);

      g_assert_cmpstr (printed_text, ==, exported_text);
    }
}

/* Any one page of a report can be printed, though paragraphs and tables go over pages. */
static void
test_print_range (void)
{
  g_autoptr (GjSession) session = create_session (FALSE);
  g_autoptr (GjPages) pages = lay_out (session);

  for (guint i = 0; i < gj_pages_get_n_pages (pages); i++)
    {
      g_autofree char *path = create_path ("page.pdf");
      cairo_surface_t *surface = cairo_pdf_surface_create (path, GJ_PAPER_WIDTH, GJ_PAPER_HEIGHT);
      cairo_t *cr = cairo_create (surface);
      g_autoptr (PopplerDocument) document = NULL;
      g_autofree char *text = NULL;

      gj_page_draw (gj_pages_get_page (pages, i), cr);
      cairo_show_page (cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_finish (surface);
      g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
      cairo_surface_destroy (surface);

      document = open_pdf (path);
      text = dup_page_text (document, 0);
      g_assert_cmpuint (strlen (text), >, 0);
    }
}

/* What was chosen stays with the report; what a file says in place of it is harmless. */
static void
test_print_settings (void)
{
  g_autoptr (GjSession) session = create_session (FALSE);
  GjReport *report = gj_session_get_report (session);
  g_autoptr (GtkPrintSettings) usual = gj_print_settings_load (report);
  g_autoptr (GtkPrintSettings) kept = NULL;
  g_autoptr (GtkPrintSettings) odd = NULL;

  g_assert_cmpint (gtk_print_settings_get_duplex (usual), ==, GTK_PRINT_DUPLEX_VERTICAL);
  gtk_print_settings_set_duplex (usual, GTK_PRINT_DUPLEX_SIMPLEX);
  gtk_print_settings_set_n_copies (usual, 3);
  gtk_print_settings_set (usual, GTK_PRINT_SETTINGS_OUTPUT_URI, "file:///somebody/secret.pdf");
  gj_print_settings_keep (session, usual);
  g_assert_null (strstr (gj_report_get_setting (report, "print"), "secret"));

  kept = gj_print_settings_load (report);
  g_assert_cmpint (gtk_print_settings_get_duplex (kept), ==, GTK_PRINT_DUPLEX_SIMPLEX);
  g_assert_cmpint (gtk_print_settings_get_n_copies (kept), ==, 3);

  set_setting (session, "print", "{'n-copies': <7>, 'duplex': <['x']>, 'paper-format': <'iso_a3'>}");
  odd = gj_print_settings_load (report);
  g_assert_cmpint (gtk_print_settings_get_n_copies (odd), ==, 1);
  g_assert_cmpstr (gtk_print_settings_get (odd, GTK_PRINT_SETTINGS_PAPER_FORMAT), ==, GTK_PAPER_NAME_A4);
}

static void
export_to (GjSession  *session,
           const char *path,
           gboolean    force,
           GError    **error)
{
  g_autoptr (GjReport) snapshot = gj_report_dup_snapshot (gj_session_get_report (session));
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  gj_export_file_async (G_OBJECT (session), snapshot, gj_export_format_find ("pdf"), file, force,
                        NULL, take_result_cb, &result);
  wait_for (&result);
  gj_export_file_finish (result, error);
}

/* What cannot be written leaves what was there. */
static void
test_export_refused (void)
{
  g_autoptr (GjSession) session = create_session (FALSE);
  g_autofree char *path = create_path ("a.pdf");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *lock = g_build_filename (folder, ".~lock.a.pdf#", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "none", "a.pdf", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "old", -1, NULL);
  g_file_set_contents (lock, "", 0, NULL);
  export_to (session, path, FALSE, &error);
  g_assert_error (error, GJ_EXPORT_FILE_ERROR, GJ_EXPORT_FILE_ERROR_OPEN);
  g_assert_nonnull (strstr (error->message, "a.pdf"));
  g_clear_error (&error);
  g_file_get_contents (path, &content, NULL, NULL);
  g_assert_cmpstr (content, ==, "old");

  export_to (session, nowhere, FALSE, &error);
  g_assert_nonnull (error);
  g_clear_error (&error);

  export_to (session, path, TRUE, &error);
  g_assert_no_error (error);
  g_clear_pointer (&content, g_free);
  g_file_get_contents (path, &content, NULL, NULL);
  g_assert_true (g_str_has_prefix (content, "%PDF"));
}

static void
test_export_cancelled (void)
{
  g_autoptr (GjSession) session = create_session (FALSE);
  g_autoptr (GjReport) snapshot = gj_report_dup_snapshot (gj_session_get_report (session));
  g_autofree char *path = create_path ("a.pdf");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  gj_export_file_async (G_OBJECT (session), snapshot, gj_export_format_find ("pdf"), file, FALSE,
                        cancellable, take_result_cb, &result);
  wait_for (&result);
  g_assert_false (gj_export_file_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_export_format (void)
{
  const GjExportFormat *pdf = gj_export_format_find ("pdf");
  g_autoptr (GFile) named = g_file_new_for_path ("/a/b.GOUJI");
  g_autoptr (GFile) other = g_file_new_for_path ("/a/b.2025");
  g_autoptr (GFile) bare = g_file_new_for_path ("/a/b");

  g_assert_cmpstr (gj_export_file_find_format (named, pdf)->suffix, ==, "gouji");
  g_assert_true (gj_export_file_find_format (other, pdf) == pdf);
  g_assert_true (gj_export_file_find_format (bare, pdf) == pdf);
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
  g_test_add_func ("/app/preview/print", test_print);
  g_test_add_func ("/app/preview/print-range", test_print_range);
  g_test_add_func ("/app/preview/print-settings", test_print_settings);
  g_test_add_func ("/app/preview/export-refused", test_export_refused);
  g_test_add_func ("/app/preview/export-cancelled", test_export_cancelled);
  g_test_add_func ("/app/preview/export-format", test_export_format);

  return g_test_run ();
}
