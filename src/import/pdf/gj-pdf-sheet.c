/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pdf-sheet.h"

#include "gj-pdf-columns.h"
#include "gj-pdf-grid.h"
#include "gj-pdf-joints.h"
#include "gj-pdf-rulings.h"

/* One page: its tables first, then what stands beside them. A box around a text is no
 * table, unless it goes on with the table of the page before or after. */

#define ANYWHERE 1e6

static int
compare_tables (gconstpointer a,
                gconstpointer b)
{
  const GjPdfTable *first = *(GjPdfTable *const *) a;
  const GjPdfTable *second = *(GjPdfTable *const *) b;

  return (first->box.y0 > second->box.y0) - (first->box.y0 < second->box.y0);
}

/**
 * gj_pdf_sheet_new:
 * @page: a page; it must live as long as the sheet
 * @number: counted from 1
 *
 * Returns: (transfer full): the sheet with its tables, still without text
 */
GjPdfSheet *
gj_pdf_sheet_new (const GjPdfPage *page,
                  guint            number)
{
  GjPdfSheet *self = g_new0 (GjPdfSheet, 1);
  g_autoptr (GjPdfRulings) rulings = gj_pdf_rulings_new ((const GjPdfBox *) (void *) page->rules->data,
                                                         page->rules->len);

  self->page = page;
  self->number = number;
  self->part = (GjPdfBox) { -ANYWHERE, -ANYWHERE, ANYWHERE, ANYWHERE };
  self->tables = gj_pdf_grid_find (rulings, number);
  g_ptr_array_sort (self->tables, compare_tables);
  self->free = g_array_sized_new (FALSE, FALSE, sizeof (GjPdfGlyph), page->glyphs->len);
  g_array_append_vals (self->free, page->glyphs->data, page->glyphs->len);

  return self;
}

static gboolean
has_middle_in (const GjPdfBox *box,
               const GjPdfBox *part)
{
  double x = (box->x0 + box->x1) / 2;
  double y = (box->y0 + box->y1) / 2;

  return x >= part->x0 && x < part->x1 && y >= part->y0 && y < part->y1;
}

/**
 * gj_pdf_sheet_new_part:
 * @whole: a page whose tables are known
 * @part: which part of it
 * @glyphs: (element-type GjPdfGlyph): the text that stands there, without head and foot
 *
 * Takes the tables that stand there from @whole.
 *
 * Returns: (transfer full): the part
 */
GjPdfSheet *
gj_pdf_sheet_new_part (GjPdfSheet     *whole,
                       const GjPdfBox *part,
                       const GArray   *glyphs)
{
  GjPdfSheet *self = g_new0 (GjPdfSheet, 1);
  g_autoptr (GArray) kinds = g_array_new (FALSE, TRUE, sizeof (GjPdfFurniture));

  self->page = whole->page;
  self->number = whole->number;
  self->part = *part;
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_pdf_table_free);
  self->free = g_array_new (FALSE, FALSE, sizeof (GjPdfGlyph));
  self->lines = gj_pdf_lines_new (glyphs);
  self->kinds = g_array_new (FALSE, TRUE, sizeof (GjPdfFurniture));
  g_array_set_size (kinds, self->lines->lines->len);
  gj_pdf_sheet_set_kinds (self, kinds);
  for (guint i = 0; i < whole->tables->len;)
    if (has_middle_in (&((GjPdfTable *) g_ptr_array_index (whole->tables, i))->box, part))
      g_ptr_array_add (self->tables, g_ptr_array_steal_index (whole->tables, i));
    else
      i++;

  return self;
}

static const GjPdfTable *
first_table (const GjPdfSheet *self)
{
  return self != NULL && self->tables->len > 0 ? g_ptr_array_index (self->tables, 0) : NULL;
}

static const GjPdfTable *
last_table (const GjPdfSheet *self)
{
  return self != NULL && self->tables->len > 0 ? g_ptr_array_index (self->tables, self->tables->len - 1) : NULL;
}

