/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-past-cells.h"

/* The cell that a relation says how to go on with, or GJ_NONE. */

guint
_gj_past_find_cell (const GjRelation *relation)
{
  const GjQuantity *left = relation->left;
  gboolean has_past = FALSE;

  if (relation->kind != GJ_RELATION_EQUAL || relation->when != NULL || relation->right == NULL ||
      left->n_terms != 1 || left->constant != 0 ||
      left->terms[0].factor != 1 || left->terms[0].last_year)
    return GJ_NONE;

  for (guint i = 0; i < relation->right->n_terms; i++)
    has_past |= relation->right->terms[i].last_year;

  return has_past ? left->terms[0].cell : GJ_NONE;
}

/* What the form says about a cell and a report in another form; (nullable). */

const GjEquivalent *
_gj_past_find_equivalent (GjForm *form,
                          guint   cell,
                          GjForm *last_form)
{
  const char *id = gj_form_get_id (last_form);

  for (guint i = 0; i < gj_form_get_n_equivalents (form); i++)
    {
      const GjEquivalent *equivalent = gj_form_get_equivalent (form, i);
      const GjQuantity *quantity = equivalent->quantity;

      if (g_str_equal (equivalent->form, id) && quantity->n_terms == 1 &&
          quantity->terms[0].cell == cell && quantity->terms[0].factor == 1 &&
          !quantity->terms[0].last_year && quantity->constant == 0)
        return equivalent;
    }

  return NULL;
}

static gboolean
add_cell (GjReport *last,
          guint     cell,
          gint64    factor,
          GjSum    *sum)
{
  const GjNumberText *number = gj_report_get_cell_number (last, cell);

  if (!gj_report_has_cell (last, cell) || number->state != GJ_NUMBER_READ)
    return FALSE;

  gj_sum_add (sum, &number->value, factor);

  return TRUE;
}

/* The number that last year's report states where this year's form has @cell. Only what is
 * plainly a number is taken: a blank may mean 0 and may mean forgotten. */

gboolean
_gj_past_read_cell (GjForm    *form,
                    guint      cell,
                    GjReport  *last,
                    GjDecimal *out)
{
  GjForm *last_form = gj_report_get_form (last);
  const GjEquivalent *equivalent;
  const GjQuantity *quantity;
  GjSum sum;

  gj_sum_init (&sum);
  if (g_str_equal (gj_form_get_id (form), gj_form_get_id (last_form)))
    return add_cell (last, cell, 1, &sum) && gj_sum_to_decimal (&sum, out);

  equivalent = _gj_past_find_equivalent (form, cell, last_form);
  if (equivalent == NULL || equivalent->other == NULL)
    return FALSE;

  quantity = gj_form_find_quantity (last_form, equivalent->other);
  if (quantity == NULL || quantity->n_terms == 0)
    return FALSE;

  gj_sum_add_int (&sum, quantity->constant);
  for (guint i = 0; i < quantity->n_terms; i++)
    if (quantity->terms[i].last_year ||
        !add_cell (last, quantity->terms[i].cell, quantity->terms[i].factor, &sum))
      return FALSE;

  return gj_sum_to_decimal (&sum, out);
}
