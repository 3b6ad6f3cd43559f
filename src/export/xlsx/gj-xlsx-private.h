/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <xlsxwriter.h>

#include "gj-render.h"

G_BEGIN_DECLS

/**
 * GjXlsxCell:
 * @table: the table's index among those written, or %GJ_NONE when the cell is in no sheet
 * @is_number: whether it is written as a number: its text is one, exactly
 * @number: how its text reads
 * @sum: (nullable): the quantity that the form says it is the sum of, when it is
 * @remark: (nullable): what does not agree with the form's sums
 *
 * What becomes of a cell of the report.
 */
typedef struct
{
  guint             table;
  lxw_row_t         row;
  lxw_col_t         column;
  gboolean          is_number;
  GjNumberText      number;
  const GjQuantity *sum;
  GString          *remark;
} GjXlsxCell;

/**
 * GjXlsxTable:
 * @lines: which lines of the layout the report has
 * @rows: for each line the row of the sheet
 *
 * A table with a sheet of its own.
 */
typedef struct
{
  const GjTable       *table;
  const GjTableLayout *layout;
  lxw_worksheet       *sheet;
  char                *name;
  gboolean            *lines;
  lxw_row_t           *rows;
  lxw_row_t            end;
} GjXlsxTable;

typedef enum
{
  GJ_XLSX_FORMAT_TITLE,
  GJ_XLSX_FORMAT_HEADING,
  GJ_XLSX_FORMAT_HEAD,
  GJ_XLSX_FORMAT_LABEL,
  GJ_XLSX_FORMAT_VERTICAL,
  GJ_XLSX_FORMAT_CELL,
  GJ_XLSX_FORMAT_CELL_MARKED,
  GJ_XLSX_FORMAT_WORDS,
  GJ_XLSX_FORMAT_BROKEN,
  GJ_XLSX_N_FORMATS,
} GjXlsxFormat;

/**
 * GjXlsx:
 * @cells: what becomes of each cell of the form
 * @tables: (element-type GjXlsxTable): the tables in their order
 * @error: the first thing that the library refused
 *
 * A workbook on its way.
 */
typedef struct
{
  GjReport     *report;
  GjForm       *form;
  lxw_workbook *book;
  GjXlsxCell   *cells;
  GPtrArray    *tables;
  lxw_format   *formats[GJ_XLSX_N_FORMATS];
  lxw_format   *numbers[2][GJ_DECIMAL_MAX_SCALE + 1];
  lxw_error     error;
} GjXlsx;

#define GJ_XLSX_FIRST_ROW 2

void         _gj_xlsx_try           (GjXlsx           *self,
                                     lxw_error         error);

/* gj-xlsx-formats.c */
void         _gj_xlsx_add_formats   (GjXlsx           *self);
lxw_format * _gj_xlsx_get_number    (GjXlsx           *self,
                                     gboolean          marked,
                                     guint             scale);
char *       _gj_xlsx_dup_text      (const char       *text);
guint        _gj_xlsx_measure       (const char       *text);

/* gj-xlsx-plan.c */
double       _gj_xlsx_to_double     (const GjSum      *sum);
gboolean     _gj_xlsx_add_up        (GjXlsx           *self,
                                     const GjQuantity *quantity,
                                     GjSum            *sum);
void         _gj_xlsx_plan_sums     (GjXlsx           *self);

/* gj-xlsx-formula.c */
void         _gj_xlsx_append_cell   (GjXlsx           *self,
                                     GString          *out,
                                     guint             cell,
                                     guint             from);
void         _gj_xlsx_append_sum    (GjXlsx           *self,
                                     GString          *out,
                                     const GjQuantity *quantity,
                                     guint             from);

/* gj-xlsx-table.c */
void         _gj_xlsx_write_table   (GjXlsx           *self,
                                     GjXlsxTable      *table);

/* gj-xlsx-checks.c */
void         _gj_xlsx_write_checks  (GjXlsx           *self);

G_END_DECLS
