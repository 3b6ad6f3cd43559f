/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-match-private.h"

#include <string.h>

/* What becomes of every row: the ones that are known have their labels noted where they
 * differ from the form's, the others are heads, parts of a cut row, or residue. */

#define LEAST_ALIKE 600
#define WIDE_BLANK "\xe3\x80\x80"

static const GjExpectedLine *
get_line (GjMatch *self,
          guint    row)
{
  guint line = self->alignment->lines[row];

  return line == GJ_NONE ? NULL : gj_expectation_get_line (self->alignment->expectation, line);
}

/**
 * _gj_match_find_printed:
 * @self: a match that is aligned
 * @words: words of a row
 * @table: (out) (optional): the table that they are printed in
 *
 * Returns: (nullable): the slot of the form in which the same words are printed
 */
const GjSlot *
_gj_match_find_printed (GjMatch       *self,
                        const GjWords *words,
                        guint         *table)
{
  return gj_expectation_find_slot (self->alignment->expectation, words->text, table);
}

/* Rows that are known */

static void
note_label (GjMatch              *self,
            guint                 row_index,
            const GjExpectedLine *line,
            const char           *place,
            const char           *label)
{
  const GjMatchRow *row = gj_match_row (self, row_index);
  const GjTable *table = gj_form_get_table (self->form, line->table);
  const char *variant = gj_expectation_get_variant (self->alignment->expectation);
  GjMatchNote note = { .place = place, .line = row->line, .text = label, .other = line->label };
  gboolean same = FALSE;
  GjWords words;

  if (line->row != GJ_NONE)
    note.name = table->rows[line->row].name;

  gj_words_init (&words, label);
  for (guint i = 0; i < line->n_labels; i++)
    same = same || gj_words_is_same (&words, &line->labels[i]);
  gj_words_clear (&words);

  if (self->alignment->guessed[row_index])
    gj_match_note_add (self->source, GJ_MATCH_NOTE_LABEL_GUESSED, &note);
  else if (!same)
    gj_match_note_add (self->source, GJ_MATCH_NOTE_LABEL, &note);

  if (self->alignment->labels[row_index] != NULL)
    {
      const char *end = strchr (label, '\n');

      note.other = end != NULL ? end + 1 : label;
      gj_match_note_add (self->source, GJ_MATCH_NOTE_LABEL_CUT, &note);
    }
  if (self->alignment->moved[row_index])
    gj_match_note_add (self->source, GJ_MATCH_NOTE_ROW_MOVED, &note);
  if (variant != NULL)
    {
      const GjVariant *changed = gj_form_find_variant (self->form, variant);

      note.other = variant;
      if (changed->table == line->table && changed->row == line->row)
        gj_match_note_add (self->source, GJ_MATCH_NOTE_VARIANT, &note);
    }
}

static void
note_group (GjMatch              *self,
            const GjMatchRow     *row,
            const GjExpectedLine *line,
            guint                 field)
{
  const GjTable *table = gj_form_get_table (self->form, line->table);
  GjMatchNote note = { .place = table->id, .line = row->line, .text = row->fields[field] };
  guint best = LEAST_ALIKE - 1;
  gboolean same = FALSE;

  for (guint i = 0; i < line->n_groups; i++)
    {
      GjWords words;
      guint alike;

      gj_words_init (&words, line->groups[i]);
      alike = gj_words_compare (&row->words[field], &words);
      if (alike > best)
        {
          best = alike;
          note.other = line->groups[i];
          same = gj_words_is_same (&row->words[field], &words);
        }
      gj_words_clear (&words);
    }

  if (note.other != NULL && !same)
    gj_match_note_add (self->source, GJ_MATCH_NOTE_GROUP, &note);
  if (note.other != NULL)
    return;

  gj_source_builder_add_residue (self->source, table->id, row->fields[field]);
  gj_match_note_add (self->source, GJ_MATCH_NOTE_ROW_WORDS, &note);
}

