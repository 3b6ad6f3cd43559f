/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-text-paragraph.h"

/* Every paragraph is known by its features: its words three by three (a short one's two by
 * two, too), numbers standing for each other, the heading it begins with, and itself as a
 * whole. A feature that many paragraphs have weighs little, one that very many have
 * nothing.
 *
 * A feature has a number as long as there is the table, also when no paragraph has it any
 * more; what it weighs follows from how many have it now. */

#define FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
#define FEATURE_WEIGHT 12u
#define SHINGLE 3u
#define MAX_HEADING 24u
#define HEADING_TIMES 6
#define SHORT 40u
#define FIRST_SIZE 1024u

/* READER is the last paragraph that had the feature and PLACE where it has it. */

typedef struct
{
  guint64 hash;
  guint   n_old;
  guint   n_new;
  guint   reader;
  guint   place;
} Feature;

/* ID is counted from 1; 0 is a place that is free. */

typedef struct
{
  guint32 tag;
  guint32 id;
} Slot;

struct _GjTextFeatures
{
  Slot       *slots;
  gsize       mask;
  GArray     *features;
  GByteArray *weights;
  guint       n_readers;
};

static guint64
mix (guint64 hash,
     guint32 value)
{
  hash = (hash + value + 1) * FACTOR;
  return hash ^ hash >> 31;
}

static inline Feature *
get_feature (const GjTextFeatures *self,
             guint                 id)
{
  return &g_array_index (self->features, Feature, id);
}

GjTextFeatures *
_gj_text_features_new (void)
{
  GjTextFeatures *self = g_new0 (GjTextFeatures, 1);

  self->slots = g_new0 (Slot, FIRST_SIZE);
  self->mask = FIRST_SIZE - 1;
  self->features = g_array_new (FALSE, FALSE, sizeof (Feature));
  self->weights = g_byte_array_new ();

  return self;
}

void
_gj_text_features_free (GjTextFeatures *self)
{
  g_free (self->slots);
  g_array_unref (self->features);
  g_byte_array_unref (self->weights);
  g_free (self);
}

guint
_gj_text_features_get_n (const GjTextFeatures *self)
{
  return self->features->len;
}

guint
_gj_text_features_get_n_old (const GjTextFeatures *self,
                             guint                 feature)
{
  return get_feature (self, feature)->n_old;
}

/* What each feature weighs, by its number; changes with what is counted. */

const guint8 *
_gj_text_features_get_weights (const GjTextFeatures *self)
{
  return self->weights->data;
}

static void
grow_table (GjTextFeatures *self)
{
  gsize size = (self->mask + 1) * 2;

  g_free (self->slots);
  self->slots = g_new0 (Slot, size);
  self->mask = size - 1;

  for (guint id = 0; id < self->features->len; id++)
    {
      guint64 hash = get_feature (self, id)->hash;
      gsize i = (hash ^ hash >> 32) & self->mask;

      while (self->slots[i].id != 0)
        i = (i + 1) & self->mask;
      self->slots[i] = (Slot) { hash >> 32, id + 1 };
    }
}

static guint
add_feature (GjTextFeatures *self,
             guint64         hash)
{
  const Feature feature = { hash, 0, 0, 0, 0 };
  const guint8 weight = FEATURE_WEIGHT;

  g_array_append_val (self->features, feature);
  g_byte_array_append (self->weights, &weight, 1);

  return self->features->len - 1;
}

static guint
find_feature (GjTextFeatures *self,
              guint64         hash)
{
  gsize i;

  if ((gsize) self->features->len * 3 / 2 >= self->mask)
    grow_table (self);

  for (i = (hash ^ hash >> 32) & self->mask; self->slots[i].id != 0; i = (i + 1) & self->mask)
    if (self->slots[i].tag == hash >> 32 && get_feature (self, self->slots[i].id - 1)->hash == hash)
      return self->slots[i].id - 1;

  self->slots[i] = (Slot) { hash >> 32, add_feature (self, hash) + 1 };
  return self->slots[i].id - 1;
}

