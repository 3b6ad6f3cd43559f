/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-words.h"

#include <string.h>

/* Likeness is a whole number from 0 to 1000, GJ_WORDS_SAME for the same words. Only short
 * texts are compared character by character, so that a page of garbage costs nothing. */

#define MAX_COMPARED 96

/**
 * gj_words_fold:
 * @c: a character
 *
 * Returns: the character that stands for @c in a comparison, or 0 when @c does not count
 */
gunichar
gj_words_fold (gunichar c)
{
  if (c < 0x80)
    {
      if (c <= ' ' || c == '"' || c == '\'' || c == 0x7f)
        return 0;
      if (c == '[')
        return '(';
      if (c == ']')
        return ')';
      return (gunichar) g_ascii_tolower ((char) c);
    }

  if (c >= 0xff01 && c <= 0xff5e)
    return gj_words_fold (c - 0xfee0);

  switch (c)
    {
    case 0xa0:
    case 0xad:
    case 0x200b:
    case 0x200c:
    case 0x200d:
    case 0x2018:
    case 0x2019:
    case 0x201c:
    case 0x201d:
    case 0x300c:
    case 0x300d:
    case 0x300e:
    case 0x300f:
    case 0x3000:
    case 0xfeff:
      return 0;
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return '-';
    case 0x3010:
    case 0x3014:
      return '(';
    case 0x3011:
    case 0x3015:
      return ')';
    default:
      return g_unichar_isspace (c) ? 0 : c;
    }
}

static guint
get_numeral (gunichar c)
{
  static const gunichar numerals[] = {
    0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94, 0x516d, 0x4e03, 0x516b, 0x4e5d, 0x5341,
  };

  if (c >= '0' && c <= '9')
    return c - '0';
  for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
    if (numerals[i] == c)
      return i + 1;

  return G_MAXUINT;
}

/* 一、 (一) 1. 1、 (1): digits of one kind with a mark behind them. */
static void
find_ordinal (GjWords *self)
{
  const gunichar *p = self->characters;
  gboolean bracket = self->n_characters > 0 && p[0] == '(';
  guint at = bracket ? 1 : 0;
  guint number = 0;
  guint n = 0;

  for (; at < self->n_characters && n < 3; at++, n++)
    {
      guint digit = get_numeral (p[at]);

      if (digit == G_MAXUINT)
        break;
      number = p[at] == 0x5341 ? MAX (number, 1) * 10 : (p[at] < 0x80 ? number * 10 : number) + digit;
    }
  if (n == 0 || at >= self->n_characters)
    return;
  if (bracket ? p[at] != ')' : (p[at] != 0x3001 && p[at] != '.'))
    return;
  if (!bracket && at + 1 < self->n_characters && p[at + 1] < 0x80 && g_ascii_isdigit ((char) p[at + 1]))
    return;

  self->ordinal = number;
  self->n_ordinal = at + 1;

  /* "1、" is another way to write "1.". */
  if (!bracket && p[0] < 0x80)
    self->characters[at] = '.';
}

static void
find_core (GjWords *self)
{
  guint depth = 0;

  self->n_core = self->n_characters;
  if (self->n_characters == 0 || self->characters[self->n_characters - 1] != ')')
    return;

  for (guint i = self->n_characters; i > self->n_ordinal; i--)
    {
      if (self->characters[i - 1] == ')')
        depth++;
      else if (self->characters[i - 1] == '(' && --depth == 0)
        {
          if (i - 1 > self->n_ordinal)
            self->n_core = i - 1;
          return;
        }
    }
}

/**
 * gj_words_init:
 * @self: (out caller-allocates): words
 * @text: a label or a heading as it stood
 */
void
gj_words_init (GjWords    *self,
               const char *text)
{
  gsize size = strlen (text);

  memset (self, 0, sizeof *self);
  self->characters = g_new (gunichar, size + 1);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = gj_words_fold (g_utf8_get_char (p));

      if (c != 0)
        self->characters[self->n_characters++] = c;
    }
  find_ordinal (self);
  find_core (self);
  self->text = g_ucs4_to_utf8 (self->characters, self->n_characters, NULL, NULL, NULL);
}

/**
 * gj_words_clear:
 * @self: words
 *
 * Frees what @self holds.
 */
void
gj_words_clear (GjWords *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->characters, g_free);
  self->n_characters = 0;
}

/**
 * gj_words_normalize:
 * @text: a label as it stood
 *
 * Returns: (transfer full): @text without what does not make it another label
 */
char *
gj_words_normalize (const char *text)
{
  GjWords words;
  char *normalized;

  gj_words_init (&words, text);
  normalized = g_steal_pointer (&words.text);
  gj_words_clear (&words);

  return normalized;
}

/* The edits that make one text the other, or more than @limit. */
static guint
get_distance (const gunichar *a,
              guint           n_a,
              const gunichar *b,
              guint           n_b,
              guint           limit)
{
  guint row[MAX_COMPARED + 1];

  for (guint j = 0; j <= n_b; j++)
    row[j] = j;

  for (guint i = 1; i <= n_a; i++)
    {
      guint diagonal = row[0];
      guint least;

      row[0] = i;
      least = i;
      for (guint j = 1; j <= n_b; j++)
        {
          guint cost = diagonal + (a[i - 1] != b[j - 1]);

          diagonal = row[j];
          row[j] = MIN (cost, MIN (row[j], row[j - 1]) + 1);
          least = MIN (least, row[j]);
        }
      if (least > limit)
        return limit + 1;
    }

  return row[n_b];
}

typedef struct
{
  guint64 bits[4];
} Marks;

