/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void gj_widget_get_color    (GtkWidget   *widget,
                             GdkRGBA     *color);
void gj_widget_announce     (GtkWidget   *widget,
                             const char  *message);
void gj_list_view_scroll_to (GtkListView *list,
                             guint        position);

G_END_DECLS
