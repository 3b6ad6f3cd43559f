/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-raw-document.h"

G_BEGIN_DECLS

/**
 * GjWordTally:
 * @kind: what is counted
 * @text: the first of them
 * @n: how many
 * @line: where the first was
 *
 * What becomes one note for the whole document: tracked changes, footnotes.
 */
typedef struct
{
  GjRawNoteKind  kind;
  GString       *text;
  guint          n;
  guint          line;
} GjWordTally;

void gj_word_tally_init  (GjWordTally       *self,
                          GjRawNoteKind      kind);
void gj_word_tally_clear (GjWordTally       *self);
void gj_word_tally_count (GjWordTally       *self,
                          const char        *text,
                          guint              line);
void gj_word_tally_write (const GjWordTally *self,
                          GjRawDocument     *document);

G_END_DECLS
