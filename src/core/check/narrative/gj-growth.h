/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-base.h"
#include "gj-form.h"

G_BEGIN_DECLS

/**
 * GjGrowthKind:
 * @GJ_GROWTH_WAY: only which way it went: 同比有所增长, 与上年持平
 * @GJ_GROWTH_PERCENT: by so many percent
 * @GJ_GROWTH_COUNT: by so many
 * @GJ_GROWTH_TIMES: by so many times (增长 1.5 倍)
 * @GJ_GROWTH_MULTIPLE: to so many times (翻番)
 */
typedef enum
{
  GJ_GROWTH_WAY,
  GJ_GROWTH_PERCENT,
  GJ_GROWTH_COUNT,
  GJ_GROWTH_TIMES,
  GJ_GROWTH_MULTIPLE,
} GjGrowthKind;

/**
 * GjGrowth:
 * @start: the first byte of the statement in the paragraph: where its subject stands
 * @end: the byte after its last
 * @growth_start: the first byte of what is said of the growth
 * @way: 1 up, -1 down, 0 neither
 * @amount: by how much, as exactly as it is stated
 * @is_rough: whether the amount is only about right (约, 近, 左右)
 * @has_number: whether the sentence states this year's number as well
 * @number: that number
 * @scope: (nullable): whose numbers the sentence speaks of (全区, 本级), at @scope_length
 *         bytes
 *
 * A statement that a number grew, or did not, since the year before.
 */
typedef struct
{
  gsize         start;
  gsize         end;
  gsize         growth_start;
  GjGrowthKind  kind;
  int           way;
  GjDecimal     amount;
  gboolean      is_rough;
  gboolean      has_number;
  gint64        number;
  const char   *scope;
  gsize         scope_length;
} GjGrowth;

gboolean _gj_growth_is_likely (const char      *text);
gboolean _gj_growth_has_words (const char      *text,
                               const GjPhrase  *phrase);
GArray * _gj_growth_find      (const char      *text,
                               const GjPhrase  *phrase,
                               int              year);

G_END_DECLS
