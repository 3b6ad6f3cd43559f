/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-compare-table-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "gj-cell-problems.h"
#include "gj-compare-words.h"

/* More numbers than this are looked at a column at a time. */
#define MOST_AT_ONCE 40

/* The last part of a cell's id. */
const char *
_gj_compare_table_get_column_of (const char *id)
{
  const char *slash = strrchr (id, '/');

  return slash != NULL ? slash + 1 : id;
}

static gboolean
has_column (GjCompareTable *self,
            const char     *id)
{
  for (guint i = 0; i < self->column_ids->len; i++)
    if (g_strcmp0 (self->column_ids->pdata[i], id) == 0)
      return TRUE;

  return FALSE;
}

/* All of them, or each column of a large table, the totals being what one looks at first. */
void
_gj_compare_table_list_columns (GjCompareTable *self)
{
  GPtrArray *pairs =
    gj_comparison_get_pairs (gj_compare_get_comparison (self->compare), self->table);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = 0;

  g_ptr_array_add (self->column_ids, NULL);
  gtk_string_list_append (names, _("All columns"));
  for (guint i = 0; pairs->len > MOST_AT_ONCE && i < pairs->len; i++)
    {
      const GjCellPair *pair = g_ptr_array_index (pairs, i);
      const char *id = _gj_compare_table_get_column_of (pair->id);

      if (has_column (self, id))
        continue;

      if (g_str_equal (id, "total"))
        chosen = self->column_ids->len;
      g_ptr_array_add (self->column_ids, g_strdup (id));
      gtk_string_list_append (names, gj_label_get_current (&pair->column));
    }

  gtk_drop_down_set_model (GTK_DROP_DOWN (self->column_choice), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->column_choice), chosen);
  gtk_widget_set_visible (self->column_choice, self->column_ids->len > 1);
}

/* What is wrong with the number, if it is a cell of the new side; NULL for a sum. */
static const GjCellProblem *
find_problem (GjCellProblems   *problems,
              const GjCellPair *pair)
{
  return pair->new_cell != GJ_NONE ? gj_cell_problems_get (problems, pair->new_cell) : NULL;
}

static gboolean
is_error (const GjCellProblem *problem)
{
  GjSeverity severity;

  return problem != NULL && gj_cell_problem_get_severity (problem, &severity)
         && severity == GJ_SEVERITY_ERROR;
}

static gboolean
is_same_row (const GjCellPair *a,
             const GjCellPair *b)
{
  gsize length = _gj_compare_table_get_column_of (a->id) - a->id;

  return length == (gsize) (_gj_compare_table_get_column_of (b->id) - b->id)
         && strncmp (a->id, b->id, length) == 0;
}

/* (nullable): where one column is looked at, the others of the row in which something must
 * be fixed. */
static char *
dup_elsewhere (GPtrArray        *pairs,
               GjCellProblems   *problems,
               const GjCellPair *pair,
               const char       *column)
{
  g_autoptr (GString) columns = NULL;

  for (guint i = 0; column != NULL && i < pairs->len; i++)
    {
      const GjCellPair *other = g_ptr_array_index (pairs, i);

      if (other == pair || !is_same_row (pair, other) || !is_error (find_problem (problems, other)))
        continue;

      if (columns == NULL)
        columns = g_string_new (NULL);
      else
        /* Translators: between the names of two columns. */
        g_string_append (columns, C_("columns", ", "));
      g_string_append (columns, gj_label_get_current (&other->column));
    }

  return columns != NULL ? g_strdup (columns->str) : NULL;
}

/* What has to be looked at stays when the same is hidden: what must be mended, and what a
 * finding has led to. */
static gboolean
is_remarkable (GjCompareTable      *self,
               const GjCellPair    *pair,
               const GjCellProblem *problem,
               const char          *elsewhere)
{
  GjSession *session = gj_compare_get_session (self->compare);
  guint here = gj_selection_get_cell (gj_session_get_selection (session));
  GjSeverity severity;

  if (pair->is_repeated || elsewhere != NULL)
    return TRUE;
  if (problem == NULL || !gj_cell_problem_get_severity (problem, &severity))
    return FALSE;

  return severity == GJ_SEVERITY_ERROR || pair->new_cell == here;
}

