/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-session-private.h"

/* The selected finding goes along: with the cell that is selected, and with the edits that
 * make other findings of it. */

static GjFinding *
pick_open (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      GjFinding *finding = g_ptr_array_index (findings, i);

      if (!gj_finding_is_decided (finding))
        return finding;
    }

  return findings->len > 0 ? g_ptr_array_index (findings, 0) : NULL;
}

/* The finding follows the cell, unless it is about that cell already. */
static void
cell_changed_cb (GjSession *self)
{
  guint cell = gj_selection_get_cell (self->selection);
  GjFinding *finding = gj_selection_get_finding (self->selection);
  g_autoptr (GPtrArray) findings = NULL;

  if (cell == GJ_NONE)
    return;
  if (finding != NULL && gj_finding_has_cell (finding, cell))
    return;

  findings = gj_checker_dup_cell_findings (self->checker, cell);
  gj_selection_set_finding (self->selection, pick_open (findings));
}

static GjFinding *
dup_finding_with_key (GListModel *findings,
                      const char *key)
{
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (GjFinding) finding = g_list_model_get_item (findings, i);

      if (g_strcmp0 (gj_finding_get_key (finding), key) == 0)
        return g_steal_pointer (&finding);
    }

  return NULL;
}

/* An edit replaces findings by newer ones of the same key; the selection goes along, or
 * on to another finding of the same cell. */
static gboolean
renew_finding_cb (gpointer user_data)
{
  GjSession *self = user_data;
  GjFinding *old = gj_selection_get_finding (self->selection);
  g_autoptr (GjFinding) renewed = NULL;
  guint section;

  self->renew_id = 0;
  if (old == NULL)
    {
      cell_changed_cb (self);
      return G_SOURCE_REMOVE;
    }

  section = gj_selection_get_section (self->selection);
  renewed = dup_finding_with_key (gj_checker_get_findings (self->checker),
                                  gj_finding_get_key (old));
  gj_selection_set_finding (self->selection, renewed);
  gj_selection_set_section (self->selection, section);
  if (renewed == NULL)
    cell_changed_cb (self);

  return G_SOURCE_REMOVE;
}

static void
findings_changed_cb (GjSession *self)
{
  if (self->renew_id == 0)
    self->renew_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, renew_finding_cb, self, NULL);
}

void
_gj_session_follow_findings (GjSession *self)
{
  g_signal_connect_object (self->selection, "notify::cell", G_CALLBACK (cell_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gj_checker_get_findings (self->checker), "items-changed",
                           G_CALLBACK (findings_changed_cb), self, G_CONNECT_SWAPPED);
}
