/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-render.h"

G_BEGIN_DECLS

/* What the table of several years says, in the language of messages. */

char *       gj_trend_dup_year    (const GjTrend  *trend,
                                   guint           column);
char *       gj_trend_dup_note    (const GjTrend  *trend,
                                   guint           column);
char *       gj_trend_dup_value   (const GjTrend  *trend,
                                   guint           figure,
                                   guint           column);
const char * gj_trend_get_section (const GjTrend  *trend,
                                   guint           figure);

/* (nullable): less or more than in the year before; @words says it in a sentence. */

char *       gj_trend_dup_change  (const GjTrend  *trend,
                                   guint           figure,
                                   guint           column,
                                   char          **words);

/* Of what a check finds ("C14"), in one line; NULL when it finds nothing. */

char *       gj_trend_dup_remarks (const GjTrend  *trend,
                                   const char     *check);

/* For the clipboard: years as columns, parted by tabs; nothing where no number is known. */

char *       gj_trend_dup_table   (const GjTrend  *trend);

/* The figures whose ids are keys of @chosen, in their order. */

GjChart *    gj_trend_dup_chart   (const GjTrend  *trend,
                                   GHashTable     *chosen);

G_END_DECLS
