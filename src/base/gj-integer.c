/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-integer.h"

/* GLib's g_ascii_string_to_signed() asks for the C locale when it is first called; while
 * two threads do so at once the wait leaves its mark in errno, and a good number is
 * refused. What reads files in threads must not depend on that. */

#define MAX_DIGITS 18

/**
 * gj_integer_parse:
 * @text: ASCII digits, with a minus sign before them for a number below 0
 * @least: the smallest number allowed
 * @most: the largest number allowed
 * @out: (out): the number
 *
 * Returns: whether @text is a whole number of at most 18 digits in that range and
 *          nothing else
 */
gboolean
gj_integer_parse (const char *text,
                  gint64      least,
                  gint64      most,
                  gint64     *out)
{
  gboolean negative;
  gint64 number = 0;
  guint n_digits = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (out != NULL, FALSE);

  negative = *text == '-';
  if (negative)
    text++;

  for (; g_ascii_isdigit (*text); text++)
    {
      if (++n_digits > MAX_DIGITS)
        return FALSE;
      number = number * 10 + (*text - '0');
    }
  if (n_digits == 0 || *text != '\0')
    return FALSE;

  if (negative)
    number = -number;
  if (number < least || number > most)
    return FALSE;
  *out = number;
  return TRUE;
}
