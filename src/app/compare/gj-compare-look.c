/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-compare-look.h"

/* In sizes of the font. Without room for the remark there is its sign. */
#define VALUE_WIDTH 7.6
#define DIFFERENCE_WIDTH 6.4
#define RATIO_WIDTH 5.6
#define COLUMN_WIDTH 10.4
#define REMARK_WIDTH 15.0
#define NO_REMARK_WIDTH 5.0
#define SIGN_WIDTH 2.2
#define NAME_WIDTH 13.0
#define NAME_MOST 30.0
#define NAME_ROOM 3.0

GjComparePlace
gj_compare_look_get_place (const GjCompareLook *self,
                           guint                index)
{
  if (self->swapped && index == GJ_PLACE_OLD)
    return GJ_PLACE_NEW;
  if (self->swapped && index == GJ_PLACE_NEW)
    return GJ_PLACE_OLD;

  return index;
}

void
gj_compare_look_find_widths (const GjCompareLook *self,
                             double               size,
                             int                  width,
                             int                 *widths)
{
  double most = MIN (self->longest + NAME_ROOM, NAME_MOST) * size;
  double name;
  int rest;

  widths[GJ_PLACE_OLD] = VALUE_WIDTH * size;
  widths[GJ_PLACE_NEW] = VALUE_WIDTH * size;
  widths[GJ_PLACE_DIFFERENCE] = DIFFERENCE_WIDTH * size;
  widths[GJ_PLACE_RATIO] = RATIO_WIDTH * size;
  widths[GJ_PLACE_COLUMN] = self->has_column ? COLUMN_WIDTH * size : 0;
  rest = width - widths[GJ_PLACE_OLD] - widths[GJ_PLACE_NEW]
         - widths[GJ_PLACE_DIFFERENCE] - widths[GJ_PLACE_RATIO] - widths[GJ_PLACE_COLUMN];
  /* Names have what they need first, but no more; the remark takes what is free. */
  name = rest - (self->has_remarks ? REMARK_WIDTH : NO_REMARK_WIDTH) * size;
  name = CLAMP (name, MIN (NAME_WIDTH * size, most), most);
  widths[GJ_PLACE_REMARK] = MAX (rest - name, SIGN_WIDTH * size);
  widths[GJ_PLACE_ROW] = MAX (rest - widths[GJ_PLACE_REMARK], 0);
}
