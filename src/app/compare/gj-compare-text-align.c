/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-compare-text-private.h"

/* Each row begins at one height at both sides: where one has less, it leaves room. */

typedef struct
{
  GArray   *below;
  GArray   *tails;
  int       y;
  int       top;
  guint     line;
  guint     last;
  gboolean  is_beside;
} Walk;

/* Room at the end of what is shown already; where nothing of the row stands at this side
 * it is no part of the row above, and a tail of its last line. */
static void
make_room (Walk *walk,
           int   room)
{
  if (room <= 0)
    return;

  if (walk->last == GJ_NONE)
    {
      walk->top += room;
    }
  else
    {
      g_array_index (walk->below, int, walk->last) += room;
      if (!walk->is_beside)
        g_array_index (walk->tails, int, walk->last) += room;
    }
  walk->y += room;
}

static void
pass_row (GjCompareText *self,
          gboolean       is_new,
          guint          row,
          Walk          *walk)
{
  GjTextHalf *half = &self->halves[is_new];

  walk->is_beside = FALSE;
  while (walk->line < half->rows->len && g_array_index (half->rows, guint, walk->line) == row)
    {
      if (!gj_compare_side_is_hidden (half->side, walk->line))
        {
          walk->y += gj_compare_side_get_height (half->side, walk->line);
          walk->last = walk->line;
          walk->is_beside = TRUE;
        }
      walk->line++;
    }
}

/* Returns whether the whole has another height than it had. */
gboolean
_gj_compare_text_align (GjCompareText *self)
{
  Walk walks[2];
  int height;
  int old_height = self->content_height;

  for (guint i = 0; i < 2; i++)
    {
      walks[i] = (Walk) {
        .below = g_array_new (FALSE, TRUE, sizeof (int)),
        .tails = self->halves[i].tails,
        .last = GJ_NONE,
      };
      g_array_set_size (walks[i].below, self->halves[i].rows->len);
      g_array_set_size (walks[i].tails, 0);
      g_array_set_size (walks[i].tails, self->halves[i].rows->len);
    }
  for (guint row = 0; row < self->rows->len; row++)
    {
      int top = MAX (walks[0].y, walks[1].y);

      for (guint i = 0; i < 2; i++)
        {
          make_room (&walks[i], top - walks[i].y);
          pass_row (self, i, row, &walks[i]);
        }
    }

  height = MAX (walks[0].y, walks[1].y);
  for (guint i = 0; i < 2; i++)
    {
      gj_compare_side_set_room (self->halves[i].side, walks[i].top,
                                (const int *) walks[i].below->data, height - walks[i].y);
      g_array_unref (walks[i].below);
    }
  self->content_height = height;

  return height != old_height;
}
