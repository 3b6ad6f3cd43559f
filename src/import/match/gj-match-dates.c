/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-match-private.h"

#include <string.h>

/* Years and dates as reports write them: 2021年, 二〇二一年; 2022年1月20日, 2022-1-20,
 * 2022.1.20, 二〇二二年一月二十日. */

#define YEAR_SIGN 0x5e74
#define MONTH_SIGN 0x6708
#define DAY_SIGN 0x65e5

static int
get_digit (gunichar c)
{
  static const gunichar digits[] = {
    0x3007, 0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94, 0x516d, 0x4e03, 0x516b, 0x4e5d,
  };

  if (c >= '0' && c <= '9')
    return (int) (c - '0');
  if (c >= 0xff10 && c <= 0xff19)
    return (int) (c - 0xff10);
  if (c == 0x25cb || c == 0x96f6 || c == 'O' || c == 0x25ef)
    return 0;
  for (int i = 0; i < 10; i++)
    if (digits[i] == c)
      return i;

  return -1;
}

static gboolean
is_blank (gunichar c)
{
  return c != '"' && c != '\'' && gj_words_fold (c) == 0;
}

static const char *
skip_blanks (const char *p)
{
  while (*p != '\0' && is_blank (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

/**
 * _gj_match_find_year:
 * @text: a text
 * @start: (out) (optional): where the year begins
 * @end: (out) (optional): where it ends, 年 or 年度 included
 *
 * Returns: the first year in @text that a report may be about, or 0
 */
int
_gj_match_find_year (const char *text,
                     gsize      *start,
                     gsize      *end)
{
  int before = -1;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *q = p;
      int year = 0;
      guint n = 0;
      int first = get_digit (g_utf8_get_char (p));

      if (first < 0 || before >= 0)
        {
          before = first;
          continue;
        }
      before = first;
      while (n < 5 && get_digit (g_utf8_get_char (q)) >= 0)
        {
          year = year * 10 + get_digit (g_utf8_get_char (q));
          q = g_utf8_next_char (q);
          n++;
        }
      q = skip_blanks (q);
      if (n != 4 || year < 1949 || year > 2099 || g_utf8_get_char (q) != YEAR_SIGN)
        continue;
      q = g_utf8_next_char (q);
      if (g_utf8_get_char (q) == 0x5ea6)
        q = g_utf8_next_char (q);
      if (start != NULL)
        *start = (gsize) (p - text);
      if (end != NULL)
        *end = (gsize) (q - text);
      return year;
    }

  return 0;
}

/* A number of one or two places, also as a Chinese numeral (二十一). */
static const char *
read_number (const char *p,
             guint       n_most,
             int        *out,
             gboolean   *usual)
{
  int value = 0;
  guint n = 0;

  for (; n < n_most; n++, p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int digit = get_digit (c);

      if (c == 0x5341 && n_most <= 3)
        {
          int next = get_digit (g_utf8_get_char (g_utf8_next_char (p)));

          value = MAX (value, 1) * (next >= 0 ? 1 : 10);
          *usual = FALSE;
          continue;
        }
      if (digit < 0)
        break;
      if (c > '9')
        *usual = FALSE;
      value = value * 10 + digit;
    }
  if (n == 0)
    return NULL;
  *out = value;

  return skip_blanks (p);
}

static const char *
read_sign (const char *p,
           gunichar    sign,
           gboolean   *usual)
{
  gunichar c = g_utf8_get_char (p);

  if (c == sign)
    return skip_blanks (g_utf8_next_char (p));
  if (c == '-' || c == '.' || c == '/' || c == 0xff0e)
    {
      *usual = FALSE;
      return skip_blanks (g_utf8_next_char (p));
    }

  return NULL;
}

/**
 * _gj_match_read_date:
 * @text: a text
 * @is_usual: (out): whether it is written as 2022年1月20日
 *
 * Returns: (transfer full) (nullable): the date that @text is and nothing else, ISO 8601
 */
char *
_gj_match_read_date (const char *text,
                     gboolean   *is_usual)
{
  const char *p = skip_blanks (text);
  gboolean bracket = g_utf8_get_char (p) == '(' || g_utf8_get_char (p) == 0xff08;
  int year;
  int month;
  int day;

  *is_usual = !bracket;
  if (strlen (text) > 120)
    return NULL;
  if (bracket)
    p = skip_blanks (g_utf8_next_char (p));
  if ((p = read_number (p, 4, &year, is_usual)) == NULL ||
      (p = read_sign (p, YEAR_SIGN, is_usual)) == NULL ||
      (p = read_number (p, 3, &month, is_usual)) == NULL ||
      (p = read_sign (p, MONTH_SIGN, is_usual)) == NULL ||
      (p = read_number (p, 3, &day, is_usual)) == NULL)
    return NULL;

  if (g_utf8_get_char (p) == DAY_SIGN)
    p = skip_blanks (g_utf8_next_char (p));
  else if (*is_usual)
    return NULL;
  if (bracket && (g_utf8_get_char (p) == ')' || g_utf8_get_char (p) == 0xff09))
    p = skip_blanks (g_utf8_next_char (p));

  if (*p != '\0' || year < 1949 || year > 2999 ||
      !g_date_valid_dmy ((GDateDay) CLAMP (day, 0, 99), (GDateMonth) CLAMP (month, 0, 99), (GDateYear) year))
    return NULL;

  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}
