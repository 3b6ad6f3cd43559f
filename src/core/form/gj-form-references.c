/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-form-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Finds what the rules of a form refer to: rows, columns, <set>s of them, and quantities. A
 * reference to a quantity is its id or a cell's; "*" in it stands for each of the rows or
 * columns in turn. */

gboolean
_gj_form_find_line (GjFormReading *reading,
                    const GjTable *table,
                    gboolean       is_row,
                    const char    *id,
                    guint         *out)
{
  *out = is_row ? gj_table_find_row (table, id) : gj_table_find_column (table, id);

  if (*out == GJ_NONE)
    return is_row ? _gj_form_fail (reading, _("the table has no row “%s”"), id)
                  : _gj_form_fail (reading, _("the table has no column “%s”"), id);

  return TRUE;
}

const GjFormSet *
_gj_form_find_set (GjFormReading *reading,
                   guint          table,
                   const char    *name)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", gj_form_get_table (reading->form, table)->id, name);

  return g_hash_table_lookup (reading->sets, key);
}

/* The rows or columns that @text names: "all", a set, or single ids. */
const GjFormSet *
_gj_form_list_lines (GjFormReading *reading,
                     guint          table,
                     gboolean       is_rows,
                     const char    *text)
{
  g_auto (GStrv) words = _gj_form_split (text);
  const GjTable *t = gj_form_get_table (reading->form, table);
  guint n_words = g_strv_length (words);
  gboolean is_all = n_words == 1 && g_str_equal (words[0], "all");
  const GjFormSet *named = n_words == 1 ? _gj_form_find_set (reading, table, words[0]) : NULL;
  guint n_indices = is_all ? (is_rows ? t->n_rows : t->n_columns) : n_words;
  GjFormSet *set;
  guint *indices;

  if (named != NULL && named->is_rows == is_rows)
    return named;

  set = _gj_form_alloc (reading->form, sizeof (GjFormSet));
  indices = _gj_form_alloc (reading->form, n_indices * sizeof (guint));
  *set = (GjFormSet) { table, is_rows, indices, n_indices };

  for (guint i = 0; i < n_indices; i++)
    if (is_all)
      indices[i] = i;
    else if (!_gj_form_find_line (reading, t, is_rows, words[i], &indices[i]))
      return NULL;

  return set;
}

const char *
_gj_form_get_line_id (GjFormReading   *reading,
                      const GjFormSet *set,
                      guint            i)
{
  const GjTable *table = gj_form_get_table (reading->form, set->table);

  return set->is_rows ? table->rows[set->indices[i]].id : table->columns[set->indices[i]].id;
}

const char *const _gj_form_set_attributes[] = { "id", "rows", "columns", NULL };

/* <set> of the table at hand */
void
_gj_form_set_start (GjXmlReader *xml,
                    gpointer     data)
{
  GjFormReading *reading = data;
  const char *rows = gj_xml_reader_get_attribute (xml, "rows");
  const char *columns = gj_xml_reader_get_attribute (xml, "columns");
  const GjFormSet *set;
  const char *id;

  if (!_gj_form_get_id (reading, "id", &id))
    return;

  if ((rows == NULL) == (columns == NULL))
    {
      _gj_form_fail (reading, _("a set names either rows or columns"));
      return;
    }

  if (_gj_form_find_set (reading, reading->table_index, id) != NULL)
    {
      _gj_form_fail_known (reading, id);
      return;
    }

  set = _gj_form_list_lines (reading, reading->table_index, rows != NULL, rows != NULL ? rows : columns);
  if (set != NULL)
    g_hash_table_insert (reading->sets, g_strdup_printf ("%s/%s", reading->table->id, id),
                         (gpointer) set);
}

/* The rows or columns with a cell in the column or row that @reference names. */
static const GjFormSet *
list_cells (GjFormReading *reading,
            const char    *reference)
{
  g_auto (GStrv) words = g_strsplit (reference, "/", -1);
  guint table = g_strv_length (words) == 3 ? gj_form_find_table (reading->form, words[0]) : GJ_NONE;
  gboolean is_rows = table != GJ_NONE && g_str_equal (words[1], "*");
  const GjTable *t = table != GJ_NONE ? gj_form_get_table (reading->form, table) : NULL;
  guint n_lines = t == NULL ? 0 : (is_rows ? t->n_rows : t->n_columns);
  GjFormSet *set = _gj_form_alloc (reading->form, sizeof (GjFormSet));
  guint *indices = _gj_form_alloc (reading->form, n_lines * sizeof (guint));
  guint other = GJ_NONE;

  if (t != NULL)
    other = is_rows ? gj_table_find_column (t, words[2]) : gj_table_find_row (t, words[1]);

  *set = (GjFormSet) { table, is_rows, indices, 0 };
  for (guint i = 0; other != GJ_NONE && i < n_lines; i++)
    if (gj_table_find_cell (t, is_rows ? i : other, is_rows ? other : i) != GJ_NONE)
      indices[set->n_indices++] = i;

  return set;
}

/* Returns: (nullable): what "*" in @reference goes over; %NULL when there is no "*" */
const GjFormSet *
_gj_form_list_each (GjFormReading *reading,
                    const char    *reference)
{
  if (strchr (reference, '*') == NULL)
    return NULL;

  if (g_str_has_suffix (reference, "/*"))
    {
      g_autofree char *id = g_strndup (reference, strlen (reference) - 2);
      const GjFormSet *family = g_hash_table_lookup (reading->families, id);

      if (family != NULL)
        return family;
    }

  return list_cells (reading, reference);
}

/* Returns: (nullable): the quantity; %NULL, and a failure, when there is none */
const GjQuantity *
_gj_form_resolve (GjFormReading *reading,
                  const char    *reference,
                  const char    *each)
{
  g_auto (GStrv) parts = g_strsplit (reference, "*", 2);
  g_autofree char *id = g_strjoinv (each != NULL ? each : "*", parts);
  const GjQuantity *quantity = gj_form_find_quantity (reading->form, id);

  if (quantity == NULL)
    _gj_form_fail (reading, _("the form has no quantity “%s”"), id);

  return quantity;
}
