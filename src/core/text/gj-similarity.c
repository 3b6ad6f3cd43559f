/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-similarity.h"

#include "gj-similarity-signs.h"

#include <string.h>

/* Texts are read as signs: every letter is one, every number is one, every phrase of the
 * form is one; punctuation and blanks are none. A sign has two names: its exact one, and a
 * loose one which all numbers share. What both texts have is found by windows of
 * GJ_SIMILARITY_MIN_SIGNS signs: a stretch that is at least that long is the union of such
 * windows, so no longer ones need be looked for.
 *
 * A meter keeps the windows of the old text and where each window of the new text that it
 * was given last stands in the old one. Of the next text only the lines that differ are
 * read, and only the windows that differ are looked for. */

#define WINDOW GJ_SIMILARITY_MIN_SIGNS
#define NOWHERE G_MAXUINT32
#define FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

/* Windows of the old text by their hash, each of one content once. */

typedef struct
{
  guint32 tag;
  guint32 place;
} Slot;

typedef struct
{
  const GjSign *signs;
  gboolean      is_exact;
  Slot         *slots;
  guint64       mask;
} Windows;

/* PLACES says for windows of the new text where they stand in the old one, or %NOWHERE: by
 * loose names, then by exact ones. */

struct _GjSimilarityMeter
{
  GjSignReader *reader;
  GArray       *old_signs;
  Windows       windows[2];

  char         *text;
  gsize         length;
  GArray       *read_signs;
  GArray       *signs;
  GArray       *places[2];
};

static inline guint32
get_name (const Windows *self,
          const GjSign  *sign)
{
  return self->is_exact ? sign->exact : sign->loose;
}

static Slot *
find_slot (const Windows *self,
           const GjSign  *window,
           guint32       *tag)
{
  guint64 hash = 0;

  for (guint i = 0; i < WINDOW; i++)
    {
      hash = (hash + get_name (self, &window[i]) + 1) * FACTOR;
      hash ^= hash >> 31;
    }

  *tag = hash >> 32;
  for (guint64 i = hash & self->mask;; i = (i + 1) & self->mask)
    {
      Slot *slot = &self->slots[i];
      guint n = 0;

      if (slot->place == NOWHERE)
        return slot;
      if (slot->tag != *tag)
        continue;

      while (n < WINDOW && get_name (self, &self->signs[slot->place + n]) == get_name (self, &window[n]))
        n++;
      if (n == WINDOW)
        return slot;
    }
}

static void
init_windows (Windows      *self,
              const GArray *signs,
              gboolean      is_exact)
{
  guint64 size = 16;

  while (size < (guint64) signs->len * 2)
    size *= 2;

  self->signs = (const GjSign *) signs->data;
  self->is_exact = is_exact;
  self->mask = size - 1;
  self->slots = g_new (Slot, size);
  memset (self->slots, 0xff, size * sizeof (Slot));

  for (guint i = 0; i + WINDOW <= signs->len; i++)
    {
      guint32 tag;
      Slot *slot = find_slot (self, self->signs + i, &tag);

      if (slot->place == NOWHERE)
        *slot = (Slot) { tag, i };
    }
}

static GArray *
signs_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (GjSign));
}

/**
 * gj_similarity_meter_new:
 * @old_text: what was, valid UTF-8
 * @boilerplate: (nullable) (array zero-terminated=1): words of the form
 *
 * Returns: (transfer full): what holds texts against @old_text, again and again
 */
