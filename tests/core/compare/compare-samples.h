/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

/**
 * Sentence:
 * @text: what it says, with its mark
 * @source: which sentence of the old text it is, from 1; 0 if it is new
 * @is_changed: whether it says it in other words
 */
typedef struct
{
  char     *text;
  guint     source;
  gboolean  is_changed;
} Sentence;

/* A text as its paragraphs, a paragraph as its sentences: (element-type GPtrArray) of
 * (element-type Sentence). */

GPtrArray *read_samples      (void);
GPtrArray *read_real         (const char *folder);
GPtrArray *make_document     (GRand      *rand,
                              GPtrArray  *sentences,
                              guint       n_paragraphs);
GPtrArray *copy_document     (GPtrArray  *document);
void       edit_document     (GRand      *rand,
                              GPtrArray  *document,
                              GPtrArray  *sentences,
                              guint       n_edits,
                              GArray     *moved);
char **    write_document    (GPtrArray  *document);

G_END_DECLS
