/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-compare-look.h"

/* In sizes of the font. Without room for the remark there is its sign; without room for the
 * name the numbers have no more than they need, the new one with the sign before it. */
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
#define LETTER_WIDTH 1.25
#define VALUE_ROOM 1.4
#define BADGE_ROOM 1.6
#define LEAST_VALUE_WIDTH 4.4
#define LEAST_DIFFERENCE_WIDTH 4.6
#define LEAST_RATIO_WIDTH 5.0

double
gj_compare_look_count_letters (const char *text)
{
  double n = 0;

  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_iswide (g_utf8_get_char (p)) ? 1 : 0.55;

  return n;
}

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

static int
find_numbers (const GjCompareLook *self,
              double               size,
              gboolean             is_tight,
              int                 *widths)
{
  double need = MAX (self->longest_value * LETTER_WIDTH + VALUE_ROOM, LEAST_VALUE_WIDTH);
  double ratio = self->longest_ratio * LETTER_WIDTH + VALUE_ROOM;

  widths[GJ_PLACE_OLD] = (is_tight ? MIN (need, VALUE_WIDTH) : VALUE_WIDTH) * size;
  widths[GJ_PLACE_NEW] = (is_tight ? MIN (need + BADGE_ROOM, VALUE_WIDTH) : VALUE_WIDTH) * size;
  widths[GJ_PLACE_DIFFERENCE] = (is_tight ? LEAST_DIFFERENCE_WIDTH : DIFFERENCE_WIDTH) * size;
  widths[GJ_PLACE_RATIO] = MAX (ratio, is_tight ? LEAST_RATIO_WIDTH : RATIO_WIDTH) * size;
  widths[GJ_PLACE_COLUMN] = self->has_column ? COLUMN_WIDTH * size : 0;

  return widths[GJ_PLACE_OLD] + widths[GJ_PLACE_NEW] + widths[GJ_PLACE_DIFFERENCE]
         + widths[GJ_PLACE_RATIO] + widths[GJ_PLACE_COLUMN];
}

static double
get_longest_name (const GjCompareLook *self,
                  double               size)
{
  return MIN (self->longest + NAME_ROOM, NAME_MOST) * size;
}

static double
get_longest_remark (const GjCompareLook *self,
                    double               size)
{
  return CLAMP (self->longest_remark + VALUE_ROOM, NO_REMARK_WIDTH, REMARK_WIDTH) * size;
}

int
gj_compare_look_get_natural_width (const GjCompareLook *self,
                                   double               size)
{
  int widths[GJ_N_PLACES];

  return find_numbers (self, size, TRUE, widths) + get_longest_name (self, size)
         + get_longest_remark (self, size);
}

void
gj_compare_look_find_widths (const GjCompareLook *self,
                             double               size,
                             int                  width,
                             int                 *widths)
{
  double most = get_longest_name (self, size);
  double remark = get_longest_remark (self, size);
  double name;
  int rest = width - find_numbers (self, size, FALSE, widths);

  if (rest < most + remark)
    rest = width - find_numbers (self, size, TRUE, widths);

  /* Names have what they need first, but no more; the remark takes what is free. */
  name = CLAMP (rest - remark, MIN (NAME_WIDTH * size, most), most);
  widths[GJ_PLACE_REMARK] = MAX (rest - name, SIGN_WIDTH * size);
  widths[GJ_PLACE_ROW] = MAX (rest - widths[GJ_PLACE_REMARK], 0);
}
