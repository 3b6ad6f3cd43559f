/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "gj-session.h"

static GjSession *
create_session (void)
{
  g_autoptr (GjReport) report = gj_report_new (gj_form_catalogue_find ("guoban-2021"));

  gj_report_init_field (report, GJ_FIELD_BODY, "云溪市发展和改革局");
  gj_report_init_field (report, GJ_FIELD_YEAR, "2025");

  return gj_session_new (report);
}

static guint
find_cell (GjSession  *session,
           const char *id)
{
  return gj_form_find_cell (gj_report_get_form (gj_session_get_report (session)), id);
}

static gboolean
set_cell (GjSession  *session,
          const char *id,
          const char *text)
{
  g_autoptr (GjEdit) edit = gj_edit_new ("test");

  gj_edit_set_cell (edit, gj_session_get_report (session), find_cell (session, id), text);

  return gj_session_push (session, edit);
}

static const char *
get_cell (GjSession  *session,
          const char *id)
{
  return gj_report_get_cell_text (gj_session_get_report (session), find_cell (session, id));
}

static void
take_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

static void
wait_for (GAsyncResult **place)
{
  while (*place == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
save (GjSession  *session,
      GFile      *target,
      gboolean    overwrite,
      GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  gj_session_save_async (session, target, overwrite, NULL, take_result_cb, &result);
  wait_for (&result);

  return gj_session_save_finish (session, result, NULL, error);
}

static GjSession *
open_file (GFile   *file,
           GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  gj_session_open_async (file, NULL, take_result_cb, &result);
  wait_for (&result);

  return gj_session_open_finish (result, error);
}

static GFile *
create_target (const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("gouji-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_new_for_path (path);
}

static void
test_save_and_open (void)
{
  g_autoptr (GjSession) session = create_session ();
  g_autoptr (GjSession) again = NULL;
  g_autoptr (GFile) target = create_target ("a.gouji");
  g_autoptr (GError) error = NULL;

  g_assert_true (set_cell (session, "requests/received/total", "49"));
  g_assert_true (gj_session_is_modified (session));
  save (session, target, FALSE, &error);
  g_assert_no_error (error);
  g_assert_false (gj_session_is_modified (session));
  g_assert_true (g_file_equal (gj_document_get_file (gj_session_get_document (session)),
                               target));

  again = open_file (target, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_cell (again, "requests/received/total"), ==, "49");
  g_assert_false (gj_session_is_modified (again));
}

static void
test_typing_while_saving (void)
{
  g_autoptr (GjSession) session = create_session ();
  g_autoptr (GFile) target = create_target ("a.gouji");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  set_cell (session, "requests/received/total", "1");
  gj_session_save_async (session, target, FALSE, NULL, take_result_cb, &result);
  set_cell (session, "requests/received/total", "2");
  wait_for (&result);
  gj_session_save_finish (session, result, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (gj_session_is_modified (session));
  g_assert_true (gj_session_undo (session));
  g_assert_false (gj_session_is_modified (session));
}

static void
test_changed_elsewhere (void)
{
  g_autoptr (GjSession) session = create_session ();
  g_autoptr (GFile) target = create_target ("a.gouji");
  g_autofree char *path = g_file_get_path (target);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  save (session, target, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, "another program", -1, NULL));

  set_cell (session, "requests/received/total", "3");
  g_assert_false (save (session, NULL, FALSE, &error));
  g_assert_error (error, GJ_FILE_ERROR, GJ_FILE_ERROR_CHANGED);
  g_clear_error (&error);
  g_assert_true (gj_session_is_modified (session));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "another program");

  g_assert_true (save (session, NULL, TRUE, &error));
  g_assert_no_error (error);
}

static void
test_change_is_noticed (void)
{
  g_autoptr (GjSession) session = create_session ();
  GjDocument *document;
  g_autoptr (GFile) target = create_target ("a.gouji");
  g_autofree char *path = g_file_get_path (target);
  gint64 deadline = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  g_assert_true (save (session, target, FALSE, NULL));
  document = gj_session_get_document (session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (g_file_set_contents (path, "another program", -1, NULL));
  while (!gj_document_is_changed_elsewhere (document) && g_get_monotonic_time () < deadline)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
  g_assert_true (gj_document_is_changed_elsewhere (document));

  g_assert_true (save (session, NULL, TRUE, NULL));
  g_assert_false (gj_document_is_changed_elsewhere (document));
}

static void
test_vanished_folder (void)
{
  g_autoptr (GjSession) session = create_session ();
  g_autoptr (GFile) target = g_file_new_for_path ("/nonexistent-folder/a.gouji");
  g_autoptr (GError) error = NULL;

  set_cell (session, "requests/received/total", "3");
  g_assert_false (save (session, target, FALSE, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, !=, "");
  g_assert_true (gj_session_is_modified (session));
  g_assert_null (gj_document_get_file (gj_session_get_document (session)));
}

static void
test_open_failures (void)
{
  static const struct
  {
    const char *name;
    const char *content;
  } files[] = {
    { "a.gouji", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b 'c'>]><a/>" },
    { "b.gouji", "" },
    { "c.txt", "这不是年度报告。" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GFile) file = create_target (files[i].name);
      g_autofree char *path = g_file_get_path (file);
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, files[i].content, -1, NULL));
      g_assert_null (open_file (file, &error));
      g_assert_nonnull (error);
    }
}

static void
test_pasted_text (void)
{
  g_autoptr (GAsyncResult) refused = NULL;
  g_autoptr (GjSession) session = NULL;
  g_autoptr (GError) error = NULL;

  gj_session_open_text_async ("今天天气很好。", NULL, take_result_cb, &refused);
  wait_for (&refused);
  session = gj_session_open_finish (refused, &error);
  g_assert_null (session);
  g_assert_nonnull (error);
}

/* The real reports are beside the source on some machines only. */
static void
test_pasted_report (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("GJ_SOURCE_ROOT") != NULL
                                            ? g_getenv ("GJ_SOURCE_ROOT") : ".",
                                            "..", "shared", "reports", "text",
                                            "004_c779024abbc6666e.txt", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GjSession) session = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("the real reports are not here");
      return;
    }

  gj_session_open_text_async (text, NULL, take_result_cb, &result);
  wait_for (&result);
  session = gj_session_open_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gj_report_get_year (gj_session_get_report (session)), ==, 2021);
  g_assert_true (gj_session_is_modified (session));
  g_assert_null (gj_document_get_file (gj_session_get_document (session)));
}

