/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-import-private.h"

/* All readers. Only the tests link them together. */

/**
 * gj_import_bytes:
 * @bytes: the content of a document, or a pasted text
 * @name: (nullable): the file's name; nothing is read from it
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Reads a document into a report, in this process: what somebody else's program has made is
 * for gj_import_document(). Cells keep the text that stood there; what was guessed, moved
 * or dropped is a note in the report's source.
 *
 * Sets %GJ_IMPORT_ERROR_UNREADABLE when @bytes are in no format that is read here,
 * %GJ_IMPORT_ERROR_NOT_A_REPORT when the document is no annual report.
 *
 * Returns: (transfer full): the report
 */
GjReport *
gj_import_bytes (GBytes        *bytes,
                 const char    *name,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  if (gj_import_sniff (bytes) == GJ_IMPORT_KIND_PDF)
    return _gj_import_pdf (bytes, GJ_IMPORT_ALL, cancellable, error);

  return _gj_import_office (bytes, GJ_IMPORT_ALL, cancellable, error);
}
