/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GjTextTokenKind:
 * @GJ_TEXT_BLANK: a space, a line feed or a character without a shape
 * @GJ_TEXT_MARK: a punctuation mark or another sign
 * @GJ_TEXT_LETTER: one Chinese character
 * @GJ_TEXT_WORD: a word in another script
 * @GJ_TEXT_NUMBER: figures with their points, commas, percent sign or part of a date
 */
typedef enum
{
  GJ_TEXT_BLANK,
  GJ_TEXT_MARK,
  GJ_TEXT_LETTER,
  GJ_TEXT_WORD,
  GJ_TEXT_NUMBER,
} GjTextTokenKind;

/**
 * GjTextToken:
 * @start: its first byte
 * @end: the byte after its last
 * @id: the same for the same characters
 * @shape: the same for what may take the other's place: for the same characters and for
 *         two numbers of one unit
 * @weight: how much a reader sees in it, ten for a Chinese character
 *
 * The least piece of a text that a change leaves whole.
 */
typedef struct
{
  guint32         start;
  guint32         end;
  guint32         id;
  guint32         shape;
  guint16         weight;
  GjTextTokenKind kind;
} GjTextToken;

/* Which words have which id. */

typedef struct _GjTextWords GjTextWords;

GjTextWords *_gj_text_words_new       (void);
void         _gj_text_words_free      (GjTextWords       *self);
GArray *     _gj_text_words_tokenize  (GjTextWords       *self,
                                       const char        *text);

gboolean     _gj_text_token_ends_sentence (const GjTextToken *self);
gboolean     _gj_text_token_ends_clause   (const GjTextToken *self);
gboolean     _gj_text_token_is_numeral    (const GjTextToken *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjTextWords, _gj_text_words_free)

G_END_DECLS
