/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <cairo-pdf.h>
#include <locale.h>
#include <poppler.h>
#include <string.h>

#include "gj-export-file.h"
#include "gj-lockdown.h"
#include "gj-page-layout.h"
#include "gj-print-job.h"
#include "gj-print-settings.h"
#include "gj-sample-report.h"

/* Pages on their way to paper and into files. */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

static GjSession *
create_session (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();

  return gj_session_new (report);
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
  g_autoptr (GjSession) session = create_session ();
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

static void
assert_begins (PopplerDocument *document,
               int              index,
               const char      *words)
{
  g_autofree char *text = dup_page_text (document, index);

  if (words == NULL)
    g_assert_cmpstr (text, ==, "");
  else
    g_assert_nonnull (strstr (text, words));
}

/* On both sides of the paper the back of the signing sheet stays blank. */
static void
test_print_sheet (void)
{
  g_autoptr (GjSession) session = create_session ();
  g_autoptr (GjPages) pages = NULL;
  g_autofree char *path = create_path ("sheet.pdf");
  g_autofree char *single_path = create_path ("single.pdf");
  g_autoptr (PopplerDocument) printed = NULL;
  g_autoptr (PopplerDocument) single = NULL;
  int n_pages;

  set_setting (session, "paper-signing-sheet", "yes");
  pages = lay_out (session);
  n_pages = (int) gj_pages_get_n_pages (pages);
  print_to (pages, session, path);
  printed = open_pdf (path);
  g_assert_cmpint (poppler_document_get_n_pages (printed), ==, n_pages + 1);
  assert_begins (printed, 0, "签发单");
  assert_begins (printed, 1, NULL);
  assert_begins (printed, 2, "本报告根据");

  set_setting (session, "print", "{'duplex': <'simplex'>}");
  print_to (pages, session, single_path);
  single = open_pdf (single_path);
  g_assert_cmpint (poppler_document_get_n_pages (single), ==, n_pages);
  assert_begins (single, 1, "本报告根据");
}

/* Any one page of a report can be printed, though paragraphs and tables go over pages. */
static void
test_print_range (void)
{
  g_autoptr (GjSession) session = create_session ();
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
  g_autoptr (GjSession) session = create_session ();
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
  g_autoptr (GjSession) session = create_session ();
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
  g_autoptr (GjSession) session = create_session ();
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

/* Answers the dialog as soon as it has found the queue. */
static gboolean
choose_printer_cb (gpointer user_data)
{
  const char *printer = user_data;
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      g_autoptr (GObject) selected = NULL;
      g_autofree char *name = NULL;

      if (!g_str_equal (G_OBJECT_TYPE_NAME (window), "GtkPrintUnixDialog"))
        continue;

      g_object_get (window, "selected-printer", &selected, NULL);
      if (selected != NULL)
        g_object_get (selected, "name", &name, NULL);
      if (g_strcmp0 (name, printer) == 0)
        {
          gtk_dialog_response (GTK_DIALOG (window), GTK_RESPONSE_OK);
          return G_SOURCE_REMOVE;
        }
    }

  return G_SOURCE_CONTINUE;
}

/* Only where a queue has been set up to try: its name is in GJ_TEST_PRINTER. Through the
 * dialog, as a person does it: without one GTK 4.8 crashes over some queues. */
static void
test_queue (void)
{
  const char *printer = g_getenv ("GJ_TEST_PRINTER");
  g_autoptr (GjSession) session = create_session ();
  g_autoptr (GjPages) pages = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GError) error = NULL;
  GtkPageRange range = { 1, 2 };

  if (printer == NULL)
    {
      g_test_skip ("GJ_TEST_PRINTER names no queue");
      return;
    }

  /* What else the print system misses on this computer is not ours. */
  g_log_set_always_fatal (G_LOG_LEVEL_ERROR);
  pages = lay_out (session);
  operation = gj_print_operation_new (pages, session, "gouji-test");
  settings = gj_print_settings_load (gj_session_get_report (session));
  gtk_print_settings_set_printer (settings, printer);
  gtk_print_settings_set_print_pages (settings, GTK_PRINT_PAGES_RANGES);
  gtk_print_settings_set_page_ranges (settings, &range, 1);
  gtk_print_operation_set_print_settings (operation, settings);
  g_timeout_add (100, choose_printer_cb, (gpointer) printer);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                                            NULL, &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  while (!gtk_print_operation_is_finished (operation))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (gtk_print_operation_get_status (operation), ==, GTK_PRINT_STATUS_FINISHED);
}

/* What the desktop forbids is forbidden here. */
static void
test_lockdown (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettings) settings = NULL;

  g_assert_null (gj_lockdown_find_print_reason ());
  g_assert_null (gj_lockdown_find_save_reason ());
  g_assert_true (gj_lockdown_has_print_setup ());

  schema = g_settings_schema_source_lookup (source, "org.gnome.desktop.lockdown", TRUE);
  if (schema == NULL)
    {
      g_test_skip ("no schema of GNOME's desktop");
      return;
    }

  settings = g_settings_new_full (schema, NULL, NULL);
  g_settings_set_boolean (settings, "disable-printing", TRUE);
  g_settings_set_boolean (settings, "disable-save-to-disk", TRUE);
  g_settings_set_boolean (settings, "disable-print-setup", TRUE);
  g_assert_nonnull (gj_lockdown_find_print_reason ());
  g_assert_nonnull (gj_lockdown_find_save_reason ());
  g_assert_false (gj_lockdown_has_print_setup ());
  g_settings_reset (settings, "disable-printing");
  g_settings_reset (settings, "disable-save-to-disk");
  g_settings_reset (settings, "disable-print-setup");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");
  adw_init ();

  g_test_add_func ("/app/print/pages", test_print);
  g_test_add_func ("/app/print/sheet", test_print_sheet);
  g_test_add_func ("/app/print/range", test_print_range);
  g_test_add_func ("/app/print/settings", test_print_settings);
  g_test_add_func ("/app/print/queue", test_queue);
  g_test_add_func ("/app/print/lockdown", test_lockdown);
  g_test_add_func ("/app/print/export-refused", test_export_refused);
  g_test_add_func ("/app/print/export-cancelled", test_export_cancelled);
  g_test_add_func ("/app/print/export-format", test_export_format);

  return g_test_run ();
}
