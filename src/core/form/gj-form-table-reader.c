/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-form-reader-private.h"

#include <glib/gi18n-lib.h>

/* Reads <table>: its columns, rows, named sets of them, variants and grid. A table bears
 * the id of its section. */

static const char *const cell_types[] = { "count", "change", "amount", "text", NULL };

/* Where no shorter name is given, findings use the label. */
static void
complete_name (const GjLabel *label,
               GjLabel       *name)
{
  if (name->zh == NULL)
    *name = *label;
}

/* <columns> */

static void
columns_start (GjXmlReader *xml,
               gpointer     data)
{
  GjFormReading *reading = data;

  reading->columns = g_array_new (FALSE, TRUE, sizeof (GjColumn));
}

static void
columns_end (GjXmlReader *xml,
             gpointer     data)
{
  GjFormReading *reading = data;

  reading->table->columns = _gj_form_take_array (reading->form, g_steal_pointer (&reading->columns),
                                                 &reading->table->n_columns);
}

static void
column_start (GjXmlReader *xml,
              gpointer     data)
{
  GjFormReading *reading = data;
  guint type = GJ_CELL_COUNT;

  reading->column = (GjColumn) { .unit = _gj_form_get (reading, "unit") };

  if (!_gj_form_get_id (reading, "id", &reading->column.id) ||
      !_gj_form_get_choice (reading, "type", cell_types, &type))
    return;

  reading->column.type = type;
  for (guint i = 0; i < reading->columns->len; i++)
    if (g_str_equal (g_array_index (reading->columns, GjColumn, i).id, reading->column.id))
      _gj_form_fail_known (reading, reading->column.id);

  if (reading->columns->len >= GJ_FORM_MAX_COLUMNS)
    _gj_form_fail (reading, _("the table has too many columns"));
}

static void
column_end (GjXmlReader *xml,
            gpointer     data)
{
  GjFormReading *reading = data;

  complete_name (&reading->column.label, &reading->column.name);
  reading->column.aliases = _gj_form_take_words (reading);
  g_array_append_val (reading->columns, reading->column);
}

static void
column_label_start (GjXmlReader *xml,
                    gpointer     data)
{
  GjFormReading *reading = data;

  _gj_form_label_begin (reading, &reading->column.label);
}

static void
column_name_start (GjXmlReader *xml,
                   gpointer     data)
{
  GjFormReading *reading = data;

  _gj_form_label_begin (reading, &reading->column.name);
}

/* <rows> */

static void
rows_start (GjXmlReader *xml,
            gpointer     data)
{
  GjFormReading *reading = data;

  reading->rows = g_array_new (FALSE, TRUE, sizeof (GjRow));
}

static void
rows_end (GjXmlReader *xml,
          gpointer     data)
{
  GjFormReading *reading = data;

  reading->table->rows = _gj_form_take_array (reading->form, g_steal_pointer (&reading->rows),
                                              &reading->table->n_rows);
}

static void
row_start (GjXmlReader *xml,
           gpointer     data)
{
  GjFormReading *reading = data;

  reading->row = (GjRow) { 0 };
  reading->row.absent_check = _gj_form_get (reading, "absent-check");
  if (!_gj_form_get_id (reading, "id", &reading->row.id))
    return;

  for (guint i = 0; i < reading->rows->len; i++)
    if (g_str_equal (g_array_index (reading->rows, GjRow, i).id, reading->row.id))
      _gj_form_fail_known (reading, reading->row.id);

  if (reading->rows->len >= GJ_FORM_MAX_ROWS)
    _gj_form_fail (reading, _("the table has too many rows"));
}

static void
row_end (GjXmlReader *xml,
         gpointer     data)
{
  GjFormReading *reading = data;

  complete_name (&reading->row.label, &reading->row.name);
  reading->row.aliases = _gj_form_take_words (reading);
  g_array_append_val (reading->rows, reading->row);
}

static void
row_label_start (GjXmlReader *xml,
                 gpointer     data)
{
  GjFormReading *reading = data;

  _gj_form_label_begin (reading, &reading->row.label);
}

static void
row_name_start (GjXmlReader *xml,
                gpointer     data)
{
  GjFormReading *reading = data;

  _gj_form_label_begin (reading, &reading->row.name);
}

static void
row_guidance_start (GjXmlReader *xml,
                    gpointer     data)
{
  GjFormReading *reading = data;

  reading->row.guidance_source = _gj_form_get (reading, "source");
  _gj_form_label_begin (reading, &reading->row.guidance);
}

/* <variant> */

static void
read_variant (GjFormReading *reading,
              GjVariant     *variant)
{
  const char *row = gj_xml_reader_need_attribute (reading->xml, "row");
  const char *absent = gj_xml_reader_need_attribute (reading->xml, "absent");
  const GjFormSet *rows;

  if (!_gj_form_get_id (reading, "id", &variant->id) ||
      !_gj_form_find_line (reading, reading->table, TRUE, row, &variant->row))
    return;

  if (gj_form_find_variant (reading->form, variant->id) != NULL)
    {
      _gj_form_fail_known (reading, variant->id);
      return;
    }

  if (gj_form_get_n_variants (reading->form) >= GJ_FORM_MAX_VARIANTS)
    {
      _gj_form_fail (reading, _("the form has too many variants"));
      return;
    }

  rows = _gj_form_list_lines (reading, reading->table_index, TRUE, absent);
  if (rows == NULL)
    return;

  variant->absent_rows = rows->indices;
  variant->n_absent_rows = rows->n_indices;
  for (guint i = 0; i < rows->n_indices; i++)
    if (rows->indices[i] == variant->row)
      _gj_form_fail (reading, _("the row of a variant cannot be absent from it"));
}

