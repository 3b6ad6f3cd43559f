/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-similarity.h"

#include <string.h>

/* Texts are read as signs: every letter is one, every number is one, every phrase of the
 * form is one; punctuation and blanks are none. A sign has two names: its exact one, and a
 * loose one which all numbers share. What both texts have is found by windows of
 * GJ_SIMILARITY_MIN_SIGNS signs: a stretch that is at least that long is the union of such
 * windows, so no longer ones need be looked for. */

#define WINDOW GJ_SIMILARITY_MIN_SIGNS
#define NUMBER_NAME 0x200000u
#define FIRST_PHRASE_NAME 0x40000000u
#define FIRST_NUMBER_NAME 0x80000000u
#define FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

typedef struct
{
  guint32  start;
  guint32  end;
  guint32  exact;
  guint32  loose;
  guint32  n_counted;
  guint32  source;
  gboolean is_same;
} Sign;

static gboolean
is_figure (const char *text)
{
  return g_ascii_isdigit (*text) || ((guchar) *text >= 0x80 && g_unichar_isdigit (g_utf8_get_char (text)));
}

static const char *
skip_number (const char *text,
             guint32    *n_figures)
{
  *n_figures = 0;

  while (is_figure (text))
    {
      ++*n_figures;
      text = g_utf8_next_char (text);
      if ((*text == '.' || *text == ',') && is_figure (text + 1))
        text++;
    }

  return text;
}

/* Numbers are named by their text in @names. */

static GArray *
read_signs (const char *text,
            GHashTable *names)
{
  GArray *signs = g_array_sized_new (FALSE, TRUE, sizeof (Sign), strlen (text) / 3 + 1);

  for (const char *p = text; *p != '\0';)
    {
      gunichar character = g_utf8_get_char (p);
      Sign sign = { .start = p - text, .exact = character, .loose = character, .n_counted = 1, .source = G_MAXUINT32 };

      if (is_figure (p))
        {
          const char *end = skip_number (p, &sign.n_counted);
          char *name = g_strndup (p, end - p);

          if (!g_hash_table_contains (names, name))
            g_hash_table_insert (names, g_strdup (name), GUINT_TO_POINTER (g_hash_table_size (names)));
          sign.exact = FIRST_NUMBER_NAME + GPOINTER_TO_UINT (g_hash_table_lookup (names, name));
          sign.loose = NUMBER_NAME;
          g_free (name);
          p = end;
        }
      else
        {
          p = g_utf8_next_char (p);
          if (!g_unichar_isalpha (character))
            continue;
        }

      sign.end = p - text;
      g_array_append_val (signs, sign);
    }

  return signs;
}

/* Phrases of the form by their first sign, the longest first. */

typedef struct
{
  GArray *signs;
  guint   name;
} Phrase;

static void
phrase_free (gpointer data)
{
  Phrase *phrase = data;

  g_array_unref (phrase->signs);
  g_free (phrase);
}

static int
compare_phrases (gconstpointer a,
                 gconstpointer b)
{
  const Phrase *left = *(Phrase *const *) a, *right = *(Phrase *const *) b;

  return (left->signs->len < right->signs->len) - (left->signs->len > right->signs->len);
}

static GHashTable *
read_phrases (const char *const *boilerplate,
              GHashTable        *names)
{
  GHashTable *phrases = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer list;

  for (guint i = 0; boilerplate != NULL && boilerplate[i] != NULL; i++)
    {
      g_autoptr (GArray) signs = read_signs (boilerplate[i], names);
      gpointer first;
      Phrase *phrase;

      if (signs->len == 0)
        continue;

      first = GUINT_TO_POINTER (g_array_index (signs, Sign, 0).loose);
      list = g_hash_table_lookup (phrases, first);
      if (list == NULL)
        {
          list = g_ptr_array_new_with_free_func (phrase_free);
          g_hash_table_insert (phrases, first, list);
        }

      phrase = g_new0 (Phrase, 1);
      phrase->signs = g_steal_pointer (&signs);
      phrase->name = FIRST_PHRASE_NAME + i;
      g_ptr_array_add (list, phrase);
    }

  g_hash_table_iter_init (&iter, phrases);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    g_ptr_array_sort (list, compare_phrases);

  return phrases;
}

static const Phrase *
find_phrase (GHashTable *phrases,
             const Sign *signs,
             guint       n_signs)
{
  const GPtrArray *list = g_hash_table_lookup (phrases, GUINT_TO_POINTER (signs->loose));

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const Phrase *phrase = list->pdata[i];
      guint n = 0;

      while (n < phrase->signs->len && n < n_signs &&
             g_array_index (phrase->signs, Sign, n).loose == signs[n].loose)
        n++;
      if (n == phrase->signs->len)
        return phrase;
    }

  return NULL;
}

