/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pdf-grid.h"

/* From lines to cells. Lines that meet belong to one table. All their positions cut it
 * into squares; where no line stands between two squares they are one cell. A cell is
 * always a rectangle: where a broken line makes another shape of it, it is cut into rows,
 * so that two numbers never come into one cell. */

#define TOUCH 3.0
#define SAME_EDGE 4.0
#define OPEN_SIDE 6.0

typedef struct
{
  GArray   *xs;
  GArray   *ys;
  guint     n_columns;
  guint     n_rows;
  gboolean *left;   /* per row, n_columns + 1: is there a wall on the left of the square */
  gboolean *top;    /* per row, n_rows + 1 rows: is there a wall above the square */
  guint    *parent; /* which squares are one */
} Lattice;

static double
edge (const GArray *edges,
      guint         i)
{
  return g_array_index (edges, double, i);
}

static const GjPdfRuling *
line_at (const GArray *lines,
         guint         i)
{
  return &g_array_index (lines, GjPdfRuling, i);
}

static guint
find_root (guint *parent,
           guint  i)
{
  while (parent[i] != i)
    {
      parent[i] = parent[parent[i]];
      i = parent[i];
    }

  return i;
}

static void
unite (guint *parent,
       guint  a,
       guint  b)
{
  a = find_root (parent, a);
  b = find_root (parent, b);
  if (a < b)
    parent[b] = a;
  else
    parent[a] = b;
}

static gboolean
meet (const GjPdfRuling *flat,
      const GjPdfRuling *upright)
{
  return upright->at >= flat->start - TOUCH && upright->at <= flat->end + TOUCH &&
         flat->at >= upright->start - TOUCH && flat->at <= upright->end + TOUCH;
}

/* The number of the table for every line, horizontal ones first. */
static guint *
group_lines (const GjPdfRulings *rulings)
{
  guint n_flat = rulings->horizontal->len;
  guint n_upright = rulings->vertical->len;
  guint *parent = g_new (guint, n_flat + n_upright + 1);

  for (guint i = 0; i < n_flat + n_upright; i++)
    parent[i] = i;
  for (guint i = 0; i < n_flat; i++)
    for (guint j = 0; j < n_upright; j++)
      if (meet (line_at (rulings->horizontal, i), line_at (rulings->vertical, j)))
        unite (parent, i, n_flat + j);
  for (guint i = 0; i < n_flat + n_upright; i++)
    parent[i] = find_root (parent, i);

  return parent;
}

/* Positions of lines, those of a double line as one; and the ends of the lines across,
 * where a side is open. */
static GArray *
find_edges (const GArray *lines,
            const GArray *across)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (double));
  double start = G_MAXDOUBLE;
  double end = -G_MAXDOUBLE;
  double first = 0;

  for (guint i = 0; i < across->len; i++)
    {
      start = MIN (start, line_at (across, i)->start);
      end = MAX (end, line_at (across, i)->end);
    }
  if (lines->len > 0 && line_at (lines, 0)->at - start > OPEN_SIDE)
    g_array_append_val (edges, start);
  for (guint i = 0; i < lines->len; i++)
    {
      double at = line_at (lines, i)->at;

      if (i == 0 || at - first > SAME_EDGE)
        {
          g_array_append_val (edges, at);
          first = at;
        }
    }
  if (lines->len > 0 && end - line_at (lines, lines->len - 1)->at > OPEN_SIDE)
    g_array_append_val (edges, end);

  return edges;
}

static guint
nearest_edge (const GArray *edges,
              double        at)
{
  guint low = 0;
  guint high = edges->len - 1;

  while (low < high)
    {
      guint middle = (low + high + 1) / 2;

      if (edge (edges, middle) <= at)
        low = middle;
      else
        high = middle - 1;
    }
  if (low + 1 < edges->len && edge (edges, low + 1) - at < at - edge (edges, low))
    low++;

  return low;
}

/* Marks the stretches of edge @k that the line covers at least by half. */
static void
mark_walls (const GjPdfRuling *line,
            const GArray      *edges,
            gboolean          *walls,
            guint              step)
{
  for (guint i = 0; i + 1 < edges->len; i++)
    {
      double start = MAX (edge (edges, i), line->start);
      double end = MIN (edge (edges, i + 1), line->end);

      if (end - start >= (edge (edges, i + 1) - edge (edges, i)) / 2)
        walls[i * step] = TRUE;
    }
}

