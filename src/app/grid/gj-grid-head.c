/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-grid-head.h"

/**
 * GjGridHead:
 *
 * Draws a head in the middle of its slot.
 */
struct _GjGridHead
{
  GjGridItem parent_instance;
};

G_DEFINE_FINAL_TYPE (GjGridHead, gj_grid_head, GJ_TYPE_GRID_ITEM)

static void
gj_grid_head_paint (GjGridItem  *item,
                    GtkSnapshot *snapshot,
                    int          width,
                    int          height)
{
  gj_grid_item_paint_paper (item, snapshot, width, height, GJ_INK_HEAD);
  gj_grid_item_paint_text (item, snapshot, width, height, GJ_INK_TEXT);
}

static void
gj_grid_head_class_init (GjGridHeadClass *klass)
{
  GJ_GRID_ITEM_CLASS (klass)->paint = gj_grid_head_paint;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "gjgridhead");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
}

static void
gj_grid_head_init (GjGridHead *self)
{
  gj_grid_item_set_align (GJ_GRID_ITEM (self), 0.5f);
  gj_grid_item_set_balanced (GJ_GRID_ITEM (self), TRUE);
}
