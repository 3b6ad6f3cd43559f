/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

/* While a file is written in place its old content stands, complete and on the disk, in
 * the state directory. The copy is removed only when the new content has been read back,
 * or the old one restored. */

/* Room for a longer file is taken before the first byte of the old one is touched. */

static gboolean
overwrite (int           fd,
           gconstpointer data,
           gsize         size,
           gsize         old_size)
{
  if (size > old_size)
    {
      int number = posix_fallocate (fd, 0, (off_t) size);

      if (number != 0 && number != EINVAL && number != EOPNOTSUPP && number != ENOSYS)
        {
          errno = number;
          return FALSE;
        }
    }
  return lseek (fd, 0, SEEK_SET) == 0
         && _gj_file_write_all (fd, data, size)
         && ftruncate (fd, (off_t) size) == 0
         && fsync (fd) == 0;
}

static gboolean
reads_back (int           fd,
            gconstpointer data,
            gsize         size)
{
  g_autoptr (GByteArray) found = g_byte_array_new ();

  return lseek (fd, 0, SEEK_SET) == 0
         && _gj_file_read_all (fd, size, size, found)
         && found->len == size
         && (size == 0 || memcmp (found->data, data, size) == 0);
}

/* After a failure: either the old content is back, or the message says where it is. */

static void
restore (int          fd,
         const char  *path,
         GByteArray  *old,
         GjKeptCopy  *copy,
         GError     **error)
{
  if (overwrite (fd, old->data, old->len, old->len) && reads_back (fd, old->data, old->len))
    {
      copy->is_needed = FALSE;
      return;
    }

  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *kept = g_filename_display_name (copy->path);

  g_clear_error (error);
  g_set_error (error, GJ_FILE_ERROR, GJ_FILE_ERROR_NOT_VERIFIED,
               _("“%s” was not saved, and the disk failed while it was written; what it held before is kept in “%s”. Save under another name on another disk."),
               name, kept);
}

static gboolean
write_verified (int           fd,
                const char   *path,
                GBytes       *bytes,
                gsize         old_size,
                GError      **error)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  if (!overwrite (fd, data, size, old_size))
    {
      _gj_file_set_write_error (error, errno, path);
      return FALSE;
    }
  if (!reads_back (fd, data, size))
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, GJ_FILE_ERROR, GJ_FILE_ERROR_NOT_VERIFIED,
                   _("“%s” was not saved: the disk does not give back what was written. Save under another name on another disk."),
                   name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
replace_content (int                 fd,
                 const char         *path,
                 GBytes             *bytes,
                 GByteArray         *old,
                 GError            **error)
{
  GjKeptCopy copy;
  gboolean replaced;

  if (!_gj_kept_copy_begin (&copy, path, old))
    {
      _gj_file_set_write_error (error, errno, path);
      return FALSE;
    }

  replaced = write_verified (fd, path, bytes, old->len, error);
  if (replaced)
    copy.is_needed = FALSE;
  else
    restore (fd, path, old, &copy, error);
  _gj_kept_copy_end (&copy);

  return replaced;
}

gboolean
_gj_file_write_in_place (const char         *path,
                         GBytes             *bytes,
                         const GjFileStamp  *expected,
                         GjFileStamp       **stamp,
                         GError            **error)
{
  g_autoptr (GByteArray) old = g_byte_array_new ();
  struct stat status;
  int fd = _gj_file_open (path, O_RDWR, 0);

  if (fd < 0)
    {
      _gj_file_set_write_error (error, errno, path);
      return FALSE;
    }

  gboolean written = FALSE;

  if (expected != NULL && !_gj_file_check_expected (fd, path, expected, error))
    written = FALSE;
  else if (lseek (fd, 0, SEEK_SET) != 0 || fstat (fd, &status) != 0
           || !_gj_file_read_all (fd, (gsize) status.st_size, G_MAXUINT - 2, old))
    _gj_file_set_write_error (error, errno, path);
  else
    written = replace_content (fd, path, bytes, old, error);

  if (written && stamp != NULL && fstat (fd, &status) == 0)
    *stamp = _gj_file_stamp_new (&status, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  close (fd);
  return written;
}
