/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-ratio.h"

/* Growth in exact numbers: a stated percentage is right when the true one, rounded to as
 * many digits, is the stated one; a rough one may be some points off. */

#define ROUGH_POINTS 5
#define ROUGH_PERCENT 5

static __int128
power_of_ten (guint n)
{
  __int128 power = 1;

  while (n-- > 0)
    power *= 10;

  return power;
}

static __int128
absolute (__int128 value)
{
  return value < 0 ? -value : value;
}

/* Whether |@change| × @hundred / @base is @amount, in units of its last digit. @change,
 * @base: millionths; the products have at most 38 digits less for all that fits a cell. */
static GjGrowthAnswer
ask_share (const GjGrowth *growth,
           __int128        change,
           __int128        base,
           int             hundred)
{
  __int128 unit = power_of_ten (growth->amount.scale);
  __int128 exact = absolute (change) * hundred * unit;
  __int128 stated = (__int128) growth->amount.mantissa * base;
  __int128 gap = absolute (exact - stated);

  if (2 * gap <= base)
    return GJ_GROWTH_FITS;
  if (growth->is_rough && gap <= (hundred > 1 ? ROUGH_POINTS * unit : unit / 2 + 1) * base)
    return GJ_GROWTH_FITS;
  if (exact > stated && gap < base)
    return GJ_GROWTH_TRUNCATED;

  return GJ_GROWTH_WRONG;
}

static GjGrowthAnswer
ask_count (const GjGrowth *growth,
           __int128        change,
           __int128        base)
{
  GjSum stated;
  __int128 gap;

  gj_sum_init (&stated);
  gj_sum_add (&stated, &growth->amount, 1);
  gap = absolute (absolute (change) - stated.millionths);

  if (gap == 0 || (growth->is_rough && gap * 100 <= base * ROUGH_PERCENT))
    return GJ_GROWTH_FITS;

  return GJ_GROWTH_WRONG;
}

/* 翻番: about so many times as large as before. */
static GjGrowthAnswer
ask_multiple (const GjGrowth *growth,
              __int128        value,
              __int128        base)
{
  __int128 gap = absolute (value - growth->amount.mantissa * base);

  return gap * 100 <= growth->amount.mantissa * base * ROUGH_PERCENT ? GJ_GROWTH_FITS : GJ_GROWTH_WRONG;
}

static GjGrowthAnswer
ask_times (const GjGrowth *growth,
           __int128        change,
           __int128        base)
{
  GjGrowthAnswer answer = ask_share (growth, change, base, 1);

  if (answer == GJ_GROWTH_FITS || growth->way < 0)
    return answer;

  return ask_share (growth, change + base, base, 1) == GJ_GROWTH_FITS ? GJ_GROWTH_TO : answer;
}

static GjGrowthAnswer
ask_same (const GjGrowth *growth,
          __int128        change,
          __int128        base)
{
  if (change == 0 || (growth->is_rough && absolute (change) * 100 <= base * ROUGH_PERCENT))
    return GJ_GROWTH_FITS;

  return GJ_GROWTH_WRONG;
}

/**
 * _gj_growth_ask:
 * @growth: a statement
 * @last_value: last year's number, at least 0
 * @value: this year's
 *
 * Returns: whether the statement is right about the two
 */
GjGrowthAnswer
_gj_growth_ask (const GjGrowth *growth,
                const GjSum    *last_value,
                const GjSum    *value)
{
  __int128 base = last_value->millionths;
  __int128 change = value->millionths - base;

  /* Beyond any number of such a report there is no room for the products. */
  if (base < 0 || base > power_of_ten (18) || absolute (change) > power_of_ten (18) ||
      growth->amount.mantissa > power_of_ten (12))
    return GJ_GROWTH_UNKNOWN;

  if (growth->way == 0)
    return ask_same (growth, change, base);
  if (change != 0 && (change > 0) != (growth->way > 0))
    return GJ_GROWTH_WRONG_WAY;
  if (growth->kind == GJ_GROWTH_WAY)
    return change != 0 ? GJ_GROWTH_FITS : GJ_GROWTH_WRONG;
  if (growth->kind == GJ_GROWTH_COUNT)
    return ask_count (growth, change, base);
  if (base == 0)
    return GJ_GROWTH_FROM_NONE;
  if (growth->kind == GJ_GROWTH_MULTIPLE)
    return ask_multiple (growth, value->millionths, base);
  if (growth->kind == GJ_GROWTH_TIMES)
    return ask_times (growth, change, base);

  return ask_share (growth, change, base, 100);
}

/**
 * _gj_growth_format_percent:
 * @last_value: last year's number, greater than 0
 * @value: this year's
 * @n_decimals: decimals wanted, at most 6
 *
 * Returns: (transfer full) (nullable): by how many percent the number changed, rounded,
 *          with its sign; %NULL when that is beyond all sense
 */
char *
_gj_growth_format_percent (const GjSum *last_value,
                           const GjSum *value,
                           guint        n_decimals)
{
  __int128 base = last_value->millionths;
  __int128 change = value->millionths - base;
  __int128 unit = power_of_ten (n_decimals);
  __int128 rounded = (absolute (change) * 100 * unit * 2 + base) / (2 * base);
  GjDecimal percent = { (gint64) rounded, (guint8) n_decimals };
  g_autofree char *number = NULL;

  if (rounded >= power_of_ten (GJ_DECIMAL_MAX_DIGITS - 1))
    return NULL;

  number = gj_decimal_to_string (&percent);

  return g_strconcat (change < 0 ? "-" : "+", number, "%", NULL);
}
