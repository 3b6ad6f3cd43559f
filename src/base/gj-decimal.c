/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-decimal.h"

static const gint64 powers[GJ_DECIMAL_MAX_SCALE + 1] = {
  1, 10, 100, 1000, 10000, 100000, 1000000,
};

/* Through unsigned numbers, so that a sanitizer needs no run-time help for 128 bits. No
 * mantissa and factor that the program makes leaves the range. */

static __int128
multiply (__int128 a,
          __int128 b)
{
  return (__int128) ((unsigned __int128) a * (unsigned __int128) b);
}

static __int128
get_millionths (const GjDecimal *self)
{
  return multiply (self->mantissa, powers[GJ_DECIMAL_MAX_SCALE - self->scale]);
}

/* Writes from the end of the buffer and returns the first character. */

static char *
write_digits (char              *end,
              unsigned __int128  value,
              guint              scale,
              gboolean           negative)
{
  guint n_digits = 0;

  *--end = '\0';
  do
    {
      *--end = '0' + (int) (value % 10);
      value /= 10;
      if (++n_digits == scale)
        *--end = '.';
    }
  while (value > 0 || n_digits <= scale);

  if (negative)
    *--end = '-';
  return end;
}

static unsigned __int128
get_magnitude (__int128 value)
{
  return value < 0 ? -(unsigned __int128) value : (unsigned __int128) value;
}

/**
 * gj_decimal_from_int:
 * @value: an integer
 *
 * Returns: @value with no decimals
 */
GjDecimal
gj_decimal_from_int (gint64 value)
{
  return (GjDecimal) { .mantissa = value, .scale = 0 };
}

/**
 * gj_decimal_parse:
 * @text: plain digits: an optional "-", digits, and optionally "." and more digits
 * @length: length of @text in bytes, or -1
 * @out: (out): the number
 *
 * Reads a number in the notation of files and forms. What people type is read by
 * gj_number_text_read().
 *
 * Returns: whether all of @text is one number that fits
 */
gboolean
gj_decimal_parse (const char *text,
                  gssize      length,
                  GjDecimal  *out)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (out != NULL, FALSE);

  const char *end = text + (length < 0 ? strlen (text) : (gsize) length);
  gboolean negative = text < end && *text == '-';
  gint64 mantissa = 0;
  guint n_digits = 0;
  guint scale = 0;
  const char *point = NULL;

  if (negative)
    text++;
  if (text == end || !g_ascii_isdigit (*text) || !g_ascii_isdigit (end[-1]))
    return FALSE;

  for (; text < end; text++)
    {
      if (*text == '.' && point == NULL)
        {
          point = text;
          continue;
        }
      if (!g_ascii_isdigit (*text))
        return FALSE;
      if (mantissa > 0 || *text != '0')
        n_digits++;
      if (point != NULL)
        scale++;
      if (n_digits > GJ_DECIMAL_MAX_DIGITS || scale > GJ_DECIMAL_MAX_SCALE)
        return FALSE;
      mantissa = mantissa * 10 + (*text - '0');
    }

  out->mantissa = negative ? -mantissa : mantissa;
  out->scale = scale;
  return TRUE;
}

/**
 * gj_decimal_to_string:
 * @self: a number
 *
 * Returns: (transfer full): the number with as many decimals as were written
 */
char *
gj_decimal_to_string (const GjDecimal *self)
{
  char buffer[48];

  g_return_val_if_fail (self != NULL, NULL);

  return g_strdup (write_digits (buffer + sizeof buffer, get_magnitude (self->mantissa),
                                 self->scale, self->mantissa < 0));
}

/**
 * gj_decimal_compare:
 * @a: a number
 * @b: a number
 *
 * Compares values: 1.10 equals 1.1.
 *
 * Returns: less than, equal to or greater than 0
 */
int
gj_decimal_compare (const GjDecimal *a,
                    const GjDecimal *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  __int128 left = get_millionths (a);
  __int128 right = get_millionths (b);

  return (left > right) - (left < right);
}

