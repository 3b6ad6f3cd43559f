/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

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

/* The place that comes at @index on the screen; how wide each of them is in a line of
 * @width pixels, with letters of @size. */

GjComparePlace gj_compare_look_get_place   (const GjCompareLook *self,
                                            guint                index);
void           gj_compare_look_find_widths (const GjCompareLook *self,
                                            double               size,
                                            int                  width,
                                            int                 *widths);

G_END_DECLS
