/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-compare-item.h"

G_BEGIN_DECLS

/**
 * GjComparePlace:
 *
 * What stands where in a line of the list.
 */
typedef enum
{
  GJ_PLACE_ROW,
  GJ_PLACE_COLUMN,
  GJ_PLACE_OLD,
  GJ_PLACE_NEW,
  GJ_PLACE_DIFFERENCE,
  GJ_PLACE_RATIO,
  GJ_PLACE_REMARK,
  GJ_N_PLACES,
} GjComparePlace;

/**
 * GjCompareLook:
 * @has_column: whether the column is said beside the row
 * @has_remarks: whether any line has something remarkable
 * @longest: how many letters the longest name has, narrow ones counted as half
 * @swapped: whether the new side comes first
 * @old_name: what the old side is called
 * @new_name: what the new one is called
 *
 * How all lines of a list are laid out. Belongs to the list.
 */
typedef struct
{
  gboolean  has_column;
  gboolean  has_remarks;
  double    longest;
  gboolean  swapped;
  char     *old_name;
  char     *new_name;
} GjCompareLook;

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
