/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "gj-core.h"

#include "random-report.h"

#define N_KINDS (GJ_CHANGE_SETTING + 1)
#define URI "file:///tmp/report.gouji"

typedef struct
{
  char  *folder;
  GRand *rand;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = g_dir_make_tmp ("gouji-XXXXXX", NULL);
  self->rand = g_rand_new_with_seed (11);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_rand_free (self->rand);
}

static char *
find_journal (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".journal"))
      return g_build_filename (folder, name, NULL);
  return NULL;
}

static void
assert_same (GjReport *a,
             GjReport *b)
{
  g_autoptr (GBytes) first = gj_store_write (a);
  g_autoptr (GBytes) second = gj_store_write (b);

  g_assert_cmpmem (g_bytes_get_data (first, NULL), g_bytes_get_size (first),
                   g_bytes_get_data (second, NULL), g_bytes_get_size (second));
}

static void
append (GjJournal *journal,
        GjEdit    *edit,
        gboolean   reverted)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (gj_journal_append (journal, edit, reverted, &error));
  g_assert_no_error (error);
}

/* Every kind of change, made and taken back, in every order. */

static void
test_edits (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (GjReport) report = random_report (self->rand, gj_form_catalogue_find ("guoban-2021"));
  g_autoptr (GjJournal) journal = gj_journal_new (self->folder, report, URI, NULL);
  g_autofree char *path = find_journal (self->folder);
  guint seen[N_KINDS][2] = { 0 };

  g_assert_nonnull (journal);
  for (int i = 0; i < 600; i++)
    {
      int kind = i % N_KINDS;
      g_autoptr (GjEdit) edit = random_edit (self->rand, report, kind);
      g_autoptr (GjReport) recovered = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *uri = NULL;

      if (gj_edit_is_empty (edit))
        continue;
      gj_report_apply (report, edit);
      append (journal, edit, FALSE);
      seen[kind][0]++;
      if (g_rand_boolean (self->rand))
        {
          gj_report_revert (report, edit);
          append (journal, edit, TRUE);
          seen[kind][1]++;
        }
      if (i % 10 != 0)
        continue;

      recovered = gj_journal_recover (path, &uri, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (uri, ==, URI);
      assert_same (report, recovered);
    }

  for (int i = 0; i < N_KINDS; i++)
    g_assert_true (seen[i][0] > 3 && seen[i][1] > 3);
}

/* A step of many changes, each of which counts from where the one before it has ended. */

static void
test_long_edit (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (GjReport) report = gj_report_new (gj_form_catalogue_get_form (0));
  g_autoptr (GjNarrative) narrative = gj_narrative_new_for_text ("收到申请49件");
  g_autoptr (GjBlock) added = gj_block_new_paragraph ("另一段");
  g_autoptr (GjEdit) edit = gj_edit_new ("替换");

  gj_report_init_narrative (report, 0, narrative);
  g_autoptr (GjJournal) journal = gj_journal_new (self->folder, report, NULL, NULL);
  g_autofree char *path = find_journal (self->folder);

  gj_edit_change_text (edit, report, 0, 0, 4, "49", "五十");
  gj_edit_change_blocks (edit, report, 0, 0, 0, &added, 1);
  gj_edit_change_text (edit, report, 0, 1, 4, "五十", "51");
  gj_edit_set_cell (edit, report, 3, "51");
  g_assert_cmpuint (gj_edit_get_n_changes (edit), >, 1);

  gj_report_apply (report, edit);
  append (journal, edit, FALSE);
  g_autoptr (GjReport) after = gj_journal_recover (path, NULL, NULL);

  assert_same (report, after);
  gj_report_revert (report, edit);
  append (journal, edit, TRUE);
  g_autoptr (GjReport) back = gj_journal_recover (path, NULL, NULL);

  assert_same (report, back);
}

static void
assert_recovered_cell (const char *path,
                       guint       cell,
                       const char *text)
{
  g_autoptr (GjReport) recovered = gj_journal_recover (path, NULL, NULL);

  g_assert_nonnull (recovered);
  g_assert_cmpstr (gj_report_get_cell_text (recovered, cell), ==, text);
}

static void
test_draft (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (GjReport) report = gj_report_new (gj_form_catalogue_get_form (0));
  g_autoptr (GjJournal) journal = gj_journal_new (self->folder, report, NULL, NULL);
  g_autofree char *path = find_journal (self->folder);
  g_autoptr (GjEdit) other = gj_edit_new ("a");
  g_autoptr (GjEdit) same = gj_edit_new ("b");

  g_assert_true (gj_journal_set_draft (journal, 3, "4", NULL));
  g_assert_true (gj_journal_set_draft (journal, 3, "49", NULL));
  assert_recovered_cell (path, 3, "49");

  /* A step elsewhere leaves what is being typed. */
  gj_edit_set_cell (other, report, 5, "1");
  gj_report_apply (report, other);
  append (journal, other, FALSE);
  assert_recovered_cell (path, 3, "49");
  assert_recovered_cell (path, 5, "1");

  /* Escape */
  g_assert_true (gj_journal_set_draft (journal, 3, NULL, NULL));
  assert_recovered_cell (path, 3, "");

  /* The step that the typing becomes ends it. */
  g_assert_true (gj_journal_set_draft (journal, 3, "50", NULL));
  gj_edit_set_cell (same, report, 3, "51");
  append (journal, same, FALSE);
  assert_recovered_cell (path, 3, "51");
}

static void
test_lost (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GjReport) report = gj_report_new (gj_form_catalogue_get_form (0));
  g_autoptr (GjEdit) edit = gj_edit_new ("a");
  struct stat status;

  gj_report_init_field (report, GJ_FIELD_BODY, "某市某局");
  gj_report_init_field (report, GJ_FIELD_YEAR, "2021");
  GjJournal *journal = gj_journal_new (self->folder, report, URI, NULL);
  g_autofree char *path = find_journal (self->folder);

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  gj_edit_set_cell (edit, report, 0, "1");
  append (journal, edit, FALSE);
  g_assert_true (gj_journal_sync (journal, NULL));

  /* While its program lives nobody is offered it, and nobody removes it. */
  g_autoptr (GPtrArray) none = gj_journal_list_lost (self->folder);

  g_assert_cmpuint (none->len, ==, 0);
  gj_journal_discard_lost (path);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));

  g_assert_finalize_object (journal);
  g_autoptr (GPtrArray) works = gj_journal_list_lost (self->folder);
  GjLostWork *work = g_ptr_array_index (works, 0);

  g_assert_cmpuint (works->len, ==, 1);
  g_assert_cmpstr (work->path, ==, path);
  g_assert_cmpstr (work->file_uri, ==, URI);
  g_assert_cmpstr (work->body, ==, "某市某局");
  g_assert_cmpint (work->year, ==, 2021);
  g_assert_cmpuint (work->n_edits, ==, 1);
  g_assert_cmpint (ABS (work->modified - g_get_real_time () / G_USEC_PER_SEC), <, 60);

  gj_journal_discard_lost (path);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* Who recovers work and crashes again before it is saved has still lost nothing. */