static void
test_reviewing (void)
{
  g_autoptr (GjSession) session = create_session ();
  g_autoptr (GjEdit) edit = gj_edit_new ("setting");

  set_cell (session, "requests/received/total", "1");
  gj_session_set_mode (session, GJ_MODE_REVIEWING);
  g_assert_false (set_cell (session, "requests/received/total", "2"));
  g_assert_cmpstr (get_cell (session, "requests/received/total"), ==, "1");
  g_assert_false (gj_session_can_undo (session));
  g_assert_false (gj_session_undo (session));

  gj_edit_set_setting (edit, gj_session_get_report (session), "print", "{}");
  g_assert_true (gj_session_push (session, edit));
  g_assert_true (gj_session_undo (session));
  g_assert_false (gj_session_can_undo (session));
  g_assert_true (gj_session_redo (session));

  gj_session_set_mode (session, GJ_MODE_DRAFTING);
  g_assert_true (gj_session_can_undo (session));
}

static void
test_journal (void)
{
  g_autofree char *directory = g_dir_make_tmp ("gouji-journal-XXXXXX", NULL);
  g_autoptr (GjSession) session = create_session ();
  g_autoptr (GjSession) recovered = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autofree char *path = NULL;

  gj_session_keep (session, directory);
  set_cell (session, "requests/received/total", "7");
  gj_session_set_draft (session, find_cell (session, "requests/granted/total"), "5");
  g_assert_false (gj_autosave_is_kept (gj_session_get_autosave (session)));
  gj_autosave_flush (gj_session_get_autosave (session));
  g_assert_cmpstr (gj_autosave_get_problem (gj_session_get_autosave (session)), ==, NULL);
  g_assert_true (gj_autosave_is_kept (gj_session_get_autosave (session)));

  dir = g_dir_open (directory, 0, NULL);
  path = g_build_filename (directory, g_dir_read_name (dir), NULL);
  gj_session_recover_async (path, NULL, take_result_cb, &result);
  wait_for (&result);
  recovered = gj_session_recover_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_cell (recovered, "requests/received/total"), ==, "7");
  g_assert_true (gj_session_is_modified (recovered));

  gj_autosave_discard (gj_session_get_autosave (session));
  gj_autosave_flush (gj_session_get_autosave (session));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Six times one is not nine. */
static void
break_row (GjSession *session)
{
  static const char *const columns[] = {
    "natural-person", "enterprise", "research", "public-welfare", "legal-service",
    "other-organisation",
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *id = g_strconcat ("requests/received/", columns[i], NULL);

      set_cell (session, id, "1");
    }
  set_cell (session, "requests/received/total", "9");
}

