/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-docx-table-private.h"

#include <string.h>

#include "gj-raw-measure.h"

/* A table as the file has it, and whether it is one: many only arrange a page. */

static void
cell_free (gpointer data)
{
  GjDocxCell *self = data;

  g_ptr_array_unref (self->blocks);
  g_free (self);
}

static void
row_free (gpointer data)
{
  GjDocxRow *self = data;

  g_ptr_array_unref (self->cells);
  g_free (self);
}

static void
table_clear (GjDocxTable *self)
{
  g_ptr_array_unref (self->rows);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GjDocxTable, table_clear)

static guint
get_count (const xmlNode *properties,
           const char    *name)
{
  const xmlNode *node = gj_docx_find_child (properties, name);

  return node != NULL ? (guint) CLAMP (gj_docx_get_int (node, "val", 0), 0, 10000) : 0;
}

static GjDocxMerge
get_merge (const xmlNode *properties)
{
  const xmlNode *node = gj_docx_find_child (properties, "vMerge");
  const xmlNode *change = gj_docx_find_child (properties, "cellMerge");
  const char *changed = change != NULL ? gj_docx_get_attribute (change, "vMerge") : NULL;

  /* A tracked change counts as accepted. */
  if (g_strcmp0 (changed, "cont") == 0)
    return GJ_DOCX_MERGE_GOES_ON;
  if (g_strcmp0 (changed, "rest") == 0)
    return GJ_DOCX_MERGE_BEGINS;
  if (node == NULL)
    return GJ_DOCX_MERGE_NONE;

  return g_strcmp0 (gj_docx_get_attribute (node, "val"), "restart") == 0 ? GJ_DOCX_MERGE_BEGINS
                                                                         : GJ_DOCX_MERGE_GOES_ON;
}

static gboolean
continues_left (const xmlNode *properties)
{
  const xmlNode *node = gj_docx_find_child (properties, "hMerge");

  return node != NULL && g_strcmp0 (gj_docx_get_attribute (node, "val"), "restart") != 0;
}

static void
forget (GjDocxReader *self,
        GPtrArray    *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    gj_docx_comments_forget (self->comments, blocks->pdata[i]);
}

static void
read_cell (GjDocxReader  *self,
           GjDocxTable   *table,
           GjDocxRow     *row,
           const xmlNode *node)
{
  const xmlNode *properties = gj_docx_find_child (node, "tcPr");
  gboolean is_deleted = gj_docx_find_child (properties, "cellDel") != NULL;
  guint line = self->n_paragraphs + 1;
  g_autoptr (GPtrArray) blocks = NULL;
  GjDocxCell *cell;

  self->n_in_deletion += is_deleted;
  blocks = _gj_docx_read_flow (self, node);
  self->n_in_deletion -= is_deleted;
  if (is_deleted || row->cells->len >= GJ_DOCX_MAX_COLUMNS)
    {
      forget (self, blocks);
      if (is_deleted)
        _gj_docx_count (self, &self->deletions, NULL);
      else
        table->n_left_out++;
      return;
    }

  if (gj_docx_find_child (properties, "cellIns") != NULL)
    _gj_docx_count (self, &self->insertions, NULL);
  cell = g_new0 (GjDocxCell, 1);
  cell->blocks = g_steal_pointer (&blocks);
  cell->span = MAX (get_count (properties, "gridSpan"), 1);
  cell->merge = get_merge (properties);
  cell->goes_on_left = continues_left (properties) && row->cells->len > 0;
  cell->line = line;
  g_ptr_array_add (row->cells, cell);
}

static void read_cells (GjDocxReader  *self,
                        GjDocxFlow    *flow,
                        GjDocxTable   *table,
                        GjDocxRow     *row,
                        const xmlNode *parent);

/* The cell stays when what stands in it is only a prompt. */
static void
read_cell_control (GjDocxReader  *self,
                   GjDocxFlow    *flow,
                   GjDocxTable   *table,
                   GjDocxRow     *row,
                   const xmlNode *node)
{
  gboolean is_prompt = gj_docx_is_prompt (node);

  self->n_in_prompt += is_prompt;
  read_cells (self, flow, table, row, gj_docx_find_child (node, "sdtContent"));
  self->n_in_prompt -= is_prompt;
}

static void
read_cells (GjDocxReader  *self,
            GjDocxFlow    *flow,
            GjDocxTable   *table,
            GjDocxRow     *row,
            const xmlNode *parent)
{
  for (const xmlNode *node = parent != NULL ? parent->children : NULL; node != NULL; node = node->next)
    switch (gj_docx_get_name (node))
      {
      case GJ_DOCX_TC:
        read_cell (self, table, row, node);
        break;
      case GJ_DOCX_SDT:
        read_cell_control (self, flow, table, row, node);
        break;
      case GJ_DOCX_ALTERNATE:
        read_cells (self, flow, table, row, gj_docx_choose (node));
        break;
      case GJ_DOCX_WRAPPER:
        read_cells (self, flow, table, row, node);
        break;
      case GJ_DOCX_OTHER:
      default:
        _gj_docx_read_mark (self, flow, node);
        break;
      }
}

static const char *
find_text (const GjDocxRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const GjDocxCell *cell = row->cells->pdata[i];

      for (guint j = 0; j < cell->blocks->len; j++)
        {
          const GjRawBlock *block = cell->blocks->pdata[j];

          if (block->kind == GJ_RAW_PARAGRAPH && *block->text != '\0')
            return block->text;
        }
    }

  return NULL;
}

