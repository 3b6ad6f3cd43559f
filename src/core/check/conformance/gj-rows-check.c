/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-conformance.h"

#include <string.h>

#include "gj-messages.h"

/* A14: the rows and cells that the form has and the document has not. For a row that the
 * form lets a check of its own ask for (B09), that one does. What a known variant of the
 * form explains is silent. */

#define CHECK "A14"

static const GjVariant *
get_variant (const GjFacts *facts,
             const GjTable *table)
{
  const GjVariant *variant;

  if (facts->variant == NULL)
    return NULL;

  variant = gj_form_find_variant (facts->form, facts->variant);
  if (variant == NULL || gj_form_get_table (facts->form, variant->table) != table)
    return NULL;

  return variant;
}

/**
 * _gj_row_get_name:
 * @facts: facts
 * @table: a table of their form
 * @row: index of a row in the table
 *
 * Returns: the words by which findings name the row
 */
const char *
_gj_row_get_name (const GjFacts *facts,
                  const GjTable *table,
                  guint          row)
{
  const GjVariant *variant = get_variant (facts, table);

  if (variant != NULL && variant->row == row)
    return gj_label_get_current (&variant->name);

  return gj_label_get_current (&table->rows[row].name);
}

/**
 * _gj_row_list_cells:
 * @table: a table
 * @row: index of a row in the table
 *
 * Returns: (transfer full) (element-type guint): the cells that the form has in the row
 */
GArray *
_gj_row_list_cells (const GjTable *table,
                    guint          row)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint column = 0; column < table->n_columns; column++)
    {
      guint cell = gj_table_find_cell (table, row, column);

      if (cell != GJ_NONE)
        g_array_append_val (cells, cell);
    }

  return cells;
}

static gboolean
is_explained (const GjVariant *variant,
              guint            row)
{
  if (variant == NULL)
    return FALSE;

  for (guint i = 0; i < variant->n_absent_rows; i++)
    if (variant->absent_rows[i] == row)
      return TRUE;

  return FALSE;
}

/* Which cells are there and which are not: what they hold does not matter. */
static char *
format_basis (const GjFacts *facts,
              const guint   *cells,
              guint          n_cells)
{
  GString *basis = g_string_new (NULL);

  for (guint i = 0; i < n_cells; i++)
    g_string_append_c (basis, facts->operands[cells[i]].is_present ? '=' : '~');

  return g_string_free (basis, FALSE);
}

static void
add_finding (const GjFacts *facts,
             const GjTable *table,
             const char    *check,
             const guint   *cells,
             guint          n_cells,
             const char    *key,
             char          *title,
             char          *message,
             GPtrArray     *findings)
{
  g_autofree char *basis = format_basis (facts, cells, n_cells);
  GjFindingBuilder *builder;

  builder = _gj_facts_begin_finding (facts, check,
                                     strcmp (check, CHECK) == 0 ? GJ_SEVERITY_ERROR
                                                                : GJ_SEVERITY_WARNING,
                                     GJ_OUTCOME_VIOLATED, table->section);
  gj_finding_builder_set_cells (builder, cells, n_cells, cells[0]);
  gj_finding_builder_set_basis (builder, basis);
  gj_finding_builder_take_words (builder, title, message, NULL,
                                 g_strdup (gj_form_get_basis (facts->form)));
  _gj_facts_end_finding (facts, builder, key, findings);
}

static void
add_table_finding (const GjFacts *facts,
                   const GjTable *table,
                   GPtrArray     *findings)
{
  g_autofree char *key = g_strconcat (CHECK "/", table->id, NULL);
  g_autofree guint *cells = g_new (guint, table->n_cells);

  for (guint i = 0; i < table->n_cells; i++)
    cells[i] = table->first_cell + i;

  add_finding (facts, table, CHECK, cells, table->n_cells, key, g_strdup (_("The table is missing")),
               g_strdup (_("The form has a table here; the report has none.")), findings);
}

static void
check_row (const GjFacts *facts,
           const GjTable *table,
           guint          row,
           GPtrArray     *findings)
{
  const char *name = _gj_row_get_name (facts, table, row);
  const char *check = CHECK;
  g_autoptr (GArray) cells = NULL;
  g_autofree char *key = NULL;
  guint n_present = 0;
  char *message;

  cells = _gj_row_list_cells (table, row);
  for (guint i = 0; i < cells->len; i++)
    n_present += facts->operands[g_array_index (cells, guint, i)].is_present;

  if (n_present == 0 && table->rows[row].absent_check != NULL)
    check = table->rows[row].absent_check;
  if (n_present == cells->len || !gj_check_set_contains (facts->checks, check))
    return;

  if (n_present == 0)
    message = g_strdup_printf (_("The report has no row “%s”, which the form has."), name);
  else
    message = g_strdup_printf (_("The row “%1$s” has %2$u cells; the form has %3$u."),
                               name, n_present, cells->len);

  key = g_strdup_printf ("%s/%s/%s", check, table->id, table->rows[row].id);
  add_finding (facts, table, check, (const guint *) (gpointer) cells->data, cells->len, key,
               g_strdup (n_present == 0 ? _("A row is missing") : _("A row is too short")),
               message, findings);
}

/**
 * _gj_rows_check:
 * @facts: facts
 * @table: index of a table
 * @findings: where findings go
 *
 * Names the rows that are missing or too short.
 */
void
_gj_rows_check (const GjFacts *facts,
                guint          table,
                GPtrArray     *findings)
{
  const GjTable *info = gj_form_get_table (facts->form, table);
  const GjVariant *variant;

  if (facts->tables[table].n_present == info->n_cells)
    return;

  if (facts->tables[table].n_present == 0)
    {
      if (gj_check_set_contains (facts->checks, CHECK))
        add_table_finding (facts, info, findings);
      return;
    }

  variant = get_variant (facts, info);
  for (guint row = 0; row < info->n_rows; row++)
    if (!is_explained (variant, row))
      check_row (facts, info, row, findings);
}