static gboolean
is_about (GjFinding *finding,
          guint      cell)
{
  guint n_cells;
  const guint *cells = gj_finding_get_cells (finding, &n_cells);

  for (guint i = 0; i < n_cells; i++)
    if (cells[i] == cell)
      return TRUE;

  return FALSE;
}

static GjFinding *
dup_finding (GjSession  *session,
             const char *check)
{
  GListModel *findings = gj_checker_get_findings (gj_session_get_checker (session));

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (GjFinding) finding = g_list_model_get_item (findings, i);

      if (g_str_equal (gj_finding_get_check (finding), check))
        return g_steal_pointer (&finding);
    }

  return NULL;
}

static void
test_findings_and_cells (void)
{
  g_autoptr (GjSession) session = create_session ();
  GjSelection *selection = gj_session_get_selection (session);
  g_autoptr (GjFinding) row_sum = NULL;
  GjFinding *finding;
  guint n_cells;
  guint cell;

  break_row (session);
  settle ();

  /* From a cell to what is wrong with it … */
  cell = find_cell (session, "requests/received/enterprise");
  gj_selection_set_cell (selection, cell);
  finding = gj_selection_get_finding (selection);
  g_assert_nonnull (finding);
  g_assert_true (is_about (finding, cell));
  g_assert_cmpuint (gj_selection_get_section (selection), ==, 2);

  /* … and from a finding to its cell and section. */
  row_sum = dup_finding (session, "A01");
  g_assert_nonnull (row_sum);
  gj_selection_set_section (selection, GJ_COVER);
  gj_session_go_to_finding (session, row_sum);
  g_assert_cmpuint (gj_selection_get_section (selection), ==, 2);
  g_assert_cmpuint (gj_selection_get_cell (selection), ==, gj_finding_get_main_cell (row_sum));

  /* Another cell of the same finding keeps it. */
  gj_selection_set_cell (selection, gj_finding_get_cells (row_sum, &n_cells)[0]);
  g_assert_true (gj_selection_get_finding (selection) == row_sum);

  /* An edit leaves no stale finding selected. */
  set_cell (session, gj_form_get_cell (gj_report_get_form (gj_session_get_report (session)),
                                       gj_finding_get_main_cell (row_sum))->id, "123456");
  settle ();
  g_assert_true (gj_selection_get_finding (selection) != row_sum);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_last_year (void)
{
  g_autoptr (GjSession) session = create_session ();
  g_autoptr (GjReport) last = gj_report_new (gj_form_catalogue_find ("guoban-2021"));
  g_autoptr (GFile) file = g_file_new_for_path ("/云溪/2024.docx");
  guint n_changes = 0;

  g_signal_connect_swapped (session, "last-year-changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_null (gj_session_get_last_year (session));
  g_assert_null (gj_session_get_last_year_name (session));

  gj_report_init_field (last, GJ_FIELD_YEAR, "2024");
  gj_session_set_last_year (session, last, file);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_true (gj_report_is_snapshot (gj_session_get_last_year (session)));
  g_assert_cmpint (gj_report_get_year (gj_session_get_last_year (session)), ==, 2024);
  g_assert_cmpstr (gj_session_get_last_year_name (session), ==, "2024.docx");
  g_assert_true (g_file_equal (gj_session_get_last_year_file (session), file));

  gj_session_set_last_year (session, NULL, file);
  gj_session_set_last_year (session, NULL, NULL);
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_null (gj_session_get_last_year (session));
  g_assert_null (gj_session_get_last_year_file (session));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/app/session/save-and-open", test_save_and_open);
  g_test_add_func ("/app/session/typing-while-saving", test_typing_while_saving);
  g_test_add_func ("/app/session/changed-elsewhere", test_changed_elsewhere);
  g_test_add_func ("/app/session/change-is-noticed", test_change_is_noticed);
  g_test_add_func ("/app/session/vanished-folder", test_vanished_folder);
  g_test_add_func ("/app/session/open-failures", test_open_failures);
  g_test_add_func ("/app/session/pasted-text", test_pasted_text);
  g_test_add_func ("/app/session/pasted-report", test_pasted_report);
  g_test_add_func ("/app/session/reviewing", test_reviewing);
  g_test_add_func ("/app/session/journal", test_journal);
  g_test_add_func ("/app/session/findings-and-cells", test_findings_and_cells);
  g_test_add_func ("/app/session/last-year", test_last_year);

  return g_test_run ();
}
