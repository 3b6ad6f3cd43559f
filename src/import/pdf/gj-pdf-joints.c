/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pdf-joints.h"

#include <math.h>
#include <string.h>

#include "gj-pdf-enumerator.h"
#include "gj-pdf-lines.h"

/* A table that goes on at the top of the next page. Its columns get common edges, its
 * repeated head is dropped, a cell that reaches over the break becomes one again, and so
 * does a row that the break tore in the middle of its lines. */

#define SAME_EDGE 4.0

static GjPdfCell *
cell_at (const GjPdfTable *table,
         guint             i)
{
  return g_ptr_array_index (table->cells, i);
}

static double
edge (const GArray *edges,
      guint         i)
{
  return g_array_index (edges, double, i);
}

/**
 * gj_pdf_joints_fit:
 * @above: the last table of a page
 * @below: the first of the next one
 *
 * Returns: whether they are one table, judged by their sides
 */
gboolean
gj_pdf_joints_fit (const GjPdfTable *above,
                   const GjPdfTable *below)
{
  if (!above->is_ruled && !below->is_ruled)
    return above->edges->len == below->edges->len && above->box.x0 < below->box.x1 &&
           below->box.x0 < above->box.x1 && above->n_rows + below->n_rows <= GJ_PDF_MAX_ROWS;

  return above->is_ruled == below->is_ruled &&
         fabs (above->box.x0 - below->box.x0) < SAME_EDGE && fabs (above->box.x1 - below->box.x1) < SAME_EDGE &&
         above->n_rows + below->n_rows <= GJ_PDF_MAX_ROWS;
}

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

static GArray *
unite_edges (const GArray *a,
             const GArray *b)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));
  GArray *united = g_array_new (FALSE, FALSE, sizeof (double));

  g_array_append_vals (all, a->data, a->len);
  g_array_append_vals (all, b->data, b->len);
  g_array_sort (all, compare_edges);
  for (guint i = 0; i < all->len; i++)
    if (united->len == 0 || edge (all, i) - edge (united, united->len - 1) > SAME_EDGE)
      g_array_append_vals (united, &g_array_index (all, double, i), 1);

  return united;
}

static guint
find_edge (const GArray *edges,
           double        at)
{
  guint best = 0;

  for (guint i = 1; i < edges->len; i++)
    if (fabs (edge (edges, i) - at) < fabs (edge (edges, best) - at))
      best = i;

  return best;
}

static void
move_to_edges (GjPdfTable   *table,
               const GArray *edges)
{
  for (guint i = 0; i < table->cells->len; i++)
    {
      GjPdfCell *cell = cell_at (table, i);
      guint start = find_edge (edges, edge (table->edges, cell->column));
      guint end = find_edge (edges, edge (table->edges, cell->column + cell->n_columns));

      cell->column = MIN (start, edges->len - 2);
      cell->n_columns = MAX (end, cell->column + 1) - cell->column;
    }
}

static gboolean
is_same_cell (const GjPdfCell *a,
              const GjPdfCell *b)
{
  return a->row == b->row && a->column == b->column && a->n_rows == b->n_rows && a->n_columns == b->n_columns &&
         strcmp (a->text, b->text) == 0;
}

/* How many rows at the beginning of both tables say the same, cells not cut. */
static guint
count_repeated (const GjPdfTable *above,
                const GjPdfTable *below)
{
  guint n = MIN (above->cells->len, below->cells->len);
  guint n_same = 0;
  guint n_rows = 0;
  guint end = 0;
  guint n_words = 0;

  while (n_same < n && is_same_cell (cell_at (above, n_same), cell_at (below, n_same)))
    {
      const GjPdfCell *cell = cell_at (below, n_same++);

      end = MAX (end, cell->row + cell->n_rows);
      if (*cell->text != '\0' && !gj_pdf_is_numeric (cell->text))
        n_words++;
      if (n_same == below->cells->len || cell_at (below, n_same)->row >= end)
        n_rows = end;
    }

  /* A whole page that says the same is a page, not a head. */
  return n_words > 0 && n_rows < below->n_rows && n_rows < above->n_rows ? n_rows : 0;
}

static void
drop_rows (GjPdfTable *table,
           guint       n)
{
  for (guint i = table->cells->len; i > 0; i--)
    {
      GjPdfCell *cell = cell_at (table, i - 1);

      if (cell->row < n)
        g_ptr_array_remove_index (table->cells, i - 1);
      else
        cell->row -= n;
    }
  table->n_rows -= n;
}

static GjPdfCell *
find_above (const GjPdfTable *above,
            const GjPdfCell  *cell)
{
  for (guint i = above->cells->len; i > 0; i--)
    {
      GjPdfCell *candidate = cell_at (above, i - 1);

      if (candidate->row + candidate->n_rows == above->n_rows && candidate->column == cell->column &&
          candidate->n_columns == cell->n_columns)
        return candidate;
    }

  return NULL;
}

/* Whether the words of @upper go on in @lower: its last line is full. */
static gboolean
is_broken (const GjPdfCell *upper,
           const GjPdfCell *lower)
{
  return *upper->text != '\0' && *lower->text != '\0' && !gj_pdf_is_numeric (upper->text) &&
         !gj_pdf_is_numeric (lower->text) && !gj_pdf_starts_enumerated (lower->text) &&
         !gj_pdf_ends_sentence (upper->text) &&
         (upper->is_upright || upper->rest < lower->unit + GJ_PDF_PADDING);
}

/* The first row of @below is the rest of the last of @above when it has words that go on
 * in the middle, and no column has a number in both. */