static guint8
weigh (const Feature *feature)
{
  guint n_owners = (feature->n_old + feature->n_new + 1) / 2;

  return feature->n_old > GJ_TEXT_MAX_OWNERS ? 0 : MAX (1, FEATURE_WEIGHT / MAX (n_owners, 1));
}

/**
 * _gj_text_features_count:
 * @is_new: which side the paragraph is of
 * @n: 1 when it comes, -1 when it goes
 */
void
_gj_text_features_count (GjTextFeatures        *self,
                         const GjTextParagraph *paragraph,
                         gboolean               is_new,
                         int                    n)
{
  for (guint i = 0; i < paragraph->traits->len; i++)
    {
      guint id = g_array_index (paragraph->traits, GjTextTrait, i).feature;
      Feature *feature = get_feature (self, id);

      *(is_new ? &feature->n_new : &feature->n_old) += n;
      self->weights->data[id] = weigh (feature);
    }
}

static void
add_trait (GjTextFeatures  *self,
           GjTextParagraph *paragraph,
           guint64          hash,
           guint            n)
{
  GjTextTrait trait = { find_feature (self, hash), n };
  Feature *feature = get_feature (self, trait.feature);

  if (feature->reader == self->n_readers)
    {
      g_array_index (paragraph->traits, GjTextTrait, feature->place).n += n;
      return;
    }

  feature->reader = self->n_readers;
  feature->place = paragraph->traits->len;
  g_array_append_val (paragraph->traits, trait);
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
read_traits (GjTextFeatures  *self,
             GjTextParagraph *paragraph)
{
  const GjTextToken *all = (const GjTextToken *) paragraph->tokens->data;
  guint n_tokens = paragraph->tokens->len;
  guint32 last[SHINGLE] = { 0 };
  guint64 whole = 0;
  guint n = 0;

  self->n_readers++;
  paragraph->traits = g_array_sized_new (FALSE, FALSE, sizeof (GjTextTrait), n_tokens);

  for (guint i = 0; i < n_tokens; i++)
    {
      whole = mix (whole, all[i].shape);
      if (all[i].kind <= GJ_TEXT_MARK)
        continue;

      for (guint j = 1; j < SHINGLE; j++)
        last[j - 1] = last[j];
      last[SHINGLE - 1] = all[i].shape;
      if (++n > 1 && n_tokens <= SHORT)
        add_trait (self, paragraph, mix (mix (3, last[SHINGLE - 2]), last[SHINGLE - 1]), 1);
      if (n >= SHINGLE)
        add_trait (self, paragraph, mix (mix (mix (0, last[0]), last[1]), last[2]), 1);
    }

  paragraph->whole = mix (whole, 1);
  paragraph->heading = hash_heading (all, n_tokens);
  if (n_tokens > 0)
    add_trait (self, paragraph, paragraph->whole, 1);
  if (paragraph->heading != 0)
    add_trait (self, paragraph, paragraph->heading, HEADING_TIMES);
}

/* It is counted on neither side yet. */

GjTextParagraph *
_gj_text_paragraph_new (GjTextWords    *words,
                        GjTextFeatures *features,
                        const char     *text)
{
  GjTextParagraph *self = g_rc_box_new0 (GjTextParagraph);

  self->text = g_strdup (text);
  self->tokens = _gj_text_words_tokenize (words, self->text);
  read_traits (features, self);

  return self;
}

GjTextParagraph *
_gj_text_paragraph_ref (GjTextParagraph *self)
{
  return g_rc_box_acquire (self);
}

static void
paragraph_clear (gpointer data)
{
  GjTextParagraph *self = data;

  g_free (self->text);
  g_array_unref (self->tokens);
  g_array_unref (self->traits);
}

void
_gj_text_paragraph_unref (GjTextParagraph *self)
{
  g_rc_box_release_full (self, paragraph_clear);
}
