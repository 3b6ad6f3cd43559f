/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-text-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gj-import.h"
#include "gj-text-decode.h"
#include "gj-text-reader-private.h"

/* From lines to neutral blocks. It knows how tables look in plain text and no form:
 *
 * - one cell a line with a leading tab, a blank line ends the row, a cell's further lines
 *   follow without tab (tables out of Word);
 * - one row a line with tabs (tables out of a PDF, of a sheet, of the clipboard);
 * - one row a line with bars (Markdown);
 * - words and numbers parted by blanks, and one number a line (copied from a page).
 *
 * A paragraph is one line. Its text stays as it stood, without blanks at the end and
 * without the tabs and wide blanks that indent it. */

const GjTextLine *
_gj_text_reader_peek (GjTextReader *self,
                      guint         ahead)
{
  if (self->at + ahead >= self->lines->len)
    return NULL;

  return &g_array_index (self->lines, GjTextLine, self->at + ahead);
}

GjRawBlock *
_gj_text_reader_ensure_grid (GjTextReader *self,
                             guint         line)
{
  if (self->grid == NULL)
    {
      self->grid = gj_raw_block_new_grid (line);
      g_ptr_array_add (self->blocks, self->grid);
    }

  return self->grid;
}

static gboolean
is_trailing_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x200b || c == 0xfeff;
}

gsize
_gj_text_trim_end (const char *text,
                   gsize       length)
{
  while (length > 0)
    {
      const char *last = g_utf8_prev_char (text + length);

      if (!is_trailing_blank (g_utf8_get_char (last)))
        break;
      length = (gsize) (last - text);
    }

  return length;
}

void
_gj_text_reader_add_paragraph (GjTextReader     *self,
                               const GjTextLine *line)
{
  const char *text = line->text;
  gsize length = _gj_text_trim_end (text, line->length);

  while (length > 0)
    {
      gunichar c = g_utf8_get_char (text);
      gsize width = (gsize) (g_utf8_next_char (text) - text);

      if (c != '\t' && c != 0x3000)
        break;
      text += width;
      length -= width;
    }

  self->grid = NULL;
  g_ptr_array_add (self->blocks, gj_raw_block_new_paragraph (text, (gssize) length, line->number));
}

static gboolean
is_gap (gunichar c)
{
  return c == ' ' || c == 0x3000 || c == 0xa0;
}

