/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-comparison-rules.h"

#include "gj-body.h"
#include "gj-messages.h"

/* The rules that bind one year to the next, written out with their numbers: those that hold
 * too, so that it is seen that they were looked at. */

typedef struct
{
  GjComparison *comparison;
  GjReport     *report;
  GjForm       *form;
} Reading;

/* A side of a relation with its number; unknown as long as one of its cells has none. */
typedef struct
{
  GjSum    sum;
  gboolean is_known;
} Side;

static void
rule_line_free (gpointer data)
{
  GjRuleLine *self = data;

  g_free (self->words);
  g_free (self);
}

static const char *
find_text (const Reading *self,
           const GjTerm  *term)
{
  GPtrArray *pairs;

  if (!term->last_year)
    return gj_report_get_cell_text (self->report, term->cell);

  pairs = gj_comparison_get_pairs (self->comparison, gj_form_get_cell (self->form, term->cell)->table);
  for (guint i = 0; i < pairs->len; i++)
    {
      const GjCellPair *pair = pairs->pdata[i];

      if (pair->new_cell == term->cell)
        return pair->change != GJ_CELL_INCOMPARABLE ? pair->old_text : NULL;
    }

  return NULL;
}

static Side
evaluate (const Reading    *self,
          const GjQuantity *quantity)
{
  Side side = { .is_known = TRUE };

  gj_sum_init (&side.sum);
  gj_sum_add_int (&side.sum, quantity->constant);
  for (guint i = 0; i < quantity->n_terms; i++)
    {
      const char *text = find_text (self, &quantity->terms[i]);
      GjNumberText number;

      gj_number_text_read (text != NULL ? text : "", &number);
      if (number.state == GJ_NUMBER_READ)
        gj_sum_add (&side.sum, &number.value, quantity->terms[i].factor);
      else
        side.is_known = FALSE;
    }

  return side;
}

static gboolean
holds (const GjRelation *relation,
       const Side       *left,
       const Side       *right)
{
  int order = gj_sum_compare (&left->sum, &right->sum);

  return relation->kind == GJ_RELATION_AT_MOST ? order <= 0 : order == 0;
}

static const char *
get_sign (const GjRelation *relation,
          gboolean          is_held)
{
  if (relation->kind == GJ_RELATION_AT_MOST)
    return is_held ? "≤" : ">";

  return is_held ? "=" : "≠";
}

/* "12+3-1=": the terms of a sum with their numbers; nothing for a single cell. */
static char *
write_terms (const Reading    *self,
             const GjQuantity *quantity)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; quantity->n_terms > 1 && i < quantity->n_terms; i++)
    {
      const char *text = find_text (self, &quantity->terms[i]);

      if (ABS (quantity->terms[i].factor) != 1)
        {
          g_string_truncate (words, 0);
          return g_string_free (words, FALSE);
        }
      g_string_append (words, quantity->terms[i].factor < 0 ? "-" : i > 0 ? "+" : "");
      g_string_append (words, text != NULL ? text : "");
    }
  if (words->len > 0)
    g_string_append (words, "=");

  return g_string_free (words, FALSE);
}

static GjRuleLine *
add_line (const Reading    *self,
          const GjRelation *relation,
          GPtrArray        *lines)
{
  Side left = evaluate (self, relation->left);
  Side right = evaluate (self, relation->right);
  g_autofree char *left_number = gj_sum_to_string (&left.sum);
  g_autofree char *right_number = gj_sum_to_string (&right.sum);
  g_autofree char *terms = write_terms (self, relation->right);
  g_autofree char *sum = g_strconcat (terms, right_number, NULL);
  const GjCell *cell = gj_form_get_cell (self->form, relation->cells[0]);
  GjRuleLine *line = g_new0 (GjRuleLine, 1);

  line->section = gj_form_get_table (self->form, cell->table)->section;
  line->is_held = holds (relation, &left, &right);
  /* A rule with its numbers: title, what it is about, left side with its number, sign, right
     side with its number. */
  line->words = g_strdup_printf (_("%1$s, %2$s: %3$s %4$s %5$s %6$s %7$s"),
                                 gj_label_get_current (&relation->title),
                                 gj_label_get_current (&relation->subject),
                                 gj_label_get_current (&relation->left->name), left_number,
                                 get_sign (relation, line->is_held),
                                 gj_label_get_current (&relation->right->name), sum);
  g_ptr_array_add (lines, line);

  return line;
}

static gboolean
is_asked (const GjRelation *relation)
{
  return relation->across_years && relation->last_form == NULL && relation->n_cells > 0 &&
         (relation->kind == GJ_RELATION_EQUAL || relation->kind == GJ_RELATION_AT_MOST);
}

static gboolean
is_same_rule (const GjRelation *a,
              const GjRelation *b)
{
  return g_str_equal (a->check, b->check) && g_strcmp0 (a->title.zh, b->title.zh) == 0 &&
         g_strcmp0 (a->left->name.zh, b->left->name.zh) == 0;
}

static gboolean
is_first_of_rule (GjForm *form,
                  guint   index)
{
  for (guint i = 0; i < index; i++)
    if (is_asked (gj_form_get_relation (form, i)) &&
        is_same_rule (gj_form_get_relation (form, i), gj_form_get_relation (form, index)))
      return FALSE;

  return TRUE;
}

/* One rule for many columns: each that it does not hold in is written out, and one of those
   that it holds in, the last, which is the total. */
static void
add_rule (const Reading *self,
          guint          first,
          GPtrArray     *lines)
{
  const GjRelation *last = NULL;
  guint n_held = 0;

  for (guint i = first; i < gj_form_get_n_relations (self->form); i++)
    {
      const GjRelation *relation = gj_form_get_relation (self->form, i);
      Side left;
      Side right;

      if (!is_asked (relation) || !is_same_rule (relation, gj_form_get_relation (self->form, first)))
        continue;

      left = evaluate (self, relation->left);
      right = evaluate (self, relation->right);
      if (!left.is_known || !right.is_known)
        continue;

      if (holds (relation, &left, &right))
        {
          last = relation;
          n_held++;
        }
      else
        {
          add_line (self, relation, lines);
        }
    }

  if (last != NULL)
    add_line (self, last, lines)->n_others = n_held - 1;
}

/**
 * gj_comparison_list_rule_lines:
 * @self: a comparison
 *
 * Writes out the rules that bind the newer report to the one of the very year before, in the
 * current language: those that are broken each, and of the columns that one holds in the
 * last.
 *
 * Returns: (transfer full) (element-type GjRuleLine): the lines, in the form's order; none
 *          for versions, other years and other bodies
 */
GPtrArray *
gj_comparison_list_rule_lines (GjComparison *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (rule_line_free);
  GjReport *old_report;
  Reading reading;

  g_return_val_if_fail (GJ_IS_COMPARISON (self), lines);

  old_report = gj_comparison_get_old (self);
  reading.comparison = self;
  reading.report = gj_comparison_get_new (self);
  reading.form = gj_report_get_form (reading.report);

  if (gj_report_get_year (reading.report) != gj_report_get_year (old_report) + 1 ||
      gj_report_match_body (reading.report, old_report) == GJ_BODY_OTHER)
    return lines;

  for (guint i = 0; i < gj_form_get_n_relations (reading.form); i++)
    if (is_asked (gj_form_get_relation (reading.form, i)) && is_first_of_rule (reading.form, i))
      add_rule (&reading, i, lines);

  return lines;
}
