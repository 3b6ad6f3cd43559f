/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-text-lines.h"

#include <string.h>

/* Lines of a text, and what one line can say about itself. Blank lines are only counted:
 * a line of tabs is no blank line, it is a row of empty cells. */

#define FULL_STOP "\xe3\x80\x82"
#define NO_BREAK_BLANK "\xc2\xa0"

/**
 * gj_text_count:
 * @text: UTF-8
 * @length: its length in bytes
 *
 * Returns: how many characters @text holds
 */
gsize
gj_text_count (const char *text,
               gsize       length)
{
  return (gsize) g_utf8_strlen (text, (gssize) length);
}

static gboolean
is_digit (gunichar c)
{
  return (c >= '0' && c <= '9') || (c >= 0xff10 && c <= 0xff19);
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x200b || c == 0xfeff;
}

/**
 * gj_text_is_number:
 * @text: UTF-8
 * @length: its length in bytes
 *
 * Returns: whether @text is a bare number, marks of thousands and full width allowed
 */
gboolean
gj_text_is_number (const char *text,
                   gsize       length)
{
  const char *end = text + length;
  gboolean found = FALSE;

  if (length == 0 || length > 64)
    return FALSE;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_digit (c))
        found = TRUE;
      else if (!is_blank (c) && strchr (".,-+", c < 0x80 ? (int) c : '!') == NULL &&
               c != 0xff0c && c != 0xff0e && c != 0xff0d)
        return FALSE;
    }

  return found;
}

static gboolean
is_numeral (gunichar c)
{
  return c == 0x4e00 || c == 0x4e8c || c == 0x4e09 || c == 0x56db || c == 0x4e94 ||
         c == 0x516d || c == 0x4e03 || c == 0x516b || c == 0x4e5d || c == 0x5341;
}

/* 一、 （一） (一) 1. 1、 1． （1） (1): where the text after it begins, or NULL. */
static const char *
skip_ordinal (const char *text,
              const char *end)
{
  const char *p = text;
  gboolean bracket = FALSE;
  guint n = 0;
  gunichar c;

  while (p < end && is_blank (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  if (p < end && (*p == '(' || g_utf8_get_char (p) == 0xff08))
    {
      bracket = TRUE;
      p = g_utf8_next_char (p);
    }
  while (p < end && n < 3 && (is_numeral (g_utf8_get_char (p)) || is_digit (g_utf8_get_char (p))))
    {
      p = g_utf8_next_char (p);
      n++;
    }
  if (n == 0 || p >= end)
    return NULL;

  c = g_utf8_get_char (p);
  if (bracket ? (c == ')' || c == 0xff09) : (c == 0x3001 || c == '.' || c == 0xff0e))
    return g_utf8_next_char (p);

  return NULL;
}

/**
 * gj_text_has_ordinal:
 * @text: UTF-8
 * @length: its length in bytes
 *
 * Returns: whether @text begins with an ordinal as headings and items have it
 */
gboolean
gj_text_has_ordinal (const char *text,
                     gsize       length)
{
  const char *rest = skip_ordinal (text, text + length);

  return rest != NULL && (rest == text + length || !is_digit (g_utf8_get_char (rest)));
}

/**
 * gj_text_is_ordinal:
 * @text: UTF-8
 * @length: its length in bytes
 *
 * Returns: whether @text is an ordinal and nothing else
 */
gboolean
gj_text_is_ordinal (const char *text,
                    gsize       length)
{
  const char *rest = skip_ordinal (text, text + length);

  while (rest != NULL && rest < text + length && is_blank (g_utf8_get_char (rest)))
    rest = g_utf8_next_char (rest);

  return rest == text + length;
}

/**
 * gj_text_has_full_stop:
 * @text: UTF-8
 * @length: its length in bytes
 *
 * Returns: whether a sentence ends in @text
 */
gboolean
gj_text_has_full_stop (const char *text,
                       gsize       length)
{
  return g_strstr_len (text, (gssize) length, FULL_STOP) != NULL;
}

/**
 * gj_text_skip_gap_back:
 * @text: UTF-8
 * @end: a place in it
 *
 * Returns: where the blanks before @end begin that part columns, wide ones too
 */
const char *
gj_text_skip_gap_back (const char *text,
                       const char *end)
{
  while (end > text)
    {
      if (end[-1] == ' ')
        end--;
      else if (end - text >= 3 && memcmp (end - 3, GJ_TEXT_WIDE_BLANK, 3) == 0)
        end -= 3;
      else if (end - text >= 2 && memcmp (end - 2, NO_BREAK_BLANK, 2) == 0)
        end -= 2;
      else
        break;
    }

  return end;
}

/**
 * gj_text_skip_column_back:
 * @text: UTF-8
 * @end: a place in it
 *
 * Returns: where the words before @end begin, up to a gap
 */
const char *
gj_text_skip_column_back (const char *text,
                          const char *end)
{
  while (end > text && gj_text_skip_gap_back (text, end) == end)
    end = g_utf8_prev_char (end);

  return end;
}

/* Numbers parted by blanks at the end of a line; "/" and "-" stand for one. */
static guint
count_numbers (const char *text,
               gsize       length)
{
  const char *end = text + length;
  guint n = 0;

  while (end > text)
    {
      const char *start;

      end = gj_text_skip_gap_back (text, end);
      start = gj_text_skip_column_back (text, end);
      if (start == end ||
          !(gj_text_is_number (start, (gsize) (end - start)) ||
            (end - start == 1 && (*start == '/' || *start == '-'))))
        break;
      n++;
      end = start;
    }

  return n;
}

/**
 * gj_text_is_rule:
 * @text: UTF-8
 * @length: its length in bytes
 *
 * Returns: whether @text is the line under the heads of a table with bars
 */
gboolean
gj_text_is_rule (const char *text,
                 gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] == '\0' || strchr ("|-: ", text[i]) == NULL)
      return FALSE;

  return memchr (text, '-', length) != NULL;
}

