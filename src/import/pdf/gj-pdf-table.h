/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-pdf-page.h"

G_BEGIN_DECLS

#define GJ_PDF_MAX_ROWS 2000
#define GJ_PDF_MAX_COLUMNS 64

/**
 * GjPdfCell:
 * @box: where it stands
 * @row: its first row
 * @column: its first column
 * @glyphs: (element-type GjPdfGlyph): what stands in it
 * @text: (nullable): the same as a text
 * @page: the page it begins on, counted from 1
 * @rest: how much of its width the last line leaves free
 * @unit: the width of the first word
 * @is_upright: whether its text is set one character a line
 * @is_outside: whether it is a blank beside the table, open to the page
 */
typedef struct
{
  GjPdfBox  box;
  guint     row;
  guint     column;
  guint     n_rows;
  guint     n_columns;
  GArray   *glyphs;
  char     *text;
  guint     page;
  double    rest;
  double    unit;
  gboolean  is_upright;
  gboolean  is_outside;
} GjPdfCell;

/**
 * GjPdfTable:
 * @edges: (element-type double): where the columns begin and the last one ends
 * @row_edges: (element-type double): the same of its rows, as long as it stands on one page
 * @n_rows: rows
 * @cells: (element-type GjPdfCell): by row and column; a place that none covers is
 *         outside the table
 * @page: the page it begins on, counted from 1
 * @is_ruled: whether lines told the cells
 */
typedef struct
{
  GjPdfBox   box;
  GArray    *edges;
  GArray    *row_edges;
  guint      n_rows;
  GPtrArray *cells;
  guint      page;
  gboolean   is_ruled;
} GjPdfTable;

GjPdfTable *gj_pdf_table_new      (const GjPdfBox *box,
                                   guint           page);
GjPdfCell * gj_pdf_table_add_cell (GjPdfTable     *self,
                                   guint           row,
                                   guint           column);
guint       gj_pdf_table_take     (GjPdfTable     *self,
                                   GArray         *glyphs);
void        gj_pdf_table_set      (GjPdfTable     *self);
void        gj_pdf_table_free     (GjPdfTable     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjPdfTable, gj_pdf_table_free)

G_END_DECLS
