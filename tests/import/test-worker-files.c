/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "gj-worker-confine.h"
#include "gj-worker-files.h"

/* Which files a worker reaches once it is confined, tried in a child of the test. */

typedef struct
{
  char *folder;
  char *inside;
  char *outside;
} Files;

static char *
write_file (const char *folder,
            const char *name)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, "a", 1, NULL));

  return path;
}

static void
set_up (Files         *self,
        gconstpointer  data)
{
  g_autofree char *inner = NULL;

  self->folder = g_dir_make_tmp ("gouji-XXXXXX", NULL);
  inner = g_build_filename (self->folder, "inner", NULL);
  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  self->outside = write_file (self->folder, "outside");
  self->inside = write_file (inner, "inside");
}

static void
tear_down (Files         *self,
           gconstpointer  data)
{
  g_autofree char *inner = g_path_get_dirname (self->inside);

  g_unlink (self->inside);
  g_unlink (self->outside);
  g_rmdir (inner);
  g_rmdir (self->folder);
  g_free (self->inside);
  g_free (self->outside);
  g_free (self->folder);
}

typedef gboolean (*Confine) (const char *const *folders);

#define NOT_CONFINED 254

/* How opening @path ends, as an error number, in a process that @confine has confined. */
static int
try_to_open (Confine            confine,
             const char *const *folders,
             const char        *path,
             int                flags)
{
  int status = 0;
  pid_t child = fork ();

  if (child == 0)
    {
      if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || !confine (folders))
        _exit (NOT_CONFINED);
      _exit (open (path, flags) >= 0 ? 0 : errno);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));

  return WEXITSTATUS (status);
}

static gboolean
has_landlock (void)
{
  return syscall (SYS_landlock_create_ruleset, NULL, 0, 1) >= 1;
}

/* A worker that needs no files opens none, on every kernel. */
static void
test_none (Files         *files,
           gconstpointer  data)
{
  g_assert_cmpint (try_to_open (gj_worker_confine, NULL, files->inside, O_RDONLY), ==, EPERM);
  g_assert_cmpint (try_to_open (gj_worker_confine, NULL, files->folder, O_RDONLY | O_DIRECTORY), ==, EPERM);
  g_assert_cmpint (try_to_open (gj_worker_confine, NULL, "/etc/passwd", O_RDONLY), ==, EPERM);
}

static void
test_folder (Files         *files,
             gconstpointer  data)
{
  g_autofree char *inner = g_path_get_dirname (files->inside);
  const char *const folders[] = { inner, NULL };
  g_autofree char *roundabout = g_build_filename (inner, "..", "outside", NULL);

  g_assert_cmpint (try_to_open (gj_worker_confine, folders, files->inside, O_RDONLY), ==, 0);
  g_assert_cmpint (try_to_open (gj_worker_confine, folders, files->inside, O_RDWR), ==, EPERM);

  if (!has_landlock ())
    {
      g_test_skip ("The kernel has no Landlock");
      return;
    }
  g_assert_cmpint (try_to_open (gj_worker_confine, folders, files->outside, O_RDONLY), ==, EACCES);
  g_assert_cmpint (try_to_open (gj_worker_confine, folders, roundabout, O_RDONLY), ==, EACCES);
  g_assert_cmpint (try_to_open (gj_worker_confine, folders, files->folder, O_RDONLY | O_DIRECTORY), ==, EACCES);
  g_assert_cmpint (try_to_open (gj_worker_confine, folders, "/etc/passwd", O_RDONLY), ==, EACCES);
}

/* Landlock holds by itself too, and a folder that is missing opens no other. */
static void
test_landlock (Files         *files,
               gconstpointer  data)
{
  const char *const folders[] = { "/nonexistent", NULL };

  if (!has_landlock ())
    {
      g_test_skip ("The kernel has no Landlock");
      return;
    }
  g_assert_cmpint (try_to_open (gj_worker_confine_files, NULL, "/etc/passwd", O_RDONLY), ==, EACCES);
  g_assert_cmpint (try_to_open (gj_worker_confine_files, folders, "/etc/passwd", O_RDONLY), ==, EACCES);
  g_assert_cmpint (try_to_open (gj_worker_confine_files, folders, files->inside, O_WRONLY), ==, EACCES);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/import/worker-files/none", Files, NULL, set_up, test_none, tear_down);
  g_test_add ("/import/worker-files/folder", Files, NULL, set_up, test_folder, tear_down);
  g_test_add ("/import/worker-files/landlock", Files, NULL, set_up, test_landlock, tear_down);

  return g_test_run ();
}
