/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-doc-table.h"

#include <stdlib.h>

/* Which columns the cells cover. A row says where its cells begin in twips, and two rows
 * that a person sees as one above the other seldom say quite the same: edges that are near
 * one another are one. */

/* From two millimetres to not at all; as long as every cell keeps a column, the fewest
 * columns are right. */
static const int tolerances[] = { 113, 30, 10, 0 };

/* Rows that begin a little beside one another are seen as beginning together. */
#define MAX_SHIFT 240

static int
compare_edges (const void *one,
               const void *other)
{
  return *(const int *) one - *(const int *) other;
}

static gboolean
is_usable (const GjDocRow *row)
{
  const GjDocShape *shape = &row->shape;

  if (shape->n_cells < row->cells->len)
    return FALSE;
  for (guint i = 0; i < row->cells->len; i++)
    if (shape->edges[i + 1] <= shape->edges[i])
      return FALSE;

  return TRUE;
}

static int
find_left (const GjDocTable *table)
{
  int left = G_MAXINT;

  for (guint i = 0; i < table->rows->len; i++)
    left = MIN (left, ((const GjDocRow *) table->rows->pdata[i])->shape.edges[0]);

  return left;
}

static int
get_shift (const GjDocRow *row,
           int             left,
           gboolean        is_shifted)
{
  int shift = row->shape.edges[0] - left;

  return is_shifted && shift <= MAX_SHIFT ? shift : 0;
}

/* The edges of all rows, each once: where the columns begin and the last one ends. */
static GArray *
gather (const GjDocTable *table,
        int               left,
        gboolean          is_shifted,
        int               tolerance)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (int));
  guint n = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const GjDocRow *row = table->rows->pdata[i];

      for (guint j = 0; j <= row->cells->len; j++)
        {
          int edge = row->shape.edges[j] - get_shift (row, left, is_shifted);

          g_array_append_val (edges, edge);
        }
    }
  qsort (edges->data, edges->len, sizeof (int), compare_edges);
  for (guint i = 0; i < edges->len; i++)
    if (n == 0 || g_array_index (edges, int, i) - g_array_index (edges, int, n - 1) > tolerance)
      g_array_index (edges, int, n++) = g_array_index (edges, int, i);
  g_array_set_size (edges, n);

  return edges;
}

/* The last column edge that is not behind the place. */
static guint
find_edge (const GArray *edges,
           int           at)
{
  guint low = 0;
  guint high = edges->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (edges, int, middle) <= at)
        low = middle;
      else
        high = middle;
    }

  return low;
}

/* Whether every cell keeps a column. */
static gboolean
place (const GjDocTable  *table,
       const GArray      *edges,
       int                left,
       gboolean           is_shifted,
       guint            **columns)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const GjDocRow *row = table->rows->pdata[i];

      for (guint j = 0; j <= row->cells->len; j++)
        {
          columns[i][j] = find_edge (edges, row->shape.edges[j] - get_shift (row, left, is_shifted));
          if (j > 0 && columns[i][j] <= columns[i][j - 1])
            return FALSE;
        }
    }

  return TRUE;
}

static void
count_cells (const GjDocTable  *table,
             guint            **columns)
{
  for (guint i = 0; i < table->rows->len; i++)
    for (guint j = 0; j <= ((const GjDocRow *) table->rows->pdata[i])->cells->len; j++)
      columns[i][j] = j;
}

static gboolean
are_usable (const GjDocTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    if (!is_usable (table->rows->pdata[i]))
      return FALSE;

  return TRUE;
}

/**
 * gj_doc_columns_find:
 * @table: a table with rows
 * @columns: for each row an array that is told where its cells begin and the last one ends
 *
 * Finds the columns of the cells. Where the edges say nothing useful, cells are counted.
 */
void
gj_doc_columns_find (const GjDocTable  *table,
                     guint            **columns)
{
  int left = find_left (table);

  if (are_usable (table))
    for (guint i = 0; i < G_N_ELEMENTS (tolerances); i++)
      {
        g_autoptr (GArray) plain = gather (table, left, FALSE, tolerances[i]);
        g_autoptr (GArray) shifted = gather (table, left, TRUE, tolerances[i]);
        gboolean is_shifted = shifted->len < plain->len;
        const GArray *edges = is_shifted ? shifted : plain;

        if (edges->len <= GJ_DOC_MAX_CELLS + 1 && place (table, edges, left, is_shifted, columns))
          return;
      }

  count_cells (table, columns);
}
