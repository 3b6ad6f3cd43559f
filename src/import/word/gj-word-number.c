/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-word-number.h"

#include <string.h>

/* How a number of a list is written. */

typedef struct
{
  const char *digits[10];
  const char *units[4];
  const char *myriad;
  gboolean    bare_ten;
  gboolean    fills_gaps;
} Numerals;

/* 十一 without 一 before 十; 一百零一 with 零 in the gap. */
static const Numerals chinese = {
  { "零", "一", "二", "三", "四", "五", "六", "七", "八", "九" }, { "", "十", "百", "千" }, "万", TRUE, TRUE,
};
static const Numerals legal = {
  { "零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖" }, { "", "拾", "佰", "仟" }, "万", FALSE, TRUE,
};
static const Numerals legal_traditional = {
  { "零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖" }, { "", "拾", "佰", "仟" }, "萬", FALSE, TRUE,
};
static const Numerals japanese = {
  { "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九" }, { "", "十", "百", "千" }, "万", TRUE, FALSE,
};

static const char *const stems[] = { "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸" };
static const char *const branches[] = {
  "子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥",
};

static void
append_decimal (GString *out,
                guint    number)
{
  g_string_append_printf (out, "%u", number);
}

/* Below ten thousand. */
static void
append_group (GString        *out,
              const Numerals *numerals,
              guint           number,
              gboolean        is_first)
{
  guint divisor = 1000;
  gboolean any = !is_first;
  gboolean gap = !is_first && number < 1000;

  for (int unit = 3; unit >= 0; unit--, divisor /= 10)
    {
      guint digit = number / divisor % 10;
      gboolean bare;

      if (digit == 0)
        {
          gap = gap || any;
          continue;
        }
      if (gap && any && numerals->fills_gaps)
        g_string_append (out, numerals->digits[0]);
      gap = FALSE;
      bare = digit == 1 && unit > 0 && (numerals->fills_gaps ? numerals->bare_ten && unit == 1 && !any
                                                             : numerals->bare_ten);
      if (!bare)
        g_string_append (out, numerals->digits[digit]);
      g_string_append (out, numerals->units[unit]);
      any = TRUE;
    }
}

static void
append_numeral (GString        *out,
                const Numerals *numerals,
                guint           number)
{
  if (number == 0)
    g_string_append (out, numerals->digits[0]);
  else if (number >= 100000000)
    append_decimal (out, number);
  else if (number >= 10000)
    {
      append_group (out, numerals, number / 10000, TRUE);
      g_string_append (out, numerals->myriad);
      append_group (out, numerals, number % 10000, FALSE);
    }
  else
    append_group (out, numerals, number, TRUE);
}

static void
append_digits (GString           *out,
               guint              number,
               const char *const *digits)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  for (const char *p = text; *p != '\0'; p++)
    g_string_append (out, digits[*p - '0']);
}

static void
append_place (GString           *out,
              guint              number,
              const char *const *names,
              guint              n_names)
{
  if (number >= 1 && number <= n_names)
    g_string_append (out, names[number - 1]);
  else
    append_decimal (out, number);
}

static void
append_from (GString  *out,
             guint     number,
             gunichar  first,
             guint     n)
{
  if (number >= 1 && number <= n)
    g_string_append_unichar (out, first + number - 1);
  else
    append_decimal (out, number);
}

static void
append_letter (GString *out,
               guint    number,
               char     first)
{
  if (number < 1 || number > 26 * 30)
    append_decimal (out, number);
  else
    for (guint i = 0; i <= (number - 1) / 26; i++)
      g_string_append_c (out, (char) (first + (number - 1) % 26));
}

