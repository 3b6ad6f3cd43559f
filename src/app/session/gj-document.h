/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

/**
 * GjDocumentFormat:
 * @GJ_DOCUMENT_GOUJI: the program's own, which holds everything
 * @GJ_DOCUMENT_WORD: a document of Word, the format that offices exchange
 *
 * What an open report is saved as. The name of its file says it.
 */
typedef enum
{
  GJ_DOCUMENT_GOUJI,
  GJ_DOCUMENT_WORD,
} GjDocumentFormat;

GjDocumentFormat gj_document_format_of (GFile *file);

#define GJ_TYPE_DOCUMENT (gj_document_get_type ())

/* Where an open report is stored: properties file (GFile, NULL while it has never been
 * saved), origin (GFile it was imported from, or NULL), name (what to call it), folder
 * (GFile to offer in a dialog), saved-at (GDateTime) and changed-elsewhere. */

G_DECLARE_FINAL_TYPE (GjDocument, gj_document, GJ, DOCUMENT, GObject)

GjDocument *       gj_document_new (GFile             *file,
                                    GjFileStamp       *stamp);
GjDocument *       gj_document_new_imported         (GFile             *origin,
                                                     GjFileStamp       *stamp);
GjDocumentFormat   gj_document_get_format           (GjDocument        *self);
GFile *            gj_document_get_file             (GjDocument        *self);
GFile *            gj_document_get_origin           (GjDocument        *self);
const char *       gj_document_get_name             (GjDocument        *self);
GFile *            gj_document_dup_folder           (GjDocument        *self);
GDateTime *        gj_document_get_saved_at         (GjDocument        *self);
gboolean           gj_document_is_changed_elsewhere (GjDocument        *self);
const GjFileStamp *gj_document_get_stamp            (GjDocument        *self);
void               gj_document_set_stored           (GjDocument        *self,
                                                     GFile             *file,
                                                     const GjFileStamp *stamp);

/* The source of an import is not written to until a person has chosen just that. */

void               gj_document_release_origin       (GjDocument        *self);
gboolean           gj_document_is_origin_released   (GjDocument        *self);
const GjFileStamp *gj_document_get_origin_stamp     (GjDocument        *self);

/* The file name to offer for a report, without folder: NAME followed by suffix. */

char *             gj_document_dup_proposed_name    (GjDocument        *self,
                                                     GjReport          *report,
                                                     const char        *suffix);

/* The name of a file for others: body, year and what it is. */

char *             gj_document_dup_export_name      (GjReport          *report,
                                                     const char        *suffix);

G_END_DECLS
