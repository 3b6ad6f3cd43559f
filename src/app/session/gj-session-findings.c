/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-session-private.h"

#include <glib/gi18n-lib.h>

void
gj_session_go_to_finding (GjSession *self,
                          GjFinding *finding)
{
  g_return_if_fail (GJ_IS_SESSION (self));
  g_return_if_fail (GJ_IS_FINDING (finding));

  gj_selection_set_finding (self->selection, finding);
  gj_selection_set_cell (self->selection, gj_finding_get_main_cell (finding));
}

static guint
find_position (GListModel *findings,
               GjFinding  *wanted)
{
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (GjFinding) finding = g_list_model_get_item (findings, i);

      if (finding == wanted
          || g_strcmp0 (gj_finding_get_key (finding), gj_finding_get_key (wanted)) == 0)
        return i;
    }

  return GJ_NONE;
}

gboolean
gj_session_step_finding (GjSession *self,
                         int        direction)
{
  GListModel *findings;
  GjFinding *current;
  guint n_findings;
  guint position;

  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);
  g_return_val_if_fail (direction == 1 || direction == -1, FALSE);

  findings = gj_checker_get_findings (self->checker);
  n_findings = g_list_model_get_n_items (findings);
  current = gj_selection_get_finding (self->selection);
  position = current != NULL ? find_position (findings, current) : GJ_NONE;
  if (position == GJ_NONE)
    position = direction > 0 ? n_findings - 1 : 0;

  for (guint i = 0; i < n_findings; i++)
    {
      g_autoptr (GjFinding) finding = NULL;

      position = (position + n_findings + direction) % n_findings;
      finding = g_list_model_get_item (findings, position);
      if (gj_finding_is_decided (finding))
        continue;

      gj_session_go_to_finding (self, finding);
      return TRUE;
    }

  return FALSE;
}

GjTally
gj_session_count (GjSession *self,
                  guint      section)
{
  GjTally tally = { 0 };
  GListModel *findings;
  GjForm *form;

  g_return_val_if_fail (GJ_IS_SESSION (self), tally);

  form = gj_report_get_form (self->report);
  findings = gj_checker_get_findings (self->checker);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (GjFinding) finding = g_list_model_get_item (findings, i);
      const char *id = gj_finding_get_section (finding);
      guint place = id != NULL ? gj_form_find_section (form, id) : GJ_NONE;

      if (place == GJ_NONE)
        place = GJ_COVER;
      if (!gj_finding_is_decided (finding) && (section == GJ_NONE || section == place))
        tally.n[gj_finding_get_severity (finding)]++;
    }

  return tally;
}

gboolean
gj_session_apply_remedy (GjSession *self,
                         GjFinding *finding)
{
  g_autoptr (GjEdit) edit = NULL;
  const char *text;
  guint cell;

  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);
  g_return_val_if_fail (GJ_IS_FINDING (finding), FALSE);

  if (!gj_finding_get_remedy (finding, &cell, &text))
    return FALSE;

  edit = gj_edit_new (_("Apply suggestion"));
  gj_edit_set_cell (edit, self->report, cell, text);

  return gj_session_push (self, edit);
}

/* A mandatory finding cannot be explained away, only mended. */
gboolean
gj_session_decide (GjSession       *self,
                   GjFinding       *finding,
                   GjDecisionState  state,
                   const char      *reason,
                   const char      *who)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *when = NULL;
  g_autoptr (GjDecision) decision = NULL;
  g_autoptr (GjEdit) edit = NULL;

  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);
  g_return_val_if_fail (GJ_IS_FINDING (finding), FALSE);

  if (gj_finding_is_mandatory (finding))
    return FALSE;

  now = g_date_time_new_now_local ();
  when = g_date_time_format (now, "%Y-%m-%d");
  decision = gj_decision_new (gj_finding_get_key (finding), state, reason, who, when,
                              gj_finding_get_basis (finding));
  edit = gj_edit_new (_("Decide finding"));
  gj_edit_set_decision (edit, self->report, gj_finding_get_key (finding), decision);

  return gj_session_push (self, edit);
}

gboolean
gj_session_undecide (GjSession  *self,
                     const char *key)
{
  g_autoptr (GjEdit) edit = NULL;

  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  edit = gj_edit_new (_("Take decision back"));
  gj_edit_set_decision (edit, self->report, key, NULL);

  return gj_session_push (self, edit);
}
