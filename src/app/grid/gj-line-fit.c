/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-line-fit.h"

#include <string.h>

/* Where a text may be broken is known as soon as it has been set in one line. What it
 * would look like at other widths is then a matter of adding up: setting it anew for each
 * width tried costs a hundred times more. */

/* A piece between two places where the line may end; one blank at its end takes no room
 * there. In Pango units from the start of the line. */

typedef struct
{
  int start;
  int end;
} Piece;

static GArray *
cut (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  const PangoLogAttr *places;
  const char *p = text;
  Piece piece = { 0, 0 };
  int n_places;
  int x = 0;

  places = pango_layout_get_log_attrs_readonly (layout, &n_places);
  for (int i = 0; i + 1 < n_places; i++)
    {
      int before = x;

      p = g_utf8_next_char (p);
      pango_layout_line_index_to_x (line, (int) (p - text), FALSE, &x);
      if (!places[i + 1].is_line_break && i + 2 < n_places)
        continue;

      piece.end = places[i].is_white ? before : x;
      g_array_append_val (pieces, piece);
      piece.start = x;
    }

  return pieces;
}

static guint
count_lines (GArray *pieces,
             int     width)
{
  int start = g_array_index (pieces, Piece, 0).start;
  guint n_lines = 1;

  for (guint i = 1; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);

      if (piece->end - start <= width)
        continue;

      start = piece->start;
      n_lines++;
    }

  return n_lines;
}

static int
get_widest (GArray *pieces)
{
  int widest = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);

      widest = MAX (widest, piece->end - piece->start);
    }

  return widest;
}

/**
 * gj_line_fit_balance:
 * @layout: a text set without a width
 * @width: the room it has, in Pango units
 *
 * How wide the text should be set so that its lines are about equally long and none is
 * left with a single character: as narrow as it goes without one more line.
 *
 * A text with lines of its own, or with a word that is wider than the room, is left to
 * take all of it.
 *
 * Returns: a width in Pango units, at most @width
 */
int
gj_line_fit_balance (PangoLayout *layout,
                     int          width)
{
  g_autoptr (GArray) pieces = NULL;
  int least, most = width;
  guint n_lines;

  g_return_val_if_fail (PANGO_IS_LAYOUT (layout), width);
  g_return_val_if_fail (pango_layout_get_width (layout) < 0, width);

  if (pango_layout_get_line_count (layout) > 1 || pango_layout_get_character_count (layout) == 0)
    return width;

  pieces = cut (layout);
  least = get_widest (pieces);
  if (least > width)
    return width;

  n_lines = count_lines (pieces, width);
  while (most - least > PANGO_SCALE)
    {
      int middle = least + (most - least) / 2;

      if (count_lines (pieces, middle) > n_lines)
        least = middle;
      else
        most = middle;
    }

  return most;
}
