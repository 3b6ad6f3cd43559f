/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-grid-private.h"

/* Follows what happens in the session, whichever session that is. */

static gboolean
changes_variant (const GjEdit *edit)
{
  for (guint i = 0; i < gj_edit_get_n_changes (edit); i++)
    if (gj_edit_get_change (edit, i)->kind == GJ_CHANGE_VARIANT)
      return TRUE;

  return FALSE;
}

static void
edited_cb (GjGrid   *self,
           GjEdit   *edit,
           gboolean  reverted)
{
  if (changes_variant (edit))
    {
      _gj_grid_build (self);
      return;
    }

  for (guint i = 0; i < gj_edit_get_n_changes (edit); i++)
    {
      const GjChange *change = gj_edit_get_change (edit, i);

      if (change->kind == GJ_CHANGE_CELL)
        _gj_grid_update_cell (self, change->index);
    }

  _gj_grid_queue_marks (self);
}

static void
mode_cb (GjGrid *self)
{
  if (!gj_session_can_edit (self->session))
    _gj_grid_restore (self);

  _gj_grid_update_commands (self);
  _gj_grid_queue_marks (self);
}

void
_gj_grid_init_session (GjGrid *self)
{
  self->session_signals = g_signal_group_new (GJ_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::mode", G_CALLBACK (mode_cb), self);

  self->history_signals = g_signal_group_new (GJ_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "edited", G_CALLBACK (edited_cb), self);

  self->selection_signals = g_signal_group_new (GJ_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "notify::cell",
                                  G_CALLBACK (_gj_grid_follow_selection), self);
  g_signal_group_connect_swapped (self->selection_signals, "notify::finding",
                                  G_CALLBACK (_gj_grid_follow_selection), self);

  self->findings_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->findings_signals, "items-changed",
                                  G_CALLBACK (_gj_grid_queue_marks), self);
}
