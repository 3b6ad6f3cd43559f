/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define MAX_LINKS 40
#define MAX_ATTEMPTS 100
#define MAX_ATTRIBUTES_SIZE (64 * 1024)
#define ACCESS_LIST "system.posix_acl_access"

/* The new content stands complete and on the disk in a file of its own before it takes
 * the name of the old one: at every moment the name leads to one of the two, whole. */

/* Only the last component: a link among the folders does not matter to a rename. */

static char *
resolve_links (const char *path)
{
  g_autofree char *resolved = g_strdup (path);

  for (int i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *link = g_file_read_link (resolved, NULL);

      if (link == NULL)
        return g_steal_pointer (&resolved);

      g_autofree char *directory = g_path_get_dirname (resolved);

      g_free (resolved);
      resolved = g_path_is_absolute (link) ? g_strdup (link)
                                           : g_build_filename (directory, link, NULL);
    }

  errno = ELOOP;
  return NULL;
}

/* A new file gets the permissions that the system gives to new files; one that takes
 * another's place is nobody else's business until it has that one's permissions. */

static int
create_temporary (const char  *directory,
                  mode_t       mode,
                  char       **path)
{
  for (int i = 0; i < MAX_ATTEMPTS; i++)
    {
      g_autofree char *name = g_strdup_printf (".gouji-%08x", g_random_int ());
      g_autofree char *candidate = g_build_filename (directory, name, NULL);
      int fd = _gj_file_open (candidate, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, mode);

      if (fd >= 0)
        *path = g_steal_pointer (&candidate);
      if (fd >= 0 || errno != EEXIST)
        return fd;
    }
  return -1;
}

/* Access lists and the like; what the file system does not take is left out. */

static void
copy_attributes (const char *source,
                 int         fd)
{
  g_autofree char *names = g_malloc (MAX_ATTRIBUTES_SIZE);
  g_autofree char *value = g_malloc (MAX_ATTRIBUTES_SIZE);
  gssize length = listxattr (source, names, MAX_ATTRIBUTES_SIZE);

  for (gssize i = 0; i < length; i += strlen (names + i) + 1)
    {
      gssize size = getxattr (source, names + i, value, MAX_ATTRIBUTES_SIZE);

      if (size >= 0)
        (void) !fsetxattr (fd, names + i, value, (gsize) size, 0);
    }

  /* The folder may have given the new file an access list that the old one had not. */
  if (getxattr (source, ACCESS_LIST, NULL, 0) < 0 && errno == ENODATA)
    (void) !fremovexattr (fd, ACCESS_LIST);
}

/* Returns whether the new file is now as the old one was: owner, group, permissions. */

static gboolean
copy_ownership (const char        *path,
                int                fd,
                const struct stat *old)
{
  struct stat own;

  if (fstat (fd, &own) != 0)
    return FALSE;
  if ((own.st_uid != old->st_uid || own.st_gid != old->st_gid)
      && fchown (fd, old->st_uid, old->st_gid) != 0)
    return FALSE;

  copy_attributes (path, fd);
  return fchmod (fd, old->st_mode & 0777) == 0;
}

gboolean
_gj_file_sync_directory (const char *path)
{
  g_autofree char *directory = g_path_get_dirname (path);
  int fd = _gj_file_open (directory, O_RDONLY | O_DIRECTORY, 0);

  if (fd < 0)
    return TRUE;

  gboolean synced = fsync (fd) == 0 || errno == EINVAL || errno == ENOSYS
                    || errno == ENOTSUP || errno == EBADF;
  int number = errno;

  close (fd);
  errno = number;
  return synced;
}

/* Sets an error unless the file at @fd still holds what was loaded. */

gboolean
_gj_file_check_expected (int                 fd,
                         const char         *path,
                         const GjFileStamp  *expected,
                         GError            **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  gsize size = (gsize) expected->size;

  if (!_gj_file_read_all (fd, size, size, data))
    {
      _gj_file_set_write_error (error, errno, path);
      return FALSE;
    }
  if (_gj_file_stamp_same (expected, data->data, data->len))
    return TRUE;

  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, GJ_FILE_ERROR, GJ_FILE_ERROR_CHANGED,
               _("“%s” was not saved: another program has changed it since it was opened. Save under another name, or open it again to see the change."),
               name);
  return FALSE;
}

static gboolean
check_target (const char         *path,
              const GjFileStamp  *expected,
              GError            **error)
{
  if (expected == NULL)
    return TRUE;

  int fd = _gj_file_open (path, O_RDONLY, 0);

  if (fd >= 0)
    {
      gboolean same = _gj_file_check_expected (fd, path, expected, error);

      close (fd);
      return same;
    }
  if (errno != ENOENT)
    {
      _gj_file_set_write_error (error, errno, path);
      return FALSE;
    }

  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
               _("“%s” was not saved: the file is not there any more; it was moved or deleted since it was opened. Save under another name."),
               name);
  return FALSE;
}

