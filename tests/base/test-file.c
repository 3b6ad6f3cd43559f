/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "gj-base.h"

#define OLD "the old content\n"
#define NEW "the new content, which is a little longer\n"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = g_dir_make_tmp ("gouji-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->path = g_build_filename (self->folder, "report.gouji", NULL);
  g_assert_true (g_file_set_contents (self->path, OLD, -1, NULL));
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_assert_cmpint (g_remove (child), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static void
assert_content (const char *path,
                const char *expected)
{
  g_autofree char *found = NULL;

  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, expected);
}

static guint
count_files (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (folder != NULL && g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

static gboolean
replace (const char         *path,
         const char         *content,
         const GjFileStamp  *expected,
         GError            **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (content, strlen (content));

  return gj_file_replace (path, bytes, expected, NULL, error);
}

static void
test_load (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GjFileStamp) stamp = NULL;
  g_autoptr (GBytes) bytes = gj_file_load (self->path, 100, &stamp, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), OLD, strlen (OLD));
  g_assert_nonnull (stamp);
}

static void
test_load_limit (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) exact = gj_file_load (self->path, strlen (OLD), NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (exact);
  g_assert_null (gj_file_load (self->path, strlen (OLD) - 1, NULL, &error));
  g_assert_error (error, GJ_FILE_ERROR, GJ_FILE_ERROR_TOO_LARGE);
}

