/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GjRawCell:
 * @text: the text as it stood
 * @n_lines: lines covered, at least 1
 * @n_positions: columns covered, at least 1
 * @line: the line of the source that it began on, counted from 1, or 0
 */
typedef struct
{
  char  *text;
  guint  n_lines;
  guint  n_positions;
  guint  line;
} GjRawCell;

/**
 * GjRawRow:
 * @cells: (element-type GjRawCell): the cells as the source gives them, left to right
 */
typedef struct
{
  GPtrArray *cells;
} GjRawRow;

/**
 * GjRawKind:
 * @GJ_RAW_PARAGRAPH: a paragraph; whether it is a heading is for the matcher to say
 * @GJ_RAW_GRID: a table
 * @GJ_RAW_PICTURE: a picture, or the mark that stood in its place
 */
typedef enum
{
  GJ_RAW_PARAGRAPH,
  GJ_RAW_GRID,
  GJ_RAW_PICTURE,
} GjRawKind;

/**
 * GjRawBlock:
 * @text: the paragraph's text
 * @rows: (element-type GjRawRow): the grid's rows
 * @line: the line of the source that it began on, counted from 1, or 0
 *
 * What a reader gives: neutral blocks that know a format and no form.
 */
typedef struct
{
  GjRawKind  kind;
  char      *text;
  GPtrArray *rows;
  guint      line;
} GjRawBlock;

GjRawBlock *gj_raw_block_new_paragraph (const char *text,
                                        gssize      length,
                                        guint       line);
GjRawBlock *gj_raw_block_new_grid      (guint       line);
GjRawRow *  gj_raw_block_add_row       (GjRawBlock *self);
GjRawCell * gj_raw_row_add_cell        (GjRawRow   *self,
                                        const char *text,
                                        gssize      length,
                                        guint       line);
void        gj_raw_block_free          (GjRawBlock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjRawBlock, gj_raw_block_free)

G_END_DECLS
