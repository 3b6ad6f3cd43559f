/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-word-tally.h"

void
gj_word_tally_init (GjWordTally   *self,
                    GjRawNoteKind  kind)
{
  *self = (GjWordTally) { .kind = kind, .text = g_string_new (NULL) };
}

void
gj_word_tally_clear (GjWordTally *self)
{
  g_string_free (self->text, TRUE);
  self->text = NULL;
}

/**
 * gj_word_tally_count:
 * @text: (nullable): what is counted, or %NULL when the tally has gathered it
 * @line: the place in the source
 *
 * Of several, the first is told.
 */
void
gj_word_tally_count (GjWordTally *self,
                     const char  *text,
                     guint        line)
{
  if (self->n++ > 0)
    return;

  self->line = line;
  if (text != NULL)
    g_string_assign (self->text, text);
}

/**
 * gj_word_tally_write:
 * @document: is told the note, if there is one
 */
void
gj_word_tally_write (const GjWordTally *self,
                     GjRawDocument     *document)
{
  if (self->n > 0)
    gj_raw_document_add_note (document, self->kind, self->text->len > 0 ? self->text->str : NULL, self->n, self->line);
}
