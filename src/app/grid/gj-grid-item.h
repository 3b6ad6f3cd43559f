/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

#include "gj-grid-palette.h"

G_BEGIN_DECLS

/**
 * GjGridFlow:
 * @GJ_GRID_FLOW_LINES: lines from the top to the bottom
 * @GJ_GRID_FLOW_STACKED: one character under the other, which is for Chinese
 * @GJ_GRID_FLOW_ROTATED: one line from the bottom to the top, which is for an alphabet
 */
typedef enum
{
  GJ_GRID_FLOW_LINES,
  GJ_GRID_FLOW_STACKED,
  GJ_GRID_FLOW_ROTATED,
} GjGridFlow;

#define GJ_TYPE_GRID_ITEM (gj_grid_item_get_type ())

/* One slot of a table as a widget that draws its own text. The grid measures it, places
 * it and lends it the palette. Sizes are in pixels. */

G_DECLARE_DERIVABLE_TYPE (GjGridItem, gj_grid_item, GJ, GRID_ITEM, GtkWidget)

struct _GjGridItemClass
{
  GtkWidgetClass parent_class;

  void (* paint) (GjGridItem  *self,
                  GtkSnapshot *snapshot,
                  int          width,
                  int          height);
};

#define GJ_GRID_PADDING_X 6
#define GJ_GRID_PADDING_Y 3

void                 gj_grid_item_set_slot    (GjGridItem          *self,
                                               const GjSlot        *slot,
                                               const GjGridPalette *palette);
const GjSlot *       gj_grid_item_get_slot    (GjGridItem          *self);
const GdkRGBA *      gj_grid_item_get_ink     (GjGridItem          *self,
                                               GjInk                ink);
gboolean             gj_grid_item_set_text    (GjGridItem          *self,
                                               const char          *text);
const char *         gj_grid_item_get_text    (GjGridItem          *self);
PangoLayout *        gj_grid_item_create_layout
                                              (GjGridItem          *self,
                                               const char          *text);
void                 gj_grid_item_forget_font (GjGridItem          *self);
GjGridFlow           gj_grid_item_get_flow    (GjGridItem          *self);
void                 gj_grid_item_set_flow    (GjGridItem          *self,
                                               GjGridFlow           flow);
void                 gj_grid_item_set_align   (GjGridItem          *self,
                                               float                align);
void                 gj_grid_item_set_balanced
                                              (GjGridItem          *self,
                                               gboolean             balanced);
guint                gj_grid_item_count_longest_word
                                              (GjGridItem          *self);
int                  gj_grid_item_get_natural_width
                                              (GjGridItem          *self);
int                  gj_grid_item_get_height  (GjGridItem          *self,
                                               int                  width);
void                 gj_grid_item_paint_paper (GjGridItem          *self,
                                               GtkSnapshot         *snapshot,
                                               int                  width,
                                               int                  height,
                                               GjInk                ink);
void                 gj_grid_item_paint_text  (GjGridItem          *self,
                                               GtkSnapshot         *snapshot,
                                               int                  width,
                                               int                  height,
                                               GjInk                ink);

G_END_DECLS
