/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-form-layout.h"

#include <glib/gi18n-lib.h>

/* Reads <grid>: the printed lines of a table, and from them its cells and layouts. */

static GjGridLine *
get_last_line (GjGrid *grid)
{
  return _gj_grid_get_line (grid, grid->lines->len - 1);
}

/* No line can hold more slots than the grid has columns. */
static gboolean
add_slot (GjFormReading    *reading,
          const GjGridSlot *slot)
{
  GjGridLine *line = get_last_line (reading->grid);

  if (line->slots->len >= reading->grid->n_positions)
    return _gj_form_fail (reading, _("this reaches beyond the table's grid"));

  g_array_append_vals (line->slots, slot, 1);
  return TRUE;
}

static gboolean
read_spans (GjFormReading *reading,
            GjGridSlot    *slot)
{
  gint64 n_positions = 1;
  gint64 n_lines = 1;

  if (!_gj_form_get_number (reading, "colspan", 1, GJ_FORM_MAX_COLUMNS, &n_positions) ||
      !_gj_form_get_number (reading, "rowspan", 1, GJ_FORM_MAX_LINES, &n_lines) ||
      !_gj_form_get_flag (reading, "vertical", &slot->slot.vertical))
    return FALSE;

  slot->number = gj_xml_reader_get_line (reading->xml);
  slot->slot.n_positions = (guint) n_positions;
  slot->n_lines = (guint) n_lines;
  return TRUE;
}

/* A slot has the words of the row or column that it names, or its own. */
static void
begin_slot (GjFormReading *reading,
            GjSlotKind     kind)
{
  const GjTable *table = reading->table;
  const char *row = gj_xml_reader_get_attribute (reading->xml, "row");
  const char *column = gj_xml_reader_get_attribute (reading->xml, "column");
  GjGridSlot slot = { .slot = { .kind = kind, .row = GJ_NONE, .column = GJ_NONE, .cell = GJ_NONE } };
  GArray *slots = get_last_line (reading->grid)->slots;
  GjLabel named = { NULL, NULL };
  GjLabel *text;

  if (!read_spans (reading, &slot) ||
      (row != NULL && !_gj_form_find_line (reading, table, TRUE, row, &slot.slot.row)) ||
      (column != NULL && !_gj_form_find_line (reading, table, FALSE, column, &slot.slot.column)) ||
      !add_slot (reading, &slot))
    return;

  if (row != NULL)
    named = table->rows[slot.slot.row].label;
  if (column != NULL)
    named = table->columns[slot.slot.column].label;

  text = &g_array_index (slots, GjGridSlot, slots->len - 1).slot.text;
  _gj_form_label_begin (reading, text);
  if (text->zh == NULL && text->en == NULL)
    *text = named;
}

static void
title_start (GjXmlReader *xml,
             gpointer     data)
{
  begin_slot (data, GJ_SLOT_TITLE);
}

static void
head_start (GjXmlReader *xml,
            gpointer     data)
{
  begin_slot (data, GJ_SLOT_HEAD);
}

static void
label_start (GjXmlReader *xml,
             gpointer     data)
{
  begin_slot (data, GJ_SLOT_LABEL);
}

static void
note_start (GjXmlReader *xml,
            gpointer     data)
{
  begin_slot (data, GJ_SLOT_NOTE);
}

/* The cells of one row side by side: of the columns named, or of all. */
static void
cells_start (GjXmlReader *xml,
             gpointer     data)
{
  GjFormReading *reading = data;
  const GjTable *table = reading->table;
  const char *row = gj_xml_reader_need_attribute (xml, "row");
  const char *columns = gj_xml_reader_get_attribute (xml, "columns");
  GjGridSlot slot = { .slot = { .kind = GJ_SLOT_CELL, .cell = GJ_NONE } };
  const GjFormSet *set;

  if (!read_spans (reading, &slot) ||
      !_gj_form_find_line (reading, table, TRUE, row, &slot.slot.row))
    return;

  set = _gj_form_list_lines (reading, reading->table_index, FALSE, columns != NULL ? columns : "all");
  for (guint i = 0; set != NULL && i < set->n_indices; i++)
    {
      slot.slot.column = set->indices[i];
      if (!add_slot (reading, &slot))
        return;
    }
}

