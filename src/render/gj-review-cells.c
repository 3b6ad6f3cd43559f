/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-review-private.h"

#include <math.h>

/* The numbers of findings in a cell, never over what the cell holds: in its right upper
 * corner where there is room beside that, else in a row above it; a single one may go over
 * the cell's edge. */

#define MOST 9.5
#define LEAST 5.5
#define LEAST_ABOVE 5.0
#define STEP 0.5
#define SPACE 0.6

/* A mark that goes over the cell's edge: its size, how far it does, of its size, and what
 * is left free on both sides. */
#define MOST_OVER 7.0
#define OVERHANG 0.6
#define GAP 0.3

static double
get_widest (GjReview *self,
            GArray   *numbers)
{
  double widest = 0;

  for (guint i = 0; i < numbers->len; i++)
    {
      g_autoptr (GjText) text = _gj_mark_new (self->job, g_array_index (numbers, guint, i), 1);

      widest = MAX (widest, _gj_text_get_width (text));
    }
  return widest;
}

static guint
count_rows (const GjSpot *spot,
            double        size)
{
  return MAX (1, (guint) ((spot->height - 2 * SPACE) / size));
}

static guint
count_columns (const GjSpotMarks *marks,
               double             size)
{
  guint rows = count_rows (marks->spot, size);

  return (marks->numbers->len + rows - 1) / rows;
}

/* What is free beside what a cell holds, which is centred. */
static double
get_room (const GjSpot *spot)
{
  return (spot->width - spot->text) / 2;
}

/* The largest size in which all marks stand beside what is in the cell, 0 when there is no
   room. */
static double
choose_size_beside (const GjSpotMarks *marks,
                    double             unit)
{
  double room = get_room (marks->spot) - 2 * SPACE;

  for (double size = MOST; size >= LEAST; size -= STEP)
    if (count_columns (marks, size) * unit * size <= room)
      return size;
  return 0;
}

/* From the right upper corner down, then to the left. */
static void
draw_beside (GjReview          *self,
             const GjSpotMarks *marks,
             double             unit,
             double             size,
             GjPage            *page)
{
  const GjSpot *spot = marks->spot;
  guint rows = count_rows (spot, size);
  double widest = unit * size;
  double edge = spot->x + spot->width - SPACE;

  for (guint i = 0; i < marks->numbers->len; i++)
    {
      g_autoptr (GjText) text = _gj_mark_new (self->job, g_array_index (marks->numbers, guint, i), size);
      double right = edge - i / rows * widest;

      _gj_mark_draw (text, right - _gj_text_get_width (text),
                     spot->y + SPACE + i % rows * size + _gj_text_get_baseline (size, size), page);
    }
}

/* What is free in the cell that follows in the row; behind the last there is the margin. */
static double
get_room_behind (const GjSpot *spot,
                 const GjPage *page)
{
  for (guint i = 0; i < page->spots->len; i++)
    {
      const GjSpot *other = &g_array_index (page->spots, GjSpot, i);

      if (other->cell != GJ_NONE && other->turned == spot->turned && fabs (other->y - spot->y) < 1 &&
          fabs (other->x - spot->x - spot->width) < 1)
        return get_room (other);
    }
  return G_MAXDOUBLE;
}

/* A single mark may go over the cell's edge, over what is free in the next one. */
static double
choose_size_over (const GjSpotMarks *marks,
                  double             unit,
                  const GjPage      *page)
{
  double room = get_room (marks->spot);
  double behind = get_room_behind (marks->spot, page);

  for (double size = MOST_OVER; size >= LEAST && marks->numbers->len == 1; size -= STEP)
    if (unit * size + 2 * GAP <= room + MIN (OVERHANG * size, behind))
      return size;
  return 0;
}

static void
draw_over (GjReview          *self,
           const GjSpotMarks *marks,
           double             size,
           GjPage            *page)
{
  const GjSpot *spot = marks->spot;
  g_autoptr (GjText) text = _gj_mark_new (self->job, g_array_index (marks->numbers, guint, 0), size);

  _gj_mark_draw (text, spot->x + spot->width - get_room (spot) + GAP,
                 spot->y + SPACE + _gj_text_get_baseline (size, size), page);
}

/* The size of a row of marks above what is in the cell, 0 when there is no room. */
static double
choose_size_above (const GjSpotMarks *marks,
                   double             unit)
{
  double size = MIN (MOST, marks->spot->text_top - 2 * SPACE);

  size = MIN (size, (marks->spot->width - 2 * SPACE) / (unit * marks->numbers->len));
  return size >= LEAST_ABOVE ? size : 0;
}

static void
draw_above (GjReview          *self,
            const GjSpotMarks *marks,
            double             size,
            GjPage            *page)
{
  const GjSpot *spot = marks->spot;
  double right = spot->x + spot->width - SPACE;

  for (guint i = marks->numbers->len; i > 0; i--)
    {
      g_autoptr (GjText) text = _gj_mark_new (self->job, g_array_index (marks->numbers, guint, i - 1), size);

      right -= _gj_text_get_width (text);
      _gj_mark_draw (text, right, spot->y + SPACE + _gj_text_get_baseline (size, size), page);
    }
}

/* Puts the marks of a cell into it, %FALSE when it has no room for them. */
gboolean
_gj_review_mark_cell (GjReview          *self,
                      const GjSpotMarks *marks,
                      GjPage            *page)
{
  double unit = get_widest (self, marks->numbers);
  double size = choose_size_beside (marks, unit);

  if (size > 0)
    {
      draw_beside (self, marks, unit, size, page);
      return TRUE;
    }

  size = choose_size_above (marks, unit);
  if (size > 0)
    {
      draw_above (self, marks, size, page);
      return TRUE;
    }

  size = choose_size_over (marks, unit, page);
  if (size > 0)
    draw_over (self, marks, size, page);
  return size > 0;
}
