/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-document-writer.h"
#include "gj-sample-report.h"
#include "gj-session.h"

/* Documents of other programs in the window: opened by the worker, never written to. */

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

static GFile *
create_file (const char *name,
             GBytes     *bytes)
{
  g_autofree char *folder = g_dir_make_tmp ("gouji-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static GFile *
create_document (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GBytes) bytes = gj_document_write_docx (report);

  return create_file ("a.docx", bytes);
}

static GjSession *
open_file (GFile         *file,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  gj_session_open_async (file, cancellable, take_result_cb, &result);
  wait_for (&result);

  return gj_session_open_finish (result, error);
}

static gboolean
save (GjSession  *session,
      GFile      *target,
      GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  gj_session_save_async (session, target, TRUE, NULL, take_result_cb, &result);
  wait_for (&result);

  return gj_session_save_finish (session, result, error);
}

static void
assert_cells (GjSession *session)
{
  g_autoptr (GjReport) expected = gj_sample_report_new ();
  GjReport *report = gj_session_get_report (session);

  for (guint i = 0; i < gj_form_get_n_cells (gj_report_get_form (expected)); i++)
    g_assert_cmpstr (gj_report_get_cell_text (report, i), ==, gj_report_get_cell_text (expected, i));
}

static void
test_open (void)
{
  g_autoptr (GFile) file = create_document ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GjSession) session = open_file (file, NULL, &error);
  GjDocument *document;

  g_assert_no_error (error);
  assert_cells (session);
  document = gj_session_get_document (session);
  g_assert_null (gj_document_get_file (document));
  g_assert_true (g_file_equal (gj_document_get_origin (document), file));
}

/* Several at once, each in a thread and a worker of its own. */
static void
test_open_several (void)
{
  GAsyncResult *results[4] = { NULL };
  g_autoptr (GFile) file = create_document ();

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    gj_session_open_async (file, NULL, take_result_cb, &results[i]);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GjSession) session = NULL;

      wait_for (&results[i]);
      session = gj_session_open_finish (results[i], &error);
      g_assert_no_error (error);
      assert_cells (session);
      g_clear_object (&results[i]);
    }
}

static void
test_cancel (void)
{
  g_autoptr (GFile) file = create_document ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GjSession) session = NULL;
  g_autoptr (GError) error = NULL;

  gj_session_open_async (file, cancellable, take_result_cb, &result);
  g_cancellable_cancel (cancellable);
  wait_for (&result);
  session = gj_session_open_finish (result, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (session);
}

/* Neither the source of the import nor any other document is ever written to. */
static void
test_never_overwritten (void)
{
  static const char *const names[] = { "a.docx", "b.DOC", "c.pdf", "d.html", "e.txt", "f.wps" };
  g_autoptr (GFile) file = create_document ();
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) target = g_file_get_child (folder, "a.gouji");
  g_autoptr (GError) error = NULL;
  g_autoptr (GjSession) session = open_file (file, NULL, &error);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize before_size;
  gsize after_size;

  g_assert_no_error (error);
  g_file_load_contents (file, NULL, &before, &before_size, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) other = g_file_get_child (folder, names[i]);
      g_autoptr (GError) refusal = NULL;

      g_assert_false (save (session, other, &refusal));
      g_assert_error (refusal, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
      g_assert_nonnull (strstr (refusal->message, names[i]));
      g_assert_cmpint (g_file_query_exists (other, NULL), ==, i == 0);
    }
  g_assert_true (save (session, target, &error));
  g_assert_no_error (error);
  g_file_load_contents (file, NULL, &after, &after_size, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (before, before_size, after, after_size);
}

static void
test_refused (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("PK\x03\x04word/document.xml", 21);
  g_autoptr (GFile) file = create_file ("a.docx", bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (GjSession) session = open_file (file, NULL, &error);

  g_assert_null (session);
  g_assert_nonnull (error);
  g_assert_cmpuint (strlen (error->message), >, 10);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/app/documents/open", test_open);
  g_test_add_func ("/app/documents/open-several", test_open_several);
  g_test_add_func ("/app/documents/cancel", test_cancel);
  g_test_add_func ("/app/documents/never-overwritten", test_never_overwritten);
  g_test_add_func ("/app/documents/refused", test_refused);

  return g_test_run ();
}
