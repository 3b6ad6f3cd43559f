/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "nasty.h"

#include <string.h>

#include "gj-doc-writer.h"

/* Reports as documents of Word 97, and what old programs do to them. */

#define IN_TABLE "\x16\x24\x01"
#define ROW_END "\x17\x24\x01"
#define HEAD_ROW "\x04\x34\x01"
#define COLUMN_WIDTH 800

/* How the text is written */
enum
{
  MERGED_SIDEWAYS = 1 << 0,
  SPLIT_PIECES = 1 << 1,
  TRACKED = 1 << 2,
  HIDDEN = 1 << 3,
};

#define DELETED "\x00\x08\x01"
#define INSERTED "\x01\x08\x01"
#define VANISHED "\x3c\x08\x01"

static void
add (GjDocWriter *doc,
     const char  *text,
     const char  *format,
     gsize        n_format)
{
  gj_doc_writer_add (doc, text, TRUE, format, n_format);
}

static void
write_paragraph (GjDocWriter *doc,
                 const char  *text)
{
  g_autofree char *whole = g_strconcat (text, "\r", NULL);

  g_strdelimit (whole, "\n", '\v');
  add (doc, whole, "", 0);
  gj_doc_writer_end (doc, 0, "", 0);
}

static void
write_cell (GjDocWriter *doc,
            guint        options,
            const char  *text)
{
  g_autofree char *whole = g_strconcat (text, "\a", NULL);
  gboolean is_number = g_ascii_isdigit (*text) && g_ascii_isdigit (text[1]);

  g_strdelimit (whole, "\n", '\v');
  if (is_number && options & TRACKED)
    {
      g_autofree char *number = g_strndup (whole, strlen (whole) - 1);

      add (doc, "99", DELETED, sizeof DELETED - 1);
      add (doc, number, INSERTED, sizeof INSERTED - 1);
      add (doc, "\a", "", 0);
    }
  else if (is_number && options & HIDDEN)
    {
      add (doc, "7", VANISHED, sizeof VANISHED - 1);
      add (doc, whole, "", 0);
    }
  else if (is_number && options & SPLIT_PIECES)
    {
      g_autofree char *first = g_strndup (text, 1);

      gj_doc_writer_add (doc, first, FALSE, "", 0);
      add (doc, whole + 1, "", 0);
    }
  else
    {
      add (doc, whole, "", 0);
    }
  gj_doc_writer_end (doc, 0, IN_TABLE, sizeof IN_TABLE - 1);
}

static void
put (GByteArray *bytes,
     guint       number,
     guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      guint8 byte = (guint8) (number >> 8 * i);

      g_byte_array_append (bytes, &byte, 1);
    }
}

/* The row's end says where its cells are and with which they are merged. */
static void
end_row (GjDocWriter *doc,
         GArray      *cells,
         GArray      *edges,
         gboolean     is_head)
{
  g_autoptr (GByteArray) row = g_byte_array_new ();
  guint n = cells->len;
  guint n_said = n;

  /* Cells at the end that are not merged need not be said. */
  while (n_said > 0 && g_array_index (cells, guint, n_said - 1) == 0)
    n_said--;
  g_byte_array_append (row, (const guint8 *) IN_TABLE ROW_END, sizeof IN_TABLE ROW_END - 1);
  if (is_head)
    g_byte_array_append (row, (const guint8 *) HEAD_ROW, sizeof HEAD_ROW - 1);
  put (row, 0xd608, 2);
  put (row, 2 + 2 * (n + 1) + 20 * n_said, 2);
  put (row, n, 1);
  for (guint i = 0; i <= n; i++)
    put (row, g_array_index (edges, guint, i), 2);
  for (guint i = 0; i < n_said; i++)
    {
      put (row, g_array_index (cells, guint, i), 2);
      for (guint j = 0; j < 9; j++)
        put (row, 0, 2);
    }
  add (doc, "\a", "", 0);
  gj_doc_writer_end (doc, 0, (const char *) row->data, row->len);
}

#define GOES_ON 0x20u
#define BEGINS 0x60u
#define FIRST_SIDEWAYS 0x1u
#define MORE_SIDEWAYS 0x2u

static void
write_grid (GjDocWriter      *doc,
            guint             options,
            const GjRawBlock *block)
{
  g_auto (NastyGrid) grid = { 0 };

  nasty_grid_init (&grid, block);
  for (guint row = 0; row < grid.n_rows; row++)
    {
      g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint));
      guint edge = 0;

      for (guint column = 0; column < grid.n_columns; column++)
        {
          const NastySlot *slot = nasty_grid_get (&grid, row, column);
          guint merged = 0;

          if (slot->cell == NULL || (slot->column != column && !(options & MERGED_SIDEWAYS)))
            continue;
          if (slot->cell->n_lines > 1)
            merged = slot->row == row ? BEGINS : GOES_ON;
          if (slot->cell->n_positions > 1 && options & MERGED_SIDEWAYS)
            merged |= slot->column == column ? FIRST_SIDEWAYS : MORE_SIDEWAYS;
          edge = column * COLUMN_WIDTH;
          g_array_append_val (edges, edge);
          edge += (options & MERGED_SIDEWAYS ? 1 : slot->cell->n_positions) * COLUMN_WIDTH;
          g_array_append_val (cells, merged);
          write_cell (doc, options, slot->row == row && slot->column == column ? slot->cell->text : "");
        }
      g_array_append_val (edges, edge);
      end_row (doc, cells, edges, ((GjRawRow *) block->rows->pdata[row])->is_head);
    }
}

GBytes *
nasty_write_doc (const NastyCase     *nasty,
                 const GjRawDocument *document)
{
  g_autoptr (GjDocWriter) doc = gj_doc_writer_new ();

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const GjRawBlock *block = document->blocks->pdata[i];

      if (block->kind != GJ_RAW_GRID)
        write_paragraph (doc, block->text);
      else
        write_grid (doc, nasty->options, block);
      /* Two tables without anything between them are one. */
      if (block->kind == GJ_RAW_GRID && i + 1 < document->blocks->len &&
          ((const GjRawBlock *) document->blocks->pdata[i + 1])->kind == GJ_RAW_GRID)
        write_paragraph (doc, "");
    }

  return gj_doc_writer_save (doc);
}

const NastyCase nasty_doc_cases[] = {
  { "merged-sideways", "", .options = MERGED_SIDEWAYS },
  { "split-pieces", "", .options = SPLIT_PIECES },
  { "tracked", "tracked-deletion tracked-insertion", .options = TRACKED },
  { "hidden", "hidden-text", .options = HIDDEN },
};
const guint nasty_n_doc_cases = G_N_ELEMENTS (nasty_doc_cases);
