/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-form-reader-private.h"

#include <glib/gi18n-lib.h>

/* Reads <table>: its columns, rows, named sets of them, variants and grid. */

typedef struct
{
  GjTable *table;
  GArray  *rows;
  GArray  *columns;
} TableReading;

typedef struct
{
  GjRow     row;
  GjColumn  column;
  GPtrArray *aliases;
} LineReading;

static const char *const cell_types[] = { "count", "change", "amount", "text", NULL };

static gboolean
read_alias (GjFormReader *reader,
            xmlNode      *node,
            gpointer      data)
{
  LineReading *reading = data;

  return _gj_form_reader_text_list (reader, node, reading->aliases);
}

static gboolean
read_column_label (GjFormReader *reader,
                   xmlNode      *node,
                   gpointer      data)
{
  LineReading *reading = data;

  return _gj_form_reader_label (reader, node, &reading->column.label);
}

static gboolean
read_column_name (GjFormReader *reader,
                  xmlNode      *node,
                  gpointer      data)
{
  LineReading *reading = data;

  return _gj_form_reader_label (reader, node, &reading->column.name);
}

/* Where no shorter name is given, findings use the label. */
static gboolean
complete_name (GjFormReader  *reader,
               const xmlNode *node,
               const GjLabel *label,
               GjLabel       *name)
{
  if (label->zh == NULL)
    return _gj_form_reader_fail (reader, node, _("“%s” lacks its label"),
                                 (const char *) node->name);
  if (name->zh == NULL)
    *name = *label;

  return TRUE;
}

static gboolean
read_column (GjFormReader *reader,
             xmlNode      *node,
             gpointer      data)
{
  static const GjFormElement elements[] = {
    { "label", "zh en", read_column_label },
    { "name", "zh en", read_column_name },
    { "alias", "", read_alias },
    { NULL },
  };
  TableReading *reading = data;
  g_autoptr (GPtrArray) aliases = g_ptr_array_new ();
  LineReading line = { .aliases = aliases };
  guint type = GJ_CELL_COUNT;

  if (!_gj_form_reader_get_id (reader, node, "id", &line.column.id) ||
      !_gj_form_reader_get_choice (reader, node, "type", cell_types, &type) ||
      !_gj_form_reader_walk (reader, node, elements, &line) ||
      !complete_name (reader, node, &line.column.label, &line.column.name))
    return FALSE;

  for (guint i = 0; i < reading->columns->len; i++)
    if (g_str_equal (g_array_index (reading->columns, GjColumn, i).id, line.column.id))
      return _gj_form_reader_fail (reader, node, _("the id “%s” is there already"), line.column.id);

  if (reading->columns->len >= GJ_FORM_MAX_COLUMNS)
    return _gj_form_reader_fail (reader, node, _("the table has too many columns"));

  line.column.type = type;
  line.column.unit = _gj_form_reader_get (reader, node, "unit");
  line.column.aliases = _gj_form_reader_take_list (reader, aliases);
  g_array_append_val (reading->columns, line.column);
  return TRUE;
}

static gboolean
read_row_label (GjFormReader *reader,
                xmlNode      *node,
                gpointer      data)
{
  LineReading *reading = data;

  return _gj_form_reader_label (reader, node, &reading->row.label);
}

static gboolean
read_row_name (GjFormReader *reader,
               xmlNode      *node,
               gpointer      data)
{
  LineReading *reading = data;

  return _gj_form_reader_label (reader, node, &reading->row.name);
}

static gboolean
read_row_guidance (GjFormReader *reader,
                   xmlNode      *node,
                   gpointer      data)
{
  LineReading *reading = data;

  reading->row.guidance_source = _gj_form_reader_get (reader, node, "source");
  return _gj_form_reader_label (reader, node, &reading->row.guidance);
}