static gboolean
check_variant_name (GjFormReading *reading,
                    const char    *id)
{
  const GjVariant *variant = gj_form_find_variant (reading->form, id);

  if (id != NULL && (variant == NULL || variant->table != reading->table_index))
    return _gj_form_fail (reading, _("the table has no variant “%s”"), id);

  return TRUE;
}

static void
line_start (GjXmlReader *xml,
            gpointer     data)
{
  GjFormReading *reading = data;
  GjGrid *grid = reading->grid;
  GjGridLine *line = _gj_grid_add_line (grid);

  line->number = gj_xml_reader_get_line (xml);
  line->part = grid->n_parts - 1;
  line->only_in = _gj_form_get (reading, "only-in");
  line->not_in = _gj_form_get (reading, "not-in");

  if (!check_variant_name (reading, line->only_in) ||
      !check_variant_name (reading, line->not_in) ||
      !_gj_form_get_flag (reading, "head", &line->is_head))
    return;

  if (grid->lines->len > GJ_FORM_MAX_LINES)
    _gj_form_fail (reading, _("the table has too many lines"));
  if (line->is_head && grid->had_body)
    _gj_form_fail (reading, _("a head must stand before the part's other lines"));

  grid->had_body = !line->is_head;
}

static void
part_start (GjXmlReader *xml,
            gpointer     data)
{
  GjFormReading *reading = data;

  reading->grid->n_parts++;
  reading->grid->had_body = FALSE;
}

static void
part_end (GjXmlReader *xml,
          gpointer     data)
{
  GjFormReading *reading = data;

  if (!reading->grid->had_body)
    _gj_form_fail (reading, _("the part has no line beside its heads"));
}

static const char *const head_attributes[] = {
  "row", "column", "colspan", "rowspan", "vertical", "zh", "en", NULL,
};
static const char *const label_attributes[] = {
  "row", "colspan", "rowspan", "vertical", "zh", "en", NULL,
};
static const char *const words_attributes[] = {
  "colspan", "rowspan", "vertical", "zh", "en", NULL,
};
static const char *const cells_attributes[] = { "row", "columns", "colspan", NULL };
static const char *const line_attributes[] = { "head", "only-in", "not-in", NULL };
const char *const _gj_form_grid_attributes[] = { "widths", NULL };

static const GjXmlElement line_children[] = {
  { "title", title_start, _gj_form_label_end, GJ_XML_MANY, words_attributes, _gj_form_label_children },
  { "note", note_start, _gj_form_label_end, GJ_XML_MANY, words_attributes, _gj_form_label_children },
  { "head", head_start, _gj_form_label_end, GJ_XML_MANY, head_attributes, _gj_form_label_children },
  { "label", label_start, _gj_form_label_end, GJ_XML_MANY, label_attributes, _gj_form_label_children },
  { "cells", cells_start, NULL, GJ_XML_MANY, cells_attributes },
  { NULL },
};

static const GjXmlElement part_children[] = {
  { "line", line_start, NULL, GJ_XML_MANY | GJ_XML_UNORDERED | GJ_XML_REQUIRED,
    line_attributes, line_children },
  { NULL },
};

const GjXmlElement _gj_form_grid_children[] = {
  { "part", part_start, part_end, GJ_XML_MANY | GJ_XML_REQUIRED, NULL, part_children },
  { NULL },
};

void
_gj_form_grid_start (GjXmlReader *xml,
                     gpointer     data)
{
  GjFormReading *reading = data;
  g_auto (GStrv) words = _gj_form_split (gj_xml_reader_need_attribute (xml, "widths"));
  guint n_words = g_strv_length (words);
  guint *widths;

  g_clear_pointer (&reading->grid, _gj_grid_free);
  reading->grid = _gj_grid_new (reading->table, reading->table_index);
  reading->grid->number = gj_xml_reader_get_line (xml);

  if (n_words == 0 || n_words > GJ_FORM_MAX_COLUMNS)
    {
      _gj_form_fail (reading, _("“%s” must name the widths of the grid's columns"), "widths");
      return;
    }

  widths = _gj_form_alloc (reading->form, n_words * sizeof (guint));
  for (guint i = 0; i < n_words; i++)
    {
      gint64 width = 0;

      if (!gj_integer_parse (words[i], 1, 1000, &width))
        _gj_form_fail (reading, _("“%s” is no width"), words[i]);
      widths[i] = (guint) width;
    }

  reading->grid->widths = widths;
  reading->grid->n_positions = n_words;
}

