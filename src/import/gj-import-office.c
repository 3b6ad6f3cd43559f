/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-import-private.h"

#include <glib/gi18n-lib.h>

#include "gj-doc-reader.h"
#include "gj-docx-reader.h"
#include "gj-html-reader.h"
#include "gj-mhtml.h"
#include "gj-text-reader.h"

/* The readers of what offices write and send, all but that of PDF: what poppler needs takes
 * longer to load than a document to read. Only the workers and the tests link them. */

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
  { GJ_IMPORT_KIND_MHTML, "html", gj_mhtml_read },
  { GJ_IMPORT_KIND_DOC, "doc", gj_doc_read },
};

/**
 * _gj_import_find_reader:
 * @kind: what a file is
 *
 * Returns: (nullable): what reads it, also when it stands in another document; nothing
 *   holds a PDF as its text
 */
GjReader
_gj_import_find_reader (GjImportKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (readers[i].kind == kind)
      return readers[i].read;

  return NULL;
}

static gboolean
check_part (GjImportPart  part,
            GError      **error)
{
  if (part != GJ_IMPORT_SOURCE)
    return TRUE;

  g_set_error_literal (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_NOT_A_REPORT,
                       _("Only a PDF carries a report inside."));

  return FALSE;
}

/* gj_import_bytes() without PDF. */
GjReport *
_gj_import_office (GBytes        *bytes,
                   GjImportPart   part,
                   GCancellable  *cancellable,
                   GError       **error)
{
  GjImportKind kind;

  if (!_gj_import_check_size (bytes, error) || !check_part (part, error))
    return NULL;

  kind = gj_import_sniff (bytes);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (readers[i].kind == kind)
      return _gj_import_with (readers[i].read, readers[i].format, bytes, cancellable, error);

  _gj_import_refuse (kind, error);

  return NULL;
}
