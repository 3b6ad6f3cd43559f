/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-core.h"
#include "gj-render.h"

G_BEGIN_DECLS

#define GJ_TYPE_COMPARE_CHART (gj_compare_chart_get_type ())

/* The main figures of a comparison as a picture of bars, which follows the comparison. Not
 * visible when neither report states any. */

G_DECLARE_FINAL_TYPE (GjCompareChart, gj_compare_chart, GJ, COMPARE_CHART, GtkWidget)

GtkWidget *  gj_compare_chart_new (GjComparison   *comparison);

/* What it shows, in words. */

const char * gj_compare_chart_get_description (GjCompareChart *self);

const GjChartPalette *gj_compare_chart_get_palette (void);

G_END_DECLS