static gboolean
is_part_of (const GjPdfTable *table,
            const GjPdfTable *other)
{
  return other != NULL && other->cells->len > 1 && gj_pdf_joints_fit (table, other);
}

static gboolean
is_frame (const GjPdfSheet *self,
          guint             index,
          const GjPdfSheet *before,
          const GjPdfSheet *after)
{
  const GjPdfTable *table = g_ptr_array_index (self->tables, index);

  if (table->cells->len > 1)
    return FALSE;
  if (index == 0 && is_part_of (table, last_table (before)))
    return FALSE;
  return !(index == self->tables->len - 1 && is_part_of (table, first_table (after)));
}

static double
area_of (const GjPdfTable *table)
{
  return (table->box.x1 - table->box.x0) * (table->box.y1 - table->box.y0);
}

static int
compare_areas (gconstpointer a,
               gconstpointer b)
{
  double first = area_of (*(GjPdfTable *const *) a);
  double second = area_of (*(GjPdfTable *const *) b);

  return (first > second) - (first < second);
}

/**
 * gj_pdf_sheet_drop_frames:
 * @before: (nullable): the page before
 * @after: (nullable): the page after
 *
 * Drops the boxes that are no tables. All sheets are asked before any is filled.
 */
void
gj_pdf_sheet_drop_frames (GjPdfSheet       *self,
                          const GjPdfSheet *before,
                          const GjPdfSheet *after)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; i < self->tables->len; i++)
    {
      GjPdfTable *table = g_ptr_array_index (self->tables, i);

      if (is_frame (self, i, before, after))
        gj_pdf_table_free (table);
      else
        g_ptr_array_add (kept, table);
    }
  while (self->tables->len > 0)
    g_ptr_array_steal_index (self->tables, self->tables->len - 1);
  for (guint i = 0; i < kept->len; i++)
    g_ptr_array_add (self->tables, g_ptr_array_index (kept, i));
}

/**
 * gj_pdf_sheet_fill:
 *
 * Puts the text into the tables, the innermost first, and the rest into lines. Tables
 * without text are drawings and are dropped.
 */
void
gj_pdf_sheet_fill (GjPdfSheet *self)
{
  g_autoptr (GPtrArray) by_area = g_ptr_array_copy (self->tables, NULL, NULL);

  g_ptr_array_set_free_func (by_area, NULL);
  g_ptr_array_sort (by_area, compare_areas);
  for (guint i = 0; i < by_area->len; i++)
    {
      GjPdfTable *table = g_ptr_array_index (by_area, i);

      if (gj_pdf_table_take (table, self->free) > 0)
        gj_pdf_table_set (table);
      else
        g_ptr_array_remove (self->tables, table);
    }
  self->lines = gj_pdf_lines_new (self->free);
  self->kinds = g_array_new (FALSE, TRUE, sizeof (GjPdfFurniture));
  g_array_set_size (self->kinds, self->lines->lines->len);
}

/**
 * gj_pdf_sheet_find_columns:
 *
 * Finds the tables without lines in what is left of the page.
 */
void
gj_pdf_sheet_find_columns (GjPdfSheet *self)
{
  g_autofree gboolean *taken = g_new0 (gboolean, self->kinds->len + 1);
  g_autoptr (GPtrArray) tables = NULL;

  for (guint i = 0; i < self->kinds->len; i++)
    taken[i] = g_array_index (self->kinds, GjPdfFurniture, i) != GJ_PDF_FURNITURE_NONE;
  tables = gj_pdf_columns_find (self->lines, taken, self->number);
  for (guint i = 0; i < self->kinds->len; i++)
    if (taken[i] && g_array_index (self->kinds, GjPdfFurniture, i) == GJ_PDF_FURNITURE_NONE)
      g_array_index (self->kinds, GjPdfFurniture, i) = GJ_PDF_FURNITURE_TABLE;

  g_ptr_array_extend_and_steal (self->tables, g_steal_pointer (&tables));
  g_ptr_array_sort (self->tables, compare_tables);
}

