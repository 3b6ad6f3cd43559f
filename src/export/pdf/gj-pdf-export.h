/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-render.h"

#include "gj-export-error.h"

G_BEGIN_DECLS

/**
 * GjPdfOptions:
 * @title: (nullable): the document's title
 * @author: (nullable): the body that publishes it; never a person
 * @subject: (nullable): what it is about
 * @keywords: (nullable): words to find it by, parted by commas
 * @date: (nullable): when it was made, ISO 8601; without it today is written and two
 *        exports of the same pages differ
 * @no_outline: whether the outline is left out
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
} GjPdfOptions;

GBytes *gj_pdf_export        (GjPages             *pages,
                              const GjPdfOptions  *options,
                              GCancellable        *cancellable,
                              GError             **error);
GBytes *gj_pdf_export_report (GjReport            *report,
                              GCancellable        *cancellable,
                              GError             **error);
GBytes *gj_pdf_export_with_fonts (GjReport      *report,
                                  GjFonts       *fonts,
                                  GCancellable  *cancellable,
                                  GError       **error);

G_END_DECLS
