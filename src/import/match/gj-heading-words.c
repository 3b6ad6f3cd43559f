/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-heading-words.h"

#include <string.h>

/* Whether a paragraph's words are those of a section's heading, and how surely. */

#define LEAST_ALIKE 550
#define LEAST_ALIKE_RENUMBERED 750
#define ALIKE_BARE 950

void
_gj_heading_words_init (GjHeadingWords  *self,
                        const GjSection *section)
{
  guint n = 1;

  while (section->variants != NULL && section->variants[n - 1] != NULL)
    n++;
  self->words = g_new0 (GjWords, n);
  self->n_words = n;
  gj_words_init (&self->words[0], section->heading.zh);
  for (guint i = 1; i < n; i++)
    gj_words_init (&self->words[i], section->variants[i - 1]);
}

void
_gj_heading_words_clear (GjHeadingWords *self)
{
  for (guint i = 0; i < self->n_words; i++)
    gj_words_clear (&self->words[i]);
  g_free (self->words);
}

/* A full stop or colon after a heading is no other wording. */

void
_gj_heading_words_drop_end_mark (GjWords *words)
{
  while (words->n_characters > words->n_ordinal + 1)
    {
      gunichar last = words->characters[words->n_characters - 1];

      if (last != 0x3002 && last != ':' && last != '.' && last != ';')
        break;
      words->n_characters--;
    }
  words->n_core = MIN (words->n_core, words->n_characters);
  g_free (words->text);
  words->text = g_ucs4_to_utf8 (words->characters, words->n_characters, NULL, NULL, NULL);
}

static gboolean
is_first_level (const GjWords *words)
{
  return words->n_ordinal > 1 && words->characters[0] != '(';
}

/* The ordinal without its mark: 一总体情况. */
static gboolean
is_unmarked (const GjWords *words,
             const GjWords *wanted)
{
  return wanted->n_ordinal > 1 && words->n_characters + 1 == wanted->n_characters &&
         memcmp (words->characters, wanted->characters,
                 (wanted->n_ordinal - 1) * sizeof (gunichar)) == 0 &&
         memcmp (words->characters + wanted->n_ordinal - 1, wanted->characters + wanted->n_ordinal,
                 (wanted->n_characters - wanted->n_ordinal) * sizeof (gunichar)) == 0;
}

static guint
judge (const GjWords *words,
       const GjWords *wanted)
{
  guint alike;

  if (words->n_ordinal == 0)
    return gj_words_is_same (words, wanted) || is_unmarked (words, wanted) ? ALIKE_BARE : 0;
  if (!is_first_level (words))
    return 0;

  alike = gj_words_compare (words, wanted);
  if (alike == GJ_WORDS_SAME)
    return alike;
  if (words->ordinal != wanted->ordinal)
    return alike >= LEAST_ALIKE_RENUMBERED ? alike - 100 : 0;

  return alike >= LEAST_ALIKE ? alike : 0;
}

/* How surely @words, without a mark at their end, are the heading; 0 when they are not. */

guint
_gj_heading_words_judge (const GjHeadingWords *self,
                         const GjWords        *words)
{
  guint best = 0;

  for (guint i = 0; i < self->n_words; i++)
    best = MAX (best, judge (words, &self->words[i]));

  return best;
}

/* Whether @heading is word for word one of the section's. */

gboolean
_gj_heading_words_is_known (const GjSection *section,
                            const char      *heading)
{
  GjHeadingWords wanted;
  GjWords words;
  gboolean known = FALSE;

  _gj_heading_words_init (&wanted, section);
  gj_words_init (&words, heading);
  _gj_heading_words_drop_end_mark (&words);
  for (guint i = 0; i < wanted.n_words; i++)
    known = known || g_str_equal (words.text, wanted.words[i].text);
  gj_words_clear (&words);
  _gj_heading_words_clear (&wanted);

  return known;
}
