/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-similarity-signs.h"

#include <string.h>

#define NUMBER_NAME 0x200000u
#define FIRST_PHRASE_NAME 0x40000000u
#define FIRST_NUMBER_NAME 0x80000000u

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

static void
read_signs (GHashTable *names,
            const char *text,
            gsize       start,
            gsize       end_of_text,
            GArray     *signs)
{
  for (const char *p = text + start; p < text + end_of_text;)
    {
      gunichar character = g_utf8_get_char (p);
      GjSign sign = { .start = p - text, .exact = character, .loose = character, .n_counted = 1 };

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
      g_autoptr (GArray) signs = g_array_new (FALSE, FALSE, sizeof (GjSign));
      gpointer first;
      Phrase *phrase;

      read_signs (names, boilerplate[i], 0, strlen (boilerplate[i]), signs);
      if (signs->len == 0)
        continue;

      first = GUINT_TO_POINTER (g_array_index (signs, GjSign, 0).loose);
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

/* Whether a phrase may begin with a sign, told in a moment: by the last bits of its name. */

#define N_STARTS 4096u

struct _GjSignReader
{
  GHashTable *names;
  GHashTable *phrases;
  guint8      starts[N_STARTS / 8];
};

static gboolean
has_bit (const guint8 *bits,
         guint         name)
{
  return bits[name % N_STARTS / 8] & 1u << name % 8;
}

static const Phrase *
find_phrase (const GjSignReader *self,
             const GjSign       *signs,
             guint               n_signs)
{
  const GPtrArray *list;

  if (!has_bit (self->starts, signs->loose))
    return NULL;

  list = g_hash_table_lookup (self->phrases, GUINT_TO_POINTER (signs->loose));

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const Phrase *phrase = list->pdata[i];
      guint n = 0;

      while (n < phrase->signs->len && n < n_signs &&
             g_array_index (phrase->signs, GjSign, n).loose == signs[n].loose)
        n++;
      if (n == phrase->signs->len)
        return phrase;
    }

  return NULL;
}

/**
 * _gj_sign_reader_new:
 * @boilerplate: (nullable) (array zero-terminated=1): words of the form
 *
 * Returns: (transfer full): what gives the same names to the signs of all texts it reads
 */
GjSignReader *
_gj_sign_reader_new (const char *const *boilerplate)
{
  GjSignReader *self = g_new0 (GjSignReader, 1);
  GHashTableIter iter;
  gpointer name;

  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->phrases = read_phrases (boilerplate, self->names);

  g_hash_table_iter_init (&iter, self->phrases);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    self->starts[GPOINTER_TO_UINT (name) % N_STARTS / 8] |= 1u << GPOINTER_TO_UINT (name) % 8;

  return self;
}

void
_gj_sign_reader_free (GjSignReader *self)
{
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->phrases);
  g_free (self);
}

/**
 * _gj_sign_reader_read:
 * @text: valid UTF-8
 * @start: the first byte to read, which begins a line
 * @end: the byte after the last, which ends a line
 * @signs: (element-type GjSign): where the signs are added, phrases not joined yet
 */
void
_gj_sign_reader_read (GjSignReader *self,
                      const char   *text,
                      gsize         start,
                      gsize         end,
                      GArray       *signs)
{
  read_signs (self->names, text, start, end, signs);
}

/**
 * _gj_sign_reader_join:
 * @signs: (element-type GjSign): the signs of a whole text
 *
 * Returns: (transfer full) (element-type GjSign): the same with every phrase of the form as
 *     one sign
 */
GArray *
_gj_sign_reader_join (GjSignReader *self,
                      const GArray *signs)
{
  GArray *joined = g_array_sized_new (FALSE, FALSE, sizeof (GjSign), signs->len);

  for (guint i = 0; i < signs->len;)
    {
      GjSign sign = g_array_index (signs, GjSign, i);
      const Phrase *phrase = find_phrase (self, &g_array_index (signs, GjSign, i), signs->len - i);

      if (phrase != NULL)
        {
          i += phrase->signs->len;
          sign.end = g_array_index (signs, GjSign, i - 1).end;
          sign.exact = sign.loose = phrase->name;
          sign.n_counted = 0;
        }
      else
        {
          i++;
        }

      g_array_append_val (joined, sign);
    }

  return joined;
}
