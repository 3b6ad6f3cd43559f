/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-pdf-furniture.h"
#include "gj-pdf-paragraphs.h"
#include "gj-pdf-table.h"

G_BEGIN_DECLS

/**
 * GjPdfSheet:
 * @page: what is painted on it
 * @number: the page, counted from 1
 * @tables: (element-type GjPdfTable): its tables, from above
 * @free: (element-type GjPdfGlyph): what stands in no table
 * @lines: the same in lines
 * @kinds: (element-type GjPdfFurniture): what each line is
 * @measure: the sides of its text
 * @part: which part of the page it is
 * @column: counted from 1 when the part is a column, else 0
 * @columns_text: (nullable): with the first column, what stands on top of the columns
 * @unsure: the line, counted from 1, from where on there may be columns, else 0
 *
 * A page, or a part of one, on its way to blocks.
 */
typedef struct
{
  const GjPdfPage *page;
  guint            number;
  GPtrArray       *tables;
  GArray          *free;
  GjPdfLines      *lines;
  GArray          *kinds;
  GjPdfMeasure     measure;
  GjPdfBox         part;
  guint            column;
  char            *columns_text;
  guint            unsure;
} GjPdfSheet;

/**
 * GjPdfItem:
 * @table: (nullable): a table, or
 * @picture: (nullable): a picture, or
 * @line: (nullable): a line
 * @y: where it begins
 * @is_moved: whether it stood in the table before it
 *
 * What stands on a sheet, in reading order.
 */
typedef struct
{
  GjPdfTable         *table;
  const GjPdfPicture *picture;
  const GjPdfLine    *line;
  double              y;
  gboolean            is_moved;
} GjPdfItem;

GjPdfSheet *gj_pdf_sheet_new          (const GjPdfPage  *page,
                                       guint             number);
GjPdfSheet *gj_pdf_sheet_new_part     (GjPdfSheet       *whole,
                                       const GjPdfBox   *part,
                                       const GArray     *glyphs);
void        gj_pdf_sheet_drop_frames  (GjPdfSheet       *self,
                                       const GjPdfSheet *before,
                                       const GjPdfSheet *after);
void        gj_pdf_sheet_fill         (GjPdfSheet       *self);
void        gj_pdf_sheet_set_kinds    (GjPdfSheet       *self,
                                       GArray           *kinds);
void        gj_pdf_sheet_find_columns (GjPdfSheet       *self);
GArray *    gj_pdf_sheet_list_items   (GjPdfSheet       *self);
void        gj_pdf_sheet_free         (GjPdfSheet       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjPdfSheet, gj_pdf_sheet_free)

G_END_DECLS
