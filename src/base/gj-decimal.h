/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GJ_DECIMAL_MAX_DIGITS 18
#define GJ_DECIMAL_MAX_SCALE 6

/**
 * GjDecimal:
 * @mantissa: the digits, with the sign
 * @scale: how many of them are decimals, 0–6
 *
 * An exact decimal number of at most 18 digits. The scale is the one that was written:
 * 294000.00 and 294000 are equal but not the same.
 */
typedef struct
{
  gint64 mantissa;
  guint8 scale;
} GjDecimal;

/**
 * GjSum:
 *
 * An exact sum of decimals, in millionths. Room for any number of terms that a report
 * can hold.
 */
typedef struct
{
  __int128 millionths;
} GjSum;

GjDecimal gj_decimal_from_int   (gint64            value);
gboolean  gj_decimal_parse      (const char       *text,
                                 gssize            length,
                                 GjDecimal        *out);
char *    gj_decimal_to_string  (const GjDecimal  *self);
int       gj_decimal_compare    (const GjDecimal  *a,
                                 const GjDecimal  *b);
int       gj_decimal_get_sign   (const GjDecimal  *self);
gboolean  gj_decimal_is_integer (const GjDecimal  *self);

void      gj_sum_init           (GjSum            *self);
void      gj_sum_add            (GjSum            *self,
                                 const GjDecimal  *value,
                                 gint64            factor);
void      gj_sum_add_int        (GjSum            *self,
                                 gint64            value);
int       gj_sum_compare        (const GjSum      *a,
                                 const GjSum      *b);
int       gj_sum_get_sign       (const GjSum      *self);
void      gj_sum_subtract       (GjSum            *self,
                                 const GjSum      *other);
char *    gj_sum_to_string      (const GjSum      *self);
gboolean  gj_sum_to_decimal     (const GjSum      *self,
                                 GjDecimal        *out);

G_END_DECLS
