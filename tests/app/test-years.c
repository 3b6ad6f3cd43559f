/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "gj-session.h"

/* The reports of the years before, which an open report names. */

#define BODY "云溪市水务局"

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("gouji-years-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

static void
remove_folder (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (g_strdup (path));
      else
        g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

typedef char Folder;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Folder, remove_folder)

static GFile *
find_file (const char *folder,
           const char *name)
{
  return g_file_new_build_filename (folder, name, NULL);
}

static void
write_report (const char *folder,
              const char *name,
              GjReport   *report)
{
  g_autoptr (GBytes) bytes = gj_store_write (report);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
}

static guint
find_cell (GjReport   *report,
           const char *id)
{
  return gj_form_find_cell (gj_report_get_form (report), id);
}

static GjReport *
make_report (int         year,
             const char *carried_out)
{
  GjForm *form = gj_form_catalogue_find_year (year);
  GjReport *report = gj_report_new_for_year (form, BODY, year);

  gj_report_init_cell (report, find_cell (report, "requests/carried-out/total"), carried_out);

  return report;
}

/* Three years, of which each names the one before. */

static void
write_years (const char *folder)
{
  g_autoptr (GjReport) first = make_report (2022, "5");
  g_autoptr (GjReport) second = gj_report_new_for_next_year (gj_form_catalogue_find_year (2023), NULL,
                                                             2023, first, "2022.gouji");
  g_autoptr (GjReport) third = NULL;

  gj_report_init_cell (second, find_cell (second, "requests/carried-out/total"), "6");
  third = gj_report_new_for_next_year (gj_form_catalogue_find_year (2024), NULL, 2024, second,
                                       "2023.gouji");
  write_report (folder, "2022.gouji", first);
  write_report (folder, "2023.gouji", second);
  write_report (folder, "2024.gouji", third);
}

static void
take_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **place)
{
  while (*place == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static GjSession *
open_session (const char *folder,
              const char *name)
{
  g_autoptr (GFile) file = find_file (folder, name);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GjSession *session;

  gj_session_open_async (file, NULL, take_result_cb, &result);
  wait_for (&result);
  session = gj_session_open_finish (result, &error);
  g_assert_no_error (error);

  return session;
}

static void
wait_for_last_year (GjSession *session)
{
  while (gj_session_get_last_year (session) == NULL
         && gj_session_get_last_year_problem (session) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
has_finding (GjSession  *session,
             const char *check)
{
  GListModel *findings = gj_checker_get_findings (gj_session_get_checker (session));

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (GjFinding) finding = g_list_model_get_item (findings, i);

      if (g_str_equal (gj_finding_get_check (finding), check))
        return TRUE;
    }

  return FALSE;
}

static void
test_chain (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GjSession) session = NULL;
  GPtrArray *years;

  write_years (folder);
  session = open_session (folder, "2024.gouji");
  wait_for_last_year (session);
  g_assert_null (gj_session_get_last_year_problem (session));
  g_assert_cmpstr (gj_session_get_last_year_name (session), ==, "2023.gouji");
  g_assert_cmpint (gj_report_get_year (gj_session_get_last_year (session)), ==, 2023);

  years = gj_session_get_years (session);
  g_assert_cmpuint (years->len, ==, 2);
  g_assert_cmpstr (((GjYearFile *) g_ptr_array_index (years, 1))->name, ==, "2022.gouji");
  g_assert_false (gj_session_is_modified (session));
  g_assert_true (gj_checker_get_last_year (gj_session_get_checker (session))
                 == gj_session_get_last_year (session));
}

/* Two reports may name each other. */

static void
test_circle (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GjReport) one = make_report (2023, "1");
  g_autoptr (GjReport) other = make_report (2022, "1");
  g_autoptr (GjSession) session = NULL;

  gj_report_init_setting (one, GJ_LAST_YEAR_SETTING_FILE, "2022.gouji");
  gj_report_init_setting (other, GJ_LAST_YEAR_SETTING_FILE, "2023.gouji");
  write_report (folder, "2023.gouji", one);
  write_report (folder, "2022.gouji", other);
  session = open_session (folder, "2023.gouji");
  wait_for_last_year (session);
  g_assert_cmpuint (gj_session_get_years (session)->len, ==, 2);
}

static void
test_lost (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "2023.gouji", NULL);
  g_autoptr (GjSession) session = NULL;

  write_years (folder);
  g_unlink (path);
  session = open_session (folder, "2024.gouji");
  wait_for_last_year (session);
  g_assert_null (gj_session_get_last_year (session));
  g_assert_nonnull (strstr (gj_session_get_last_year_problem (session), "2023.gouji"));

  /* What was proposed is not lost with it. */
  g_assert_cmpuint (gj_report_count_proposals (gj_session_get_report (session)), ==, 1);
}

