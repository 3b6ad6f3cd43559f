/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-char-class-private.h"

#include <string.h>

/* May not stand at the end of a line (GB/T 15834, 5.1.10). */
static const char opening[] = "（〔【《〈“‘「『〖［｛([{＜￥＄¥$";

/* May not stand at the start of a line (GB/T 15834, 5.1.10). */
static const char closing[] = "、，。；：？！）〕】》〉”’」』〗］｝)]},;:?!…—～·‰％%℃°＞．";

/* Hold Latin words, numbers and addresses together. */
static const char joiners[] = ".,:;/-_@&=?#+%~!*'\"<>\\|";

/* What is counted or dated: a number keeps its measure word. */
static const char measures[] =
  "年月日号时分秒件条次项个份人元万亿千百十余多几家户篇期名宗例起位级类批场部台套页字款章届所处类卷册本倍岁周季度率％%℃‰";

static gboolean
contains (const char *set,
          gunichar    character)
{
  return character != 0 && g_utf8_strchr (set, -1, character) != NULL;
}

GjCharClass
_gj_char_get_class (gunichar character)
{
  if (character == '\n')
    return GJ_CHAR_NEWLINE;
  if (character == ' ' || character == 0x3000)
    return GJ_CHAR_SPACE;
  if (g_unichar_isdigit (character))
    return GJ_CHAR_DIGIT;
  if (character >= 0x4e00 && character <= 0x9fff)
    return GJ_CHAR_HAN;
  if (contains (opening, character))
    return GJ_CHAR_OPENING;
  if (contains (closing, character))
    return GJ_CHAR_CLOSING;
  if (character < 0x80 && contains (joiners, character))
    return GJ_CHAR_JOINER;
  if (character < 0x2000)
    return GJ_CHAR_LATIN;
  return GJ_CHAR_HAN;
}

gboolean
_gj_char_is_measure (gunichar character)
{
  return contains (measures, character);
}

/* Marks that Chinese sets in a full square although a face may draw them narrow. */
gboolean
_gj_char_is_full_width (gunichar character)
{
  switch (character)
    {
    case 0x2014:
    case 0x2018:
    case 0x2019:
    case 0x201c:
    case 0x201d:
    case 0x2026:
    case 0x3000:
      return TRUE;
    default:
      return FALSE;
    }
}

/* One character, one glyph, from left to right: needs no shaping. */
gboolean
_gj_char_is_simple (gunichar character)
{
  if (g_unichar_ismark (character))
    return FALSE;

  return character < 0x0300 ||
         (character >= 0x0370 && character < 0x0530) ||
         (character >= 0x1e00 && character < 0x200c) ||
         (character >= 0x2010 && character < 0x202a) ||
         (character >= 0x2030 && character < 0x2060) ||
         (character >= 0x2070 && character < 0xa000) ||
         (character >= 0xac00 && character < 0xd7a4) ||
         (character >= 0xe000 && character < 0xfb00) ||
         (character >= 0xfe30 && character < 0xfe50) ||
         (character >= 0xff00 && character < 0xfff0) ||
         (character >= 0x1f000 && character < 0x1f3fb) ||
         (character >= 0x1f400 && character < 0xe0000);
}

/* Invisible characters that leave no trace on paper. */
gboolean
_gj_char_is_dropped (gunichar character)
{
  return (character < 0x20 && character != '\n' && character != '\t') ||
         (character >= 0x7f && character < 0xa0) || character == 0xad ||
         (character >= 0x200b && character <= 0x200f) ||
         (character >= 0x202a && character <= 0x202e) ||
         (character >= 0x2060 && character <= 0x206f) ||
         character == 0xfeff;
}
