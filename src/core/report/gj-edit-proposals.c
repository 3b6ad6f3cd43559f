/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-proposal.h"

#include "gj-past-cells.h"

/* Steps that remember last year's report, and that take over or decline what follows. */

static void
set_cell_setting (GjEdit     *self,
                  GjReport   *report,
                  const char *prefix,
                  guint       cell,
                  const char *value)
{
  const char *id = gj_form_get_cell (gj_report_get_form (report), cell)->id;
  g_autofree char *name = g_strconcat (prefix, id, NULL);

  gj_edit_set_setting (self, report, name, value);
}

/* The cells of last year's report that the form's relations go on from, each once. */

static GArray *
list_past_cells (GjForm *form)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *seen = g_new0 (gboolean, gj_form_get_n_cells (form));

  for (guint i = 0; i < gj_form_get_n_relations (form); i++)
    {
      const GjRelation *relation = gj_form_get_relation (form, i);

      if (_gj_past_find_cell (relation) == GJ_NONE)
        continue;

      for (guint j = 0; j < relation->right->n_terms; j++)
        {
          const GjTerm *term = &relation->right->terms[j];

          if (term->last_year && !seen[term->cell])
            g_array_append_val (cells, term->cell);
          if (term->last_year)
            seen[term->cell] = TRUE;
        }
    }

  return cells;
}

static char *
dup_past (GjForm   *form,
          guint     cell,
          GjReport *last)
{
  GjDecimal value;

  if (last == NULL || !_gj_past_read_cell (form, cell, last, &value))
    return NULL;

  return gj_decimal_to_string (&value);
}

static void
set_year (GjEdit   *self,
          GjReport *report,
          GjReport *last)
{
  int year = last != NULL ? gj_report_get_year (last) : 0;
  g_autofree char *text = year != 0 ? g_strdup_printf ("%04d", year) : NULL;

  gj_edit_set_setting (self, report, GJ_LAST_YEAR_SETTING_YEAR, text);
}

/* What was declined may be offered again by another report. */

static void
forget_declined (GjEdit   *self,
                 GjReport *report)
{
  guint n_names;
  const char *const *names = gj_report_list_setting_names (report, &n_names);

  for (guint i = 0; i < n_names; i++)
    if (g_str_has_prefix (names[i], GJ_LAST_YEAR_SETTING_DECLINED))
      gj_edit_set_setting (self, report, names[i], NULL);
}

/**
 * gj_edit_set_last_year:
 * @self: a step
 * @report: the report that it is built for
 * @last: (nullable): the report of the year before, or %NULL to forget it
 * @file: (nullable): where it is, as a path from the document's folder
 *
 * Remembers last year's report: its file, its year, and the numbers that this year's go
 * on from. No cell is filled in.
 */
void
gj_edit_set_last_year (GjEdit     *self,
                       GjReport   *report,
                       GjReport   *last,
                       const char *file)
{
  g_autoptr (GArray) cells = NULL;
  GjForm *form;

  g_return_if_fail (self != NULL);
  g_return_if_fail (GJ_IS_REPORT (report));
  g_return_if_fail (last == NULL || GJ_IS_REPORT (last));

  form = gj_report_get_form (report);
  cells = list_past_cells (form);
  gj_edit_set_setting (self, report, GJ_LAST_YEAR_SETTING_FILE, last != NULL ? file : NULL);
  set_year (self, report, last);
  for (guint i = 0; i < cells->len; i++)
    {
      guint cell = g_array_index (cells, guint, i);
      g_autofree char *text = dup_past (form, cell, last);

      set_cell_setting (self, report, GJ_LAST_YEAR_SETTING_CELL, cell, text);
    }
  forget_declined (self, report);
}

/**
 * gj_report_goes_on_from:
 * @self: a report
 * @last: the report of the year before, as it is now
 *
 * Returns: whether the numbers that @self remembers are those that @last states
 */
