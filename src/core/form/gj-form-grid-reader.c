/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-form-grid.h"

#include <glib/gi18n-lib.h>

/* Reads <grid>: the printed lines of a table, and from them its cells and layouts. */

typedef struct
{
  GjGrid     *grid;
  GjGridLine *line;
  gboolean    had_body;
} GridReading;

static gboolean
find_row_or_column (GjFormReader  *reader,
                    const xmlNode *node,
                    const GjTable *table,
                    gboolean       is_row,
                    const char    *id,
                    guint         *out)
{
  *out = is_row ? gj_table_find_row (table, id) : gj_table_find_column (table, id);

  if (*out == GJ_NONE)
    return is_row
             ? _gj_form_reader_fail (reader, node, _("the table has no row “%s”"), id)
             : _gj_form_reader_fail (reader, node, _("the table has no column “%s”"), id);

  return TRUE;
}

static gboolean
read_spans (GjFormReader *reader,
            xmlNode      *node,
            GjGridSlot   *slot)
{
  gint64 n_positions = 1;
  gint64 n_lines = 1;

  if (!_gj_form_reader_get_number (reader, node, "colspan", 1, GJ_FORM_MAX_COLUMNS, &n_positions) ||
      !_gj_form_reader_get_number (reader, node, "rowspan", 1, GJ_FORM_MAX_LINES, &n_lines) ||
      !_gj_form_reader_get_flag (reader, node, "vertical", &slot->slot.vertical))
    return FALSE;

  slot->slot.n_positions = n_positions;
  slot->n_lines = n_lines;
  return TRUE;
}

/* No line can hold more slots than the grid has columns. */
static gboolean
add_slot (GjFormReader     *reader,
          GridReading      *reading,
          const GjGridSlot *slot)
{
  if (reading->line->slots->len >= reading->grid->n_positions)
    return _gj_form_reader_fail (reader, slot->node, _("this reaches beyond the table's grid"));

  g_array_append_vals (reading->line->slots, slot, 1);
  return TRUE;
}

/* A slot with words of its own, or with those of the row or column that it names. */
static gboolean
read_slot (GjFormReader *reader,
           xmlNode      *node,
           GridReading  *reading,
           GjSlotKind    kind)
{
  const GjTable *table = reading->grid->table;
  const char *row = _gj_form_reader_get (reader, node, "row");
  const char *column = _gj_form_reader_get (reader, node, "column");
  GjGridSlot slot = {
    .node = node,
    .slot = { .kind = kind, .row = GJ_NONE, .column = GJ_NONE, .cell = GJ_NONE },
  };

  if (!read_spans (reader, node, &slot) ||
      (row != NULL && !find_row_or_column (reader, node, table, TRUE, row, &slot.slot.row)) ||
      (column != NULL && !find_row_or_column (reader, node, table, FALSE, column, &slot.slot.column)))
    return FALSE;

  if (_gj_form_reader_get (reader, node, "zh") != NULL || node->children != NULL ||
      (row == NULL && column == NULL))
    {
      if (!_gj_form_reader_label (reader, node, &slot.slot.text))
        return FALSE;
    }
  else
    {
      slot.slot.text = column != NULL ? table->columns[slot.slot.column].label
                                      : table->rows[slot.slot.row].label;
    }

  return add_slot (reader, reading, &slot);
}

static gboolean
read_title (GjFormReader *reader,
            xmlNode      *node,
            gpointer      data)
{
  return read_slot (reader, node, data, GJ_SLOT_TITLE);
}

static gboolean
read_head (GjFormReader *reader,
           xmlNode      *node,
           gpointer      data)
{
  return read_slot (reader, node, data, GJ_SLOT_HEAD);
}

static gboolean
read_row_label (GjFormReader *reader,
                xmlNode      *node,
                gpointer      data)
{
  return read_slot (reader, node, data, GJ_SLOT_LABEL);
}

static gboolean
read_note (GjFormReader *reader,
           xmlNode      *node,
           gpointer      data)
{
  return read_slot (reader, node, data, GJ_SLOT_NOTE);
}

