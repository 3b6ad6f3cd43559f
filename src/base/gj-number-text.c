/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-number-text.h"

#include <string.h>

/* How a text reads as a number:
 *
 *   blanks [sign] digits [mark digits]… [point digits] [plain blanks] [unit] blanks
 *
 * A sign and a point need a digit directly after them, a point also one before it: "3."
 * and ".5" are not read, for nobody knows what was left out. Thousands marks part groups
 * of exactly three digits. Between digits and marks may stand a line break or a thin or
 * zero-width blank, which the layout of a document puts there; digits parted by a blank
 * of some width are two numbers, also "1 234", because a cell that has swallowed its
 * neighbour looks just like that. */

typedef enum
{
  KIND_END,
  KIND_DIGIT,
  KIND_POINT,
  KIND_THOUSANDS,
  KIND_MINUS,
  KIND_PLUS,
  KIND_BLANK,
  KIND_THIN_BLANK,
  KIND_OTHER,
} Kind;

typedef struct
{
  Kind        kind;
  gboolean    full_width;
  int         digit;
  gunichar    character;
  const char *next;
} Token;

static const char *const units[] = {
  "万元", "亿元", "元", "件", "条", "份", "宗", "个", "项", "次",
};

static const char *const none_words[] = {
  "无", "無", "暂无", "没有",
};

static Kind
classify (gunichar c)
{
  switch (c)
    {
    case '.':
    case 0xff0e:
      return KIND_POINT;
    case ',':
    case 0xff0c:
      return KIND_THOUSANDS;
    case '-':
    case 0x2212:
    case 0xfe63:
    case 0xff0d:
      return KIND_MINUS;
    case '+':
    case 0xff0b:
      return KIND_PLUS;
    case ' ':
    case '\t':
    case 0x00a0:
    case 0x3000:
      return KIND_BLANK;
    case '\n':
    case '\v':
    case '\f':
    case '\r':
    case 0x0085:
    case 0x00ad:
    case 0x2006:
    case 0x2009:
    case 0x200a:
    case 0x200b:
    case 0x200c:
    case 0x200d:
    case 0x200e:
    case 0x200f:
    case 0x2028:
    case 0x2029:
    case 0x202f:
    case 0x2060:
    case 0xfeff:
      return KIND_THIN_BLANK;
    default:
      return c >= 0x2000 && c <= 0x200a ? KIND_BLANK : KIND_OTHER;
    }
}

static Token
read_token (const char *text)
{
  Token token = { .next = text };
  guchar byte = *text;

  if (byte == '\0')
    return token;

  if (byte < 0x80)
    {
      token.character = byte;
      token.next = text + 1;
    }
  else
    {
      token.character = g_utf8_get_char_validated (text, -1);
      if (token.character >= (gunichar) -2)
        {
          token.kind = KIND_OTHER;
          token.next = text + 1;
          return token;
        }
      token.next = g_utf8_next_char (text);
    }

  token.full_width = token.character >= 0xff01 && token.character <= 0xff5e;
  gunichar narrow = token.full_width ? token.character - 0xfee0 : token.character;

  if (narrow >= '0' && narrow <= '9')
    {
      token.kind = KIND_DIGIT;
      token.digit = (int) (narrow - '0');
    }
  else
    token.kind = classify (token.character);
  return token;
}

static const char *
skip_blanks (const char    *text,
             GjNumberFlags *flags)
{
  while (TRUE)
    {
      Token token = read_token (text);

      if (token.kind != KIND_BLANK && token.kind != KIND_THIN_BLANK)
        return text;
      if (token.character != ' ')
        *flags |= GJ_NUMBER_OUTER_BLANK;
      text = token.next;
    }
}

static gboolean
is_at_end (const char    *text,
           GjNumberFlags *flags)
{
  return *skip_blanks (text, flags) == '\0';
}

static gboolean
is_dash_or_slash (gunichar c)
{
  switch (c)
    {
    case '/':
    case '\\':
    case '-':
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015:
    case 0x2212:
    case 0x2500:
    case 0xfe58: case 0xfe63:
    case 0xff0d:
    case 0xff0f:
    case 0xff3c:
      return TRUE;
    default:
      return FALSE;
    }
}

/* "/", "——", 无 and 无。 */

static gboolean
read_none (const char   *text,
           GjNumberText *out)
{
  const char *end = text;
  GjNumberFlags flags = 0;
  Token token = read_token (text);

  while (is_dash_or_slash (token.character))
    {
      end = token.next;
      token = read_token (end);
    }

  for (gsize i = 0; end == text && i < G_N_ELEMENTS (none_words); i++)
    if (g_str_has_prefix (text, none_words[i]))
      {
        end = text + strlen (none_words[i]);
        if (g_str_has_prefix (end, "。"))
          end += strlen ("。");
        else if (*end == '.')
          end++;
        break;
      }

  if (end == text || !is_at_end (end, &flags))
    return FALSE;

  out->state = GJ_NUMBER_NONE;
  out->flags |= flags;
  return TRUE;
}

/* The digits, one after the other: the invariant is that @mantissa holds the digits read
 * so far, up to 18 of them. */

typedef struct
{
  gint64   mantissa;
  guint    n_significant;
  guint    n_integer;
  guint    n_decimals;
  guint    n_in_group;
  gboolean first_is_zero;
  gboolean grouped;
  gboolean point;
  gboolean too_long;
} Digits;

static void
push_digit (Digits *digits,
            int     digit)
{
  if (digits->point)
    digits->n_decimals++;
  else if (digits->n_integer++ == 0)
    digits->first_is_zero = digit == 0;
  digits->n_in_group++;

  if (digits->n_significant > 0 || digit != 0)
    digits->n_significant++;
  if (digits->n_significant > GJ_DECIMAL_MAX_DIGITS || digits->n_decimals > GJ_DECIMAL_MAX_SCALE)
    digits->too_long = TRUE;
  else
    digits->mantissa = digits->mantissa * 10 + digit;
}

