/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-jump.h"

/* Below 10 every number jumps; a small one is last year's by chance. */
#define LEAST_JUMP 10
#define FACTOR 5

#define SETTING_LARGE "large-number"
#define DEFAULT_LARGE 100
#define MAX_LARGE 1000000000

/**
 * _gj_get_large_number:
 * @report: a report
 *
 * Returns: from what size on a number is hardly last year's by chance: what the report's
 *          settings say, or the usual
 */
gint64
_gj_get_large_number (GjReport *report)
{
  const char *setting = gj_report_get_setting (report, SETTING_LARGE);
  gint64 large = DEFAULT_LARGE;

  if (setting == NULL || !gj_integer_parse (setting, 1, MAX_LARGE, &large))
    return DEFAULT_LARGE;

  return large;
}

/* Whether @a is more than @factor times @b. */
static gboolean
is_more_than (const GjDecimal *a,
              const GjDecimal *b,
              gint64           factor)
{
  GjSum left;
  GjSum right;

  gj_sum_init (&left);
  gj_sum_add (&left, a, 1);
  gj_sum_init (&right);
  gj_sum_add (&right, b, factor);

  return gj_sum_compare (&left, &right) > 0;
}

static gboolean
is_at_least (const GjDecimal *value,
             gint64           least)
{
  GjDecimal bound = gj_decimal_from_int (least);

  return gj_decimal_compare (value, &bound) >= 0;
}

/**
 * _gj_is_jump:
 * @last_value: last year's number
 * @value: this year's
 *
 * Returns: whether one of them is 10 or more and more than five times the other (C08)
 */
gboolean
_gj_is_jump (const GjDecimal *last_value,
             const GjDecimal *value)
{
  g_return_val_if_fail (last_value != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  return (is_at_least (value, LEAST_JUMP) && is_more_than (value, last_value, FACTOR)) ||
         (is_at_least (last_value, LEAST_JUMP) && is_more_than (last_value, value, FACTOR));
}

/**
 * _gj_is_repeated:
 * @last_value: last year's number
 * @value: this year's
 * @large: what is large, see _gj_get_large_number()
 *
 * Returns: whether they are the same and so large that it is hardly chance (C09)
 */
gboolean
_gj_is_repeated (const GjDecimal *last_value,
                 const GjDecimal *value,
                 gint64           large)
{
  g_return_val_if_fail (last_value != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  return gj_decimal_compare (last_value, value) == 0 && is_at_least (value, large);
}
