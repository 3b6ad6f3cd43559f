/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-match-private.h"

/* What the reader did, said in words: the reader knows where in the document that was, the
 * matcher where it went. */

static const GjMatchNoteKind kinds[] = {
  [GJ_RAW_NOTE_ENCODING] = GJ_MATCH_NOTE_ENCODING,
  [GJ_RAW_NOTE_CHARSET_WRONG] = GJ_MATCH_NOTE_CHARSET_WRONG,
  [GJ_RAW_NOTE_DROPPED_CHARACTERS] = GJ_MATCH_NOTE_DROPPED_CHARACTERS,
  [GJ_RAW_NOTE_INSERTED] = GJ_MATCH_NOTE_INSERTED,
  [GJ_RAW_NOTE_DELETED] = GJ_MATCH_NOTE_DELETED,
  [GJ_RAW_NOTE_TEXT_BOX] = GJ_MATCH_NOTE_TEXT_BOX,
  [GJ_RAW_NOTE_HIDDEN] = GJ_MATCH_NOTE_HIDDEN,
  [GJ_RAW_NOTE_HIDDEN_READ] = GJ_MATCH_NOTE_HIDDEN_READ,
  [GJ_RAW_NOTE_NUMBERING] = GJ_MATCH_NOTE_NUMBERING,
  [GJ_RAW_NOTE_NESTED_TABLE] = GJ_MATCH_NOTE_NESTED_TABLE,
  [GJ_RAW_NOTE_LAYOUT_TABLE] = GJ_MATCH_NOTE_LAYOUT_TABLE,
  [GJ_RAW_NOTE_SPAN_CUT] = GJ_MATCH_NOTE_SPAN_CUT,
  [GJ_RAW_NOTE_SPAN_ORPHAN] = GJ_MATCH_NOTE_SPAN_ORPHAN,
  [GJ_RAW_NOTE_PICTURE_LEFT_OUT] = GJ_MATCH_NOTE_PICTURE_LEFT_OUT,
  [GJ_RAW_NOTE_PICTURE_MOVED] = GJ_MATCH_NOTE_PICTURE_MOVED,
  [GJ_RAW_NOTE_TABLE_CUT] = GJ_MATCH_NOTE_TABLE_CUT,
  [GJ_RAW_NOTE_FOOTNOTE] = GJ_MATCH_NOTE_FOOTNOTE,
  [GJ_RAW_NOTE_HEADER_FOOTER] = GJ_MATCH_NOTE_HEADER_FOOTER,
  [GJ_RAW_NOTE_FURNITURE] = GJ_MATCH_NOTE_FURNITURE,
  [GJ_RAW_NOTE_SCRIPT_TEXT] = GJ_MATCH_NOTE_SCRIPT_TEXT,
  [GJ_RAW_NOTE_PAGE_NUMBER] = GJ_MATCH_NOTE_PAGE_NUMBERS,
  [GJ_RAW_NOTE_TABLE_JOINED] = GJ_MATCH_NOTE_TABLE_JOINED,
  [GJ_RAW_NOTE_NO_RULES] = GJ_MATCH_NOTE_NO_RULES,
  [GJ_RAW_NOTE_SCANNED_PAGE] = GJ_MATCH_NOTE_SCANNED_PAGE,
  [GJ_RAW_NOTE_RECOGNISED] = GJ_MATCH_NOTE_RECOGNISED,
  [GJ_RAW_NOTE_BROKEN] = GJ_MATCH_NOTE_BROKEN,
  [GJ_RAW_NOTE_PART_READ] = GJ_MATCH_NOTE_PART_READ,
  [GJ_RAW_NOTE_PART_LEFT_OUT] = GJ_MATCH_NOTE_PART_LEFT_OUT,
  [GJ_RAW_NOTE_OBJECT_LEFT_OUT] = GJ_MATCH_NOTE_OBJECT_LEFT_OUT,
  [GJ_RAW_NOTE_CHART_LEFT_OUT] = GJ_MATCH_NOTE_CHART_LEFT_OUT,
  [GJ_RAW_NOTE_FORMULA] = GJ_MATCH_NOTE_FORMULA,
  [GJ_RAW_NOTE_FIELD_LEFT_OUT] = GJ_MATCH_NOTE_FIELD_LEFT_OUT,
  [GJ_RAW_NOTE_PROMPT] = GJ_MATCH_NOTE_PROMPT,
  [GJ_RAW_NOTE_RUBY] = GJ_MATCH_NOTE_RUBY,
  [GJ_RAW_NOTE_TEXT_BOX_MOVED] = GJ_MATCH_NOTE_TEXT_BOX_MOVED,
  [GJ_RAW_NOTE_TABLE_PARTED] = GJ_MATCH_NOTE_TABLE_PARTED,
  [GJ_RAW_NOTE_PAGE_DAMAGED] = GJ_MATCH_NOTE_PAGE_DAMAGED,
  [GJ_RAW_NOTE_FILE_DAMAGED] = GJ_MATCH_NOTE_FILE_DAMAGED,
  [GJ_RAW_NOTE_PAGE_BLANK] = GJ_MATCH_NOTE_PAGE_BLANK,
  [GJ_RAW_NOTE_PAGE_NAMELESS] = GJ_MATCH_NOTE_PAGE_NAMELESS,
  [GJ_RAW_NOTE_NAMELESS] = GJ_MATCH_NOTE_NAMELESS,
  [GJ_RAW_NOTE_COLUMNS] = GJ_MATCH_NOTE_COLUMNS,
  [GJ_RAW_NOTE_COLUMNS_UNSURE] = GJ_MATCH_NOTE_COLUMNS_UNSURE,
};

