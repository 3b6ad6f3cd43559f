/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-totals.h"

/* A total is a cell that stands alone on one side of an equation. What is carried in or
 * out shares its side with another cell and is never computed. A total of totals is
 * computed from the totals as they should be: parts first, whatever the order of cells. */

typedef enum
{
  GJ_SUM_UNKNOWN,
  GJ_SUM_IN_WORK,
  GJ_SUM_NOTHING,
  GJ_SUM_UNREADABLE,
  GJ_SUM_KNOWN,
} GjSumState;

typedef struct
{
  GjReport   *report;
  GHashTable *held;
  GjSumState *states;
  GjSum      *sums;
} GjTotals;

static gboolean
stands_alone (const GjQuantity *one,
              const GjQuantity *other,
              guint             cell)
{
  if (one->n_terms != 1 || one->constant != 0 || one->terms[0].cell != cell ||
      one->terms[0].factor != 1 || one->terms[0].last_year || other->n_terms < 2)
    return FALSE;

  for (guint i = 0; i < other->n_terms; i++)
    if (other->terms[i].last_year || other->terms[i].cell == cell)
      return FALSE;

  return TRUE;
}

/* The quantity that the cell is the total of, or NULL. */

static const GjQuantity *
find_parts (const GjForm *form,
            guint         cell)
{
  guint n_relations;
  const guint *relations = gj_form_get_relations_of_cell (form, cell, &n_relations);

  for (guint i = 0; i < n_relations; i++)
    {
      const GjRelation *relation = gj_form_get_relation (form, relations[i]);

      if (relation->kind != GJ_RELATION_EQUAL || relation->when != NULL)
        continue;

      if (stands_alone (relation->left, relation->right, cell))
        return relation->right;

      if (stands_alone (relation->right, relation->left, cell))
        return relation->left;
    }

  return NULL;
}

static gboolean
is_held (GjTotals *self,
         guint     cell)
{
  return self->held != NULL && g_hash_table_contains (self->held, GUINT_TO_POINTER (cell));
}

static void
set_known (GjTotals        *self,
           guint            cell,
           const GjDecimal *value)
{
  gj_sum_init (&self->sums[cell]);
  gj_sum_add (&self->sums[cell], value, 1);
  self->states[cell] = GJ_SUM_KNOWN;
}

static void
read_cell (GjTotals *self,
           guint     cell)
{
  const GjNumberText *number = gj_report_has_cell (self->report, cell)
                                 ? gj_report_get_cell_number (self->report, cell) : NULL;

  if (number == NULL)
    self->states[cell] = GJ_SUM_NOTHING;
  else if (number->state == GJ_NUMBER_READ)
    set_known (self, cell, &number->value);
  else
    self->states[cell] = number->state == GJ_NUMBER_UNREADABLE ? GJ_SUM_UNREADABLE : GJ_SUM_NOTHING;
}

static void evaluate (GjTotals *self,
                      guint     cell);

/* Blank parts count as 0 beside others that are filled in; where all are blank there is
 * nothing to compute. */

static void
add_up (GjTotals         *self,
        guint             cell,
        const GjQuantity *parts)
{
  GjSumState state = GJ_SUM_NOTHING;
  GjSum sum;

  gj_sum_init (&sum);
  gj_sum_add_int (&sum, parts->constant);

  for (guint i = 0; i < parts->n_terms; i++)
    {
      const GjTerm *term = &parts->terms[i];
      GjDecimal value;

      evaluate (self, term->cell);

      if (self->states[term->cell] == GJ_SUM_NOTHING)
        continue;

      if (self->states[term->cell] != GJ_SUM_KNOWN || !gj_sum_to_decimal (&self->sums[term->cell], &value))
        {
          self->states[cell] = GJ_SUM_UNREADABLE;
          return;
        }

      gj_sum_add (&sum, &value, term->factor);
      state = GJ_SUM_KNOWN;
    }

  if (state == GJ_SUM_KNOWN)
    {
      self->sums[cell] = sum;
      self->states[cell] = GJ_SUM_KNOWN;
    }
  else
    read_cell (self, cell);
}

static void
evaluate (GjTotals *self,
          guint     cell)
{
  const GjQuantity *parts;

  /* Equations that go round in a circle compute nothing. */
  if (self->states[cell] == GJ_SUM_IN_WORK)
    self->states[cell] = GJ_SUM_UNREADABLE;

  if (self->states[cell] != GJ_SUM_UNKNOWN)
    return;

  parts = gj_report_has_cell (self->report, cell) && !is_held (self, cell)
          ? find_parts (gj_report_get_form (self->report), cell) : NULL;

  if (parts == NULL)
    {
      read_cell (self, cell);
      return;
    }

  self->states[cell] = GJ_SUM_IN_WORK;
  add_up (self, cell, parts);
}

static void
begin (GjTotals   *self,
       GjReport   *report,
       GHashTable *held)
{
  guint n_cells = gj_form_get_n_cells (gj_report_get_form (report));

  self->report = report;
  self->held = held;
  self->states = g_new0 (GjSumState, n_cells);
  self->sums = g_new0 (GjSum, n_cells);
}

static void
end (GjTotals *self)
{
  g_free (self->states);
  g_free (self->sums);
}

static void
total_free (gpointer data)
{
  GjTotal *total = data;

  g_free (total->old_text);
  g_free (total->new_text);
  g_free (total);
}

/**
 * gj_totals_is_total:
 * @form: a form
 * @cell: index of a cell
 *
 * Returns: whether an equation of the form makes the cell the sum of others
 */
gboolean
gj_totals_is_total (const GjForm *form,
                    guint         cell)
{
  g_return_val_if_fail (form != NULL, FALSE);

  return find_parts (form, cell) != NULL;
}

