/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-compare.h"

G_BEGIN_DECLS

#define GJ_TYPE_COMPARE_BAR (gj_compare_bar_get_type ())

/* The foot of a window that compares: what is looked at, the keys that lead on, and what
 * it comes to. Needs the actions compare.* and report.*-change above it. */

G_DECLARE_FINAL_TYPE (GjCompareBar, gj_compare_bar, GJ, COMPARE_BAR, GtkWidget)

GtkWidget * gj_compare_bar_new         (void);
void        gj_compare_bar_set_compare (GjCompareBar  *self,
                                        GjCompare     *compare);
const char *gj_compare_bar_get_summary (GjCompareBar  *self);

G_END_DECLS