static void
settle_known (GjMatch *self,
              guint    row_index)
{
  const GjMatchRow *row = gj_match_row (self, row_index);
  const GjExpectedLine *line = get_line (self, row_index);
  const GjTable *table = gj_form_get_table (self->form, line->table);
  guint own = self->alignment->owns[row_index];

  if (line->row != GJ_NONE &&
      (own != GJ_NONE || self->alignment->labels[row_index] != NULL || self->alignment->guessed[row_index]))
    {
      const char *label = self->alignment->labels[row_index];
      g_autofree char *place = g_strconcat (table->id, "/", table->rows[line->row].id, NULL);

      if (label == NULL)
        label = own != GJ_NONE ? row->fields[own] : "";
      if (strcmp (label, line->label) != 0)
        gj_source_builder_add_label (self->source, place, label);
      note_label (self, row_index, line, place, label);
    }

  for (guint i = 0; i < row->n_words && i < (own == GJ_NONE ? row->n_prefix : own); i++)
    if (row->words[i].text != NULL && _gj_match_find_printed (self, &row->words[i], NULL) == NULL)
      note_group (self, row, line, i);
}

/* Grids and paragraphs */

static gboolean
is_ours (GjMatch           *self,
         const GjMatchItem *item)
{
  for (guint i = item->first_row; i < item->first_row + item->n_rows; i++)
    {
      const GjMatchRow *row = gj_match_row (self, i);

      if (self->alignment->lines[i] != GJ_NONE || self->alignment->parts[i] != GJ_NONE)
        return TRUE;
      for (guint j = 0; j < row->n_words; j++)
        if (row->words[j].text != NULL && _gj_match_find_printed (self, &row->words[j], NULL) != NULL)
          return TRUE;
    }

  return FALSE;
}

/* Values alone between two grids of ours belong to the table around them. */
static gboolean
is_inside_table (GjMatch           *self,
                 const GjMatchItem *item)
{
  guint before = item->first_row > 0 ? _gj_match_find_near (self, item->first_row - 1, -1) : GJ_NONE;

  return before != GJ_NONE && before == _gj_match_find_near (self, item->first_row + item->n_rows, 1);
}

static void
keep_foreign (GjMatch           *self,
              const GjMatchItem *item)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *place = item->section < gj_form_get_n_sections (self->form) ?
                      gj_form_get_section (self->form, item->section)->id : "preface";
  GjMatchNote note = { .place = place, .line = item->line };

  for (guint i = item->first_row; i < item->first_row + item->n_rows; i++)
    {
      g_autofree char *row = _gj_match_row_join (gj_match_row (self, i));

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", row);
    }
  note.text = text->str;
  gj_source_builder_add_residue (self->source, place, text->str);
  gj_match_note_add (self->source, GJ_MATCH_NOTE_TABLE_FOREIGN, &note);
}

static void
note_transposed (GjMatch           *self,
                 const GjMatchItem *item)
{
  guint table = _gj_match_find_near (self, item->first_row, 1);
  GjMatchNote note = { .line = item->line };

  note.place = table != GJ_NONE ? gj_form_get_table (self->form, table)->id : "";
  gj_match_note_add (self->source, GJ_MATCH_NOTE_TABLE_TRANSPOSED, &note);
}

static void
settle_grid (GjMatch     *self,
             GjMatchItem *item,
             GHashTable  *seen)
{
  gboolean ours = is_ours (self, item);

  item->role = ours || is_inside_table (self, item) ? GJ_MATCH_ROLE_TABLE : GJ_MATCH_ROLE_RESIDUE;
  if (ours && item->transposed)
    note_transposed (self, item);
  for (guint i = item->first_row; i < item->first_row + item->n_rows; i++)
    {
      const GjMatchRow *row = gj_match_row (self, i);

      if (self->alignment->lines[i] != GJ_NONE)
        {
          settle_known (self, i);
        }
      else if (self->alignment->parts[i] != GJ_NONE)
        {
          continue;
        }
      else if (row->n_numbers > 0 && item->role == GJ_MATCH_ROLE_TABLE)
        {
          _gj_match_settle_values (self, i);
        }
      else if (item->role == GJ_MATCH_ROLE_TABLE)
        {
          _gj_match_settle_words (self, i, seen);
          if (_gj_match_is_head_row (self, i))
            _gj_match_note_repeated_head (self, i);
        }
    }
}

static gboolean
is_page_number (const GjWords *words)
{
  guint n_digits = 0;

  for (guint i = 0; i < words->n_characters; i++)
    {
      gunichar c = words->characters[i];

      if (c < 0x80 && g_ascii_isdigit ((char) c))
        n_digits++;
      else if (c != '-' && c != '/' && c != 0x7b2c && c != 0x9875 && c != 0x5171)
        return FALSE;
    }

  return n_digits > 0 && n_digits <= 6;
}