static void
mark_characters (Marks          *self,
                 const gunichar *a,
                 guint           n)
{
  memset (self, 0, sizeof *self);
  for (guint i = 0; i < n; i++)
    self->bits[a[i] >> 6 & 3] |= G_GUINT64_CONSTANT (1) << (a[i] & 63);
}

static guint
count_unmarked (const Marks    *self,
                const gunichar *a,
                guint           n)
{
  guint n_unmarked = 0;

  for (guint i = 0; i < n; i++)
    n_unmarked += (self->bits[a[i] >> 6 & 3] >> (a[i] & 63) & 1) == 0;

  return n_unmarked;
}

/* Every character that the other text has nowhere costs an edit. Most texts are told apart
 * by that alone, at a fraction of what the distance costs. */
static gboolean
differ_plainly (const gunichar *a,
                guint           n_a,
                const gunichar *b,
                guint           n_b,
                guint           limit)
{
  Marks marks;

  mark_characters (&marks, a, n_a);
  if (count_unmarked (&marks, b, n_b) > limit)
    return TRUE;

  mark_characters (&marks, b, n_b);

  return count_unmarked (&marks, a, n_a) > limit;
}

static guint
compare_spans (const gunichar *a,
               guint           n_a,
               const gunichar *b,
               guint           n_b)
{
  guint longest = MAX (n_a, n_b);
  guint limit = longest / 2;
  guint distance;

  if (n_a == 0 || n_b == 0)
    return 0;
  if (n_a == n_b && memcmp (a, b, n_a * sizeof *a) == 0)
    return GJ_WORDS_SAME;
  if (longest > MAX_COMPARED || MIN (n_a, n_b) < 3)
    return 0;

  if (longest - MIN (n_a, n_b) > limit || differ_plainly (a, n_a, b, n_b, limit))
    return 0;

  distance = get_distance (a, n_a, b, n_b, limit);

  return distance > limit ? 0 : GJ_WORDS_SAME - GJ_WORDS_SAME * distance / longest;
}

/**
 * gj_words_compare_all:
 * @a: words
 * @b: words
 *
 * Returns: how alike the two are, ordinals and remarks included
 */
guint
gj_words_compare_all (const GjWords *a,
                      const GjWords *b)
{
  return compare_spans (a->characters, a->n_characters, b->characters, b->n_characters);
}

/**
 * gj_words_compare:
 * @a: words
 * @b: words
 *
 * Compares two labels by their words: another or a missing ordinal and a missing remark
 * in brackets make them a little less alike, not others.
 *
 * Returns: how alike the two are
 */
guint
gj_words_compare (const GjWords *a,
                  const GjWords *b)
{
  const gunichar *rest_a = a->characters + a->n_ordinal;
  const gunichar *rest_b = b->characters + b->n_ordinal;
  guint same = 0;

  if (a->n_characters == b->n_characters && strcmp (a->text, b->text) == 0)
    return GJ_WORDS_SAME;

  same = compare_spans (rest_a, a->n_characters - a->n_ordinal, rest_b, b->n_characters - b->n_ordinal);
  same = same * 97 / 100;
  if (a->n_core != a->n_characters || b->n_core != b->n_characters)
    {
      guint core = compare_spans (rest_a, a->n_core - a->n_ordinal, rest_b, b->n_core - b->n_ordinal);

      same = MAX (same, core * 93 / 100);
    }
  if (a->ordinal != 0 && b->ordinal != 0 && a->ordinal != b->ordinal)
    same -= MIN (same, 60);

  return same;
}

static gboolean
is_same_span (const gunichar *a,
              guint           n_a,
              const gunichar *b,
              guint           n_b)
{
  return n_a == n_b && n_a > 0 && memcmp (a, b, n_a * sizeof *a) == 0;
}

/**
 * gj_words_is_same:
 * @a: words
 * @b: words
 *
 * Returns: whether the two differ at most in the ordinal and in a remark in brackets
 */
gboolean
gj_words_is_same (const GjWords *a,
                  const GjWords *b)
{
  const gunichar *rest_a = a->characters + a->n_ordinal;
  const gunichar *rest_b = b->characters + b->n_ordinal;

  return is_same_span (rest_a, a->n_characters - a->n_ordinal, rest_b, b->n_characters - b->n_ordinal) ||
         is_same_span (rest_a, a->n_core - a->n_ordinal, rest_b, b->n_core - b->n_ordinal);
}

/**
 * gj_words_find_prefix:
 * @self: words
 * @text: a text as it stood
 *
 * Returns: after how many bytes of @text the words end that it begins with, or -1 when it
 *   begins with others
 */
gssize
gj_words_find_prefix (const GjWords *self,
                      const char    *text)
{
  guint at = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = gj_words_fold (g_utf8_get_char (p));

      if (c == 0)
        continue;
      if (c != self->characters[at])
        return -1;
      if (++at == self->n_characters)
        return g_utf8_next_char (p) - text;
    }

  return -1;
}

/**
 * gj_words_strip:
 * @text: a text as it stood
 * @length: how many bytes of it
 *
 * Returns: (transfer full): the text without the characters at its ends that do not make
 *   it another one: blanks, line breaks, quotes
 */
char *
gj_words_strip (const char *text,
                gsize       length)
{
  const char *start = text;
  const char *end = text + length;

  while (start < end && gj_words_fold (g_utf8_get_char (start)) == 0)
    start = g_utf8_next_char (start);
  while (end > start && gj_words_fold (g_utf8_get_char (g_utf8_prev_char (end))) == 0)
    end = g_utf8_prev_char (end);

  return g_strndup (start, (gsize) (end - start));
}