static gboolean
read_row (GjFormReader *reader,
          xmlNode      *node,
          gpointer      data)
{
  static const GjFormElement elements[] = {
    { "label", "zh en", read_row_label },
    { "name", "zh en", read_row_name },
    { "guidance", "source zh en", read_row_guidance },
    { "alias", "", read_alias },
    { NULL },
  };
  TableReading *reading = data;
  g_autoptr (GPtrArray) aliases = g_ptr_array_new ();
  LineReading line = { .aliases = aliases };

  if (!_gj_form_reader_get_id (reader, node, "id", &line.row.id) ||
      !_gj_form_reader_walk (reader, node, elements, &line) ||
      !complete_name (reader, node, &line.row.label, &line.row.name))
    return FALSE;

  for (guint i = 0; i < reading->rows->len; i++)
    if (g_str_equal (g_array_index (reading->rows, GjRow, i).id, line.row.id))
      return _gj_form_reader_fail (reader, node, _("the id “%s” is there already"), line.row.id);

  if (reading->rows->len >= GJ_FORM_MAX_ROWS)
    return _gj_form_reader_fail (reader, node, _("the table has too many rows"));

  line.row.aliases = _gj_form_reader_take_list (reader, aliases);
  g_array_append_val (reading->rows, line.row);
  return TRUE;
}

static gboolean
read_columns (GjFormReader *reader,
              xmlNode      *node,
              gpointer      data)
{
  static const GjFormElement elements[] = {
    { "column", "id! type unit", read_column },
    { NULL },
  };
  TableReading *reading = data;

  if (reading->table->columns != NULL)
    return _gj_form_reader_fail (reader, node, _("“%s” stands twice"), (const char *) node->name);

  reading->columns = g_array_new (FALSE, TRUE, sizeof (GjColumn));
  if (!_gj_form_reader_walk (reader, node, elements, reading))
    {
      g_array_unref (reading->columns);
      return FALSE;
    }

  reading->table->columns = _gj_form_take_array (reader->form, reading->columns,
                                                 &reading->table->n_columns);
  return TRUE;
}

static gboolean
read_rows (GjFormReader *reader,
           xmlNode      *node,
           gpointer      data)
{
  static const GjFormElement elements[] = {
    { "row", "id!", read_row },
    { NULL },
  };
  TableReading *reading = data;

  if (reading->table->rows != NULL)
    return _gj_form_reader_fail (reader, node, _("“%s” stands twice"), (const char *) node->name);

  reading->rows = g_array_new (FALSE, TRUE, sizeof (GjRow));
  if (!_gj_form_reader_walk (reader, node, elements, reading))
    {
      g_array_unref (reading->rows);
      return FALSE;
    }

  reading->table->rows = _gj_form_take_array (reader->form, reading->rows,
                                              &reading->table->n_rows);
  return TRUE;
}

/* The rows that an attribute names, as indices in the table. */
static gboolean
read_row_list (GjFormReader  *reader,
               const xmlNode *node,
               const GjTable *table,
               const char    *name,
               const guint  **out,
               guint         *n_out)
{
  g_auto (GStrv) words = _gj_form_reader_get_words (reader, node, name);
  guint n_words = g_strv_length (words);
  guint *indices = _gj_form_alloc (reader->form, n_words * sizeof (guint));

  for (guint i = 0; i < n_words; i++)
    {
      indices[i] = gj_table_find_row (table, words[i]);
      if (indices[i] == GJ_NONE)
        return _gj_form_reader_fail (reader, node, _("the table has no row “%s”"), words[i]);
    }

  *out = indices;
  *n_out = n_words;
  return TRUE;
}

static gboolean
read_variant_label (GjFormReader *reader,
                    xmlNode      *node,
                    gpointer      data)
{
  GjVariant *variant = data;

  return _gj_form_reader_label (reader, node, &variant->label);
}

static gboolean
read_variant_name (GjFormReader *reader,
                   xmlNode      *node,
                   gpointer      data)
{
  GjVariant *variant = data;

  return _gj_form_reader_label (reader, node, &variant->name);
}

