/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-xlsx-private.h"

#include <string.h>

/* Quantities of the form as formulas. SUM passes over text: a blank or a stroke counts as
 * nothing, as it does for the checks. Cells that touch are one range. */

typedef struct
{
  guint     table;
  lxw_row_t first_row;
  lxw_row_t last_row;
  lxw_col_t first_column;
  lxw_col_t last_column;
} Range;

static void
append_place (GString   *out,
              lxw_row_t  row,
              lxw_col_t  column)
{
  char name[LXW_MAX_CELL_NAME_LENGTH];

  lxw_rowcol_to_cell (name, row, column);
  g_string_append (out, name);
}

/* The quotes in a sheet's name are written twice. */
static void
append_sheet (GjXlsx  *self,
              GString *out,
              guint    table,
              guint    from)
{
  const GjXlsxTable *target = self->tables->pdata[table];

  if (table == from)
    return;

  g_string_append_c (out, '\'');
  for (const char *p = target->name; *p != '\0'; p++)
    {
      if (*p == '\'')
        g_string_append_c (out, '\'');
      g_string_append_c (out, *p);
    }
  g_string_append (out, "'!");
}

static void
append_range (GjXlsx      *self,
              GString     *out,
              const Range *range,
              guint        from)
{
  append_sheet (self, out, range->table, from);
  append_place (out, range->first_row, range->first_column);
  if (range->first_row == range->last_row && range->first_column == range->last_column)
    return;

  g_string_append_c (out, ':');
  append_place (out, range->last_row, range->last_column);
}

/* Whether the cell goes on where the range ends, along a row or down a column. */
static gboolean
extend (Range            *range,
        const GjXlsxCell *cell)
{
  if (cell->table != range->table)
    return FALSE;
  if (cell->row == range->last_row && range->first_row == range->last_row && cell->column == range->last_column + 1)
    {
      range->last_column++;
      return TRUE;
    }
  if (cell->column == range->last_column && range->first_column == range->last_column &&
      cell->row == range->last_row + 1)
    {
      range->last_row++;
      return TRUE;
    }

  return FALSE;
}

static gboolean
is_written (GjXlsx       *self,
            const GjTerm *term,
            gint64        factor)
{
  return term->factor == factor && !term->last_year && self->cells[term->cell].table != GJ_NONE;
}

static void
append_ranges (GjXlsx           *self,
               GString          *out,
               const GjQuantity *quantity,
               gint64            factor,
               guint             from)
{
  Range range = { .table = GJ_NONE };
  gboolean any = FALSE;

  for (guint i = 0; i < quantity->n_terms; i++)
    {
      const GjXlsxCell *cell = &self->cells[quantity->terms[i].cell];

      if (!is_written (self, &quantity->terms[i], factor) || (any && extend (&range, cell)))
        continue;
      if (any)
        {
          append_range (self, out, &range, from);
          g_string_append_c (out, ',');
        }
      range = (Range) { cell->table, cell->row, cell->row, cell->column, cell->column };
      any = TRUE;
    }
  append_range (self, out, &range, from);
}

/* Whether no term before this one has its factor. */
static gboolean
is_first (GjXlsx           *self,
          const GjQuantity *quantity,
          guint             index)
{
  for (guint i = 0; i < index; i++)
    if (is_written (self, &quantity->terms[i], quantity->terms[index].factor))
      return FALSE;

  return is_written (self, &quantity->terms[index], quantity->terms[index].factor);
}

/**
 * _gj_xlsx_append_cell:
 * @self: a workbook
 * @out: a formula
 * @cell: a cell that is in a sheet
 * @from: the table in whose sheet the formula stands, or %GJ_NONE
 */
void
_gj_xlsx_append_cell (GjXlsx  *self,
                      GString *out,
                      guint    cell,
                      guint    from)
{
  append_sheet (self, out, self->cells[cell].table, from);
  append_place (out, self->cells[cell].row, self->cells[cell].column);
}

/**
 * _gj_xlsx_append_sum:
 * @self: a workbook
 * @out: a formula
 * @quantity: what is added up; terms without a cell are left out
 * @from: the table in whose sheet the formula stands, or %GJ_NONE
 */
void
_gj_xlsx_append_sum (GjXlsx           *self,
                     GString          *out,
                     const GjQuantity *quantity,
                     guint             from)
{
  gsize start = out->len;

  for (guint i = 0; i < quantity->n_terms; i++)
    {
      gint64 factor = quantity->terms[i].factor;

      if (!is_first (self, quantity, i))
        continue;
      if (factor < 0)
        g_string_append_c (out, '-');
      else if (out->len > start)
        g_string_append_c (out, '+');
      if (factor != 1 && factor != -1)
        g_string_append_printf (out, "%" G_GINT64_FORMAT "*", ABS (factor));
      g_string_append (out, "SUM(");
      append_ranges (self, out, quantity, factor, from);
      g_string_append_c (out, ')');
    }

  if (quantity->constant != 0 || out->len == start)
    g_string_append_printf (out, quantity->constant >= 0 && out->len > start ? "+%" G_GINT64_FORMAT : "%" G_GINT64_FORMAT,
                            quantity->constant);
}
