/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-pdf-lines.h"

G_BEGIN_DECLS

typedef struct _GjPdfParagraphs GjPdfParagraphs;

/**
 * GjPdfMeasure:
 * @left: where the lines of the page begin
 * @right: where full lines end
 *
 * The sides of the text on a page.
 */
typedef struct
{
  double left;
  double right;
} GjPdfMeasure;

GjPdfParagraphs *gj_pdf_paragraphs_new      (void);
char *           gj_pdf_paragraphs_add_line (GjPdfParagraphs    *self,
                                             const GjPdfLines   *lines,
                                             const GjPdfLine    *line,
                                             const GjPdfMeasure *measure,
                                             guint               page);
void             gj_pdf_paragraphs_turn     (GjPdfParagraphs    *self);
char *           gj_pdf_paragraphs_end      (GjPdfParagraphs    *self);
gboolean         gj_pdf_paragraphs_is_empty (GjPdfParagraphs    *self);
guint            gj_pdf_paragraphs_get_page (GjPdfParagraphs    *self);
void             gj_pdf_paragraphs_free     (GjPdfParagraphs    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjPdfParagraphs, gj_pdf_paragraphs_free)

G_END_DECLS
