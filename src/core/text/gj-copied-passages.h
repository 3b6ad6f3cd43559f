/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

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

/* @boilerplate: (nullable) (array zero-terminated=1): words of the form, which nobody has
 * to rewrite. Returns (transfer full) (element-type GjCopiedPassage). */

GArray *gj_copied_passages_find (const char        *old_text,
                                 const char        *new_text,
                                 const char *const *boilerplate);

G_END_DECLS
