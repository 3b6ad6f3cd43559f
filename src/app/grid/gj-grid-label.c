/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-grid-label.h"

/**
 * GjGridLabel:
 *
 * Draws the label of a row at the left of its slot; one that is set upright in the middle.
 */
struct _GjGridLabel
{
  GjGridItem parent_instance;
};

G_DEFINE_FINAL_TYPE (GjGridLabel, gj_grid_label, GJ_TYPE_GRID_ITEM)

static void
gj_grid_label_paint (GjGridItem  *item,
                     GtkSnapshot *snapshot,
                     int          width,
                     int          height)
{
  gj_grid_item_paint_paper (item, snapshot, width, height, GJ_INK_LABEL);
  gj_grid_item_paint_text (item, snapshot, width, height, GJ_INK_TEXT);
}

static void
gj_grid_label_class_init (GjGridLabelClass *klass)
{
  GJ_GRID_ITEM_CLASS (klass)->paint = gj_grid_label_paint;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "gjgridlabel");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_ROW_HEADER);
}

static void
gj_grid_label_init (GjGridLabel *self)
{
  gj_grid_item_set_balanced (GJ_GRID_ITEM (self), TRUE);
}
