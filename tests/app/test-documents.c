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
save_over (GjSession  *session,
           GFile      *target,
           gboolean    overwrite,
           GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *changed_places = NULL;
  gboolean saved;

  gj_session_save_async (session, target, overwrite, NULL, take_result_cb, &result);
  wait_for (&result);
  saved = gj_session_save_finish (session, result, &changed_places, error);
  g_assert_null (changed_places);

  return saved;
}

static gboolean
save (GjSession  *session,
      GFile      *target,
      GError    **error)
{
  return save_over (session, target, TRUE, error);
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

static GFile *
get_sibling (GFile      *file,
             const char *name)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  return g_file_get_child (folder, name);
}

static void
set_cell (GjSession  *session,
          const char *id,
          const char *text)
{
  GjReport *report = gj_session_get_report (session);
  g_autoptr (GjEdit) edit = gj_edit_new ("test");

  gj_edit_set_cell (edit, report, gj_form_find_cell (gj_report_get_form (report), id), text);
  g_assert_true (gj_session_push (session, edit));
}

static void
decide (GjSession  *session,
        const char *reason)
{
  GjReport *report = gj_session_get_report (session);
  g_autoptr (GjDecision) decision =
    gj_decision_new ("A01 test", GJ_DECISION_ACCEPTED, reason, NULL, "2026-01-15", "1");
  g_autoptr (GjEdit) edit = gj_edit_new ("test");

  gj_edit_set_decision (edit, report, "A01 test", decision);
  g_assert_true (gj_session_push (session, edit));
}

static void
assert_same (GjSession *left,
             GjSession *right)
{
  g_autoptr (GPtrArray) differences =
    gj_report_list_differences (gj_session_get_report (left), gj_session_get_report (right),
                                GJ_DIFFERENCE_VISIBLE, GJ_LANGUAGE_EN);

  for (guint i = 0; i < differences->len; i++)
    {
      const GjDifference *difference = g_ptr_array_index (differences, i);

      g_test_message ("%s: “%s” “%s”", difference->name, difference->left, difference->right);
    }
  g_assert_cmpuint (differences->len, ==, 0);
}

/* Who got a Word document goes on in one: it is saved as one, opens as what it was, and is
 * saved again as one. */
static void
test_word (void)
{
  g_autoptr (GFile) source = create_document ();
  g_autoptr (GFile) file = get_sibling (source, "b.DOCX");
  g_autoptr (GError) error = NULL;
  g_autoptr (GjSession) session = open_file (source, NULL, &error);
  g_autoptr (GjSession) again = NULL;
  g_autoptr (GjSession) third = NULL;
  GjDocument *document = gj_session_get_document (session);

  g_assert_cmpint (gj_document_get_format (document), ==, GJ_DOCUMENT_GOUJI);
  g_assert_true (save (session, file, &error));
  g_assert_no_error (error);
  g_assert_cmpint (gj_document_get_format (document), ==, GJ_DOCUMENT_WORD);
  g_assert_false (gj_session_is_modified (session));
  g_assert_false (gj_session_is_unheld (session));

  again = open_file (file, NULL, &error);
  g_assert_no_error (error);
  assert_same (session, again);
  document = gj_session_get_document (again);
  g_assert_true (g_file_equal (gj_document_get_file (document), file));
  g_assert_null (gj_document_get_origin (document));

  set_cell (again, "cases/review/upheld", "7");
  g_assert_true (save (again, NULL, &error));
  g_assert_no_error (error);
  third = open_file (file, NULL, &error);
  g_assert_no_error (error);
  assert_same (again, third);
}

