/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-text-groups.h"

#include <string.h>

/* From what is certain to what is likely: paragraphs that are surely each other's, as many
 * as stand in one order; the neighbours that were split off them or joined to them; those
 * that surely belong together but stand elsewhere, which were moved; and between what is
 * matched, the pairs that are at all alike. A pair that is alike never takes the place of
 * one that is the same.
 *
 * OF_OLD and OF_NEW say for each paragraph which group it is of, or %NONE. */

#define NONE G_MAXUINT
#define SURE 350u
#define MOVED 350u
#define LIKELY 110u
#define PART 500u
#define SAME 1000u
#define HEADING 150u
#define MIN_MOVED_WEIGHT 50u
#define MAX_GAP_CELLS 40000u

typedef struct
{
  const GjTextLikes *likes;
  guint              n_old;
  guint              n_new;
  guint             *of_old;
  guint             *of_new;
  GArray            *groups;
} Grouping;

static void
add_group (Grouping *self,
           guint     a,
           guint     b,
           gboolean  is_moved)
{
  GjTextGroup group = { a, 1, b, 1, is_moved };

  self->of_old[a] = self->of_new[b] = self->groups->len;
  g_array_append_val (self->groups, group);
}

/* What a paragraph has in common with another, out of all that it says itself. */

static guint
get_part (const Grouping *self,
          guint           common,
          guint           paragraph,
          gboolean        is_new)
{
  guint64 weight = _gj_text_likes_get_weight (self->likes, is_new, paragraph);

  return weight > 0 ? 1000 * (guint64) common / weight : 0;
}

/* As _gj_text_likes_get_per_mille (), of a likeness that is at hand. */

static guint
get_per_mille (const Grouping       *self,
               const GjTextLikeness *one)
{
  guint64 sum = (guint64) _gj_text_likes_get_weight (self->likes, FALSE, one->a) +
                _gj_text_likes_get_weight (self->likes, TRUE, one->b);

  return sum > 0 ? 2000 * (guint64) one->common / sum : 0;
}

/* Beginning and end that are the same, paragraph by paragraph, need no more thought. */

static void
group_ends (Grouping *self)
{
  guint n = 0;
  guint n_least = MIN (self->n_old, self->n_new);

  for (; n < n_least && _gj_text_likes_are_same (self->likes, n, n); n++)
    add_group (self, n, n, FALSE);

  for (guint a = self->n_old, b = self->n_new;
       a > n && b > n && _gj_text_likes_are_same (self->likes, a - 1, b - 1); a--, b--)
    add_group (self, a - 1, b - 1, FALSE);
}

/* Pairs of which both have no partner that has much more in common with them. */

static GArray *
list_sure (const Grouping *self)
{
  const GArray *all = _gj_text_likes_get_all (self->likes);
  g_autofree guint *best_old = g_new0 (guint, self->n_old + 1);
  g_autofree guint *best_new = g_new0 (guint, self->n_new + 1);
  GArray *sure = g_array_new (FALSE, FALSE, sizeof (GjTextLikeness));

  for (guint i = 0; i < all->len; i++)
    {
      const GjTextLikeness *one = &g_array_index (all, GjTextLikeness, i);

      best_old[one->a] = MAX (best_old[one->a], one->common);
      best_new[one->b] = MAX (best_new[one->b], one->common);
    }

  for (guint i = 0; i < all->len; i++)
    {
      const GjTextLikeness *one = &g_array_index (all, GjTextLikeness, i);

      if (self->of_old[one->a] == NONE && self->of_new[one->b] == NONE &&
          one->common * 2 > MAX (best_old[one->a], best_new[one->b]) &&
          (get_per_mille (self, one) >= SURE ||
           get_part (self, one->common, one->a, FALSE) >= PART || get_part (self, one->common, one->b, TRUE) >= PART))
        g_array_append_val (sure, *one);
    }

  return sure;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const GjTextLikeness *left = a, *right = b;

  if (left->b != right->b)
    return left->b < right->b ? -1 : 1;

  return (left->a < right->a) - (left->a > right->a);
}

static int
compare_common (gconstpointer a,
                gconstpointer b)
{
  const GjTextLikeness *left = a, *right = b;

  if (left->common != right->common)
    return left->common > right->common ? -1 : 1;

  return -compare_places (a, b);
}

/* The row of pairs, in one order on both sides, that has most in common. TREE holds, for
 * sets of old paragraphs, the best row that ends in one of them; as new paragraphs come in
 * order and, of one, the last old one first, a row is never continued by its like. */

