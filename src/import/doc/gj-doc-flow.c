/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-doc-reader-private.h"

#include <string.h>

#include "gj-word-text.h"

/* From characters to paragraphs, and from paragraphs to cells, rows and tables. A line
 * break ends a paragraph as far as the report is concerned: offices part paragraphs that
 * way when they paste from a web page. */

#define MARK_CELL 0x07
#define MARK_PAGE 0x0c
#define MARK_PARAGRAPH 0x0d

/* Text */

/**
 * _gj_doc_append:
 * @format: how it is formatted
 * @c: a character
 *
 * Appends to the paragraph what is to be seen of it.
 */
void
_gj_doc_append (GjDocReader           *self,
                const GjDocCharacters *format,
                gunichar               c)
{
  if (format->is_deleted)
    {
      if (self->deletions.n == 1)
        g_string_append_unichar (self->deletions.text, c);
    }
  else if (format->is_hidden)
    {
      g_string_append_unichar (self->hidden, c);
    }
  else
    {
      if (format->is_inserted && self->insertions.n == 1)
        g_string_append_unichar (self->insertions.text, c);
      g_string_append_unichar (self->words, c);
      self->n_characters++;
    }
}

/* Appends the character at the place, and says how many units it takes. */
static guint32
add_character (GjDocReader           *self,
               const GjDocCharacters *format,
               guint32                at,
               guint32                end)
{
  const guint16 *units = self->text->units;
  gunichar c = units[at];

  if (gj_doc_text_in_code (self->text, at))
    {
      _gj_doc_read_field (self, format, at);
      return 1;
    }
  if (c == 0x28 && format->symbol >= 0x20 && g_unichar_validate (format->symbol))
    {
      _gj_doc_append (self, format, format->symbol);
      return 1;
    }
  if (c < 0x20)
    {
      _gj_doc_read_mark (self, format, at);
      return 1;
    }
  if (c >= 0xd800 && c < 0xdc00 && at + 1 < end && (units[at + 1] & 0xfc00) == 0xdc00)
    {
      _gj_doc_append (self, format, 0x10000 + ((c & 0x3ff) << 10) + (units[at + 1] & 0x3ff));
      return 2;
    }
  if (g_unichar_validate (c) && c != 0xfffe && c != 0xffff)
    _gj_doc_append (self, format, c);
  else
    self->n_dropped++;

  return 1;
}

/* What is changed in one place counts once, over the ends of paragraphs too. */
static void
count_changes (GjDocReader           *self,
               const GjDocCharacters *format)
{
  if (format->is_deleted && !self->in_deletion)
    gj_word_tally_count (&self->deletions, NULL, self->n_paragraphs);
  self->in_deletion = format->is_deleted;
  if (format->is_inserted && !format->is_deleted && !self->in_insertion)
    gj_word_tally_count (&self->insertions, NULL, self->n_paragraphs);
  self->in_insertion = format->is_inserted;
}

/* The text of a box lies behind the main text, and is read in the midst of it. */
static void
pass_comments (GjDocReader *self,
               guint32      at)
{
  if (at <= self->file->lengths[GJ_DOC_STORY_MAIN])
    gj_doc_comments_pass (self->comments, at, self->n_characters);
}

static void
add_characters (GjDocReader          *self,
                const GjDocParagraph *paragraph,
                guint32               first,
                guint32               end)
{
  GjDocCharacters format = { .end = first };

  for (guint32 at = first; at < end;)
    {
      if (at >= format.end)
        {
          gj_doc_formats_read_characters (self->formats, at, paragraph, &format);
          count_changes (self, &format);
        }
      pass_comments (self, at);
      at += add_character (self, &format, at, end);
    }
  pass_comments (self, end);
}

/* The end of a paragraph */

/* A @piece of the paragraph, from the code point @first to @end. */
static void
add_piece (GjDocReader          *self,
           const GjDocParagraph *paragraph,
           GPtrArray            *blocks,
           const char           *piece,
           gsize                 length,
           glong                 first,
           glong                 end)
{
  GjRawBlock *block;

  if (length == 0 && !gj_doc_comments_are_in (self->comments, first, end))
    return;

  block = gj_raw_block_new_paragraph (piece, (gssize) length, self->line);
  if (paragraph->level >= 0 && paragraph->level < 9)
    block->level = (guint) paragraph->level + 1;
  g_ptr_array_add (blocks, block);
  gj_doc_comments_settle (self->comments, block, first, end);
}

