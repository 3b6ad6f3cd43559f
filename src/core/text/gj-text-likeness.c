/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-text-likeness.h"

#include <string.h>

/* What two paragraphs have in common is summed up feature by feature: each feature of a new
 * paragraph names the few old ones that have it, and a feature that very many have names
 * none. So all sums take the time of one reading.
 *
 * OWNERS lists the old paragraphs by feature, those of feature i from FIRST_OWNER[i] on;
 * features with a higher number than N_OLD_FEATURES are of the new side only. ALL is in the
 * order of new paragraphs, from FIRST[b] on those of b in the order of old ones. */

#define MANY 16

typedef struct
{
  guint paragraph;
  guint n;
} Owner;

struct _GjTextLikes
{
  GjTextFeatures *features;
  GPtrArray      *sides[2];
  GArray         *weights[2];

  guint           n_old_features;
  guint          *first_owner;
  Owner          *owners;

  GArray         *all;
  GArray         *first;
};

static const GArray *
get_traits (const GjTextLikes *self,
            gboolean           is_new,
            guint              paragraph)
{
  return _gj_text_likes_get_paragraph (self, is_new, paragraph)->traits;
}

static void
list_owners (GjTextLikes *self)
{
  guint n = _gj_text_features_get_n (self->features);
  g_autofree guint *next = g_new (guint, n + 1);
  guint n_owners = 0;

  self->n_old_features = n;
  self->first_owner = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      guint n_old = _gj_text_features_get_n_old (self->features, i);

      self->first_owner[i] = next[i] = n_owners;
      n_owners += n_old <= GJ_TEXT_MAX_OWNERS ? n_old : 0;
    }
  self->first_owner[n] = n_owners;

  self->owners = g_new (Owner, n_owners + 1);
  for (guint a = 0; a < self->sides[0]->len; a++)
    {
      const GArray *traits = get_traits (self, FALSE, a);

      for (guint i = 0; i < traits->len; i++)
        {
          const GjTextTrait *trait = &g_array_index (traits, GjTextTrait, i);

          if (self->first_owner[trait->feature] < self->first_owner[trait->feature + 1])
            self->owners[next[trait->feature]++] = (Owner) { a, trait->n };
        }
    }
}

/**
 * _gj_text_likes_new:
 * @features: the features of all paragraphs; so far only the old ones have been counted
 * @old_paragraphs: (element-type GjTextParagraph): the paragraphs of the old side, for good
 */
GjTextLikes *
_gj_text_likes_new (GjTextFeatures *features,
                    GPtrArray      *old_paragraphs)
{
  GjTextLikes *self = g_new0 (GjTextLikes, 1);

  self->features = features;
  self->sides[0] = g_ptr_array_ref (old_paragraphs);
  self->all = g_array_new (FALSE, FALSE, sizeof (GjTextLikeness));
  self->first = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint side = 0; side < 2; side++)
    self->weights[side] = g_array_new (FALSE, FALSE, sizeof (guint));
  list_owners (self);

  return self;
}

void
_gj_text_likes_free (GjTextLikes *self)
{
  for (guint side = 0; side < 2; side++)
    {
      g_clear_pointer (&self->sides[side], g_ptr_array_unref);
      g_array_unref (self->weights[side]);
    }

  g_free (self->first_owner);
  g_free (self->owners);
  g_array_unref (self->all);
  g_array_unref (self->first);
  g_free (self);
}

static void
weigh_paragraphs (GjTextLikes *self,
                  gboolean     is_new)
{
  const guint8 *weights = _gj_text_features_get_weights (self->features);

  g_array_set_size (self->weights[is_new], self->sides[is_new]->len);
  for (guint i = 0; i < self->sides[is_new]->len; i++)
    {
      const GArray *traits = get_traits (self, is_new, i);
      guint sum = 0;

      for (guint j = 0; j < traits->len; j++)
        {
          const GjTextTrait *trait = &g_array_index (traits, GjTextTrait, j);

          sum += weights[trait->feature] * trait->n;
        }
      g_array_index (self->weights[is_new], guint, i) = sum;
    }
}

/* COMMON[a] is what an old paragraph has in common with the new one that is looked at, 0 if
 * nothing; ALIKE lists those that have something. */

typedef struct
{
  guint *common;
  guint *alike;
  guint  n_alike;
} Sums;

/* A feature counts as often as both have it. */

