/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-tokens.h"

#include <string.h>

/* Numbers as sentences write them: 49, １２, 1,234, 1.2万, 十二, 一百零三, 二〇二一. */

#define MAX_NUMBER G_GINT64_CONSTANT (1000000000000)

static int
get_digit (gunichar c)
{
  if (c >= '0' && c <= '9')
    return (int) (c - '0');
  if (c >= 0xff10 && c <= 0xff19)
    return (int) (c - 0xff10);

  return -1;
}

static int
get_chinese_digit (gunichar c)
{
  switch (c)
    {
    case 0x3007: /* 〇 */
    case 0x96f6: /* 零 */
      return 0;
    case 0x4e00: /* 一 */
    case 0x58f9: /* 壹 */
      return 1;
    case 0x4e8c: /* 二 */
    case 0x4e24: /* 两 */
    case 0x8d30: /* 贰 */
      return 2;
    case 0x4e09: /* 三 */
    case 0x53c1: /* 叁 */
      return 3;
    case 0x56db: /* 四 */
    case 0x8086: /* 肆 */
      return 4;
    case 0x4e94: /* 五 */
    case 0x4f0d: /* 伍 */
      return 5;
    case 0x516d: /* 六 */
    case 0x9646: /* 陆 */
      return 6;
    case 0x4e03: /* 七 */
    case 0x67d2: /* 柒 */
      return 7;
    case 0x516b: /* 八 */
    case 0x634c: /* 捌 */
      return 8;
    case 0x4e5d: /* 九 */
    case 0x7396: /* 玖 */
      return 9;
    default:
      return -1;
    }
}

static gint64
get_power (gunichar c)
{
  switch (c)
    {
    case 0x5341: /* 十 */
    case 0x62fe: /* 拾 */
      return 10;
    case 0x767e: /* 百 */
    case 0x4f70: /* 佰 */
      return 100;
    case 0x5343: /* 千 */
    case 0x4edf: /* 仟 */
      return 1000;
    case 0x4e07: /* 万 */
    case 0x842c: /* 萬 */
      return 10000;
    case 0x4ebf: /* 亿 */
      return 100000000;
    default:
      return 0;
    }
}

/* @total + @group + @digit is always the number read so far; @group is below 10,000 and
 * still to be multiplied by a 万 that may follow. */
typedef struct
{
  gint64   total;
  gint64   group;
  gint64   digit;
  gboolean has_power;
} GjNumeral;

static gboolean
push_digit (GjNumeral *numeral,
            int        digit,
            guint      n_before)
{
  if (n_before > 0 && !numeral->has_power)
    {
      numeral->digit = numeral->digit * 10 + digit;
      return numeral->digit < MAX_NUMBER;
    }

  numeral->digit = digit;

  return TRUE;
}

static gboolean
push_power (GjNumeral *numeral,
            gint64     power)
{
  numeral->has_power = TRUE;

  if (power < 10000)
    {
      numeral->group += MAX (numeral->digit, power == 10 && numeral->group == 0 ? 1 : 0) * power;
      numeral->digit = 0;
      return TRUE;
    }

  if (numeral->total + numeral->group + numeral->digit >= MAX_NUMBER / power)
    return FALSE;

  numeral->total = (numeral->total + numeral->group + numeral->digit) * power;
  numeral->group = 0;
  numeral->digit = 0;

  return TRUE;
}

/**
 * _gj_chinese_numeral_read:
 * @text: a text
 * @number: (out): the number
 *
 * Reads the Chinese numeral at the start of @text.
 *
 * Returns: (nullable): what follows it, or %NULL when there is none
 */
const char *
_gj_chinese_numeral_read (const char *text,
                          gint64     *number)
{
  GjNumeral numeral = { 0 };
  const char *p = text;

  for (guint n = 0; *p != '\0'; n++, p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int digit = get_chinese_digit (c);
      gint64 power = get_power (c);

      if (digit < 0 && power == 0)
        break;
      if (digit >= 0 && !push_digit (&numeral, digit, n))
        return NULL;
      if (power != 0 && !push_power (&numeral, power))
        return NULL;
    }

  *number = numeral.total + numeral.group + numeral.digit;

  return p > text ? p : NULL;
}

static gboolean
is_thousands_mark (const char *p)
{
  const char *next = g_utf8_next_char (p);
  gunichar c = g_utf8_get_char (p);

  if (c != ',' && c != 0xff0c)
    return FALSE;

  for (guint i = 0; i < 3; i++, next = g_utf8_next_char (next))
    if (*next == '\0' || get_digit (g_utf8_get_char (next)) < 0)
      return FALSE;

  return *next == '\0' || get_digit (g_utf8_get_char (next)) < 0;
}

/**
 * _gj_figures_read:
 * @text: a text
 * @number: (out): the number, its decimals cut off
 * @is_whole: (out): whether it has no decimals
 *
 * Reads the number in figures at the start of @text, with a 万 or 亿 behind it.
 *
 * Returns: (nullable): what follows it, or %NULL when there is none
 */
const char *
_gj_figures_read (const char *text,
                  gint64     *number,
                  gboolean   *is_whole)
{
  gint64 mantissa = 0;
  gint64 divisor = 1;
  gboolean point = FALSE;
  const char *p;

  for (p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int digit = get_digit (c);

      if (digit < 0 && p > text && !point && (c == '.' || c == 0xff0e) &&
          get_digit (g_utf8_get_char (g_utf8_next_char (p))) >= 0)
        {
          point = TRUE;
          continue;
        }
      if (digit < 0 && p > text && !point && is_thousands_mark (p))
        continue;
      if (digit < 0)
        break;

      mantissa = mantissa * 10 + digit;
      divisor *= point ? 10 : 1;
      if (mantissa >= MAX_NUMBER || divisor >= MAX_NUMBER)
        return NULL;
    }

  if (p == text)
    return NULL;

  if (get_power (g_utf8_get_char (p)) >= 10000)
    {
      if (mantissa >= G_MAXINT64 / get_power (g_utf8_get_char (p)))
        return NULL;
      mantissa *= get_power (g_utf8_get_char (p));
      p = g_utf8_next_char (p);
    }

  *number = mantissa / divisor;
  *is_whole = mantissa % divisor == 0;

  return p;
}
