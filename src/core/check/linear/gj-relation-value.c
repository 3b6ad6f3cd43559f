/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-linear.h"

#include "years/gj-last-year.h"

/* What a relation amounts to. An absent cell leaves the relation; a blank one is tried
 * as 0, and when that does not fit nothing is said about right or wrong; an unreadable
 * one makes the relation unassessable. */

typedef struct
{
  GjSum sum;
  guint n_terms;
  guint n_present;
  guint n_numbers;
  guint n_blank;
  guint n_unreadable;
} GjSide;

static void
side_add_operand (GjSide          *side,
                  const GjOperand *operand,
                  gint64           factor)
{
  side->n_present++;

  switch (operand->number.state)
    {
    case GJ_NUMBER_READ:
      gj_sum_add (&side->sum, &operand->number.value, factor);
      side->n_numbers++;
      break;

    case GJ_NUMBER_BLANK:
    case GJ_NUMBER_NONE:
      side->n_blank++;
      break;

    case GJ_NUMBER_UNREADABLE:
    default:
      side->n_unreadable++;
      break;
    }
}

static void
side_add_trial (GjSide      *side,
                const GjSum *value,
                gint64       factor)
{
  side->sum.millionths += value->millionths * factor;
  side->n_present++;
  side->n_numbers++;
}

static gboolean
side_add_past (GjSide       *side,
               const GjPast *past,
               gint64        factor)
{
  if (past->state == GJ_PAST_ABSENT)
    return FALSE;

  side->sum.millionths += past->sum.millionths * factor;
  side->n_present++;
  side->n_numbers += past->state == GJ_PAST_NUMBER;
  side->n_blank += past->state == GJ_PAST_BLANK;
  side->n_unreadable += past->state == GJ_PAST_UNREADABLE;

  return TRUE;
}

static gboolean
side_read_last_cell (GjSide        *side,
                     const GjFacts *facts,
                     const GjTerm  *term)
{
  const GjYearPair *pair = NULL;

  if (_gj_last_year_is_asked (facts->last))
    pair = _gj_last_year_find_cell (facts->last, term->cell);

  return pair != NULL && side_add_past (side, &pair->past, term->factor);
}

/* The side of a relation that stands in the other form. */
static gboolean
side_read_last_form (GjSide           *side,
                     const GjFacts    *facts,
                     const GjRelation *relation)
{
  const GjQuantity *quantity = NULL;
  GjPast past;

  *side = (GjSide) { .n_terms = 1 };
  gj_sum_init (&side->sum);

  if (_gj_last_year_is_asked (facts->last))
    quantity = _gj_last_year_find_quantity (facts->last, relation);
  if (quantity == NULL)
    return FALSE;

  _gj_last_year_read_quantity (facts->last, quantity, &past);

  return side_add_past (side, &past, 1);
}

/* Returns FALSE when the quantity speaks of something that last year's report has not, or
 * when there is no such report: what is not known cannot be compared. */
static gboolean
side_read (GjSide           *side,
           const GjFacts    *facts,
           const GjQuantity *quantity,
           const GjTrial    *trial)
{
  *side = (GjSide) { .n_terms = quantity->n_terms };
  gj_sum_init (&side->sum);
  gj_sum_add_int (&side->sum, quantity->constant);

  for (guint i = 0; i < quantity->n_terms; i++)
    {
      const GjTerm *term = &quantity->terms[i];
      const GjOperand *operand = &facts->operands[term->cell];

      if (term->last_year)
        {
          if (!side_read_last_cell (side, facts, term))
            return FALSE;
        }
      else if (trial != NULL && trial->cell == term->cell)
        {
          side_add_trial (side, &trial->value, term->factor);
        }
      else if (operand->is_present)
        {
          side_add_operand (side, operand, term->factor);
        }
    }

  return TRUE;
}

static gboolean
side_read_right (GjSide           *side,
                 const GjFacts    *facts,
                 const GjRelation *relation,
                 const GjTrial    *trial)
{
  if (relation->last_form != NULL)
    return side_read_last_form (side, facts, relation);

  return side_read (side, facts, relation->right, trial);
}

/* While nothing is filled in yet there is nothing to hold against last year. */
static gboolean
is_too_early (const GjFacts    *facts,
              const GjRelation *relation)
{
  return relation->across_years &&
         (!_gj_last_year_is_asked (facts->last) ||
          _gj_facts_is_table_blank (facts, gj_form_get_cell (facts->form, relation->cells[0])->table));
}

/* A side whose cells are all absent is no side: there is nothing to compare with. */
static gboolean
side_is_gone (const GjSide *side)
{
  return side->n_terms > 0 && side->n_present == 0;
}

static gboolean
is_met (GjRelationKind kind,
        const GjSum   *left,
        const GjSum   *right)
{
  switch (kind)
    {
    case GJ_RELATION_EQUAL:
      return gj_sum_compare (left, right) == 0;

    case GJ_RELATION_AT_MOST:
      return gj_sum_compare (left, right) <= 0;

    case GJ_RELATION_ZERO_TOGETHER:
      return (gj_sum_get_sign (left) == 0) == (gj_sum_get_sign (right) == 0);

    case GJ_RELATION_ZERO_IMPLIES:
    default:
      return gj_sum_get_sign (left) != 0 || gj_sum_get_sign (right) == 0;
    }
}