static void
add_pieces (GjDocReader          *self,
            const GjDocParagraph *paragraph,
            GPtrArray            *blocks)
{
  const char *piece = self->words->str;
  glong first = 0;

  while (TRUE)
    {
      const char *feed = strchr (piece, '\n');
      gsize length = feed != NULL ? (gsize) (feed - piece) : strlen (piece);
      glong end = first + g_utf8_strlen (piece, (gssize) length);

      add_piece (self, paragraph, blocks, piece, length, first, end);
      if (feed == NULL)
        return;
      piece = feed + 1;
      first = end + 1;
    }
}

static void
note_paragraph (GjDocReader          *self,
                const GjDocParagraph *paragraph)
{
  gboolean is_heading = (paragraph->level >= 0 && paragraph->level < 9) ||
                        (paragraph->list_level <= 0 && gj_word_is_heading (self->words->str, self->n_characters));

  if (self->hidden->len > 0)
    _gj_doc_note (self, GJ_RAW_NOTE_HIDDEN, self->hidden->str, self->line);
  if (self->number->len > 0 && is_heading && self->words->len > self->number->len)
    _gj_doc_note (self, GJ_RAW_NOTE_NUMBERING, self->words->str, self->line);
}

static void
end_paragraph (GjDocReader          *self,
               const GjDocParagraph *paragraph,
               GPtrArray            *blocks)
{
  gj_raw_blocks_move (blocks, self->before);
  add_pieces (self, paragraph, blocks);
  gj_raw_blocks_move (blocks, self->after);
  note_paragraph (self, paragraph);

  self->n_bytes += self->words->len;
  g_string_truncate (self->words, 0);
  g_string_truncate (self->hidden, 0);
  g_string_truncate (self->number, 0);
  self->n_characters = 0;
  self->goes_on = FALSE;
}

/* Tables */

static void
end_table (GjDocReader *self)
{
  g_autoptr (GjDocTable) table = g_ptr_array_steal_index (self->tables, self->tables->len - 1);
  GjDocTable *outer = self->tables->len > 0 ? self->tables->pdata[self->tables->len - 1] : NULL;

  gj_doc_table_end (table, self->comments, self->out, outer != NULL ? outer->blocks : self->blocks);
}

/* Opens and ends tables until there are as many as the paragraph is in. */
static void
set_depth (GjDocReader *self,
           guint        depth)
{
  depth = MIN (depth, GJ_DOC_MAX_DEPTH);
  while (self->tables->len > depth)
    end_table (self);
  while (self->tables->len < depth)
    g_ptr_array_add (self->tables, gj_doc_table_new (self->line));
}

static void
end_part (GjDocReader          *self,
          const GjDocParagraph *paragraph,
          guint                 mark)
{
  GjDocTable *table = self->tables->len > 0 ? self->tables->pdata[self->tables->len - 1] : NULL;

  if (table == NULL)
    return;
  if (table->cell_line == 0)
    table->cell_line = self->line;
  if (paragraph->ends_cell || mark == MARK_CELL)
    gj_doc_table_end_cell (table);
}

/* Paragraphs */

static void
add_number (GjDocReader          *self,
            const GjDocParagraph *paragraph)
{
  if (!gj_doc_lists_next (self->lists, paragraph->list, paragraph->list_level, self->number))
    return;
  g_string_prepend (self->words, self->number->str);
  self->n_characters += g_utf8_strlen (self->number->str, -1);
}

static void
read_row_end (GjDocReader          *self,
              const GjDocParagraph *paragraph,
              guint32               mark)
{
  GjDocCharacters format;
  GjDocTable *table;

  set_depth (self, paragraph->depth);
  if (self->tables->len == 0)
    return;

  table = self->tables->pdata[self->tables->len - 1];
  gj_doc_formats_read_characters (self->formats, mark, paragraph, &format);
  count_changes (self, &format);
  gj_doc_table_end_row (table, paragraph->shape, format.is_deleted);
}

