/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-sentences.h"

#include <string.h>

/* Sentences of 五: what is not well, and what is done about it. A number before a sentence
 * does not belong to it, a heading says in which part what follows stands. */

/* Fewer characters say nothing of their own: 存在的主要问题. */
#define MIN_WORDS 9

static const char *const ends[] = { "。", "！", "？", "；", "：", "!", "?", ";", ":", "\n" };

/* Only what leads over to the next sentences says so. */
static const char *const leads[] = { "以下", "如下", "上述", "以上" };

static const char *const merits[] = { "成效", "成绩", "进展" };
static const char *const lacks[] = { "不足", "问题", "差距", "薄弱" };
static const char *const remedies[] = { "改进", "下一步", "措施", "整改", "今后", "努力方向", "对策", "打算" };
static const char *const problems[] = { "问题", "不足", "困难", "差距", "薄弱环节" };

static gboolean
has_any (const char        *text,
         const char *const *words,
         guint              n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

#define HAS_ANY(text, words) has_any (text, words, G_N_ELEMENTS (words))

static gsize
match_end (const char *p)
{
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_prefix (p, ends[i]))
      return strlen (ends[i]);

  return 0;
}

static const char *
skip_any (const char *p,
          const char *end,
          const char *characters)
{
  while (p < end && g_utf8_strchr (characters, -1, g_utf8_get_char (p)) != NULL)
    p = g_utf8_next_char (p);

  return p;
}

/* （一）, 1., 2、, 一是, 第三，, 其一， before a sentence. */
static const char *
skip_ordinal (const char *p,
              const char *end)
{
  static const char *const marks = "）).．、是，, 　";
  const char *start = skip_any (p, end, " 　\t（(第其");
  const char *number = skip_any (start, end, "一二三四五六七八九十0123456789０１２３４５６７８９①②③④⑤⑥⑦⑧⑨");
  const char *after = skip_any (number, end, marks);

  return number > start && after > number ? after : skip_any (p, end, " 　\t");
}

static char *
read_words (const char *start,
            const char *end,
            guint      *n_words)
{
  GString *words = g_string_new (NULL);

  *n_words = 0;
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      {
        g_string_append_unichar (words, g_utf8_get_char (p));
        ++*n_words;
      }

  return g_string_free (words, FALSE);
}

static void
sentence_clear (gpointer data)
{
  g_free (((GjSentence *) data)->words);
}

/* A heading, or a sentence that opens a part, says where the following ones stand. */
static void
follow_part (const char     *words,
             guint           n_words,
             GjSentencePart *part)
{
  gboolean is_lead = n_words < 2 * MIN_WORDS;

  if (is_lead && HAS_ANY (words, remedies))
    *part = GJ_SENTENCE_REMEDY;
  else if (g_str_has_prefix (words, "下一步") || g_str_has_prefix (words, "针对") ||
           g_str_has_prefix (words, "今后"))
    *part = GJ_SENTENCE_REMEDY;
  else if (n_words < MIN_WORDS && HAS_ANY (words, problems))
    *part = GJ_SENTENCE_PROBLEM;
}

static gboolean
says_something (const char *words,
                guint       n_words)
{
  return n_words >= MIN_WORDS && !HAS_ANY (words, leads) &&
         !(HAS_ANY (words, merits) && HAS_ANY (words, lacks));
}

static void
take_sentence (GArray         *sentences,
               const char     *text,
               const char     *start,
               const char     *end,
               GjSentencePart *part)
{
  const char *first = skip_ordinal (start, end);
  GjSentence sentence = { .start = first - text, .end = end - text };

  sentence.words = read_words (first, end, &sentence.n_words);
  follow_part (sentence.words, sentence.n_words, part);
  sentence.part = *part;

  if (says_something (sentence.words, sentence.n_words))
    g_array_append_val (sentences, sentence);
  else
    g_free (sentence.words);
}

/**
 * _gj_sentences_read:
 * @text: the text of 五
 *
 * Returns: (transfer full) (element-type GjSentence): its sentences
 */
GArray *
_gj_sentences_read (const char *text)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (GjSentence));
  GjSentencePart part = GJ_SENTENCE_PROBLEM;
  const char *start = text;
  const char *p = text;

  g_array_set_clear_func (sentences, sentence_clear);

  while (*p != '\0')
    {
      gsize length = match_end (p);

      if (length > 0)
        take_sentence (sentences, text, start, p, &part);
      p = length > 0 ? p + length : g_utf8_next_char (p);
      if (length > 0)
        start = p;
    }

  take_sentence (sentences, text, start, p, &part);

  return sentences;
}
