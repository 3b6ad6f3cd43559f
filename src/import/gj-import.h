/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The room that reads foreign documents: readers know a format, the matcher knows the
 * form. */

#include <gio/gio.h>

#include "gj-core.h"

G_BEGIN_DECLS

#define GJ_IMPORT_ERROR (gj_import_error_quark ())

/**
 * GjImportError:
 * @GJ_IMPORT_ERROR_UNREADABLE: the bytes are in no form that is read here; the message
 *                              says what they are and what to do
 * @GJ_IMPORT_ERROR_NOT_A_REPORT: a document, but no annual report; the message says what
 *                                was found
 * @GJ_IMPORT_ERROR_WORKER: the program that reads documents cannot be started
 */
typedef enum
{
  GJ_IMPORT_ERROR_UNREADABLE,
  GJ_IMPORT_ERROR_NOT_A_REPORT,
  GJ_IMPORT_ERROR_WORKER,
} GjImportError;

/**
 * GjImportKind:
 * @GJ_IMPORT_KIND_TEXT: nothing else: text in some encoding, or bytes that are none
 * @GJ_IMPORT_KIND_GOUJI: a native file; gj_store_read() reads it
 * @GJ_IMPORT_KIND_EMPTY: no byte, or blanks only
 * @GJ_IMPORT_KIND_XML: XML of another kind
 * @GJ_IMPORT_KIND_HTML: a web page
 * @GJ_IMPORT_KIND_RTF: Rich Text Format
 * @GJ_IMPORT_KIND_PDF: a PDF document
 * @GJ_IMPORT_KIND_DOCX: a document of Word 2007 or later
 * @GJ_IMPORT_KIND_DOC: a document of Word 97–2003 or of WPS
 * @GJ_IMPORT_KIND_SHEET: a workbook, old or new
 * @GJ_IMPORT_KIND_ENCRYPTED: a document of Office that is encrypted
 * @GJ_IMPORT_KIND_OLE: another old file of Office
 * @GJ_IMPORT_KIND_OFD: an OFD document
 * @GJ_IMPORT_KIND_MHTML: a web page with its pictures in one file
 * @GJ_IMPORT_KIND_ARCHIVE: a zip or another archive
 * @GJ_IMPORT_KIND_PICTURE: a picture
 * @GJ_IMPORT_KIND_SLIDES: a presentation, old or new
 * @GJ_IMPORT_KIND_WORKS: a document of Microsoft Works
 *
 * What the bytes of a file say that it is, whatever its name.
 */
typedef enum
{
  GJ_IMPORT_KIND_TEXT,
  GJ_IMPORT_KIND_GOUJI,
  GJ_IMPORT_KIND_EMPTY,
  GJ_IMPORT_KIND_XML,
  GJ_IMPORT_KIND_HTML,
  GJ_IMPORT_KIND_RTF,
  GJ_IMPORT_KIND_PDF,
  GJ_IMPORT_KIND_DOCX,
  GJ_IMPORT_KIND_DOC,
  GJ_IMPORT_KIND_SHEET,
  GJ_IMPORT_KIND_ENCRYPTED,
  GJ_IMPORT_KIND_OLE,
  GJ_IMPORT_KIND_OFD,
  GJ_IMPORT_KIND_MHTML,
  GJ_IMPORT_KIND_ARCHIVE,
  GJ_IMPORT_KIND_PICTURE,
  GJ_IMPORT_KIND_SLIDES,
  GJ_IMPORT_KIND_WORKS,
} GjImportKind;

/**
 * GjImportPart:
 * @GJ_IMPORT_ALL: the report inside, compared with the pages; the pages when there is none
 * @GJ_IMPORT_SOURCE: the report inside, exactly
 * @GJ_IMPORT_PAGES: what can be seen; the source's notes tell a digest that stands there
 *                   ("printed-digest") and a signature ("signed")
 *
 * What of a document is read. Only a PDF has a report inside.
 */
typedef enum
{
  GJ_IMPORT_ALL,
  GJ_IMPORT_SOURCE,
  GJ_IMPORT_PAGES,
} GjImportPart;

GQuark       gj_import_error_quark (void);

GjImportKind gj_import_sniff       (GBytes        *bytes);
gboolean     gj_import_is_foreign  (GjImportKind   kind);

GjReport *   gj_import_document    (GBytes        *bytes,
                                    GCancellable  *cancellable,
                                    GError       **error);
GjReport *   gj_import_document_part (GBytes        *bytes,
                                      GjImportPart   part,
                                      GCancellable  *cancellable,
                                      GError       **error);
void         gj_import_note_name    (GjReport      *report,
                                    GBytes        *bytes,
                                    const char    *name);
GjReport *   gj_import_bytes       (GBytes        *bytes,
                                    const char    *name,
                                    GCancellable  *cancellable,
                                    GError       **error);

G_END_DECLS

#include "gj-verification.h"
