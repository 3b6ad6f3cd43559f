/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-doc-table.h"
#include "gj-raw-measure.h"

/* A table grows cell by cell and row by row; when it has ended, it is a grid, or it only
 * arranged the page. */

/* A centimetre, in twips. */
#define MOVED 567

static void
raw_block_free (gpointer data)
{
  gj_raw_block_free (data);
}

static void
cell_free (gpointer data)
{
  GjDocCell *self = data;

  g_ptr_array_unref (self->blocks);
  g_free (self);
}

static void
row_free (gpointer data)
{
  GjDocRow *self = data;

  if (self == NULL)
    return;

  g_ptr_array_unref (self->cells);
  g_free (self);
}

static GjDocRow *
row_new (void)
{
  GjDocRow *self = g_new0 (GjDocRow, 1);

  self->cells = g_ptr_array_new_with_free_func (cell_free);

  return self;
}

GjDocTable *
gj_doc_table_new (guint line)
{
  GjDocTable *self = g_new0 (GjDocTable, 1);

  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->row = row_new ();
  self->blocks = g_ptr_array_new_with_free_func (raw_block_free);
  self->line = line;

  return self;
}

void
gj_doc_table_free (GjDocTable *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->rows);
  row_free (self->row);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/**
 * gj_doc_table_end_cell:
 *
 * Makes what was read since the last cell a cell.
 */
void
gj_doc_table_end_cell (GjDocTable *self)
{
  GjDocCell *cell;

  if (self->row->cells->len >= GJ_DOC_MAX_CELLS)
    {
      self->n_left_out++;
      g_ptr_array_set_size (self->blocks, 0);
      return;
    }

  cell = g_new0 (GjDocCell, 1);
  cell->blocks = self->blocks;
  cell->line = self->cell_line;
  g_ptr_array_add (self->row->cells, cell);
  self->blocks = g_ptr_array_new_with_free_func (raw_block_free);
  self->cell_line = 0;
}

/**
 * gj_doc_table_end_row:
 * @shape: where the cells stand
 * @is_deleted: whether the row was deleted by a tracked change
 *
 * Makes the cells since the last row a row.
 */
void
gj_doc_table_end_row (GjDocTable       *self,
                      const GjDocShape *shape,
                      gboolean          is_deleted)
{
  if (self->blocks->len > 0)
    gj_doc_table_end_cell (self);

  if (is_deleted || self->row->cells->len == 0 || self->rows->len >= GJ_DOC_MAX_ROWS)
    {
      self->n_left_out += !is_deleted && self->row->cells->len > 0;
      row_free (self->row);
    }
  else
    {
      self->row->shape = *shape;
      g_ptr_array_add (self->rows, self->row);
    }
  self->row = row_new ();
}

/* Layout */

static gboolean
is_layout (const GjDocTable *self)
{
  GjRawMeasure measure = { 0 };

  for (guint i = 0; i < self->rows->len; i++)
    {
      const GjDocRow *row = self->rows->pdata[i];

      gj_raw_measure_add_row (&measure, row->cells->len);
      for (guint j = 0; j < row->cells->len; j++)
        gj_raw_measure_add_cell (&measure, ((const GjDocCell *) row->cells->pdata[j])->blocks);
    }

  return gj_raw_measure_is_layout (&measure);
}

static void
take_apart (GjDocTable *self,
            GPtrArray  *blocks)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const GjDocRow *row = self->rows->pdata[i];

      for (guint j = 0; j < row->cells->len; j++)
        g_ptr_array_extend_and_steal (blocks, g_steal_pointer (&((GjDocCell *) row->cells->pdata[j])->blocks));
      for (guint j = 0; j < row->cells->len; j++)
        ((GjDocCell *) row->cells->pdata[j])->blocks = g_ptr_array_new ();
    }
}

static void
add_table (GjDocTable    *self,
           GjDocComments *comments,
           GjRawDocument *document,
           GPtrArray     *blocks)
{
  GPtrArray *after;

  if (is_layout (self))
    {
      take_apart (self, blocks);
      gj_raw_document_add_note (document, GJ_RAW_NOTE_LAYOUT_TABLE, NULL, 1, self->line);
      return;
    }

  after = g_ptr_array_new ();
  g_ptr_array_add (blocks, gj_doc_grid_new (self, comments, document, after));
  g_ptr_array_extend_and_steal (blocks, after);
}

/* Parting */

static int
get_right (const GjDocRow *row)
{
  return row->shape.edges[row->shape.n_cells];
}

/* The format has no mark between two tables without a paragraph between them. A row that
 * is a head again begins another one; so does one of other columns that stands elsewhere on
 * the page. */
static gboolean
begins_table (const GjDocRow *row,
              const GjDocRow *before)
{
  if (row->shape.n_cells == 0 || before->shape.n_cells == 0)
    return FALSE;
  for (guint i = 0; i < row->shape.n_cells; i++)
    if (row->shape.merges[i] == GJ_DOC_MERGE_GOES_ON)
      return FALSE;
  if (row->shape.is_head && !before->shape.is_head)
    return TRUE;

  return row->shape.n_cells != before->shape.n_cells &&
         ABS (row->shape.edges[0] - before->shape.edges[0]) > MOVED &&
         ABS (get_right (row) - get_right (before)) > MOVED;
}

static guint
get_line (const GjDocRow *row)
{
  return row->cells->len > 0 ? ((const GjDocCell *) row->cells->pdata[0])->line : 0;
}

/* The table that begins at the row @from, which is moved on to the next one. */
static GjDocTable *
take_table (GjDocTable *self,
            guint      *from)
{
  GjDocTable *table = gj_doc_table_new (*from > 0 ? get_line (self->rows->pdata[*from]) : self->line);
  guint end = *from + 1;

  while (end < self->rows->len && !begins_table (self->rows->pdata[end], self->rows->pdata[end - 1]))
    end++;
  for (; *from < end; (*from)++)
    g_ptr_array_add (table->rows, g_steal_pointer (&self->rows->pdata[*from]));

  return table;
}

/**
 * gj_doc_table_end:
 * @comments: are told where they have gone
 * @document: is told the notes
 * @blocks: (element-type GjRawBlock): is given the table, and what comes after it
 */
void
gj_doc_table_end (GjDocTable    *self,
                  GjDocComments *comments,
                  GjRawDocument *document,
                  GPtrArray     *blocks)
{
  static const GjDocShape unknown = { 0 };
  guint from = 0;

  gj_doc_table_end_row (self, &unknown, FALSE);
  if (self->n_left_out > 0)
    gj_raw_document_add_note (document, GJ_RAW_NOTE_TABLE_CUT, NULL, self->n_left_out, self->line);

  while (from < self->rows->len)
    {
      gboolean is_parted = from > 0;
      g_autoptr (GjDocTable) table = take_table (self, &from);

      if (is_parted)
        gj_raw_document_add_note (document, GJ_RAW_NOTE_TABLE_PARTED, NULL, 1, table->line);
      add_table (table, comments, document, blocks);
    }
}