static void
add_trimmed (GjRawRow   *row,
             const char *text,
             gsize       length,
             guint       line)
{
  const char *end = gj_text_skip_gap_back (text, text + length);

  while (text < end && is_gap (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  gj_raw_row_add_cell (row, text, end - text, line);
}

/* Without a bar before its rule, the table has none before its rows: one there stands
 * behind an empty cell. */
static gboolean
is_open_table (GjTextReader *self)
{
  const GjTextLine *rule = _gj_text_reader_peek (self, 1);

  return rule != NULL && gj_text_is_rule (rule->text, rule->length) &&
         *rule->text != '|' && *rule->text != ' ';
}

static void
read_pipes (GjTextReader *self)
{
  gboolean is_open = is_open_table (self);
  const GjTextLine *line;

  self->grid = NULL;
  for (; (line = _gj_text_reader_peek (self, 0)) != NULL && line->kind == GJ_TEXT_LINE_PIPE; self->at++)
    {
      const char *end = line->text + _gj_text_trim_end (line->text, line->length);
      const char *p = line->text;
      GjRawRow *row;

      if (gj_text_is_rule (line->text, (gsize) (end - line->text)))
        continue;

      /* A bar may stand before the first cell. */
      while (p < end && *p == ' ')
        p++;
      if (p < end && *p == '|' && !is_open)
        p++;
      row = gj_raw_block_add_row (_gj_text_reader_ensure_grid (self, line->number));
      while (p < end)
        {
          const char *bar = memchr (p, '|', (gsize) (end - p));

          add_trimmed (row, p, (gsize) ((bar != NULL ? bar : end) - p), line->number);
          p = bar != NULL ? bar + 1 : end;
        }
      if (is_open && end > line->text && end[-1] == '|')
        gj_raw_row_add_cell (row, "", 0, line->number);
    }
  self->grid = NULL;
}

/* Where the gap between two labels begins: two blanks, or a wide one where that is what
 * stands before the numbers. */
static const char *
find_gap (const char *text,
          const char *end,
          gboolean    by_wide)
{
  const char *gap = g_strstr_len (text, end - text, "  ");
  const char *wide = by_wide ? g_strstr_len (text, end - text, GJ_TEXT_WIDE_BLANK) : NULL;

  if (gap == NULL || (wide != NULL && wide < gap))
    gap = wide;

  return gap != NULL ? gap : end;
}

/* "label label 1 2 3", or heads only. */
static void
read_columns (GjTextReader *self)
{
  const GjTextLine *line = _gj_text_reader_peek (self, 0);
  GjRawRow *row = gj_raw_block_add_row (_gj_text_reader_ensure_grid (self, line->number));
  const char *end = line->text + _gj_text_trim_end (line->text, line->length);
  g_autofree const char **starts = g_new (const char *, line->n_numbers);
  const char *p = end;
  const char *labels_end;
  gboolean by_wide;

  for (guint i = line->n_numbers; i > 0; i--)
    {
      p = gj_text_skip_column_back (line->text, gj_text_skip_gap_back (line->text, p));
      starts[i - 1] = p;
    }
  labels_end = gj_text_skip_gap_back (line->text, p);
  by_wide = line->n_numbers == 0 || g_strstr_len (labels_end, p - labels_end, GJ_TEXT_WIDE_BLANK) != NULL;

  for (const char *label = line->text; label < labels_end;)
    {
      const char *stop = find_gap (label, labels_end, by_wide);

      if (stop > label)
        add_trimmed (row, label, (gsize) (stop - label), line->number);
      label = stop;
      while (label < labels_end && is_gap (g_utf8_get_char (label)))
        label = g_utf8_next_char (label);
    }
  for (guint i = 0; i < line->n_numbers; i++)
    {
      const char *stop = i + 1 < line->n_numbers ? starts[i + 1] : end;

      add_trimmed (row, starts[i], (gsize) (stop - starts[i]), line->number);
    }
  self->at++;
}

/* One number a line: the line before the first number is the label of the row. */
static void
read_numbers (GjTextReader *self)
{
  const GjTextLine *line = _gj_text_reader_peek (self, 0);
  GjRawRow *row;

  self->grid = NULL;
  row = gj_raw_block_add_row (_gj_text_reader_ensure_grid (self, line->number));
  if (line->kind != GJ_TEXT_LINE_NUMBER)
    {
      gj_raw_row_add_cell (row, line->text, (gssize) _gj_text_trim_end (line->text, line->length), line->number);
      self->at++;
    }
  while ((line = _gj_text_reader_peek (self, 0)) != NULL && line->kind == GJ_TEXT_LINE_NUMBER)
    {
      add_trimmed (row, line->text, _gj_text_trim_end (line->text, line->length), line->number);
      self->at++;
    }
  self->grid = NULL;
}

static gboolean
is_label_of_numbers (GjTextReader *self)
{
  const GjTextLine *line = _gj_text_reader_peek (self, 0);
  const GjTextLine *next = _gj_text_reader_peek (self, 1);

  return next != NULL && next->kind == GJ_TEXT_LINE_NUMBER && line->length <= 240 &&
         !gj_text_has_full_stop (line->text, line->length);
}

static void
read_line (GjTextReader *self)
{
  const GjTextLine *line = _gj_text_reader_peek (self, 0);

  switch (line->kind)
    {
    case GJ_TEXT_LINE_CELL:
    case GJ_TEXT_LINE_ROW:
      self->grid = NULL;
      _gj_text_reader_read_tabs (self);
      return;
    case GJ_TEXT_LINE_PIPE:
      read_pipes (self);
      return;
    case GJ_TEXT_LINE_COLUMNS:
      read_columns (self);
      return;
    case GJ_TEXT_LINE_NUMBER:
      read_numbers (self);
      return;
    case GJ_TEXT_LINE_PLAIN:
    default:
      break;
    }

  if (is_label_of_numbers (self))
    {
      read_numbers (self);
      return;
    }
  _gj_text_reader_add_paragraph (self, line);
  self->at++;
}

/**
 * gj_text_read_blocks:
 * @text: a text in UTF-8
 * @length: its length in bytes
 * @error: return location for a #GError
 *
 * Sets %GJ_IMPORT_ERROR_NOT_A_REPORT when the text has more lines than any report.
 *
 * Returns: (transfer full) (element-type GjRawBlock): the blocks of the text
 */
GPtrArray *
gj_text_read_blocks (const char  *text,
                     gsize        length,
                     GError     **error)
{
  g_autoptr (GArray) lines = NULL;
  GjTextReader reader = { 0 };

  g_return_val_if_fail (text != NULL, NULL);

  lines = gj_text_lines_split (text, length);
  if (lines == NULL)
    {
      g_set_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_NOT_A_REPORT,
                   _("The text has more than %d lines, which no annual report has. Choose another file."),
                   GJ_TEXT_MAX_LINES);
      return NULL;
    }

  reader.lines = lines;
  reader.blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_raw_block_free);
  while (reader.at < lines->len)
    read_line (&reader);

  return reader.blocks;
}

static void
note_encoding (GjRawDocument       *document,
               const GjTextDecoded *decoded)
{
  if (decoded->encoding == GJ_TEXT_ENCODING_GB18030)
    gj_raw_document_add_note (document, GJ_RAW_NOTE_ENCODING, "GB18030", 0, 0);
  if (decoded->encoding == GJ_TEXT_ENCODING_UTF16)
    gj_raw_document_add_note (document, GJ_RAW_NOTE_ENCODING, "UTF-16", 0, 0);
  if (decoded->n_dropped > 0)
    gj_raw_document_add_note (document, GJ_RAW_NOTE_DROPPED_CHARACTERS, NULL, decoded->n_dropped, 0);
}

/**
 * gj_text_read:
 * @bytes: the content of a text file, or a pasted text
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Sets %GJ_IMPORT_ERROR_UNREADABLE when @bytes are no text, %GJ_IMPORT_ERROR_NOT_A_REPORT
 * when the text has more lines than any report.
 *
 * Returns: (transfer full): the document
 */
GjRawDocument *
gj_text_read (GBytes        *bytes,
              GCancellable  *cancellable,
              GError       **error)
{
  g_auto (GjTextDecoded) decoded = { 0 };
  g_autoptr (GjRawDocument) document = NULL;
  g_autoptr (GPtrArray) blocks = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!gj_text_decode (bytes, &decoded, error))
    return NULL;
  blocks = gj_text_read_blocks (decoded.text, decoded.length, error);
  if (blocks == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  document = gj_raw_document_new (GJ_RAW_UNIT_LINE);
  g_ptr_array_extend_and_steal (document->blocks, g_steal_pointer (&blocks));
  note_encoding (document, &decoded);

  return g_steal_pointer (&document);
}
