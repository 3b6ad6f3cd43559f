/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-import.h"

#include <glib/gi18n-lib.h>

#include "gj-docx-reader.h"
#include "gj-match.h"
#include "gj-pdf-reader.h"
#include "gj-raw-document.h"
#include "gj-text-reader.h"

G_DEFINE_QUARK (gj-import-error-quark, gj_import_error)

typedef GjRawDocument *(*Reader) (GBytes        *bytes,
                                  GCancellable  *cancellable,
                                  GError       **error);

/* A kind has a reader, or a sentence that says what to do instead. */
typedef struct
{
  GjImportKind kind;
  const char  *name;
  Reader       read;
  const char  *refusal;
} Format;

static const Format formats[] = {
  { GJ_IMPORT_KIND_TEXT, "text", gj_text_read, NULL },
  { GJ_IMPORT_KIND_DOCX, "docx", gj_docx_read, NULL },
  { GJ_IMPORT_KIND_HTML, "html", NULL,
    N_("This is a web page. "
       "Copy the report’s text from the browser and paste it, or save it as plain text.") },
  { GJ_IMPORT_KIND_PDF, "pdf", gj_pdf_read, NULL },
  { GJ_IMPORT_KIND_DOC, "doc", NULL,
    N_("This is a document of Word 97–2003 or of WPS. "
       "Save it as a Word document (.docx) in WPS or Word and open that.") },
  { GJ_IMPORT_KIND_GOUJI, NULL, NULL,
    N_("This is a report of this program, not a text. Open it as a .gouji file.") },
  { GJ_IMPORT_KIND_EMPTY, NULL, NULL,
    N_("The file is empty. Choose the file that holds the report.") },
  { GJ_IMPORT_KIND_XML, NULL, NULL,
    N_("This is an XML file of another program. Save the report as a Word document (.docx) there and open that.") },
  { GJ_IMPORT_KIND_RTF, NULL, NULL,
    N_("This is an RTF document. Save it as a Word document (.docx) in WPS or Word and open that.") },
  { GJ_IMPORT_KIND_ENCRYPTED, NULL, NULL,
    N_("The document is protected by a password. "
       "Open it in WPS or Word, take the password off, save it and open it again.") },
  { GJ_IMPORT_KIND_SHEET, NULL, NULL,
    N_("This is a spreadsheet. "
       "Open the Word document of the report, or copy the table from the sheet and paste it into the report.") },
  { GJ_IMPORT_KIND_OLE, NULL, NULL,
    N_("This is an old Office file, but no Word document. "
       "Save the report as a Word document (.docx) in WPS or Word and open that.") },
  { GJ_IMPORT_KIND_OFD, NULL, NULL,
    N_("This is an OFD document. "
       "Open the Word document it was made from, or copy its text from the reader and paste it.") },
  { GJ_IMPORT_KIND_MHTML, NULL, NULL,
    N_("This is a web archive (.mht). Save it as a Word document (.docx) in WPS or Word and open that.") },
  { GJ_IMPORT_KIND_ARCHIVE, NULL, NULL,
    N_("This is an archive. Unpack it and open the report inside.") },
  { GJ_IMPORT_KIND_PICTURE, NULL, NULL,
    N_("This is a picture. Choose the document that the picture was made from.") },
};

static const Format *
find_format (GjImportKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].kind == kind)
      return &formats[i];

  return &formats[0];
}

static const Format *
choose_format (GBytes  *bytes,
               GError **error)
{
  const Format *format;

  if (g_bytes_get_size (bytes) > GJ_FILE_MAX_SIZE)
    {
      g_set_error_literal (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE,
                           _("The file is larger than 64 MiB. No annual report is that large; choose another file."));
      return NULL;
    }

  format = find_format (gj_import_sniff (bytes));
  if (format->read != NULL)
    return format;

  g_set_error_literal (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE, _(format->refusal));

  return NULL;
}

/**
 * gj_import_is_foreign:
 * @kind: what a file is
 *
 * Returns: whether only the worker may read it: it is no text of any kind
 */
gboolean
gj_import_is_foreign (GjImportKind kind)
{
  const Format *format = find_format (kind);

  return format->read != NULL && format->kind != GJ_IMPORT_KIND_TEXT;
}

/* The native file that a PDF of this program carries with it says more than its pages. */
static GjReport *
read_attached (const Format *format,
               GBytes       *bytes)
{
  g_autoptr (GBytes) attached = NULL;

  if (format->kind == GJ_IMPORT_KIND_PDF)
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
 * Reads a document into a report, in this process: a document that somebody else made is
 * for gj_import_worker_read(). Cells keep the text that stood there; what was guessed,
 * moved or dropped is a note in the report's source.
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
  g_autoptr (GjRawDocument) document = NULL;
  g_autoptr (GjSourceBuilder) builder = NULL;
  g_autoptr (GjReport) report = NULL;
  g_autoptr (GjSource) source = NULL;
  g_autofree char *digest = NULL;
  const Format *format;

  g_return_val_if_fail (bytes != NULL, NULL);

  format = choose_format (bytes, error);
  if (format == NULL)
    return NULL;
  report = read_attached (format, bytes);
  if (report != NULL)
    return g_steal_pointer (&report);
  document = format->read (bytes, cancellable, error);
  if (document == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  builder = gj_source_builder_new (format->name, digest);
  report = gj_match_document (document, builder, cancellable, error);
  if (report == NULL)
    return NULL;

  source = gj_source_builder_end (builder);
  gj_report_init_source (report, source);

  return g_steal_pointer (&report);
}
