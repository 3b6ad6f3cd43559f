/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-pdf-page.h"

G_BEGIN_DECLS

/* What a cell may leave free at its sides together. */
#define GJ_PDF_PADDING 12.0

/**
 * GjPdfLine:
 * @box: where it stands
 * @em: the width of a full-width character in it
 * @first: index of its first character
 * @n: its characters
 */
typedef struct
{
  GjPdfBox box;
  double   em;
  guint    first;
  guint    n;
} GjPdfLine;

/**
 * GjPdfLines:
 * @glyphs: (element-type GjPdfGlyph): by line, then from left to right
 * @lines: (element-type GjPdfLine): from above
 *
 * Characters put into lines. A character that is drawn twice at the same place is there
 * once.
 */
typedef struct
{
  GArray *glyphs;
  GArray *lines;
} GjPdfLines;

GjPdfLines *gj_pdf_lines_new        (const GArray     *glyphs);
void        gj_pdf_lines_append     (const GjPdfLines *self,
                                     const GjPdfLine  *line,
                                     GString          *text);
char *      gj_pdf_lines_dup_text   (const GjPdfLines *self,
                                     const GjPdfLine  *line);
double      gj_pdf_lines_first_unit (const GjPdfLines *self,
                                     const GjPdfLine  *line);
double      gj_pdf_lines_right      (const GjPdfLines *self,
                                     const GjPdfLine  *line);
char *      gj_pdf_lines_dup_cell   (const GjPdfLines *self,
                                     double            width,
                                     gboolean         *is_upright);
void        gj_pdf_lines_free       (GjPdfLines       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjPdfLines, gj_pdf_lines_free)

const char *gj_pdf_glue (gunichar          before,
                         gunichar          after);

G_END_DECLS
