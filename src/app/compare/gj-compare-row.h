/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-compare-item.h"
#include "gj-compare-look.h"

G_BEGIN_DECLS

#define GJ_TYPE_COMPARE_ROW (gj_compare_row_get_type ())

/* One line: what it is, both numbers, how they differ. Without an item it is the head. */

G_DECLARE_FINAL_TYPE (GjCompareRow, gj_compare_row, GJ, COMPARE_ROW, GtkWidget)

GtkWidget *     gj_compare_row_new (const GjCompareLook  *look);
void            gj_compare_row_set_item  (GjCompareRow         *self,
                                          GjCompareItem        *item);
GjCompareItem * gj_compare_row_get_item  (GjCompareRow         *self);
void            gj_compare_row_update    (GjCompareRow         *self);

/* Where the number of the new side stands in the line. */

void            gj_compare_row_get_place (GjCompareRow         *self,
                                          GjComparePlace        place,
                                          GtkAllocation        *box);

G_END_DECLS