/**
 * gj_decimal_get_sign:
 * @self: a number
 *
 * Returns: -1, 0 or 1
 */
int
gj_decimal_get_sign (const GjDecimal *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (self->mantissa > 0) - (self->mantissa < 0);
}

/**
 * gj_decimal_is_integer:
 * @self: a number
 *
 * Returns: whether the value is whole; 3.00 is
 */
gboolean
gj_decimal_is_integer (const GjDecimal *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->mantissa % powers[self->scale] == 0;
}

/**
 * gj_sum_init:
 * @self: a sum
 *
 * Sets the sum to 0.
 */
void
gj_sum_init (GjSum *self)
{
  g_return_if_fail (self != NULL);

  self->millionths = 0;
}

/**
 * gj_sum_add:
 * @self: a sum
 * @value: a number
 * @factor: how often it counts, below 10^9 in either direction
 */
void
gj_sum_add (GjSum           *self,
            const GjDecimal *value,
            gint64           factor)
{
  g_return_if_fail (self != NULL && value != NULL);

  self->millionths += multiply (get_millionths (value), factor);
}

/**
 * gj_sum_add_int:
 * @self: a sum
 * @value: an integer
 */
void
gj_sum_add_int (GjSum  *self,
                gint64  value)
{
  g_return_if_fail (self != NULL);

  self->millionths += multiply (value, powers[GJ_DECIMAL_MAX_SCALE]);
}

/**
 * gj_sum_compare:
 * @a: a sum
 * @b: a sum
 *
 * Returns: less than, equal to or greater than 0
 */
int
gj_sum_compare (const GjSum *a,
                const GjSum *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  return (a->millionths > b->millionths) - (a->millionths < b->millionths);
}

/**
 * gj_sum_get_sign:
 * @self: a sum
 *
 * Returns: -1, 0 or 1
 */
int
gj_sum_get_sign (const GjSum *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (self->millionths > 0) - (self->millionths < 0);
}

/**
 * gj_sum_subtract:
 * @self: a sum
 * @other: what is taken away
 */
void
gj_sum_subtract (GjSum       *self,
                 const GjSum *other)
{
  g_return_if_fail (self != NULL && other != NULL);

  self->millionths -= other->millionths;
}

/* The digits without trailing zeros, and how many of them are decimals. */

static unsigned __int128
get_digits (const GjSum *self,
            guint       *scale)
{
  unsigned __int128 value = get_magnitude (self->millionths);

  for (*scale = GJ_DECIMAL_MAX_SCALE; *scale > 0 && value % 10 == 0; (*scale)--)
    value /= 10;
  return value;
}

/**
 * gj_sum_to_string:
 * @self: a sum
 *
 * Returns: (transfer full): the exact sum, without decimals that say nothing
 */
char *
gj_sum_to_string (const GjSum *self)
{
  char buffer[48];
  guint scale;

  g_return_val_if_fail (self != NULL, NULL);

  unsigned __int128 digits = get_digits (self, &scale);

  return g_strdup (write_digits (buffer + sizeof buffer, digits, scale,
                                 self->millionths < 0));
}

/**
 * gj_sum_to_decimal:
 * @self: a sum
 * @out: (out): the sum as a number, without decimals that say nothing
 *
 * Returns: whether the sum fits into 18 digits
 */
gboolean
gj_sum_to_decimal (const GjSum *self,
                   GjDecimal   *out)
{
  const gint64 limit = G_GINT64_CONSTANT (1000000000000000000);
  guint scale;

  g_return_val_if_fail (self != NULL && out != NULL, FALSE);

  unsigned __int128 digits = get_digits (self, &scale);

  if (digits >= (unsigned __int128) limit)
    return FALSE;

  out->mantissa = self->millionths < 0 ? -(gint64) digits : (gint64) digits;
  out->scale = scale;
  return TRUE;
}
