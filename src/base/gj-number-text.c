/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-number-text.h"

#include <string.h>

#include "gj-number-token.h"

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

static const char *const units[] = {
  "万元", "亿元", "元", "件", "条", "份", "宗", "个", "项", "次",
};

static const char *const none_words[] = {
  "无", "無", "暂无", "没有",
};

static const char *
skip_blanks (const char    *text,
             GjNumberFlags *flags)
{
  while (TRUE)
    {
      GjNumberToken token = _gj_number_token_read (text);

      if (token.kind != GJ_NUMBER_TOKEN_BLANK && token.kind != GJ_NUMBER_TOKEN_THIN_BLANK)
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
  GjNumberToken token = _gj_number_token_read (text);

  while (is_dash_or_slash (token.character))
    {
      end = token.next;
      token = _gj_number_token_read (end);
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
push_mark (Digits              *digits,
           GjNumberTokenKind    kind)
{
  if (digits->point || digits->n_in_group == 0)
    return FALSE;
  if (digits->grouped ? digits->n_in_group != 3
                      : kind == GJ_NUMBER_TOKEN_THOUSANDS && digits->n_in_group > 3)
    return FALSE;

  digits->n_in_group = 0;
  if (kind == GJ_NUMBER_TOKEN_POINT)
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

  for (GjNumberToken token = _gj_number_token_read (text); ; token = _gj_number_token_read (token.next))
    {
      if (token.kind == GJ_NUMBER_TOKEN_THIN_BLANK)
        {
          gap = TRUE;
          continue;
        }
      if (token.kind == GJ_NUMBER_TOKEN_DIGIT)
        push_digit (digits, token.digit);
      else if (token.kind == GJ_NUMBER_TOKEN_POINT || token.kind == GJ_NUMBER_TOKEN_THOUSANDS)
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
  GjNumberToken first = _gj_number_token_read (text);
  gboolean negative = first.kind == GJ_NUMBER_TOKEN_MINUS;

  if (negative || first.kind == GJ_NUMBER_TOKEN_PLUS)
    {
      if (first.full_width)
        out->flags |= GJ_NUMBER_FULL_WIDTH;
      text = first.next;
      first = _gj_number_token_read (text);
    }
  if (first.kind != GJ_NUMBER_TOKEN_DIGIT)
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