GjSimilarityMeter *
gj_similarity_meter_new (const char        *old_text,
                         const char *const *boilerplate)
{
  GjSimilarityMeter *self = g_new0 (GjSimilarityMeter, 1);
  g_autoptr (GArray) signs = signs_new ();

  self->reader = _gj_sign_reader_new (boilerplate);
  _gj_sign_reader_read (self->reader, old_text, 0, strlen (old_text), signs);
  self->old_signs = _gj_sign_reader_join (self->reader, signs);
  self->text = g_strdup ("");
  self->read_signs = signs_new ();
  self->signs = signs_new ();
  for (guint i = 0; i < 2; i++)
    {
      init_windows (&self->windows[i], self->old_signs, i == 1);
      self->places[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
    }

  return self;
}

void
gj_similarity_meter_free (GjSimilarityMeter *self)
{
  for (guint i = 0; i < 2; i++)
    {
      g_free (self->windows[i].slots);
      g_array_unref (self->places[i]);
    }
  g_array_unref (self->signs);
  g_array_unref (self->read_signs);
  g_free (self->text);
  g_array_unref (self->old_signs);
  _gj_sign_reader_free (self->reader);
  g_free (self);
}

/* How many bytes two texts have in common, in whole lines. */

static gsize
count_same_start (const char *a,
                  const char *b)
{
  gsize n = 0, n_lines = 0;

  for (; a[n] != '\0' && a[n] == b[n]; n++)
    if (a[n] == '\n')
      n_lines = n + 1;

  return n_lines;
}

static gsize
count_same_end (const char *a,
                gsize       n_a,
                const char *b,
                gsize       n_b)
{
  gsize n = 0, n_lines = 0;

  for (; n < n_a && n < n_b && a[n_a - 1 - n] == b[n_b - 1 - n]; n++)
    if (a[n_a - 1 - n] == '\n')
      n_lines = n;

  return n_lines;
}

/* The first sign that begins at a byte or after it. */

static guint
find_sign (const GArray *signs,
           gsize         byte)
{
  guint low = 0, high = signs->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (signs, GjSign, middle).start < byte)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
read_text (GjSimilarityMeter *self,
           const char        *text)
{
  gsize length = strlen (text);
  gsize start = count_same_start (self->text, text);
  gsize end = count_same_end (self->text + start, self->length - start, text + start, length - start);
  guint n_start = find_sign (self->read_signs, start);
  guint n_end = find_sign (self->read_signs, self->length - end);
  GArray *signs = g_array_sized_new (FALSE, FALSE, sizeof (GjSign), length / 3 + 1);

  if (n_start > 0)
    g_array_append_vals (signs, self->read_signs->data, n_start);
  _gj_sign_reader_read (self->reader, text, start, length - end, signs);

  for (guint i = n_end; i < self->read_signs->len; i++)
    {
      GjSign sign = g_array_index (self->read_signs, GjSign, i);

      sign.start += length - self->length;
      sign.end += length - self->length;
      g_array_append_val (signs, sign);
    }

  g_array_unref (self->read_signs);
  self->read_signs = signs;
  g_free (self->text);
  self->text = g_strdup (text);
  self->length = length;
}

static gboolean
is_same_sign (const GArray *a,
              guint         i,
              const GArray *b,
              guint         j)
{
  const GjSign *left = &g_array_index (a, GjSign, i), *right = &g_array_index (b, GjSign, j);

  return left->exact == right->exact && left->loose == right->loose;
}

/* Windows that are all of what is the same at the beginning or at the end stand where they
 * stood. */

static void
find_places (GjSimilarityMeter *self,
             const GArray      *before,
             guint              which)
{
  const GjSign *all = (const GjSign *) self->signs->data;
  guint n = self->signs->len;
  guint n_least = MIN (before->len, n);
  guint n_start = 0, n_end = 0;
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n + 1);

  while (n_start < n_least && is_same_sign (before, n_start, self->signs, n_start))
    n_start++;
  while (n_end < n_least - n_start && is_same_sign (before, before->len - 1 - n_end, self->signs, n - 1 - n_end))
    n_end++;

  for (guint i = 0; i + WINDOW <= n; i++)
    {
      guint32 place;
      guint32 tag;

      if (i + WINDOW <= n_start)
        place = g_array_index (self->places[which], guint32, i);
      else if (i >= n - n_end)
        place = g_array_index (self->places[which], guint32, before->len - (n - i));
      else
        place = find_slot (&self->windows[which], all + i, &tag)->place;
      g_array_append_val (places, place);
    }

  g_array_unref (self->places[which]);
  self->places[which] = places;
}

/* The first of the windows around a sign that stands in the old text; @window is where the
 * search of the sign before ended. */

static guint32
find_source (const GArray *places,
             guint         sign,
             guint        *window)
{
  *window = MAX (*window, sign >= WINDOW ? sign + 1 - WINDOW : 0);
  while (*window < places->len && *window <= sign && g_array_index (places, guint32, *window) == NOWHERE)
    (*window)++;

  return *window < places->len && *window <= sign ? g_array_index (places, guint32, *window) + sign - *window : NOWHERE;
}

/* Numbers are the same where exact windows say so, letters where loose ones do. */

