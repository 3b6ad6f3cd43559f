/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-widget-compat.h"

/* The colour that text of the widget has now. */
void
gj_widget_get_color (GtkWidget *widget,
                     GdkRGBA   *color)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (color != NULL);

#if GTK_CHECK_VERSION (4, 10, 0)
  gtk_widget_get_color (widget, color);
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), color);
#endif
}

/* Says a message to a screen reader; GTK 4.8 has no way to, there the widgets' own
 * labels and states must do. */
void
gj_widget_announce (GtkWidget  *widget,
                    const char *message)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

#if GTK_CHECK_VERSION (4, 14, 0)
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#endif
}

/* Scrolls until the item is seen, without moving the focus. */
void
gj_list_view_scroll_to (GtkListView *list,
                        guint        position)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (list));

#if GTK_CHECK_VERSION (4, 12, 0)
  gtk_list_view_scroll_to (list, position, GTK_LIST_SCROLL_NONE, NULL);
#else
  gtk_widget_activate_action (GTK_WIDGET (list), "list.scroll-to-item", "u", position);
#endif
}