static void
test_load_errors (Fixture       *self,
                  gconstpointer  data)
{
  g_autofree char *missing = g_build_filename (self->folder, "missing", NULL);
  g_autofree char *below = g_build_filename (self->path, "below", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (gj_file_load (missing, 100, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, missing));
  g_clear_error (&error);

  g_assert_null (gj_file_load (self->folder, 100, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);

  g_assert_null (gj_file_load (below, 100, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
}

/* Neither a pipe that nobody writes into nor an endless device may hang the program. */

static void
test_load_special (Fixture       *self,
                   gconstpointer  data)
{
  g_autofree char *pipe_path = g_build_filename (self->folder, "pipe", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  g_autoptr (GBytes) empty = gj_file_load (pipe_path, 100, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (empty), ==, 0);

  g_assert_null (gj_file_load ("/dev/zero", 1000000, NULL, &error));
  g_assert_error (error, GJ_FILE_ERROR, GJ_FILE_ERROR_TOO_LARGE);
}

static void
test_is_changed (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr (GjFileStamp) stamp = NULL;
  g_autoptr (GBytes) bytes = gj_file_load (self->path, 100, &stamp, NULL);
  g_autoptr (GjFileStamp) copy = gj_file_stamp_copy (stamp);
  g_autofree char *other = g_ascii_strup (OLD, -1);

  g_assert_nonnull (bytes);
  g_assert_false (gj_file_is_changed (self->path, copy));

  /* The same content under a new inode and time. */
  g_assert_true (g_file_set_contents (self->path, OLD, -1, NULL));
  g_assert_false (gj_file_is_changed (self->path, stamp));

  /* Other content of the same size. */
  g_assert_true (g_file_set_contents (self->path, other, -1, NULL));
  g_assert_true (gj_file_is_changed (self->path, stamp));

  g_assert_cmpint (g_remove (self->path), ==, 0);
  g_assert_true (gj_file_is_changed (self->path, stamp));
}

static void
test_replace (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (NEW, strlen (NEW));
  g_autoptr (GjFileStamp) before = NULL;
  g_autoptr (GjFileStamp) after = NULL;
  g_autoptr (GError) error = NULL;
  struct stat status;

  g_assert_cmpint (g_chmod (self->path, 0640), ==, 0);
  g_bytes_unref (gj_file_load (self->path, 100, &before, NULL));
  g_assert_true (gj_file_replace (self->path, bytes, before, &after, &error));
  g_assert_no_error (error);
  assert_content (self->path, NEW);
  g_assert_false (gj_file_is_changed (self->path, after));
  g_assert_true (gj_file_is_changed (self->path, before));
  g_assert_cmpint (g_stat (self->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);
  g_assert_cmpuint (count_files (self->folder), ==, 1);

  /* The stamp of one saving is what the next one expects. */
  g_assert_true (replace (self->path, OLD, after, &error));
  g_assert_no_error (error);
}

static void
test_replace_new (Fixture       *self,
                  gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "新建.gouji", NULL);
  mode_t mask = umask (027);
  struct stat status;

  g_assert_true (replace (path, NEW, NULL, NULL));
  umask (mask);
  assert_content (path, NEW);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);
}

static void
test_replace_changed (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr (GjFileStamp) stamp = NULL;
  g_autoptr (GError) error = NULL;

  g_bytes_unref (gj_file_load (self->path, 100, &stamp, NULL));
  g_assert_true (g_file_set_contents (self->path, "another's", -1, NULL));
  g_assert_false (replace (self->path, NEW, stamp, &error));
  g_assert_error (error, GJ_FILE_ERROR, GJ_FILE_ERROR_CHANGED);
  assert_content (self->path, "another's");
  g_assert_cmpuint (count_files (self->folder), ==, 1);

  /* Asked to, we overwrite it. */
  g_assert_true (replace (self->path, NEW, NULL, NULL));
  assert_content (self->path, NEW);
}

static void
test_replace_vanished (Fixture       *self,
                       gconstpointer  data)
{
  g_autoptr (GjFileStamp) stamp = NULL;
  g_autoptr (GError) error = NULL;

  g_bytes_unref (gj_file_load (self->path, 100, &stamp, NULL));
  g_assert_cmpint (g_remove (self->path), ==, 0);
  g_assert_false (replace (self->path, NEW, stamp, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, self->path));
  g_assert_cmpuint (count_files (self->folder), ==, 0);
}

static void
test_replace_errors (Fixture       *self,
                     gconstpointer  data)
{
  g_autofree char *long_name = g_strnfill (300, 'a');
  g_autofree char *too_long = g_build_filename (self->folder, long_name, NULL);
  g_autofree char *nowhere = g_build_filename (self->folder, "nowhere", "report.gouji", NULL);
  g_autofree char *below = g_build_filename (self->path, "report.gouji", NULL);
  g_autofree char *loop = g_build_filename (self->folder, "loop", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (replace (nowhere, NEW, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (replace (below, NEW, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  g_clear_error (&error);
  g_assert_false (replace (self->folder, NEW, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);
  g_assert_false (replace (too_long, NEW, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FILENAME_TOO_LONG);
  g_clear_error (&error);
  g_assert_cmpint (symlink ("loop", loop), ==, 0);
  g_assert_false (replace (loop, NEW, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (replace ("/dev/null", NEW, NULL, &error));
  g_assert_nonnull (error);
  assert_content (self->path, OLD);
}

static void
test_replace_link (Fixture       *self,
                   gconstpointer  data)
{
  g_autofree char *first = g_build_filename (self->folder, "first", NULL);
  g_autofree char *second = g_build_filename (self->folder, "second", NULL);
  g_autofree char *dangling = g_build_filename (self->folder, "dangling", NULL);
  g_autofree char *target = g_build_filename (self->folder, "target.gouji", NULL);

  g_assert_cmpint (symlink (self->path, first), ==, 0);
  g_assert_cmpint (symlink ("first", second), ==, 0);
  g_assert_true (replace (second, NEW, NULL, NULL));
  g_assert_true (g_file_test (first, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_SYMLINK));
  assert_content (self->path, NEW);

  g_assert_cmpint (symlink ("target.gouji", dangling), ==, 0);
  g_assert_true (replace (dangling, NEW, NULL, NULL));
  g_assert_true (g_file_test (dangling, G_FILE_TEST_IS_SYMLINK));
  assert_content (target, NEW);
}

/* A crash is a copy that nobody has removed; its lock went with the process. */

static void
test_kept (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "gouji", "kept", NULL);
  g_autofree char *copy = g_build_filename (folder, "0badc0de-报告.gouji", NULL);
  g_autofree char *link = g_strconcat (copy, ".of", NULL);
  g_autoptr (GPtrArray) lost = NULL;
  g_autoptr (GPtrArray) named = NULL;
  g_autoptr (GPtrArray) none = NULL;
  const GjKeptFile *file;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (copy, NEW, -1, NULL));
  lost = gj_file_list_kept ();
  g_assert_cmpuint (lost->len, ==, 1);
  file = g_ptr_array_index (lost, 0);
  g_assert_cmpstr (file->path, ==, copy);
  g_assert_cmpstr (file->origin, ==, "报告.gouji");

  g_assert_cmpint (symlink (self->path, link), ==, 0);
  named = gj_file_list_kept ();
  file = g_ptr_array_index (named, 0);
  g_assert_cmpstr (file->origin, ==, self->path);

  g_assert_true (replace (self->path, NEW, NULL, NULL));
  none = gj_file_list_kept ();
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (count_files (folder), ==, 0);
}

static void
test_kept_discard (Fixture       *self,
                   gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "gouji", "kept", NULL);
  g_autofree char *copy = g_build_filename (folder, "0badc0de-old.gouji", NULL);
  g_autofree char *link = g_strconcat (copy, ".of", NULL);
  g_autoptr (GPtrArray) busy = NULL;
  int fd;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (copy, NEW, -1, NULL));
  g_assert_cmpint (symlink (self->path, link), ==, 0);

  fd = open (copy, O_RDONLY | O_CLOEXEC);
  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  busy = gj_file_list_kept ();
  g_assert_cmpuint (busy->len, ==, 0);
  close (fd);

  gj_file_discard_kept (copy);
  g_assert_cmpuint (count_files (folder), ==, 0);
  assert_content (self->path, OLD);
}

static void
test_replace_hard_link (Fixture       *self,
                        gconstpointer  data)
{
  g_autofree char *twin = g_build_filename (self->folder, "twin.gouji", NULL);
  g_autofree char *kept = g_build_filename (g_get_user_state_dir (), "gouji", "kept", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GjFileStamp) stamp = NULL;

  g_assert_cmpint (link (self->path, twin), ==, 0);
  g_bytes_unref (gj_file_load (self->path, 100, &stamp, NULL));
  g_assert_true (replace (self->path, NEW, stamp, &error));
  g_assert_no_error (error);
  assert_content (self->path, NEW);
  assert_content (twin, NEW);
  g_assert_true (replace (self->path, "short", NULL, &error));
  g_assert_no_error (error);
  assert_content (twin, "short");
  g_assert_cmpuint (count_files (kept), ==, 0);

  g_assert_false (replace (self->path, NEW, stamp, &error));
  g_assert_error (error, GJ_FILE_ERROR, GJ_FILE_ERROR_CHANGED);
  assert_content (twin, "short");
}

static void
test_replace_attributes (Fixture       *self,
                         gconstpointer  data)
{
  char value[8] = "";

  if (setxattr (self->path, "user.gouji", "kept", 4, 0) != 0)
    {
      g_test_skip ("the file system keeps no attributes");
      return;
    }
  g_assert_true (replace (self->path, NEW, NULL, NULL));
  g_assert_cmpint (getxattr (self->path, "user.gouji", value, sizeof value), ==, 4);
  g_assert_cmpstr (value, ==, "kept");
}

static void
test_replace_owner (Fixture       *self,
                    gconstpointer  data)
{
  struct stat status;

  if (geteuid () != 0)
    {
      g_test_skip ("only root gives files away");
      return;
    }
  g_assert_cmpint (chown (self->path, 65534, 65534), ==, 0);
  g_assert_true (replace (self->path, NEW, NULL, NULL));
  g_assert_cmpint (g_stat (self->path, &status), ==, 0);
  g_assert_cmpuint (status.st_uid, ==, 65534);
  g_assert_cmpuint (status.st_gid, ==, 65534);
}

#define TEST(name, function) \
  g_test_add ("/base/file/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_autofree char *state = g_dir_make_tmp ("gouji-XXXXXX", NULL);

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
  TEST ("load", test_load);
  TEST ("load-limit", test_load_limit);
  TEST ("load-errors", test_load_errors);
  TEST ("load-special", test_load_special);
  TEST ("is-changed", test_is_changed);
  TEST ("replace", test_replace);
  TEST ("replace-new", test_replace_new);
  TEST ("replace-changed", test_replace_changed);
  TEST ("replace-vanished", test_replace_vanished);
  TEST ("replace-errors", test_replace_errors);
  TEST ("replace-link", test_replace_link);
  TEST ("kept", test_kept);
  TEST ("kept-discard", test_kept_discard);
  TEST ("replace-hard-link", test_replace_hard_link);
  TEST ("replace-attributes", test_replace_attributes);
  TEST ("replace-owner", test_replace_owner);

  int status = g_test_run ();

  remove_folder (state);
  return status;
}