static gboolean
is_printed_at (GjMatch    *self,
               const char *text,
               guint       wanted)
{
  g_autofree char *words = gj_words_normalize (text);
  guint table = wanted;

  return wanted != GJ_NONE && (*words == '\0' ||
                               (gj_expectation_find_slot (self->alignment->expectation, words, &table) != NULL &&
                                table == wanted));
}

/* Words that the form prints in this table, one text or several parted by blanks. */
static gboolean
is_printed_in (GjMatch    *self,
               const char *text,
               guint       table)
{
  g_autoptr (GString) narrow = NULL;
  g_auto (GStrv) parts = NULL;

  if (is_printed_at (self, text, table))
    return TRUE;

  narrow = g_string_new (text);
  g_string_replace (narrow, WIDE_BLANK, " ", 0);
  parts = g_strsplit_set (narrow->str, " \t", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!is_printed_at (self, parts[i], table))
      return FALSE;

  return TRUE;
}

/* A paragraph beside a table: a title, a head or a part of a label that stood on a line of
 * its own, or the number of a page. */
static void
settle_paragraph (GjMatch     *self,
                  GjMatchItem *item)
{
  guint row = item->first_row;
  guint before;
  guint after;

  if (item->n_rows == 0 || item->role == GJ_MATCH_ROLE_HEADING)
    return;
  if (self->alignment->parts[row] != GJ_NONE)
    {
      item->role = GJ_MATCH_ROLE_TABLE;
      return;
    }

  before = row > 0 ? _gj_match_find_near (self, row - 1, -1) : GJ_NONE;
  after = _gj_match_find_near (self, row + 1, 1);
  if (is_printed_in (self, item->text, before) || is_printed_in (self, item->text, after))
    {
      item->role = GJ_MATCH_ROLE_TABLE;
    }
  else if (before != GJ_NONE && before == after && is_page_number (&gj_match_row (self, row)->words[0]))
    {
      item->role = GJ_MATCH_ROLE_RESIDUE;
      _gj_match_keep_residue (self, row, GJ_MATCH_NOTE_PAGE_NUMBER, gj_form_get_table (self->form, before)->id, NULL);
    }
}

static void
note_missing (GjMatch *self,
              guint    table_index)
{
  const GjExpectation *expectation = self->alignment->expectation;
  const GjTable *table = gj_form_get_table (self->form, table_index);
  guint n = gj_expectation_get_n_lines (expectation);
  GjMatchNote note = { .place = table->id, .name = gj_form_get_section (self->form, table->section)->heading };
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++)
    any = any || (gj_expectation_get_line (expectation, i)->table == table_index &&
                  self->alignment->rows[i] != GJ_NONE);
  if (!any)
    {
      gj_match_note_add (self->source, GJ_MATCH_NOTE_TABLE_MISSING, &note);
      return;
    }

  for (guint i = 0; i < n; i++)
    {
      const GjExpectedLine *line = gj_expectation_get_line (expectation, i);
      g_autofree char *place = NULL;

      if (line->table != table_index || self->alignment->rows[i] != GJ_NONE)
        continue;
      if (line->row != GJ_NONE)
        {
          place = g_strconcat (table->id, "/", table->rows[line->row].id, NULL);
          note.place = place;
          note.name = table->rows[line->row].name;
        }
      gj_match_note_add (self->source, GJ_MATCH_NOTE_ROW_MISSING, &note);
    }
}

/**
 * _gj_match_settle_rows:
 * @self: a match that is aligned and whose headings are known
 *
 * Says of every row, and of every paragraph beside a table, what it is.
 */
void
_gj_match_settle_rows (GjMatch *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      GjMatchItem *item = gj_match_item (self, i);

      if (item->text == NULL)
        settle_grid (self, item, seen);
      else
        settle_paragraph (self, item);
    }
  for (guint i = 0; i < self->items->len; i++)
    {
      const GjMatchItem *item = gj_match_item (self, i);

      if (item->text == NULL && item->role == GJ_MATCH_ROLE_RESIDUE)
        keep_foreign (self, item);
    }
  for (guint i = 0; i < gj_form_get_n_tables (self->form); i++)
    note_missing (self, i);
}
