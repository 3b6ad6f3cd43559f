/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-html-private.h"

/* Where the cells of a table stand: spans that reach too far are cut, rows and columns
 * that only keep a distance are taken out. */

#define MAX_SPACER 12

typedef struct
{
  GjRawCell     *raw;
  const xmlNode *node;
  guint          row;
  guint          column;
} Placed;

typedef struct
{
  GjHtmlWalk *walk;
  GPtrArray  *rows;
  GjRawBlock *grid;
  GArray     *placed;
  guint       n_columns;
  guint       reach[GJ_HTML_MAX_COLUMNS];
} Grid;

static void
note_cut (Grid            *self,
          const GjRawCell *cell)
{
  _gj_html_walk_note (self->walk, GJ_RAW_NOTE_SPAN_CUT, cell->text, 1);
  g_array_index (self->walk->notes, GjHtmlNote, self->walk->notes->len - 1).line = cell->line;
}

/* How many rows the row group has from @row on: no cell reaches out of it. */
static guint
count_rest (Grid *self,
            guint row)
{
  const GjHtmlRow *first = self->rows->pdata[row];
  guint n = 1;

  while (row + n < self->rows->len && ((const GjHtmlRow *) self->rows->pdata[row + n])->group == first->group)
    n++;

  return n;
}

static gboolean
place_cell (Grid          *self,
            GjRawCell     *raw,
            const xmlNode *node,
            guint          row,
            guint          rest,
            guint         *column)
{
  Placed placed = { .raw = raw, .node = node, .row = row };
  guint n = 1;

  while (*column < GJ_HTML_MAX_COLUMNS && self->reach[*column] > row)
    (*column)++;
  if (*column == GJ_HTML_MAX_COLUMNS)
    return FALSE;

  while (n < raw->n_positions && *column + n < GJ_HTML_MAX_COLUMNS && self->reach[*column + n] <= row)
    n++;
  if (n < raw->n_positions && raw->n_positions < GJ_HTML_MAX_COLUMNS)
    note_cut (self, raw);
  raw->n_positions = n;

  if (raw->n_lines > rest)
    note_cut (self, raw);
  if (raw->n_lines == 0 || raw->n_lines > rest)
    raw->n_lines = rest;

  for (guint i = 0; i < n; i++)
    self->reach[*column + i] = row + raw->n_lines;
  placed.column = *column;
  *column += n;
  self->n_columns = MAX (self->n_columns, *column);
  g_array_append_val (self->placed, placed);

  return TRUE;
}

static gboolean
place_all (Grid *self)
{
  guint rest = 0;

  for (guint r = 0; r < self->rows->len; r++)
    {
      const GjHtmlRow *source = self->rows->pdata[r];
      GjRawRow *row = self->grid->rows->pdata[r];
      guint column = 0;

      rest = rest > 1 ? rest - 1 : count_rest (self, r);
      for (guint i = 0; i < row->cells->len; i++)
        if (!place_cell (self, row->cells->pdata[i], source->nodes->pdata[i], r, rest, &column))
          {
            _gj_html_fail_for_size (self->walk);
            return FALSE;
          }
    }

  return TRUE;
}

/* A cell reaches beyond the table when no cell of any row begins so far right, and other
 * rows end before. */
static void
cut_beyond (Grid *self)
{
  g_autofree guint *ends = g_new0 (guint, self->rows->len);
  guint width = 1;
  gboolean even = TRUE;

  for (guint i = 0; i < self->placed->len; i++)
    {
      const Placed *cell = &g_array_index (self->placed, Placed, i);

      width = MAX (width, cell->column + 1);
      for (guint r = cell->row; r < cell->row + cell->raw->n_lines; r++)
        ends[r] = MAX (ends[r], cell->column + cell->raw->n_positions);
    }
  for (guint r = 0; r < self->rows->len; r++)
    even = even && (ends[r] == self->n_columns || ends[r] == 0);
  if (even)
    return;

  for (guint i = 0; i < self->placed->len; i++)
    {
      Placed *cell = &g_array_index (self->placed, Placed, i);

      if (cell->column + cell->raw->n_positions <= width)
        continue;
      note_cut (self, cell->raw);
      cell->raw->n_positions = width - cell->column;
    }
  self->n_columns = width;
}

static gboolean
is_narrow (const xmlNode *node)
{
  return _gj_html_get_number (node, "width", G_MAXUINT16) <= MAX_SPACER;
}

/* A row of words with few gaps: a blank in it heads no column. */
static gboolean
is_head_row (const GjRawRow *row)
{
  guint n = 0;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const char *text = ((const GjRawCell *) row->cells->pdata[i])->text;

      if (g_ascii_isdigit (*text) || *text == '/' || *text == '-')
        return FALSE;
      n += *text != '\0';
    }

  return 2 * n > row->cells->len && n > 1;
}

