/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-base.h"

#include "narrative/gj-growth.h"

G_BEGIN_DECLS

/**
 * GjGrowthAnswer:
 * @GJ_GROWTH_UNKNOWN: the two numbers say nothing about it
 * @GJ_GROWTH_FITS: the statement is right, rounded as it is
 * @GJ_GROWTH_TRUNCATED: right when what follows the last digit is cut off
 * @GJ_GROWTH_TO: "by N times" is said of what became N times as large
 * @GJ_GROWTH_FROM_NONE: there is no percentage of 0
 * @GJ_GROWTH_WRONG_WAY: it went the other way
 * @GJ_GROWTH_WRONG: the amount is another one
 *
 * Whether a growth is right, the best answer first.
 */
typedef enum
{
  GJ_GROWTH_FITS,
  GJ_GROWTH_TRUNCATED,
  GJ_GROWTH_TO,
  GJ_GROWTH_FROM_NONE,
  GJ_GROWTH_WRONG,
  GJ_GROWTH_WRONG_WAY,
  GJ_GROWTH_UNKNOWN,
} GjGrowthAnswer;

GjGrowthAnswer _gj_growth_ask            (const GjGrowth  *growth,
                                          const GjSum     *last_value,
                                          const GjSum     *value);
char *         _gj_growth_format_percent (const GjSum     *last_value,
                                          const GjSum     *value,
                                          guint            n_decimals);

G_END_DECLS