static gboolean
is_shown (GjCompareTable      *self,
          const GjCellPair    *pair,
          const GjCellProblem *problem,
          const char          *elsewhere,
          const char          *column)
{
  if (column != NULL && !g_str_equal (_gj_compare_table_get_column_of (pair->id), column))
    return FALSE;
  if (gj_compare_get_numbers_only (self->compare) && !gj_compare_pair_has_number (pair))
    return FALSE;

  return !gj_compare_get_hide_same (self->compare) || pair->change != GJ_CELL_SAME
         || is_remarkable (self, pair, problem, elsewhere);
}

/* double: only for the order in which lines are looked at */
static double
get_size (const GjCellPair *pair,
          GjCompareOrder    order)
{
  if (pair->change == GJ_CELL_SAME || pair->change == GJ_CELL_INCOMPARABLE
      || pair->difference == NULL)
    return -1;
  if (order == GJ_ORDER_DIFFERENCE)
    return fabs (g_ascii_strtod (pair->difference, NULL));

  return isnan (pair->ratio) ? HUGE_VAL : fabs (pair->ratio);
}

static int
compare_items (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  GjCompareOrder order = GPOINTER_TO_UINT (user_data);
  double first = get_size (gj_compare_item_get_pair (*(GjCompareItem **) a), order);
  double second = get_size (gj_compare_item_get_pair (*(GjCompareItem **) b), order);

  return (first < second) - (first > second);
}

static void
set_problem (GjCompareItem       *item,
             const GjCellProblem *problem)
{
  GjSeverity severity;

  if (problem == NULL)
    gj_compare_item_set_problem (item, GJ_NONE, NULL, FALSE);
  else
    gj_compare_item_set_problem (item,
                                 gj_cell_problem_get_severity (problem, &severity)
                                 ? severity : GJ_NONE,
                                 problem->words != NULL ? problem->words->str : NULL,
                                 problem->is_related);
}

static GjCompareItem *
dup_item (GHashTable          *known,
          const GjCellPair    *pair,
          const GjCellProblem *problem)
{
  GjCompareItem *item = g_hash_table_lookup (known, pair->id);

  if (item == NULL)
    item = gj_compare_item_new (pair);
  else
    gj_compare_item_set_pair (g_object_ref (item), pair);
  set_problem (item, problem);

  return item;
}

static GHashTable *
list_known (GjCompareTable *self)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < n_items; i++)
    {
      GjCompareItem *item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      g_hash_table_insert (known, g_strdup (gj_compare_item_get_pair (item)->id), item);
    }

  return known;
}

static gboolean
has_items (GjCompareTable *self,
           GPtrArray      *items)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) != items->len)
    return FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (GjCompareItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (item != items->pdata[i])
        return FALSE;
    }

  return TRUE;
}

static void
mark_following (GPtrArray *items)
{
  const char *above = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const char *row = gj_compare_item_get_pair (items->pdata[i])->row.zh;

      gj_compare_item_set_follows (items->pdata[i], g_strcmp0 (row, above) == 0);
      above = row;
    }
}

/* Lines that stay are the same items: where one stands, and what is edited, stays too. */
void
_gj_compare_table_fill (GjCompareTable *self,
                        GjCompareOrder  order,
                        const char     *column)
{
  GPtrArray *pairs =
    gj_comparison_get_pairs (gj_compare_get_comparison (self->compare), self->table);
  GjSession *session = gj_compare_get_session (self->compare);
  GjForm *form = gj_report_get_form (gj_session_get_report (session));
  g_autoptr (GjCellProblems) problems =
    gj_cell_problems_new (session, gj_form_get_table (form, self->table),
                          gj_selection_get_cell (gj_session_get_selection (session)));
  g_autoptr (GHashTable) known = list_known (self);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < pairs->len; i++)
    {
      const GjCellPair *pair = g_ptr_array_index (pairs, i);
      const GjCellProblem *problem = find_problem (problems, pair);
      g_autofree char *elsewhere = dup_elsewhere (pairs, problems, pair, column);
      GjCompareItem *item;

      if (!is_shown (self, pair, problem, elsewhere, column))
        continue;

      item = dup_item (known, pair, problem);
      gj_compare_item_set_elsewhere (item, elsewhere);
      g_ptr_array_add (items, item);
    }
  if (order != GJ_ORDER_FORM)
    g_ptr_array_sort_with_data (items, compare_items, GUINT_TO_POINTER (order));
  mark_following (items);

  if (!has_items (self, items))
    g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                         items->pdata, items->len);
  gtk_widget_set_visible (self->nothing, items->len == 0);
}
