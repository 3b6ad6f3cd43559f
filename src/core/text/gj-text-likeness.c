/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-text-likeness.h"

/* Every paragraph is known by its features: its words three by three (a short one's two by
 * two, too), numbers standing for each other, the heading it begins with, and itself as a
 * whole. A feature that many
 * paragraphs have weighs little, one that very many have nothing: so looking up, for every
 * paragraph, the others that have its features takes the time of one reading. */

#define FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
#define FEATURE_WEIGHT 12u
#define MAX_OWNERS 32u
#define SHINGLE 3u
#define MAX_HEADING 24u
#define HEADING_TIMES 6
#define NONE G_MAXUINT
#define SHORT 40u

/* A feature is told by its number, from 1; 0 is a place in TABLE that is still free. */

typedef struct
{
  guint64 hash;
  guint   n_old;
  guint   n_new;
  guint   last_old;
  guint   last_new;
  guint   first_owner;
} Feature;

typedef struct
{
  guint paragraph;
  guint next;
} Owner;

typedef struct
{
  GArray  *features;
  guint64  heading;
  guint    weight;
} Paragraph;

struct _GjTextLikes
{
  guint      *table;
  gsize       mask;
  GArray     *features;
  GArray     *owners;
  Paragraph  *sides[2];
  guint       n[2];
  GArray     *all;
  guint      *first;
};

static guint64
mix (guint64 hash,
     guint32 value)
{
  hash = (hash + value + 1) * FACTOR;
  return hash ^ hash >> 31;
}

static inline Feature *
get_feature (const GjTextLikes *self,
             guint              id)
{
  return &g_array_index (self->features, Feature, id);
}

/* The table has room for every feature that there can be. */

static void
init_table (GjTextLikes *self,
            GPtrArray   *both[2])
{
  gsize n = 0, size = 16;

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < both[side]->len; i++)
      {
        guint n_tokens = ((GArray *) both[side]->pdata[i])->len;

        n += n_tokens <= SHORT ? n_tokens * 2 + 2 : n_tokens + 2;
      }

  while (size < n + n / 2)
    size *= 2;

  self->table = g_new0 (guint, size);
  self->mask = size - 1;
}

static guint
find_feature (GjTextLikes *self,
              guint64      hash)
{
  gsize i = (hash ^ hash >> 32) & self->mask;

  while (self->table[i] != 0 && get_feature (self, self->table[i] - 1)->hash != hash)
    i = (i + 1) & self->mask;

  if (self->table[i] == 0)
    {
      Feature feature = { hash, 0, 0, NONE, NONE, NONE };

      g_array_append_val (self->features, feature);
      self->table[i] = self->features->len;
    }

  return self->table[i] - 1;
}

static void
add_feature (GjTextLikes *self,
             gboolean     is_new,
             guint        paragraph,
             guint64      hash,
             guint        times)
{
  guint id = find_feature (self, hash);
  Feature *feature = get_feature (self, id);
  guint *last = is_new ? &feature->last_new : &feature->last_old;

  if (*last != paragraph)
    {
      *last = paragraph;
      *(is_new ? &feature->n_new : &feature->n_old) += 1;
      if (!is_new && feature->n_old <= MAX_OWNERS)
        {
          Owner owner = { paragraph, feature->first_owner };

          feature->first_owner = self->owners->len;
          g_array_append_val (self->owners, owner);
        }
    }

  for (guint i = 0; i < times; i++)
    g_array_append_val (self->sides[is_new][paragraph].features, id);
}

/* The heading that a paragraph begins with, if it does: 0 if not. The number before it does
 * not matter. */

static guint64
hash_heading (const GjTextToken *tokens,
              guint              n_tokens)
{
  guint64 hash = 0;
  guint start = 0;
  guint n = 0;

  while (start < n_tokens && (tokens[start].kind <= GJ_TEXT_MARK || tokens[start].kind == GJ_TEXT_NUMBER ||
                              _gj_text_token_is_numeral (&tokens[start])))
    start++;
  if (start == 0)
    return 0;

  for (guint i = start; i < n_tokens && !_gj_text_token_ends_clause (&tokens[i]); i++, n++)
    hash = mix (hash, tokens[i].shape);

  return n > 1 && n <= MAX_HEADING ? mix (hash, 2) : 0;
}

static void
add_paragraph (GjTextLikes  *self,
               gboolean      is_new,
               guint         paragraph,
               const GArray *tokens)
{
  const GjTextToken *all = (const GjTextToken *) tokens->data;
  guint32 last[SHINGLE] = { 0 };
  guint64 whole = 0;
  guint64 heading = hash_heading (all, tokens->len);
  guint n = 0;

  self->sides[is_new][paragraph].features = g_array_new (FALSE, FALSE, sizeof (guint));
  self->sides[is_new][paragraph].heading = heading;

  for (guint i = 0; i < tokens->len; i++)
    {
      whole = mix (whole, all[i].shape);
      if (all[i].kind <= GJ_TEXT_MARK)
        continue;

      for (guint j = 1; j < SHINGLE; j++)
        last[j - 1] = last[j];
      last[SHINGLE - 1] = all[i].shape;
      if (++n > 1 && tokens->len <= SHORT)
        add_feature (self, is_new, paragraph, mix (mix (3, last[SHINGLE - 2]), last[SHINGLE - 1]), 1);
      if (n >= SHINGLE)
        add_feature (self, is_new, paragraph, mix (mix (mix (0, last[0]), last[1]), last[2]), 1);
    }

  if (tokens->len > 0)
    add_feature (self, is_new, paragraph, mix (whole, 1), 1);
  if (heading != 0)
    add_feature (self, is_new, paragraph, heading, HEADING_TIMES);
}

