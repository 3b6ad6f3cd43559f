/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-render.h"

G_BEGIN_DECLS

#define GJ_TYPE_TREND_CHART (gj_trend_chart_get_type ())

/* A chart in a window, in the window's type and colours. */

G_DECLARE_FINAL_TYPE (GjTrendChart, gj_trend_chart, GJ, TREND_CHART, GtkWidget)

GtkWidget * gj_trend_chart_new       (void);
void        gj_trend_chart_set_chart (GjTrendChart  *self,
                                      GjChart       *chart);
GjChart *   gj_trend_chart_get_chart (GjTrendChart  *self);

G_END_DECLS
