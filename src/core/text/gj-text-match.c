/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-text-match.h"

/* What two texts have in common is found from the certain to the likely: their beginning
 * and end, then long stretches that each has once, then shorter ones between these, until
 * what is left is short enough to be weighed. What is long and has no such stretch has
 * nothing in common, unless the few steps of an edit make one of the other. Each depth
 * reads every token once, and there are few depths: the time grows with the lengths. */

#define MAX_EDITS 200

static const guint anchor_lengths[] = { 32, 16, 8, 5 };

/* A match that goes on where the last one ended is one with it. */

void
_gj_text_pair_add_match (GjTextPair *self,
                         guint       a,
                         guint       b,
                         guint       n)
{
  GjTextMatch match = { a, b, n };

  if (n == 0)
    return;

  if (self->matches->len > 0)
    {
      GjTextMatch *last = &g_array_index (self->matches, GjTextMatch, self->matches->len - 1);

      if (last->a + last->n == a && last->b + last->n == b)
        {
          last->n += n;
          return;
        }
    }

  g_array_append_val (self->matches, match);
}

static guint
skip_same_start (const GjTextPair *self,
                 GjTextRange      *range)
{
  guint n = 0;

  while (range->a_start < range->a_end && range->b_start < range->b_end &&
         self->a[range->a_start].id == self->b[range->b_start].id)
    {
      range->a_start++;
      range->b_start++;
      n++;
    }

  return n;
}

static guint
skip_same_end (const GjTextPair *self,
               GjTextRange      *range)
{
  guint n = 0;

  while (range->a_start < range->a_end && range->b_start < range->b_end &&
         self->a[range->a_end - 1].id == self->b[range->b_end - 1].id)
    {
      range->a_end--;
      range->b_end--;
      n++;
    }

  return n;
}

/* Steps of an edit that makes one text of the other, tried on long stretches without a
 * rare word. REACHED[d] holds, for each diagonal, how far d steps come; the first d to reach
 * the end is the least. */

typedef struct
{
  const GjTextPair  *pair;
  const GjTextRange *range;
  guint             *reached[MAX_EDITS + 1];
} Edits;

static guint
slide (const Edits *edits,
       guint        a,
       int          diagonal)
{
  const GjTextRange *range = edits->range;
  guint b = a - diagonal;

  while (range->a_start + a < range->a_end && range->b_start + b < range->b_end &&
         edits->pair->a[range->a_start + a].shape == edits->pair->b[range->b_start + b].shape)
    {
      a++;
      b++;
    }

  return a;
}

/* Where one more step leads to on a diagonal: from that of the one side or the other. The
 * diagonals of @d steps are -d, -d + 2 … d, each at its place d + diagonal. */

static guint
step_to (const Edits *edits,
         int          d,
         int          diagonal)
{
  const guint *before = edits->reached[d - 1] + d - 1;

  if (diagonal == -d || (diagonal != d && before[diagonal - 1] < before[diagonal + 1]))
    return before[diagonal + 1];

  return before[diagonal - 1] + 1;
}

static int
find_n_edits (Edits *edits,
              int    n_a,
              int    n_b)
{
  for (int d = 0; d <= MAX_EDITS; d++)
    {
      edits->reached[d] = g_new0 (guint, 2 * d + 1);

      for (int diagonal = -d; diagonal <= d; diagonal += 2)
        {
          guint a = d == 0 ? 0 : step_to (edits, d, diagonal);

          if ((int) a > n_a || (int) a - diagonal > n_b)
            {
              edits->reached[d][d + diagonal] = a;
              continue;
            }

          a = slide (edits, a, diagonal);
          edits->reached[d][d + diagonal] = a;
          if ((int) a == n_a && (int) a - diagonal == n_b)
            return d;
        }
    }

  return -1;
}

static void
trace_edits (const Edits *edits,
             GjTextPair  *pair,
             int          d,
             int          diagonal)
{
  const GjTextRange *range = edits->range;
  guint end = edits->reached[d][d + diagonal];
  guint start = 0;

  if (d > 0)
    {
      const guint *before = edits->reached[d - 1] + d - 1;
      gboolean is_added = diagonal == -d || (diagonal != d && before[diagonal - 1] < before[diagonal + 1]);

      start = step_to (edits, d, diagonal);
      trace_edits (edits, pair, d - 1, is_added ? diagonal + 1 : diagonal - 1);
    }

  if (end > start)
    _gj_text_pair_add_match (pair, range->a_start + start, range->b_start + start - diagonal, end - start);
}

static void
match_by_edits (GjTextPair        *self,
                const GjTextRange *range)
{
  int n_a = range->a_end - range->a_start;
  int n_b = range->b_end - range->b_start;
  Edits edits = { .pair = self, .range = range };
  int d = ABS (n_a - n_b) > MAX_EDITS ? -1 : find_n_edits (&edits, n_a, n_b);

  if (d >= 0)
    trace_edits (&edits, self, d, n_a - n_b);

  for (guint i = 0; i <= MAX_EDITS; i++)
    g_free (edits.reached[i]);
}

/* An anchor is as long as it can be within what is still free. */

static void
stretch (const GjTextPair  *self,
         const GjTextRange *range,
         GjTextMatch       *match)
{
  while (match->a > range->a_start && match->b > range->b_start &&
         self->a[match->a - 1].shape == self->b[match->b - 1].shape)
    {
      match->a--;
      match->b--;
      match->n++;
    }

  while (match->a + match->n < range->a_end && match->b + match->n < range->b_end &&
         self->a[match->a + match->n].shape == self->b[match->b + match->n].shape)
    match->n++;
}

static void match_range (GjTextPair  *self,
                         GjTextRange  range,
                         guint        depth);

static void
match_between_anchors (GjTextPair  *self,
                       GjTextRange  range,
                       guint        depth)
{
  g_autoptr (GArray) anchors = _gj_text_pair_find_anchors (self, &range, anchor_lengths[depth]);

  for (guint i = 0; i < anchors->len; i++)
    {
      GjTextMatch match = g_array_index (anchors, GjTextMatch, i);
      GjTextRange before = range;

      if (match.a < range.a_start || match.b < range.b_start)
        continue;

      stretch (self, &range, &match);
      before.a_end = match.a;
      before.b_end = match.b;
      match_range (self, before, depth + 1);
      _gj_text_pair_add_match (self, match.a, match.b, match.n);
      range.a_start = match.a + match.n;
      range.b_start = match.b + match.n;
    }

  match_range (self, range, depth + 1);
}

static void
match_range (GjTextPair  *self,
             GjTextRange  range,
             guint        depth)
{
  guint a = range.a_start, b = range.b_start;
  guint n_end;

  _gj_text_pair_add_match (self, a, b, skip_same_start (self, &range));
  n_end = skip_same_end (self, &range);

  if (range.a_start < range.a_end && range.b_start < range.b_end &&
      !_gj_text_pair_match_gap (self, &range))
    {
      if (depth < G_N_ELEMENTS (anchor_lengths))
        match_between_anchors (self, range, depth);
      else
        match_by_edits (self, &range);
    }

  _gj_text_pair_add_match (self, range.a_end, range.b_end, n_end);
}

/**
 * _gj_text_pair_match:
 *
 * Finds what two texts have in common, in the order of both.
 */
void
_gj_text_pair_match (GjTextPair *self)
{
  const GjTextRange all = { 0, self->n_a, 0, self->n_b };

  g_assert (self->matches->len == 0);
  match_range (self, all, 0);
}
