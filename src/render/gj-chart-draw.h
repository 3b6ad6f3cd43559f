/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "gj-chart.h"

G_BEGIN_DECLS

/**
 * GjChartInk:
 *
 * A colour, each part from 0 to 1.
 */
typedef struct
{
  double red;
  double green;
  double blue;
} GjChartInk;

/**
 * GjChartPalette:
 * @ink: title and numbers
 * @quiet: names
 * @axis: the line below the bars
 * @first: the bars of the first series
 * @last: those of the last one; what is between them is mixed from both
 */
typedef struct
{
  GjChartInk ink;
  GjChartInk quiet;
  GjChartInk axis;
  GjChartInk first;
  GjChartInk last;
} GjChartPalette;

/* On a light and on a dark window. */

extern const GjChartPalette gj_chart_palette_light;
extern const GjChartPalette gj_chart_palette_dark;

GjChartInk gj_chart_palette_mix (const GjChartPalette  *self,
                                 double                 shade);
void       gj_chart_draw        (const GjChart         *self,
                                 cairo_t               *cr,
                                 double                 width,
                                 double                 height,
                                 const GjChartPalette  *palette,
                                 PangoContext          *context);

G_END_DECLS
