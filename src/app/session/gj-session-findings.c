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

/* Where one who steps through the findings stops, round and round. Decided ones are passed
 * over; one of them may still be where the person is. */
typedef struct
{
  GPtrArray *findings;
  guint      current;
} GjStops;

static void
add_stops (GjStops        *stops,
           GjFindingGroup *group,
           GjFinding      *current)
{
  guint n_stops = gj_finding_group_get_n_stops (group);
  guint index = gj_finding_group_find (group, current);

  if (index != GJ_NONE)
    stops->current = stops->findings->len + MIN (index, n_stops - 1);

  for (guint i = 0; i < n_stops; i++)
    g_ptr_array_add (stops->findings, g_object_ref (gj_finding_group_get_finding (group, i)));
}

gboolean
gj_session_step_finding (GjSession *self,
                         int        direction)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  GjStops stops = { findings, GJ_NONE };
  GjFinding *current;
  guint position;

  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);
  g_return_val_if_fail (direction == 1 || direction == -1, FALSE);

  current = gj_selection_get_finding (self->selection);
  gj_group_list_renew (self->groups);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->groups)); i++)
    {
      g_autoptr (GjFindingGroup) group = g_list_model_get_item (G_LIST_MODEL (self->groups), i);

      add_stops (&stops, group, current);
    }

  position = stops.current;
  if (position == GJ_NONE)
    position = direction > 0 ? findings->len - 1 : 0;

  for (guint i = 0; i < findings->len; i++)
    {
      position = (position + findings->len + direction) % findings->len;
      if (gj_finding_is_decided (findings->pdata[position]))
        continue;

      gj_session_go_to_finding (self, findings->pdata[position]);
      return TRUE;
    }

  return FALSE;
}

GjTally
gj_session_count (GjSession *self,
                  guint      section)
{
  GjTally tally = { 0 };
  GjForm *form;

  g_return_val_if_fail (GJ_IS_SESSION (self), tally);

  form = gj_report_get_form (self->report);
  gj_group_list_renew (self->groups);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->groups)); i++)
    {
      g_autoptr (GjFindingGroup) group = g_list_model_get_item (G_LIST_MODEL (self->groups), i);
      GjFinding *lead = gj_finding_group_get_lead (group);
      const char *id = gj_finding_get_section (lead);
      guint place = id != NULL ? gj_form_find_section (form, id) : GJ_NONE;

      if (place == GJ_NONE)
        place = GJ_COVER;
      if (!gj_finding_is_decided (lead) && (section == GJ_NONE || section == place))
        tally.n[gj_finding_get_severity (lead)]++;
    }

  return tally;
}

static void
add_remedy (GjSession *self,
            GjEdit    *edit,
            GjFinding *finding)
{
  const char *text;
  guint cell;

  if (gj_finding_get_remedy (finding, &cell, &text))
    gj_edit_set_cell (edit, self->report, cell, text);
}

gboolean
gj_session_apply_remedy (GjSession *self,
                         GjFinding *finding)
{
  g_autoptr (GjEdit) edit = NULL;

  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);
  g_return_val_if_fail (GJ_IS_FINDING (finding), FALSE);

  edit = gj_edit_new (_("Apply suggestion"));
  add_remedy (self, edit, finding);

  return gj_session_push (self, edit);
}

gboolean
gj_session_apply_remedies (GjSession      *self,
                           GjFindingGroup *group)
{
  g_autoptr (GjEdit) edit = NULL;

  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);
  g_return_val_if_fail (GJ_IS_FINDING_GROUP (group), FALSE);

  edit = gj_edit_new (_("Apply suggestion"));
  for (guint i = 0; i < gj_finding_group_get_n_findings (group); i++)
    add_remedy (self, edit, gj_finding_group_get_finding (group, i));

  return gj_session_push (self, edit);
}

static void
add_decision (GjSession       *self,
              GjEdit          *edit,
              GjFinding       *finding,
              GjDecisionState  state,
              const char      *reason,
              const char      *who)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *when = g_date_time_format (now, "%Y-%m-%d");
  const char *key = gj_finding_get_key (finding);
  g_autoptr (GjDecision) decision = gj_decision_new (key, state, reason, who, when,
                                                     gj_finding_get_basis (finding));

  gj_edit_set_decision (edit, self->report, key, decision);
}

/* A mandatory finding cannot be explained away, only mended. */
gboolean
gj_session_decide (GjSession       *self,
                   GjFindingGroup  *group,
                   GjDecisionState  state,
                   const char      *reason,
                   const char      *who)
{
  g_autoptr (GjEdit) edit = NULL;

  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);
  g_return_val_if_fail (GJ_IS_FINDING_GROUP (group), FALSE);

  if (gj_finding_is_mandatory (gj_finding_group_get_lead (group)))
    return FALSE;

  edit = gj_edit_new (_("Decide finding"));
  for (guint i = 0; i < gj_finding_group_get_n_findings (group); i++)
    add_decision (self, edit, gj_finding_group_get_finding (group, i), state, reason, who);

  return gj_session_push (self, edit);
}

gboolean
gj_session_undecide (GjSession      *self,
                     GjFindingGroup *group)
{
  g_autoptr (GjEdit) edit = NULL;

  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);
  g_return_val_if_fail (GJ_IS_FINDING_GROUP (group), FALSE);

  edit = gj_edit_new (_("Take decision back"));
  for (guint i = 0; i < gj_finding_group_get_n_findings (group); i++)
    {
      GjFinding *finding = gj_finding_group_get_finding (group, i);

      if (gj_finding_get_decision (finding) != NULL)
        gj_edit_set_decision (edit, self->report, gj_finding_get_key (finding), NULL);
    }

  return gj_session_push (self, edit);
}
