/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-linear.h"

#include <string.h>

/* "Change to N". A broken equation is offered a new value for one of its cells when
 *
 * - with that value every relation that the cell is in holds, as far as it can be asked,
 * - at least one other equation, broken as well, is mended by it,
 * - no other cell of the equation does the same.
 *
 * One wrong cell breaks every equation that it is in, and no cell beside it is in all of
 * them: what is offered for a single fault is therefore the cell that is wrong, be it a
 * part or a total. When a part was wrong before the sums were made from it the other
 * equations of the cells hold, and nothing is offered.
 *
 * A total that no other equation knows (table four) cannot be told from its parts. It is
 * still offered, with the words "if the parts are right": after a part was edited that is
 * what is wanted. */

typedef enum
{
  GJ_ANSWER_NO,
  GJ_ANSWER_FITS,
  GJ_ANSWER_CONFIRMED,
} GjAnswer;

static gboolean
can_hold (const GjFacts   *facts,
          guint            cell,
          const GjDecimal *value)
{
  switch (gj_form_get_cell (facts->form, cell)->type)
    {
    case GJ_CELL_COUNT:
      return gj_decimal_is_integer (value) && gj_decimal_get_sign (value) >= 0;

    case GJ_CELL_CHANGE:
      return gj_decimal_is_integer (value);

    case GJ_CELL_AMOUNT:
      return gj_decimal_get_sign (value) >= 0;

    case GJ_CELL_TEXT:
    default:
      return FALSE;
    }
}

/* Which number would make the equation hold, if there is one. */
static gboolean
solve (const GjFacts *facts,
       guint          relation,
       guint          cell,
       GjSum         *out)
{
  const GjRelationValue *value = &facts->values[relation];
  const GjOperand *operand = &facts->operands[cell];
  gint64 factor = _gj_relation_get_factor (gj_form_get_relation (facts->form, relation), cell);
  GjSum gap = value->right;

  if (factor == 0 || !operand->is_present || operand->number.state != GJ_NUMBER_READ)
    return FALSE;

  gj_sum_subtract (&gap, &value->left);
  if (gap.millionths % factor != 0)
    return FALSE;

  gj_sum_init (out);
  gj_sum_add (out, &operand->number.value, 1);
  out->millionths += gap.millionths / factor;

  return TRUE;
}

static GjAnswer
ask_relation (const GjFacts *facts,
              guint          index,
              const GjTrial *trial)
{
  const GjRelation *relation = gj_form_get_relation (facts->form, index);
  GjRelationState state = facts->values[index].state;
  GjRelationValue value;

  if (state == GJ_RELATION_UNASSESSABLE)
    return GJ_ANSWER_FITS;

  _gj_relation_evaluate (facts, relation, trial, &value);
  if (value.state == GJ_RELATION_VIOLATED)
    return GJ_ANSWER_NO;

  return relation->kind == GJ_RELATION_EQUAL && state == GJ_RELATION_VIOLATED
         ? GJ_ANSWER_CONFIRMED : GJ_ANSWER_FITS;
}

static GjAnswer
ask_others (const GjFacts *facts,
            guint          relation,
            const GjTrial *trial)
{
  GjAnswer best = GJ_ANSWER_FITS;
  guint n_relations;
  const guint *relations = gj_form_get_relations_of_cell (facts->form, trial->cell, &n_relations);

  for (guint i = 0; i < n_relations; i++)
    {
      GjAnswer answer;

      if (relations[i] == relation)
        continue;

      answer = ask_relation (facts, relations[i], trial);
      if (answer == GJ_ANSWER_NO)
        return GJ_ANSWER_NO;
      best = MAX (best, answer);
    }

  return best;
}

/* Nearly every cell of a broken equation is in another one that holds, and would break
 * that: no number needs to be worked out for it. */
static gboolean
would_break_another (const GjFacts *facts,
                     guint          relation,
                     guint          cell)
{
  guint n_relations;
  const guint *relations = gj_form_get_relations_of_cell (facts->form, cell, &n_relations);

  for (guint i = 0; i < n_relations; i++)
    if (relations[i] != relation && facts->values[relations[i]].state == GJ_RELATION_HOLDS &&
        gj_form_get_relation (facts->form, relations[i])->kind == GJ_RELATION_EQUAL &&
        _gj_relation_get_factor (gj_form_get_relation (facts->form, relations[i]), cell) != 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_alone (const GjFacts *facts,
          guint          relation,
          guint          cell)
{
  guint n_relations;
  const guint *relations = gj_form_get_relations_of_cell (facts->form, cell, &n_relations);

  for (guint i = 0; i < n_relations; i++)
    {
      const GjRelation *other = gj_form_get_relation (facts->form, relations[i]);

      if (relations[i] != relation && other->kind == GJ_RELATION_EQUAL &&
          (!other->across_years || facts->values[relations[i]].state != GJ_RELATION_SILENT))
        return FALSE;
    }

  return TRUE;
}

static GjAnswer
try_cell (const GjFacts *facts,
          guint          relation,
          guint          cell,
          GjDecimal     *out)
{
  GjTrial trial = { .cell = cell };

  if (would_break_another (facts, relation, cell) ||
      !solve (facts, relation, cell, &trial.value) ||
      !gj_sum_to_decimal (&trial.value, out) || !can_hold (facts, cell, out))
    return GJ_ANSWER_NO;

  return ask_others (facts, relation, &trial);
}

/**
 * _gj_remedy_find:
 * @facts: facts
 * @relation: index of a relation
 * @out: (out): the change that is offered
 *
 * Looks for the one cell of a broken equation that is plainly wrong.
 */
void
_gj_remedy_find (const GjFacts *facts,
                 guint          relation,
                 GjRemedy      *out)
{
  const GjRelation *equation = gj_form_get_relation (facts->form, relation);
  guint total = _gj_relation_find_total (equation);

  *out = (GjRemedy) { .cell = GJ_NONE };

  if (equation->kind != GJ_RELATION_EQUAL ||
      facts->values[relation].state != GJ_RELATION_VIOLATED)
    return;

  for (guint i = 0; i < equation->n_cells; i++)
    {
      GjDecimal value;

      if (try_cell (facts, relation, equation->cells[i], &value) != GJ_ANSWER_CONFIRMED)
        continue;

      if (out->cell != GJ_NONE)
        {
          *out = (GjRemedy) { .cell = GJ_NONE };
          return;
        }

      *out = (GjRemedy) { .cell = equation->cells[i], .value = value, .is_sure = TRUE };
    }

  if (out->cell == GJ_NONE && total != GJ_NONE && is_alone (facts, relation, total) &&
      try_cell (facts, relation, total, &out->value) == GJ_ANSWER_FITS)
    out->cell = total;
}

/**
 * _gj_remedy_is_offered:
 * @facts: facts
 * @relation: index of a relation
 * @finding: a finding about the relation as its own cells are now
 *
 * How sure a remedy is follows from its cell, and the words from both.
 *
 * Returns: whether @finding still offers what should be offered
 */
gboolean
_gj_remedy_is_offered (const GjFacts *facts,
                       guint          relation,
                       GjFinding     *finding)
{
  g_autofree char *text = NULL;
  const char *old_text;
  guint old_cell;
  GjRemedy remedy;

  _gj_remedy_find (facts, relation, &remedy);
  if (!gj_finding_get_remedy (finding, &old_cell, &old_text))
    return remedy.cell == GJ_NONE;
  if (remedy.cell != old_cell)
    return FALSE;

  text = gj_decimal_to_string (&remedy.value);

  return strcmp (text, old_text) == 0;
}
