/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-import-private.h"

#include <glib/gi18n-lib.h>

#include "gj-match.h"
#include "gj-text-reader.h"
#include "gj-worker-client.h"

/* The way in for the programs: a text is read here, a document that somebody else's
 * program has made in the worker. Nothing of this file needs a reader of such documents,
 * so that the programs need not link them. */

G_DEFINE_QUARK (gj-import-error-quark, gj_import_error)

gboolean
_gj_import_check_size (GBytes  *bytes,
                       GError **error)
{
  if (g_bytes_get_size (bytes) <= GJ_FILE_MAX_SIZE)
    return TRUE;

  g_set_error_literal (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE,
                       _("The file is larger than 64 MiB. No annual report is that large; choose another file."));

  return FALSE;
}

/* From bytes to a report with its source. */

GjReport *
_gj_import_with (GjReader       read,
                 const char    *format,
                 GBytes        *bytes,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (GjRawDocument) document = read (bytes, cancellable, error);
  g_autoptr (GjSourceBuilder) builder = NULL;
  g_autoptr (GjReport) report = NULL;
  g_autoptr (GjSource) source = NULL;
  g_autofree char *digest = NULL;

  if (document == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  builder = gj_source_builder_new (format, digest);
  report = gj_match_document (document, builder, cancellable, error);
  if (report == NULL)
    return NULL;

  source = gj_source_builder_end (builder);
  gj_report_init_source (report, source);

  return g_steal_pointer (&report);
}

static void
worker_free (gpointer data)
{
  gj_import_worker_free (data);
}

static GjImportWorker *
get_worker (GjImportKind kind)
{
  static GPrivate workers[] = { G_PRIVATE_INIT (worker_free), G_PRIVATE_INIT (worker_free) };
  GPrivate *worker_of_thread = &workers[kind == GJ_IMPORT_KIND_PDF];
  GjImportWorker *worker = g_private_get (worker_of_thread);

  if (worker == NULL)
    {
      worker = gj_import_worker_new (kind, NULL);
      g_private_set (worker_of_thread, worker);
    }

  return worker;
}

/**
 * gj_import_document:
 * @bytes: the content of a document, or a pasted text
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Reads a document into a report: a text in this process, everything else in a worker. Each
 * thread keeps its own workers for the next document.
 *
 * Sets %GJ_IMPORT_ERROR_UNREADABLE when @bytes are in no format that is read, or could not
 * be read in time or at all, %GJ_IMPORT_ERROR_NOT_A_REPORT when the document is no annual
 * report, %GJ_IMPORT_ERROR_WORKER when the worker does not start.
 *
 * Returns: (transfer full): the report
 */
GjReport *
gj_import_document (GBytes        *bytes,
                    GCancellable  *cancellable,
                    GError       **error)
{
  return gj_import_document_part (bytes, GJ_IMPORT_ALL, cancellable, error);
}

/**
 * gj_import_document_part:
 * @bytes: the content of a document, or a pasted text
 * @part: what of it is read
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * gj_import_document() of a part of a document. Sets %GJ_IMPORT_ERROR_NOT_A_REPORT too when
 * the document has no such part.
 *
 * Returns: (transfer full): the report
 */
GjReport *
gj_import_document_part (GBytes        *bytes,
                         GjImportPart   part,
                         GCancellable  *cancellable,
                         GError       **error)
{
  GjImportKind kind;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!_gj_import_check_size (bytes, error))
    return NULL;

  kind = gj_import_sniff (bytes);
  if (kind == GJ_IMPORT_KIND_TEXT)
    return _gj_import_with (gj_text_read, "text", bytes, cancellable, error);
  if (!gj_import_is_foreign (kind))
    {
      _gj_import_refuse (kind, error);
      return NULL;
    }

  return gj_import_worker_read (get_worker (kind), bytes, part, cancellable, error);
}