/* What Word cannot hold is known, and is known to be safe once a .gouji has it. */
static void
test_word_unheld (void)
{
  g_autoptr (GFile) source = create_document ();
  g_autoptr (GFile) file = get_sibling (source, "b.docx");
  g_autoptr (GFile) copy = get_sibling (source, "b.gouji");
  g_autoptr (GError) error = NULL;
  g_autoptr (GjSession) session = open_file (source, NULL, &error);
  g_autoptr (GjSession) kept = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *words = gj_session_dup_unheld_words (session);

  g_assert_null (words);
  decide (session, "以法院判决为准");
  g_assert_false (gj_session_is_unheld (session));
  words = gj_session_dup_unheld_words (session);
  g_assert_nonnull (words);

  g_assert_true (save (session, file, &error));
  g_assert_no_error (error);
  g_assert_true (gj_session_is_unheld (session));

  gj_session_write_copy_async (session, copy, take_result_cb, &result);
  wait_for (&result);
  g_assert_true (gj_session_write_copy_finish (session, result, &error));
  g_assert_no_error (error);
  g_assert_false (gj_session_is_unheld (session));
  g_assert_true (g_file_equal (gj_document_get_file (gj_session_get_document (session)), file));

  kept = open_file (copy, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gj_report_find_decision (gj_session_get_report (kept), "A01 test")->reason, ==,
                   "以法院判决为准");

  decide (session, "另有说明");
  g_assert_true (gj_session_is_unheld (session));
}

/* The source is written to only when just that was chosen, and never over another
 * program's changes. */
static void
test_word_source (void)
{
  g_autoptr (GFile) source = create_document ();
  g_autofree char *path = g_file_get_path (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GjSession) session = open_file (source, NULL, &error);
  GjDocument *document = gj_session_get_document (session);
  g_autofree char *content = NULL;

  g_assert_false (save_over (session, source, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_clear_error (&error);

  gj_document_release_origin (document);
  g_file_set_contents (path, "another program's", -1, NULL);
  g_assert_false (save_over (session, source, FALSE, &error));
  g_assert_error (error, GJ_FILE_ERROR, GJ_FILE_ERROR_CHANGED);
  g_clear_error (&error);
  g_file_get_contents (path, &content, NULL, NULL);
  g_assert_cmpstr (content, ==, "another program's");

  g_assert_true (save (session, source, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_equal (gj_document_get_file (document), source));
}

static char *
find_journal (const char *directory)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);

  return g_build_filename (directory, g_dir_read_name (dir), NULL);
}

/* Work on a Word document is kept like any other, with what the document cannot hold. */
static void
test_word_recovered (void)
{
  g_autoptr (GFile) source = create_document ();
  g_autoptr (GFile) file = get_sibling (source, "b.docx");
  g_autofree char *directory = g_dir_make_tmp ("gouji-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GjSession) session = open_file (source, NULL, &error);
  g_autoptr (GjSession) recovered = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *journal = NULL;
  GjDocument *document;

  gj_session_keep (session, directory);
  g_assert_true (save (session, file, &error));
  g_assert_no_error (error);
  set_cell (session, "cases/review/upheld", "7");
  decide (session, "以法院判决为准");
  g_assert_true (save (session, NULL, &error));
  gj_autosave_flush (gj_session_get_autosave (session));
  journal = find_journal (directory);
  gj_session_recover_async (journal, NULL, take_result_cb, &result);
  wait_for (&result);
  recovered = gj_session_recover_finish (result, &error);
  g_assert_no_error (error);
  document = gj_session_get_document (recovered);
  g_assert_true (g_file_equal (gj_document_get_file (document), file));
  g_assert_cmpint (gj_document_get_format (document), ==, GJ_DOCUMENT_WORD);
  g_assert_nonnull (gj_report_find_decision (gj_session_get_report (recovered), "A01 test"));
  g_assert_true (gj_session_is_unheld (recovered));
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
  g_test_add_func ("/app/documents/word", test_word);
  g_test_add_func ("/app/documents/word-unheld", test_word_unheld);
  g_test_add_func ("/app/documents/word-source", test_word_source);
  g_test_add_func ("/app/documents/word-recovered", test_word_recovered);
  g_test_add_func ("/app/documents/refused", test_refused);

  return g_test_run ();
}
