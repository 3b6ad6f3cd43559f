/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-sheet.h"

#include <math.h>

#define MM (72.0 / 25.4)

/* Pixels to a mm, and what counts as ink. */
#define SCALE 5.0
#define DARK 96

struct _GjSheet
{
  double           width;
  double           height;
  GArray          *chars;
  GArray          *lines;
  cairo_surface_t *surface;
};

static void
line_clear (gpointer data)
{
  GjSheetLine *line = data;

  g_free (line->text);
}

static void
read_chars (GjSheet     *self,
            PopplerPage *page)
{
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *boxes = NULL;
  GList *attributes = poppler_page_get_text_attributes (page);
  guint n_boxes = 0;
  guint i = 0;

  poppler_page_get_text_layout (page, &boxes, &n_boxes);
  for (const char *p = text; *p != '\0' && i < n_boxes; p = g_utf8_next_char (p), i++)
    {
      GjSheetChar found = {
        g_utf8_get_char (p), boxes[i].x1 / MM, boxes[i].x2 / MM, boxes[i].y1 / MM, boxes[i].y2 / MM, 0,
      };

      for (GList *l = attributes; l != NULL; l = l->next)
        {
          PopplerTextAttributes *attribute = l->data;

          if ((int) i >= attribute->start_index && (int) i <= attribute->end_index)
            found.size = attribute->font_size;
        }
      if (!g_unichar_isspace (found.character))
        g_array_append_val (self->chars, found);
    }
  poppler_page_free_text_attributes (attributes);
}

static void
render (GjSheet     *self,
        PopplerPage *page)
{
  cairo_t *cr;

  self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (self->width * SCALE),
                                              (int) ceil (self->height * SCALE));
  cr = cairo_create (self->surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, SCALE / MM, SCALE / MM);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (self->surface);
}

static gboolean
is_dark (GjSheet *self,
         int      x,
         int      y)
{
  const guint32 *row = (const guint32 *) (const void *) (cairo_image_surface_get_data (self->surface) +
                                                         (gsize) y *
                                                         cairo_image_surface_get_stride (self->surface));

  return (row[x] >> 8 & 0xff) < 256 - DARK;
}

/* The box of the ink in a part of the sheet. */
GjInk
gj_sheet_find_ink (GjSheet *self,
                   double   left,
                   double   top,
                   double   right,
                   double   bottom)
{
  int width = cairo_image_surface_get_width (self->surface);
  int height = cairo_image_surface_get_height (self->surface);
  int x1 = CLAMP ((int) floor (left * SCALE), 0, width);
  int x2 = CLAMP ((int) ceil (right * SCALE), 0, width);
  int y1 = CLAMP ((int) floor (top * SCALE), 0, height);
  int y2 = CLAMP ((int) ceil (bottom * SCALE), 0, height);
  GjInk ink = { self->width, self->height, 0, 0 };

  for (int y = y1; y < y2; y++)
    {
      for (int x = x1; x < x2; x++)
        {
          if (!is_dark (self, x, y))
            continue;
          ink.left = MIN (ink.left, x / SCALE);
          ink.right = MAX (ink.right, (x + 1) / SCALE);
          ink.top = MIN (ink.top, y / SCALE);
          ink.bottom = MAX (ink.bottom, (y + 1) / SCALE);
        }
    }
  return ink;
}

static gboolean
is_han (gunichar character)
{
  return character >= 0x4e00 && character <= 0x9fff;
}

/* The ink of a line, found in the middle half of each Han character's box and above and
   below it as far as the next line's may begin. */
static void
measure_line (GjSheet     *self,
              GjSheetLine *line)
{
  GString *text = g_string_new (NULL);

  line->top = self->height;
  for (guint i = line->first; i < line->end; i++)
    {
      const GjSheetChar *found = &g_array_index (self->chars, GjSheetChar, i);
      double middle = (found->top + found->bottom) / 2;
      double half = 0.62 * found->size / MM;
      GjInk ink;

      g_string_append_unichar (text, found->character);
      line->left = i == line->first ? found->left : MIN (line->left, found->left);
      line->right = MAX (line->right, found->right);
      if (!is_han (found->character))
        continue;
      line->n_han++;
      ink = gj_sheet_find_ink (self, found->left, middle - half, found->right, middle + half);
      line->top = MIN (line->top, ink.top);
      line->bottom = MAX (line->bottom, ink.bottom);
    }
  line->text = g_string_free (text, FALSE);
}

static gboolean
is_beside (const GjSheetChar *previous,
           const GjSheetChar *next)
{
  double em = previous->size / MM;

  return fabs (previous->size - next->size) < 0.5 &&
         fabs (previous->top + previous->bottom - next->top - next->bottom) < 0.6 * em &&
         next->left > previous->left - 0.1 * em;
}

static void
find_lines (GjSheet *self)
{
  for (guint first = 0, end; first < self->chars->len; first = end)
    {
      GjSheetLine line = { .first = first };

      for (end = first + 1; end < self->chars->len; end++)
        if (!is_beside (&g_array_index (self->chars, GjSheetChar, end - 1),
                        &g_array_index (self->chars, GjSheetChar, end)))
          break;
      line.end = end;
      line.size = g_array_index (self->chars, GjSheetChar, first).size;
      measure_line (self, &line);
      g_array_append_val (self->lines, line);
    }
}

GjSheet *
gj_sheet_new (PopplerPage *page)
{
  GjSheet *self = g_new0 (GjSheet, 1);

  poppler_page_get_size (page, &self->width, &self->height);
  self->width /= MM;
  self->height /= MM;
  self->chars = g_array_new (FALSE, TRUE, sizeof (GjSheetChar));
  self->lines = g_array_new (FALSE, TRUE, sizeof (GjSheetLine));
  g_array_set_clear_func (self->lines, line_clear);
  render (self, page);
  read_chars (self, page);
  find_lines (self);
  return self;
}

void
gj_sheet_free (GjSheet *self)
{
  g_array_unref (self->chars);
  g_array_unref (self->lines);
  cairo_surface_destroy (self->surface);
  g_free (self);
}

double
gj_sheet_get_width (GjSheet *self)
{
  return self->width;
}

double
gj_sheet_get_height (GjSheet *self)
{
  return self->height;
}

/* (element-type GjSheetLine): in the order of reading */
GArray *
gj_sheet_get_lines (GjSheet *self)
{
  return self->lines;
}

/* (element-type GjSheetChar): without blanks */
GArray *
gj_sheet_get_chars (GjSheet *self)
{
  return self->chars;
}
