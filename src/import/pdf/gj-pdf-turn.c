/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pdf-page.h"

#include <math.h>

/* A page whose text runs down, up or backwards was turned when it was made, a wide table
 * on an upright page for example. It is turned back, so that all else need not know. */

typedef enum
{
  TURN_NONE,
  TURN_DOWN,
  TURN_UP,
  TURN_BACK,
  N_TURNS,
} Turn;

static double
middle_x (const GjPdfGlyph *glyph)
{
  return (glyph->box.x0 + glyph->box.x1) / 2;
}

static double
middle_y (const GjPdfGlyph *glyph)
{
  return (glyph->box.y0 + glyph->box.y1) / 2;
}

/* Where a character goes on from the one before, when both are in one word. */
static gboolean
find_direction (const GjPdfGlyph *before,
                const GjPdfGlyph *after,
                Turn             *turn)
{
  double x = middle_x (after) - middle_x (before);
  double y = middle_y (after) - middle_y (before);
  double size = MAX (before->box.x1 - before->box.x0, before->box.y1 - before->box.y0);

  if (MAX (fabs (x), fabs (y)) > 1.4 * size || MAX (fabs (x), fabs (y)) < 0.1 * size ||
      MIN (fabs (x), fabs (y)) > 0.15 * size)
    return FALSE;

  if (fabs (x) >= fabs (y))
    *turn = x > 0 ? TURN_NONE : TURN_BACK;
  else
    *turn = y > 0 ? TURN_DOWN : TURN_UP;

  return TRUE;
}

static Turn
find_turn (const GjPdfPage *self)
{
  guint counts[N_TURNS] = { 0 };
  guint n = 0;

  for (guint i = 1; i < self->glyphs->len; i++)
    {
      const GjPdfGlyph *glyph = &g_array_index (self->glyphs, GjPdfGlyph, i);
      Turn turn;

      if (!find_direction (glyph - 1, glyph, &turn))
        continue;
      counts[turn]++;
      n++;
    }
  for (guint i = TURN_DOWN; i < N_TURNS; i++)
    if (counts[i] * 10 > n * 7)
      return i;

  return TURN_NONE;
}

static void
turn_box (const GjPdfPage *self,
          Turn             turn,
          GjPdfBox        *box)
{
  GjPdfBox old = *box;

  if (turn == TURN_DOWN)
    *box = (GjPdfBox) { old.y0, self->width - old.x1, old.y1, self->width - old.x0 };
  else if (turn == TURN_UP)
    *box = (GjPdfBox) { self->height - old.y1, old.x0, self->height - old.y0, old.x1 };
  else
    *box = (GjPdfBox) { self->width - old.x1, self->height - old.y1, self->width - old.x0, self->height - old.y0 };
}

/**
 * gj_pdf_page_straighten:
 * @self: a page with its characters in the order in which they are read
 *
 * Turns the page so that its text runs from left to right.
 */
void
gj_pdf_page_straighten (GjPdfPage *self)
{
  Turn turn = find_turn (self);
  double width = self->width;

  if (turn == TURN_NONE)
    return;

  for (guint i = 0; i < self->glyphs->len; i++)
    turn_box (self, turn, &g_array_index (self->glyphs, GjPdfGlyph, i).box);
  for (guint i = 0; i < self->rules->len; i++)
    turn_box (self, turn, &g_array_index (self->rules, GjPdfBox, i));
  for (guint i = 0; i < self->pictures->len; i++)
    turn_box (self, turn, &((GjPdfPicture *) g_ptr_array_index (self->pictures, i))->box);
  if (turn == TURN_BACK)
    return;

  self->width = self->height;
  self->height = width;
}
