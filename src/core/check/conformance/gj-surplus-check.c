/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-conformance.h"

#include <string.h>

#include "gj-messages.h"

/* A14: a row of the document that held more numbers than the form has cells. Where every
 * number too many repeats one of the row and all relations of the row hold, the table was
 * torn by its layout and the note of the import is enough; else a number may stand in the
 * wrong cell. */

#define CHECK "A14"

/**
 * _gj_surplus_find_row:
 * @facts: facts
 * @surplus: values that had no cell
 * @table: (out): the table of the row
 * @row: (out): the row
 *
 * Returns: whether the form has the row that the values stood in
 */
gboolean
_gj_surplus_find_row (const GjFacts    *facts,
                      const GjSurplus  *surplus,
                      const GjTable   **table,
                      guint            *row)
{
  const char *slash = strchr (surplus->place, '/');
  gsize length;

  if (slash == NULL)
    return FALSE;

  length = slash - surplus->place;
  for (guint i = 0; i < gj_form_get_n_tables (facts->form); i++)
    {
      *table = gj_form_get_table (facts->form, i);

      if (strlen ((*table)->id) != length || strncmp ((*table)->id, surplus->place, length) != 0)
        continue;

      *row = gj_table_find_row (*table, slash + 1);
      return *row != GJ_NONE;
    }

  return FALSE;
}

static gboolean
repeats_cell (const GjFacts *facts,
              const GArray  *cells,
              const char    *text)
{
  GjNumberText number;

  gj_number_text_read (text, &number);

  for (guint i = 0; i < cells->len; i++)
    {
      const GjOperand *operand = &facts->operands[g_array_index (cells, guint, i)];

      if (!operand->is_present || operand->number.state != number.state)
        continue;
      if (number.state == GJ_NUMBER_READ &&
          gj_decimal_compare (&operand->number.value, &number.value) == 0)
        return TRUE;
    }

  return number.state == GJ_NUMBER_BLANK;
}

static gboolean
has_trouble (const GjFacts *facts,
             const GArray  *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      guint n_relations;
      const guint *relations;

      relations = gj_form_get_relations_of_cell (facts->form, g_array_index (cells, guint, i),
                                                 &n_relations);
      for (guint j = 0; j < n_relations; j++)
        if (facts->values[relations[j]].state == GJ_RELATION_VIOLATED ||
            facts->values[relations[j]].state == GJ_RELATION_UNASSESSABLE)
          return TRUE;
    }

  return FALSE;
}

static gboolean
is_layout_only (const GjFacts   *facts,
                const GjSurplus *surplus,
                const GArray    *cells)
{
  for (guint i = 0; surplus->values[i] != NULL; i++)
    if (!repeats_cell (facts, cells, surplus->values[i]))
      return FALSE;

  return !has_trouble (facts, cells);
}

static guint
count_present (const GjFacts *facts,
               const GArray  *cells)
{
  guint n = 0;

  for (guint i = 0; i < cells->len; i++)
    n += facts->operands[g_array_index (cells, guint, i)].is_present;

  return n;
}

static char *
format_message (const GjFacts   *facts,
                const GjSurplus *surplus,
                const GjTable   *table,
                guint            row,
                const GArray    *cells)
{
  guint n_surplus = g_strv_length (surplus->values);
  g_autofree char *values = g_strjoinv (C_("list", ", "), surplus->values);

  return g_strdup_printf (_("The row “%1$s” held %2$u numbers; the form has %3$u. "
                            "Left over: %4$s. A number may stand in the wrong cell."),
                          _gj_row_get_name (facts, table, row),
                          count_present (facts, cells) + n_surplus, cells->len, values);
}

/**
 * _gj_surplus_check:
 * @facts: facts
 * @surplus: index of a surplus in the report's source
 * @findings: where a finding goes
 *
 * Says that a row held too many numbers, unless that is only a matter of its layout.
 */
void
_gj_surplus_check (const GjFacts *facts,
                   guint          surplus,
                   GPtrArray     *findings)
{
  const GjSurplus *info = gj_source_get_surplus (gj_report_get_source (facts->report), surplus);
  g_autoptr (GArray) cells = NULL;
  g_autofree char *key = NULL;
  g_autofree char *texts = NULL;
  g_autofree char *values = NULL;
  g_autofree char *basis = NULL;
  GjFindingBuilder *builder;
  const GjTable *table;
  const guint *first;
  guint row;

  if (!gj_check_set_contains (facts->checks, CHECK) ||
      !_gj_surplus_find_row (facts, info, &table, &row))
    return;

  cells = _gj_row_list_cells (table, row);
  if (cells->len == 0 || is_layout_only (facts, info, cells))
    return;

  first = (const guint *) (gpointer) cells->data;
  texts = _gj_facts_dup_basis (facts, first, cells->len);
  values = g_strjoinv (";", info->values);
  basis = g_strconcat (texts, "+", values, NULL);

  builder = _gj_facts_begin_finding (facts, CHECK, GJ_SEVERITY_ERROR, GJ_OUTCOME_VIOLATED,
                                     table->section);
  gj_finding_builder_set_cells (builder, first, cells->len, first[0]);
  gj_finding_builder_set_basis (builder, basis);
  gj_finding_builder_take_words (builder, g_strdup (_("Too many numbers in a row")),
                                 format_message (facts, info, table, row, cells), NULL,
                                 g_strdup (gj_form_get_basis (facts->form)));

  key = g_strconcat (CHECK "/surplus/", info->place, NULL);
  _gj_facts_end_finding (facts, builder, key, findings);
}
