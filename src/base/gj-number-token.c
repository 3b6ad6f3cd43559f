/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-number-token.h"

static GjNumberTokenKind
classify (gunichar c)
{
  switch (c)
    {
    case '.':
    case 0xff0e:
      return GJ_NUMBER_TOKEN_POINT;
    case ',':
    case 0xff0c:
      return GJ_NUMBER_TOKEN_THOUSANDS;
    case '-':
    case 0x2212:
    case 0xfe63:
    case 0xff0d:
      return GJ_NUMBER_TOKEN_MINUS;
    case '+':
    case 0xff0b:
      return GJ_NUMBER_TOKEN_PLUS;
    case ' ':
    case '\t':
    case 0x00a0:
    case 0x3000:
      return GJ_NUMBER_TOKEN_BLANK;
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
      return GJ_NUMBER_TOKEN_THIN_BLANK;
    default:
      return c >= 0x2000 && c <= 0x200a ? GJ_NUMBER_TOKEN_BLANK : GJ_NUMBER_TOKEN_OTHER;
    }
}

/* The token at @text; behind the last one stands %GJ_NUMBER_TOKEN_END. */

GjNumberToken
_gj_number_token_read (const char *text)
{
  GjNumberToken token = { .next = text };
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
          token.kind = GJ_NUMBER_TOKEN_OTHER;
          token.next = text + 1;
          return token;
        }
      token.next = g_utf8_next_char (text);
    }

  token.full_width = token.character >= 0xff01 && token.character <= 0xff5e;
  gunichar narrow = token.full_width ? token.character - 0xfee0 : token.character;

  if (narrow >= '0' && narrow <= '9')
    {
      token.kind = GJ_NUMBER_TOKEN_DIGIT;
      token.digit = (int) (narrow - '0');
    }
  else
    token.kind = classify (token.character);
  return token;
}
