/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-match-private.h"

#include <string.h>

/* Which section every item belongs to, and the sections' text. A section whose heading is
 * missing begins at its table. */

static guint
get_preface (GjMatch *self)
{
  return gj_form_get_n_sections (self->form);
}

/* The item with the first row of the table that stands in @section, or GJ_NONE. */
static guint
find_table_item (GjMatch *self,
                 guint    section)
{
  guint table = gj_form_get_section (self->form, section)->table;

  if (table == GJ_NONE)
    return GJ_NONE;

  for (guint r = 0; r < self->rows->len; r++)
    {
      guint line = self->alignment->lines[r];

      if (line != GJ_NONE && gj_expectation_get_line (self->alignment->expectation, line)->table == table)
        return gj_match_row (self, r)->item;
    }

  return GJ_NONE;
}

static void
begin_at_heading (GjMatch *self,
                  guint    section)
{
  GjMatchItem *item = gj_match_item (self, self->headings[section].item);
  const char *rest = item->text + self->headings[section].length;

  item->role = GJ_MATCH_ROLE_HEADING;
  while (*rest != '\0')
    {
      gunichar c = g_utf8_get_char (rest);
      gunichar folded = gj_words_fold (c);

      if (folded != 0 && c != 0x3002 && folded != ':')
        break;
      rest = g_utf8_next_char (rest);
    }
  item->rest = *rest != '\0' ? rest : NULL;
}

static void
note_missing_heading (GjMatch *self,
                      guint    section,
                      guint    item)
{
  const GjSection *wanted = gj_form_get_section (self->form, section);
  GjMatchNote note = { .place = wanted->id, .name = wanted->heading };

  if (item != GJ_NONE)
    note.line = gj_match_item (self, item)->line;
  gj_match_note_add (self->source,
                     item != GJ_NONE ? GJ_MATCH_NOTE_HEADING_INFERRED : GJ_MATCH_NOTE_HEADING_MISSING, &note);
}

static void
note_repeated_headings (GjMatch *self)
{
  for (guint s = 0; s < get_preface (self); s++)
    {
      const GjSection *section = gj_form_get_section (self->form, s);
      GjWords wanted;

      gj_words_init (&wanted, section->heading.zh);
      for (guint i = 0; i < self->items->len; i++)
        {
          const GjMatchItem *item = gj_match_item (self, i);
          GjMatchNote note = { .place = section->id, .line = item->line, .text = item->text };

          if (item->role != GJ_MATCH_ROLE_NONE || item->text == NULL || item->n_rows == 0 ||
              item->section == get_preface (self) ||
              strcmp (gj_match_row (self, item->first_row)->words[0].text, wanted.text) != 0)
            continue;
          gj_match_note_add (self->source, GJ_MATCH_NOTE_HEADING_REPEATED, &note);
        }
      gj_words_clear (&wanted);
    }
}

/**
 * _gj_match_place_sections:
 * @self: a match that is aligned and whose headings are known
 *
 * Says of every item which section it belongs to.
 */
void
_gj_match_place_sections (GjMatch *self)
{
  guint n = get_preface (self);
  g_autofree guint *starts = g_new (guint, n + 1);
  guint section = n;

  for (guint s = 0; s < n; s++)
    {
      starts[s] = self->headings[s].item;
      if (starts[s] != GJ_NONE)
        {
          begin_at_heading (self, s);
          continue;
        }
      starts[s] = find_table_item (self, s);
      note_missing_heading (self, s, starts[s]);
    }

  for (guint i = 0; i < self->items->len; i++)
    {
      for (guint s = 0; s < n; s++)
        if (starts[s] == i)
          section = s;
      gj_match_item (self, i)->section = section;
    }
  note_repeated_headings (self);
}

typedef struct
{
  GjMatch    *match;
  const char *place;
  GPtrArray  *blocks;
  gboolean    has_table;
  gboolean    has_text;
  guint       length;
} Text;

static void
add_text (Text       *self,
          const char *text)
{
  if (self->has_text)
    self->length++;
  self->has_text = TRUE;
  _gj_match_send_text (self->match, text, self->place, self->length);
  self->length += (guint) g_utf8_strlen (text, -1);
  g_ptr_array_add (self->blocks, gj_block_new_paragraph (text));
}

static void
add_table (Text *text)
{
  g_ptr_array_add (text->blocks, gj_block_new_table ());
  text->has_table = TRUE;
}

static void
note_moved_table (GjMatch *self,
                  guint    section,
                  guint    item)
{
  const GjSection *wanted = gj_form_get_section (self->form, section);
  GjMatchNote note = { .place = wanted->id, .line = gj_match_item (self, item)->line, .name = wanted->heading };

  gj_match_note_add (self->source, GJ_MATCH_NOTE_TABLE_MOVED, &note);
}

static void
fill_narrative (GjMatch *self,
                guint    section)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_block_unref);
  g_autoptr (GjNarrative) narrative = NULL;
  Text text = { .match = self, .blocks = blocks, .place = "preface" };
  guint table_item = section < get_preface (self) ? find_table_item (self, section) : GJ_NONE;
  gboolean wants_table = section < get_preface (self) &&
                         gj_form_get_section (self->form, section)->table != GJ_NONE;

  if (section < get_preface (self))
    text.place = gj_form_get_section (self->form, section)->id;
  else
    _gj_match_take_pictures (self, 0, blocks);

  for (guint i = 0; i < self->items->len; i++)
    {
      const GjMatchItem *item = gj_match_item (self, i);

      if (item->section != section)
        continue;
      if (item->role == GJ_MATCH_ROLE_HEADING && item->rest != NULL)
        add_text (&text, item->rest);
      else if (item->role == GJ_MATCH_ROLE_NONE && item->text != NULL)
        add_text (&text, item->text);
      else if (i == table_item)
        add_table (&text);
      _gj_match_take_pictures (self, i + 1, blocks);
    }

  if (wants_table && !text.has_table)
    {
      add_table (&text);
      if (table_item != GJ_NONE)
        note_moved_table (self, section, table_item);
    }
  narrative = gj_narrative_new ((GjBlock *const *) blocks->pdata, blocks->len);
  gj_report_init_narrative (self->report, section, narrative);
}

/**
 * _gj_match_fill_narratives:
 * @self: a match all of whose items have found their places
 *
 * Gives the report its preface and the text of its sections.
 */
void
_gj_match_fill_narratives (GjMatch *self)
{
  for (guint s = 0; s <= get_preface (self); s++)
    fill_narrative (self, s);
}