static gboolean
is_about_encoding (const GjRawNote *raw)
{
  return raw->kind == GJ_RAW_NOTE_ENCODING || raw->kind == GJ_RAW_NOTE_CHARSET_WRONG ||
         (raw->kind == GJ_RAW_NOTE_DROPPED_CHARACTERS && raw->line == 0);
}

static void
keep_note (GjMatch         *self,
           const GjRawNote *raw,
           const char      *place)
{
  GjMatchNote note = { .place = place, .line = raw->line, .text = raw->text, .n = raw->n };

  if (raw->kind < G_N_ELEMENTS (kinds))
    gj_match_note_add (self->source, kinds[raw->kind], &note);
}

/**
 * _gj_match_note_encoding:
 * @self: a match
 *
 * Keeps the notes about the file as a whole, which come first.
 */
void
_gj_match_note_encoding (GjMatch *self)
{
  for (guint i = 0; i < self->document->notes->len; i++)
    if (is_about_encoding (self->document->notes->pdata[i]))
      keep_note (self, self->document->notes->pdata[i], "");
}

/* The line of the form that a row of the item went to: the last one that does not stand
 * behind the place. */
static char *
find_row_place (GjMatch           *self,
                const GjMatchItem *item,
                guint              line)
{
  const GjExpectedLine *found = NULL;
  const GjTable *table;

  for (guint r = item->first_row; r < item->first_row + item->n_rows; r++)
    {
      guint index = self->alignment->lines[r];

      if (gj_match_row (self, r)->line > line)
        break;
      if (index != GJ_NONE)
        found = gj_expectation_get_line (self->alignment->expectation, index);
    }
  if (found == NULL)
    return NULL;

  table = gj_form_get_table (self->form, found->table);

  return found->row == GJ_NONE ? g_strdup (table->id) :
         g_strconcat (table->id, "/", table->rows[found->row].id, NULL);
}

/**
 * _gj_match_find_place:
 * @self: a match that is done
 * @line: a place in the document
 *
 * Returns: (transfer full): where in the report that went; "" when nothing of it went in
 */
char *
_gj_match_find_place (GjMatch *self,
                      guint    line)
{
  const GjMatchItem *found = NULL;
  char *place = NULL;

  for (guint i = 0; i < self->items->len && line > 0; i++)
    {
      const GjMatchItem *item = gj_match_item (self, i);

      if (item->line <= line)
        found = item;
      if (item->line >= line)
        break;
    }
  if (found == NULL)
    return g_strdup ("");

  if (found->text == NULL && self->document->unit != GJ_RAW_UNIT_PAGE)
    place = find_row_place (self, found, line);
  if (place != NULL)
    return place;

  if (found->role == GJ_MATCH_ROLE_TITLE || found->role == GJ_MATCH_ROLE_DOCUMENT_NUMBER)
    return g_strdup ("title");
  if (found->role == GJ_MATCH_ROLE_SIGNATURE || found->role == GJ_MATCH_ROLE_DATE)
    return g_strdup ("signature");
  if (found->section < gj_form_get_n_sections (self->form))
    return g_strdup (gj_form_get_section (self->form, found->section)->id);

  return g_strdup ("preface");
}

/**
 * _gj_match_keep_raw_notes:
 * @self: a match that is done
 *
 * Keeps the notes of the reader, each with the place in the report.
 */
void
_gj_match_keep_raw_notes (GjMatch *self)
{
  for (guint i = 0; i < self->document->notes->len; i++)
    {
      const GjRawNote *raw = self->document->notes->pdata[i];
      g_autofree char *place = NULL;

      if (is_about_encoding (raw))
        continue;
      place = _gj_match_find_place (self, raw->line);
      keep_note (self, raw, place);
    }
}
