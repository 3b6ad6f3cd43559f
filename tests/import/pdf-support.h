/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "gj-raw-document.h"

G_BEGIN_DECLS

/**
 * PdfMaker:
 * @surface: what is drawn on
 * @cr: how it is drawn
 * @content: the file as it grows
 * @size: of the characters, pt
 *
 * A PDF on its way. A4, lengths in pt from the upper left corner.
 */
typedef struct
{
  cairo_surface_t *surface;
  cairo_t         *cr;
  GByteArray      *content;
  double           size;
} PdfMaker;

/**
 * PdfPage:
 * @draw: draws pages
 * @expected: the dump of what must be read from them
 * @notes: the notes
 */
typedef struct
{
  const char *name;
  void      (*draw)(PdfMaker *maker);
  const char *expected;
  const char *notes;
} PdfPage;

PdfMaker * pdf_maker_new       (void);
void       pdf_maker_text      (PdfMaker        *self,
                                double           x,
                                double           y,
                                const char      *text);
void       pdf_maker_paragraph (PdfMaker        *self,
                                double           x,
                                double           y,
                                double           width,
                                double           indent,
                                const char      *text);
void       pdf_maker_line      (PdfMaker        *self,
                                double           x0,
                                double           y0,
                                double           x1,
                                double           y1);
double     pdf_maker_table     (PdfMaker        *self,
                                double           x,
                                double           y,
                                const double    *widths,
                                double           height,
                                const char      *rows);
void       pdf_maker_page      (PdfMaker        *self);
GBytes *   pdf_maker_end       (PdfMaker        *self);

GBytes *   pdf_make            (void           (*draw)(PdfMaker *maker));
GBytes *   pdf_replace         (GBytes          *bytes,
                                const char      *from,
                                const char      *to);
GBytes *   pdf_write           (const char      *keys,
                                const char      *content,
                                const char      *object);
void       pdf_add_pages       (const char      *folder,
                                const PdfPage   *pages,
                                guint            n_pages);
char *     pdf_dump            (GjRawDocument   *document);
char *     pdf_list_notes      (GjRawDocument   *document);
void       pdf_assert_reads    (GBytes          *bytes,
                                const char      *expected,
                                const char      *notes);
void       pdf_assert_refused  (GBytes          *bytes,
                                const char      *words);

G_END_DECLS
