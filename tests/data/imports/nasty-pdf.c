/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "nasty.h"

#include <pango/pangocairo.h>
#include <string.h>

#include "pdf-support.h"

/* Reports as pages, and what printers and scanners of offices make of them. */

enum
{
  NO_LINES = 1 << 0,
  OPEN_SIDES = 1 << 1,
  CELL_BOXES = 1 << 2,
  FILLED_LINES = 1 << 3,
  DASHED = 1 << 4,
  PAGE_NUMBERS = 1 << 5,
  RUNNING_HEAD = 1 << 6,
  ROTATED = 1 << 7,
  FLOWING = 1 << 8,
  REPEATED_HEAD = 1 << 9,
  NARROW_LABELS = 1 << 10,
  TIGHT = 1 << 11,
  TWICE = 1 << 12,
  FRAMED = 1 << 13,
  ONE_BY_ONE = 1 << 14,
  CENTRED = 1 << 15,
  DOUBLE_LINES = 1 << 16,
  STAMPED = 1 << 17,
  SHADED = 1 << 18,
  UNDERLINED = 1 << 19,
  LAST_COLUMN_FIRST = 1 << 20,
};

#define LEFT 66.0
#define TOP 60.0
#define WIDTH 460.0
#define BOTTOM 770.0
#define N_HEAD_ROWS 3

typedef struct
{
  PdfMaker *maker;
  guint     options;
  guint     n_pages;
  double    y;
} Pen;

static PangoLayout *
new_layout (Pen            *self,
            double          size,
            double          width,
            PangoAlignment  alignment,
            const char     *text)
{
  PangoLayout *layout = pango_cairo_create_layout (self->maker->cr);
  PangoFontDescription *font = pango_font_description_from_string ("Noto Serif CJK SC");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, alignment);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);

  return layout;
}

static double
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);

  return (double) height / PANGO_SCALE;
}

/* Character by character, in an order that only the places tell. */
static void
show_one_by_one (Pen         *self,
                 PangoLayout *layout,
                 double       x,
                 double       y)
{
  g_autofree char *text = g_strdup (pango_layout_get_text (layout));

  for (const char *p = text + strlen (text); p > text;)
    {
      const char *q = g_utf8_prev_char (p);
      g_autofree char *one = g_strndup (q, (gsize) (p - q));
      PangoLayout *single = new_layout (self, self->maker->size, WIDTH, PANGO_ALIGN_LEFT, one);
      PangoRectangle place;

      pango_layout_index_to_pos (layout, (int) (q - text), &place);
      cairo_move_to (self->maker->cr, x + (double) place.x / PANGO_SCALE, y + (double) place.y / PANGO_SCALE);
      pango_cairo_show_layout (self->maker->cr, single);
      g_object_unref (single);
      p = q;
    }
}

static void
show (Pen         *self,
      PangoLayout *layout,
      double       x,
      double       y)
{
  if (self->options & ONE_BY_ONE)
    {
      show_one_by_one (self, layout, x, y);
      return;
    }
  for (guint i = 0; i < (self->options & TWICE ? 2u : 1u); i++)
    {
      cairo_move_to (self->maker->cr, x + i * 0.3, y);
      pango_cairo_show_layout (self->maker->cr, layout);
    }
}

static void
begin_page (Pen *self)
{
  self->n_pages++;
  self->y = TOP;
  if (self->options & ROTATED)
    {
      cairo_translate (self->maker->cr, 595, 0);
      cairo_rotate (self->maker->cr, G_PI / 2);
    }
  if (self->options & RUNNING_HEAD)
    pdf_maker_text (self->maker, LEFT, 30, "青禾市商务局文件汇编");
  if (self->options & FRAMED)
    {
      cairo_rectangle (self->maker->cr, 30, 30, 535, 780);
      cairo_stroke (self->maker->cr);
    }
  if (self->options & PAGE_NUMBERS)
    {
      g_autofree char *number = g_strdup_printf ("— %u —", self->n_pages);

      pdf_maker_text (self->maker, self->n_pages % 2 == 1 ? 470 : 80, 795, number);
    }
  if (self->options & STAMPED)
    {
      cairo_save (self->maker->cr);
      cairo_set_source_rgba (self->maker->cr, 0.9, 0.2, 0.2, 0.4);
      cairo_arc (self->maker->cr, 420, 600, 60, 0, 2 * G_PI);
      cairo_stroke (self->maker->cr);
      cairo_restore (self->maker->cr);
    }
}

static void
end_page (Pen *self)
{
  pdf_maker_page (self->maker);
  cairo_identity_matrix (self->maker->cr);
}

static void
next_page (Pen *self)
{
  end_page (self);
  begin_page (self);
}

static double
get_bottom (const Pen *self)
{
  return self->options & ROTATED ? 540 : BOTTOM;
}