static gboolean
is_torn (const GjPdfTable *above,
         const GjPdfTable *below)
{
  guint n_going_on = 0;
  guint n_missing = 0;
  guint n_own = 0;

  for (guint i = 0; i < below->cells->len && cell_at (below, i)->row == 0; i++)
    {
      const GjPdfCell *lower = cell_at (below, i);
      const GjPdfCell *upper = find_above (above, lower);

      if (upper == NULL)
        return FALSE;
      if (*lower->text == '\0')
        {
          if (gj_pdf_is_numeric (upper->text))
            n_missing++;
          continue;
        }
      if (gj_pdf_is_numeric (lower->text))
        {
          if (*upper->text != '\0')
            return FALSE;
          n_own++;
          continue;
        }
      if (*upper->text == '\0')
        continue;
      if (!is_broken (upper, lower))
        return FALSE;
      n_going_on++;
    }

  return n_going_on > 0 && (n_missing > 0 || n_own > 0);
}

static gboolean
is_leading (const GjPdfTable *table,
            guint             index)
{
  for (guint i = index; i > 0 && cell_at (table, i - 1)->row == 0; i--)
    if (*cell_at (table, i - 1)->text != '\0')
      return FALSE;

  return TRUE;
}

/* A label that is said again on every page. */
static gboolean
is_repeated (const GjPdfCell *upper,
             const GjPdfCell *lower)
{
  return strcmp (upper->text, lower->text) == 0 && !gj_pdf_is_numeric (lower->text);
}

/* Whether the cell that reaches the break and the one behind it are one cell. At the
 * head of a table there may be no row that the break left whole: @cut. */
static gboolean
goes_on (const GjPdfCell *upper,
         const GjPdfCell *lower,
         gboolean         leading,
         gboolean         cut)
{
  gboolean is_high = upper->n_rows > 1 || lower->n_rows > 1;

  if (*lower->text != '\0' && *upper->text != '\0')
    return is_high && (is_broken (upper, lower) || is_repeated (upper, lower));
  if (*lower->text == '\0' && *upper->text != '\0')
    return (is_high || leading || cut) && !gj_pdf_is_numeric (upper->text);
  return lower->n_rows > 1 && upper->n_rows > 1 && leading;
}

/* Whether the break went through a label that is not upright. */
static gboolean
is_cut (const GjPdfTable *above,
        const GjPdfTable *below)
{
  for (guint i = 0; i < below->cells->len && cell_at (below, i)->row == 0; i++)
    {
      const GjPdfCell *upper = find_above (above, cell_at (below, i));

      if (upper != NULL && !upper->is_upright && upper->n_rows > 1 && is_broken (upper, cell_at (below, i)))
        return TRUE;
    }

  return FALSE;
}

static void
swallow (GjPdfCell *upper,
         GjPdfCell *lower,
         guint      n_rows)
{
  if (!is_repeated (upper, lower))
    {
      g_autofree char *before = g_steal_pointer (&upper->text);

      upper->text = g_strconcat (before, lower->text, NULL);
    }
  upper->n_rows = n_rows - upper->row;
  upper->is_upright = upper->is_upright || lower->is_upright;
}

static void
join_cells (GjPdfTable *above,
            GjPdfTable *below,
            gboolean    torn)
{
  guint n_own = 0;
  guint n_above = above->n_rows;
  gboolean cut = is_cut (above, below);

  while (n_own < below->cells->len && cell_at (below, n_own)->row == 0)
    n_own++;
  for (guint i = n_own; i > 0; i--)
    {
      GjPdfCell *lower = cell_at (below, i - 1);
      GjPdfCell *upper = find_above (above, lower);

      if (upper == NULL || !(torn || goes_on (upper, lower, is_leading (below, i - 1), cut)))
        continue;
      swallow (upper, lower, n_above - (torn ? 1 : 0) + lower->n_rows);
      g_ptr_array_remove_index (below->cells, i - 1);
    }
}

static int
compare_cells (gconstpointer a,
               gconstpointer b)
{
  const GjPdfCell *first = *(GjPdfCell *const *) a;
  const GjPdfCell *second = *(GjPdfCell *const *) b;

  if (first->row != second->row)
    return first->row < second->row ? -1 : 1;
  return (first->column > second->column) - (first->column < second->column);
}

/**
 * gj_pdf_joints_join:
 * @above: a table
 * @below: its other part on the next page; left without cells
 *
 * Makes one table of both in @above. The texts of all cells must be known.
 *
 * Returns: whether it was done; not when it would have more columns than a table may have
 */
gboolean
gj_pdf_joints_join (GjPdfTable *above,
                    GjPdfTable *below)
{
  GArray *edges = above->is_ruled ? unite_edges (above->edges, below->edges) : g_array_copy (above->edges);
  gboolean torn;
  guint shift;

  if (edges->len < 2 || edges->len > GJ_PDF_MAX_COLUMNS + 1)
    {
      g_array_unref (edges);
      return FALSE;
    }
  if (above->is_ruled)
    {
      move_to_edges (above, edges);
      move_to_edges (below, edges);
    }
  g_array_unref (above->edges);
  above->edges = edges;

  drop_rows (below, count_repeated (above, below));
  torn = is_torn (above, below);
  join_cells (above, below, torn);
  shift = above->n_rows - (torn ? 1 : 0);
  for (guint i = 0; i < below->cells->len; i++)
    cell_at (below, i)->row += shift;
  above->n_rows = shift + below->n_rows;
  g_ptr_array_extend_and_steal (above->cells, g_ptr_array_ref (below->cells));
  g_ptr_array_sort (above->cells, compare_cells);

  return TRUE;
}
