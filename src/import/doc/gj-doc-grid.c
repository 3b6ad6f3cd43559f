/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-doc-table.h"

#include <string.h>

/* From the file's cells to a grid: which columns each covers, and which of them go on with
 * a cell beside or above. */

typedef struct
{
  GjRawCell *cell;
  guint      width;
  guint      end;
} Open;

typedef struct
{
  GjDocComments *comments;
  GjRawDocument *document;
  GjRawBlock    *grid;
  GPtrArray     *after;
  Open           open[GJ_DOC_MAX_CELLS + 1];
} Builder;

static void
note (Builder       *self,
      GjRawNoteKind  kind,
      const char    *text,
      guint          line)
{
  gj_raw_document_add_note (self->document, kind, text, 1, line);
}

static void
put_after (Builder    *self,
           GjRawBlock *block,
           guint       line)
{
  GjRawNoteKind kind = block->kind == GJ_RAW_GRID ? GJ_RAW_NOTE_NESTED_TABLE : GJ_RAW_NOTE_PICTURE_MOVED;
  const char *words = block->kind == GJ_RAW_PICTURE ? block->text : NULL;

  note (self, kind, words, block->line != 0 ? block->line : line);
  g_ptr_array_add (self->after, block);
}

/* Appends the paragraphs to the cell's text; tables and pictures come after the table. */
static void
fill_cell (Builder         *self,
           GjRawCell       *out,
           guint            row,
           guint            index,
           const GjDocCell *cell)
{
  g_autoptr (GString) text = g_string_new (out->text);
  glong n_characters = g_utf8_strlen (text->str, -1);
  gsize n = 0;
  g_autofree gpointer *blocks = g_ptr_array_steal (cell->blocks, &n);

  for (gsize i = 0; i < n; i++)
    {
      GjRawBlock *block = blocks[i];

      if (block->kind != GJ_RAW_PARAGRAPH)
        {
          put_after (self, block, cell->line);
          continue;
        }
      if (text->len > 0)
        {
          g_string_append_c (text, '\n');
          n_characters++;
        }
      gj_doc_comments_move (self->comments, block, self->grid, row, index, n_characters);
      g_string_append (text, block->text);
      n_characters += g_utf8_strlen (block->text, -1);
      gj_raw_block_free (block);
    }
  g_free (out->text);
  out->text = g_strdup (text->str);
}

/* What stands in a cell that goes on is not to be seen. */
static void
note_covered (Builder         *self,
              const GjDocCell *cell)
{
  gsize n = 0;
  g_autofree gpointer *blocks = g_ptr_array_steal (cell->blocks, &n);

  for (gsize i = 0; i < n; i++)
    {
      GjRawBlock *block = blocks[i];

      if (block->kind != GJ_RAW_PARAGRAPH)
        {
          put_after (self, block, cell->line);
          continue;
        }
      if (*block->text != '\0')
        note (self, GJ_RAW_NOTE_HIDDEN, block->text, block->line);
      gj_doc_comments_move (self->comments, block, self->grid, 0, 0, 0);
      gj_raw_block_free (block);
    }
}

/* Whether the cell above goes on here; then it has grown. */
static gboolean
extend (Builder *self,
        guint    row,
        guint    column,
        guint    width)
{
  Open *open = &self->open[column];

  if (open->cell == NULL || open->end != row || open->width != width)
    return FALSE;

  open->cell->n_lines++;
  open->end = row + 1;

  return TRUE;
}

static void
add_cell (Builder         *self,
          GjRawRow        *out,
          const GjDocCell *cell,
          GjDocMerge       merge,
          guint            row,
          guint            column,
          guint            width)
{
  GjRawCell *made;

  if (merge == GJ_DOC_MERGE_GOES_ON && extend (self, row, column, width))
    {
      note_covered (self, cell);
      return;
    }

  made = gj_raw_row_add_cell (out, "", 0, cell->line);
  made->n_positions = width;
  fill_cell (self, made, row, out->cells->len - 1, cell);
  if (merge != GJ_DOC_MERGE_NONE)
    self->open[column] = (Open) { .cell = made, .width = width, .end = row + 1 };
  if (merge == GJ_DOC_MERGE_GOES_ON)
    note (self, GJ_RAW_NOTE_SPAN_ORPHAN, made->text, cell->line);
}

/* The cells that are one with the first: programs do not agree which of two marks is the
 * first cell's, but the others' is another. */
static guint
count_sideways (const GjDocShape *shape,
                guint             first,
                guint             n)
{
  guint end = first + 1;

  if (first < shape->n_cells && shape->sideways[first] != 0)
    while (end < MIN (n, shape->n_cells) && shape->sideways[end] != 0 &&
           shape->sideways[end] != shape->sideways[first])
      end++;

  return end - first;
}

static void
add_row (Builder        *self,
         const GjDocRow *row,
         guint           index,
         const guint    *columns)
{
  GjRawRow *out = gj_raw_block_add_row (self->grid);
  guint n = row->cells->len;
  guint covered;

  out->is_head = row->shape.is_head;
  out->n_before = columns[0];
  for (guint i = 0; i < n; i += covered)
    {
      GjDocMerge merge = i < row->shape.n_cells ? row->shape.merges[i] : GJ_DOC_MERGE_NONE;

      covered = count_sideways (&row->shape, i, n);
      add_cell (self, out, row->cells->pdata[i], merge, index, columns[i], columns[i + covered] - columns[i]);
      for (guint j = i + 1; j < i + covered; j++)
        note_covered (self, row->cells->pdata[j]);
    }
}

/**
 * gj_doc_grid_new:
 * @table: a table with rows; its cells are emptied
 * @comments: are told where they have gone
 * @document: is told the notes
 * @after: (element-type GjRawBlock): is given what comes after the table
 *
 * Returns: (transfer full): the grid
 */
GjRawBlock *
gj_doc_grid_new (const GjDocTable *table,
                 GjDocComments    *comments,
                 GjRawDocument    *document,
                 GPtrArray        *after)
{
  Builder self = {
    .comments = comments,
    .document = document,
    .grid = gj_raw_block_new_grid (table->line),
    .after = after,
  };
  guint n = table->rows->len;
  g_autofree guint *places = g_new0 (guint, (gsize) n * (GJ_DOC_MAX_CELLS + 1));
  g_autofree guint **columns = g_new (guint *, n);

  for (guint i = 0; i < n; i++)
    columns[i] = places + (gsize) i * (GJ_DOC_MAX_CELLS + 1);
  gj_doc_columns_find (table, columns);
  for (guint i = 0; i < n; i++)
    add_row (&self, table->rows->pdata[i], i, columns[i]);

  return self.grid;
}