/* Lines of a paragraph go on over the page's end. */
static void
draw_paragraph (Pen            *self,
                const char     *text,
                PangoAlignment  alignment)
{
  PangoLayout *layout = new_layout (self, self->maker->size, WIDTH, alignment, text);
  double height;

  if (alignment == PANGO_ALIGN_LEFT)
    pango_layout_set_indent (layout, (int) (2 * self->maker->size * PANGO_SCALE));
  height = get_height (layout);
  if (self->y + height > get_bottom (self))
    next_page (self);
  show (self, layout, LEFT, self->y);
  self->y += height + 4;
  g_object_unref (layout);
}

/* Tables */

static void
set_widths (const Pen       *self,
            const NastyGrid *grid,
            double          *edges)
{
  double rest = WIDTH;
  guint n_labels = grid->n_columns >= 9 && grid->slots[0].cell->n_positions == 3 ? 3 : 0;
  double label = self->options & NARROW_LABELS ? 14 : 46;

  edges[0] = LEFT;
  for (guint i = 0; i < grid->n_columns; i++)
    {
      double width = i < n_labels ? (i == 2 ? 165 : label) : rest / (grid->n_columns - i);

      if (self->options & TIGHT && i >= n_labels && n_labels > 0)
        width = 19;
      edges[i + 1] = edges[i] + width;
      rest -= width;
    }
}

static PangoLayout *
new_cell_layout (Pen             *self,
                 const NastySlot *slot,
                 const double    *edges)
{
  double width = edges[slot->column + slot->cell->n_positions] - edges[slot->column];

  return new_layout (self, self->maker->size, width - (self->options & TIGHT ? 1 : 6),
                     self->options & CENTRED ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT, slot->cell->text);
}

/* A cell of several rows makes its last row higher if it must. */
static void
set_heights (Pen             *self,
             const NastyGrid *grid,
             const double    *edges,
             double          *heights)
{
  for (guint row = 0; row < grid->n_rows; row++)
    heights[row] = 16;
  for (guint row = 0; row < grid->n_rows; row++)
    for (guint column = 0; column < grid->n_columns; column++)
      {
        const NastySlot *slot = nasty_grid_get (grid, row, column);
        PangoLayout *layout;
        double height = 0;

        if (slot->cell == NULL || slot->column != column ||
            row + 1 != MIN (slot->row + slot->cell->n_lines, grid->n_rows))
          continue;
        layout = new_cell_layout (self, slot, edges);
        for (guint r = slot->row; r <= row; r++)
          height += heights[r];
        heights[row] += MAX (0, get_height (layout) + 5 - height);
        g_object_unref (layout);
      }
}

static void
draw_line (Pen    *self,
           double  x0,
           double  y0,
           double  x1,
           double  y1)
{
  if (self->options & NO_LINES)
    return;
  if (self->options & OPEN_SIDES && x0 == x1 && (x0 < LEFT + 1 || x0 > LEFT + WIDTH - 1))
    return;
  if (self->options & FILLED_LINES)
    {
      cairo_rectangle (self->maker->cr, x0 - 0.25, y0 - 0.25, x1 - x0 + 0.5, y1 - y0 + 0.5);
      cairo_fill (self->maker->cr);
      return;
    }
  pdf_maker_line (self->maker, x0, y0, x1, y1);
  if (self->options & DOUBLE_LINES)
    pdf_maker_line (self->maker, x0 + (x0 == x1 ? 1.5 : 0), y0 + (y0 == y1 ? 1.5 : 0),
                    x1 + (x0 == x1 ? 1.5 : 0), y1 + (y0 == y1 ? 1.5 : 0));
}

/* What of the cell stands on this page: from @top to @bottom. */
static void
draw_box (Pen             *self,
          const NastySlot *slot,
          const double    *edges,
          double           top,
          double           bottom)
{
  double left = edges[slot->column];
  double right = edges[slot->column + slot->cell->n_positions];

  if (self->options & SHADED && slot->row < N_HEAD_ROWS)
    {
      cairo_save (self->maker->cr);
      cairo_set_source_rgb (self->maker->cr, 0.85, 0.85, 0.85);
      cairo_rectangle (self->maker->cr, left, top, right - left, bottom - top);
      cairo_fill (self->maker->cr);
      cairo_restore (self->maker->cr);
    }
  if (self->options & CELL_BOXES)
    {
      cairo_rectangle (self->maker->cr, left, top, right - left, bottom - top);
      cairo_stroke (self->maker->cr);
      return;
    }
  draw_line (self, left, top, right, top);
  draw_line (self, left, top, left, bottom);
  draw_line (self, left, bottom, right, bottom);
  draw_line (self, right, top, right, bottom);
}

