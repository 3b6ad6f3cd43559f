/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"
#include "gj-words.h"

G_BEGIN_DECLS

/**
 * GjHeadingWords:
 * @words: (array length=n_words): the form's own words first, then the known variants
 * @n_words: how many wordings
 *
 * The wordings that the heading of a section may have.
 */
typedef struct
{
  GjWords *words;
  guint    n_words;
} GjHeadingWords;

void     _gj_heading_words_init          (GjHeadingWords       *self,
                                          const GjSection      *section);
void     _gj_heading_words_clear         (GjHeadingWords       *self);
guint    _gj_heading_words_judge         (const GjHeadingWords *self,
                                          const GjWords        *words);
gboolean _gj_heading_words_is_known      (const GjSection      *section,
                                          const char           *heading);
void     _gj_heading_words_drop_end_mark (GjWords              *words);

G_END_DECLS
