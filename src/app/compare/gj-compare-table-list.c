/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-compare-table-private.h"

#include <glib/gi18n-lib.h>

/* The list and its lines, which are made only as far as they are seen. */

static void
clicked_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            GtkListItem     *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  GjCompareTable *self =
    GJ_COMPARE_TABLE (gtk_widget_get_ancestor (row, GJ_TYPE_COMPARE_TABLE));
  GtkAllocation box;

  gj_compare_row_get_place (GJ_COMPARE_ROW (row), GJ_PLACE_NEW, &box);
  gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (list_item));
  if (n_press == 2 || (x >= box.x && x < box.x + box.width))
    gj_compare_table_edit (self, NULL);
}

static void
setup_cb (GjCompareTable *self,
          GtkListItem    *list_item)
{
  GtkWidget *row = gj_compare_row_new (&self->look);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (clicked_cb), list_item, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (GjCompareTable *self,
         GtkListItem    *list_item)
{
  GjCompareRow *row = GJ_COMPARE_ROW (gtk_list_item_get_child (list_item));
  GjCompareItem *item = gtk_list_item_get_item (list_item);

  g_hash_table_insert (self->lines, item, row);
  gj_compare_row_set_item (row, item);
}

static void
unbind_cb (GjCompareTable *self,
           GtkListItem    *list_item)
{
  GjCompareRow *row = GJ_COMPARE_ROW (gtk_list_item_get_child (list_item));

  if (g_hash_table_lookup (self->lines, gtk_list_item_get_item (list_item)) == row)
    g_hash_table_remove (self->lines, gtk_list_item_get_item (list_item));
  gj_compare_row_set_item (row, NULL);
}

void
_gj_compare_table_init_list (GjCompareTable *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);
  self->items = g_list_store_new (GJ_TYPE_COMPARE_ITEM);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)),
                                                 factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "compare");

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), scroller);
  self->nothing = gtk_label_new (_("Nothing has changed here."));
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_set_can_target (self->nothing, FALSE);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->nothing);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)),
                           "value-changed", G_CALLBACK (gtk_widget_queue_allocate),
                           self->overlay, G_CONNECT_SWAPPED);
}