/* Whether a point or a thousands mark may stand after the digits read so far. */

static gboolean
push_mark (Digits *digits,
           Kind    kind)
{
  if (digits->point || digits->n_in_group == 0)
    return FALSE;
  if (digits->grouped ? digits->n_in_group != 3
                      : kind == KIND_THOUSANDS && digits->n_in_group > 3)
    return FALSE;

  digits->n_in_group = 0;
  if (kind == KIND_POINT)
    digits->point = TRUE;
  else
    digits->grouped = TRUE;
  return TRUE;
}

/* Reads as far as digits and marks go. A layout's blank counts only when the number goes
 * on behind it. Returns %NULL when this cannot be one number. */

static const char *
read_digits (const char    *text,
             Digits        *digits,
             GjNumberFlags *flags)
{
  const char *end = text;
  gboolean gap = FALSE;

  for (Token token = read_token (text); ; token = read_token (token.next))
    {
      if (token.kind == KIND_THIN_BLANK)
        {
          gap = TRUE;
          continue;
        }
      if (token.kind == KIND_DIGIT)
        push_digit (digits, token.digit);
      else if (token.kind == KIND_POINT || token.kind == KIND_THOUSANDS)
        {
          if (!push_mark (digits, token.kind))
            return NULL;
        }
      else
        break;

      if (gap)
        *flags |= GJ_NUMBER_INNER_BLANK;
      if (token.full_width)
        *flags |= GJ_NUMBER_FULL_WIDTH;
      gap = FALSE;
      end = token.next;
    }

  if (digits->n_in_group == 0)
    return NULL;
  if (digits->grouped && !digits->point && digits->n_in_group != 3)
    return NULL;
  return end;
}

/* An optional unit and nothing else. */

static gboolean
read_rest (const char   *text,
           GjNumberText *out)
{
  GjNumberFlags flags = 0;
  GjNumberFlags ignored = 0;

  if (is_at_end (text, &flags))
    {
      out->flags |= flags;
      return TRUE;
    }

  text = skip_blanks (text, &ignored);
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (text, units[i]))
      {
        if (!is_at_end (text + strlen (units[i]), &flags))
          return FALSE;
        out->unit = units[i];
        out->flags |= GJ_NUMBER_UNIT | flags;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_chinese_zero (const char   *text,
                   GjNumberText *out)
{
  if (!g_str_has_prefix (text, "〇") && !g_str_has_prefix (text, "零"))
    return FALSE;
  if (!read_rest (g_utf8_next_char (text), out))
    return FALSE;

  out->state = GJ_NUMBER_READ;
  out->flags |= GJ_NUMBER_CHINESE;
  return TRUE;
}

static gboolean
read_number (const char   *text,
             GjNumberText *out)
{
  Digits digits = { 0 };
  Token first = read_token (text);
  gboolean negative = first.kind == KIND_MINUS;

  if (negative || first.kind == KIND_PLUS)
    {
      if (first.full_width)
        out->flags |= GJ_NUMBER_FULL_WIDTH;
      text = first.next;
      first = read_token (text);
    }
  if (first.kind != KIND_DIGIT)
    return FALSE;

  text = read_digits (text, &digits, &out->flags);
  if (text == NULL || !read_rest (text, out))
    return FALSE;

  if (digits.grouped)
    out->flags |= GJ_NUMBER_THOUSANDS;
  if (digits.first_is_zero && digits.n_integer > 1)
    out->flags |= GJ_NUMBER_LEADING_ZERO;
  if (digits.too_long)
    {
      out->flags |= GJ_NUMBER_TOO_LONG;
      return FALSE;
    }

  out->state = GJ_NUMBER_READ;
  out->value.mantissa = negative ? -digits.mantissa : digits.mantissa;
  out->value.scale = digits.n_decimals;
  return TRUE;
}

/* Nearly every cell of nearly every report is a short integer. */

static gboolean
read_plain_integer (const char   *text,
                    GjNumberText *out)
{
  gint64 value = 0;
  int i;

  for (i = 0; i < GJ_DECIMAL_MAX_DIGITS && text[i] >= '0' && text[i] <= '9'; i++)
    value = value * 10 + (text[i] - '0');
  if (i == 0 || text[i] != '\0' || (text[0] == '0' && i > 1))
    return FALSE;

  out->state = GJ_NUMBER_READ;
  out->value.mantissa = value;
  return TRUE;
}

/**
 * gj_number_text_read:
 * @text: (nullable): the text of a cell; %NULL counts as blank
 * @out: (out): how it reads
 *
 * Reads the one number in a text as a person would: full-width digits, thousands marks
 * and a known unit behind it included. Nothing is converted and nothing guessed; what
 * could be read in two ways is unreadable.
 */
void
gj_number_text_read (const char   *text,
                     GjNumberText *out)
{
  GjNumberFlags outer = 0;

  g_return_if_fail (out != NULL);

  *out = (GjNumberText) { .state = GJ_NUMBER_BLANK };
  if (text == NULL || read_plain_integer (text, out))
    return;

  text = skip_blanks (text, &outer);
  if (*text == '\0')
    return;

  out->flags = outer;
  if (read_chinese_zero (text, out) || read_number (text, out))
    return;

  out->flags = outer | (out->flags & GJ_NUMBER_TOO_LONG);
  out->unit = NULL;
  if (!read_none (text, out))
    out->state = GJ_NUMBER_UNREADABLE;
}
