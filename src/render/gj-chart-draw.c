/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-chart-draw.h"

#include <pango/pangocairo.h>

/* The chart in a window, in the window's own type. */

const GjChartPalette gj_chart_palette_light = {
  { 0.13, 0.15, 0.17 }, { 0.36, 0.38, 0.41 }, { 0.60, 0.62, 0.65 }, { 0.64, 0.78, 0.96 }, { 0.11, 0.44, 0.85 },
};

const GjChartPalette gj_chart_palette_dark = {
  { 0.94, 0.95, 0.96 }, { 0.72, 0.74, 0.77 }, { 0.50, 0.52, 0.55 }, { 0.22, 0.36, 0.56 }, { 0.56, 0.78, 1.00 },
};

/**
 * gj_chart_palette_mix:
 * @shade: what gj_chart_get_shade() says
 *
 * Returns: the colour of a bar
 */
GjChartInk
gj_chart_palette_mix (const GjChartPalette *self,
                      double                shade)
{
  GjChartInk ink = { 0 };

  g_return_val_if_fail (self != NULL, ink);

  ink.red = self->first.red + shade * (self->last.red - self->first.red);
  ink.green = self->first.green + shade * (self->last.green - self->first.green);
  ink.blue = self->first.blue + shade * (self->last.blue - self->first.blue);
  return ink;
}

static void
set_size (PangoLayout *layout,
          double       size,
          gboolean     is_bold)
{
  PangoContext *context = pango_layout_get_context (layout);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
}

static double
measure (const char *text,
         double      size,
         gpointer    data)
{
  PangoLayout *layout = data;
  int width;

  set_size (layout, size, FALSE);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

static void
set_ink (cairo_t    *cr,
         GjChartInk  ink)
{
  cairo_set_source_rgb (cr, ink.red, ink.green, ink.blue);
}

static void
draw_text (const GjChartMark *mark,
           cairo_t           *cr,
           PangoLayout       *layout)
{
  int baseline;

  set_size (layout, mark->size, mark->kind == GJ_CHART_TITLE);
  pango_layout_set_text (layout, mark->text, -1);
  baseline = pango_layout_get_baseline (layout);
  cairo_move_to (cr, mark->x, mark->y + 0.98 * mark->size - (double) baseline / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_mark (const GjChart        *self,
           const GjChartMark    *mark,
           cairo_t              *cr,
           const GjChartPalette *palette,
           PangoLayout          *layout)
{
  switch (mark->kind)
    {
    case GJ_CHART_BAR:
      set_ink (cr, gj_chart_palette_mix (palette, gj_chart_get_shade (self, mark->series)));
      cairo_rectangle (cr, mark->x, mark->y, mark->width, mark->height);
      cairo_fill (cr);
      break;
    case GJ_CHART_AXIS:
      set_ink (cr, palette->axis);
      cairo_rectangle (cr, mark->x, mark->y, mark->width, 1);
      cairo_fill (cr);
      break;
    case GJ_CHART_TITLE:
    case GJ_CHART_VALUE:
      set_ink (cr, palette->ink);
      draw_text (mark, cr, layout);
      break;
    case GJ_CHART_NAME:
    case GJ_CHART_GAP:
      set_ink (cr, palette->quiet);
      draw_text (mark, cr, layout);
      break;
    }
}

/**
 * gj_chart_draw:
 * @self: a chart
 * @cr: where to, from (0, 0)
 * @width: how wide the picture is
 * @height: how high it is
 * @palette: its colours
 * @context: the type of the window: gtk_widget_create_pango_context()
 *
 * Draws the chart in the size of type of @context.
 */
void
gj_chart_draw (const GjChart        *self,
               cairo_t              *cr,
               double                width,
               double                height,
               const GjChartPalette *palette,
               PangoContext         *context)
{
  const PangoFontDescription *font;
  PangoLayout *layout;
  g_autoptr (GArray) marks = NULL;
  double size;

  g_return_if_fail (self != NULL && cr != NULL && palette != NULL && PANGO_IS_CONTEXT (context));

  font = pango_context_get_font_description (context);
  size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) > 0 ? pango_cairo_context_get_resolution (context) / 72
                                                               : 96.0 / 72;
  layout = pango_layout_new (context);
  marks = gj_chart_lay_out (self, width, height, size > 0 ? size : 13, measure, layout);
  cairo_save (cr);
  for (guint i = 0; i < marks->len; i++)
    draw_mark (self, &g_array_index (marks, GjChartMark, i), cr, palette, layout);
  cairo_restore (cr);
  g_object_unref (layout);
}
