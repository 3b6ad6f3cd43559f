/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-facts.h"

G_BEGIN_DECLS

/**
 * GjStatement:
 * @start: the first byte of its words in the paragraph
 * @end: the byte after the last
 * @number: the number that it states; 0 for words that say that there was none
 * @is_rough: whether the number is only about right
 *
 * A sentence, or a part of one, that states what a phrase asks for.
 */
typedef struct
{
  gsize    start;
  gsize    end;
  gint64   number;
  gboolean is_rough;
} GjStatement;

GArray *_gj_statements_find (const char      *text,
                             const GjPhrase  *phrase,
                             int              year);
GArray *_gj_statements_read (const char      *text,
                             const GjPhrase  *phrase,
                             GArray          *tokens);

void    _gj_phrase_check    (const GjFacts   *facts,
                             guint            phrase,
                             guint            narrative,
                             GPtrArray       *findings);

G_END_DECLS