/* The rows from @first to before @end, on one page. */
static void
draw_rows (Pen             *self,
           const NastyGrid *grid,
           const double    *edges,
           const double    *heights,
           guint            first,
           guint            end)
{
  g_autofree double *tops = g_new0 (double, grid->n_rows + 1);

  tops[first] = self->y;
  for (guint row = first; row < end; row++)
    tops[row + 1] = tops[row] + heights[row];
  for (guint i = 0; i < (end - first) * grid->n_columns; i++)
    {
      guint row = first + i / grid->n_columns;
      guint turned = grid->n_columns - 1 - i % grid->n_columns;
      guint column = self->options & LAST_COLUMN_FIRST ? turned : i % grid->n_columns;
      const NastySlot *slot = nasty_grid_get (grid, row, column);
      guint last;

      if (slot->cell == NULL || slot->column != column || row != MAX (slot->row, first))
        continue;
      last = MIN (MIN (slot->row + slot->cell->n_lines, end), grid->n_rows);
      draw_box (self, slot, edges, tops[row], tops[last]);
      if (slot->row == row)
        {
          PangoLayout *layout = new_cell_layout (self, slot, edges);

          show (self, layout, edges[slot->column] + (self->options & TIGHT ? 0.5 : 3), tops[row] + 2);
          if (self->options & UNDERLINED)
            pdf_maker_line (self->maker, edges[slot->column] + 4, tops[row] + 15, edges[slot->column] + 18,
                            tops[row] + 15);
          g_object_unref (layout);
        }
    }
  self->y = tops[end];
}

static void
draw_grid (Pen              *self,
           const GjRawBlock *block)
{
  g_auto (NastyGrid) grid = { 0 };
  double edges[65];
  g_autofree double *heights = NULL;
  double total = 0;
  guint row = 0;

  nasty_grid_init (&grid, block);
  heights = g_new0 (double, grid.n_rows);
  set_widths (self, &grid, edges);
  set_heights (self, &grid, edges, heights);
  for (guint i = 0; i < grid.n_rows; i++)
    total += heights[i];
  if (!(self->options & FLOWING) && self->y + total > get_bottom (self) && self->y > TOP)
    next_page (self);
  while (row < grid.n_rows)
    {
      double y = self->y;
      guint end = row;

      while (end < grid.n_rows && y + heights[end] <= get_bottom (self))
        y += heights[end++];
      if (end == row && self->y == TOP)
        end++;
      if (row > 0 && self->options & REPEATED_HEAD && row >= N_HEAD_ROWS && end > row)
        {
          draw_rows (self, &grid, edges, heights, 0, N_HEAD_ROWS);
          while (end > row + 1 && end < grid.n_rows + N_HEAD_ROWS && self->y + (y - TOP) > get_bottom (self))
            y -= heights[--end];
        }
      if (end > row)
        draw_rows (self, &grid, edges, heights, row, end);
      row = end;
      if (row < grid.n_rows)
        next_page (self);
    }
  self->y += 6;
}

GBytes *
nasty_write_pdf (const NastyCase     *nasty,
                 const GjRawDocument *document)
{
  Pen pen = { .maker = pdf_maker_new (), .options = nasty->options };
  static const double dashes[] = { 2, 2 };
  guint n = document->blocks->len;

  pen.maker->size = nasty->options & TIGHT ? 8.5 : 9;
  if (nasty->options & DASHED)
    cairo_set_dash (pen.maker->cr, dashes, 2, 0);
  begin_page (&pen);
  for (guint i = 0; i < n; i++)
    {
      const GjRawBlock *block = document->blocks->pdata[i];

      if (block->kind == GJ_RAW_GRID)
        draw_grid (&pen, block);
      else
        draw_paragraph (&pen, block->text, i < 2 ? PANGO_ALIGN_CENTER :
                        i + 2 >= n ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
    }

  end_page (&pen);

  return pdf_maker_end (pen.maker);
}

const NastyCase nasty_pdf_cases[] = {
  { "open-sides", "", .options = OPEN_SIDES },
  { "cell-boxes", "", .options = CELL_BOXES },
  { "filled-lines", "", .options = FILLED_LINES },
  { "dashed", "", .options = DASHED },
  { "double-lines", "", .options = DOUBLE_LINES },
  { "no-lines", "*", .options = NO_LINES, .flags = NASTY_OTHER_TEXTS },
  { "page-numbers", "page-number", .options = PAGE_NUMBERS },
  { "running-head", "header-footer", .options = RUNNING_HEAD },
  { "rotated", "", .options = ROTATED },
  { "flowing", "", .options = FLOWING },
  { "flowing-numbered", "page-number", .options = FLOWING | PAGE_NUMBERS },
  { "flowing-head", "", .options = FLOWING | REPEATED_HEAD },
  { "narrow-labels", "", .options = NARROW_LABELS },
  { "narrow-flowing", "", .options = NARROW_LABELS | FLOWING },
  { "tight", "", .options = TIGHT },
  { "drawn-twice", "", .options = TWICE },
  { "framed", "", .options = FRAMED },
  { "one-by-one", "", .options = ONE_BY_ONE },
  { "centred", "", .options = CENTRED },
  { "stamped", "", .options = STAMPED },
  { "shaded", "", .options = SHADED },
  { "underlined", "", .options = UNDERLINED },
  { "last-column-first", "", .options = LAST_COLUMN_FIRST },
  { "flowing-2019", "", .options = FLOWING, .form = "guoban-2019" },
  { "flowing-old-row", "old-row", .options = FLOWING, .variant = "old-row" },
};
const guint nasty_n_pdf_cases = G_N_ELEMENTS (nasty_pdf_cases);
