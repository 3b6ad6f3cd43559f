/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pdf-layout.h"

#include "gj-pdf-enumerator.h"
#include "gj-pdf-flow.h"
#include "gj-pdf-joints.h"
#include "gj-pdf-sheet.h"

/* From rectangles on pages to blocks. It knows no PDF library and no form, and its result
 * depends on its input only. */

typedef struct
{
  GjRawDocument   *document;
  GPtrArray       *sheets;
  GjPdfParagraphs *paragraphs;
  GjPdfTable      *table; /* the last one, as long as it may go on */
  GPtrArray       *pictures; /* those that stand in what may go on */
} Layout;

static void
layout_clear (Layout *self)
{
  g_clear_pointer (&self->document, gj_raw_document_free);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->paragraphs, gj_pdf_paragraphs_free);
  g_clear_pointer (&self->table, gj_pdf_table_free);
  g_clear_pointer (&self->pictures, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Layout, layout_clear)

static GjPdfSheet *
sheet_at (const Layout *self,
          guint         i)
{
  return i < self->sheets->len ? g_ptr_array_index (self->sheets, i) : NULL;
}

static void
find_furniture (Layout *self)
{
  g_autofree GjPdfMargin *margins = g_new0 (GjPdfMargin, self->sheets->len + 1);
  g_autoptr (GPtrArray) kinds = NULL;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const GjPdfSheet *sheet = sheet_at (self, i);

      margins[i] = (GjPdfMargin) { sheet->lines, sheet->page->height, sheet->page->height, 0 };
      for (guint j = 0; j < sheet->tables->len; j++)
        {
          const GjPdfTable *table = g_ptr_array_index (sheet->tables, j);

          margins[i].top = MIN (margins[i].top, table->box.y0);
          margins[i].bottom = MAX (margins[i].bottom, table->box.y1);
        }
    }
  kinds = gj_pdf_furniture_find (margins, self->sheets->len);
  for (guint i = 0; i < self->sheets->len; i++)
    gj_pdf_sheet_set_kinds (sheet_at (self, i), g_ptr_array_index (kinds, i));
}

/* Pages in columns become parts of pages. */
static void
part_sheets (Layout *self)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_pdf_sheet_free);

  while (self->sheets->len > 0)
    gj_pdf_flow_part (g_ptr_array_steal_index (self->sheets, 0), parts);
  g_ptr_array_unref (self->sheets);
  self->sheets = parts;
  for (guint i = 0; i < parts->len; i++)
    gj_pdf_sheet_find_columns (sheet_at (self, i));
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/* A page with short lines only is as wide as the others, and no text is set narrower than
 * half a page. */
static void
even_measures (Layout *self)
{
  g_autofree double *widths = g_new0 (double, self->sheets->len + 1);
  double usual;

  for (guint i = 0; i < self->sheets->len; i++)
    widths[i] = sheet_at (self, i)->measure.right - sheet_at (self, i)->measure.left;
  qsort (widths, self->sheets->len, sizeof *widths, compare_doubles);
  usual = widths[self->sheets->len / 2];
  for (guint i = 0; i < self->sheets->len; i++)
    {
      GjPdfMeasure *measure = &sheet_at (self, i)->measure;

      if (sheet_at (self, i)->column > 0)
        continue;
      measure->right = MAX (measure->right, measure->left + MAX (usual, sheet_at (self, i)->page->width / 2));
    }
}

static void
note_furniture (Layout     *self,
                GjPdfSheet *sheet,
                guint      *n_numbers)
{
  for (guint i = 0; i < sheet->kinds->len; i++)
    {
      GjPdfFurniture kind = g_array_index (sheet->kinds, GjPdfFurniture, i);
      g_autofree char *text = NULL;

      if (kind == GJ_PDF_FURNITURE_NUMBER)
        ++*n_numbers;
      if (kind != GJ_PDF_FURNITURE_RUNNING)
        continue;
      text = gj_pdf_lines_dup_text (sheet->lines, &g_array_index (sheet->lines->lines, GjPdfLine, i));
      gj_raw_document_add_note (self->document, GJ_RAW_NOTE_HEADER_FOOTER, text, 1, sheet->number);
    }
}

/* A picture never parts a paragraph or a table; it comes behind. */
static void
put_pictures (Layout *self)
{
  if (self->table != NULL)
    return;

  while (self->pictures->len > 0)
    g_ptr_array_add (self->document->blocks, g_ptr_array_steal_index (self->pictures, 0));
}

static void
add_paragraph (Layout     *self,
               const char *text,
               guint       page)
{
  if (text == NULL)
    return;

  g_ptr_array_add (self->document->blocks, gj_raw_block_new_paragraph (text, -1, page));
  put_pictures (self);
}

static void
end_paragraph (Layout *self)
{
  g_autofree char *text = gj_pdf_paragraphs_end (self->paragraphs);

  add_paragraph (self, text, gj_pdf_paragraphs_get_page (self->paragraphs));
}

/* A place that no cell covers, not even one from above, is left out before the first cell
 * of a row and is a blank cell behind it. */
