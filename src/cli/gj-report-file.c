/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-report-file.h"

#include <string.h>
#include <sys/stat.h>

#include <glib/gi18n-lib.h>

#include "gj-export.h"
#include "gj-import.h"

/* Reports in files: what reads a file is chosen by what the file is, what writes one by
 * its suffix. */

G_DEFINE_QUARK (gj-cli-error-quark, gj_cli_error)

/**
 * gj_report_file_get_suffix:
 * @path: a file name, any bytes
 *
 * Returns: what stands behind the last dot of the name, "" when there is none
 */
const char *
gj_report_file_get_suffix (const char *path)
{
  const char *slash = strrchr (path, '/');
  const char *name = slash != NULL ? slash + 1 : path;
  const char *dot = strrchr (name, '.');

  return dot != NULL && dot > name ? dot + 1 : "";
}

/**
 * gj_report_file_load:
 * @path: (type filename): a file in any known format
 * @error: an error of the file, the store or the import
 *
 * Returns: (transfer full) (nullable): the report
 */
GjReport *
gj_report_file_load (const char  *path,
                     GError     **error)
{
  g_autoptr (GBytes) bytes = gj_file_load (path, GJ_FILE_MAX_SIZE, NULL, error);
  GjImportKind kind;
  GjReport *report;

  if (bytes == NULL)
    return NULL;

  kind = gj_import_sniff (bytes);
  if (kind == GJ_IMPORT_KIND_GOUJI ||
      (g_ascii_strcasecmp (gj_report_file_get_suffix (path), "gouji") == 0 && !gj_import_is_foreign (kind)))
    return gj_store_read (bytes, error);

  report = gj_import_document (bytes, NULL, error);
  if (report != NULL)
    gj_import_note_name (report, bytes, path);

  return report;
}

/**
 * gj_report_file_dup_refusal:
 * @suffix: a suffix without dot
 *
 * Returns: (transfer full) (nullable): a sentence that says in which formats a report can
 *          be written, %NULL when this is one of them
 */
char *
gj_report_file_dup_refusal (const char *suffix)
{
  g_autofree char *suffixes = NULL;

  if (gj_export_format_find (suffix) != NULL)
    return NULL;

  suffixes = gj_export_format_dup_suffixes ();
  return g_strdup_printf (_("Reports are written as %s, not as “%s”."), suffixes, suffix);
}

/**
 * gj_report_file_save:
 * @report: a report
 * @path: (type filename): where to; its suffix says in which format
 * @error: an error of the file or the export
 *
 * Writes a report; what stood there is replaced as a whole or not at all.
 *
 * Returns: whether it is written
 */
gboolean
gj_report_file_save (GjReport    *report,
                     const char  *path,
                     GError     **error)
{
  const GjExportFormat *format = gj_export_format_find (gj_report_file_get_suffix (path));
  g_autoptr (GBytes) bytes = NULL;

  if (format == NULL)
    {
      g_autofree char *display = g_filename_display_name (path);
      g_autofree char *suffixes = gj_export_format_dup_suffixes ();

      g_set_error (error, GJ_CLI_ERROR, GJ_CLI_ERROR_FORMAT,
                   _("“%s” cannot be written: reports are written as %s."), display, suffixes);
      return FALSE;
    }

  if (!gj_export_check_target (path, error))
    return FALSE;
  bytes = format->write (report, NULL, error);

  return bytes != NULL && gj_file_replace (path, bytes, NULL, NULL, error);
}

/**
 * gj_report_file_dup_identity:
 * @path: (type filename): a file
 *
 * Returns: (transfer full) (nullable): what is the same for every name of one file, %NULL
 *          when there is none
 */
char *
gj_report_file_dup_identity (const char *path)
{
  struct stat status;

  if (stat (path, &status) != 0)
    return NULL;

  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT,
                          (guint64) status.st_dev, (guint64) status.st_ino);
}

/**
 * gj_report_file_describe:
 * @path: (type filename): a file
 * @error: why it could not be read or written
 *
 * Returns: (transfer full): a sentence that names the file
 */
char *
gj_report_file_describe (const char   *path,
                         const GError *error)
{
  g_autofree char *display = g_filename_display_name (path);

  if (strstr (error->message, display) != NULL)
    return g_strdup (error->message);

  return g_strdup_printf (_("%s: %s"), display, error->message);
}