/* What is not known cannot matter when 0 is implied of what is 0, or by what is not. */
static gboolean
is_decided (GjRelationKind  kind,
            const GjSide   *left,
            const GjSide   *right)
{
  if (kind != GJ_RELATION_ZERO_IMPLIES)
    return FALSE;

  return (left->n_unreadable + left->n_blank == 0 && gj_sum_get_sign (&left->sum) != 0) ||
         (right->n_unreadable + right->n_blank == 0 && gj_sum_get_sign (&right->sum) == 0);
}

/**
 * _gj_relation_evaluate:
 * @facts: facts
 * @relation: a relation of their form
 * @trial: (nullable): a cell that is taken to hold another number
 * @out: (out): state and sides
 *
 * Finds whether the relation holds. @facts' own values are neither used nor changed.
 */
void
_gj_relation_evaluate (const GjFacts    *facts,
                       const GjRelation *relation,
                       const GjTrial    *trial,
                       GjRelationValue  *out)
{
  GjSide left;
  GjSide right;
  GjSide when = { 0 };

  out->state = GJ_RELATION_SILENT;
  gj_sum_init (&out->left);
  gj_sum_init (&out->right);

  if (is_too_early (facts, relation) || !side_read (&left, facts, relation->left, trial) ||
      !side_read_right (&right, facts, relation, trial) ||
      (relation->when != NULL && !side_read (&when, facts, relation->when, trial)))
    return;

  if (side_is_gone (&left) || side_is_gone (&right) || side_is_gone (&when) ||
      left.n_numbers + left.n_unreadable + right.n_numbers + right.n_unreadable == 0)
    return;

  if (relation->when != NULL && when.n_unreadable == 0 && gj_sum_get_sign (&when.sum) <= 0)
    return;

  out->left = left.sum;
  out->right = right.sum;

  if (is_decided (relation->kind, &left, &right))
    out->state = GJ_RELATION_HOLDS;
  else if (left.n_unreadable + right.n_unreadable > 0)
    out->state = GJ_RELATION_UNASSESSABLE;
  else if (is_met (relation->kind, &left.sum, &right.sum))
    out->state = GJ_RELATION_HOLDS;
  else if (when.n_unreadable > 0 || left.n_blank + right.n_blank + when.n_blank > 0)
    out->state = GJ_RELATION_UNASSESSABLE;
  else
    out->state = GJ_RELATION_VIOLATED;
}

static gboolean
is_single (const GjQuantity *quantity)
{
  return quantity->n_terms == 1 && quantity->constant == 0 && quantity->terms[0].factor == 1 &&
         !quantity->terms[0].last_year;
}

/**
 * _gj_relation_find_total:
 * @relation: a relation
 *
 * Returns: the cell that alone makes one side, being the sum of the cells of the other
 *          side, or %GJ_NONE
 */
guint
_gj_relation_find_total (const GjRelation *relation)
{
  if (relation->kind != GJ_RELATION_EQUAL)
    return GJ_NONE;
  if (is_single (relation->right) && relation->left->n_terms > 1)
    return relation->right->terms[0].cell;
  if (is_single (relation->left) && relation->right->n_terms > 1)
    return relation->left->terms[0].cell;

  return GJ_NONE;
}

static guint
find_present (const GjFacts    *facts,
              const GjQuantity *quantity)
{
  for (guint i = 0; i < quantity->n_terms; i++)
    if (!quantity->terms[i].last_year && facts->operands[quantity->terms[i].cell].is_present)
      return quantity->terms[i].cell;

  return GJ_NONE;
}

/**
 * _gj_relation_find_main_cell:
 * @facts: facts
 * @relation: a relation of their form
 *
 * Returns: the cell to go to first: the total, or the first cell of the side that should
 *          follow from the other
 */
guint
_gj_relation_find_main_cell (const GjFacts    *facts,
                             const GjRelation *relation)
{
  guint cell = _gj_relation_find_total (relation);

  /* A total of 0 beside parts that are not: the total is what was forgotten. */
  if (cell == GJ_NONE && relation->kind == GJ_RELATION_ZERO_IMPLIES && relation->left->n_terms == 1)
    cell = find_present (facts, relation->left);
  if (cell == GJ_NONE && relation->kind != GJ_RELATION_AT_MOST)
    cell = find_present (facts, relation->right);
  if (cell == GJ_NONE)
    cell = find_present (facts, relation->left);
  if (cell == GJ_NONE)
    cell = find_present (facts, relation->right);

  return cell;
}

static gint64
quantity_get_factor (const GjQuantity *quantity,
                     guint             cell)
{
  gint64 factor = 0;

  for (guint i = 0; i < quantity->n_terms; i++)
    if (quantity->terms[i].cell == cell && !quantity->terms[i].last_year)
      factor += quantity->terms[i].factor;

  return factor;
}

/**
 * _gj_relation_get_factor:
 * @relation: a relation
 * @cell: a cell
 *
 * Returns: by how much left minus right grows when the cell grows by 1
 */
gint64
_gj_relation_get_factor (const GjRelation *relation,
                         guint             cell)
{
  return quantity_get_factor (relation->left, cell) -
         quantity_get_factor (relation->right, cell);
}