static void
fill_gap (GjRawRow    *row,
          const guint *covered,
          guint        line,
          guint        start,
          guint        end,
          guint        page)
{
  for (guint column = start; column < end; column++)
    {
      if (covered[column] > line)
        continue;
      if (row->cells->len == 0)
        row->n_before++;
      else
        gj_raw_row_add_cell (row, "", 0, page);
    }
}

/* @covered says for every column how many rows from the top are taken. */
static guint
add_cell (GjRawRow        *row,
          const GjPdfCell *cell,
          guint           *covered,
          guint            column)
{
  GjRawCell *raw;
  guint end = cell->column + cell->n_columns;

  fill_gap (row, covered, cell->row, column, cell->column, cell->page);
  raw = gj_raw_row_add_cell (row, cell->text, -1, cell->page);
  raw->n_lines = cell->n_rows;
  raw->n_positions = cell->n_columns;
  for (guint i = cell->column; i < end; i++)
    covered[i] = cell->row + cell->n_rows;

  return end;
}

static void
end_table (Layout *self)
{
  g_autoptr (GjPdfTable) table = g_steal_pointer (&self->table);
  guint covered[GJ_PDF_MAX_COLUMNS + 1] = { 0 };
  GjRawBlock *block;
  guint next = 0;

  if (table == NULL)
    return;

  block = gj_raw_block_new_grid (table->page);
  for (guint i = 0; i < table->n_rows; i++)
    {
      GjRawRow *row = gj_raw_block_add_row (block);
      guint column = 0;

      for (; next < table->cells->len; next++)
        {
          const GjPdfCell *cell = g_ptr_array_index (table->cells, next);

          if (cell->row != i)
            break;
          column = add_cell (row, cell, covered, column);
        }
    }
  g_ptr_array_add (self->document->blocks, block);
  put_pictures (self);
}

static const char *
first_text (const GjPdfTable *table)
{
  for (guint i = 0; i < table->cells->len; i++)
    {
      const GjPdfCell *cell = g_ptr_array_index (table->cells, i);

      if (*cell->text != '\0')
        return cell->text;
    }

  return NULL;
}

static gboolean
join_table (Layout     *self,
            GjPdfTable *table)
{
  g_autofree char *text = g_strdup (first_text (table));
  guint page = table->page;

  if (self->table == NULL || !gj_pdf_joints_fit (self->table, table) || !gj_pdf_joints_join (self->table, table))
    return FALSE;

  gj_raw_document_add_note (self->document, GJ_RAW_NOTE_TABLE_JOINED, text, 1, page);

  return TRUE;
}

static gboolean
is_nested (const GjPdfSheet *sheet,
           const GjPdfTable *table)
{
  for (guint i = 0; i < sheet->tables->len; i++)
    {
      const GjPdfTable *other = g_ptr_array_index (sheet->tables, i);

      if (other != table && other->box.x0 < table->box.x0 && other->box.y0 < table->box.y0 &&
          other->box.x1 > table->box.x1 && other->box.y1 > table->box.y1)
        return TRUE;
    }

  return FALSE;
}

static void
note_nested (Layout           *self,
             const GjPdfSheet *sheet)
{
  for (guint i = 0; i < sheet->tables->len; i++)
    {
      const GjPdfTable *table = g_ptr_array_index (sheet->tables, i);

      if (is_nested (sheet, table))
        gj_raw_document_add_note (self->document, GJ_RAW_NOTE_NESTED_TABLE, first_text (table), 1, sheet->number);
    }
}

static void
add_table (Layout     *self,
           GjPdfSheet *sheet,
           GjPdfTable *table,
           gboolean    is_first)
{
  guint index;

  end_paragraph (self);
  if (!table->is_ruled)
    gj_raw_document_add_note (self->document, GJ_RAW_NOTE_NO_RULES, first_text (table), table->n_rows, table->page);
  if (is_first && join_table (self, table))
    return;

  end_table (self);
  if (g_ptr_array_find (sheet->tables, table, &index))
    self->table = g_ptr_array_steal_index (sheet->tables, index);
}

static void
add_line (Layout          *self,
          GjPdfSheet      *sheet,
          const GjPdfLine *line)
{
  guint page = gj_pdf_paragraphs_get_page (self->paragraphs);
  g_autofree char *text = NULL;

  end_table (self);
  text = gj_pdf_paragraphs_add_line (self->paragraphs, sheet->lines, line, &sheet->measure, sheet->number);
  add_paragraph (self, text, page);
}

static void
add_picture (Layout             *self,
             const GjPdfPicture *picture,
             gboolean            is_moved,
             guint               page)
{
  if (picture->file == NULL)
    gj_raw_document_add_note (self->document, GJ_RAW_NOTE_PICTURE_LEFT_OUT, picture->size != NULL ? picture->size : "?", 1,
                              page);
  else if (is_moved)
    gj_raw_document_add_note (self->document, GJ_RAW_NOTE_PICTURE_MOVED, NULL, 1, page);
  if (picture->file == NULL)
    return;

  g_ptr_array_add (self->pictures, gj_raw_block_new_picture (picture->file, "", page));
  if (gj_pdf_paragraphs_is_empty (self->paragraphs))
    put_pictures (self);
}

