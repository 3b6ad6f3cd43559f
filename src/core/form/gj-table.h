/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-label.h"

G_BEGIN_DECLS

/**
 * GjCellType:
 * @GJ_CELL_COUNT: an integer of at least 0
 * @GJ_CELL_CHANGE: an integer that may be negative (本年增/减)
 * @GJ_CELL_AMOUNT: an amount of money of at least 0 with at most 6 decimals
 * @GJ_CELL_TEXT: words; never checked as a number
 */
typedef enum
{
  GJ_CELL_COUNT,
  GJ_CELL_CHANGE,
  GJ_CELL_AMOUNT,
  GJ_CELL_TEXT,
} GjCellType;

#define GJ_NONE G_MAXUINT

/**
 * GjRow:
 * @id: the row's id in CELL ids, unique in its table
 * @label: the words printed in the label cell of the row ("1.属于国家秘密")
 * @name: the words by which findings name the row ("（三）不予公开—1.属于国家秘密")
 * @guidance: how to fill the row in (填报说明); its members may be %NULL
 * @guidance_source: (nullable): where the guidance comes from
 * @absent_check: (nullable): the check that asks, as a warning, for the row in a report
 *                that has it not; %NULL when that is an error of the general kind
 * @aliases: (array zero-terminated=1): other wordings seen in real reports, in Chinese
 */
typedef struct
{
  const char        *id;
  GjLabel            label;
  GjLabel            name;
  GjLabel            guidance;
  const char        *guidance_source;
  const char        *absent_check;
  const char *const *aliases;
} GjRow;

/**
 * GjColumn:
 * @id: the column's id in cell ids, unique in its table
 * @label: the words printed in the column's head
 * @name: the words by which findings name the column ("法人或其他组织—商业企业")
 * @type: what the cells of the column hold
 * @unit: (nullable): the unit that the head states ("万元"); %NULL when it states none
 */
typedef struct
{
  const char        *id;
  GjLabel            label;
  GjLabel            name;
  GjCellType         type;
  const char        *unit;
  const char *const *aliases;
} GjColumn;

/**
 * GjCell:
 * @id: "table/row/column"
 * @index: the cell's place in the form's dense order of cells, 0 … n_cells - 1
 * @table: index of the table in the form
 * @row: index of the row in the table
 * @column: index of the column in the table
 */
typedef struct
{
  const char *id;
  guint       index;
  guint       table;
  guint       row;
  guint       column;
  GjCellType  type;
  const char *unit;
} GjCell;

/**
 * GjSlotKind:
 * @GJ_SLOT_TITLE: a title over a part of the table (第二十条第（一）项)
 * @GJ_SLOT_HEAD: a head over columns
 * @GJ_SLOT_LABEL: a label of one or more rows
 * @GJ_SLOT_NOTE: a remark printed inside the table (勾稽关系 of table three)
 * @GJ_SLOT_CELL: a cell that is filled in
 */
typedef enum
{
  GJ_SLOT_TITLE,
  GJ_SLOT_HEAD,
  GJ_SLOT_LABEL,
  GJ_SLOT_NOTE,
  GJ_SLOT_CELL,
} GjSlotKind;

/**
 * GjSlot:
 * @line: first line, counted from 0 in the layout
 * @position: first grid column, counted from 0
 * @n_lines: lines covered
 * @n_positions: grid columns covered
 * @text: what is printed, for every kind but %GJ_SLOT_CELL
 * @vertical: whether the text is set one character under the other
 * @row: index of the row that a label names or a cell belongs to, or %GJ_NONE
 * @column: index of the column that a head names or a cell belongs to, or %GJ_NONE
 * @cell: index of the cell in the form, or %GJ_NONE
 *
 * One rectangle of a table as it is printed.
 */
typedef struct
{
  GjSlotKind kind;
  guint      line;
  guint      position;
  guint      n_lines;
  guint      n_positions;
  GjLabel    text;
  gboolean   vertical;
  guint      row;
  guint      column;
  guint      cell;
} GjSlot;

/**
 * GjPart:
 * @first_line: the part's first line
 * @n_head_lines: lines of heads, repeated when the part goes on on another page
 * @n_lines: all lines, heads included
 */
typedef struct
{
  guint first_line;
  guint n_head_lines;
  guint n_lines;
} GjPart;

/**
 * GjTableLayout:
 *
 * The printed geometry of a table: slots in reading order (by line, then position) that
 * cover the whole grid without gap or overlap.
 */
typedef struct
{
  const char   *variant;
  guint         n_lines;
  guint         n_positions;
  const guint  *widths;
  const GjSlot *slots;
  guint         n_slots;
  const GjPart *parts;
  guint         n_parts;
} GjTableLayout;

/**
 * GjTable:
 * @id: the id of the section that the table stands in
 * @section: index of that section
 * @cell_name: how findings name a cell, with {row} and {column} for the two names
 * @cells: index in the form of the cell in row r and column c, at r × @n_columns + c;
 *         %GJ_NONE where the form has no such cell
 * @layouts: the usual layout first, then one for each variant of the form
 */
typedef struct
{
  const char          *id;
  guint                section;
  GjLabel              cell_name;
  const GjRow         *rows;
  guint                n_rows;
  const GjColumn      *columns;
  guint                n_columns;
  const guint         *cells;
  guint                first_cell;
  guint                n_cells;
  const GjTableLayout *layouts;
  guint                n_layouts;
} GjTable;

guint                gj_table_find_row    (const GjTable *self,
                                           const char    *id);
guint                gj_table_find_column (const GjTable *self,
                                           const char    *id);
guint                gj_table_find_cell   (const GjTable *self,
                                           guint          row,
                                           guint          column);
const GjTableLayout *gj_table_get_layout  (const GjTable *self,
                                           const char    *variant);

G_END_DECLS
