/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-proposal.h"

#include <glib/gi18n-lib.h>

#include "gj-past-cells.h"

/* What follows from last year's report: read from the settings that remember it and from
 * the relations of the form, whenever it is asked for. Nothing is kept that could be out
 * of date. */

void
gj_proposal_free (GjProposal *self)
{
  g_free (self->base);
  g_free (self->text);
  g_free (self);
}

static char *
dup_setting_name (GjReport   *report,
                  const char *prefix,
                  guint       cell)
{
  return g_strconcat (prefix, gj_form_get_cell (gj_report_get_form (report), cell)->id, NULL);
}

/* What was remembered of last year's cell, unless somebody wrote nonsense into the file. */

static gboolean
find_past (GjReport  *report,
           guint      cell,
           GjDecimal *out)
{
  g_autofree char *name = dup_setting_name (report, GJ_LAST_YEAR_SETTING_CELL, cell);
  const char *text = gj_report_get_setting (report, name);

  return text != NULL && gj_decimal_parse (text, -1, out);
}

static gboolean
sum_past (GjReport         *report,
          const GjQuantity *quantity,
          GjSum            *sum)
{
  gj_sum_init (sum);
  gj_sum_add_int (sum, quantity->constant);
  for (guint i = 0; i < quantity->n_terms; i++)
    {
      const GjTerm *term = &quantity->terms[i];
      GjDecimal value;

      if (!term->last_year)
        continue;
      if (!find_past (report, term->cell, &value))
        return FALSE;
      gj_sum_add (sum, &value, term->factor);
    }

  return TRUE;
}

/* Adds this year's terms; an absent cell leaves the sum, a blank one makes it unknown. */

static gboolean
add_present (GjReport         *report,
             const GjQuantity *quantity,
             GjSum            *sum)
{
  for (guint i = 0; i < quantity->n_terms; i++)
    {
      const GjTerm *term = &quantity->terms[i];
      const GjNumberText *number = gj_report_get_cell_number (report, term->cell);

      if (term->last_year || !gj_report_has_cell (report, term->cell))
        continue;
      if (number->state != GJ_NUMBER_READ)
        return FALSE;
      gj_sum_add (sum, &number->value, term->factor);
    }

  return TRUE;
}

static GjProposalState
find_state (GjReport    *report,
            guint        cell,
            const GjSum *sum,
            const char  *text)
{
  const GjNumberText *number = gj_report_get_cell_number (report, cell);
  GjSum value;

  if (number->state == GJ_NUMBER_BLANK)
    return text != NULL ? GJ_PROPOSAL_OPEN : GJ_PROPOSAL_WAITING;
  if (number->state != GJ_NUMBER_READ || text == NULL)
    return GJ_PROPOSAL_OTHER;

  gj_sum_init (&value);
  gj_sum_add (&value, &number->value, 1);

  return gj_sum_compare (&value, sum) == 0 ? GJ_PROPOSAL_TAKEN : GJ_PROPOSAL_OTHER;
}

static gboolean
is_declined (GjReport *report,
             guint     cell)
{
  g_autofree char *name = dup_setting_name (report, GJ_LAST_YEAR_SETTING_DECLINED, cell);

  return gj_report_get_setting (report, name) != NULL;
}

/* A count is never proposed below zero: then the two reports do not go together, and the
 * checks say so. */

static gboolean
is_possible (GjReport    *report,
             guint        cell,
             const GjSum *sum)
{
  return gj_form_get_cell (gj_report_get_form (report), cell)->type == GJ_CELL_CHANGE ||
         gj_sum_get_sign (sum) >= 0;
}

static GjProposal *
propose (GjReport *report,
         guint     index)
{
  const GjRelation *relation = gj_form_get_relation (gj_report_get_form (report), index);
  guint cell = _gj_past_find_cell (relation);
  GjProposal *proposal;
  GjSum sum;

  if (cell == GJ_NONE || !gj_report_has_cell (report, cell) || is_declined (report, cell) ||
      !sum_past (report, relation->right, &sum))
    return NULL;

  proposal = g_new0 (GjProposal, 1);
  proposal->cell = cell;
  proposal->relation = index;
  proposal->base = gj_sum_to_string (&sum);
  if (add_present (report, relation->right, &sum) && is_possible (report, cell, &sum))
    proposal->text = gj_sum_to_string (&sum);
  proposal->state = find_state (report, cell, &sum, proposal->text);

  return proposal;
}

/**
 * gj_report_list_proposals:
 * @self: a report
 *
 * Lists what follows from last year's report, also what has been filled in already, but
 * not what was declined.
 *
 * Returns: (transfer full) (element-type GjProposal): the proposals, in the order of the
 *          form's relations
 */
GPtrArray *
gj_report_list_proposals (GjReport *self)
{
  GPtrArray *proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_proposal_free);
  GjForm *form;

  g_return_val_if_fail (GJ_IS_REPORT (self), proposals);

  form = gj_report_get_form (self);
  for (guint i = 0; i < gj_form_get_n_relations (form); i++)
    {
      GjProposal *proposal = propose (self, i);

      if (proposal != NULL)
        g_ptr_array_add (proposals, proposal);
    }

  return proposals;
}