static void
test_crash_again (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr (GjReport) report = gj_report_new (gj_form_catalogue_get_form (0));
  GjJournal *journal = gj_journal_new (self->folder, report, URI, NULL);
  g_autofree char *first = find_journal (self->folder);
  g_autofree char *second = NULL;
  g_autoptr (GjEdit) edit = gj_edit_new ("a");

  gj_edit_set_cell (edit, report, 0, "1");
  append (journal, edit, FALSE);
  g_object_unref (journal);

  g_autoptr (GjReport) recovered = gj_journal_recover (first, NULL, NULL);
  g_autoptr (GjReport) snapshot = gj_report_dup_snapshot (recovered);

  g_assert_true (g_file_test (first, G_FILE_TEST_EXISTS));
  journal = gj_journal_new (self->folder, snapshot, URI, NULL);
  g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS));
  second = find_journal (self->folder);
  g_object_unref (journal);

  g_autoptr (GPtrArray) works = gj_journal_list_lost (self->folder);

  g_assert_cmpuint (works->len, ==, 1);
  assert_recovered_cell (second, 0, "1");

  /* Once it is saved, it is no lost work any more. */
  journal = gj_journal_new (self->folder, snapshot, URI, NULL);
  g_assert_false (g_file_test (second, G_FILE_TEST_EXISTS));
  g_assert_true (gj_journal_rebase (journal, snapshot, URI, NULL));
  g_object_unref (journal);
  g_autoptr (GPtrArray) none = gj_journal_list_lost (self->folder);

  g_assert_cmpuint (none->len, ==, 0);
}

/* A journal in which nothing happened is no work, and no journal is touched that is not
 * understood. */

