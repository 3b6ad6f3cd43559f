/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-xlsx-private.h"

#include "gj-export-words.h"

/* A sheet with one table, merged as in the official form, fit for a sheet of A4. */

#define PAPER_CHARACTERS 90
#define LINE_HEIGHT 15.75
#define MARGIN 2
#define MAX_HEIGHT 400

static double
get_unit (const GjXlsxTable *table)
{
  guint total = 0;

  for (guint i = 0; i < table->layout->n_positions; i++)
    total += table->layout->widths[i];

  return (double) PAPER_CHARACTERS / MAX (total, 1);
}

/* The form's proportions; a number that is too wide would be shown as ####. */
static double *
set_columns (GjXlsx      *self,
             GjXlsxTable *table)
{
  guint n = table->layout->n_positions;
  double *widths = g_new (double, n + 1);
  double unit = get_unit (table);

  for (guint i = 0; i < n; i++)
    widths[i] = table->layout->widths[i] * unit;
  for (guint i = 0; i < table->layout->n_slots; i++)
    {
      const GjSlot *slot = &table->layout->slots[i];
      guint need = _gj_xlsx_measure (gj_export_get_slot_text (self->report, slot)) + MARGIN;

      if (slot->kind == GJ_SLOT_CELL && slot->n_positions == 1 && slot->cell != GJ_NONE &&
          self->cells[slot->cell].is_number)
        widths[slot->position] = MAX (widths[slot->position], need);
    }
  for (guint i = 0; i < n; i++)
    _gj_xlsx_try (self, worksheet_set_column (table->sheet, (lxw_col_t) i, (lxw_col_t) i, widths[i], NULL));

  return widths;
}

/* The lines that a text takes in its cell. Nothing makes a row of merged cells higher than
 * we say. */
static guint
count_text_lines (const char *text,
                  double      width)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n += 1 + (guint) (MAX (_gj_xlsx_measure (lines[i]), 1) - 1) / (guint) MAX (width, 2);

  return MAX (n, 1);
}

static void
set_rows (GjXlsx            *self,
          const GjXlsxTable *table,
          const double      *widths)
{
  g_autofree guint *n_lines = g_new0 (guint, table->layout->n_lines + 1);

  for (guint i = 0; i < table->layout->n_slots; i++)
    {
      const GjSlot *slot = &table->layout->slots[i];
      double width = 0;

      if (slot->n_lines != 1 || slot->vertical)
        continue;
      for (guint p = 0; p < slot->n_positions; p++)
        width += widths[slot->position + p];
      n_lines[slot->line] = MAX (n_lines[slot->line],
                                 count_text_lines (gj_export_get_slot_text (self->report, slot), width));
    }

  for (guint i = 0; i < table->layout->n_lines; i++)
    if (table->lines[i])
      _gj_xlsx_try (self, worksheet_set_row (table->sheet, table->rows[i],
                                             MIN (MAX (n_lines[i], 1) * LINE_HEIGHT + 3, MAX_HEIGHT), NULL));
}

static lxw_format *
get_format (GjXlsx       *self,
            const GjSlot *slot)
{
  const GjXlsxCell *cell = slot->kind == GJ_SLOT_CELL && slot->cell != GJ_NONE ? &self->cells[slot->cell] : NULL;

  if (cell != NULL && cell->is_number)
    return _gj_xlsx_get_number (self, cell->remark != NULL, cell->number.value.scale);
  if (cell != NULL && cell->remark != NULL)
    return self->formats[GJ_XLSX_FORMAT_CELL_MARKED];
  if (slot->kind == GJ_SLOT_CELL)
    return self->formats[GJ_XLSX_FORMAT_CELL];
  if (slot->vertical)
    return self->formats[GJ_XLSX_FORMAT_VERTICAL];
  if (slot->kind == GJ_SLOT_HEAD || slot->kind == GJ_SLOT_TITLE)
    return self->formats[GJ_XLSX_FORMAT_HEAD];

  return self->formats[slot->n_lines > 1 && slot->kind == GJ_SLOT_LABEL ? GJ_XLSX_FORMAT_CELL : GJ_XLSX_FORMAT_LABEL];
}

static void
write_number (GjXlsx       *self,
              GjXlsxTable  *table,
              const GjSlot *slot,
              const char   *text,
              lxw_format   *format)
{
  const GjXlsxCell *cell = &self->cells[slot->cell];
  double value = g_ascii_strtod (text, NULL);
  g_autoptr (GString) formula = NULL;

  if (cell->sum == NULL || cell->remark != NULL)
    {
      _gj_xlsx_try (self, worksheet_write_number (table->sheet, cell->row, cell->column, value, format));
      return;
    }

  /* Decimals that are no binary fractions may not add up to the last digit. */
  formula = g_string_new (cell->number.value.scale > 0 ? "=ROUND(" : "=");
  _gj_xlsx_append_sum (self, formula, cell->sum, cell->table);
  if (cell->number.value.scale > 0)
    g_string_append_printf (formula, ",%u)", cell->number.value.scale);
  _gj_xlsx_try (self, worksheet_write_formula_num (table->sheet, cell->row, cell->column, formula->str, format,
                                                   value));
}

