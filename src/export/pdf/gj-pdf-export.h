/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-render.h"

#include "gj-export-error.h"

G_BEGIN_DECLS

/* What of a report a PDF carries inside, kept in the report under this name: one of the
 * ids of #GjPdfSource. */
#define GJ_PDF_SETTING_SOURCE "paper-source"

/**
 * GjPdfSource:
 * @GJ_PDF_SOURCE_FITTING: a review copy carries everything, the final copy what is published
 * @GJ_PDF_SOURCE_WHOLE: the whole report: decisions, comments, notes and settings too
 * @GJ_PDF_SOURCE_PUBLISHED: what is published, and nothing that was meant for colleagues
 * @GJ_PDF_SOURCE_NONE: nothing
 *
 * What of a report a PDF carries inside.
 */
typedef enum
{
  GJ_PDF_SOURCE_FITTING,
  GJ_PDF_SOURCE_WHOLE,
  GJ_PDF_SOURCE_PUBLISHED,
  GJ_PDF_SOURCE_NONE,
} GjPdfSource;

const char *gj_pdf_source_get_id (GjPdfSource  source);
gboolean    gj_pdf_source_find   (const char  *id,
                                  GjPdfSource *source);

/**
 * GjPdfOptions:
 * @title: (nullable): the document's title
 * @author: (nullable): the body that publishes it; never a person
 * @subject: (nullable): what it is about
 * @keywords: (nullable): words to find it by, parted by commas
 * @date: (nullable): when it was made, ISO 8601; without it today is written and two
 *        exports of the same pages differ
 * @no_outline: whether the outline is left out
 * @source: (nullable): the native file that it carries inside
 *
 * What a PDF says about itself.
 */
typedef struct
{
  const char *title;
  const char *author;
  const char *subject;
  const char *keywords;
  const char *date;
  gboolean    no_outline;
  GBytes     *source;
} GjPdfOptions;

GBytes *gj_pdf_export        (GjPages             *pages,
                              const GjPdfOptions  *options,
                              GCancellable        *cancellable,
                              GError             **error);
GBytes *gj_pdf_dup_source    (GjReport            *report,
                              GjCopyKind           copy,
                              GjPdfSource          source);
GBytes *gj_pdf_export_report (GjReport            *report,
                              GCancellable        *cancellable,
                              GError             **error);
GBytes *gj_pdf_export_with_fonts (GjReport      *report,
                                  GjFonts       *fonts,
                                  GCancellable  *cancellable,
                                  GError       **error);
GBytes *gj_pdf_export_on_paper   (GjReport              *report,
                                  GjFonts               *fonts,
                                  const GjPaperOptions  *options,
                                  GCancellable          *cancellable,
                                  GError               **error);
GBytes *gj_pdf_export_pages_of   (GjReport              *report,
                                  GjPages               *pages,
                                  const GjPaperOptions  *options,
                                  GCancellable          *cancellable,
                                  GError               **error);

G_END_DECLS