static void
unite_squares (Lattice *self)
{
  guint columns = self->n_columns;

  for (guint i = 0; i < self->n_rows * columns; i++)
    self->parent[i] = i;
  for (guint row = 0; row < self->n_rows; row++)
    for (guint column = 0; column < columns; column++)
      {
        guint square = row * columns + column;

        if (column > 0 && !self->left[row * (columns + 1) + column])
          unite (self->parent, square, square - 1);
        if (row > 0 && !self->top[square])
          unite (self->parent, square, square - columns);
      }
  for (guint i = 0; i < self->n_rows * columns; i++)
    self->parent[i] = find_root (self->parent, i);
}

typedef struct
{
  guint row;
  guint column;
  guint last_row;
  guint last_column;
  guint n_squares;
} Extent;

static gboolean
is_rectangle (const Extent *extent)
{
  return extent->n_squares == (extent->last_row - extent->row + 1) * (extent->last_column - extent->column + 1);
}

static Extent *
measure_cells (const Lattice *self)
{
  guint n_squares = self->n_rows * self->n_columns;
  Extent *extents = g_new0 (Extent, n_squares);

  for (guint i = 0; i < n_squares; i++)
    {
      Extent *extent = &extents[self->parent[i]];
      guint row = i / self->n_columns;
      guint column = i % self->n_columns;

      if (extent->n_squares++ == 0)
        *extent = (Extent) { row, column, row, column, 1 };
      extent->column = MIN (extent->column, column);
      extent->last_row = MAX (extent->last_row, row);
      extent->last_column = MAX (extent->last_column, column);
    }

  return extents;
}

static void
cut_into_rows (Lattice      *self,
               const Extent *extents)
{
  for (guint row = 0; row < self->n_rows; row++)
    for (guint column = 0; column < self->n_columns;)
      {
        guint square = row * self->n_columns + column;
        guint root = self->parent[square];
        guint next = column + 1;

        while (next < self->n_columns && self->parent[row * self->n_columns + next] == root)
          next++;
        if (!is_rectangle (&extents[root]))
          for (guint i = column; i < next; i++)
            self->parent[row * self->n_columns + i] = square;
        column = next;
      }
}

/* A blank in the corner of a table with steps is open above or below and on a side. */
static gboolean
is_outside (const Lattice *self,
            const Extent  *extent)
{
  guint columns = self->n_columns;
  const gboolean *left = self->left + extent->row * (columns + 1);
  gboolean is_open_beside = (extent->column == 0 && !left[0]) ||
                            (extent->last_column == columns - 1 && !left[columns]);
  gboolean is_open_above = (extent->row == 0 && !self->top[extent->column]) ||
                           (extent->last_row == self->n_rows - 1 &&
                            !self->top[self->n_rows * columns + extent->column]);

  return is_open_beside && is_open_above;
}

static void
add_cells (const Lattice *self,
           GjPdfTable    *table)
{
  g_autofree Extent *extents = measure_cells (self);

  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    {
      const Extent *extent = &extents[i];
      GjPdfCell *cell;

      if (self->parent[i] != i)
        continue;
      cell = gj_pdf_table_add_cell (table, extent->row, extent->column);
      cell->n_rows = extent->last_row - extent->row + 1;
      cell->n_columns = extent->last_column - extent->column + 1;
      cell->is_outside = is_outside (self, extent);
      cell->box.x0 = edge (self->xs, extent->column);
      cell->box.x1 = edge (self->xs, extent->last_column + 1);
      cell->box.y0 = edge (self->ys, extent->row);
      cell->box.y1 = edge (self->ys, extent->last_row + 1);
    }
}

/* Where no cell begins there is no row or column. */
static guint *
number_used (const GPtrArray *cells,
             guint            n,
             gboolean         is_column)
{
  guint *numbers = g_new0 (guint, n + 1);

  for (guint i = 0; i < cells->len; i++)
    {
      const GjPdfCell *cell = g_ptr_array_index (cells, i);

      numbers[is_column ? cell->column : cell->row] = 1;
    }
  for (guint i = 0, next = 0; i <= n; i++)
    {
      guint is_used = i == n ? 1 : numbers[i];

      numbers[i] = next;
      next += is_used;
    }

  return numbers;
}