gboolean
gj_report_goes_on_from (GjReport *self,
                        GjReport *last)
{
  g_autoptr (GArray) cells = NULL;
  GjForm *form;

  g_return_val_if_fail (GJ_IS_REPORT (self), FALSE);
  g_return_val_if_fail (GJ_IS_REPORT (last), FALSE);

  form = gj_report_get_form (self);
  cells = list_past_cells (form);
  for (guint i = 0; i < cells->len; i++)
    {
      guint cell = g_array_index (cells, guint, i);
      g_autofree char *name = g_strconcat (GJ_LAST_YEAR_SETTING_CELL,
                                           gj_form_get_cell (form, cell)->id, NULL);
      g_autofree char *text = dup_past (form, cell, last);

      if (g_strcmp0 (text, gj_report_get_setting (self, name)) != 0)
        return FALSE;
    }

  return TRUE;
}

/**
 * gj_report_list_incomparable:
 * @self: a report
 * @last: the report of the year before
 *
 * Returns: (transfer full) (element-type utf8): why some of this year's numbers do not
 *          follow from a report in another form, in the current language, each reason once
 */
GPtrArray *
gj_report_list_incomparable (GjReport *self,
                             GjReport *last)
{
  GPtrArray *reasons = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) cells = NULL;
  GjForm *form;

  g_return_val_if_fail (GJ_IS_REPORT (self), reasons);
  g_return_val_if_fail (GJ_IS_REPORT (last), reasons);

  form = gj_report_get_form (self);
  cells = list_past_cells (form);
  for (guint i = 0; i < cells->len; i++)
    {
      const GjEquivalent *equivalent;
      const char *reason;

      equivalent = _gj_past_find_equivalent (form, g_array_index (cells, guint, i),
                                             gj_report_get_form (last));
      if (equivalent == NULL || equivalent->other != NULL)
        continue;

      reason = gj_label_get_current (&equivalent->reason);
      if (!g_ptr_array_find_with_equal_func (reasons, reason, g_str_equal, NULL))
        g_ptr_array_add (reasons, g_strdup (reason));
    }

  return reasons;
}

/**
 * gj_edit_accept_proposal:
 * @self: a step
 * @report: the report that it is built for
 * @proposal: what to fill in
 *
 * Fills the cell in, if it is still blank: nothing that stands in a cell is ever replaced.
 */
void
gj_edit_accept_proposal (GjEdit           *self,
                         GjReport         *report,
                         const GjProposal *proposal)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (GJ_IS_REPORT (report));
  g_return_if_fail (proposal != NULL);

  if (proposal->text != NULL && gj_report_has_cell (report, proposal->cell) &&
      gj_report_get_cell_number (report, proposal->cell)->state == GJ_NUMBER_BLANK)
    gj_edit_set_cell (self, report, proposal->cell, proposal->text);
}

/**
 * gj_edit_accept_proposals:
 * @self: a step
 * @report: the report that it is built for
 *
 * Fills in all that can be filled in.
 *
 * Returns: how many cells
 */
guint
gj_edit_accept_proposals (GjEdit   *self,
                          GjReport *report)
{
  g_autoptr (GPtrArray) proposals = NULL;
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (GJ_IS_REPORT (report), 0);

  proposals = gj_report_list_proposals (report);
  for (guint i = 0; i < proposals->len; i++)
    {
      const GjProposal *proposal = g_ptr_array_index (proposals, i);

      gj_edit_accept_proposal (self, report, proposal);
      n += proposal->state == GJ_PROPOSAL_OPEN;
    }

  return n;
}

/**
 * gj_edit_decline_proposal:
 * @self: a step
 * @report: the report that it is built for
 * @proposal: what is not to be offered any more
 */
void
gj_edit_decline_proposal (GjEdit           *self,
                          GjReport         *report,
                          const GjProposal *proposal)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (GJ_IS_REPORT (report));
  g_return_if_fail (proposal != NULL);

  set_cell_setting (self, report, GJ_LAST_YEAR_SETTING_DECLINED, proposal->cell, "yes");
}