/* Everything from the complete temporary file to the new name. On failure the caller
 * removes the temporary file. */

static gboolean
write_and_rename (int                 fd,
                  const char         *temporary,
                  const char         *path,
                  GBytes             *bytes,
                  const GjFileStamp  *expected,
                  GjFileStamp       **stamp,
                  GError            **error)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  struct stat status;

  if (!_gj_file_write_all (fd, data, size) || fsync (fd) != 0 || fstat (fd, &status) != 0)
    {
      _gj_file_set_write_error (error, errno, path);
      return FALSE;
    }
  if (!check_target (path, expected, error))
    return FALSE;
  if (rename (temporary, path) != 0)
    {
      _gj_file_set_write_error (error, errno, path);
      return FALSE;
    }

  if (stamp != NULL)
    *stamp = _gj_file_stamp_new (&status, data, size);
  return TRUE;
}

static gboolean
is_no_place_for_files (int number)
{
  return number == EACCES || number == EPERM || number == EROFS || number == ENOSYS
         || number == ENOTSUP;
}

static gboolean
replace_by_rename (const char         *path,
                   const struct stat  *old,
                   GBytes             *bytes,
                   const GjFileStamp  *expected,
                   GjFileStamp       **stamp,
                   GError            **error)
{
  g_autofree char *directory = g_path_get_dirname (path);
  g_autofree char *temporary = NULL;
  int fd = create_temporary (directory, old != NULL ? 0600 : 0666, &temporary);

  if (fd < 0 && old != NULL && is_no_place_for_files (errno))
    return _gj_file_write_in_place (path, bytes, expected, stamp, error);
  if (fd < 0)
    {
      _gj_file_set_write_error (error, errno, path);
      return FALSE;
    }

  if (old != NULL && !copy_ownership (path, fd, old))
    {
      close (fd);
      unlink (temporary);
      return _gj_file_write_in_place (path, bytes, expected, stamp, error);
    }

  gboolean replaced = write_and_rename (fd, temporary, path, bytes, expected, stamp, error);

  close (fd);
  if (!replaced)
    unlink (temporary);
  else if (!_gj_file_sync_directory (path))
    {
      _gj_file_set_write_error (error, errno, path);
      return FALSE;
    }
  return replaced;
}

/**
 * gj_file_dup_target_path:
 * @file: where something is to be written
 * @error: a #GError of %G_IO_ERROR
 *
 * Only files with a path can be replaced safely.
 *
 * Returns: (transfer full) (nullable): the path of @file
 */
char *
gj_file_dup_target_path (GFile   *file,
                         GError **error)
{
  char *path;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  path = g_file_get_path (file);
  if (path == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _("This place is not on this computer. Choose a folder on it."));

  return path;
}

/**
 * gj_file_replace:
 * @path: (type filename): the file to write; a symbolic link is followed
 * @bytes: the new content
 * @expected: (nullable): what the file was when it was loaded; %NULL to overwrite
 *            whatever is there
 * @stamp: (out) (optional): what the file is now
 * @error: a #GError: %GJ_FILE_ERROR_CHANGED when another program has changed the file,
 *         %G_IO_ERROR_NOT_FOUND when it has vanished, another of %G_IO_ERROR or
 *         %GJ_FILE_ERROR_NOT_VERIFIED when it could not be written; the message names
 *         the cause and what to do
 *
 * Writes a file so that at every moment either the old content or the new one is there,
 * whole. Owner, permissions, access lists and hard links stay. Where that forbids a
 * second file (hard links, a folder that takes no new file, another's file) the old
 * content is kept in the state directory while the file is written in place.
 *
 * Returns: whether the new content is on the disk
 */
gboolean
gj_file_replace (const char         *path,
                 GBytes             *bytes,
                 const GjFileStamp  *expected,
                 GjFileStamp       **stamp,
                 GError            **error)
{
  g_autofree char *target = NULL;
  struct stat status;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (stamp == NULL || *stamp == NULL, FALSE);

  target = resolve_links (path);
  if (target == NULL)
    {
      _gj_file_set_write_error (error, errno, path);
      return FALSE;
    }

  if (lstat (target, &status) != 0)
    {
      if (errno == ENOENT)
        return check_target (target, expected, error)
               && replace_by_rename (target, NULL, bytes, expected, stamp, error);
      _gj_file_set_write_error (error, errno, path);
      return FALSE;
    }
  if (!S_ISREG (status.st_mode))
    {
      _gj_file_set_write_error (error, S_ISDIR (status.st_mode) ? EISDIR : ENOTDIR, path);
      return FALSE;
    }

  /* A rename would go through, but somebody has said that this file is not to be written. */
  if (access (target, W_OK) != 0)
    {
      _gj_file_set_write_error (error, errno, path);
      return FALSE;
    }

  if (status.st_nlink > 1)
    return _gj_file_write_in_place (target, bytes, expected, stamp, error);
  return replace_by_rename (target, &status, bytes, expected, stamp, error);
}