static void
join_phrases (GArray     *signs,
              GHashTable *phrases)
{
  guint n = 0;

  for (guint i = 0; i < signs->len;)
    {
      Sign sign = g_array_index (signs, Sign, i);
      const Phrase *phrase = find_phrase (phrases, &g_array_index (signs, Sign, i), signs->len - i);

      if (phrase != NULL)
        {
          i += phrase->signs->len;
          sign.end = g_array_index (signs, Sign, i - 1).end;
          sign.exact = sign.loose = phrase->name;
          sign.n_counted = 0;
        }
      else
        {
          i++;
        }

      g_array_index (signs, Sign, n++) = sign;
    }

  g_array_set_size (signs, n);
}

/* Windows of the old text by their hash, each of one content once. */

typedef struct
{
  const Sign *signs;
  guint       n_signs;
  gboolean    is_exact;
  guint      *places;
  guint64     mask;
} Windows;

static inline guint32
get_name (const Windows *self,
          const Sign    *sign)
{
  return self->is_exact ? sign->exact : sign->loose;
}

static guint *
find_place (const Windows *self,
            const Sign    *window)
{
  guint64 hash = 0;

  for (guint i = 0; i < WINDOW; i++)
    {
      hash = (hash + get_name (self, &window[i]) + 1) * FACTOR;
      hash ^= hash >> 31;
    }

  for (guint64 i = hash & self->mask;; i = (i + 1) & self->mask)
    {
      guint n = 0;

      if (self->places[i] == G_MAXUINT)
        return &self->places[i];

      while (n < WINDOW && get_name (self, &self->signs[self->places[i] + n]) == get_name (self, &window[n]))
        n++;
      if (n == WINDOW)
        return &self->places[i];
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

  self->signs = (const Sign *) signs->data;
  self->n_signs = signs->len;
  self->is_exact = is_exact;
  self->mask = size - 1;
  self->places = g_new (guint, size);
  for (guint64 i = 0; i < size; i++)
    self->places[i] = G_MAXUINT;

  for (guint i = 0; i + WINDOW <= signs->len; i++)
    {
      guint *place = find_place (self, self->signs + i);

      if (*place == G_MAXUINT)
        *place = i;
    }
}

/* Numbers are the same where exact windows say so, letters where loose ones do. A place in
 * the old text that goes on from that of the sign before is kept. */

static void
mark (GArray       *signs,
      const GArray *old_signs,
      gboolean      is_exact)
{
  Sign *all = (Sign *) signs->data;
  Windows windows;

  init_windows (&windows, old_signs, is_exact);

  for (guint i = 0; i + WINDOW <= signs->len; i++)
    {
      guint place = *find_place (&windows, all + i);

      for (guint j = 0; place != G_MAXUINT && j < WINDOW; j++)
        if (is_exact == (all[i + j].exact != all[i + j].loose))
          {
            all[i + j].is_same = TRUE;
            if (all[i + j].source == G_MAXUINT32)
              all[i + j].source = place + j;
          }
    }

  g_free (windows.places);
}

static GArray *
dup_stretches (const GArray *signs,
               const GArray *old_signs)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (GjStretch));
  gboolean is_open = FALSE;

  for (guint i = 0; i < signs->len; i++)
    {
      const Sign *sign = &g_array_index (signs, Sign, i);
      const Sign *source = sign->is_same ? &g_array_index (old_signs, Sign, sign->source) : NULL;

      if (source != NULL && is_open && sign->source == (sign - 1)->source + 1)
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

      is_open = source != NULL;
    }

  return stretches;
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
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) phrases = read_phrases (boilerplate, names);
  g_autoptr (GArray) old_signs = read_signs (old_text, names);
  g_autoptr (GArray) new_signs = read_signs (new_text, names);
  GjSimilarity similarity = { 0, 0 };

  join_phrases (old_signs, phrases);
  join_phrases (new_signs, phrases);
  mark (new_signs, old_signs, FALSE);
  mark (new_signs, old_signs, TRUE);

  for (guint i = 0; i < new_signs->len; i++)
    {
      const Sign *sign = &g_array_index (new_signs, Sign, i);

      similarity.n_counted += sign->n_counted;
      if (sign->is_same)
        similarity.n_same += sign->n_counted;
    }

  if (stretches != NULL)
    *stretches = dup_stretches (new_signs, old_signs);

  return similarity;
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