static gboolean
is_table_line (const GjTextLine *line)
{
  const char *tab = memchr (line->text, '\t', line->length);
  const char *second;
  gsize tail;

  if (tab == NULL)
    return FALSE;

  /* An indented paragraph, or one with tabs after its end. */
  if (gj_text_has_full_stop (line->text, line->length) && gj_text_count (line->text, line->length) > 30)
    return memchr (tab + 1, '\t', line->length - (gsize) (tab + 1 - line->text)) != NULL && tab != line->text &&
           line->n_numbers > 0;

  /* A number that the word processor gave to a paragraph. */
  if (tab != line->text && gj_text_is_ordinal (line->text, (gsize) (tab - line->text)))
    {
      tail = line->length - (gsize) (tab + 1 - line->text);
      second = memchr (tab + 1, '\t', tail);
      return second != NULL || gj_text_is_number (tab + 1, tail);
    }

  return TRUE;
}

static GjTextLineKind
classify (const GjTextLine *line)
{
  const char *rest;

  if (is_table_line (line))
    {
      if (line->text[0] != '\t')
        return GJ_TEXT_LINE_ROW;
      return memchr (line->text + 1, '\t', line->length - 1) != NULL ? GJ_TEXT_LINE_ROW : GJ_TEXT_LINE_CELL;
    }

  rest = line->text;
  while (rest < line->text + line->length && *rest == ' ')
    rest++;
  if (rest < line->text + line->length && *rest == '|' &&
      memchr (rest + 1, '|', line->length - (gsize) (rest + 1 - line->text)) != NULL)
    return GJ_TEXT_LINE_PIPE;
  if (gj_text_is_number (line->text, line->length))
    return line->n_numbers > 1 ? GJ_TEXT_LINE_COLUMNS : GJ_TEXT_LINE_NUMBER;
  if (line->n_numbers > 0 && line->length <= 240 && !gj_text_has_full_stop (line->text, line->length))
    return GJ_TEXT_LINE_COLUMNS;

  return GJ_TEXT_LINE_PLAIN;
}

/* Words and numbers parted by blanks, and bare numbers, make a table only in numbers: a
 * single line of that kind is a line of text, or the number of a page. */
static void
settle_kinds (GArray *lines)
{
  guint n_wide = 0;
  guint n_stacked = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const GjTextLine *line = &g_array_index (lines, GjTextLine, i);

      n_wide += line->kind == GJ_TEXT_LINE_COLUMNS && line->n_numbers >= 4;
      n_stacked += i > 0 && line->kind == GJ_TEXT_LINE_NUMBER &&
                   g_array_index (lines, GjTextLine, i - 1).kind == GJ_TEXT_LINE_NUMBER;
    }

  for (guint i = 0; i < lines->len; i++)
    {
      GjTextLine *line = &g_array_index (lines, GjTextLine, i);

      if ((line->kind == GJ_TEXT_LINE_COLUMNS && n_wide < 2) ||
          (line->kind == GJ_TEXT_LINE_NUMBER && n_stacked < 8))
        line->kind = GJ_TEXT_LINE_PLAIN;
    }
}

