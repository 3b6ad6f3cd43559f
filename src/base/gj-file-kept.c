/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* Copies of what files held before they were written in place. A copy that is not removed
 * was needed: the program ended, or the disk failed, in between. Beside each stands a
 * symbolic link to the file that it was made of, for people to know it by. The lock on a
 * copy says that its writer is at work; it goes with the process. */

#define LINK_SUFFIX ".of"

static char *
dup_directory (void)
{
  return g_build_filename (g_get_user_state_dir (), "gouji", "kept", NULL);
}

static char *
make_path (const char *path)
{
  g_autofree char *directory = dup_directory ();
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_strdup_printf ("%08x-%.200s", g_random_int (), base);

  if (g_mkdir_with_parents (directory, 0700) != 0)
    return NULL;

  return g_build_filename (directory, name, NULL);
}

static char *
dup_link (const char *path)
{
  return g_strconcat (path, LINK_SUFFIX, NULL);
}

static void
remove_copy (const char *path)
{
  g_autofree char *link = dup_link (path);

  unlink (path);
  unlink (link);
}

/* That the link cannot be made costs a name, not the content. */
static void
link_origin (const char *copy,
             const char *path)
{
  g_autofree char *link = dup_link (copy);
  g_autofree char *origin = g_canonicalize_filename (path, NULL);

  (void) !symlink (origin, link);
}

/* Leaves errno when it returns %FALSE. */

gboolean
_gj_kept_copy_begin (GjKeptCopy *self,
                     const char *path,
                     GByteArray *data)
{
  g_autofree char *copy = make_path (path);
  gboolean kept;
  int number;
  int fd;

  *self = (GjKeptCopy) { .fd = -1 };
  if (copy == NULL)
    return FALSE;

  fd = _gj_file_open (copy, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600);
  if (fd < 0)
    return FALSE;

  (void) !flock (fd, LOCK_EX | LOCK_NB);
  link_origin (copy, path);
  kept = _gj_file_write_all (fd, data->data, data->len) && fsync (fd) == 0
         && _gj_file_sync_directory (copy);
  number = errno;
  if (!kept)
    {
      close (fd);
      remove_copy (copy);
      errno = number;
      return FALSE;
    }

  *self = (GjKeptCopy) { .path = g_steal_pointer (&copy), .fd = fd, .is_needed = TRUE };

  return TRUE;
}

void
_gj_kept_copy_end (GjKeptCopy *self)
{
  if (!self->is_needed)
    remove_copy (self->path);
  close (self->fd);
  g_clear_pointer (&self->path, g_free);
}

/* Listing */

void
gj_kept_file_free (GjKeptFile *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self->origin);
  g_free (self);
}

static gboolean
is_in_use (int fd)
{
  return flock (fd, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

/* The name stands behind the eight digits that make it unique. */
static char *
find_origin (const char *path)
{
  g_autofree char *link = dup_link (path);
  g_autofree char *origin = g_file_read_link (link, NULL);
  g_autofree char *base = NULL;
  const char *dash;

  if (origin != NULL)
    return g_steal_pointer (&origin);

  base = g_path_get_basename (path);
  dash = strchr (base, '-');

  return g_strdup (dash != NULL ? dash + 1 : base);
}

/* A writer that ended before its first byte, or after its last: nothing was lost. */
static gboolean
holds_the_same (const char *path,
                const char *origin)
{
  g_autoptr (GBytes) copy = gj_file_load (path, GJ_FILE_MAX_SIZE, NULL, NULL);
  g_autoptr (GBytes) bytes = g_path_is_absolute (origin)
                             ? gj_file_load (origin, GJ_FILE_MAX_SIZE, NULL, NULL) : NULL;

  return copy != NULL && bytes != NULL && g_bytes_equal (copy, bytes);
}

static GjKeptFile *
look_at (const char *path)
{
  g_autoptr (GjKeptFile) file = NULL;
  struct stat status;
  int fd = _gj_file_open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK, 0);

  if (fd < 0)
    return NULL;

  if (fstat (fd, &status) == 0 && S_ISREG (status.st_mode) && !is_in_use (fd))
    {
      file = g_new0 (GjKeptFile, 1);
      file->path = g_strdup (path);
      file->origin = find_origin (path);
      file->modified = status.st_mtime;
    }
  close (fd);

  if (file == NULL || !holds_the_same (path, file->origin))
    return g_steal_pointer (&file);

  remove_copy (path);

  return NULL;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const GjKeptFile *first = *(GjKeptFile *const *) a;
  const GjKeptFile *second = *(GjKeptFile *const *) b;

  if (first->modified != second->modified)
    return first->modified > second->modified ? -1 : 1;

  return g_strcmp0 (first->path, second->path);
}

/**
 * gj_file_list_kept:
 *
 * Lists the copies that gj_file_replace() left behind because it could not bring its work
 * to an end. A copy that says the same as its file is removed.
 *
 * Returns: (transfer container) (element-type GjKeptFile): the latest first
 */
GPtrArray *
gj_file_list_kept (void)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_kept_file_free);
  g_autofree char *directory = dup_directory ();
  g_autoptr (GDir) folder = g_dir_open (directory, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (directory, name, NULL);
      GjKeptFile *file = look_at (path);

      if (file != NULL)
        g_ptr_array_add (files, file);
    }
  g_ptr_array_sort (files, compare);

  return files;
}

/**
 * gj_file_discard_kept:
 * @path: (type filename): a copy that gj_file_list_kept() has named
 *
 * Removes a copy that is not wanted any more.
 */
void
gj_file_discard_kept (const char *path)
{
  g_return_if_fail (path != NULL);

  remove_copy (path);
}
