/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-dossier-private.h"

#include <string.h>

/* The rules that bind one year to the next, written out with their numbers: those that hold
 * too, so that it is seen that they were looked at. */

typedef struct
{
  GjSum    sum;
  gboolean is_known;
} Side;

static GjReport *
get_report (GjDossierPair *self)
{
  return gj_comparison_get_new (self->comparison);
}

static const char *
find_text (GjDossierPair *self,
           const GjTerm  *term)
{
  GjReport *report = get_report (self);
  GPtrArray *pairs;

  if (!term->last_year)
    return gj_report_get_cell_text (report, term->cell);

  pairs = gj_comparison_get_pairs (self->comparison,
                                   gj_form_get_cell (gj_report_get_form (report), term->cell)->table);
  for (guint i = 0; i < pairs->len; i++)
    {
      const GjCellPair *pair = pairs->pdata[i];

      if (pair->new_cell == term->cell)
        return pair->change != GJ_CELL_INCOMPARABLE ? pair->old_text : NULL;
    }
  return NULL;
}

static Side
evaluate (GjDossierPair    *self,
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

/* "12+3-1=14": the terms of a sum with their numbers; nothing for a single cell. */
static char *
write_terms (GjDossierPair    *self,
             const GjQuantity *quantity)
{
  GString *words = g_string_new (NULL);

  if (quantity->n_terms < 2)
    return g_string_free (words, FALSE);
  for (guint i = 0; i < quantity->n_terms; i++)
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
  g_string_append (words, "=");
  return g_string_free (words, FALSE);
}

static const char *
get_sign (const GjRelation *relation,
          gboolean          is_held)
{
  if (relation->kind == GJ_RELATION_AT_MOST)
    return is_held ? "≤" : ">";
  return is_held ? "=" : "≠";
}

static char *
write_relation (GjDossierPair    *self,
                const GjRelation *relation,
                const Side       *left,
                const Side       *right)
{
  g_autofree char *left_number = gj_sum_to_string (&left->sum);
  g_autofree char *right_number = gj_sum_to_string (&right->sum);
  g_autofree char *terms = write_terms (self, relation->right);

  return g_strdup_printf ("%s，%s：%s %s %s %s %s%s", gj_label_get_current (&relation->title),
                          gj_label_get_current (&relation->subject), gj_label_get_current (&relation->left->name),
                          left_number, get_sign (relation, holds (relation, left, right)),
                          gj_label_get_current (&relation->right->name), terms, right_number);
}

static gboolean
is_asked (const GjRelation *relation)
{
  return relation->across_years && relation->last_form == NULL &&
         (relation->kind == GJ_RELATION_EQUAL || relation->kind == GJ_RELATION_AT_MOST);
}

static gboolean
is_same_rule (const GjRelation *a,
              const GjRelation *b)
{
  return g_str_equal (a->check, b->check) && g_strcmp0 (a->title.zh, b->title.zh) == 0 &&
         g_strcmp0 (a->left->name.zh, b->left->name.zh) == 0;
}

/* One rule for many columns: each that it does not hold in is written out, and one of those
   that it holds in, the last, which is the total. */
static void
add_rule (GjDossierPair *self,
          guint          first)
{
  GjForm *form = gj_report_get_form (get_report (self));
  const GjRelation *last = NULL;
  guint n_held = 0;

  for (guint i = first; i < gj_form_get_n_relations (form); i++)
    {
      const GjRelation *relation = gj_form_get_relation (form, i);
      Side left;
      Side right;

      if (!is_asked (relation) || !is_same_rule (relation, gj_form_get_relation (form, first)))
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
          _gj_dossier_add_item (self->dossier, "✕", write_relation (self, relation, &left, &right));
        }
    }
  if (last != NULL)
    {
      Side left = evaluate (self, last->left);
      Side right = evaluate (self, last->right);
      g_autofree char *words = write_relation (self, last, &left, &right);

      _gj_dossier_add_item (self->dossier, "✓", n_held > 1 ? g_strdup_printf ("%s；另有%u项同样相符", words, n_held - 1)
                                                            : g_strdup (words));
    }
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

/* Only a report of the very year before binds the next. */
void
_gj_dossier_add_relations (GjDossierPair *self)
{
  GjReport *report = get_report (self);
  GjReport *old_report = gj_comparison_get_old (self->comparison);
  GjForm *form = gj_report_get_form (report);
  guint n_before;
  GjDossierEntry *heading;

  if (gj_report_get_year (report) != gj_report_get_year (old_report) + 1 ||
      gj_report_match_body (report, old_report) == GJ_BODY_OTHER)
    return;

  heading = _gj_dossier_add (self->dossier, GJ_ENTRY_HEADING, g_strdup ("跨年勾稽"));
  n_before = self->dossier->entries->len;
  for (guint i = 0; i < gj_form_get_n_relations (form); i++)
    if (is_asked (gj_form_get_relation (form, i)) && is_first_of_rule (form, i))
      add_rule (self, i);
  if (self->dossier->entries->len == n_before)
    g_ptr_array_remove (self->dossier->entries, heading);
}
