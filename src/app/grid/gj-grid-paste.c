/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-grid-labels.h"
#include "gj-grid-paste.h"

static void
clear_placement (gpointer data)
{
  GjGridPlacement *placement = data;

  g_free (placement->text);
}

static void
add_placement (GjGridPaste *self,
               guint        cell,
               const char  *text)
{
  GjGridPlacement placement = { cell, g_strdup (text) };

  g_array_append_val (self->placements, placement);
}

static void
leave (GjGridPaste *self,
       const char  *text)
{
  if (*text == '\0')
    return;

  if (self->first_left == NULL)
    self->first_left = g_strdup (text);

  self->n_left++;
}

/* The texts of a row from a column on, without the covered places of merged cells. */

static GPtrArray *
list_values (const GjGridMatrix *matrix,
             guint               line,
             guint               column)
{
  GPtrArray *values = g_ptr_array_new ();

  for (; column < gj_grid_matrix_get_n_columns (matrix); column++)
    if (!gj_grid_matrix_is_covered (matrix, line, column))
      g_ptr_array_add (values, (char *) gj_grid_matrix_get_text (matrix, line, column));

  return values;
}

static gboolean
is_empty_at (GPtrArray *values,
             guint      index)
{
  return *(const char *) g_ptr_array_index (values, index) == '\0';
}

/* Plain text says nothing of merged cells: what they cover looks like empty values on
 * either side. */

static void
trim_values (GPtrArray *values,
             guint      n_wanted)
{
  while (values->len > n_wanted && is_empty_at (values, values->len - 1))
    g_ptr_array_set_size (values, (int) values->len - 1);

  while (values->len > n_wanted && is_empty_at (values, 0))
    g_ptr_array_remove_index (values, 0);
}

static guint
find_line_of_row (const GjGridModel *model,
                  guint              row)
{
  guint n_cells;
  const guint *cells = gj_grid_model_get_cells (model, &n_cells);

  for (guint i = 0; i < n_cells; i++)
    {
      const GjSlot *slot = gj_grid_model_find_cell (model, cells[i]);

      if (slot->row == row)
        return slot->line;
    }

  return GJ_NONE;
}

/* The values of a labelled row fill the row; when there are fewer of them than cells,
 * they begin in the column where the person stands. */

static void
place_labelled (GjGridPaste            *self,
                const GjGridModel      *model,
                const GjGridMatrix     *matrix,
                guint                   matrix_line,
                const GjGridLine       *judged,
                guint                   nth)
{
  guint line = find_line_of_row (model, judged->row);
  guint n_cells = gj_grid_model_count_line (model, line);
  g_autoptr (GPtrArray) values = list_values (matrix, matrix_line, judged->label_column + 1);

  trim_values (values, n_cells);

  if (values->len >= n_cells || nth + values->len > n_cells)
    nth = 0;

  for (guint i = 0; i < values->len; i++)
    {
      const char *text = g_ptr_array_index (values, i);
      guint cell = gj_grid_model_get_line_cell (model, line, nth + i);

      if (cell == GJ_NONE)
        leave (self, text);
      else
        add_placement (self, cell, text);
    }
}

static void
leave_line (GjGridPaste        *self,
            const GjGridMatrix *matrix,
            guint               line)
{
  for (guint column = 0; column < gj_grid_matrix_get_n_columns (matrix); column++)
    leave (self, gj_grid_matrix_get_text (matrix, line, column));
}

static guint
find_nth (const GjGridModel *model,
          const GjSlot      *slot)
{
  for (guint nth = 0; slot != NULL; nth++)
    {
      guint cell = gj_grid_model_get_line_cell (model, slot->line, nth);

      if (cell == slot->cell || cell == GJ_NONE)
        return cell == GJ_NONE ? 0 : nth;
    }

  return 0;
}

static void
paste_by_label (GjGridPaste        *self,
                const GjGridModel  *model,
                const GjGridMatrix *matrix,
                GArray             *lines,
                guint               cell)
{
  guint nth = find_nth (model, gj_grid_model_find_cell (model, cell));

  self->by_label = TRUE;

  for (guint i = 0; i < lines->len; i++)
    {
      const GjGridLine *line = &g_array_index (lines, GjGridLine, i);

      if (line->kind == GJ_GRID_LINE_LABELLED)
        place_labelled (self, model, matrix, i, line, nth);
      else if (line->kind == GJ_GRID_LINE_VALUES)
        leave_line (self, matrix, i);
    }
}

