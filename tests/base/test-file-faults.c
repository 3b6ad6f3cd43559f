/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "gj-base.h"

/* Every system call on the way of a file to the disk fails once, and the program is killed
 * at each: the file must hold the old content or the new one, whole. The calls are made
 * to fail by strace; where that is not there, or not allowed, the tests are skipped. */

#define SIZE 200000
#define MAX_RUNS 200

static char *helper;

typedef struct
{
  char *folder;
  char *path;
  char *source;
  char *state;
  char *old;
  char *new;
} Fixture;

static char *
make_content (char letter)
{
  char *content = g_strnfill (SIZE + letter, letter);

  content[SIZE / 2] = '\n';
  return content;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = g_dir_make_tmp ("gouji-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "report.gouji", NULL);
  self->source = g_build_filename (self->folder, "new", NULL);
  self->state = g_build_filename (self->folder, "state", NULL);
  self->old = make_content ('a');
  self->new = make_content ('b');
  g_assert_true (g_file_set_contents (self->source, self->new, -1, NULL));
}

static void
empty_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        empty_folder (child);
      g_remove (child);
    }
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  empty_folder (self->folder);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->source);
  g_free (self->state);
  g_free (self->old);
  g_free (self->new);
}

static void
prepare (Fixture  *self,
         gboolean  linked)
{
  g_autofree char *twin = g_build_filename (self->folder, "twin", NULL);

  g_unlink (self->path);
  g_unlink (twin);
  empty_folder (self->state);
  g_assert_true (g_file_set_contents_full (self->path, self->old, -1, G_FILE_SET_CONTENTS_NONE,
                                           0640, NULL));
  if (linked)
    g_assert_cmpint (link (self->path, twin), ==, 0);
}

static char *
find_strace (void)
{
  char *arguments[] = { (char *) "strace", (char *) "-o", (char *) "/dev/null", (char *) "true", NULL };
  int status = -1;
  char *found = g_find_program_in_path ("strace");

  if (found != NULL
      && (!g_spawn_sync (NULL, arguments, NULL,
                         G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                         NULL, NULL, &status, NULL)
          || status != 0))
    g_clear_pointer (&found, g_free);
  return found;
}

/* Runs the helper with one fault. Returns whether the fault was met at all. */

static gboolean
run_with_fault (Fixture    *self,
                const char *call,
                const char *fault,
                int         n,
                int        *status)
{
  g_autofree char *log = g_build_filename (self->folder, "log", NULL);
  g_autofree char *inject = g_strdup_printf ("inject=%s:%s:when=%d", call, fault, n);
  g_autofree char *trace = g_strdup_printf ("trace=%s", call);
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "XDG_STATE_HOME", self->state, TRUE);
  g_autofree char *output = NULL;
  const char *arguments[] = { "strace", "-o", log, "-e", trace, "-e", inject, helper,
                              self->path, self->source, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (g_spawn_sync (NULL, (char **) arguments, environment,
                               G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                               NULL, NULL, status, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (log, &output, NULL, NULL));
  return strstr (output, "INJECTED") != NULL || strstr (output, "killed by SIGKILL") != NULL;
}

static gboolean
holds (const char *path,
       const char *expected)
{
  g_autofree char *found = NULL;

  return g_file_get_contents (path, &found, NULL, NULL) && g_str_equal (found, expected);
}

static gboolean
is_kept (Fixture *self)
{
  g_autofree char *kept = g_build_filename (self->state, "gouji", "kept", NULL);
  g_autoptr (GDir) folder = g_dir_open (kept, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (kept, name, NULL);

      if (holds (path, self->old))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_litter (Fixture *self)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    if (*name == '.')
      return TRUE;
  return FALSE;
}

typedef struct
{
  const char *name;
  const char *call;
  const char *fault;
  gboolean    linked;
} Case;

/* Reading and looking leave the disk as it is: to be killed at them tells nothing. */

#define CHANGING_CALLS(name, fault, linked) \
  { name "/open", "openat", fault, linked }, \
  { name "/write", "write", fault, linked }, \
  { name "/allocate", "fallocate", fault, linked }, \
  { name "/truncate", "ftruncate", fault, linked }, \
  { name "/permissions", "fchmod", fault, linked }, \
  { name "/sync", "fsync", fault, linked }, \
  { name "/rename", "/^rename", fault, linked }, \
  { name "/unlink", "/^unlink", fault, linked }

#define LOOKING_CALLS(name, fault, linked) \
  { name "/stat", "/stat", fault, linked }, \
  { name "/read", "read", fault, linked }, \
  { name "/seek", "lseek", fault, linked }, \
  { name "/close", "close", fault, linked }

static const Case cases[] = {
  CHANGING_CALLS ("full", "error=ENOSPC", FALSE),
  CHANGING_CALLS ("refused", "error=EACCES", FALSE),
  CHANGING_CALLS ("killed", "signal=KILL", FALSE),
  LOOKING_CALLS ("failed", "error=EIO", FALSE),
  CHANGING_CALLS ("in-place/full", "error=ENOSPC", TRUE),
  CHANGING_CALLS ("in-place/killed", "signal=KILL", TRUE),
  LOOKING_CALLS ("in-place/failed", "error=EIO", TRUE),
};

static void
test_fault (Fixture       *self,
            gconstpointer  data)
{
  const Case *c = data;
  gboolean kills = g_str_has_prefix (c->fault, "signal");
  gboolean met = TRUE;
  int n;

  for (n = 1; met && n < MAX_RUNS; n++)
    {
      int status;

      prepare (self, c->linked);
      met = run_with_fault (self, c->call, c->fault, n, &status);

      gboolean is_new = holds (self->path, self->new);
      gboolean is_whole = is_new || holds (self->path, self->old);

      g_test_message ("%s: %d, status %d", c->name, n, status);
      if (status == 0)
        g_assert_true (is_new);
      if (!is_whole)
        g_assert_true (c->linked && is_kept (self));
      if (!kills && strstr (c->call, "unlink") == NULL)
        g_assert_false (has_litter (self));
      if (!met)
        g_assert_cmpint (status, ==, 0);
      empty_folder (self->state);
    }
  g_assert_cmpint (n, <, MAX_RUNS);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *strace = NULL;

  g_test_init (&argc, &argv, NULL);
  helper = g_test_build_filename (G_TEST_BUILT, "base", "replace-file", NULL);
  strace = find_strace ();
  for (gsize i = 0; strace != NULL && i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/base/file-faults/", cases[i].name, NULL);

      g_test_add (path, Fixture, &cases[i], set_up, test_fault, tear_down);
    }

  int status = 0;

  if (strace == NULL)
    g_print ("1..0 # SKIP strace is missing or may not trace\n");
  else
    status = g_test_run ();
  g_free (helper);
  return status;
}
