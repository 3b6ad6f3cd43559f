/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

/* A file that is as young as this may change again without a visible change of its time. */
#define RACY_TIME (2 * G_USEC_PER_SEC)

G_DEFINE_QUARK (gj-file-error-quark, gj_file_error)

static gint64
get_mtime (const struct stat *status)
{
  return (gint64) status->st_mtim.tv_sec * 1000000000 + status->st_mtim.tv_nsec;
}

static void
compute_hash (gconstpointer data,
              gsize         size,
              guint8       *hash)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length = 32;

  g_checksum_update (checksum, data, (gssize) size);
  g_checksum_get_digest (checksum, hash, &length);
}

GjFileStamp *
_gj_file_stamp_new (const struct stat *status,
                    gconstpointer      data,
                    gsize              size)
{
  GjFileStamp *self = g_new0 (GjFileStamp, 1);

  self->device = status->st_dev;
  self->inode = status->st_ino;
  self->size = (gint64) size;
  self->mtime = get_mtime (status);
  self->taken = g_get_real_time ();
  compute_hash (data, size, self->hash);
  return self;
}

gboolean
_gj_file_stamp_same (const GjFileStamp *self,
                     gconstpointer      data,
                     gsize              size)
{
  guint8 hash[32];

  if ((gsize) self->size != size)
    return FALSE;
  compute_hash (data, size, hash);
  return memcmp (hash, self->hash, sizeof hash) == 0;
}

GjFileStamp *
gj_file_stamp_copy (const GjFileStamp *self)
{
  return self != NULL ? g_memdup2 (self, sizeof *self) : NULL;
}

void
gj_file_stamp_free (GjFileStamp *self)
{
  g_free (self);
}

/**
 * gj_file_stamp_get_modified:
 * @self: (nullable): a stamp
 *
 * Returns: when the file was changed last, in nanoseconds since 1970; 0 when that is not
 *   known
 */
gint64
gj_file_stamp_get_modified (const GjFileStamp *self)
{
  return self != NULL ? self->mtime : 0;
}

int
_gj_file_open (const char *path,
               int         flags,
               mode_t      mode)
{
  int fd;

  do
    fd = open (path, flags | O_CLOEXEC, mode);
  while (fd < 0 && errno == EINTR);
  return fd;
}

/* Reads at most one byte more than @max_size, so that the caller sees what is too large. */

gboolean
_gj_file_read_all (int         fd,
                   gsize       expected_size,
                   gsize       max_size,
                   GByteArray *data)
{
  gsize room = MIN (expected_size, max_size) + 1;
  gsize used = 0;

  while (used <= max_size)
    {
      if (used == room)
        room = MIN (room * 2, max_size + 1);
      g_byte_array_set_size (data, room);

      gssize n = read (fd, data->data + used, room - used);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      if (n == 0)
        break;
      used += n;
    }

  g_byte_array_set_size (data, used);
  return TRUE;
}

gboolean
_gj_file_write_all (int           fd,
                    gconstpointer data,
                    gsize         size)
{
  const char *next = data;

  while (size > 0)
    {
      gssize n = write (fd, next, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      next += n;
      size -= n;
    }
  return TRUE;
}

/* Opens without waiting for somebody to write into a pipe, and without taking a terminal. */

static int
open_for_reading (const char  *path,
                  struct stat *status)
{
  int fd = _gj_file_open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY, 0);

  if (fd < 0)
    return -1;

  if (fstat (fd, status) != 0)
    {
      int number = errno;

      close (fd);
      errno = number;
      return -1;
    }
  if (S_ISDIR (status->st_mode))
    {
      close (fd);
      errno = EISDIR;
      return -1;
    }
  if (!S_ISREG (status->st_mode))
    fcntl (fd, F_SETFL, fcntl (fd, F_GETFL) & ~O_NONBLOCK);
  return fd;
}

static void
set_too_large_error (GError     **error,
                     const char  *path,
                     gsize        max_size)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *size = g_format_size_full (max_size, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, GJ_FILE_ERROR, GJ_FILE_ERROR_TOO_LARGE,
               _("“%s” is larger than %s and was not opened: no annual report is as large as this. Check whether it is the right file."),
               name, size);
}

/**
 * gj_file_load:
 * @path: (type filename): a file
 * @max_size: the largest size to accept, in bytes
 * @stamp: (out) (optional): what the file was when it was read; costs a hash
 * @error: a #GError of %GJ_FILE_ERROR or %G_IO_ERROR
 *
 * Reads a whole file.
 *
 * Returns: (transfer full) (nullable): the content
 */
GBytes *
gj_file_load (const char   *path,
              gsize         max_size,
              GjFileStamp **stamp,
              GError      **error)
{
  g_autoptr (GByteArray) data = NULL;
  struct stat status;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (max_size < G_MAXUINT - 1, NULL);

  int fd = open_for_reading (path, &status);

  if (fd < 0)
    {
      _gj_file_set_read_error (error, errno, path);
      return NULL;
    }
  if (S_ISREG (status.st_mode) && (guint64) status.st_size > max_size)
    {
      close (fd);
      set_too_large_error (error, path, max_size);
      return NULL;
    }

  gsize expected = S_ISREG (status.st_mode) ? (gsize) status.st_size : 64 * 1024;

  data = g_byte_array_new ();
  gboolean read = _gj_file_read_all (fd, expected, max_size, data);
  int number = errno;

  close (fd);
  if (!read)
    {
      _gj_file_set_read_error (error, number, path);
      return NULL;
    }
  if (data->len > max_size)
    {
      set_too_large_error (error, path, max_size);
      return NULL;
    }

  if (stamp != NULL)
    *stamp = _gj_file_stamp_new (&status, data->data, data->len);
  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

static gboolean
is_untouched (const struct stat *status,
              const GjFileStamp *stamp)
{
  return status->st_dev == stamp->device
         && status->st_ino == stamp->inode
         && status->st_size == stamp->size
         && get_mtime (status) == stamp->mtime
         && stamp->taken - stamp->mtime / 1000 > RACY_TIME;
}

/**
 * gj_file_is_changed:
 * @path: (type filename): a file
 * @stamp: what it was
 *
 * A file that was only touched, or replaced by one with the same content, is not changed.
 *
 * Returns: whether the file holds something else now, or is not there any more
 */
gboolean
gj_file_is_changed (const char        *path,
                    const GjFileStamp *stamp)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  struct stat status;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (stamp != NULL, FALSE);

  if (stat (path, &status) != 0)
    return TRUE;
  if (is_untouched (&status, stamp))
    return FALSE;
  if (!S_ISREG (status.st_mode) || status.st_size != stamp->size)
    return TRUE;

  int fd = _gj_file_open (path, O_RDONLY, 0);

  if (fd < 0)
    return TRUE;
  gboolean read = _gj_file_read_all (fd, (gsize) stamp->size, (gsize) stamp->size, data);

  close (fd);
  return !read || !_gj_file_stamp_same (stamp, data->data, data->len);
}