static void
test_checked (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GjSession) session = NULL;
  g_autoptr (GjEdit) edit = gj_edit_new ("test");
  g_autoptr (GjEdit) accept = gj_edit_new ("test");

  write_years (folder);
  session = open_session (folder, "2024.gouji");
  wait_for_last_year (session);

  gj_edit_set_cell (edit, gj_session_get_report (session),
                    find_cell (gj_session_get_report (session), "requests/carried-in/total"), "7");
  gj_session_push (session, edit);
  g_assert_true (has_finding (session, "C01"));
  gj_session_undo (session);
  g_assert_cmpuint (gj_edit_accept_proposals (accept, gj_session_get_report (session)), ==, 1);
  gj_session_push (session, accept);
  g_assert_false (has_finding (session, "C01"));
}

static GPtrArray *
read_years (GFile   *file,
            GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  gj_year_file_read_async (file, NULL, take_result_cb, &result);
  wait_for (&result);

  return gj_year_file_read_finish (result, error);
}

static void
save_as (GjSession *session,
         GFile     *target)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  gj_session_save_async (session, target, FALSE, NULL, take_result_cb, &result);
  wait_for (&result);
  g_assert_true (gj_session_save_finish (session, result, NULL, &error));
  g_assert_no_error (error);
}

/* Before the first save nothing but the whole path leads to the file; afterwards both can
 * be moved together. */

static void
test_remembered (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autofree char *inner = g_build_filename (folder, "稿", NULL);
  g_autoptr (GFile) file = find_file (folder, "2023.gouji");
  g_autoptr (GFile) target = find_file (inner, "2024.gouji");
  g_autoptr (GjReport) report = gj_report_new_for_year (gj_form_catalogue_find_year (2024), BODY, 2024);
  g_autoptr (GjSession) session = gj_session_new (report);
  g_autoptr (GPtrArray) years = NULL;

  g_mkdir (inner, 0700);
  write_years (folder);
  years = read_years (file, NULL);
  gj_session_remember_last_year (session, years);
  gj_session_follow_last_year (session);
  g_assert_true (g_path_is_absolute (gj_report_get_setting (report, GJ_LAST_YEAR_SETTING_FILE)));
  g_assert_cmpuint (gj_report_count_proposals (report), ==, 1);

  save_as (session, target);
  g_assert_cmpstr (gj_report_get_setting (report, GJ_LAST_YEAR_SETTING_FILE), ==, "../2023.gouji");
  g_assert_false (gj_session_is_modified (session));
  g_assert_nonnull (gj_session_get_last_year (session));

  gj_session_undo (session);
  gj_session_undo (session);
  g_assert_null (gj_report_get_setting (report, GJ_LAST_YEAR_SETTING_FILE));
  g_assert_null (gj_session_get_last_year (session));
  gj_session_redo (session);
  wait_for_last_year (session);
  g_assert_cmpstr (gj_session_get_last_year_name (session), ==, "2023.gouji");
}

static void
test_unreadable (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GFile) file = find_file (folder, "none.gouji");
  g_autoptr (GError) error = NULL;

  g_assert_null (read_years (file, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "none.gouji"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/years/chain", test_chain);
  g_test_add_func ("/app/years/circle", test_circle);
  g_test_add_func ("/app/years/lost", test_lost);
  g_test_add_func ("/app/years/checked", test_checked);
  g_test_add_func ("/app/years/remembered", test_remembered);
  g_test_add_func ("/app/years/unreadable", test_unreadable);

  return g_test_run ();
}