/* From lines to cells and layouts */

static guint
add_cell (GjFormReading *reading,
          guint          row,
          guint          column)
{
  GjForm *form = reading->form;
  const GjTable *table = reading->table;
  g_autofree char *id = g_strdup_printf ("%s/%s/%s", table->id, table->rows[row].id,
                                         table->columns[column].id);
  GjCell cell = {
    .id = _gj_form_intern (form, id),
    .index = form->cells->len,
    .table = reading->table_index,
    .row = row,
    .column = column,
    .type = table->columns[column].type,
    .unit = table->columns[column].unit,
  };

  g_hash_table_insert (form->cell_index, (char *) cell.id, GUINT_TO_POINTER (cell.index));
  g_array_append_val (form->cells, cell);

  return cell.index;
}

static void
each_cell_slot (GjGrid *grid,
                void  (*visit)(GjSlot  *slot,
                               GjTable *table,
                               guint   *cells),
                guint  *cells)
{
  for (guint i = 0; i < grid->lines->len; i++)
    {
      GArray *slots = _gj_grid_get_line (grid, i)->slots;

      for (guint j = 0; j < slots->len; j++)
        if (g_array_index (slots, GjGridSlot, j).slot.kind == GJ_SLOT_CELL)
          visit (&g_array_index (slots, GjGridSlot, j).slot, grid->table, cells);
    }
}

static void
mark_cell (GjSlot  *slot,
           GjTable *table,
           guint   *cells)
{
  cells[slot->row * table->n_columns + slot->column] = 0;
}

static void
link_cell (GjSlot  *slot,
           GjTable *table,
           guint   *cells)
{
  slot->cell = cells[slot->row * table->n_columns + slot->column];
}

/* A cell exists where a line shows it; cells are counted by rows, then columns. */
static gboolean
make_cells (GjFormReading *reading)
{
  GjTable *table = reading->table;
  guint n_places = table->n_rows * table->n_columns;
  guint *cells = _gj_form_alloc (reading->form, n_places * sizeof (guint));

  for (guint i = 0; i < n_places; i++)
    cells[i] = GJ_NONE;
  each_cell_slot (reading->grid, mark_cell, cells);

  table->first_cell = reading->form->cells->len;
  for (guint i = 0; i < n_places; i++)
    if (cells[i] != GJ_NONE)
      cells[i] = add_cell (reading, i / table->n_columns, i % table->n_columns);

  table->cells = cells;
  table->n_cells = reading->form->cells->len - table->first_cell;
  each_cell_slot (reading->grid, link_cell, cells);

  if (table->n_cells == 0 || reading->form->cells->len > GJ_FORM_MAX_CELLS)
    return _gj_form_fail (reading, _("the table has no cells, or too many"));

  return TRUE;
}

static void
make_layouts (GjFormReading *reading)
{
  GjTable *table = reading->table;
  GArray *layouts = g_array_new (FALSE, TRUE, sizeof (GjTableLayout));
  GjTableLayout layout = { 0 };
  gboolean good = _gj_form_make_layout (reading->grid, reading, NULL, &layout);

  g_array_append_val (layouts, layout);
  for (guint i = 0; good && i < gj_form_get_n_variants (reading->form); i++)
    {
      const GjVariant *variant = gj_form_get_variant (reading->form, i);

      if (variant->table != reading->table_index)
        continue;
      good = _gj_form_make_layout (reading->grid, reading, variant, &layout);
      g_array_append_val (layouts, layout);
    }

  table->layouts = _gj_form_take_array (reading->form, layouts, &table->n_layouts);
}

void
_gj_form_grid_end (GjXmlReader *xml,
                   gpointer     data)
{
  GjFormReading *reading = data;

  if (make_cells (reading))
    make_layouts (reading);

  g_clear_pointer (&reading->grid, _gj_grid_free);
}