static gboolean
read_variant (GjFormReader *reader,
              xmlNode      *node,
              gpointer      data)
{
  static const GjFormElement elements[] = {
    { "label", "zh en", read_variant_label },
    { "name", "zh en", read_variant_name },
    { NULL },
  };
  TableReading *reading = data;
  GjVariant variant = { .table = reader->form->tables->len - 1 };

  if (reading->table->layouts != NULL)
    return _gj_form_reader_fail (reader, node, _("a variant must stand before the table's grid"));

  if (!_gj_form_reader_get_id (reader, node, "id", &variant.id) ||
      !read_row_list (reader, node, reading->table, "absent", &variant.absent_rows,
                      &variant.n_absent_rows) ||
      !_gj_form_reader_walk (reader, node, elements, &variant) ||
      !complete_name (reader, node, &variant.label, &variant.name))
    return FALSE;

  if (gj_form_find_variant (reader->form, variant.id) != NULL)
    return _gj_form_reader_fail (reader, node, _("the id “%s” is there already"), variant.id);

  variant.row = gj_table_find_row (reading->table, _gj_form_reader_get (reader, node, "row"));
  if (variant.row == GJ_NONE)
    return _gj_form_reader_fail (reader, node, _("the table has no row “%s”"),
                                 _gj_form_reader_get (reader, node, "row"));

  for (guint i = 0; i < variant.n_absent_rows; i++)
    if (variant.absent_rows[i] == variant.row)
      return _gj_form_reader_fail (reader, node, _("the row of a variant cannot be absent from it"));

  g_array_append_val (reader->form->variants, variant);
  return TRUE;
}

static gboolean
read_cell_name (GjFormReader *reader,
                xmlNode      *node,
                gpointer      data)
{
  TableReading *reading = data;

  return _gj_form_reader_label (reader, node, &reading->table->cell_name);
}

static gboolean
read_set (GjFormReader *reader,
          xmlNode      *node,
          gpointer      data)
{
  TableReading *reading = data;

  return _gj_form_read_set (reader, node, reading->table);
}

static gboolean
read_grid (GjFormReader *reader,
           xmlNode      *node,
           gpointer      data)
{
  TableReading *reading = data;

  return _gj_form_read_grid (reader, node, reading->table);
}

/* Reads <table>, which bears the id of its section. */
gboolean
_gj_form_read_table (GjFormReader *reader,
                     xmlNode      *node,
                     gpointer      data)
{
  static const GjFormElement elements[] = {
    { "cell-name", "zh en", read_cell_name },
    { "columns", "", read_columns },
    { "rows", "", read_rows },
    { "set", "id! rows columns", read_set },
    { "variant", "id! row! absent!", read_variant },
    { "grid", "widths!", read_grid },
    { NULL },
  };
  static const GjLabel usual_name = { "{row}—{column}", "{row}, {column}" };
  GjForm *form = reader->form;
  GjTable table = { .cell_name = usual_name };
  TableReading reading = { 0 };
  GjSection *section;

  if (!_gj_form_reader_get_id (reader, node, "id", &table.id))
    return FALSE;

  table.section = gj_form_find_section (form, table.id);
  if (table.section == GJ_NONE)
    return _gj_form_reader_fail (reader, node, _("the form has no section “%s”"), table.id);

  section = &g_array_index (form->sections, GjSection, table.section);
  if (section->table != GJ_NONE)
    return _gj_form_reader_fail (reader, node, _("the id “%s” is there already"), table.id);

  section->table = form->tables->len;
  g_array_append_val (form->tables, table);
  reading.table = &g_array_index (form->tables, GjTable, section->table);

  if (!_gj_form_reader_walk (reader, node, elements, &reading))
    return FALSE;
  if (reading.table->layouts == NULL)
    return _gj_form_reader_fail (reader, node, _("the table “%s” has no grid"), table.id);

  return _gj_form_add_cell_quantities (reader, node);
}
