/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-text-change.h"
#include "gj-text-token.h"

G_BEGIN_DECLS

/**
 * GjTextMoves:
 * @old_tokens: (element-type GjTextToken): of the old text
 * @new_tokens: (element-type GjTextToken): of the new text
 * @changes: (element-type GjTextChange): of the two; a new array afterwards
 *
 * One of the pairs of texts among which something may have moved.
 */
typedef struct
{
  const GArray *old_tokens;
  const GArray *new_tokens;
  GArray       *changes;
} GjTextMoves;

guint _gj_text_moves_find (GjTextMoves *pairs,
                           guint        n_pairs);

G_END_DECLS