static void
test_nothing_lost (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr (GjReport) report = gj_report_new (gj_form_catalogue_get_form (0));
  GjJournal *journal = gj_journal_new (self->folder, report, NULL, NULL);
  g_autofree char *path = find_journal (self->folder);
  g_autofree char *later = g_build_filename (self->folder, "x.journal", NULL);
  g_autofree char *missing = g_build_filename (self->folder, "missing", NULL);

  g_object_unref (journal);
  g_assert_true (g_file_set_contents (later, "gouji-journal 3\nabc", -1, NULL));
  g_autoptr (GPtrArray) works = gj_journal_list_lost (self->folder);

  g_assert_cmpuint (works->len, ==, 0);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (later, G_FILE_TEST_EXISTS));
  g_autoptr (GError) error = NULL;

  g_assert_null (gj_journal_recover (later, NULL, &error));
  g_assert_error (error, GJ_STORE_ERROR, GJ_STORE_ERROR_INVALID);

  g_autoptr (GPtrArray) nowhere = gj_journal_list_lost (missing);

  g_assert_cmpuint (nowhere->len, ==, 0);
}

static void
test_rebase (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (GjReport) report = random_report (self->rand, gj_form_catalogue_find ("guoban-2021"));
  g_autoptr (GjJournal) journal = gj_journal_new (self->folder, report, NULL, NULL);
  g_autofree char *path = find_journal (self->folder);

  for (int i = 0; i < 5; i++)
    {
      g_autoptr (GjEdit) edit = random_edit (self->rand, report, GJ_CHANGE_CELL);
      g_autofree char *uri = NULL;

      gj_report_apply (report, edit);
      append (journal, edit, FALSE);
      g_assert_true (gj_journal_rebase (journal, report, URI, NULL));

      g_autoptr (GPtrArray) works = gj_journal_list_lost (self->folder);

      g_assert_cmpuint (works->len, ==, 0);
      g_autoptr (GjReport) recovered = gj_journal_recover (path, &uri, NULL);

      g_assert_cmpstr (uri, ==, URI);
      assert_same (report, recovered);
    }

  gj_journal_discard (journal);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  /* Afterwards nothing is written and nothing fails. */
  g_autoptr (GjEdit) edit = random_edit (self->rand, report, GJ_CHANGE_CELL);

  append (journal, edit, FALSE);
  g_assert_true (gj_journal_sync (journal, NULL));
}

static void
test_two_processes (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr (GjReport) report = gj_report_new (gj_form_catalogue_get_form (0));
  g_autoptr (GjJournal) first = gj_journal_new (self->folder, report, URI, NULL);
  GjJournal *second = gj_journal_new (self->folder, report, URI, NULL);
  g_autoptr (GjEdit) edit = gj_edit_new ("a");

  gj_edit_set_cell (edit, report, 0, "1");
  append (first, edit, FALSE);
  append (second, edit, FALSE);
  append (second, edit, TRUE);
  g_object_unref (second);

  g_autoptr (GPtrArray) works = gj_journal_list_lost (self->folder);

  g_assert_cmpuint (works->len, ==, 1);
  g_assert_cmpuint (((GjLostWork *) g_ptr_array_index (works, 0))->n_edits, ==, 2);
}

/* Whatever end of the file is missing or wrong, the records before it are recovered. */

static void
test_torn (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GjReport) report = gj_report_new (gj_form_catalogue_get_form (0));
  g_autoptr (GjJournal) journal = gj_journal_new (self->folder, report, NULL, NULL);
  g_autofree char *path = find_journal (self->folder);
  g_autofree char *torn = g_build_filename (self->folder, "torn", NULL);
  g_autofree char *content = NULL;
  gsize ends[4] = { 0 };
  gsize length;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GjEdit) edit = gj_edit_new ("a");
      struct stat status;

      g_assert_cmpint (g_stat (path, &status), ==, 0);
      ends[i] = (gsize) status.st_size;
      gj_edit_set_cell (edit, report, i, "7");
      gj_report_apply (report, edit);
      append (journal, edit, FALSE);
    }
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  ends[3] = length;

  for (gsize size = ends[0]; size <= length; size++)
    for (int damaged = 0; damaged < 2; damaged++)
      {
        g_autofree char *copy = g_memdup2 (content, length);
        guint n_whole = 0;

        if (damaged && size < length)
          copy[size] ^= 0x55;
        while (n_whole < 3 && ends[n_whole + 1] <= size)
          n_whole++;
        g_unlink (torn);
        g_assert_true (g_file_set_contents_full (torn, copy, (gssize) (damaged ? length : size),
                                                 G_FILE_SET_CONTENTS_NONE, 0600, NULL));
        g_autoptr (GjReport) recovered = gj_journal_recover (torn, NULL, NULL);

        g_assert_nonnull (recovered);
        for (guint i = 0; i < 3; i++)
          g_assert_cmpstr (gj_report_get_cell_text (recovered, i), ==, i < n_whole ? "7" : "");
      }

  for (gsize size = 0; size < ends[0]; size += 97)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (torn, content, (gssize) size, NULL));
      g_assert_null (gj_journal_recover (torn, NULL, &error));
      g_assert_error (error, GJ_STORE_ERROR, GJ_STORE_ERROR_INVALID);
    }
}