static void
group_row (Grouping *self,
           GArray   *sure)
{
  g_autofree guint64 *sums = g_new0 (guint64, sure->len + 1);
  g_autofree guint *before = g_new0 (guint, sure->len + 1);
  g_autofree guint *tree = g_new0 (guint, self->n_old + 2);
  guint best = 0;

  g_array_sort (sure, compare_places);

  /* Pairs are counted from 1 here. */
  for (guint i = 1; i <= sure->len; i++)
    {
      const GjTextLikeness *one = &g_array_index (sure, GjTextLikeness, i - 1);

      for (guint j = one->a; j > 0; j &= j - 1)
        if (sums[tree[j]] > sums[before[i]])
          before[i] = tree[j];

      sums[i] = sums[before[i]] + one->common;
      for (guint j = one->a + 1; j <= self->n_old; j += j & -j)
        if (sums[i] > sums[tree[j]])
          tree[j] = i;

      if (sums[i] > sums[best])
        best = i;
    }

  for (; best > 0; best = before[best])
    {
      const GjTextLikeness *one = &g_array_index (sure, GjTextLikeness, best - 1);

      add_group (self, one->a, one->b, FALSE);
    }
}

/* A group that grows on one side by the parts of the one paragraph that it has on the other,
 * and what of that none of the parts has yet. */

typedef struct
{
  GjTextGroup *group;
  gboolean     is_new;
  guint        rest;
} Growth;

static guint
get_common (const Grouping *self,
            const Growth   *growth,
            guint           paragraph)
{
  return growth->is_new ? _gj_text_likes_get_common (self->likes, growth->group->a, paragraph)
         : _gj_text_likes_get_common (self->likes, paragraph, growth->group->b);
}

/* Whether a paragraph next to a group is a part of the one that the group has on the other
 * side, and not of what that has in common with the others of the group. */

static gboolean
take_part (const Grouping *self,
           Growth         *growth,
           guint           paragraph)
{
  guint common = get_common (self, growth, paragraph);

  if (common == 0 || (guint64) growth->rest * 5 < (guint64) common * 4 ||
      get_part (self, common, paragraph, growth->is_new) < PART)
    return FALSE;

  growth->rest -= MIN (growth->rest, common);
  return TRUE;
}

static void
grow_side (Grouping *self,
           guint     index,
           gboolean  is_new)
{
  GjTextGroup *group = &g_array_index (self->groups, GjTextGroup, index);
  guint *of = is_new ? self->of_new : self->of_old;
  guint *first = is_new ? &group->b : &group->a;
  guint *n = is_new ? &group->n_b : &group->n_a;
  guint n_all = is_new ? self->n_new : self->n_old;
  Growth growth = { group, is_new, _gj_text_likes_get_weight (self->likes, !is_new, is_new ? group->a : group->b) };

  for (guint i = 0; i < *n; i++)
    growth.rest -= MIN (growth.rest, get_common (self, &growth, *first + i));

  while (*first + *n < n_all && of[*first + *n] == NONE && take_part (self, &growth, *first + *n))
    of[*first + (*n)++] = index;

  while (*first > 0 && of[*first - 1] == NONE && take_part (self, &growth, *first - 1))
    {
      of[--*first] = index;
      (*n)++;
    }
}

static void
grow_group (Grouping *self,
            guint     index)
{
  const GjTextGroup *group = &g_array_index (self->groups, GjTextGroup, index);

  if (group->n_a == 1)
    grow_side (self, index, TRUE);
  if (group->n_b == 1)
    grow_side (self, index, FALSE);
}

static void
grow_groups (Grouping *self,
             guint     first)
{
  for (guint i = first; i < self->groups->len; i++)
    grow_group (self, i);
}

static void
group_moved (Grouping *self,
             GArray   *sure)
{
  g_array_sort (sure, compare_common);

  for (guint i = 0; i < sure->len; i++)
    {
      const GjTextLikeness *one = &g_array_index (sure, GjTextLikeness, i);

      if (self->of_old[one->a] == NONE && self->of_new[one->b] == NONE && one->common >= MIN_MOVED_WEIGHT &&
          get_per_mille (self, one) >= MOVED)
        add_group (self, one->a, one->b, TRUE);
    }
}

/* Paragraphs between two groups, weighed pair by pair. */

