/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-docx-reader-private.h"

G_BEGIN_DECLS

/**
 * GjDocxMerge:
 * @GJ_DOCX_MERGE_NONE: a cell of its own
 * @GJ_DOCX_MERGE_BEGINS: cells below may go on with it
 * @GJ_DOCX_MERGE_GOES_ON: goes on with the one above
 */
typedef enum
{
  GJ_DOCX_MERGE_NONE,
  GJ_DOCX_MERGE_BEGINS,
  GJ_DOCX_MERGE_GOES_ON,
} GjDocxMerge;

/**
 * GjDocxCell:
 * @blocks: (element-type GjRawBlock): what stands in it
 * @span: how many columns it says it covers, at least 1
 * @goes_on_left: whether it belongs to the cell at its left
 *
 * A cell as the file has it.
 */
typedef struct
{
  GPtrArray   *blocks;
  guint        span;
  GjDocxMerge  merge;
  gboolean     goes_on_left;
  guint        line;
} GjDocxCell;

/**
 * GjDocxRow:
 * @cells: (element-type GjDocxCell): its cells
 * @n_before: columns left out before them
 */
typedef struct
{
  GPtrArray *cells;
  guint      n_before;
  gboolean   is_head;
} GjDocxRow;

/**
 * GjDocxTable:
 * @rows: (element-type GjDocxRow): its rows
 * @n_columns: how many columns it declares, 0 when it does not say
 * @n_left_out: rows and cells beyond what is read
 */
typedef struct
{
  GPtrArray *rows;
  guint      n_columns;
  guint      n_left_out;
  guint      line;
} GjDocxTable;

GjRawBlock *_gj_docx_build_grid (GjDocxReader *reader,
                                 GjDocxTable  *table,
                                 GPtrArray    *after);

G_END_DECLS