/**
 * gj_report_count_proposals:
 * @self: a report
 *
 * Returns: how many proposals can be taken over now
 */
guint
gj_report_count_proposals (GjReport *self)
{
  g_autoptr (GPtrArray) proposals = gj_report_list_proposals (self);
  guint n = 0;

  for (guint i = 0; i < proposals->len; i++)
    n += ((const GjProposal *) g_ptr_array_index (proposals, i))->state == GJ_PROPOSAL_OPEN;

  return n;
}

/**
 * gj_report_get_last_year:
 * @self: a report
 *
 * Returns: the year of the report that @self goes on from, 0 when none is remembered
 */
int
gj_report_get_last_year (GjReport *self)
{
  const char *text;
  gint64 year;

  g_return_val_if_fail (GJ_IS_REPORT (self), 0);

  text = gj_report_get_setting (self, GJ_LAST_YEAR_SETTING_YEAR);

  return text != NULL && gj_integer_parse (text, 1, 9999, &year) ? (int) year : 0;
}

static void
append_past (GString          *words,
             GjReport         *report,
             const GjQuantity *quantity)
{
  GjForm *form = gj_report_get_form (report);

  for (guint i = 0; i < quantity->n_terms; i++)
    {
      const GjTerm *term = &quantity->terms[i];
      g_autofree char *name = NULL;
      g_autofree char *text = NULL;
      GjDecimal value;

      if (!term->last_year || !find_past (report, term->cell, &value))
        continue;

      name = gj_form_dup_cell_name (form, term->cell, NULL, gj_language_get_current ());
      text = gj_decimal_to_string (&value);
      if (words->len > 0)
        g_string_append (words, C_("between clauses", ", "));
      /* Translators: a cell of last year's report and its number, as in “Carried out, natural persons” is 6. */
      g_string_append_printf (words, _("“%1$s” is %2$s"), name, text);
    }
}

static void
append_present (GString          *words,
                GjReport         *report,
                const GjQuantity *quantity)
{
  GjForm *form = gj_report_get_form (report);

  for (guint i = 0; i < quantity->n_terms; i++)
    {
      const GjTerm *term = &quantity->terms[i];
      const char *text = gj_report_get_cell_text (report, term->cell);
      g_autofree char *name = NULL;

      if (term->last_year || text == NULL)
        continue;

      name = gj_form_dup_cell_name (form, term->cell, NULL, gj_language_get_current ());
      if (*text == '\0')
        text = _("(still blank)");
      g_string_append (words, C_("between clauses", ", "));
      g_string_append_printf (words,
                              term->factor > 0 ? _("plus this year's “%1$s” %2$s")
                                               : _("less this year's “%1$s” %2$s"), name, text);
    }
}

/**
 * gj_proposal_dup_source:
 * @self: a proposal
 * @report: the report that it is of
 *
 * Says where the number comes from, in the current language: the year of the report, the
 * cell, what stands there, and what is added this year.
 *
 * Returns: (transfer full): a clause
 */
char *
gj_proposal_dup_source (const GjProposal *self,
                        GjReport         *report)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const GjQuantity *quantity;
  int year;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);

  quantity = gj_form_get_relation (gj_report_get_form (report), self->relation)->right;
  year = gj_report_get_last_year (report);
  append_past (words, report, quantity);
  append_present (words, report, quantity);

  if (year == 0)
    return g_strdup_printf (_("In last year's report %s"), words->str);

  return g_strdup_printf (_("In the report of %1$d %2$s"), year, words->str);
}

/* The names of this year's cells that hold no number yet. */

static char *
dup_missing (GjReport         *report,
             const GjQuantity *quantity)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < quantity->n_terms; i++)
    {
      const GjTerm *term = &quantity->terms[i];
      g_autofree char *name = NULL;

      if (term->last_year || !gj_report_has_cell (report, term->cell)
          || gj_report_get_cell_number (report, term->cell)->state == GJ_NUMBER_READ)
        continue;

      name = gj_form_dup_cell_name (gj_report_get_form (report), term->cell, NULL, gj_language_get_current ());
      if (names->len > 0)
        g_string_append (names, C_("list", ", "));
      g_string_append_printf (names, _("“%s”"), name);
    }

  return g_string_free (names, FALSE);
}

/**
 * gj_proposal_dup_wait:
 * @self: a proposal
 * @report: the report that it is of
 *
 * Says what has to be filled in before the number is known, in the current language.
 *
 * Returns: (transfer full) (nullable): a clause, or %NULL when @self is not
 *          %GJ_PROPOSAL_WAITING
 */
char *
gj_proposal_dup_wait (const GjProposal *self,
                      GjReport         *report)
{
  g_autofree char *names = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);

  if (self->state != GJ_PROPOSAL_WAITING)
    return NULL;

  names = dup_missing (report, gj_form_get_relation (gj_report_get_form (report), self->relation)->right);
  if (*names == '\0')
    return g_strdup (_("would be less than zero: this year's numbers do not go together with last year's"));

  /* Translators: cells that are still blank, each in quotation marks. */
  return g_strdup_printf (_("waits for %s"), names);
}