/* The cells of one row side by side: of the columns named, or of all. */
static gboolean
read_cells (GjFormReader *reader,
            xmlNode      *node,
            gpointer      data)
{
  GridReading *reading = data;
  const GjTable *table = reading->grid->table;
  g_auto (GStrv) columns = _gj_form_reader_get_words (reader, node, "columns");
  GjGridSlot slot = {
    .node = node,
    .slot = { .kind = GJ_SLOT_CELL, .cell = GJ_NONE },
  };

  if (!read_spans (reader, node, &slot) ||
      !find_row_or_column (reader, node, table, TRUE, _gj_form_reader_get (reader, node, "row"),
                           &slot.slot.row))
    return FALSE;

  for (guint i = 0; columns[0] == NULL && i < table->n_columns; i++)
    {
      slot.slot.column = i;
      if (!add_slot (reader, reading, &slot))
        return FALSE;
    }

  for (guint i = 0; columns[i] != NULL; i++)
    if (!find_row_or_column (reader, node, table, FALSE, columns[i], &slot.slot.column) ||
        !add_slot (reader, reading, &slot))
      return FALSE;

  return TRUE;
}

static gboolean
check_variant_name (GjFormReader  *reader,
                    const xmlNode *node,
                    const char    *id,
                    guint          table)
{
  const GjVariant *variant = gj_form_find_variant (reader->form, id);

  if (id != NULL && (variant == NULL || variant->table != table))
    return _gj_form_reader_fail (reader, node, _("the table has no variant “%s”"), id);

  return TRUE;
}

static gboolean
read_line (GjFormReader *reader,
           xmlNode      *node,
           gpointer      data)
{
  static const GjFormElement elements[] = {
    { "title", "colspan rowspan vertical zh en", read_title },
    { "head", "row column colspan rowspan vertical zh en", read_head },
    { "label", "row colspan rowspan vertical zh en", read_row_label },
    { "note", "colspan rowspan vertical zh en", read_note },
    { "cells", "row! columns colspan", read_cells },
    { NULL },
  };
  GridReading *reading = data;
  GjGridLine line = { .node = node, .part = reading->grid->n_parts - 1 };

  line.only_in = _gj_form_reader_get (reader, node, "only-in");
  line.not_in = _gj_form_reader_get (reader, node, "not-in");
  if (!check_variant_name (reader, node, line.only_in, reading->grid->table_index) ||
      !check_variant_name (reader, node, line.not_in, reading->grid->table_index) ||
      !_gj_form_reader_get_flag (reader, node, "head", &line.is_head))
    return FALSE;

  if (reading->grid->lines->len >= GJ_FORM_MAX_LINES)
    return _gj_form_reader_fail (reader, node, _("the table has too many lines"));
  if (line.is_head && reading->had_body)
    return _gj_form_reader_fail (reader, node, _("a head must stand before the part's other lines"));

  reading->had_body = !line.is_head;
  line.slots = g_array_new (FALSE, TRUE, sizeof (GjGridSlot));
  g_array_append_val (reading->grid->lines, line);
  reading->line = &g_array_index (reading->grid->lines, GjGridLine, reading->grid->lines->len - 1);

  return _gj_form_reader_walk (reader, node, elements, reading);
}

static gboolean
read_part (GjFormReader *reader,
           xmlNode      *node,
           gpointer      data)
{
  static const GjFormElement elements[] = {
    { "line", "head only-in not-in", read_line },
    { NULL },
  };
  GridReading *reading = data;
  guint n_lines = reading->grid->lines->len;

  reading->grid->n_parts++;
  reading->had_body = FALSE;

  if (!_gj_form_reader_walk (reader, node, elements, reading))
    return FALSE;
  if (reading->grid->lines->len == n_lines || !reading->had_body)
    return _gj_form_reader_fail (reader, node, _("the part has no line beside its heads"));

  return TRUE;
}

static gboolean
read_widths (GjFormReader *reader,
             xmlNode      *node,
             GjGrid       *grid)
{
  g_auto (GStrv) words = _gj_form_reader_get_words (reader, node, "widths");
  guint n_words = g_strv_length (words);
  guint *widths;

  if (n_words == 0 || n_words > GJ_FORM_MAX_COLUMNS)
    return _gj_form_reader_fail (reader, node, _("“%s” must name the widths of the grid's columns"),
                                 "widths");

  widths = _gj_form_alloc (reader->form, n_words * sizeof (guint));
  for (guint i = 0; i < n_words; i++)
    {
      guint64 width;

      if (!g_ascii_string_to_unsigned (words[i], 10, 1, 1000, &width, NULL))
        return _gj_form_reader_fail (reader, node, _("“%s” is no width"), words[i]);
      widths[i] = width;
    }

  grid->widths = widths;
  grid->n_positions = n_words;
  return TRUE;
}