static guint32 *
list_sources (const GjSimilarityMeter *self)
{
  guint32 *sources = g_new (guint32, self->signs->len + 1);
  guint windows[2] = { 0, 0 };

  for (guint i = 0; i < self->signs->len; i++)
    {
      const GjSign *sign = &g_array_index (self->signs, GjSign, i);
      guint which = sign->exact != sign->loose;

      sources[i] = find_source (self->places[which], i, &windows[which]);
    }

  return sources;
}

static GArray *
dup_stretches (const GjSimilarityMeter *self,
               const guint32           *sources)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (GjStretch));

  for (guint i = 0; i < self->signs->len; i++)
    {
      const GjSign *sign = &g_array_index (self->signs, GjSign, i);
      const GjSign *source = sources[i] != NOWHERE ? &g_array_index (self->old_signs, GjSign, sources[i]) : NULL;

      if (source != NULL && i > 0 && sources[i - 1] != NOWHERE && sources[i] == sources[i - 1] + 1)
        {
          GjStretch *last = &g_array_index (stretches, GjStretch, stretches->len - 1);

          last->end = sign->end;
          last->old_end = source->end;
        }
      else if (source != NULL)
        {
          GjStretch stretch = { sign->start, sign->end, source->start, source->end };

          g_array_append_val (stretches, stretch);
        }
    }

  return stretches;
}

/**
 * gj_similarity_meter_measure:
 * @new_text: what is, valid UTF-8
 * @stretches: (out) (optional) (transfer full) (element-type GjStretch): see
 *     gj_similarity_measure()
 *
 * Measures what gj_similarity_measure() measures, sooner when little has changed since it
 * was last asked.
 *
 * Returns: what counts and what of it is the same
 */
GjSimilarity
gj_similarity_meter_measure (GjSimilarityMeter  *self,
                             const char         *new_text,
                             GArray            **stretches)
{
  g_autoptr (GArray) before = g_steal_pointer (&self->signs);
  g_autofree guint32 *sources = NULL;
  GjSimilarity similarity = { 0, 0 };

  read_text (self, new_text);
  self->signs = _gj_sign_reader_join (self->reader, self->read_signs);
  find_places (self, before, 0);
  find_places (self, before, 1);
  sources = list_sources (self);

  for (guint i = 0; i < self->signs->len; i++)
    {
      guint n_counted = g_array_index (self->signs, GjSign, i).n_counted;

      similarity.n_counted += n_counted;
      if (sources[i] != NOWHERE)
        similarity.n_same += n_counted;
    }

  if (stretches != NULL)
    *stretches = dup_stretches (self, sources);

  return similarity;
}

/**
 * gj_similarity_measure:
 * @old_text: what was, valid UTF-8
 * @new_text: what is, valid UTF-8
 * @boilerplate: (nullable) (array zero-terminated=1): words of the form
 * @stretches: (out) (optional) (transfer full) (element-type GjStretch): where the new text
 *     says what the old one says, in order and apart from each other
 *
 * Measures how much of the new text was there before.
 *
 * Both texts are read as signs. Every letter (a Chinese character, or one letter of another
 * script) is a sign and counts 1; every number (figures with the points and commas between
 * them) is one sign and counts its figures; every occurrence of a phrase of the form, found
 * from the left, the longest first, by its signs, is one sign and counts nothing. Everything
 * else is passed over: punctuation and blanks neither count nor break a stretch.
 *
 * A letter is the same if it lies in a stretch of at least %GJ_SIMILARITY_MIN_SIGNS
 * consecutive signs of the new text that are consecutive signs of the old one as well, where
 * any number stands for any other. A number is the same if it lies in such a stretch in
 * which the numbers are equal, too. So a paragraph that was copied and given this year's
 * figures is the same but for these figures.
 *
 * Takes time in proportion to the length of the texts.
 *
 * Returns: what counts and what of it is the same
 */
GjSimilarity
gj_similarity_measure (const char         *old_text,
                       const char         *new_text,
                       const char *const  *boilerplate,
                       GArray            **stretches)
{
  g_autoptr (GjSimilarityMeter) meter = gj_similarity_meter_new (old_text, boilerplate);

  return gj_similarity_meter_measure (meter, new_text, stretches);
}

/**
 * gj_similarity_get_percent:
 *
 * Returns: how many of a hundred characters are the same, rounded down, so that 100 means
 *     all of them; 0 when nothing counts
 */
guint
gj_similarity_get_percent (const GjSimilarity *self)
{
  return self->n_counted > 0 ? (guint64) self->n_same * 100 / self->n_counted : 0;
}
