/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-xlsx-private.h"

/* Which cells are sums. A relation that says one cell equals several others makes that
 * cell a formula, as long as the report holds what the formula gives. Where it does not,
 * the report's own number stays, marked and with a remark: a workbook repairs nothing. */

#define MAX_DEPTH 8

/**
 * _gj_xlsx_to_double:
 * @sum: an exact number
 *
 * Returns: the same for a workbook, which has no exact ones
 */
double
_gj_xlsx_to_double (const GjSum *sum)
{
  g_autofree char *text = gj_sum_to_string (sum);

  return g_ascii_strtod (text, NULL);
}

/**
 * _gj_xlsx_add_up:
 * @self: a workbook
 * @quantity: a quantity
 * @sum: (out): what a workbook makes of it: the cells that are numbers, added up
 *
 * Returns: whether that is what the quantity amounts to: no cell in it is text that means
 *          a number or cannot be read, and none is of last year
 */
gboolean
_gj_xlsx_add_up (GjXlsx           *self,
                 const GjQuantity *quantity,
                 GjSum            *sum)
{
  gboolean is_whole = TRUE;

  gj_sum_init (sum);
  gj_sum_add_int (sum, quantity->constant);
  for (guint i = 0; i < quantity->n_terms; i++)
    {
      const GjTerm *term = &quantity->terms[i];
      const GjXlsxCell *cell = &self->cells[term->cell];

      if (term->last_year)
        is_whole = FALSE;
      else if (cell->table != GJ_NONE && cell->is_number)
        gj_sum_add (sum, &cell->number.value, term->factor);
      else if (cell->table != GJ_NONE && cell->number.state != GJ_NUMBER_BLANK &&
               cell->number.state != GJ_NUMBER_NONE)
        is_whole = FALSE;
    }

  return is_whole;
}

/* The one cell that a side is, or GJ_NONE. */
static guint
get_single (const GjQuantity *quantity)
{
  if (quantity->n_terms != 1 || quantity->constant != 0 || quantity->terms[0].factor != 1 ||
      quantity->terms[0].last_year)
    return GJ_NONE;

  return quantity->terms[0].cell;
}

static gboolean
depends_on (GjXlsx           *self,
            const GjQuantity *quantity,
            guint             target,
            guint             depth)
{
  if (depth == 0)
    return TRUE;
  for (guint i = 0; i < quantity->n_terms; i++)
    {
      guint cell = quantity->terms[i].cell;

      if (cell == target ||
          (self->cells[cell].sum != NULL && depends_on (self, self->cells[cell].sum, target, depth - 1)))
        return TRUE;
    }

  return FALSE;
}

static guint
count_written (GjXlsx           *self,
               const GjQuantity *quantity)
{
  guint n = 0;

  for (guint i = 0; i < quantity->n_terms; i++)
    n += self->cells[quantity->terms[i].cell].table != GJ_NONE;

  return n;
}

static void
add_remark (GjXlsxCell       *cell,
            const GjRelation *relation,
            const GjQuantity *parts,
            const GjSum      *sum)
{
  g_autofree char *should = gj_sum_to_string (sum);
  g_autofree char *is = gj_decimal_to_string (&cell->number.value);

  if (cell->remark == NULL)
    cell->remark = g_string_new (NULL);
  else
    g_string_append_c (cell->remark, '\n');
  g_string_append_printf (cell->remark, "%s，%s：%s为%s，报告填报%s。", relation->title.zh, relation->subject.zh,
                          parts->name.zh, should, is);
}

static void
plan_sum (GjXlsx           *self,
          const GjRelation *relation,
          const GjQuantity *stated,
          const GjQuantity *parts)
{
  guint index = get_single (stated);
  GjXlsxCell *cell;
  GjSum sum, value;

  if (index == GJ_NONE || parts->n_terms < 2 || count_written (self, parts) == 0)
    return;
  cell = &self->cells[index];
  if (cell->table == GJ_NONE || cell->number.state != GJ_NUMBER_READ || !_gj_xlsx_add_up (self, parts, &sum))
    return;

  gj_sum_init (&value);
  gj_sum_add (&value, &cell->number.value, 1);
  if (gj_sum_compare (&value, &sum) != 0)
    add_remark (cell, relation, parts, &sum);
  else if (cell->is_number && cell->sum == NULL && !depends_on (self, parts, index, MAX_DEPTH))
    cell->sum = parts;
}

/**
 * _gj_xlsx_plan_sums:
 * @self: a workbook whose cells have their places
 */
void
_gj_xlsx_plan_sums (GjXlsx *self)
{
  for (guint i = 0; i < gj_form_get_n_relations (self->form); i++)
    {
      const GjRelation *relation = gj_form_get_relation (self->form, i);

      if (relation->kind != GJ_RELATION_EQUAL || relation->when != NULL || relation->remark ||
          relation->across_years)
        continue;
      plan_sum (self, relation, relation->right, relation->left);
      plan_sum (self, relation, relation->left, relation->right);
    }
}
