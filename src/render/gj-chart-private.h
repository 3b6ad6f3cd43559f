/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-chart.h"

G_BEGIN_DECLS

double     _gj_chart_get_widest (const char     *name,
                                 double          size,
                                 GjChartMeasure  measure,
                                 gpointer        data);
GPtrArray *_gj_chart_part_name  (const char     *name,
                                 double          size,
                                 double          width,
                                 GjChartMeasure  measure,
                                 gpointer        data);
void       _gj_chart_cut_name   (GPtrArray      *lines,
                                 guint           n_lines);

G_END_DECLS
