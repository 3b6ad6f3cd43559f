/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "nasty.h"

#include <string.h>

/* Reports as texts: what is copied out of WPS, a web page or a PDF, and where it was kept. */

/* How a row is written */
enum
{
  ROWS,
  CELLS,
  PIPES,
  COLUMNS,
  WIDE_BLANKS,
  NUMBERS,
};

static void
write_cell (GString    *out,
            guint       layout,
            const char *text,
            gboolean    is_first)
{
  switch (layout)
    {
    case CELLS:
      g_string_append_printf (out, "\t%s\n", text);
      break;
    case PIPES:
      g_string_append_printf (out, "%s %s |", is_first ? "|" : "", text);
      break;
    case COLUMNS:
      g_string_append_printf (out, "%s%s", is_first || *text == '\0' ? "" : "  ", text);
      break;
    case WIDE_BLANKS:
      g_string_append_printf (out, "%s%s", is_first || *text == '\0' ? "" : "　", text);
      break;
    case NUMBERS:
      if (*text != '\0')
        g_string_append_printf (out, "%s\n", text);
      break;
    default:
      g_string_append_printf (out, "%s%s", is_first ? "" : "\t", text);
      break;
    }
}

static void
write_row (GString         *out,
           guint            layout,
           const NastyGrid *grid,
           guint            row)
{
  for (guint column = 0; column < grid->n_columns; column++)
    {
      const NastySlot *slot = nasty_grid_get (grid, row, column);
      gboolean begins = slot->cell != NULL && slot->row == row && slot->column == column;

      /* Cells of a page come one by one, a label over several columns once. */
      if (layout == CELLS && (slot->cell == NULL || slot->column != column))
        continue;
      write_cell (out, layout, begins ? slot->cell->text : "", column == 0);
    }
  if (layout != NUMBERS)
    g_string_append_c (out, '\n');
  if (layout == PIPES && row == 0)
    {
      for (guint column = 0; column < grid->n_columns; column++)
        g_string_append (out, column == 0 ? "|---|" : "---|");
      g_string_append_c (out, '\n');
    }
}

static char *
write_text (const GjRawDocument *document,
            guint                layout)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const GjRawBlock *block = document->blocks->pdata[i];
      g_auto (NastyGrid) grid = { 0 };

      if (block->kind != GJ_RAW_GRID)
        {
          g_string_append_printf (out, "%s\n", block->text);
          continue;
        }
      nasty_grid_init (&grid, block);
      for (guint row = 0; row < grid.n_rows; row++)
        write_row (out, layout, &grid, row);
    }

  return g_string_free (out, FALSE);
}

GBytes *
nasty_write_text (const NastyCase     *nasty,
                  const GjRawDocument *document)
{
  g_autofree char *text = write_text (document, nasty->options);
  g_autofree char *edited = nasty_edit (nasty, text);
  g_autoptr (GError) error = NULL;
  gsize size = strlen (edited);
  char *bytes = NULL;

  if (nasty->encoding == NULL)
    return g_bytes_new (edited, size);

  bytes = g_convert (edited, -1, nasty->encoding, "UTF-8", NULL, &size, &error);
  if (nasty->flags & NASTY_LOOSE && bytes == NULL)
    return NULL;
  g_assert_no_error (error);

  return g_bytes_new_take (bytes, size);
}

#define MARK { "\\A", "\xef\xbb\xbf" }

const NastyCase nasty_text_cases[] = {
  { "cells", "", .options = CELLS },
  { "cells-2019", "", .options = CELLS, .form = "guoban-2019" },
  { "cells-old-row", "old-row", .options = CELLS, .variant = "old-row" },
  { "cells-labels-broken", "", .options = CELLS, .mar = nasty_mar_break_labels },
  { "cells-number-broken", "", .options = CELLS, .mar = nasty_mar_break_number },
  { "pipes", "", .options = PIPES },
  { "pipes-2019", "", .options = PIPES, .form = "guoban-2019" },
  { "pipes-aligned", "", .options = PIPES, .edits = { { "---", " :---: " }, { " \\|\n", "   |\n" } } },
  { "pipes-open", "", .options = PIPES, .edits = { { "\n\\| ?", "\n" }, { " ?\\|(?=\n)", "" } } },
  { "columns", "", .options = COLUMNS },
  { "wide-blanks", "", .options = WIDE_BLANKS },
  { "wide-blanks-2019", "", .options = WIDE_BLANKS, .form = "guoban-2019" },
  { "wide-blanks-many", "", .options = WIDE_BLANKS, .edits = { { "(?<=[^\n])　(?=\\d)", "　　　" } } },
  { "wide-blanks-mixed", "", .options = WIDE_BLANKS, .edits = { { "　(?=\\d)", "　 " } } },
  { "numbers", "", .options = NUMBERS },
  { "numbers-2019", "", .options = NUMBERS, .form = "guoban-2019" },
  { "numbers-apart", "", .options = NUMBERS, .edits = { { "\n(?=\\d+\n)", "\n\n" } } },
  { "numbers-indented", "", .options = NUMBERS, .edits = { { "\n(?=\\d+\n)", "\n   " } } },
  { "numbers-pages", "page-number", .options = NUMBERS, .edits = { { "\n二、上年结转", "\n— 3 —\n\f二、上年结转" } } },
  { "numbers-labels-wrapped", "label-cut", .options = NUMBERS, .edits = { { "\n([^\n\\d]{12})([^\n\\d]{3,})(?=\n\\d+\n)", "\n\\1\n\\2" } } },
  { "columns-by-one-blank", "label label-guess", .options = COLUMNS, .edits = { { "  (?=\\d)", " " } } },
  { "row-cut", "row-cut", .edits = { { "\t184\t", "\n\t\t\t184\t" } } },
  { "row-shifted", "", .edits = { { "\t170\t", "\t\t170\t" } } },
  { "row-shifted-back", "", .edits = { { "\t\t\t170\t", "\t\t170\t" } } },
  { "form-feed", "", .edits = { { "\n二、上年结转", "\n\f二、上年结转" } } },
  { "gb18030", "encoding", .encoding = "GB18030" },
  { "gbk", "encoding", .encoding = "GBK" },
  { "utf-8-mark", "", .edits = { MARK } },
  { "utf-16le", "encoding", .encoding = "UTF-16LE", .edits = { MARK } },
  { "utf-16be", "encoding", .encoding = "UTF-16BE", .edits = { MARK } },
  { "utf-16le-without-mark", "encoding", .encoding = "UTF-16LE" },
  { "utf-16be-without-mark", "encoding", .encoding = "UTF-16BE" },
  { "gb18030-numbers", "encoding", .options = NUMBERS, .encoding = "GB18030" },
  { "cr-line-ends", "", .edits = { { "\n", "\r" } } },
  { "crlf-line-ends", "", .edits = { { "\n", "\r\n" } } },
  { "trailing-blanks", "", .edits = { { "\n", "  \n" } } },
  { "rows-parted-by-blank-lines", "", .edits = { { "\n", "\n\n" } } },
  { "indented", "", .edits = { { "\n(?=[^\\d\t])", "\n　　" } } },
  { "control-characters", "dropped-characters", .edits = { { "财政", "财\x01政" } } },
};
const guint nasty_n_text_cases = G_N_ELEMENTS (nasty_text_cases);