static void
sum_up (const GjTextLikes *self,
        const GArray      *traits,
        Sums              *sums)
{
  const guint8 *weights = _gj_text_features_get_weights (self->features);

  for (guint i = 0; i < traits->len; i++)
    {
      const GjTextTrait *trait = &g_array_index (traits, GjTextTrait, i);

      if (trait->feature >= self->n_old_features)
        continue;

      for (guint j = self->first_owner[trait->feature]; j < self->first_owner[trait->feature + 1]; j++)
        {
          const Owner *owner = &self->owners[j];

          if (sums->common[owner->paragraph] == 0)
            sums->alike[sums->n_alike++] = owner->paragraph;
          sums->common[owner->paragraph] += weights[trait->feature] * MIN (trait->n, owner->n);
        }
    }
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint left = *(const guint *) a, right = *(const guint *) b;

  return (left > right) - (left < right);
}

/* Many are put in order by looking at all. */

static void
sort_alike (Sums  *sums,
            guint  n_old)
{
  guint n = 0;

  if (sums->n_alike < n_old / MANY)
    {
      qsort (sums->alike, sums->n_alike, sizeof (guint), compare_numbers);
      return;
    }

  for (guint a = 0; a < n_old; a++)
    if (sums->common[a] > 0)
      sums->alike[n++] = a;
}

/**
 * _gj_text_likes_find:
 * @new_paragraphs: (element-type GjTextParagraph): the paragraphs of the new side, counted
 *
 * Finds which paragraphs are alike, and how much.
 */
void
_gj_text_likes_find (GjTextLikes *self,
                     GPtrArray   *new_paragraphs)
{
  guint n_old = self->sides[0]->len;
  g_autofree guint *common = g_new0 (guint, n_old + 1);
  g_autofree guint *alike = g_new (guint, n_old + 1);

  g_clear_pointer (&self->sides[1], g_ptr_array_unref);
  self->sides[1] = g_ptr_array_ref (new_paragraphs);
  weigh_paragraphs (self, FALSE);
  weigh_paragraphs (self, TRUE);
  g_array_set_size (self->all, 0);
  g_array_set_size (self->first, 0);

  for (guint b = 0; b < new_paragraphs->len; b++)
    {
      Sums sums = { common, alike, 0 };

      g_array_append_val (self->first, self->all->len);
      sum_up (self, get_traits (self, TRUE, b), &sums);
      sort_alike (&sums, n_old);
      for (guint i = 0; i < sums.n_alike; i++)
        {
          GjTextLikeness likeness = { alike[i], b, common[alike[i]] };

          g_array_append_val (self->all, likeness);
          common[alike[i]] = 0;
        }
    }
  g_array_append_val (self->first, self->all->len);
}

/* (element-type GjTextLikeness): all that have something in common. */

const GArray *
_gj_text_likes_get_all (const GjTextLikes *self)
{
  return self->all;
}

const GjTextParagraph *
_gj_text_likes_get_paragraph (const GjTextLikes *self,
                              gboolean           is_new,
                              guint              paragraph)
{
  return self->sides[is_new ? 1 : 0]->pdata[paragraph];
}

guint
_gj_text_likes_get_n (const GjTextLikes *self,
                      gboolean           is_new)
{
  return self->sides[is_new ? 1 : 0]->len;
}

guint
_gj_text_likes_get_common (const GjTextLikes *self,
                           guint              a,
                           guint              b)
{
  guint low = g_array_index (self->first, guint, b);
  guint high = g_array_index (self->first, guint, b + 1);
  guint end = high;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->all, GjTextLikeness, middle).a < a)
        low = middle + 1;
      else
        high = middle;
    }

  return low < end && g_array_index (self->all, GjTextLikeness, low).a == a
         ? g_array_index (self->all, GjTextLikeness, low).common : 0;
}

guint
_gj_text_likes_get_weight (const GjTextLikes *self,
                           gboolean           is_new,
                           guint              paragraph)
{
  return g_array_index (self->weights[is_new ? 1 : 0], guint, paragraph);
}

/* What both say, out of all that they say. */

guint
_gj_text_likes_get_per_mille (const GjTextLikes *self,
                              guint              a,
                              guint              b)
{
  guint64 common = _gj_text_likes_get_common (self, a, b);
  guint64 sum = (guint64) _gj_text_likes_get_weight (self, FALSE, a) + _gj_text_likes_get_weight (self, TRUE, b);

  return sum > 0 ? 2000 * common / sum : 0;
}

gboolean
_gj_text_likes_are_same (const GjTextLikes *self,
                         guint              a,
                         guint              b)
{
  const GjTextParagraph *left = _gj_text_likes_get_paragraph (self, FALSE, a);
  const GjTextParagraph *right = _gj_text_likes_get_paragraph (self, TRUE, b);

  return left->whole == right->whole && strcmp (left->text, right->text) == 0;
}

gboolean
_gj_text_likes_share_heading (const GjTextLikes *self,
                              guint              a,
                              guint              b)
{
  guint64 heading = _gj_text_likes_get_paragraph (self, FALSE, a)->heading;

  return heading != 0 && heading == _gj_text_likes_get_paragraph (self, TRUE, b)->heading;
}