static GPtrArray *
get_blocks (GjDocReader *self)
{
  GjDocTable *table = self->tables->len > 0 ? self->tables->pdata[self->tables->len - 1] : NULL;

  return table != NULL ? table->blocks : self->blocks;
}

/**
 * _gj_doc_read_box:
 * @box: a box
 *
 * Reads the text of a box behind what was read so far: its tables are its own.
 */
void
_gj_doc_read_box (GjDocReader    *self,
                  const GjDocBox *box)
{
  GPtrArray *tables = self->tables;
  GPtrArray *blocks = self->blocks;
  guint line = self->line;

  self->in_box = TRUE;
  self->blocks = get_blocks (self);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_doc_table_free);
  _gj_doc_read_story (self, MIN (box->first, self->text->n_units), MIN (box->end, self->text->n_units));
  g_ptr_array_unref (self->tables);
  self->in_box = FALSE;
  self->tables = tables;
  self->blocks = blocks;
  self->line = line;
}

/* The boxes that were anchored in the paragraph, which has ended. */
static void
read_boxes (GjDocReader *self)
{
  g_autoptr (GArray) boxes = g_steal_pointer (&self->boxes);

  self->boxes = g_array_new (FALSE, FALSE, sizeof (GjDocBox));
  for (guint i = 0; i < boxes->len; i++)
    {
      const GjDocBox *box = &g_array_index (boxes, GjDocBox, i);
      g_autofree char *text = gj_doc_text_dup_plain (self->text, box->first, box->end);

      if (*text == '\0')
        continue;
      _gj_doc_note (self, GJ_RAW_NOTE_TEXT_BOX, text, self->line);
      _gj_doc_read_box (self, box);
    }
}

/* @mark is the character that ends the paragraph, or the end of the story. */
static void
read_paragraph (GjDocReader *self,
                guint32      first,
                guint32      mark,
                guint32      end)
{
  guint32 last = MIN (mark, end - 1);
  GjDocCharacters format = { 0 };
  GjDocParagraph paragraph;
  GjDocShape shape;

  gj_doc_formats_read_paragraph (self->formats, last, &shape, &paragraph);
  if (paragraph.ends_row)
    {
      read_row_end (self, &paragraph, last);
      return;
    }

  self->n_paragraphs++;
  if (!self->goes_on)
    {
      self->line = self->n_paragraphs;
      set_depth (self, paragraph.depth);
    }
  gj_doc_formats_read_characters (self->formats, last, &paragraph, &format);
  self->goes_on = format.is_deleted && mark < end && self->text->units[mark] == MARK_PARAGRAPH &&
                  !paragraph.ends_cell;
  if (!self->goes_on && !format.is_hidden && paragraph.list > 0)
    add_number (self, &paragraph);

  add_characters (self, &paragraph, first, mark);
  if (mark < end)
    count_changes (self, &format);
  if (self->goes_on)
    return;

  end_paragraph (self, &paragraph, get_blocks (self));
  if (self->boxes->len > 0)
    read_boxes (self);
  end_part (self, &paragraph, mark < end ? self->text->units[mark] : 0);
}

static gboolean
is_end (GjDocReader *self,
        guint32      at)
{
  guint c = self->text->units[at];

  /* The code of a field may go over several paragraphs, none of which is to be seen. */
  if (gj_doc_text_in_code (self->text, at) && c != MARK_CELL)
    return FALSE;

  return c == MARK_PARAGRAPH || c == MARK_CELL ||
         (c == MARK_PAGE && gj_doc_formats_ends_paragraph (self->formats, at));
}

/**
 * _gj_doc_read_story:
 * @first: a character
 * @end: the character behind the last
 *
 * Reads paragraphs and tables.
 */
void
_gj_doc_read_story (GjDocReader *self,
                    guint32      first,
                    guint32      end)
{
  while (first < end && !_gj_doc_is_stopped (self))
    {
      guint32 mark = first;

      while (mark < end && !is_end (self, mark))
        mark++;
      read_paragraph (self, first, mark, end);
      first = mark + 1;
    }
  if (self->goes_on)
    {
      GjDocParagraph plain = { .level = GJ_DOC_UNSET };

      end_paragraph (self, &plain, self->blocks);
      read_boxes (self);
    }
  set_depth (self, 0);
}
