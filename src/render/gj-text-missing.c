/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-text-struct-private.h"

#include <string.h>

/* A character that no face has is drawn as a box of its square with its number in it, two
 * or three figures to a row: nobody takes that for text, and everybody can look it up.
 * The figures are glyphs of the one character, so that a PDF still says which it is. */

/* In em: the box's sides from those of the square, the figures' size, their pitch. */
#define INSET 0.06
#define FIGURE_SIZE 0.46
#define ROW_PITCH 0.40
#define FIRST_ROW -0.42
#define ASCENT 0.88

static hb_codepoint_t
find_figure (GjFace *face,
             char    figure)
{
  hb_codepoint_t glyph = 0;

  _gj_face_has (face, figure, &glyph);
  return glyph;
}

/* The figures of a row, spread over its width. */
static void
add_row (GjText     *self,
         GjFace     *face,
         const char *figures,
         guint       n_figures,
         double      size,
         double      baseline)
{
  double small = n_figures > 2 ? 0.78 * FIGURE_SIZE : FIGURE_SIZE;
  double step = (1 - 2.5 * INSET) / n_figures;

  for (guint i = 0; i < n_figures; i++)
    {
      GjTextGlyph glyph = { .id = find_figure (face, figures[i]), .dy = baseline * size };
      double advance = _gj_face_get_advance (face, glyph.id) * small;

      glyph.dx = (1.25 * INSET + (i + 0.5) * step - advance / 2) * size;
      g_array_append_val (self->glyphs, glyph);
    }
}

/* Adds the box for @character as one cluster. */
void
_gj_text_append_missing (GjText     *self,
                         GjFontRole  role,
                         double      size,
                         gunichar    character)
{
  g_autofree char *code = g_strdup_printf ("%04X", character);
  guint n = strlen (code) > 4 ? 3 : 2;
  GjGlyphOrigin origin;
  hb_codepoint_t glyph;
  GjFace *face = _gj_fonts_find_glyph (self->job->fonts, role, '0', &glyph, &origin);
  double small = n > 2 ? 0.78 * FIGURE_SIZE : FIGURE_SIZE;
  GjTextStyle style = { .face = face, .role = role, .size = small * size, .boxed = TRUE };
  GjCluster cluster = { .character = character, .class = GJ_CHAR_HAN, .advance = size, .size = size };

  g_array_append_val (self->styles, style);
  cluster.style = self->styles->len - 1;
  cluster.glyph = self->glyphs->len;
  cluster.start = self->string->len;
  add_row (self, face, code, strlen (code) - n, size, FIRST_ROW);
  add_row (self, face, code + strlen (code) - n, n, size, FIRST_ROW + ROW_PITCH);
  cluster.n_glyphs = self->glyphs->len - cluster.glyph;
  g_string_append_unichar (self->string, character);
  cluster.end = self->string->len;
  g_array_append_val (self->clusters, cluster);
}

/* Draws the box round a square of @size whose baseline begins at (@x, @y). */
void
_gj_text_draw_box (double  x,
                   double  y,
                   double  size,
                   GjPage *page)
{
  double left = x + INSET * size;
  double top = y - (ASCENT - INSET) * size;
  double side = (1 - 2 * INSET) * size;
  double width = 0.03 * size;

  _gj_page_add_rule (page, left, top, side, width, FALSE);
  _gj_page_add_rule (page, left, top + side, side, width, FALSE);
  _gj_page_add_rule (page, left, top, side, width, TRUE);
  _gj_page_add_rule (page, left + side, top, side, width, TRUE);
}
