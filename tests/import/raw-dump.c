/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "raw-dump.h"

#include <string.h>

/* What a reader gave, in a few letters. A paragraph is a line, "=2 " before a heading of
 * level 2. A picture is "[png words]" or "[- words]". A grid is "{", its rows, "}"; a row
 * is "|cell|cell|" with "!" before a head row and "+2" before two columns left out; a cell
 * over columns is "text>2", over lines "text^3". "/" is a line feed. */

static void
append_text (GString    *out,
             const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    g_string_append_c (out, *p == '\n' ? '/' : *p);
}

static void
append_grid (GString          *out,
             const GjRawBlock *grid)
{
  g_string_append (out, "{\n");
  for (guint i = 0; i < grid->rows->len; i++)
    {
      const GjRawRow *row = grid->rows->pdata[i];

      g_string_append (out, row->is_head ? "!" : "");
      if (row->n_before > 0)
        g_string_append_printf (out, "+%u", row->n_before);
      g_string_append_c (out, '|');
      for (guint j = 0; j < row->cells->len; j++)
        {
          const GjRawCell *cell = row->cells->pdata[j];

          append_text (out, cell->text);
          if (cell->n_positions > 1)
            g_string_append_printf (out, ">%u", cell->n_positions);
          if (cell->n_lines > 1)
            g_string_append_printf (out, "^%u", cell->n_lines);
          g_string_append_c (out, '|');
        }
      g_string_append_c (out, '\n');
    }
  g_string_append (out, "}\n");
}

char *
raw_dump_blocks (const GjRawDocument *document)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const GjRawBlock *block = document->blocks->pdata[i];

      if (block->kind == GJ_RAW_GRID)
        {
          append_grid (out, block);
          continue;
        }
      if (block->kind == GJ_RAW_PICTURE)
        g_string_append (out, block->picture != NULL ? "[png " : "[- ");
      if (block->level > 0)
        g_string_append_printf (out, "=%u ", block->level);
      append_text (out, block->text);
      g_string_append (out, block->kind == GJ_RAW_PICTURE ? "]\n" : "\n");
    }

  return g_string_free (out, FALSE);
}

static const char *const names[] = {
  [GJ_RAW_NOTE_ENCODING] = "encoding",
  [GJ_RAW_NOTE_CHARSET_WRONG] = "charset",
  [GJ_RAW_NOTE_DROPPED_CHARACTERS] = "dropped",
  [GJ_RAW_NOTE_INSERTED] = "inserted",
  [GJ_RAW_NOTE_DELETED] = "deleted",
  [GJ_RAW_NOTE_TEXT_BOX] = "box",
  [GJ_RAW_NOTE_HIDDEN] = "hidden",
  [GJ_RAW_NOTE_NUMBERING] = "numbering",
  [GJ_RAW_NOTE_NESTED_TABLE] = "nested",
  [GJ_RAW_NOTE_LAYOUT_TABLE] = "layout",
  [GJ_RAW_NOTE_SPAN_CUT] = "cut",
  [GJ_RAW_NOTE_SPAN_ORPHAN] = "orphan",
  [GJ_RAW_NOTE_PICTURE_LEFT_OUT] = "no-picture",
  [GJ_RAW_NOTE_PICTURE_MOVED] = "moved",
  [GJ_RAW_NOTE_TABLE_CUT] = "too-large",
  [GJ_RAW_NOTE_FOOTNOTE] = "footnote",
  [GJ_RAW_NOTE_HEADER_FOOTER] = "page",
  [GJ_RAW_NOTE_FURNITURE] = "furniture",
  [GJ_RAW_NOTE_SCRIPT_TEXT] = "script",
  [GJ_RAW_NOTE_BROKEN] = "broken",
  [GJ_RAW_NOTE_HIDDEN_READ] = "hidden-read",
  [GJ_RAW_NOTE_PART_READ] = "part-read",
  [GJ_RAW_NOTE_PART_LEFT_OUT] = "no-part",
  [GJ_RAW_NOTE_OBJECT_LEFT_OUT] = "object",
  [GJ_RAW_NOTE_CHART_LEFT_OUT] = "chart",
  [GJ_RAW_NOTE_FORMULA] = "formula",
  [GJ_RAW_NOTE_FIELD_LEFT_OUT] = "field",
  [GJ_RAW_NOTE_PROMPT] = "prompt",
  [GJ_RAW_NOTE_RUBY] = "ruby",
  [GJ_RAW_NOTE_TEXT_BOX_MOVED] = "box-moved",
  [GJ_RAW_NOTE_TABLE_PARTED] = "parted",
};

/* "kind*n@line text", one a line. */
char *
raw_dump_notes (const GjRawDocument *document)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < document->notes->len; i++)
    {
      const GjRawNote *note = document->notes->pdata[i];

      g_assert_cmpuint (note->kind, <, G_N_ELEMENTS (names));
      g_assert_nonnull (names[note->kind]);
      g_string_append (out, names[note->kind]);
      if (note->n != 1)
        g_string_append_printf (out, "*%u", note->n);
      g_string_append_printf (out, "@%u", note->line);
      if (note->text != NULL && *note->text != '\0')
        {
          g_string_append_c (out, ' ');
          append_text (out, note->text);
        }
      g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}

/* "who when text @block 3-5", with "block.row.cell" in a grid. */
char *
raw_dump_comments (const GjRawDocument *document)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < document->comments->len; i++)
    {
      const GjRawComment *comment = document->comments->pdata[i];
      const GjRawBlock *block = document->blocks->pdata[comment->block];

      g_string_append_printf (out, "%s %s ", comment->who != NULL ? comment->who : "-",
                              comment->when != NULL ? comment->when : "-");
      append_text (out, comment->text);
      g_string_append_printf (out, " @%u", comment->block);
      if (block->kind == GJ_RAW_GRID)
        g_string_append_printf (out, ".%u.%u", comment->row, comment->cell);
      g_string_append_printf (out, " %u-%u\n", comment->start, comment->end);
    }

  return g_string_free (out, FALSE);
}