/* Words that are parted by two blanks or more, or by wide ones. */
static guint
count_gaps (const GjTextLine *line)
{
  const char *end = line->text + line->length;
  guint n = 0;

  for (const char *p = line->text; p < end;)
    {
      const char *gap = p;
      guint width = 0;

      for (; gap < end && is_blank (g_utf8_get_char (gap)); gap = g_utf8_next_char (gap))
        width += g_utf8_get_char (gap) == 0x3000 ? 2 : 1;
      if (width >= 2 && p > line->text && gap < end)
        n++;
      p = gap < end ? g_utf8_next_char (gap) : end;
    }

  return n;
}

/* Lines of heads right above the rows of a table. */
static void
settle_heads (GArray *lines)
{
  for (guint i = lines->len; i > 1; i--)
    {
      const GjTextLine *below = &g_array_index (lines, GjTextLine, i - 1);
      GjTextLine *line = &g_array_index (lines, GjTextLine, i - 2);

      if (below->kind == GJ_TEXT_LINE_COLUMNS && line->kind == GJ_TEXT_LINE_PLAIN && line->length <= 480 &&
          !gj_text_has_full_stop (line->text, line->length) && count_gaps (line) >= 2)
        line->kind = GJ_TEXT_LINE_COLUMNS;
    }
}

static guint
count_bars (const GjTextLine *line)
{
  guint n = 0;

  for (gsize i = 0; i < line->length; i++)
    n += line->text[i] == '|';

  return n;
}

/* Rows with bars between their cells only are a table where the line under the first one
 * says so: ---|---|---. */
static void
settle_bars (GArray *lines)
{
  for (guint i = 1; i < lines->len; i++)
    {
      const GjTextLine *rule = &g_array_index (lines, GjTextLine, i);
      guint n = 0;

      if (rule->kind != GJ_TEXT_LINE_PIPE && gj_text_is_rule (rule->text, rule->length))
        n = count_bars (rule);
      if (n == 0 || count_bars (rule - 1) != n)
        continue;
      for (guint j = i - 1; j < lines->len; j++)
        {
          GjTextLine *line = &g_array_index (lines, GjTextLine, j);

          /* Rows may end before the last column. */
          if (count_bars (line) == 0 || (j > i && line->n_blank_before > 0))
            break;
          line->kind = GJ_TEXT_LINE_PIPE;
        }
    }
}

static gboolean
is_blank_line (const char *text,
               gsize       length)
{
  const char *end = text + length;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    if (*p == '\t' || !is_blank (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

/* Where the line that begins at @p ends, and where the next one begins. */
static const char *
find_end (const char  *p,
          const char  *end,
          const char **next)
{
  for (; p < end; p++)
    {
      if (*p == '\n' || *p == '\v' || *p == '\f')
        break;
      if (*p == '\r')
        {
          *next = p + 1 < end && p[1] == '\n' ? p + 2 : p + 1;
          return p;
        }
      if ((guint8) *p == 0xe2 && end - p >= 3 && (guint8) p[1] == 0x80 &&
          ((guint8) p[2] == 0xa8 || (guint8) p[2] == 0xa9))
        {
          *next = p + 3;
          return p;
        }
    }
  *next = p < end ? p + 1 : end;

  return p;
}

/**
 * gj_text_lines_split:
 * @text: UTF-8
 * @length: its length in bytes
 *
 * Splits @text at LF, CRLF, CR, the breaks of pages and the line ends of Unicode.
 *
 * Returns: (transfer full) (nullable) (element-type GjTextLine): the lines that are not
 *   blank; %NULL when there are more than %GJ_TEXT_MAX_LINES
 */
GArray *
gj_text_lines_split (const char *text,
                     gsize       length)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (GjTextLine));
  const char *end = text + length;
  guint number = 1;
  guint n_blank = 0;

  for (const char *p = text; p < end; number++)
    {
      GjTextLine line = { .text = p, .number = number };
      const char *next = NULL;

      line.length = (gsize) (find_end (p, end, &next) - p);
      p = next;
      if (is_blank_line (line.text, line.length))
        {
          n_blank++;
          continue;
        }
      if (lines->len == GJ_TEXT_MAX_LINES)
        return NULL;

      line.n_blank_before = n_blank;
      n_blank = 0;
      if (line.length <= 480)
        line.n_numbers = count_numbers (line.text, line.length);
      line.kind = classify (&line);
      g_array_append_val (lines, line);
    }
  settle_kinds (lines);
  settle_heads (lines);
  settle_bars (lines);

  return g_steal_pointer (&lines);
}
