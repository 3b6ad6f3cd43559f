/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the layout works on: rectangles on pages, no PDF. All lengths are pt; the origin
 * is the upper left corner of the page as it is shown. */

#define GJ_PDF_MAX_PAGES 500
#define GJ_PDF_MAX_GLYPHS 2000000
#define GJ_PDF_MAX_RULES 100000
#define GJ_PDF_MAX_PICTURES 2000

typedef struct
{
  double x0;
  double y0;
  double x1;
  double y1;
} GjPdfBox;

typedef struct
{
  GjPdfBox box;
  gunichar c;
} GjPdfGlyph;

/**
 * GjPdfPicture:
 * @box: where it stands
 * @file: (nullable): the picture as a PNG or JPEG; %NULL when it is not kept
 * @size: (nullable): how many pixels it has, for people
 */
typedef struct
{
  GjPdfBox  box;
  GBytes   *file;
  char     *size;
} GjPdfPicture;

/**
 * GjPdfPage:
 * @glyphs: (element-type GjPdfGlyph): the characters, in any order
 * @rules: (element-type GjPdfBox): what may be a ruling line: straight strokes and thin
 *         fills, each as a flat or narrow box
 * @pictures: (element-type GjPdfPicture): the pictures in its text, in the order in which
 *            they are painted
 * @has_picture: whether pictures are painted on it
 * @is_invisible: whether there is text but none of it is painted
 * @is_nameless: whether there is text that cannot be read
 * @n_nameless: how many characters stand as U+FFFD because nobody can name them
 * @is_blank: whether nothing is painted on it
 * @is_damaged: whether something of it could not be read
 */
typedef struct
{
  double     width;
  double     height;
  GArray    *glyphs;
  GArray    *rules;
  GPtrArray *pictures;
  gboolean   has_picture;
  gboolean   is_invisible;
  gboolean   is_nameless;
  guint      n_nameless;
  gboolean   is_blank;
  gboolean   is_damaged;
} GjPdfPage;

GjPdfPage *gj_pdf_page_new        (double           width,
                                   double           height);
void       gj_pdf_page_add_glyph  (GjPdfPage       *self,
                                   gunichar         c,
                                   const GjPdfBox  *box);
void       gj_pdf_page_add_rule   (GjPdfPage       *self,
                                   const GjPdfBox  *box);
void       gj_pdf_page_add_picture (GjPdfPage       *self,
                                    const GjPdfBox  *box);
void       gj_pdf_page_straighten (GjPdfPage       *self);
void       gj_pdf_page_free       (GjPdfPage       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjPdfPage, gj_pdf_page_free)

G_END_DECLS
