/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-similarity.h"

G_BEGIN_DECLS

/**
 * GjCopiedPassage:
 * @start: its first character in the new text, in Unicode code points
 * @end: the character after its last
 * @n_sentences: how many sentences it is
 *
 * Sentences of a new text that were taken over from the old one and not rewritten.
 */
typedef struct
{
  guint start;
  guint end;
  guint n_sentences;
} GjCopiedPassage;

/* @old_words: the old text. Returns (transfer full) (element-type GjCopiedPassage). */

GArray *gj_copied_passages_find (GjSimilarityMeter *old_words,
                                 const char        *new_text);

G_END_DECLS
