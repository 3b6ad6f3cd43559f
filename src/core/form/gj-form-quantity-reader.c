/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-form-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Reads <set> and <quantity>, and finds the quantities that relations, phrases and
 * equivalents refer to. A reference is a quantity's id or a cell's; "*" in it stands for
 * each of the rows or columns in turn. */

/* The rows or columns that a list of words names: "all", a set, or single ids. */
const GjFormSet *
_gj_form_read_lines (GjFormReader  *reader,
                     const xmlNode *node,
                     guint          table,
                     gboolean       is_rows,
                     const char    *attribute)
{
  g_auto (GStrv) words = _gj_form_reader_get_words (reader, node, attribute);
  const GjTable *t = gj_form_get_table (reader->form, table);
  guint n_words = g_strv_length (words);
  gboolean is_all = n_words == 1 && g_str_equal (words[0], "all");
  const GjFormSet *named = n_words == 1 ? _gj_form_reader_find_set (reader, table, words[0]) : NULL;
  guint n_indices = is_all ? (is_rows ? t->n_rows : t->n_columns) : n_words;
  GjFormSet *set;
  guint *indices;

  if (named != NULL && named->is_rows == is_rows)
    return named;

  set = _gj_form_alloc (reader->form, sizeof (GjFormSet));
  indices = _gj_form_alloc (reader->form, n_indices * sizeof (guint));
  *set = (GjFormSet) { table, is_rows, indices, n_indices };

  for (guint i = 0; i < n_indices; i++)
    {
      if (is_all)
        indices[i] = i;
      else
        indices[i] = is_rows ? gj_table_find_row (t, words[i]) : gj_table_find_column (t, words[i]);

      if (indices[i] == GJ_NONE)
        {
          _gj_form_reader_fail (reader, node, _("the table has no row, column or set “%s”"), words[i]);
          return NULL;
        }
    }

  return set;
}

/* Reads <set> of the #GjTable at @data, the last one of the form. */
gboolean
_gj_form_read_set (GjFormReader *reader,
                   xmlNode      *node,
                   gpointer      data)
{
  const GjTable *table = data;
  gboolean is_rows = _gj_form_reader_get (reader, node, "rows") != NULL;
  gboolean is_columns = _gj_form_reader_get (reader, node, "columns") != NULL;
  const GjFormSet *set;
  const char *id;

  if (!_gj_form_reader_get_id (reader, node, "id", &id))
    return FALSE;
  if (is_rows == is_columns)
    return _gj_form_reader_fail (reader, node, _("a set names either rows or columns"));
  if (_gj_form_reader_find_set (reader, reader->form->tables->len - 1, id) != NULL)
    return _gj_form_reader_fail (reader, node, _("the id “%s” is there already"), id);

  set = _gj_form_read_lines (reader, node, reader->form->tables->len - 1, is_rows,
                             is_rows ? "rows" : "columns");
  if (set == NULL)
    return FALSE;

  g_hash_table_insert (reader->sets, g_strdup_printf ("%s/%s", table->id, id), (gpointer) set);
  return TRUE;
}

const GjFormSet *
_gj_form_reader_find_set (GjFormReader *reader,
                          guint         table,
                          const char   *name)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", gj_form_get_table (reader->form, table)->id, name);

  return g_hash_table_lookup (reader->sets, key);
}

static gboolean
add_quantity (GjFormReader  *reader,
              const xmlNode *node,
              GjQuantity    *quantity)
{
  if (!g_hash_table_insert (reader->form->quantities, (char *) quantity->id, quantity))
    return _gj_form_reader_fail (reader, node, _("the id “%s” is there already"), quantity->id);

  return TRUE;
}

/* Every cell of the form's last table is a quantity by its own id. */
gboolean
_gj_form_add_cell_quantities (GjFormReader  *reader,
                              const xmlNode *node)
{
  GjForm *form = reader->form;
  const GjTable *table = gj_form_get_table (form, form->tables->len - 1);

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
      if (!add_quantity (reader, node, quantity))
        return FALSE;
    }

  return TRUE;
}

/* One quantity of a family: the one of row or column number @i of @set. */
static gboolean
add_member (GjFormReader     *reader,
            xmlNode          *node,
            const GjFormSet  *set,
            guint             i,
            const GjQuantity *pattern)
{
  GjForm *form = reader->form;
  const GjTable *table = gj_form_get_table (form, set->table);
  const GjRow *row = set->is_rows ? &table->rows[set->indices[i]] : NULL;
  const GjColumn *column = set->is_rows ? NULL : &table->columns[set->indices[i]];
  const GjLabel *name = set->is_rows ? &row->name : &column->name;
  const char *line = set->is_rows ? "row" : "column";
  const char *each = set->is_rows ? row->id : column->id;
  g_autofree char *id = g_strdup_printf ("%s/%s", pattern->id, each);
  g_autofree char *zh = _gj_form_fill_template (pattern->name.zh, line, name->zh);
  g_autofree char *en = _gj_form_fill_template (pattern->name.en, line, name->en);
  GjQuantity *quantity = _gj_form_alloc (form, sizeof (GjQuantity));

  quantity->id = _gj_form_intern (form, id);
  quantity->name.zh = _gj_form_intern (form, zh);
  quantity->name.en = _gj_form_intern (form, en);

  return _gj_form_read_sum (reader, node, set->table, _gj_form_reader_get (reader, node, "sum"),
                            each, quantity) &&
         add_quantity (reader, node, quantity);
}

