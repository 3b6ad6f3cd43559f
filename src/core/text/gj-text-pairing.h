/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-text-paragraph.h"

G_BEGIN_DECLS

/**
 * GjTextRow:
 *
 * Neighbouring paragraphs of one side.
 */
typedef struct
{
  GjTextParagraph **paragraphs;
  guint             n;
} GjTextRow;

/**
 * GjTextPairing:
 * @rows: the old row and the new one; none is empty
 * @tokens: (element-type GjTextToken): of each row as one text, its paragraphs joined by LF
 * @changes: (element-type GjTextChange): between the two, without a move
 *
 * Two rows of paragraphs that belong together.
 */
typedef struct
{
  GjTextRow  rows[2];
  GArray    *tokens[2];
  GArray    *changes;
} GjTextPairing;

GHashTable *         _gj_text_pairings_new  (void);
const GjTextPairing *_gj_text_pairings_find (GHashTable  *self,
                                             GHashTable  *known,
                                             GjTextWords *words,
                                             GjTextRow    old_row,
                                             GjTextRow    new_row);

G_END_DECLS