static void
add_cell (GjFormReader *reader,
          GjGrid       *grid,
          guint         row,
          guint         column,
          guint        *index)
{
  GjForm *form = reader->form;
  const GjTable *table = grid->table;
  g_autofree char *id = g_strdup_printf ("%s/%s/%s", table->id, table->rows[row].id,
                                         table->columns[column].id);
  GjCell cell = {
    .id = _gj_form_intern (form, id),
    .index = form->cells->len,
    .table = grid->table_index,
    .row = row,
    .column = column,
    .type = table->columns[column].type,
    .unit = table->columns[column].unit,
  };

  *index = cell.index;
  g_hash_table_insert (form->cell_index, (char *) cell.id, GUINT_TO_POINTER (cell.index));
  g_array_append_val (form->cells, cell);
}

static void
mark_cells (GjGrid *grid,
            guint  *cells)
{
  for (guint i = 0; i < grid->lines->len; i++)
    {
      const GjGridLine *line = &g_array_index (grid->lines, GjGridLine, i);

      for (guint j = 0; j < line->slots->len; j++)
        {
          const GjSlot *slot = &g_array_index (line->slots, GjGridSlot, j).slot;

          if (slot->kind == GJ_SLOT_CELL)
            cells[slot->row * grid->table->n_columns + slot->column] = 0;
        }
    }
}

static void
link_cells (GjGrid *grid)
{
  for (guint i = 0; i < grid->lines->len; i++)
    {
      const GjGridLine *line = &g_array_index (grid->lines, GjGridLine, i);

      for (guint j = 0; j < line->slots->len; j++)
        {
          GjSlot *slot = &g_array_index (line->slots, GjGridSlot, j).slot;

          if (slot->kind == GJ_SLOT_CELL)
            slot->cell = gj_table_find_cell (grid->table, slot->row, slot->column);
        }
    }
}

/* A cell exists where a line shows it; cells are counted by rows, then columns. */
static gboolean
make_cells (GjFormReader  *reader,
            const xmlNode *node,
            GjGrid        *grid)
{
  GjTable *table = grid->table;
  guint n_places = table->n_rows * table->n_columns;
  guint *cells = _gj_form_alloc (reader->form, n_places * sizeof (guint));

  for (guint i = 0; i < n_places; i++)
    cells[i] = GJ_NONE;
  mark_cells (grid, cells);

  table->first_cell = reader->form->cells->len;
  for (guint i = 0; i < n_places; i++)
    if (cells[i] != GJ_NONE)
      add_cell (reader, grid, i / table->n_columns, i % table->n_columns, &cells[i]);

  table->cells = cells;
  table->n_cells = reader->form->cells->len - table->first_cell;
  link_cells (grid);

  if (table->n_cells == 0 || reader->form->cells->len > GJ_FORM_MAX_CELLS)
    return _gj_form_reader_fail (reader, node, _("the table has no cells, or too many"));

  return TRUE;
}

static gboolean
make_layouts (GjFormReader  *reader,
              const xmlNode *node,
              GjGrid        *grid)
{
  GArray *layouts = g_array_new (FALSE, TRUE, sizeof (GjTableLayout));
  GjTableLayout layout = { 0 };
  gboolean good = _gj_grid_make_layout (grid, reader, node, NULL, &layout);

  g_array_append_val (layouts, layout);
  for (guint i = 0; good && i < gj_form_get_n_variants (reader->form); i++)
    {
      const GjVariant *variant = gj_form_get_variant (reader->form, i);

      if (variant->table != grid->table_index)
        continue;
      good = _gj_grid_make_layout (grid, reader, node, variant, &layout);
      g_array_append_val (layouts, layout);
    }

  grid->table->layouts = _gj_form_take_array (reader->form, layouts, &grid->table->n_layouts);
  return good;
}

/* Reads <grid> of the #GjTable at @data, the last one of the form. */
gboolean
_gj_form_read_grid (GjFormReader *reader,
                    xmlNode      *node,
                    gpointer      data)
{
  static const GjFormElement elements[] = {
    { "part", "", read_part },
    { NULL },
  };
  GjTable *table = data;
  g_autoptr (GjGrid) grid = _gj_grid_new (table, reader->form->tables->len - 1);
  GridReading reading = { .grid = grid };

  if (table->layouts != NULL || table->n_rows == 0 || table->n_columns == 0)
    return _gj_form_reader_fail (reader, node,
                                 _("a table has one grid, after its columns and rows"));

  return read_widths (reader, node, grid) &&
         _gj_form_reader_walk (reader, node, elements, &reading) &&
         make_cells (reader, node, grid) &&
         make_layouts (reader, node, grid);
}