static guint
get_weight (const Feature *feature)
{
  guint n_owners = (feature->n_old + feature->n_new + 1) / 2;

  return feature->n_old > MAX_OWNERS ? 0 : MAX (1, FEATURE_WEIGHT / n_owners);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  guint left = *(const guint *) a, right = *(const guint *) b;

  return (left > right) - (left < right);
}

static void
weigh_paragraphs (GjTextLikes *self)
{
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < self->n[side]; i++)
      {
        Paragraph *paragraph = &self->sides[side][i];

        g_array_sort (paragraph->features, compare_ids);
        for (guint j = 0; j < paragraph->features->len; j++)
          paragraph->weight += get_weight (get_feature (self, g_array_index (paragraph->features, guint, j)));
      }
}

/* What two paragraphs have in common; a feature counts as often as both have it. */

static guint
sum_common (const GjTextLikes *self,
            const Paragraph   *a,
            const Paragraph   *b)
{
  guint sum = 0;

  for (guint i = 0, j = 0; i < a->features->len && j < b->features->len;)
    {
      guint left = g_array_index (a->features, guint, i);
      guint right = g_array_index (b->features, guint, j);

      if (left == right)
        sum += get_weight (get_feature (self, left));
      i += left <= right;
      j += right <= left;
    }

  return sum;
}

/* Only paragraphs that share a feature which is not too common are looked at. */

static void
find_alike (GjTextLikes *self)
{
  g_autofree guint *seen = g_new (guint, self->n[0] + 1);

  self->all = g_array_new (FALSE, FALSE, sizeof (GjTextLikeness));
  self->first = g_new (guint, self->n[1] + 1);
  for (guint i = 0; i < self->n[0]; i++)
    seen[i] = NONE;

  for (guint b = 0; b < self->n[1]; b++)
    {
      const Paragraph *paragraph = &self->sides[1][b];

      self->first[b] = self->all->len;
      for (guint i = 0; i < paragraph->features->len; i++)
        {
          const Feature *feature = get_feature (self, g_array_index (paragraph->features, guint, i));
          guint owner = feature->n_old <= MAX_OWNERS ? feature->first_owner : NONE;

          for (; owner != NONE; owner = g_array_index (self->owners, Owner, owner).next)
            {
              guint a = g_array_index (self->owners, Owner, owner).paragraph;

              if (seen[a] == b)
                continue;

              GjTextLikeness likeness = { a, b, sum_common (self, &self->sides[0][a], paragraph) };

              seen[a] = b;
              g_array_append_val (self->all, likeness);
            }
        }
    }
  self->first[self->n[1]] = self->all->len;
}

/**
 * _gj_text_likes_new:
 * @old_tokens: (element-type GArray): the tokens of every paragraph
 * @new_tokens: (element-type GArray): the tokens of every paragraph
 *
 * Returns: (transfer full): which paragraphs are alike, and how much
 */
GjTextLikes *
_gj_text_likes_new (GPtrArray *old_tokens,
                    GPtrArray *new_tokens)
{
  GjTextLikes *self = g_new0 (GjTextLikes, 1);
  GPtrArray *both[2] = { old_tokens, new_tokens };

  init_table (self, both);
  self->features = g_array_new (FALSE, FALSE, sizeof (Feature));
  self->owners = g_array_new (FALSE, FALSE, sizeof (Owner));

  for (guint side = 0; side < 2; side++)
    {
      self->n[side] = both[side]->len;
      self->sides[side] = g_new0 (Paragraph, both[side]->len + 1);
      for (guint i = 0; i < both[side]->len; i++)
        add_paragraph (self, side == 1, i, both[side]->pdata[i]);
    }

  weigh_paragraphs (self);
  find_alike (self);
  return self;
}

void
_gj_text_likes_free (GjTextLikes *self)
{
  for (guint side = 0; side < 2; side++)
    {
      for (guint i = 0; i < self->n[side]; i++)
        g_array_unref (self->sides[side][i].features);
      g_free (self->sides[side]);
    }

  g_free (self->table);
  g_array_unref (self->features);
  g_array_unref (self->owners);
  g_array_unref (self->all);
  g_free (self->first);
  g_free (self);
}

/* (element-type GjTextLikeness): all that have something in common, by the new paragraph. */

GArray *
_gj_text_likes_get_all (GjTextLikes *self)
{
  return self->all;
}

guint
_gj_text_likes_get_common (const GjTextLikes *self,
                           guint              a,
                           guint              b)
{
  for (guint i = self->first[b]; i < self->first[b + 1]; i++)
    if (g_array_index (self->all, GjTextLikeness, i).a == a)
      return g_array_index (self->all, GjTextLikeness, i).common;

  return 0;
}

guint
_gj_text_likes_get_weight (const GjTextLikes *self,
                           gboolean           is_new,
                           guint              paragraph)
{
  return self->sides[is_new ? 1 : 0][paragraph].weight;
}

/* What both say, out of all that they say. */

guint
_gj_text_likes_get_per_mille (const GjTextLikes *self,
                              guint              a,
                              guint              b)
{
  guint64 common = _gj_text_likes_get_common (self, a, b);
  guint64 sum = (guint64) self->sides[0][a].weight + self->sides[1][b].weight;

  return sum > 0 ? 2000 * common / sum : 0;
}

gboolean
_gj_text_likes_share_heading (const GjTextLikes *self,
                              guint              a,
                              guint              b)
{
  return self->sides[0][a].heading != 0 && self->sides[0][a].heading == self->sides[1][b].heading;
}