static void
variant_start (GjXmlReader *xml,
               gpointer     data)
{
  GjFormReading *reading = data;

  reading->variant = (GjVariant) { .table = reading->table_index };
  read_variant (reading, &reading->variant);
}

static void
variant_end (GjXmlReader *xml,
             gpointer     data)
{
  GjFormReading *reading = data;

  complete_name (&reading->variant.label, &reading->variant.name);
  g_array_append_val (reading->form->variants, reading->variant);
}

static void
variant_label_start (GjXmlReader *xml,
                     gpointer     data)
{
  GjFormReading *reading = data;

  _gj_form_label_begin (reading, &reading->variant.label);
}

static void
variant_name_start (GjXmlReader *xml,
                    gpointer     data)
{
  GjFormReading *reading = data;

  _gj_form_label_begin (reading, &reading->variant.name);
}

/* <table> */

static void
cell_name_start (GjXmlReader *xml,
                 gpointer     data)
{
  GjFormReading *reading = data;

  _gj_form_label_begin (reading, &reading->table->cell_name);
}

void
_gj_form_table_start (GjXmlReader *xml,
                      gpointer     data)
{
  GjFormReading *reading = data;
  GjForm *form = reading->form;
  GjTable table = { .cell_name = { "{row}—{column}", "{row}, {column}" } };
  GjSection *section;

  if (!_gj_form_get_id (reading, "id", &table.id))
    return;

  table.section = gj_form_find_section (form, table.id);
  if (table.section == GJ_NONE)
    {
      _gj_form_fail (reading, _("the form has no section “%s”"), table.id);
      return;
    }

  section = &g_array_index (form->sections, GjSection, table.section);
  if (section->table != GJ_NONE)
    {
      _gj_form_fail_known (reading, table.id);
      return;
    }

  section->table = form->tables->len;
  g_array_append_val (form->tables, table);
  reading->table_index = section->table;
  reading->table = &g_array_index (form->tables, GjTable, section->table);
}

void
_gj_form_table_end (GjXmlReader *xml,
                    gpointer     data)
{
  GjFormReading *reading = data;

  _gj_form_add_cell_quantities (reading);
}

static const char *const column_attributes[] = { "id", "type", "unit", NULL };
static const char *const row_attributes[] = { "id", "absent-check", NULL };
static const char *const variant_attributes[] = { "id", "row", "absent", NULL };

static const GjXmlElement column_children[] = {
  { "label", column_label_start, _gj_form_label_end, GJ_XML_REQUIRED,
    _gj_form_label_attributes, _gj_form_label_children },
  { "name", column_name_start, _gj_form_label_end, 0,
    _gj_form_label_attributes, _gj_form_label_children },
  { "alias", NULL, _gj_form_alias_end, GJ_XML_TEXT | GJ_XML_MANY },
  { NULL },
};

static const GjXmlElement columns_children[] = {
  { "column", column_start, column_end, GJ_XML_MANY | GJ_XML_REQUIRED,
    column_attributes, column_children },
  { NULL },
};

static const GjXmlElement row_children[] = {
  { "label", row_label_start, _gj_form_label_end, GJ_XML_REQUIRED,
    _gj_form_label_attributes, _gj_form_label_children },
  { "name", row_name_start, _gj_form_label_end, 0,
    _gj_form_label_attributes, _gj_form_label_children },
  { "guidance", row_guidance_start, _gj_form_label_end, 0,
    _gj_form_guidance_attributes, _gj_form_label_children },
  { "alias", NULL, _gj_form_alias_end, GJ_XML_TEXT | GJ_XML_MANY },
  { NULL },
};

static const GjXmlElement rows_children[] = {
  { "row", row_start, row_end, GJ_XML_MANY | GJ_XML_REQUIRED, row_attributes, row_children },
  { NULL },
};

static const GjXmlElement variant_children[] = {
  { "label", variant_label_start, _gj_form_label_end, GJ_XML_REQUIRED,
    _gj_form_label_attributes, _gj_form_label_children },
  { "name", variant_name_start, _gj_form_label_end, 0,
    _gj_form_label_attributes, _gj_form_label_children },
  { NULL },
};

const GjXmlElement _gj_form_table_children[] = {
  { "cell-name", cell_name_start, _gj_form_label_end, 0,
    _gj_form_label_attributes, _gj_form_label_children },
  { "columns", columns_start, columns_end, GJ_XML_REQUIRED, NULL, columns_children },
  { "rows", rows_start, rows_end, GJ_XML_REQUIRED, NULL, rows_children },
  { "set", _gj_form_set_start, NULL, GJ_XML_MANY, _gj_form_set_attributes },
  { "variant", variant_start, variant_end, GJ_XML_MANY, variant_attributes, variant_children },
  { "grid", _gj_form_grid_start, _gj_form_grid_end, GJ_XML_REQUIRED,
    _gj_form_grid_attributes, _gj_form_grid_children },
  { NULL },
};
