/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-page-strip-private.h"

/* The keyboard: arrows move a little, the page keys from page to page. */

static GtkAdjustment *
get_adjustment (GtkWidget      *widget,
                GtkOrientation  orientation)
{
  GtkScrollable *scrollable = GTK_SCROLLABLE (widget);

  return orientation == GTK_ORIENTATION_HORIZONTAL ? gtk_scrollable_get_hadjustment (scrollable)
                                                   : gtk_scrollable_get_vadjustment (scrollable);
}

static gboolean
scroll_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  GtkAdjustment *adjustment;
  int orientation;
  int direction;

  g_variant_get (arguments, "(ii)", &orientation, &direction);
  adjustment = get_adjustment (widget, orientation);
  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment)
                              + direction * gtk_adjustment_get_step_increment (adjustment));

  return TRUE;
}

static gboolean
turn_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  GjPageStrip *self = GJ_PAGE_STRIP (widget);
  int page = (int) gj_page_strip_get_page (self) + g_variant_get_int32 (arguments);

  gj_page_strip_go_to (self, (guint) MAX (page, 0));

  return gtk_widget_grab_focus (widget);
}

void
_gj_page_strip_add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint          key;
    GtkOrientation orientation;
    int            direction;
  } arrows[] = {
    { GDK_KEY_Up, GTK_ORIENTATION_VERTICAL, -1 },
    { GDK_KEY_Down, GTK_ORIENTATION_VERTICAL, 1 },
    { GDK_KEY_Left, GTK_ORIENTATION_HORIZONTAL, -1 },
    { GDK_KEY_Right, GTK_ORIENTATION_HORIZONTAL, 1 },
  };
  static const struct
  {
    guint key;
    int   pages;
  } turns[] = {
    { GDK_KEY_Page_Up, -1 }, { GDK_KEY_KP_Page_Up, -1 },
    { GDK_KEY_Page_Down, 1 }, { GDK_KEY_KP_Page_Down, 1 },
    { GDK_KEY_Home, -G_MAXINT16 }, { GDK_KEY_KP_Home, -G_MAXINT16 },
    { GDK_KEY_End, G_MAXINT16 }, { GDK_KEY_KP_End, G_MAXINT16 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    gtk_widget_class_add_binding (widget_class, arrows[i].key, 0, scroll_cb, "(ii)",
                                  (int) arrows[i].orientation, arrows[i].direction);
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    gtk_widget_class_add_binding (widget_class, turns[i].key, 0, turn_cb, "i", turns[i].pages);
}