static void
append_roman (GString  *out,
              guint     number,
              gboolean  is_upper)
{
  static const struct { guint value; const char *text; } steps[] = {
    { 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" }, { 100, "c" }, { 90, "xc" }, { 50, "l" },
    { 40, "xl" }, { 10, "x" }, { 9, "ix" }, { 5, "v" }, { 4, "iv" }, { 1, "i" },
  };
  gsize start = out->len;

  if (number < 1 || number > 3999)
    {
      append_decimal (out, number);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    for (; number >= steps[i].value; number -= steps[i].value)
      g_string_append (out, steps[i].text);
  for (gsize i = start; is_upper && i < out->len; i++)
    out->str[i] = g_ascii_toupper (out->str[i]);
}

static void
append_full_width (GString *out,
                   guint    number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  for (const char *p = text; *p != '\0'; p++)
    g_string_append_unichar (out, 0xff10 + (gunichar) (*p - '0'));
}

/* Up to 99 in words, then digit by digit. */
static void
append_counting (GString *out,
                 guint    number)
{
  if (number < 100)
    append_numeral (out, &chinese, number);
  else
    append_digits (out, number, japanese.digits);
}

typedef enum
{
  STYLE_NONE,
  STYLE_COUNTING,
  STYLE_NUMERAL,
  STYLE_DIGITS,
  STYLE_PLACE,
  STYLE_FROM,
  STYLE_FULL_WIDTH,
  STYLE_LETTER,
  STYLE_ROMAN,
  STYLE_ZERO,
} Style;

typedef struct
{
  const char    *format;
  Style          style;
  const void    *names;
  guint          first;
  guint          n;
} Format;

static const Format formats[] = {
  { "none", STYLE_NONE },
  { "chineseCounting", STYLE_COUNTING },
  { "chineseCountingThousand", STYLE_NUMERAL, &chinese },
  { "taiwaneseCounting", STYLE_COUNTING },
  { "taiwaneseCountingThousand", STYLE_NUMERAL, &chinese },
  { "japaneseCounting", STYLE_NUMERAL, &japanese },
  { "chineseLegalSimplified", STYLE_NUMERAL, &legal },
  { "ideographLegalTraditional", STYLE_NUMERAL, &legal_traditional },
  { "japaneseLegal", STYLE_NUMERAL, &legal_traditional },
  { "ideographDigital", STYLE_DIGITS, japanese.digits },
  { "japaneseDigitalTenThousand", STYLE_DIGITS, japanese.digits },
  { "taiwaneseDigital", STYLE_DIGITS, japanese.digits },
  { "ideographTraditional", STYLE_PLACE, stems, 0, G_N_ELEMENTS (stems) },
  { "ideographZodiac", STYLE_PLACE, branches, 0, G_N_ELEMENTS (branches) },
  { "ideographEnclosedCircle", STYLE_FROM, NULL, 0x3280, 10 },
  { "decimalFullWidth", STYLE_FULL_WIDTH },
  { "decimalFullWidth2", STYLE_FULL_WIDTH },
  { "decimalEnclosedCircle", STYLE_FROM, NULL, 0x2460, 20 },
  { "decimalEnclosedCircleChinese", STYLE_FROM, NULL, 0x2460, 20 },
  { "decimalEnclosedParen", STYLE_FROM, NULL, 0x2474, 20 },
  { "decimalEnclosedFullstop", STYLE_FROM, NULL, 0x2488, 20 },
  { "decimalZero", STYLE_ZERO },
  { "upperLetter", STYLE_LETTER, NULL, 'A' },
  { "lowerLetter", STYLE_LETTER, NULL, 'a' },
  { "upperRoman", STYLE_ROMAN, NULL, TRUE },
  { "lowerRoman", STYLE_ROMAN, NULL, FALSE },
};

static void
append_format (GString      *out,
               const Format *format,
               guint         number)
{
  switch (format->style)
    {
    case STYLE_COUNTING:
      append_counting (out, number);
      break;
    case STYLE_NUMERAL:
      append_numeral (out, format->names, number);
      break;
    case STYLE_DIGITS:
      append_digits (out, number, format->names);
      break;
    case STYLE_PLACE:
      append_place (out, number, format->names, format->n);
      break;
    case STYLE_FROM:
      append_from (out, number, format->first, format->n);
      break;
    case STYLE_FULL_WIDTH:
      append_full_width (out, number);
      break;
    case STYLE_LETTER:
      append_letter (out, number, (char) format->first);
      break;
    case STYLE_ROMAN:
      append_roman (out, number, format->first != 0);
      break;
    case STYLE_ZERO:
      g_string_append_printf (out, "%02u", number);
      break;
    case STYLE_NONE:
    default:
      break;
    }
}

/**
 * gj_word_format_number:
 * @out: is appended to
 * @format: (nullable): an ST_NumberFormat; one that is not known here counts in decimal
 * @number: the number
 */
void
gj_word_format_number (GString    *out,
                       const char *format,
                       guint       number)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats) && format != NULL; i++)
    if (strcmp (formats[i].format, format) == 0)
      {
        append_format (out, &formats[i], number);
        return;
      }

  append_decimal (out, number);
}
