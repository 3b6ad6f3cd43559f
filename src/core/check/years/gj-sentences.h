/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GjSentencePart:
 * @GJ_SENTENCE_PROBLEM: it says what is not well yet
 * @GJ_SENTENCE_REMEDY: it says what is done about it
 */
typedef enum
{
  GJ_SENTENCE_PROBLEM,
  GJ_SENTENCE_REMEDY,
} GjSentencePart;

/**
 * GjSentence:
 * @start: its first byte in the text
 * @end: the byte after its last, its end mark left out
 * @words: its letters and figures, without the number before it (一是, 1.)
 * @n_words: characters in @words
 * @part: in which part of the section it stands
 *
 * One sentence of 五.
 */
typedef struct
{
  gsize           start;
  gsize           end;
  char           *words;
  guint           n_words;
  GjSentencePart  part;
} GjSentence;

/* (element-type GjSentence): the sentences that say something of their own; headings and
 * what leads over to the next ones are left out. */

GArray *_gj_sentences_read (const char *text);

G_END_DECLS