static gboolean
add_family (GjFormReader     *reader,
            xmlNode          *node,
            guint             table,
            gboolean          is_rows,
            const GjQuantity *pattern)
{
  const GjFormSet *set;

  if (table == GJ_NONE)
    return _gj_form_reader_fail (reader, node, _("“%s” lacks the attribute “%s”"), "quantity", "table");

  set = _gj_form_read_lines (reader, node, table, is_rows, is_rows ? "rows" : "columns");
  if (set == NULL)
    return FALSE;

  g_hash_table_insert (reader->families, (char *) pattern->id, (gpointer) set);
  for (guint i = 0; i < set->n_indices; i++)
    if (!add_member (reader, node, set, i, pattern))
      return FALSE;

  return TRUE;
}

gboolean
_gj_form_read_quantity (GjFormReader *reader,
                        xmlNode      *node,
                        gpointer      data)
{
  const char *table_id = _gj_form_reader_get (reader, node, "table");
  gboolean is_rows = _gj_form_reader_get (reader, node, "rows") != NULL;
  gboolean is_columns = _gj_form_reader_get (reader, node, "columns") != NULL;
  guint table = table_id != NULL ? gj_form_find_table (reader->form, table_id) : GJ_NONE;
  GjQuantity *quantity = _gj_form_alloc (reader->form, sizeof (GjQuantity));

  if (!_gj_form_reader_get_id (reader, node, "id", &quantity->id) ||
      !_gj_form_reader_label (reader, node, &quantity->name))
    return FALSE;
  if (table_id != NULL && table == GJ_NONE)
    return _gj_form_reader_fail (reader, node, _("the form has no table “%s”"), table_id);
  if (g_hash_table_contains (reader->families, quantity->id) ||
      g_hash_table_contains (reader->form->quantities, quantity->id))
    return _gj_form_reader_fail (reader, node, _("the id “%s” is there already"), quantity->id);
  if (is_rows && is_columns)
    return _gj_form_reader_fail (reader, node, _("a quantity goes over rows or over columns"));

  if (is_rows || is_columns)
    return add_family (reader, node, table, is_rows, quantity);

  return _gj_form_read_sum (reader, node, table, _gj_form_reader_get (reader, node, "sum"),
                            NULL, quantity) &&
         add_quantity (reader, node, quantity);
}

/* The rows or columns with a cell in the column or row that @reference names. */
static const GjFormSet *
list_cells (GjFormReader *reader,
            const char   *reference)
{
  g_auto (GStrv) words = g_strsplit (reference, "/", -1);
  guint table = g_strv_length (words) == 3 ? gj_form_find_table (reader->form, words[0]) : GJ_NONE;
  gboolean is_rows = table != GJ_NONE && g_str_equal (words[1], "*");
  const GjTable *t = table != GJ_NONE ? gj_form_get_table (reader->form, table) : NULL;
  guint n_lines = t == NULL ? 0 : (is_rows ? t->n_rows : t->n_columns);
  guint other = t == NULL ? GJ_NONE
                : is_rows ? gj_table_find_column (t, words[2]) : gj_table_find_row (t, words[1]);
  GjFormSet *set = _gj_form_alloc (reader->form, sizeof (GjFormSet));
  guint *indices = _gj_form_alloc (reader->form, n_lines * sizeof (guint));

  *set = (GjFormSet) { table, is_rows, indices, 0 };
  for (guint i = 0; other != GJ_NONE && i < n_lines; i++)
    if (gj_table_find_cell (t, is_rows ? i : other, is_rows ? other : i) != GJ_NONE)
      indices[set->n_indices++] = i;

  return set;
}

/* Returns: (nullable): what "*" in @reference goes over; %NULL when there is no "*" */
const GjFormSet *
_gj_form_reader_list_each (GjFormReader *reader,
                           const char   *reference)
{
  if (reference == NULL || strchr (reference, '*') == NULL)
    return NULL;

  if (g_str_has_suffix (reference, "/*"))
    {
      g_autofree char *id = g_strndup (reference, strlen (reference) - 2);
      const GjFormSet *family = g_hash_table_lookup (reader->families, id);

      if (family != NULL)
        return family;
    }

  return list_cells (reader, reference);
}

const GjQuantity *
_gj_form_reader_resolve (GjFormReader  *reader,
                         const xmlNode *node,
                         const char    *reference,
                         const char    *each)
{
  const char *star = strchr (reference, '*');
  g_autofree char *id = star != NULL && each != NULL
                          ? g_strdup_printf ("%.*s%s%s", (int) (star - reference), reference, each, star + 1)
                          : g_strdup (reference);
  const GjQuantity *quantity = gj_form_find_quantity (reader->form, id);

  if (quantity == NULL)
    _gj_form_reader_fail (reader, node, _("the form has no quantity “%s”"), id);

  return quantity;
}
