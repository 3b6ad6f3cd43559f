/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-table.h"

/**
 * gj_table_find_row:
 * @self: a table
 * @id: a row's id
 *
 * Returns: the row's index in the table, or %GJ_NONE
 */
guint
gj_table_find_row (const GjTable *self,
                   const char    *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, GJ_NONE);

  for (guint i = 0; i < self->n_rows; i++)
    if (g_str_equal (self->rows[i].id, id))
      return i;

  return GJ_NONE;
}

/**
 * gj_table_find_column:
 * @self: a table
 * @id: a column's id
 *
 * Returns: the column's index in the table, or %GJ_NONE
 */
guint
gj_table_find_column (const GjTable *self,
                      const char    *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, GJ_NONE);

  for (guint i = 0; i < self->n_columns; i++)
    if (g_str_equal (self->columns[i].id, id))
      return i;

  return GJ_NONE;
}

/**
 * gj_table_find_cell:
 * @self: a table
 * @row: index of a row
 * @column: index of a column
 *
 * Returns: the cell's index in the form, or %GJ_NONE when the form has no such cell
 */
guint
gj_table_find_cell (const GjTable *self,
                    guint          row,
                    guint          column)
{
  g_return_val_if_fail (self != NULL, GJ_NONE);

  if (row >= self->n_rows || column >= self->n_columns)
    return GJ_NONE;

  return self->cells[row * self->n_columns + column];
}

/**
 * gj_table_get_layout:
 * @self: a table
 * @variant: (nullable): id of the variant that the report has
 *
 * Returns: the layout of @variant, or the usual one where the variant leaves this table
 *   as it is
 */
const GjTableLayout *
gj_table_get_layout (const GjTable *self,
                     const char    *variant)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 1; i < self->n_layouts; i++)
    if (g_strcmp0 (self->layouts[i].variant, variant) == 0)
      return &self->layouts[i];

  return &self->layouts[0];
}
