/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GJ_TYPE_COMPARE_BESIDE (gj_compare_beside_get_type ())

/* A widget, and another beside it where there is room for both. */

G_DECLARE_FINAL_TYPE (GjCompareBeside, gj_compare_beside, GJ, COMPARE_BESIDE, GtkWidget)

GtkWidget * gj_compare_beside_new (GtkWidget *main,
                                   GtkWidget *beside);

G_END_DECLS