/* The words above the other part of a table that say no more than that it is one. */
static gboolean
skip_caption (Layout       *self,
              GjPdfSheet   *sheet,
              const GArray *items)
{
  const GjPdfItem *first;
  g_autofree char *text = NULL;

  if (self->table == NULL || items->len < 2)
    return FALSE;

  first = &g_array_index (items, GjPdfItem, 0);
  if (first->line == NULL || first[1].table == NULL ||
      !gj_pdf_joints_fit (self->table, first[1].table))
    return FALSE;

  text = gj_pdf_lines_dup_text (sheet->lines, first->line);
  if (!gj_pdf_is_continuation (text))
    return FALSE;
  gj_raw_document_add_note (self->document, GJ_RAW_NOTE_HEADER_FOOTER, text, 1, sheet->number);

  return TRUE;
}

static void
note_columns (Layout           *self,
              const GjPdfSheet *sheet)
{
  g_autofree char *text = NULL;

  if (sheet->columns_text != NULL)
    gj_raw_document_add_note (self->document, GJ_RAW_NOTE_COLUMNS, sheet->columns_text, 1, sheet->number);
  if (sheet->unsure == 0 || g_array_index (sheet->kinds, GjPdfFurniture, sheet->unsure - 1) != GJ_PDF_FURNITURE_NONE)
    return;

  text = gj_pdf_lines_dup_text (sheet->lines, &g_array_index (sheet->lines->lines, GjPdfLine, sheet->unsure - 1));
  gj_raw_document_add_note (self->document, GJ_RAW_NOTE_COLUMNS_UNSURE, text, 1, sheet->number);
}

/* A paragraph goes on from one column to the next, but not from a column to what stands
 * above or below both. */
static void
turn_to (Layout           *self,
         const GjPdfSheet *sheet,
         const GjPdfSheet *before)
{
  if (before == NULL || before->number != sheet->number)
    return;

  if (sheet->column > 1)
    gj_pdf_paragraphs_turn (self->paragraphs);
  else
    end_paragraph (self);
}

static void
add_sheet (Layout     *self,
           GjPdfSheet *sheet)
{
  g_autoptr (GArray) items = gj_pdf_sheet_list_items (sheet);
  guint first = skip_caption (self, sheet, items) ? 1 : 0;
  gboolean is_first = TRUE;

  for (guint i = first; i < items->len; i++)
    {
      const GjPdfItem *item = &g_array_index (items, GjPdfItem, i);

      if (item->table != NULL)
        add_table (self, sheet, item->table, is_first);
      else if (item->picture != NULL)
        add_picture (self, item->picture, item->is_moved, sheet->number);
      else
        add_line (self, sheet, item->line);
      is_first = is_first && item->picture != NULL;
    }
}

static gboolean
make_sheets (Layout           *self,
             const GPtrArray  *pages,
             GCancellable     *cancellable,
             GError          **error)
{
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_pdf_sheet_free);
  for (guint i = 0; i < pages->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      g_ptr_array_add (self->sheets, gj_pdf_sheet_new (g_ptr_array_index (pages, i), i + 1));
    }
  for (guint i = 0; i < pages->len; i++)
    gj_pdf_sheet_drop_frames (sheet_at (self, i), i > 0 ? sheet_at (self, i - 1) : NULL, sheet_at (self, i + 1));
  for (guint i = 0; i < pages->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      gj_pdf_sheet_fill (sheet_at (self, i));
    }

  return TRUE;
}

/**
 * gj_pdf_layout_read:
 * @pages: (element-type GjPdfPage): what is painted on the pages
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Rebuilds tables and paragraphs. Sets only the error of @cancellable.
 *
 * Returns: (transfer full): the document
 */
GjRawDocument *
gj_pdf_layout_read (const GPtrArray  *pages,
                    GCancellable     *cancellable,
                    GError          **error)
{
  g_auto (Layout) self = { 0 };
  guint n_numbers = 0;

  g_return_val_if_fail (pages != NULL, NULL);

  if (!make_sheets (&self, pages, cancellable, error))
    return NULL;

  self.document = gj_raw_document_new (GJ_RAW_UNIT_PAGE);
  self.paragraphs = gj_pdf_paragraphs_new ();
  self.pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_raw_block_free);
  find_furniture (&self);
  for (guint i = 0; i < pages->len; i++)
    {
      note_furniture (&self, sheet_at (&self, i), &n_numbers);
      note_nested (&self, sheet_at (&self, i));
    }
  part_sheets (&self);
  even_measures (&self);
  for (guint i = 0; i < self.sheets->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      turn_to (&self, sheet_at (&self, i), i > 0 ? sheet_at (&self, i - 1) : NULL);
      note_columns (&self, sheet_at (&self, i));
      add_sheet (&self, sheet_at (&self, i));
    }
  end_paragraph (&self);
  end_table (&self);
  if (n_numbers > 0)
    gj_raw_document_add_note (self.document, GJ_RAW_NOTE_PAGE_NUMBER, NULL, n_numbers, 0);

  return g_steal_pointer (&self.document);
}
