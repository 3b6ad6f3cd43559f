/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-match-private.h"

/* Paragraphs that found no place in the report, gathered into one residue of the source
 * with one note. */

void
_gj_residue_take (GjMatchResidue *self,
                  GjMatchItem    *item)
{
  if (self->text == NULL)
    self->text = g_string_new (NULL);
  if (self->line == 0)
    self->line = item->line;

  item->role = GJ_MATCH_ROLE_RESIDUE;
  g_string_append_printf (self->text, "%s%s", self->text->len > 0 ? "\n" : "", item->text);
}

/* Nothing is kept of nothing. */

void
_gj_residue_keep (GjMatchResidue  *self,
                  GjSourceBuilder *source,
                  const char      *place,
                  GjMatchNoteKind  kind)
{
  GjMatchNote note = { .place = place, .line = self->line };

  if (self->text == NULL || self->text->len == 0)
    return;

  note.text = self->text->str;
  gj_source_builder_add_residue (source, place, self->text->str);
  gj_match_note_add (source, kind, &note);
}

void
_gj_residue_clear (GjMatchResidue *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
}