typedef struct
{
  const guint *old_free;
  const guint *new_free;
  guint        n_old;
  guint        n_new;
} Between;

static guint
get_likeness (const Grouping *self,
              guint           a,
              guint           b)
{
  if (_gj_text_likes_are_same (self->likes, a, b))
    return SAME;

  return _gj_text_likes_get_per_mille (self->likes, a, b) +
         (_gj_text_likes_share_heading (self->likes, a, b) ? HEADING : 0);
}

static void
group_between (Grouping      *self,
               const Between *between)
{
  guint width = between->n_new + 1;
  g_autofree guint *best = NULL;
  g_autofree guint *likeness = NULL;

  if ((guint64) between->n_old * between->n_new > MAX_GAP_CELLS || between->n_old == 0 || between->n_new == 0)
    return;

  best = g_new0 (guint, (between->n_old + 1) * width);
  likeness = g_new0 (guint, (between->n_old + 1) * width);

  for (guint i = 1; i <= between->n_old; i++)
    for (guint j = 1; j < width; j++)
      {
        guint one = get_likeness (self, between->old_free[i - 1], between->new_free[j - 1]);
        guint skipped = MAX (best[(i - 1) * width + j], best[i * width + j - 1]);

        likeness[i * width + j] = one;
        best[i * width + j] = one >= LIKELY ? MAX (skipped, best[(i - 1) * width + j - 1] + one) : skipped;
      }

  for (guint i = between->n_old, j = between->n_new; i > 0 && j > 0;)
    {
      if (best[i * width + j] == best[(i - 1) * width + j])
        i--;
      else if (best[i * width + j] == best[i * width + j - 1])
        j--;
      else
        {
          i--;
          j--;
          add_group (self, between->old_free[i], between->new_free[j], FALSE);
        }
    }
}

static gboolean
is_in_order (const Grouping *self,
             guint           index)
{
  return index != NONE && !g_array_index (self->groups, GjTextGroup, index).is_moved;
}

/* Between two groups that stand in one order on both sides there may be moved ones, which
 * are passed over. */

static void
group_likely (Grouping *self)
{
  g_autofree guint *old_free = g_new (guint, self->n_old + 1);
  g_autofree guint *new_free = g_new (guint, self->n_new + 1);
  guint a = 0, b = 0;

  while (a < self->n_old || b < self->n_new)
    {
      Between between = { old_free, new_free, 0, 0 };

      for (; b < self->n_new && !is_in_order (self, self->of_new[b]); b++)
        if (self->of_new[b] == NONE)
          new_free[between.n_new++] = b;

      for (; a < self->n_old && !is_in_order (self, self->of_old[a]); a++)
        if (self->of_old[a] == NONE)
          old_free[between.n_old++] = a;

      guint next = b < self->n_new ? self->of_new[b] : NONE;

      if (next != NONE)
        {
          const GjTextGroup *group = &g_array_index (self->groups, GjTextGroup, next);

          a = group->a + group->n_a;
          b = group->b + group->n_b;
        }
      group_between (self, &between);
    }
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const GjTextGroup *left = a, *right = b;

  return (left->b > right->b) - (left->b < right->b);
}

/**
 * _gj_text_groups_find:
 *
 * Finds which paragraphs of two sides belong together.
 *
 * Returns: (transfer full) (element-type GjTextGroup): in the order of the new side; what is
 *     in no group is only on one side
 */
GArray *
_gj_text_groups_find (const GjTextLikes *likes)
{
  guint n_old = _gj_text_likes_get_n (likes, FALSE);
  guint n_new = _gj_text_likes_get_n (likes, TRUE);
  g_autofree guint *of_old = g_new (guint, n_old + 1);
  g_autofree guint *of_new = g_new (guint, n_new + 1);
  g_autoptr (GArray) sure = NULL;
  guint n_in_order;
  Grouping self = {
    likes, n_old, n_new, of_old, of_new, g_array_new (FALSE, FALSE, sizeof (GjTextGroup)),
  };

  memset (of_old, 0xff, (n_old + 1) * sizeof *of_old);
  memset (of_new, 0xff, (n_new + 1) * sizeof *of_new);

  group_ends (&self);
  sure = list_sure (&self);
  group_row (&self, sure);
  grow_groups (&self, 0);
  n_in_order = self.groups->len;
  group_moved (&self, sure);
  grow_groups (&self, n_in_order);
  group_likely (&self);
  g_array_sort (self.groups, compare_groups);

  return self.groups;
}
