/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-decimal.h"

G_BEGIN_DECLS

/**
 * GjNumberState:
 * @GJ_NUMBER_BLANK: nothing but blanks
 * @GJ_NUMBER_NONE: "/", "-", "—", 无 and the like: a person's way to say nothing
 * @GJ_NUMBER_READ: exactly one number
 * @GJ_NUMBER_UNREADABLE: words, two numbers, or more digits than fit
 */
typedef enum
{
  GJ_NUMBER_BLANK,
  GJ_NUMBER_NONE,
  GJ_NUMBER_READ,
  GJ_NUMBER_UNREADABLE,
} GjNumberState;

/**
 * GjNumberFlags:
 * @GJ_NUMBER_FULL_WIDTH: digits or marks in full width (１２３)
 * @GJ_NUMBER_THOUSANDS: thousands marks
 * @GJ_NUMBER_INNER_BLANK: blanks or line breaks between the digits
 * @GJ_NUMBER_OUTER_BLANK: blanks before or after, other than plain spaces
 * @GJ_NUMBER_UNIT: a unit after the number
 * @GJ_NUMBER_CHINESE: a Chinese numeral (〇, 零)
 * @GJ_NUMBER_LEADING_ZERO: more leading zeros than a number has
 * @GJ_NUMBER_TOO_LONG: more digits or decimals than a #GjDecimal holds
 *
 * What, beside the number itself, stands in a text.
 */
typedef enum
{
  GJ_NUMBER_FULL_WIDTH   = 1 << 0,
  GJ_NUMBER_THOUSANDS    = 1 << 1,
  GJ_NUMBER_INNER_BLANK  = 1 << 2,
  GJ_NUMBER_OUTER_BLANK  = 1 << 3,
  GJ_NUMBER_UNIT         = 1 << 4,
  GJ_NUMBER_CHINESE      = 1 << 5,
  GJ_NUMBER_LEADING_ZERO = 1 << 6,
  GJ_NUMBER_TOO_LONG     = 1 << 7,
} GjNumberFlags;

/**
 * GjNumberText:
 * @state: what was found
 * @flags: what else stood there
 * @value: the number, when @state is %GJ_NUMBER_READ
 * @unit: (nullable): the unit as it stood, a static string of the known units
 *        ("万元", "亿元", "元", "件", "条", "份", "宗", "个", "项", "次")
 *
 * How the text of a cell reads as a number. The text itself is never changed.
 */
typedef struct
{
  GjNumberState  state;
  GjNumberFlags  flags;
  GjDecimal      value;
  const char    *unit;
} GjNumberText;

void gj_number_text_read (const char   *text,
                          GjNumberText *out);

G_END_DECLS