static guint
find_next_line (const GjGridModel *model,
                guint              line)
{
  guint n_lines = gj_grid_model_get_layout (model)->n_lines;

  while (line < n_lines && gj_grid_model_count_line (model, line) == 0)
    line++;

  return line < n_lines ? line : GJ_NONE;
}

static void
place_values (GjGridPaste       *self,
              const GjGridModel *model,
              GPtrArray         *values,
              guint              line,
              guint              nth)
{
  guint n_cells = line != GJ_NONE ? gj_grid_model_count_line (model, line) : 0;

  for (guint i = 0; i < values->len; i++)
    {
      const char *text = g_ptr_array_index (values, i);

      if (nth + i < n_cells)
        add_placement (self, gj_grid_model_get_line_cell (model, line, nth + i), text);
      else
        leave (self, text);
    }
}

/* Without labels the first value goes where the person stands. A copied line that is as
 * long as the table's and came with its heads begins where the line begins. */

static void
paste_at (GjGridPaste        *self,
          const GjGridModel  *model,
          const GjGridMatrix *matrix,
          GArray             *lines,
          guint               cell)
{
  const GjSlot *slot = gj_grid_model_find_cell (model, cell);
  guint line = slot != NULL ? slot->line : find_next_line (model, 0);
  guint nth = find_nth (model, slot);
  gboolean has_heads = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (GPtrArray) values = NULL;

      if (g_array_index (lines, GjGridLine, i).kind == GJ_GRID_LINE_HEADS)
        {
          has_heads = TRUE;
          continue;
        }

      values = list_values (matrix, i, 0);

      if (has_heads && line != GJ_NONE && values->len >= gj_grid_model_count_line (model, line))
        nth = 0;

      place_values (self, model, values, line, nth);
      line = line != GJ_NONE ? find_next_line (model, line + 1) : GJ_NONE;
    }
}

static gboolean
is_single (const GjGridMatrix *matrix)
{
  return gj_grid_matrix_get_n_rows (matrix) == 1 && gj_grid_matrix_get_n_columns (matrix) == 1;
}

static void
fill_range (GjGridPaste        *self,
            const GjGridModel  *model,
            const GjGridMatrix *matrix,
            const GjGridRange  *range)
{
  g_autoptr (GArray) cells = gj_grid_model_list_range (model, range);

  for (guint i = 0; i < cells->len; i++)
    add_placement (self, g_array_index (cells, guint, i), gj_grid_matrix_get_text (matrix, 0, 0));
}

/**
 * gj_grid_paste_new:
 * @model: the table's geometry
 * @matrix: what the clipboard held
 * @cell: the cell where the person stands
 * @range: (nullable): the selected range
 *
 * Finds the cells that the texts go to: by the labels of the table's rows when the
 * clipboard has them, otherwise from @cell on. One value fills the whole @range.
 *
 * Returns: (transfer full): where everything goes and what does not fit
 */
GjGridPaste *
gj_grid_paste_new (const GjGridModel  *model,
                   const GjGridMatrix *matrix,
                   guint               cell,
                   const GjGridRange  *range)
{
  GjGridPaste *self = g_new0 (GjGridPaste, 1);
  g_autoptr (GArray) lines = NULL;
  guint n_labelled;

  self->placements = g_array_new (FALSE, FALSE, sizeof (GjGridPlacement));
  g_array_set_clear_func (self->placements, clear_placement);

  if (is_single (matrix) && range != NULL && range->n_lines > 0)
    {
      fill_range (self, model, matrix, range);
      return self;
    }

  lines = gj_grid_judge_lines (model, matrix, &n_labelled);

  if (n_labelled > 0)
    paste_by_label (self, model, matrix, lines, cell);
  else
    paste_at (self, model, matrix, lines, cell);

  return self;
}

void
gj_grid_paste_free (GjGridPaste *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->placements);
  g_free (self->first_left);
  g_free (self);
}
