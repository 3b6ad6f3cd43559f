/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-text-reader-private.h"

#include <string.h>

/* Tables whose cells are parted by tabs: one cell a line, as out of Word, or one row a
 * line, as out of a sheet. */

/* Lines without tab after a cell belong to it when the table plainly goes on after them.
 * A number is followed by a unit at most, never by a line of words, and an ordinal that
 * begins a line after a number or an empty cell is a heading between two tables. */
static guint
count_continuation (GjTextReader     *self,
                    const char       *cell,
                    gsize             cell_length)
{
  gboolean is_number = gj_text_is_number (cell, cell_length);
  gboolean is_empty = _gj_text_trim_end (cell, cell_length) == 0;
  const GjTextLine *line;
  guint n = 0;

  while ((line = _gj_text_reader_peek (self, n)) != NULL && line->n_blank_before == 0 &&
         (line->kind == GJ_TEXT_LINE_PLAIN || line->kind == GJ_TEXT_LINE_NUMBER))
    {
      gsize n_characters = gj_text_count (line->text, MIN (line->length, 480));

      if (n == 8 || n_characters > (is_number ? 4 : 40) ||
          gj_text_has_full_stop (line->text, line->length) ||
          ((is_number || is_empty) && gj_text_has_ordinal (line->text, line->length)))
        return 0;
      n++;
    }

  if (line == NULL || line->kind != GJ_TEXT_LINE_CELL || line->n_blank_before > 1)
    return 0;

  return n;
}

static void
read_cell (GjTextReader   *self,
           GjRawRow       *row)
{
  const GjTextLine *line = _gj_text_reader_peek (self, 0);
  g_autoptr (GString) text = g_string_new_len (line->text + 1, (gssize) line->length - 1);
  guint n;

  self->at++;
  n = count_continuation (self, line->text + 1, line->length - 1);
  for (guint i = 0; i < n; i++)
    {
      const GjTextLine *more = _gj_text_reader_peek (self, 0);

      g_string_append_c (text, '\n');
      g_string_append_len (text, more->text, (gssize) more->length);
      self->at++;
    }
  gj_raw_row_add_cell (row, text->str, (gssize) text->len, line->number);
}

static void
add_fields (GjRawRow         *row,
            const GjTextLine *line,
            gboolean          leading)
{
  const char *p = line->text + (leading && line->text[0] == '\t' ? 1 : 0);
  const char *end = line->text + line->length;

  for (;;)
    {
      const char *tab = memchr (p, '\t', (gsize) (end - p));
      const char *stop = tab != NULL ? tab : p + _gj_text_trim_end (p, (gsize) (end - p));

      gj_raw_row_add_cell (row, p, stop - p, line->number);
      if (tab == NULL)
        break;
      p = tab + 1;
    }
}

/* One cell a line: a blank line ends the row, two end the table. */
static void
read_cells (GjTextReader *self,
            guint         end)
{
  GjRawRow *row = NULL;
  gboolean first = TRUE;

  while (self->at < end)
    {
      const GjTextLine *line = _gj_text_reader_peek (self, 0);

      if (!first && line->n_blank_before > 1)
        self->grid = NULL;
      if (row == NULL || line->n_blank_before > 0)
        row = gj_raw_block_add_row (_gj_text_reader_ensure_grid (self, line->number));
      first = FALSE;

      if (line->kind == GJ_TEXT_LINE_CELL)
        {
          read_cell (self, row);
        }
      else
        {
          add_fields (row, line, TRUE);
          self->at++;
        }
    }
}

/* The run of lines with tabs that begins here, its continuation lines included, and
 * whether it is one cell a line. */
static guint
find_run (GjTextReader   *self,
          gboolean       *one_cell_a_line)
{
  guint start = self->at;
  guint n_cells = 0;
  guint n_rows = 0;
  guint end;

  while (self->at < self->lines->len)
    {
      const GjTextLine *line = _gj_text_reader_peek (self, 0);

      if (line->kind == GJ_TEXT_LINE_CELL)
        {
          n_cells++;
          self->at++;
          self->at += count_continuation (self, line->text + 1, line->length - 1);
        }
      else if (line->kind == GJ_TEXT_LINE_ROW)
        {
          n_rows++;
          self->at++;
        }
      else
        {
          break;
        }
    }

  end = self->at;
  self->at = start;
  *one_cell_a_line = n_cells > 2 * n_rows;

  return end;
}

void
_gj_text_reader_read_tabs (GjTextReader *self)
{
  gboolean one_cell_a_line;
  guint end = find_run (self, &one_cell_a_line);

  if (one_cell_a_line)
    {
      read_cells (self, end);
      self->grid = NULL;
      return;
    }

  while (self->at < end)
    {
      const GjTextLine *line = _gj_text_reader_peek (self, 0);

      if (line->kind == GJ_TEXT_LINE_PLAIN || line->kind == GJ_TEXT_LINE_NUMBER)
        _gj_text_reader_add_paragraph (self, line);
      else
        add_fields (gj_raw_block_add_row (_gj_text_reader_ensure_grid (self, line->number)), line, FALSE);
      self->at++;
    }
  self->grid = NULL;
}
