/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-match-private.h"

#include <string.h>

/* Rows that are no line of the form: heads and other words of the table, the rest of a row
 * that a page has cut, a row too many. Nothing of them is lost. */

#define LEAST_ALIKE 600

/* Rows that are looked at for the table around a row; the heads of table four alone are 19
 * paragraphs when every text has a line of its own. */
#define MAX_NEAR 40

static const GjExpectedLine *
get_line (GjMatch *self,
          guint    row)
{
  guint line = self->alignment->lines[row];

  return line == GJ_NONE ? NULL : gj_expectation_get_line (self->alignment->expectation, line);
}

char *
_gj_match_row_join (const GjMatchRow *row)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < row->n_fields; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "\t" : "", row->fields[i]);

  return g_strstrip (g_string_free (out, FALSE));
}

void
_gj_match_keep_residue (GjMatch         *self,
                        guint            row_index,
                        GjMatchNoteKind  kind,
                        const char      *place,
                        const GjLabel   *name)
{
  const GjMatchRow *row = gj_match_row (self, row_index);
  g_autofree char *text = _gj_match_row_join (row);
  GjMatchNote note = { .place = place, .line = row->line, .text = text };

  if (name != NULL)
    note.name = *name;
  gj_source_builder_add_residue (self->source, place, text);
  gj_match_note_add (self->source, kind, &note);
}

/* Rows of heads and other words */

static void
keep_head (GjMatch       *self,
           const GjSlot  *slot,
           guint          table_index,
           const char    *text,
           GHashTable    *seen)
{
  const GjTable *table = gj_form_get_table (self->form, table_index);
  char *place;

  if (slot->kind != GJ_SLOT_HEAD || slot->column == GJ_NONE)
    return;

  place = g_strconcat (table->id, "//", table->columns[slot->column].id, NULL);
  if (g_hash_table_add (seen, place) && strcmp (text, slot->text.zh) != 0)
    gj_source_builder_add_label (self->source, place, text);
}

static const GjSlot *
find_head_beside (GjMatch          *self,
                  const GjMatchRow *row,
                  guint             field)
{
  const GjSlot *slot = NULL;

  if (field < row->n_words && row->words[field].text != NULL)
    slot = _gj_match_find_printed (self, &row->words[field], NULL);

  return slot != NULL && slot->kind == GJ_SLOT_HEAD ? slot : NULL;
}

/* The head that the form has between those on both sides of this one. */
static const char *
find_between (GjMatch             *self,
              const GjMatchRow    *row,
              guint                field,
              const GjTableLayout *layout)
{
  const GjSlot *before = field > 0 ? find_head_beside (self, row, field - 1) : NULL;
  const GjSlot *after = find_head_beside (self, row, field + 1);

  for (guint i = 0; i < layout->n_slots && before != NULL && after != NULL; i++)
    {
      const GjSlot *slot = &layout->slots[i];
      GjWords words;
      guint alike;

      if (slot->kind != GJ_SLOT_HEAD || slot->line != before->line || slot->line != after->line ||
          slot->position != before->position + before->n_positions ||
          slot->position + slot->n_positions != after->position)
        continue;
      gj_words_init (&words, slot->text.zh);
      alike = gj_words_compare (&row->words[field], &words);
      gj_words_clear (&words);
      return alike >= GJ_MATCH_ALIKE_IN_PLACE ? slot->text.zh : NULL;
    }

  return NULL;
}

static gboolean
note_head (GjMatch          *self,
           const GjMatchRow *row,
           guint             field,
           guint             table_index)
{
  const GjTable *table = gj_form_get_table (self->form, table_index);
  const GjTableLayout *layout =
    gj_table_get_layout (table, gj_expectation_get_variant (self->alignment->expectation));
  GjMatchNote note = { .place = table->id, .line = row->line, .text = row->fields[field] };
  guint best = LEAST_ALIKE - 1;
  gboolean same = FALSE;

  if (row->words[field].n_characters > 60)
    return FALSE;

  for (guint i = 0; i < layout->n_slots; i++)
    {
      const GjSlot *slot = &layout->slots[i];
      GjWords words;
      guint alike;

      if (slot->kind == GJ_SLOT_CELL || slot->text.zh == NULL)
        continue;
      gj_words_init (&words, slot->text.zh);
      alike = gj_words_compare (&row->words[field], &words);
      if (alike > best)
        {
          best = alike;
          note.other = slot->text.zh;
          same = gj_words_is_same (&row->words[field], &words);
        }
      gj_words_clear (&words);
    }
  if (note.other == NULL)
    note.other = find_between (self, row, field, layout);
  if (note.other != NULL && !same)
    gj_match_note_add (self->source, GJ_MATCH_NOTE_HEAD, &note);

  return note.other != NULL;
}

/* The table that the rows around this one belong to. */
guint
_gj_match_find_near (GjMatch *self,
                     guint    row,
                     int      step)
{
  for (guint i = row, n = 0; i < self->rows->len && n < MAX_NEAR; i += (guint) step, n++)
    {
      const GjMatchRow *other = gj_match_row (self, i);
      guint table = GJ_NONE;

      if (gj_match_item (self, other->item)->role == GJ_MATCH_ROLE_HEADING)
        return GJ_NONE;
      if (get_line (self, i) != NULL)
        return get_line (self, i)->table;
      if (!other->loose && other->n_words > 0 && other->words[0].text != NULL &&
          i != row && _gj_match_find_printed (self, &other->words[0], &table) != NULL)
        return table;
    }

  return GJ_NONE;
}

static guint
find_near_table (GjMatch *self,
                 guint    row)
{
  guint after = _gj_match_find_near (self, row, 1);

  return after != GJ_NONE ? after : _gj_match_find_near (self, row, -1);
}

