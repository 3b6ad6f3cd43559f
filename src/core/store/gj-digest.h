/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-report.h"

G_BEGIN_DECLS

/* The digest (校验码) tells whether two copies of a report say the same. */

#define GJ_DIGEST_LENGTH 64
#define GJ_DIGEST_GROUP 4

/* What a person types may be the beginning of it: four groups are enough to tell any two
 * reports apart. */
#define GJ_DIGEST_MIN_LENGTH 16

char *   gj_report_dup_digest       (GjReport    *report);
char *   gj_report_dup_digest_words (GjReport    *report);

char *   gj_digest_format           (const char  *digest);
char *   gj_digest_parse            (const char  *typed,
                                     GError     **error);
GPtrArray *gj_digest_find_all       (const char  *text,
                                     guint        max);
gboolean gj_digest_matches          (const char  *digest,
                                     const char  *code);

G_END_DECLS