/* A row that is not to be seen: hidden, or beyond what is read. */
static gboolean
drop_row (GjDocxReader    *self,
          GjDocxTable     *table,
          const GjDocxRow *row,
          const xmlNode   *properties)
{
  if (gj_docx_is_on (gj_docx_find_child (properties, "hidden")))
    {
      const char *text = find_text (row);

      if (text != NULL)
        _gj_docx_note (self, GJ_RAW_NOTE_HIDDEN, text, table->line);
      return TRUE;
    }
  if (table->rows->len < GJ_DOCX_MAX_ROWS)
    return FALSE;
  table->n_left_out++;

  return TRUE;
}

static void
read_row (GjDocxReader  *self,
          GjDocxFlow    *flow,
          GjDocxTable   *table,
          const xmlNode *node)
{
  const xmlNode *properties = gj_docx_find_child (node, "trPr");
  gboolean is_deleted = gj_docx_find_child (properties, "del") != NULL;
  GjDocxRow *row = g_new0 (GjDocxRow, 1);

  row->cells = g_ptr_array_new_with_free_func (cell_free);
  row->n_before = get_count (properties, "gridBefore");
  row->is_head = gj_docx_is_on (gj_docx_find_child (properties, "tblHeader"));

  self->n_in_deletion += is_deleted;
  read_cells (self, flow, table, row, node);
  self->n_in_deletion -= is_deleted;

  if (is_deleted)
    _gj_docx_count (self, &self->deletions, NULL);
  else if (gj_docx_find_child (properties, "ins") != NULL)
    _gj_docx_count (self, &self->insertions, NULL);
  if (!is_deleted && !drop_row (self, table, row, properties))
    {
      g_ptr_array_add (table->rows, row);
      return;
    }

  for (guint i = 0; i < row->cells->len; i++)
    forget (self, ((GjDocxCell *) row->cells->pdata[i])->blocks);
  row_free (row);
}

static void
read_rows (GjDocxReader  *self,
           GjDocxFlow    *flow,
           GjDocxTable   *table,
           const xmlNode *parent)
{
  for (const xmlNode *node = parent != NULL ? parent->children : NULL; node != NULL; node = node->next)
    {
      if (_gj_docx_is_stopped (self))
        return;

      switch (gj_docx_get_name (node))
        {
        case GJ_DOCX_TR:
          read_row (self, flow, table, node);
          break;
        case GJ_DOCX_TBL_GRID:
          for (const xmlNode *column = node->children; column != NULL; column = column->next)
            table->n_columns += gj_docx_get_name (column) == GJ_DOCX_GRID_COL;
          break;
        case GJ_DOCX_SDT:
          read_rows (self, flow, table, gj_docx_find_child (node, "sdtContent"));
          break;
        case GJ_DOCX_ALTERNATE:
          read_rows (self, flow, table, gj_docx_choose (node));
          break;
        case GJ_DOCX_WRAPPER:
          read_rows (self, flow, table, node);
          break;
        case GJ_DOCX_OTHER:
        default:
          _gj_docx_read_mark (self, flow, node);
          break;
        }
    }
}

/* Layout */

static gboolean
is_layout (const GjDocxTable *table)
{
  GjRawMeasure measure = { 0 };

  for (guint i = 0; i < table->rows->len; i++)
    {
      const GjDocxRow *row = table->rows->pdata[i];

      gj_raw_measure_add_row (&measure, row->cells->len);
      for (guint j = 0; j < row->cells->len; j++)
        gj_raw_measure_add_cell (&measure, ((const GjDocxCell *) row->cells->pdata[j])->blocks);
    }

  return gj_raw_measure_is_layout (&measure);
}

static void
take_apart (GjDocxReader *self,
            GjDocxFlow   *flow,
            GjDocxTable  *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const GjDocxRow *row = table->rows->pdata[i];

      for (guint j = 0; j < row->cells->len; j++)
        gj_raw_blocks_move (flow->blocks, ((GjDocxCell *) row->cells->pdata[j])->blocks);
    }
  _gj_docx_note (self, GJ_RAW_NOTE_LAYOUT_TABLE, NULL, table->line);
}

static gboolean
holds_cells (const GjDocxTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    if (((const GjDocxRow *) table->rows->pdata[i])->cells->len > 0)
      return TRUE;

  return FALSE;
}

/**
 * _gj_docx_read_table:
 * @node: a w:tbl
 */
void
_gj_docx_read_table (GjDocxReader  *self,
                     GjDocxFlow    *flow,
                     const xmlNode *node)
{
  g_auto (GjDocxTable) table = { .line = self->n_paragraphs + 1 };

  table.rows = g_ptr_array_new_with_free_func (row_free);
  read_rows (self, flow, &table, node);
  if (table.n_left_out > 0)
    gj_raw_document_add_note (self->out, GJ_RAW_NOTE_TABLE_CUT, NULL, table.n_left_out, table.line);
  if (!holds_cells (&table))
    return;

  if (is_layout (&table))
    {
      take_apart (self, flow, &table);
    }
  else
    {
      g_autoptr (GPtrArray) after = g_ptr_array_new ();

      g_ptr_array_add (flow->blocks, _gj_docx_build_grid (self, &table, after));
      for (guint i = 0; i < after->len; i++)
        g_ptr_array_add (flow->blocks, after->pdata[i]);
    }
}
