/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-match-private.h"

#include <string.h>

/* Headings in words of their own. Where the source says of its headings that they are some,
 * and between two that are known there are just as many others of their level as sections
 * are missing, the others are the missing ones. */

#define LEAST_KNOWN 3
#define SCORE 500

/* The level that all known headings have, or 0. */
static guint
get_common_level (GjMatch              *self,
                  const GjMatchHeading *headings,
                  guint                 n)
{
  guint level = 0;
  guint n_known = 0;

  for (guint i = 0; i < n; i++)
    {
      guint own;

      if (headings[i].item == GJ_NONE)
        continue;
      own = gj_match_item (self, headings[i].item)->level;
      if (own == 0 || !headings[i].in_order || (level != 0 && own != level))
        return 0;
      level = own;
      n_known++;
    }

  return n_known >= LEAST_KNOWN ? level : 0;
}

/* The next heading of @level from @item on, before @end; @end when there is none. */
static guint
find_next (GjMatch *self,
           guint    item,
           guint    end,
           guint    level)
{
  while (item < end)
    {
      const GjMatchItem *candidate = gj_match_item (self, item);

      if (candidate->level == level && candidate->said == GJ_RAW_ROLE_NONE && candidate->text != NULL)
        return item;
      item++;
    }

  return end;
}

static void
fill_gap (GjMatch        *self,
          GjMatchHeading *headings,
          guint           first,
          guint           n_missing,
          guint           start,
          guint           end,
          guint           level)
{
  guint n = 0;

  for (guint i = find_next (self, start, end, level); i < end; i = find_next (self, i + 1, end, level))
    n++;
  if (n != n_missing)
    return;

  for (guint i = find_next (self, start, end, level); i < end; i = find_next (self, i + 1, end, level))
    headings[first++] = (GjMatchHeading) { i, SCORE, strlen (gj_match_item (self, i)->text), TRUE };
}

/**
 * _gj_match_infer_headings:
 * @self: a match with its items
 * @headings: (array length=n): those that were known by their words; the others are added
 *            where nothing else is possible
 */
void
_gj_match_infer_headings (GjMatch        *self,
                          GjMatchHeading *headings,
                          guint           n)
{
  guint level = get_common_level (self, headings, n);
  guint start = 0;

  for (guint i = 0; i < n && level > 0;)
    {
      guint next = i;

      while (next < n && headings[next].item == GJ_NONE)
        next++;
      if (next > i)
        fill_gap (self, headings, i, next - i, start, next < n ? headings[next].item : self->items->len, level);
      if (next < n)
        start = headings[next].item + 1;
      i = next + 1;
    }
}