/**
 * gj_pdf_sheet_set_kinds:
 * @kinds: (element-type GjPdfFurniture): what each line is
 *
 * Takes note of the head and foot of the page and measures the text without them.
 */
void
gj_pdf_sheet_set_kinds (GjPdfSheet *self,
                        GArray     *kinds)
{
  gboolean is_first = TRUE;

  g_array_unref (self->kinds);
  self->kinds = g_array_ref (kinds);
  for (guint i = 0; i < self->lines->lines->len; i++)
    {
      const GjPdfLine *line = &g_array_index (self->lines->lines, GjPdfLine, i);
      double right = gj_pdf_lines_right (self->lines, line);

      if (g_array_index (kinds, GjPdfFurniture, i) != GJ_PDF_FURNITURE_NONE)
        continue;
      self->measure.left = is_first ? line->box.x0 : MIN (self->measure.left, line->box.x0);
      self->measure.right = is_first ? right : MAX (self->measure.right, right);
      is_first = FALSE;
    }
}

/* A picture in a table is put behind it. */
static void
add_picture (const GjPdfSheet   *self,
             const GjPdfPicture *picture,
             GArray             *items)
{
  GjPdfItem item = { .picture = picture, .y = picture->box.y0 };
  double x = (picture->box.x0 + picture->box.x1) / 2;
  double y = (picture->box.y0 + picture->box.y1) / 2;

  for (guint i = 0; i < self->tables->len; i++)
    {
      const GjPdfTable *table = g_ptr_array_index (self->tables, i);

      if (x > table->box.x0 && x < table->box.x1 && y > table->box.y0 && y < table->box.y1)
        {
          item.y = table->box.y0;
          item.is_moved = TRUE;
        }
    }
  g_array_append_val (items, item);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const GjPdfItem *first = a;
  const GjPdfItem *second = b;

  if (first->y != second->y)
    return first->y < second->y ? -1 : 1;
  return (first->table == NULL) - (second->table == NULL);
}

/**
 * gj_pdf_sheet_list_items:
 *
 * Returns: (transfer full) (element-type GjPdfItem): what stands on the page, in reading
 *   order, without head and foot
 */
GArray *
gj_pdf_sheet_list_items (GjPdfSheet *self)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (GjPdfItem));
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (GjPdfItem));
  guint next = 0;

  for (guint i = 0; i < self->tables->len; i++)
    {
      GjPdfTable *table = g_ptr_array_index (self->tables, i);
      GjPdfItem item = { .table = table, .y = table->box.y0 };

      g_array_append_val (others, item);
    }
  for (guint i = 0; i < self->page->pictures->len; i++)
    if (has_middle_in (&((GjPdfPicture *) g_ptr_array_index (self->page->pictures, i))->box, &self->part))
      add_picture (self, g_ptr_array_index (self->page->pictures, i), others);
  g_array_sort (others, compare_items);

  for (guint i = 0; i < self->lines->lines->len; i++)
    {
      GjPdfItem item = { .line = &g_array_index (self->lines->lines, GjPdfLine, i) };

      if (g_array_index (self->kinds, GjPdfFurniture, i) != GJ_PDF_FURNITURE_NONE)
        continue;
      while (next < others->len && g_array_index (others, GjPdfItem, next).y <= item.line->box.y0)
        g_array_append_vals (items, &g_array_index (others, GjPdfItem, next++), 1);
      g_array_append_val (items, item);
    }
  if (next < others->len)
    g_array_append_vals (items, &g_array_index (others, GjPdfItem, next), others->len - next);

  return items;
}

void
gj_pdf_sheet_free (GjPdfSheet *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->tables);
  g_array_unref (self->free);
  g_clear_pointer (&self->lines, gj_pdf_lines_free);
  g_clear_pointer (&self->kinds, g_array_unref);
  g_free (self->columns_text);
  g_free (self);
}