/* A writer that counts up in a cell and says through a pipe which step is written. */

static void
write_until_killed (const char *folder,
                    int         fd)
{
  g_autoptr (GjReport) report = gj_report_new (gj_form_catalogue_get_form (0));
  g_autoptr (GjJournal) journal = gj_journal_new (folder, report, URI, NULL);

  for (int i = 1; ; i++)
    {
      g_autoptr (GjEdit) edit = gj_edit_new ("a");
      g_autofree char *text = g_strdup_printf ("%d", i);

      gj_edit_set_cell (edit, report, 0, text);
      gj_report_apply (report, edit);
      if (!gj_journal_append (journal, edit, FALSE, NULL))
        _exit (1);
      if (i % 50 == 0 && !gj_journal_rebase (journal, report, URI, NULL))
        _exit (1);
      if (write (fd, &i, sizeof i) != sizeof i)
        _exit (1);
    }
}

static int
read_last (int fd,
           int last)
{
  int next;

  while (read (fd, &next, sizeof next) == sizeof next)
    last = next;
  return last;
}

static void
test_kill (Fixture       *self,
           gconstpointer  data)
{
  for (int i = 0; i < 25; i++)
    {
      int pipes[2];

      g_assert_cmpint (pipe (pipes), ==, 0);
      pid_t child = fork ();

      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        {
          close (pipes[0]);
          write_until_killed (self->folder, pipes[1]);
        }

      close (pipes[1]);
      int first;

      g_assert_cmpint (read (pipes[0], &first, sizeof first), ==, sizeof first);
      g_usleep ((gulong) g_rand_int_range (self->rand, 0, 10000));
      g_assert_cmpint (kill (child, SIGKILL), ==, 0);
      int last = read_last (pipes[0], first);

      close (pipes[0]);
      g_assert_cmpint (waitpid (child, NULL, 0), ==, child);

      g_autofree char *path = find_journal (self->folder);
      g_autofree char *uri = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GjReport) recovered = gj_journal_recover (path, &uri, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (uri, ==, URI);
      int found = atoi (gj_report_get_cell_text (recovered, 0));

      g_assert_cmpint (found, >=, last);
      g_assert_cmpint (found, <=, last + 1);
      gj_journal_discard_lost (path);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static void
test_errors (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (GjReport) report = gj_report_new (gj_form_catalogue_get_form (0));
  g_autofree char *file = g_build_filename (self->folder, "file", NULL);
  g_autofree char *below = g_build_filename (file, "below", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  g_assert_null (gj_journal_new (below, report, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  g_clear_error (&error);
  g_assert_null (gj_journal_recover (below, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (gj_journal_recover (file, NULL, &error));
  g_assert_error (error, GJ_STORE_ERROR, GJ_STORE_ERROR_INVALID);
}

/* A full disk in the middle of a record: it is cut off, and written as soon as there is
 * room again. */

static void
test_full_disk (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (GjReport) report = gj_report_new (gj_form_catalogue_get_form (0));
  g_autoptr (GjJournal) journal = gj_journal_new (self->folder, report, NULL, NULL);
  g_autofree char *path = find_journal (self->folder);
  g_autofree char *long_text = g_strnfill (100000, '9');
  g_autoptr (GError) error = NULL;
  g_autoptr (GjEdit) edit = gj_edit_new ("a");
  struct stat status;
  struct rlimit old;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  struct rlimit limit = { (rlim_t) status.st_size + 1000, old.rlim_max };

  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  gboolean appended = gj_journal_set_draft (journal, 0, long_text, &error);

  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_false (appended);
  g_assert_nonnull (error);
  assert_recovered_cell (path, 0, "");

  gj_edit_set_cell (edit, report, 1, "8");
  append (journal, edit, FALSE);
  assert_recovered_cell (path, 1, "8");
  assert_recovered_cell (path, 0, long_text);
}

#define TEST(name, function) \
  g_test_add ("/core/journal/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("edits", test_edits);
  TEST ("long-edit", test_long_edit);
  TEST ("draft", test_draft);
  TEST ("lost", test_lost);
  TEST ("crash-again", test_crash_again);
  TEST ("nothing-lost", test_nothing_lost);
  TEST ("rebase", test_rebase);
  TEST ("two-processes", test_two_processes);
  TEST ("torn", test_torn);
  TEST ("kill", test_kill);
  TEST ("errors", test_errors);
  TEST ("full-disk", test_full_disk);
  return g_test_run ();
}
