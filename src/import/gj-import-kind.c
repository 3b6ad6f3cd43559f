/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-import-private.h"

#include <glib/gi18n-lib.h>

/* What is said about a kind of file that nothing here reads. */

typedef struct
{
  GjImportKind kind;
  const char  *sentence;
} Refusal;

static const Refusal refusals[] = {
  { GJ_IMPORT_KIND_GOUJI,
    N_("This is a report of this program, not a text. Open it as a .gouji file.") },
  { GJ_IMPORT_KIND_EMPTY,
    N_("The file is empty. Choose the file that holds the report.") },
  { GJ_IMPORT_KIND_XML,
    N_("This is an XML file of another program. Save the report as a Word document (.docx) there and open that.") },
  { GJ_IMPORT_KIND_RTF,
    N_("This is an RTF document. Save it as a Word document (.docx) in WPS or Word and open that.") },
  { GJ_IMPORT_KIND_ENCRYPTED,
    N_("The document is protected by a password. "
       "Open it in WPS or Word, take the password off, save it and open it again.") },
  { GJ_IMPORT_KIND_SHEET,
    N_("This is a spreadsheet. "
       "Open the Word document of the report, or copy the table from the sheet and paste it into the report.") },
  { GJ_IMPORT_KIND_SLIDES,
    N_("This is a presentation. Choose the report’s Word document.") },
  { GJ_IMPORT_KIND_WORKS,
    N_("This is a document of Microsoft Works. "
       "Save it as a Word document (.docx) in Works or Word and open that.") },
  { GJ_IMPORT_KIND_OLE,
    N_("This is an old Office file, but no Word document. "
       "Save the report as a Word document (.docx) in WPS or Word and open that.") },
  { GJ_IMPORT_KIND_OFD,
    N_("This is an OFD document. "
       "Open the Word document it was made from, or copy its text from the reader and paste it.") },
  { GJ_IMPORT_KIND_ARCHIVE,
    N_("This is an archive. Unpack it and open the report inside.") },
  { GJ_IMPORT_KIND_PICTURE,
    N_("This is a picture. Choose the document that the picture was made from.") },
};

/**
 * gj_import_is_foreign:
 * @kind: what a file is
 *
 * Returns: whether it is a document that somebody else's program has made, which only the
 *   worker may read
 */
gboolean
gj_import_is_foreign (GjImportKind kind)
{
  return kind == GJ_IMPORT_KIND_DOCX || kind == GJ_IMPORT_KIND_HTML || kind == GJ_IMPORT_KIND_PDF ||
         kind == GJ_IMPORT_KIND_DOC || kind == GJ_IMPORT_KIND_MHTML;
}

gboolean
_gj_import_refuse (GjImportKind  kind,
                   GError      **error)
{
  const char *sentence = N_("The file is in no known format. Choose the document of a report.");

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (refusals[i].kind == kind)
      sentence = refusals[i].sentence;
  g_set_error_literal (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE, _(sentence));

  return FALSE;
}
