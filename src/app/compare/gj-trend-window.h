/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gj-trend-list.h"
#include "gj-trend-table.h"

G_BEGIN_DECLS

#define GJ_TYPE_TREND_WINDOW (gj_trend_window_get_type ())

/* Several years of one body. Signals "add-requested" when a person wants to choose files,
 * for which can be read is known to the program's own window, and "export-requested" when
 * the years are to be kept as a file. */

G_DECLARE_FINAL_TYPE (GjTrendWindow, gj_trend_window, GJ, TREND_WINDOW, AdwWindow)

GjTrendWindow *   gj_trend_window_new        (GjSession      *session);
GjTrendList *     gj_trend_window_get_list   (GjTrendWindow  *self);
GjTrendTable *    gj_trend_window_get_table  (GjTrendWindow  *self);
AdwToastOverlay * gj_trend_window_get_toasts (GjTrendWindow  *self);

G_END_DECLS
