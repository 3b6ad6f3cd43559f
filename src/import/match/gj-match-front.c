/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-match-private.h"

#include <string.h>

/* What stands before the first heading: the document number, the title, a table of
 * contents; what is left is the preface. */

#define MAX_FRONT 64

/* Where the front ends: at the first heading or grid. */

guint
_gj_match_get_front_end (GjMatch *self)
{
  guint end = MIN (self->items->len, MAX_FRONT);

  for (guint i = 0; i < gj_form_get_n_sections (self->form); i++)
    if (self->headings[i].item != GJ_NONE)
      end = MIN (end, self->headings[i].item);
  for (guint i = 0; i < end; i++)
    if (gj_match_item (self, i)->text == NULL)
      end = i;

  return end;
}

gboolean
_gj_match_is_document_number (const char *text)
{
  g_autofree char *words = NULL;

  if (strlen (text) > 120)
    return FALSE;

  words = gj_words_normalize (text);

  return g_str_has_suffix (words, "号") && strstr (words, "(20") != NULL && strchr (words, ')') != NULL;
}

static void
settle_before_title (GjMatch *self)
{
  g_auto (GjMatchResidue) residue = { 0 };

  for (guint i = 0; i < self->title_first; i++)
    {
      GjMatchItem *item = gj_match_item (self, i);

      if (item->role != GJ_MATCH_ROLE_NONE || item->text == NULL)
        continue;
      if ((item->said == GJ_RAW_ROLE_NUMBER || _gj_match_is_document_number (item->text)) &&
          gj_report_get_field (self->report, GJ_FIELD_DOCUMENT_NUMBER)[0] == '\0')
        {
          g_autofree char *number = gj_words_strip (item->text, strlen (item->text));

          item->role = GJ_MATCH_ROLE_DOCUMENT_NUMBER;
          gj_report_init_field (self->report, GJ_FIELD_DOCUMENT_NUMBER, number);
          continue;
        }
      _gj_residue_take (&residue, item);
    }

  _gj_residue_keep (&residue, self->source, "title", GJ_MATCH_NOTE_BEFORE_TITLE);
}

static gboolean
is_contents_line (GjMatch    *self,
                  const char *text)
{
  gboolean found = FALSE;

  if (strlen (text) > 240)
    return FALSE;

  for (guint i = 0; i < gj_form_get_n_sections (self->form) && !found; i++)
    {
      GjWords words;

      gj_words_init (&words, gj_form_get_section (self->form, i)->heading.zh);
      found = gj_words_find_prefix (&words, text) >= 0;
      gj_words_clear (&words);
    }

  return found;
}

static gboolean
is_contents_title (const char *text)
{
  g_autofree char *words = strlen (text) <= 60 ? gj_words_normalize (text) : NULL;

  return words != NULL && strcmp (words, "目录") == 0;
}

/* Three headings one after another before the first section: a table of contents. */
static void
drop_contents (GjMatch *self,
               guint    end)
{
  g_auto (GjMatchResidue) residue = { 0 };
  guint n = 0;

  for (guint i = 0; i < end; i++)
    if (gj_match_item (self, i)->role == GJ_MATCH_ROLE_NONE)
      n += is_contents_line (self, gj_match_item (self, i)->text);
  if (n < 3)
    return;

  for (guint i = 0; i < end; i++)
    {
      GjMatchItem *item = gj_match_item (self, i);

      if (item->role == GJ_MATCH_ROLE_NONE &&
          (is_contents_line (self, item->text) || is_contents_title (item->text)))
        _gj_residue_take (&residue, item);
    }

  _gj_residue_keep (&residue, self->source, "preface", GJ_MATCH_NOTE_CONTENTS);
}

/**
 * _gj_match_read_front:
 * @self: a match whose title was looked for
 *
 * Gives the report its title and document number, and says what the other lines before
 * the first heading are.
 */
void
_gj_match_read_front (GjMatch *self)
{
  if (self->title_first == GJ_NONE)
    {
      GjMatchNote note = { .place = "title" };

      gj_match_note_add (self->source, GJ_MATCH_NOTE_TITLE_MISSING, &note);
    }
  else
    {
      _gj_match_keep_title (self);
      _gj_match_drop_repeated_titles (self);
      settle_before_title (self);
    }
  drop_contents (self, _gj_match_get_front_end (self));
}
