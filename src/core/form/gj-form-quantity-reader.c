/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-form-reader-private.h"

#include <glib/gi18n-lib.h>

/* Reads <quantity>: one linear expression, or a family of them, one for each of some rows
 * or columns. Beside these every cell is a quantity. */

const char *const _gj_form_quantity_attributes[] = {
  "id", "table", "sum", "rows", "columns", "zh", "en", NULL,
};

static gboolean
add_quantity (GjFormReading *reading,
              GjQuantity    *quantity)
{
  if (!g_hash_table_insert (reading->form->quantities, (char *) quantity->id, quantity))
    return _gj_form_fail_known (reading, quantity->id);
  if (++reading->n_terms > GJ_FORM_MAX_TERMS)
    return _gj_form_fail (reading, _("the form has too many quantities"));

  return TRUE;
}

/* Every cell of the table at hand is a quantity by its own id. */
gboolean
_gj_form_add_cell_quantities (GjFormReading *reading)
{
  GjForm *form = reading->form;
  const GjTable *table = reading->table;

  for (guint i = table->first_cell; i < table->first_cell + table->n_cells; i++)
    {
      GjTerm *term = _gj_form_alloc (form, sizeof (GjTerm));
      GjQuantity *quantity = _gj_form_alloc (form, sizeof (GjQuantity));
      g_autofree char *zh = gj_form_dup_cell_name (form, i, NULL, GJ_LANGUAGE_ZH);
      g_autofree char *en = gj_form_dup_cell_name (form, i, NULL, GJ_LANGUAGE_EN);

      *term = (GjTerm) { .factor = 1, .cell = i };
      *quantity = (GjQuantity) {
        .id = gj_form_get_cell (form, i)->id,
        .name = { _gj_form_intern (form, zh), _gj_form_intern (form, en) },
        .terms = term,
        .n_terms = 1,
      };
      if (!add_quantity (reading, quantity))
        return FALSE;
    }

  return TRUE;
}

/* One quantity of a family: the one of row or column number @i of @set. */
static gboolean
add_member (GjFormReading    *reading,
            const GjFormSet  *set,
            guint             i,
            const GjQuantity *pattern)
{
  GjForm *form = reading->form;
  const GjTable *table = gj_form_get_table (form, set->table);
  guint index = set->indices[i];
  const GjLabel *name = set->is_rows ? &table->rows[index].name : &table->columns[index].name;
  const char *mark = set->is_rows ? "row" : "column";
  const char *each = _gj_form_get_line_id (reading, set, i);
  g_autofree char *id = g_strdup_printf ("%s/%s", pattern->id, each);
  g_autofree char *zh = _gj_form_fill_template (pattern->name.zh, mark, name->zh);
  g_autofree char *en = _gj_form_fill_template (pattern->name.en, mark, name->en);
  GjQuantity *quantity = _gj_form_alloc (form, sizeof (GjQuantity));

  quantity->id = _gj_form_intern (form, id);
  quantity->name.zh = _gj_form_intern (form, zh);
  quantity->name.en = _gj_form_intern (form, en);

  return _gj_form_read_sum (reading, set->table, reading->attributes.sum, each, quantity) &&
         add_quantity (reading, quantity);
}

static gboolean
add_family (GjFormReading    *reading,
            guint             table,
            const GjQuantity *pattern)
{
  gboolean is_rows = reading->attributes.rows != NULL;
  const GjFormSet *set;

  if (table == GJ_NONE)
    return _gj_form_fail (reading, _("a quantity of rows or columns names its table"));

  set = _gj_form_list_lines (reading, table, is_rows,
                             is_rows ? reading->attributes.rows : reading->attributes.columns);
  if (set == NULL)
    return FALSE;

  g_hash_table_insert (reading->families, (char *) pattern->id, (gpointer) set);
  for (guint i = 0; i < set->n_indices; i++)
    if (!add_member (reading, set, i, pattern))
      return FALSE;

  return TRUE;
}

void
_gj_form_quantity_start (GjXmlReader *xml,
                         gpointer     data)
{
  GjFormReading *reading = data;
  GjQuantity *quantity = _gj_form_alloc (reading->form, sizeof (GjQuantity));

  reading->line = gj_xml_reader_get_line (xml);
  reading->quantity = quantity;
  reading->attributes.table = _gj_form_get (reading, "table");
  reading->attributes.rows = _gj_form_get (reading, "rows");
  reading->attributes.columns = _gj_form_get (reading, "columns");
  reading->attributes.sum = _gj_form_intern (reading->form,
                                             gj_xml_reader_need_attribute (xml, "sum"));
  _gj_form_label_begin (reading, &quantity->name);

  if (_gj_form_get_id (reading, "id", &quantity->id) &&
      (g_hash_table_contains (reading->families, quantity->id) ||
       g_hash_table_contains (reading->form->quantities, quantity->id)))
    _gj_form_fail_known (reading, quantity->id);
}

static gboolean
find_table (GjFormReading *reading,
            guint         *table)
{
  const char *id = reading->attributes.table;

  *table = id != NULL ? gj_form_find_table (reading->form, id) : GJ_NONE;
  if (id != NULL && *table == GJ_NONE)
    return _gj_form_fail (reading, _("the form has no table “%s”"), id);

  return TRUE;
}

static gboolean
end_quantity (GjFormReading *reading)
{
  gboolean is_rows = reading->attributes.rows != NULL;
  gboolean is_columns = reading->attributes.columns != NULL;
  guint table;

  if (!find_table (reading, &table))
    return FALSE;
  if (is_rows && is_columns)
    return _gj_form_fail (reading, _("a quantity goes over rows or over columns"));
  if (is_rows || is_columns)
    return add_family (reading, table, reading->quantity);

  return _gj_form_read_sum (reading, table, reading->attributes.sum, NULL, reading->quantity) &&
         add_quantity (reading, reading->quantity);
}

void
_gj_form_quantity_end (GjXmlReader *xml,
                       gpointer     data)
{
  GjFormReading *reading = data;

  _gj_form_label_end (xml, reading);
  if (!gj_xml_reader_has_failed (xml))
    end_quantity (reading);

  reading->line = 0;
}