/* Blank from top to bottom, and either narrow by its own word, or blank in a head and not
 * under a head that covers several columns. A column that is only blank is kept: its head
 * may stand in a table before this one. */
static void
mark_columns (Grid  *self,
              guint *kept)
{
  struct
  {
    gboolean filled;
    gboolean shared;
    gboolean narrow;
    gboolean headless;
  } columns[GJ_HTML_MAX_COLUMNS + 1] = { 0 };

  for (guint i = 0; i < self->placed->len; i++)
    {
      const Placed *cell = &g_array_index (self->placed, Placed, i);
      gboolean filled = *cell->raw->text != '\0';

      if (cell->raw->n_positions == 1)
        {
          columns[cell->column].filled |= filled;
          columns[cell->column].narrow |= is_narrow (cell->node);
          columns[cell->column].headless |= !filled && is_head_row (self->grid->rows->pdata[cell->row]);
        }
      else if (cell->raw->n_positions < self->n_columns)
        {
          columns[cell->column].filled |= !filled;
          for (guint c = cell->column; c < cell->column + cell->raw->n_positions; c++)
            columns[c].shared = TRUE;
        }
    }

  for (guint c = 0; c < self->n_columns; c++)
    kept[c] = columns[c].filled || !(columns[c].narrow || (columns[c].headless && !columns[c].shared));
}

static gboolean
is_flat (const xmlNode *node)
{
  return _gj_html_get_number (node, "height", G_MAXUINT16) <= 3 || _gj_html_has_style (node, "height:0") ||
         _gj_html_has_style (node, "height:1px") || _gj_html_has_style (node, "font-size:0") ||
         _gj_html_has_style (node, "line-height:0");
}

static gboolean
is_spacer_row (const GjHtmlRow *source,
               const GjRawRow  *row)
{
  gboolean flat = is_flat (source->node);

  if (row->cells->len == 0)
    return FALSE;
  for (guint i = 0; i < row->cells->len; i++)
    {
      const GjRawCell *cell = row->cells->pdata[i];

      if (*cell->text != '\0' || cell->n_lines > 1)
        return FALSE;
      flat = flat || is_flat (source->nodes->pdata[i]);
    }

  return flat;
}

/* From marks to the number of kept ones before each. */
static guint
count_before (guint *kept,
              guint  n)
{
  guint total = 0;

  for (guint i = 0; i <= n; i++)
    {
      guint keep = i < n ? kept[i] : 0;

      kept[i] = total;
      total += keep;
    }

  return total;
}

static gboolean
is_kept (const guint *before,
         guint        i)
{
  return before[i + 1] > before[i];
}

static void
take_out (Grid *self)
{
  guint columns[GJ_HTML_MAX_COLUMNS + 1] = { 0 };
  g_autofree guint *rows = g_new0 (guint, self->rows->len + 1);
  guint n_columns;
  guint n_rows;

  mark_columns (self, columns);
  for (guint r = 0; r < self->rows->len; r++)
    rows[r] = !is_spacer_row (self->rows->pdata[r], self->grid->rows->pdata[r]);
  n_columns = count_before (columns, self->n_columns);
  n_rows = count_before (rows, self->rows->len);
  if (n_columns == self->n_columns && n_rows == self->rows->len)
    return;

  for (guint i = 0; i < self->placed->len; i++)
    {
      const Placed *cell = &g_array_index (self->placed, Placed, i);
      guint end = cell->column + cell->raw->n_positions;

      cell->raw->n_lines = MAX (rows[cell->row + cell->raw->n_lines] - rows[cell->row], 1);
      if (end - cell->column > 1)
        cell->raw->n_positions = MAX (columns[end] - columns[cell->column], 1);
      else if (!is_kept (columns, cell->column))
        cell->raw->n_positions = 0;
    }

  for (guint r = self->rows->len; r > 0; r--)
    {
      GjRawRow *row = self->grid->rows->pdata[r - 1];

      for (guint i = row->cells->len; i > 0; i--)
        if (((const GjRawCell *) row->cells->pdata[i - 1])->n_positions == 0)
          g_ptr_array_remove_index (row->cells, i - 1);
      if (!is_kept (rows, r - 1))
        g_ptr_array_remove_index (self->grid->rows, r - 1);
    }
}

/**
 * _gj_html_place_cells:
 * @walk: a walk
 * @rows: (element-type GjHtmlRow): the rows of the page's table
 * @grid: the same rows with their cells; spans are as the page says
 *
 * Returns: whether the table is not too wide
 */
gboolean
_gj_html_place_cells (GjHtmlWalk *walk,
                      GPtrArray  *rows,
                      GjRawBlock *grid)
{
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  Grid self = { .walk = walk, .rows = rows, .grid = grid, .placed = placed };

  if (!place_all (&self))
    return FALSE;
  if (placed->len > 0)
    {
      cut_beyond (&self);
      take_out (&self);
    }

  return TRUE;
}
