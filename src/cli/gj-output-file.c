/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-output-file.h"

#include <errno.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "gj-export.h"

/* A file that a command writes where it was told to. */

/**
 * gj_output_file_make_folder:
 * @path: (type filename): a file that is going to be written
 *
 * Makes the folder of the file, and those above it.
 *
 * Returns: whether it is there
 */
gboolean
gj_output_file_make_folder (const char  *path,
                            GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *display = NULL;
  int number;

  if (g_mkdir_with_parents (folder, 0777) == 0)
    return TRUE;

  number = errno;
  display = g_filename_display_name (folder);
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number),
               _("The folder “%s” could not be made: %s."), display, g_strerror (number));

  return FALSE;
}

/**
 * gj_output_file_write:
 * @path: (type filename): where to
 * @bytes: what
 *
 * Writes a whole file, or leaves what was there.
 *
 * Returns: whether it was written
 */
gboolean
gj_output_file_write (const char  *path,
                      GBytes      *bytes,
                      GError     **error)
{
  return gj_export_check_target (path, error) && gj_output_file_make_folder (path, error) &&
         gj_file_replace (path, bytes, NULL, NULL, error);
}
