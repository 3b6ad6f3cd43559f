/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-trend-chart.h"
#include "gj-trend-list.h"

G_BEGIN_DECLS

#define GJ_TYPE_TREND_TABLE (gj_trend_table_get_type ())

/* The main figures over the years, and a chart of those that are ticked, each year's bars
 * below its numbers. */

G_DECLARE_FINAL_TYPE (GjTrendTable, gj_trend_table, GJ, TREND_TABLE, GtkWidget)

void           gj_trend_table_set_list  (GjTrendTable  *self,
                                         GjTrendList   *list);
void           gj_trend_table_choose    (GjTrendTable  *self,
                                         const char    *id,
                                         gboolean       is_chosen);
GjTrendChart * gj_trend_table_get_chart (GjTrendTable  *self);

G_END_DECLS
