/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pdf-table.h"

#include "gj-pdf-lines.h"

static void
pdf_cell_free (gpointer data)
{
  GjPdfCell *self = data;

  g_array_unref (self->glyphs);
  g_free (self->text);
  g_free (self);
}

GjPdfTable *
gj_pdf_table_new (const GjPdfBox *box,
                  guint           page)
{
  GjPdfTable *self = g_new0 (GjPdfTable, 1);

  self->box = *box;
  self->page = page;
  self->edges = g_array_new (FALSE, FALSE, sizeof (double));
  self->row_edges = g_array_new (FALSE, FALSE, sizeof (double));
  self->cells = g_ptr_array_new_with_free_func (pdf_cell_free);

  return self;
}

/**
 * gj_pdf_table_add_cell:
 * @row: its first row
 * @column: its first column
 *
 * Returns: (transfer none): a new cell of one row and one column
 */
GjPdfCell *
gj_pdf_table_add_cell (GjPdfTable *self,
                       guint       row,
                       guint       column)
{
  GjPdfCell *cell = g_new0 (GjPdfCell, 1);

  cell->row = row;
  cell->column = column;
  cell->n_rows = 1;
  cell->n_columns = 1;
  cell->page = self->page;
  cell->glyphs = g_array_new (FALSE, FALSE, sizeof (GjPdfGlyph));
  g_ptr_array_add (self->cells, cell);

  return cell;
}

/* Which cell covers which square, plus one. */
static guint *
map_squares (const GjPdfTable *self)
{
  guint n_columns = self->edges->len - 1;
  guint *map = g_new0 (guint, self->n_rows * n_columns);

  for (guint i = 0; i < self->cells->len; i++)
    {
      const GjPdfCell *cell = g_ptr_array_index (self->cells, i);

      for (guint row = cell->row; row < MIN (cell->row + cell->n_rows, self->n_rows); row++)
        for (guint column = cell->column; column < MIN (cell->column + cell->n_columns, n_columns); column++)
          map[row * n_columns + column] = i + 1;
    }

  return map;
}

/* The stretch between two edges, or -1 outside of them. */
static int
find_stretch (const GArray *edges,
              double        at)
{
  guint low = 0;
  guint high = edges->len - 1;

  if (at < g_array_index (edges, double, 0) || at > g_array_index (edges, double, high))
    return -1;
  while (low + 1 < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (edges, double, middle) <= at)
        low = middle;
      else
        high = middle;
    }

  return (int) low;
}

/**
 * gj_pdf_table_take:
 * @glyphs: (element-type GjPdfGlyph): characters of the page
 *
 * Moves the characters that stand in the table from @glyphs into its cells.
 *
 * Returns: how many there were
 */
guint
gj_pdf_table_take (GjPdfTable *self,
                   GArray     *glyphs)
{
  g_autofree guint *map = map_squares (self);
  guint n_columns = self->edges->len - 1;
  guint n_left = 0;
  guint n_taken;

  for (guint i = 0; i < glyphs->len; i++)
    {
      const GjPdfGlyph *glyph = &g_array_index (glyphs, GjPdfGlyph, i);
      int column = find_stretch (self->edges, (glyph->box.x0 + glyph->box.x1) / 2);
      int row = find_stretch (self->row_edges, (glyph->box.y0 + glyph->box.y1) / 2);
      guint cell = row < 0 || column < 0 ? 0 : map[(guint) row * n_columns + (guint) column];

      if (cell > 0)
        g_array_append_vals (((GjPdfCell *) g_ptr_array_index (self->cells, cell - 1))->glyphs, glyph, 1);
      else
        g_array_index (glyphs, GjPdfGlyph, n_left++) = *glyph;
    }
  n_taken = glyphs->len - n_left;
  g_array_set_size (glyphs, n_left);

  return n_taken;
}

/* Whether the characters, in the order in which they are read, go up. */
static gboolean
runs_up (const GArray *glyphs)
{
  guint n_up = 0;

  for (guint i = 1; i < glyphs->len; i++)
    {
      const GjPdfBox *box = &g_array_index (glyphs, GjPdfGlyph, i).box;
      const GjPdfBox *last = &g_array_index (glyphs, GjPdfGlyph, i - 1).box;

      n_up += box->y1 < (last->y0 + last->y1) / 2 && box->x0 < last->x1 && box->x1 > last->x0;
    }

  return glyphs->len > 2 && n_up * 10 > glyphs->len * 6;
}

/* A label may be turned to run up its cell. */
static void
straighten (GArray *glyphs)
{
  for (guint i = 0; i < glyphs->len; i++)
    {
      GjPdfBox *box = &g_array_index (glyphs, GjPdfGlyph, i).box;

      *box = (GjPdfBox) { -box->y1, box->x0, -box->y0, box->x1 };
    }
}

static void
set_text (GjPdfCell *cell)
{
  gboolean is_turned = runs_up (cell->glyphs);
  g_autoptr (GjPdfLines) lines = NULL;
  double width = is_turned ? cell->box.y1 - cell->box.y0 : cell->box.x1 - cell->box.x0;
  const GjPdfLine *last;

  if (is_turned)
    straighten (cell->glyphs);
  lines = gj_pdf_lines_new (cell->glyphs);
  g_free (cell->text);
  cell->text = gj_pdf_lines_dup_cell (lines, width, &cell->is_upright);
  if (lines->lines->len == 0)
    return;

  last = &g_array_index (lines->lines, GjPdfLine, lines->lines->len - 1);
  cell->rest = width - (last->box.x1 - last->box.x0);
  cell->unit = gj_pdf_lines_first_unit (lines, &g_array_index (lines->lines, GjPdfLine, 0));
}

/**
 * gj_pdf_table_set:
 *
 * Makes the texts of the cells from their characters. Blanks beside the table are no
 * cells.
 */
void
gj_pdf_table_set (GjPdfTable *self)
{
  for (guint i = self->cells->len; i > 0; i--)
    {
      GjPdfCell *cell = g_ptr_array_index (self->cells, i - 1);

      if (cell->is_outside && cell->glyphs->len == 0)
        g_ptr_array_remove_index (self->cells, i - 1);
      else
        set_text (cell);
    }
}

void
gj_pdf_table_free (GjPdfTable *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->edges);
  g_array_unref (self->row_edges);
  g_ptr_array_unref (self->cells);
  g_free (self);
}
