/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-form-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Reads a linear expression: "a/b + 2 c/d - e/f@last-year + 1".
 * A path names a cell of the quantity's table by row and column, or of any table by table,
 * row and column. "[set]" stands for the sum over a named set of rows or columns, "*" for
 * the row or column that the quantity is being made for. */

#define MAX_FACTOR 1000000
#define MAX_TERMS 4000

typedef struct
{
  GjFormReading *form_reading;
  guint          table;
  const char    *each;
  GArray        *terms;
  gint64         constant;
} SumReading;

static gboolean
add_term (SumReading *reading,
          gint64      factor,
          guint       cell,
          gboolean    last_year)
{
  GjTerm term = { factor, cell, last_year };

  for (guint i = 0; i < reading->terms->len; i++)
    {
      GjTerm *other = &g_array_index (reading->terms, GjTerm, i);

      if (other->cell == cell && other->last_year == last_year)
        return _gj_form_fail (reading->form_reading, _("the cell “%s” stands twice in the sum"),
                              gj_form_get_cell (reading->form_reading->form, cell)->id);
    }

  if (reading->terms->len >= MAX_TERMS || ++reading->form_reading->n_terms > GJ_FORM_MAX_TERMS)
    return _gj_form_fail (reading->form_reading, _("the sum has too many terms"));

  g_array_append_val (reading->terms, term);
  return TRUE;
}

/* The rows or columns that one component of a path stands for. */
static gboolean
expand_component (SumReading    *reading,
                  const GjTable *table,
                  guint          table_index,
                  gboolean       is_rows,
                  const char    *word,
                  GArray        *out)
{
  const char *id = g_str_equal (word, "*") && reading->each != NULL ? reading->each : word;
  gsize length = strlen (word);
  guint index;

  if (length > 2 && word[0] == '[' && word[length - 1] == ']')
    {
      g_autofree char *name = g_strndup (word + 1, length - 2);
      const GjFormSet *set = _gj_form_find_set (reading->form_reading, table_index, name);

      if (set == NULL || set->is_rows != is_rows)
        return _gj_form_fail (reading->form_reading, _("the table has no set “%s”"), name);

      g_array_append_vals (out, set->indices, set->n_indices);
      return TRUE;
    }

  if (!_gj_form_find_line (reading->form_reading, table, is_rows, id, &index))
    return FALSE;

  g_array_append_val (out, index);
  return TRUE;
}

static gboolean
add_cells (SumReading    *reading,
           const GjTable *table,
           GArray        *rows,
           GArray        *columns,
           gint64         factor,
           gboolean       last_year)
{
  for (guint i = 0; i < rows->len; i++)
    for (guint j = 0; j < columns->len; j++)
      {
        guint row = g_array_index (rows, guint, i);
        guint column = g_array_index (columns, guint, j);
        guint cell = gj_table_find_cell (table, row, column);

        if (cell == GJ_NONE)
          return _gj_form_fail (reading->form_reading, _("the form has no cell “%s/%s/%s”"), table->id,
                                table->rows[row].id, table->columns[column].id);
        if (table->columns[column].type == GJ_CELL_TEXT)
          return _gj_form_fail (reading->form_reading, _("the cell “%s/%s/%s” holds text and cannot be added"),
                                table->id, table->rows[row].id, table->columns[column].id);
        if (!add_term (reading, factor, cell, last_year))
          return FALSE;
      }

  return TRUE;
}

static gboolean
read_path (SumReading *reading,
           const char *text,
           gint64      factor)
{
  gboolean last_year = g_str_has_suffix (text, "@last-year");
  g_autofree char *path = g_strndup (text, strlen (text) - (last_year ? strlen ("@last-year") : 0));
  g_auto (GStrv) words = g_strsplit (path, "/", -1);
  guint n_words = g_strv_length (words);
  guint table = n_words == 3 ? gj_form_find_table (reading->form_reading->form, words[0]) : reading->table;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  const GjTable *t;

  if (table == GJ_NONE || n_words < 2 || n_words > 3)
    return _gj_form_fail (reading->form_reading, _("“%s” names no cell of the form"), text);

  t = gj_form_get_table (reading->form_reading->form, table);
  return expand_component (reading, t, table, TRUE, words[n_words - 2], rows) &&
         expand_component (reading, t, table, FALSE, words[n_words - 1], columns) &&
         add_cells (reading, t, rows, columns, factor, last_year);
}

static gboolean
read_words (SumReading  *reading,
            char       **words)
{
  guint i = 0;

  while (words[i] != NULL)
    {
      gint64 sign = 1;
      gint64 factor = 1;
      gboolean has_number;

      if (g_str_equal (words[i], "-") || g_str_equal (words[i], "+"))
        sign = *words[i++] == '-' ? -1 : 1;
      else if (i > 0)
        break;

      has_number = words[i] != NULL &&
                   gj_integer_parse (words[i], 0, MAX_FACTOR, &factor);
      i += has_number;

      if (has_number && (words[i] == NULL || strchr (words[i], '/') == NULL))
        reading->constant += sign * factor;
      else if (words[i] == NULL || factor == 0)
        break;
      else if (!read_path (reading, words[i++], sign * factor))
        return FALSE;

      if (words[i] == NULL)
        return TRUE;
    }

  return _gj_form_fail (reading->form_reading, _("the sum cannot be read"));
}

/* Fills the terms and the constant of @quantity. @table is %GJ_NONE, or the table of the
 * paths that name none; @each what "*" stands for. */
gboolean
_gj_form_read_sum (GjFormReading *reading,
                   guint          table,
                   const char    *text,
                   const char    *each,
                   GjQuantity    *quantity)
{
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (GjTerm));
  g_auto (GStrv) words = _gj_form_split (text);
  SumReading sum = { reading, table, each, terms, 0 };

  if (!read_words (&sum, words))
    return FALSE;

  quantity->constant = sum.constant;
  quantity->terms = _gj_form_take_array (reading->form, g_steal_pointer (&terms), &quantity->n_terms);
  return TRUE;
}
