/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-copied-passages.h"

/* A sentence is one that was copied as long as nine tenths of it stand in the old text word
 * for word. One whose numbers are new has been worked on: that is how a sentence about
 * figures is brought up to date. */

#define MIN_PERCENT 90

typedef struct
{
  guint    first;
  guint    last;
  guint    n_signs;
  guint    n_same;
  gboolean has_new_number;
} Sentence;

static gboolean
ends_sentence (gunichar c)
{
  return c == '\n' || c == 0x3002 || c == 0xff01 || c == 0xff1f || c == 0xff1b;
}

/* Whether the byte at @offset is in one of the stretches from @next on, which stand in
 * order; @next goes along. */

static gboolean
is_same (const GArray *stretches,
         guint        *next,
         gsize         offset)
{
  while (*next < stretches->len && g_array_index (stretches, GjStretch, *next).end <= offset)
    (*next)++;

  return *next < stretches->len && g_array_index (stretches, GjStretch, *next).start <= offset;
}

static gboolean
is_copied (const Sentence *sentence)
{
  return sentence->n_signs >= GJ_SIMILARITY_MIN_SIGNS && !sentence->has_new_number &&
         sentence->n_same * 100 >= sentence->n_signs * MIN_PERCENT;
}

/* Two sentences of one paragraph, one behind the other, are one passage. */

static void
add_sentence (GArray         *passages,
              const Sentence *sentence)
{
  GjCopiedPassage passage = { sentence->first, sentence->last, 1 };
  GjCopiedPassage *before;

  if (!is_copied (sentence))
    return;

  before = passages->len > 0 ? &g_array_index (passages, GjCopiedPassage, passages->len - 1) : NULL;
  if (before != NULL && before->end == sentence->first)
    {
      before->end = sentence->last;
      before->n_sentences++;
    }
  else
    {
      g_array_append_val (passages, passage);
    }
}

static void
add_sign (Sentence *sentence,
          gunichar  c,
          gboolean  same)
{
  sentence->n_signs++;
  if (same)
    sentence->n_same++;
  else if (g_unichar_isdigit (c))
    sentence->has_new_number = TRUE;
}

/**
 * gj_copied_passages_find:
 * @old_words: last year's text, without the words of the form, which nobody has to rewrite
 * @new_text: this year's
 *
 * Returns: (transfer full) (element-type GjCopiedPassage): what of @new_text has been taken
 *          over and not rewritten, in order
 */
GArray *
gj_copied_passages_find (GjSimilarityMeter *old_words,
                         const char        *new_text)
{
  g_autoptr (GArray) stretches = NULL;
  GArray *passages = g_array_new (FALSE, FALSE, sizeof (GjCopiedPassage));
  Sentence sentence = { 0 };
  guint position = 0;
  guint next = 0;

  g_return_val_if_fail (old_words != NULL, passages);
  g_return_val_if_fail (new_text != NULL, passages);

  gj_similarity_meter_measure (old_words, new_text, &stretches);
  for (const char *p = new_text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        add_sign (&sentence, c, is_same (stretches, &next, (gsize) (p - new_text)));

      position++;
      if (!ends_sentence (c))
        continue;

      sentence.last = c == '\n' ? position - 1 : position;
      add_sentence (passages, &sentence);
      sentence = (Sentence) { .first = position };
    }

  sentence.last = position;
  add_sentence (passages, &sentence);

  return passages;
}
