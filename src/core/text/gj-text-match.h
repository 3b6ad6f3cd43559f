/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-text-change.h"
#include "gj-text-token.h"

G_BEGIN_DECLS

/**
 * GjTextMatch:
 * @a: its first token in the old text
 * @b: its first token in the new text
 * @n: how many tokens it has in each; never 0
 *
 * Tokens of two texts that have one shape: they are the same but for the numbers.
 */
typedef struct
{
  guint a;
  guint b;
  guint n;
} GjTextMatch;

/**
 * GjTextRange:
 *
 * Tokens of two texts that are still to be matched.
 */
typedef struct
{
  guint a_start;
  guint a_end;
  guint b_start;
  guint b_end;
} GjTextRange;

/**
 * GjTextPair:
 * @a: the tokens of the old text
 * @b: the tokens of the new text
 * @matches: (element-type GjTextMatch): in the order of both, apart from each other
 *
 * Two texts and what they have in common.
 */
typedef struct
{
  const GjTextToken *a;
  const GjTextToken *b;
  guint              n_a;
  guint              n_b;
  GArray            *matches;
} GjTextPair;

void     _gj_text_pair_match       (GjTextPair        *self);
gboolean _gj_text_pair_match_gap   (GjTextPair        *self,
                                    const GjTextRange *range);
void     _gj_text_pair_add_match   (GjTextPair        *self,
                                    guint              a,
                                    guint              b,
                                    guint              n);
GArray * _gj_text_pair_find_anchors (const GjTextPair  *self,
                                     const GjTextRange *range,
                                     guint              length);
void     _gj_text_pair_clean       (GjTextPair        *self);
GArray * _gj_text_pair_dup_changes (const GjTextPair  *self);

G_END_DECLS
