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
 * @longest: how many letters the longest name has, narrow ones counted as half
 * @longest_value: the same of the numbers, and of what the sides are called
 * @longest_ratio: the same of the ratios
 * @longest_remark: the same of what is remarkable; 0 when nothing is
 * @swapped: whether the new side comes first
 * @old_name: what the old side is called
 * @new_name: what the new one is called
 *
 * How all lines of a list are laid out. Belongs to the list.
 */
typedef struct
{
  gboolean  has_column;
  double    longest;
  double    longest_value;
  double    longest_ratio;
  double    longest_remark;
  gboolean  swapped;
  char     *old_name;
  char     *new_name;
} GjCompareLook;

/* A text in letters, narrow ones counted as half. */
double         gj_compare_look_count_letters (const char *text);

/* The place that comes at @index on the screen; how wide each of them is in a line of
 * @width pixels, with letters of @size; how wide a line is in which no name is broken. */

GjComparePlace gj_compare_look_get_place   (const GjCompareLook *self,
                                            guint                index);
void           gj_compare_look_find_widths (const GjCompareLook *self,
                                            double               size,
                                            int                  width,
                                            int                 *widths);
int            gj_compare_look_get_natural_width
                                           (const GjCompareLook *self,
                                            double               size);

G_END_DECLS