void
_gj_match_settle_words (GjMatch    *self,
                        guint       row_index,
                        GHashTable *seen)
{
  const GjMatchRow *row = gj_match_row (self, row_index);
  guint near = find_near_table (self, row_index);
  gboolean is_head = _gj_match_is_head_row (self, row_index);

  for (guint i = 0; i < row->n_words; i++)
    {
      GjMatchNote note = { .line = row->line, .text = row->fields[i] };
      guint table = near;
      const GjSlot *slot;

      if (row->words[i].text == NULL)
        continue;
      slot = _gj_match_find_printed (self, &row->words[i], &table);
      if (slot != NULL)
        {
          keep_head (self, slot, table, row->fields[i], seen);
          continue;
        }
      if (near != GJ_NONE && note_head (self, row, i, near))
        continue;
      note.place = near != GJ_NONE ? gj_form_get_table (self->form, near)->id : "";
      gj_source_builder_add_residue (self->source, note.place, row->fields[i]);
      gj_match_note_add (self->source, is_head ? GJ_MATCH_NOTE_COLUMN_EXTRA : GJ_MATCH_NOTE_ROW_WORDS, &note);
    }
}

/* The head of a table that goes on over a page comes again. */
void
_gj_match_note_repeated_head (GjMatch *self,
                              guint    row_index)
{
  const GjExpectedLine *before = NULL;
  const GjExpectedLine *after = NULL;
  GjMatchNote note = { .line = gj_match_row (self, row_index)->line };

  for (guint i = row_index; i > 0 && before == NULL; i--)
    {
      if (_gj_match_is_head_row (self, i - 1))
        return;
      before = get_line (self, i - 1);
    }
  for (guint i = row_index + 1; i < self->rows->len && after == NULL; i++)
    after = get_line (self, i);
  if (before == NULL || after == NULL || before->heads[0] == NULL || before->heads[0] != after->heads[0])
    return;

  note.place = gj_form_get_table (self->form, before->table)->id;
  gj_match_note_add (self->source, GJ_MATCH_NOTE_HEAD_REPEATED, &note);
}

/* Rows of values that are not known */

static guint
count_values (GjMatch *self,
              guint    row_index)
{
  const GjMatchRow *row = gj_match_row (self, row_index);
  guint own = self->alignment->owns[row_index];
  guint n = 0;

  for (guint i = own == GJ_NONE ? row->n_prefix : own + 1; i < row->n_fields; i++)
    n += !_gj_text_is_blank (row->fields[i]);

  return n;
}

static gboolean
has_words (const GjMatchRow *row)
{
  for (guint i = 0; i < row->n_words; i++)
    if (row->words[i].text != NULL)
      return TRUE;

  return FALSE;
}

/* Values without a label right after a row that lacks just so many. */
static gboolean
join_cut_row (GjMatch *self,
              guint    row_index)
{
  const GjMatchRow *row = gj_match_row (self, row_index);
  const GjExpectedLine *line = NULL;
  guint before = row_index;
  guint n = 0;

  if (has_words (row))
    return FALSE;

  while (before > 0 && line == NULL && row_index - before < 6)
    {
      before--;
      line = get_line (self, before);
      if (line == NULL && gj_match_row (self, before)->n_numbers > 0 &&
          self->alignment->parts[before] == GJ_NONE)
        return FALSE;
    }
  if (line == NULL)
    return FALSE;

  n = count_values (self, before);
  for (guint i = before + 1; i <= row_index; i++)
    if (i == row_index || self->alignment->parts[i] == before)
      n += gj_match_row (self, i)->n_numbers;
  if (n > line->n_cells || count_values (self, before) == 0)
    return FALSE;

  self->alignment->parts[row_index] = before;

  return TRUE;
}

static void
note_cut_row (GjMatch *self,
              guint    row_index)
{
  const GjExpectedLine *line = get_line (self, self->alignment->parts[row_index]);
  const GjTable *table = gj_form_get_table (self->form, line->table);
  GjMatchNote note = { .place = table->id, .line = gj_match_row (self, row_index)->line };

  note.name = line->row != GJ_NONE ? table->rows[line->row].name :
              gj_form_get_section (self->form, table->section)->tab;
  gj_match_note_add (self->source, GJ_MATCH_NOTE_ROW_CUT, &note);
}

void
_gj_match_settle_values (GjMatch *self,
                         guint    row_index)
{
  const GjMatchRow *row = gj_match_row (self, row_index);
  guint near = find_near_table (self, row_index);
  const char *place = near != GJ_NONE ? gj_form_get_table (self->form, near)->id : "";

  if (join_cut_row (self, row_index))
    {
      note_cut_row (self, row_index);
      return;
    }
  if (row->n_numbers == 1 && !has_words (row) && row->n_fields <= 3)
    {
      _gj_match_keep_residue (self, row_index, GJ_MATCH_NOTE_PAGE_NUMBER, place, NULL);
      return;
    }

  for (guint i = row->n_words; i > 0; i--)
    {
      const GArray *lines;
      const GjExpectedLine *line;

      if (row->words[i - 1].text == NULL)
        continue;
      lines = gj_expectation_find_lines (self->alignment->expectation, row->words[i - 1].text);
      if (lines == NULL)
        continue;
      line = gj_expectation_get_line (self->alignment->expectation, g_array_index (lines, guint, 0));
      if (line->row == GJ_NONE)
        continue;
      _gj_match_keep_residue (self, row_index, GJ_MATCH_NOTE_ROW_REPEATED, place,
                              &gj_form_get_table (self->form, line->table)->rows[line->row].name);
      return;
    }
  _gj_match_keep_residue (self, row_index, GJ_MATCH_NOTE_ROW_EXTRA, place, NULL);
}
