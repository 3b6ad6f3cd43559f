/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-doc-comments.h"
#include "gj-doc-format.h"
#include "gj-raw-document.h"

G_BEGIN_DECLS

#define GJ_DOC_MAX_ROWS 2000
#define GJ_DOC_MAX_DEPTH 100

/**
 * GjDocCell:
 * @blocks: (element-type GjRawBlock): what stands in it
 * @line: the place in the source
 */
typedef struct
{
  GPtrArray *blocks;
  guint      line;
} GjDocCell;

/**
 * GjDocRow:
 * @cells: (element-type GjDocCell): its cells
 * @shape: where they stand; of no cells when the file does not say
 */
typedef struct
{
  GPtrArray  *cells;
  GjDocShape  shape;
} GjDocRow;

/**
 * GjDocTable:
 * @rows: (element-type GjDocRow): the rows that have ended
 * @row: the row that has not
 * @blocks: (element-type GjRawBlock): what stands in its cell that has not ended
 * @n_left_out: rows and cells beyond what is read
 * @line: the place in the source
 *
 * A table as the file has it.
 */
typedef struct
{
  GPtrArray *rows;
  GjDocRow  *row;
  GPtrArray *blocks;
  guint      cell_line;
  guint      n_left_out;
  guint      line;
} GjDocTable;

GjDocTable *gj_doc_table_new        (guint             line);
void        gj_doc_table_free       (GjDocTable       *self);
void        gj_doc_table_end_cell   (GjDocTable       *self);
void        gj_doc_table_end_row    (GjDocTable       *self,
                                     const GjDocShape *shape,
                                     gboolean          is_deleted);
void        gj_doc_table_end        (GjDocTable       *self,
                                     GjDocComments    *comments,
                                     GjRawDocument    *document,
                                     GPtrArray        *blocks);

GjRawBlock *gj_doc_grid_new         (const GjDocTable *table,
                                     GjDocComments    *comments,
                                     GjRawDocument    *document,
                                     GPtrArray        *after);

void        gj_doc_columns_find     (const GjDocTable *table,
                                     guint           **columns);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjDocTable, gj_doc_table_free)

G_END_DECLS
