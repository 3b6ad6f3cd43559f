/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-import-private.h"

#include "gj-doc-reader.h"
#include "gj-docx-reader.h"
#include "gj-html-reader.h"
#include "gj-pdf-reader.h"
#include "gj-text-reader.h"

/* All readers. Only the worker and the tests link them. */

typedef struct
{
  GjImportKind kind;
  const char  *format;
  GjReader     read;
} Reader;

static const Reader readers[] = {
  { GJ_IMPORT_KIND_TEXT, "text", gj_text_read },
  { GJ_IMPORT_KIND_DOCX, "docx", gj_docx_read },
  { GJ_IMPORT_KIND_HTML, "html", gj_html_read },
  { GJ_IMPORT_KIND_PDF, "pdf", gj_pdf_read },
  { GJ_IMPORT_KIND_DOC, "doc", gj_doc_read },
};

/**
 * _gj_import_find_reader:
 * @kind: what a file is
 *
 * Returns: (nullable): what reads it
 */
GjReader
_gj_import_find_reader (GjImportKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (readers[i].kind == kind)
      return readers[i].read;

  return NULL;
}

/* The native file that a PDF of this program carries with it says more than its pages. */
static GjReport *
read_attached (GjImportKind  kind,
               GBytes       *bytes)
{
  g_autoptr (GBytes) attached = NULL;

  if (kind == GJ_IMPORT_KIND_PDF)
    attached = gj_pdf_read_source (bytes);

  return attached != NULL ? gj_store_read (attached, NULL) : NULL;
}

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
  g_autoptr (GjReport) attached = NULL;
  GjImportKind kind;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!_gj_import_check_size (bytes, error))
    return NULL;

  kind = gj_import_sniff (bytes);
  attached = read_attached (kind, bytes);
  if (attached != NULL)
    return g_steal_pointer (&attached);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (readers[i].kind == kind)
      return _gj_import_with (readers[i].read, readers[i].format, bytes, cancellable, error);

  _gj_import_refuse (kind, error);

  return NULL;
}