/**
 * gj_totals_compute_cell:
 * @report: a report
 * @cell: index of a cell
 *
 * Adds up the parts of one total as they stand in the report: a part that is itself a
 * total counts with the text that it has.
 *
 * Returns: (transfer full) (nullable): the sum, or %NULL when the cell is no total, when
 *   all parts are blank or one cannot be read
 */
char *
gj_totals_compute_cell (GjReport *report,
                        guint     cell)
{
  const GjQuantity *parts;
  GjTotals self;
  char *text = NULL;
  gboolean has_parts = FALSE;

  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);

  parts = find_parts (gj_report_get_form (report), cell);

  if (parts == NULL)
    return NULL;

  begin (&self, report, NULL);

  for (guint i = 0; i < parts->n_terms; i++)
    {
      read_cell (&self, parts->terms[i].cell);
      has_parts |= self.states[parts->terms[i].cell] == GJ_SUM_KNOWN;
    }

  add_up (&self, cell, parts);

  if (has_parts && self.states[cell] == GJ_SUM_KNOWN)
    text = gj_sum_to_string (&self.sums[cell]);

  end (&self);

  return text;
}

static gboolean
differs (GjTotals *self,
         guint     cell)
{
  const GjNumberText *number = gj_report_get_cell_number (self->report, cell);
  GjSum old;

  if (number == NULL || number->state != GJ_NUMBER_READ)
    return TRUE;

  gj_sum_init (&old);
  gj_sum_add (&old, &number->value, 1);

  return gj_sum_compare (&old, &self->sums[cell]) != 0;
}

static void
add_total (GjTotals  *self,
           GPtrArray *totals,
           guint      cell)
{
  GjTotal *total = g_new0 (GjTotal, 1);

  total->cell = cell;
  total->old_text = g_strdup (gj_report_get_cell_text (self->report, cell));
  total->new_text = gj_sum_to_string (&self->sums[cell]);
  g_ptr_array_add (totals, total);
}

/**
 * gj_totals_compute:
 * @report: a report
 * @table: index of a table of its form
 *
 * Computes every total of a table from its parts. Nothing is changed.
 *
 * Returns: (transfer full) (element-type GjTotal): the totals that differ from what
 *   stands in the report, in the order of cells
 */
GPtrArray *
gj_totals_compute (GjReport *report,
                   guint     table)
{
  return gj_totals_compute_rest (report, table, NULL);
}

/**
 * gj_totals_compute_rest:
 * @report: a report
 * @table: index of a table of its form
 * @held: (nullable) (element-type guint): totals that are to stay as they are
 *
 * Like gj_totals_compute(), but totals in @held are left out, and count with the text that
 * they have where they are parts of others.
 *
 * Returns: (transfer full) (element-type GjTotal): the totals that differ from what
 *   stands in the report, in the order of cells
 */
GPtrArray *
gj_totals_compute_rest (GjReport   *report,
                        guint       table,
                        GHashTable *held)
{
  GPtrArray *totals = g_ptr_array_new_with_free_func (total_free);
  const GjForm *form;
  const GjTable *place;
  GjTotals self;

  g_return_val_if_fail (GJ_IS_REPORT (report), totals);

  form = gj_report_get_form (report);
  g_return_val_if_fail (table < gj_form_get_n_tables (form), totals);

  place = gj_form_get_table (form, table);
  begin (&self, report, held);

  for (guint cell = place->first_cell; cell < place->first_cell + place->n_cells; cell++)
    {
      if (!gj_report_has_cell (report, cell) || is_held (&self, cell) ||
          find_parts (form, cell) == NULL)
        continue;

      evaluate (&self, cell);

      if (self.states[cell] == GJ_SUM_KNOWN && differs (&self, cell))
        add_total (&self, totals, cell);
    }

  end (&self);

  return totals;
}

static gboolean
would_write (GPtrArray  *totals,
             guint       cell,
             const char *text)
{
  for (guint i = 0; i < totals->len; i++)
    {
      const GjTotal *total = g_ptr_array_index (totals, i);

      if (total->cell == cell && g_str_equal (total->new_text, text))
        return TRUE;
    }

  return FALSE;
}

/**
 * gj_totals_find_doubt:
 * @totals: (element-type GjTotal): what would be written
 * @cell: one of them
 * @findings: (element-type GjFinding): the findings of the report
 *
 * A total need not be the wrong side of its sum: where a finding has found out that one of
 * the parts is, writing the total would spoil what is right.
 *
 * Returns: (transfer full) (nullable): the finding that offers to change another cell
 */
GjFinding *
gj_totals_find_doubt (GPtrArray  *totals,
                      guint       cell,
                      GListModel *findings)
{
  g_return_val_if_fail (totals != NULL, NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (findings), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (GjFinding) finding = g_list_model_get_item (findings, i);
      const char *text;
      guint other;

      if (gj_finding_get_outcome (finding) == GJ_OUTCOME_VIOLATED && gj_finding_has_cell (finding, cell)
          && gj_finding_get_remedy (finding, &other, &text) && other != cell
          && !would_write (totals, other, text))
        return g_steal_pointer (&finding);
    }

  return NULL;
}

/**
 * gj_totals_make_edit:
 * @report: the report that the totals were computed for
 * @totals: (element-type GjTotal): the totals to write
 * @label: the name of the step
 *
 * Returns: (transfer full): one step that writes the totals
 */
GjEdit *
gj_totals_make_edit (GjReport   *report,
                     GPtrArray  *totals,
                     const char *label)
{
  GjEdit *edit = gj_edit_new (label);

  for (guint i = 0; i < totals->len; i++)
    {
      const GjTotal *total = g_ptr_array_index (totals, i);

      gj_edit_set_cell (edit, report, total->cell, total->new_text);
    }

  return edit;
}
