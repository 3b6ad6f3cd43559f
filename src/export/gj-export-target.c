/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-export-target.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "gj-base.h"
#include "gj-export-error.h"

/* Most files are no PDF: they need not be loaded to know that. */
static gboolean
begins_as_pdf (const char *path)
{
  FILE *file = fopen (path, "rbe");
  char begin[5];
  gboolean is_pdf;

  if (file == NULL)
    return FALSE;
  is_pdf = fread (begin, 1, sizeof begin, file) == sizeof begin && memcmp (begin, "%PDF-", sizeof begin) == 0;
  fclose (file);

  return is_pdf;
}

/**
 * gj_export_check_target:
 * @path: (type filename): where something is to be written
 * @error: %GJ_EXPORT_ERROR_FAILED, in a sentence that names the file
 *
 * Refuses to have a PDF with a digital signature written over: the signature is of this one
 * file and cannot be made again. Ask before every export.
 *
 * Returns: whether @path may be written
 */
gboolean
gj_export_check_target (const char  *path,
                        GError     **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  if (begins_as_pdf (path))
    bytes = gj_file_load (path, GJ_FILE_MAX_SIZE, NULL, NULL);
  if (bytes == NULL || !gj_pdf_is_signed (bytes))
    return TRUE;

  name = g_filename_display_name (path);
  g_set_error (error, GJ_EXPORT_ERROR, GJ_EXPORT_ERROR_FAILED,
               _("“%s” is a digitally signed PDF and was not written over, for its signature would be lost. Choose "
                 "another name."),
               name);

  return FALSE;
}