static void
drop_unused (const Lattice *self,
             GjPdfTable    *table)
{
  g_autofree guint *rows = number_used (table->cells, self->n_rows, FALSE);
  g_autofree guint *columns = number_used (table->cells, self->n_columns, TRUE);

  for (guint i = 0; i < table->cells->len; i++)
    {
      GjPdfCell *cell = g_ptr_array_index (table->cells, i);
      guint last_row = cell->row + cell->n_rows;
      guint last_column = cell->column + cell->n_columns;

      cell->row = rows[cell->row];
      cell->n_rows = MAX (rows[last_row], cell->row + 1) - cell->row;
      cell->column = columns[cell->column];
      cell->n_columns = MAX (columns[last_column], cell->column + 1) - cell->column;
    }
  table->n_rows = rows[self->n_rows];
  for (guint i = 0; i <= self->n_columns; i++)
    if (i == self->n_columns || columns[i + 1] > columns[i])
      g_array_append_vals (table->edges, &g_array_index (self->xs, double, i), 1);
  for (guint i = 0; i <= self->n_rows; i++)
    if (i == self->n_rows || rows[i + 1] > rows[i])
      g_array_append_vals (table->row_edges, &g_array_index (self->ys, double, i), 1);
}

static void
draw_walls (Lattice      *self,
            const GArray *flat,
            const GArray *upright)
{
  for (guint i = 0; i < upright->len; i++)
    mark_walls (line_at (upright, i), self->ys,
                self->left + nearest_edge (self->xs, line_at (upright, i)->at), self->n_columns + 1);
  for (guint i = 0; i < flat->len; i++)
    mark_walls (line_at (flat, i), self->xs,
                self->top + nearest_edge (self->ys, line_at (flat, i)->at) * self->n_columns, 1);
}

static GjPdfTable *
make_table (const GArray *flat,
            const GArray *upright,
            guint         page)
{
  g_autoptr (GArray) xs = find_edges (upright, flat);
  g_autoptr (GArray) ys = find_edges (flat, upright);
  g_autofree gboolean *left = NULL;
  g_autofree gboolean *top = NULL;
  g_autofree guint *parent = NULL;
  g_autofree Extent *extents = NULL;
  g_autoptr (GjPdfTable) table = NULL;
  Lattice lattice = { .xs = xs, .ys = ys };
  GjPdfBox box;

  if (xs->len < 2 || ys->len < 2 || xs->len > GJ_PDF_MAX_COLUMNS + 1 || ys->len > GJ_PDF_MAX_ROWS + 1)
    return NULL;

  lattice.n_columns = xs->len - 1;
  lattice.n_rows = ys->len - 1;
  lattice.left = left = g_new0 (gboolean, lattice.n_rows * (lattice.n_columns + 1));
  lattice.top = top = g_new0 (gboolean, (lattice.n_rows + 1) * lattice.n_columns);
  lattice.parent = parent = g_new (guint, lattice.n_rows * lattice.n_columns);
  draw_walls (&lattice, flat, upright);
  unite_squares (&lattice);
  extents = measure_cells (&lattice);
  cut_into_rows (&lattice, extents);

  box = (GjPdfBox) { edge (xs, 0), edge (ys, 0), edge (xs, xs->len - 1), edge (ys, ys->len - 1) };
  table = gj_pdf_table_new (&box, page);
  table->is_ruled = TRUE;
  add_cells (&lattice, table);
  drop_unused (&lattice, table);

  return g_steal_pointer (&table);
}

static GArray *
pick_lines (const GArray *lines,
            const guint  *groups,
            guint         group)
{
  GArray *picked = g_array_new (FALSE, FALSE, sizeof (GjPdfRuling));

  for (guint i = 0; i < lines->len; i++)
    if (groups[i] == group)
      g_array_append_vals (picked, line_at (lines, i), 1);

  return picked;
}

/**
 * gj_pdf_grid_find:
 * @rulings: the lines of a page
 * @page: its number, counted from 1
 *
 * Finds what is fenced by lines. A box around something is a table of one cell; the cells
 * have no text yet.
 *
 * Returns: (transfer full) (element-type GjPdfTable): the tables, from above
 */
GPtrArray *
gj_pdf_grid_find (const GjPdfRulings *rulings,
                  guint               page)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_pdf_table_free);
  g_autofree guint *groups = group_lines (rulings);
  guint n_flat = rulings->horizontal->len;

  for (guint i = 0; i < n_flat; i++)
    {
      g_autoptr (GArray) flat = NULL;
      g_autoptr (GArray) upright = NULL;
      GjPdfTable *table;

      if (groups[i] != i)
        continue;
      flat = pick_lines (rulings->horizontal, groups, i);
      upright = pick_lines (rulings->vertical, groups + n_flat, i);
      table = upright->len > 0 ? make_table (flat, upright, page) : NULL;
      if (table != NULL)
        g_ptr_array_add (tables, table);
    }

  return tables;
}