static void
write_remark (GjXlsx           *self,
              GjXlsxTable      *table,
              const GjXlsxCell *cell)
{
  lxw_comment_options options = { .width = 300, .height = 90, .author = (char *) "" };

  _gj_xlsx_try (self, worksheet_write_comment_opt (table->sheet, cell->row, cell->column, cell->remark->str,
                                                   &options));
}

static void
write_slot (GjXlsx       *self,
            GjXlsxTable  *table,
            const GjSlot *slot)
{
  guint first = 0;
  guint n = gj_table_lines_count (table->lines, slot, &first);
  lxw_format *format = get_format (self, slot);
  const char *as_it_stands = gj_export_get_slot_text (self->report, slot);
  g_autofree char *text = _gj_xlsx_dup_text (as_it_stands);
  lxw_col_t column = (lxw_col_t) slot->position;
  lxw_row_t row;

  if (n == 0)
    return;

  row = table->rows[first];
  if (n > 1 || slot->n_positions > 1)
    _gj_xlsx_try (self, worksheet_merge_range (table->sheet, row, column, row + n - 1,
                                               (lxw_col_t) (column + slot->n_positions - 1), text, format));
  else if (*text == '\0')
    _gj_xlsx_try (self, worksheet_write_blank (table->sheet, row, column, format));
  else
    _gj_xlsx_try (self, worksheet_write_string (table->sheet, row, column, text, format));

  if (slot->kind != GJ_SLOT_CELL || slot->cell == GJ_NONE)
    return;
  if (self->cells[slot->cell].is_number)
    write_number (self, table, slot, as_it_stands, format);
  if (self->cells[slot->cell].remark != NULL)
    write_remark (self, table, &self->cells[slot->cell]);
}

static void
write_titles (GjXlsx      *self,
              GjXlsxTable *table)
{
  g_autofree char *title = gj_export_dup_title_line (self->report);
  g_autofree char *clean = _gj_xlsx_dup_text (title);
  g_autofree char *heading = _gj_xlsx_dup_text (gj_report_get_heading (self->report, table->table->section));
  lxw_col_t last = (lxw_col_t) (MAX (table->layout->n_positions, 2) - 1);

  _gj_xlsx_try (self, worksheet_merge_range (table->sheet, 0, 0, 0, last, clean, self->formats[GJ_XLSX_FORMAT_TITLE]));
  _gj_xlsx_try (self, worksheet_set_row (table->sheet, 0,
                                         1 + 27.0 * count_text_lines (clean, PAPER_CHARACTERS * 0.6), NULL));
  _gj_xlsx_try (self, worksheet_merge_range (table->sheet, 1, 0, 1, last, heading,
                                             self->formats[GJ_XLSX_FORMAT_HEADING]));
  _gj_xlsx_try (self, worksheet_set_row (table->sheet, 1, 24, NULL));
}

static guint
get_first_position (const GjXlsxTable *table)
{
  guint first = table->layout->n_positions;

  for (guint i = 0; i < table->layout->n_slots; i++)
    if (table->layout->slots[i].kind == GJ_SLOT_CELL)
      first = MIN (first, table->layout->slots[i].position);

  return first;
}

/* The heads of the only part stay in view and come again on every page; those of several
 * parts belong to their parts. */
static void
set_up (GjXlsx      *self,
        GjXlsxTable *table)
{
  const GjPart *part = &table->layout->parts[0];
  lxw_row_t below = GJ_XLSX_FIRST_ROW;

  if (table->layout->n_parts == 1)
    below = table->rows[part->first_line + part->n_head_lines];
  worksheet_freeze_panes (table->sheet, below, (lxw_col_t) get_first_position (table));
  if (below > GJ_XLSX_FIRST_ROW)
    _gj_xlsx_try (self, worksheet_repeat_rows (table->sheet, GJ_XLSX_FIRST_ROW, below - 1));

  worksheet_set_portrait (table->sheet);
  worksheet_set_paper (table->sheet, 9);
  worksheet_set_margins (table->sheet, 0.7, 0.7, 0.9, 0.9);
  worksheet_center_horizontally (table->sheet);
  worksheet_fit_to_pages (table->sheet, 1, 0);
  _gj_xlsx_try (self, worksheet_print_area (table->sheet, 0, 0, table->end - 1,
                                            (lxw_col_t) (table->layout->n_positions - 1)));
  _gj_xlsx_try (self, worksheet_set_footer (table->sheet, "&C— &P —"));
}

/**
 * _gj_xlsx_write_table:
 * @self: a workbook whose sums are planned
 * @table: a table of it
 */
void
_gj_xlsx_write_table (GjXlsx      *self,
                      GjXlsxTable *table)
{
  g_autofree double *widths = set_columns (self, table);

  write_titles (self, table);
  set_rows (self, table, widths);
  for (guint i = 0; i < table->layout->n_slots; i++)
    write_slot (self, table, &table->layout->slots[i]);
  set_up (self, table);
}
