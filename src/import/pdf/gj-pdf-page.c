/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pdf-page.h"

#include <math.h>

#define FARTHEST 1e5

static void
picture_free (gpointer data)
{
  GjPdfPicture *self = data;

  g_clear_pointer (&self->file, g_bytes_unref);
  g_free (self->size);
  g_free (self);
}

GjPdfPage *
gj_pdf_page_new (double width,
                 double height)
{
  GjPdfPage *self = g_new0 (GjPdfPage, 1);

  self->width = width;
  self->height = height;
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (GjPdfGlyph));
  self->rules = g_array_new (FALSE, FALSE, sizeof (GjPdfBox));
  self->pictures = g_ptr_array_new_with_free_func (picture_free);

  return self;
}

static gboolean
is_sane (double value)
{
  return isfinite (value) && fabs (value) < FARTHEST;
}

static gboolean
normalise (const GjPdfBox *box,
           GjPdfBox       *normal)
{
  if (!is_sane (box->x0) || !is_sane (box->x1) || !is_sane (box->y0) || !is_sane (box->y1))
    return FALSE;

  normal->x0 = MIN (box->x0, box->x1);
  normal->x1 = MAX (box->x0, box->x1);
  normal->y0 = MIN (box->y0, box->y1);
  normal->y1 = MAX (box->y0, box->y1);

  return TRUE;
}

/**
 * gj_pdf_page_add_glyph:
 * @c: a character
 * @box: where it stands
 *
 * Adds a character. Blanks and control characters, and what stands outside the page, are
 * not there for a reader and are left out.
 */
void
gj_pdf_page_add_glyph (GjPdfPage      *self,
                       gunichar        c,
                       const GjPdfBox *box)
{
  GjPdfGlyph glyph = { .c = c };
  double x;
  double y;

  g_return_if_fail (self != NULL);

  if (!g_unichar_validate (c) || c == 0xfeff || g_unichar_isspace (c) || g_unichar_iscntrl (c) ||
      g_unichar_iszerowidth (c) || !normalise (box, &glyph.box))
    return;

  x = (glyph.box.x0 + glyph.box.x1) / 2;
  y = (glyph.box.y0 + glyph.box.y1) / 2;
  if (x >= 0 && x <= self->width && y >= 0 && y <= self->height)
    g_array_append_val (self->glyphs, glyph);
}

/**
 * gj_pdf_page_add_rule:
 * @box: a flat or narrow box
 *
 * Adds what may be a ruling line. Behind %GJ_PDF_MAX_RULES of them a page is a drawing
 * and the rest is left out.
 */
void
gj_pdf_page_add_rule (GjPdfPage      *self,
                      const GjPdfBox *box)
{
  GjPdfBox rule;

  g_return_if_fail (self != NULL);

  if (self->rules->len < GJ_PDF_MAX_RULES && normalise (box, &rule))
    g_array_append_val (self->rules, rule);
}

/**
 * gj_pdf_page_add_picture:
 * @box: where it stands
 *
 * Adds a picture, still without a file.
 */
void
gj_pdf_page_add_picture (GjPdfPage      *self,
                         const GjPdfBox *box)
{
  GjPdfPicture *picture;

  g_return_if_fail (self != NULL);

  if (self->pictures->len >= GJ_PDF_MAX_PICTURES)
    return;

  picture = g_new0 (GjPdfPicture, 1);
  if (!normalise (box, &picture->box))
    picture->box = (GjPdfBox) { 0 };
  g_ptr_array_add (self->pictures, picture);
}

void
gj_pdf_page_free (GjPdfPage *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->glyphs);
  g_array_unref (self->rules);
  g_ptr_array_unref (self->pictures);
  g_free (self);
}
