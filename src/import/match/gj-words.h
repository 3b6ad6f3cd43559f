/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GjWords:
 * @text: the label without what does not make it another label: blanks, line breaks,
 *        quotes; brackets and marks in half width
 * @characters: the same as characters
 * @n_characters: how many they are
 * @n_ordinal: how many of them are the ordinal at the beginning
 * @ordinal: the ordinal's number, or 0
 * @n_core: how many are left without a remark in brackets at the end
 *
 * A label or a heading, made ready to be compared.
 */
typedef struct
{
  char     *text;
  gunichar *characters;
  guint     n_characters;
  guint     n_ordinal;
  guint     ordinal;
  guint     n_core;
} GjWords;

#define GJ_WORDS_SAME 1000

void     gj_words_init        (GjWords       *self,
                               const char    *text);
void     gj_words_clear       (GjWords       *self);
char *   gj_words_normalize   (const char    *text);
guint    gj_words_compare     (const GjWords *a,
                               const GjWords *b);
guint    gj_words_compare_all (const GjWords *a,
                               const GjWords *b);
gboolean gj_words_is_same     (const GjWords *a,
                               const GjWords *b);
gssize   gj_words_find_prefix (const GjWords *self,
                               const char    *text);
char *   gj_words_strip       (const char    *text,
                               gsize          length);
gunichar gj_words_fold        (gunichar       c);

G_END_DECLS
