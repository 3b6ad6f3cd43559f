/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-session-private.h"

/* Steps as the mode allows them: while reviewing only decisions and remarks are made, and
 * only what was made since the mode began is taken back. */

/* A reviewer may decide and remark, but not change what is published. */
static gboolean
is_allowed (GjSession *self,
            GjEdit    *edit)
{
  if (self->mode == GJ_MODE_DRAFTING)
    return TRUE;

  for (guint i = 0; i < gj_edit_get_n_changes (edit); i++)
    {
      GjChangeKind kind = gj_edit_get_change (edit, i)->kind;

      if (kind != GJ_CHANGE_DECISION && kind != GJ_CHANGE_COMMENT
          && kind != GJ_CHANGE_SETTING)
        return FALSE;
    }

  return TRUE;
}

static gboolean
push (GjSession *self,
      GjEdit    *edit,
      gboolean   joined)
{
  if (gj_edit_is_empty (edit) || !is_allowed (self, edit))
    return FALSE;

  self->n_review_undo++;
  self->n_review_redo = 0;

  if (joined)
    gj_history_push_joined (self->history, edit);
  else
    gj_history_push (self->history, edit);

  _gj_session_emit_can_undo_changed (self);

  return TRUE;
}

gboolean
gj_session_push (GjSession *self,
                 GjEdit    *edit)
{
  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);

  return push (self, edit, FALSE);
}

gboolean
gj_session_push_joined (GjSession *self,
                        GjEdit    *edit)
{
  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);

  return push (self, edit, TRUE);
}

gboolean
gj_session_can_undo (GjSession *self)
{
  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);

  return gj_history_can_undo (self->history)
         && (self->mode == GJ_MODE_DRAFTING || self->n_review_undo > 0);
}

gboolean
gj_session_can_redo (GjSession *self)
{
  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);

  return gj_history_can_redo (self->history)
         && (self->mode == GJ_MODE_DRAFTING || self->n_review_redo > 0);
}

gboolean
gj_session_undo (GjSession *self)
{
  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);

  if (!gj_session_can_undo (self) || !gj_history_undo (self->history))
    return FALSE;

  if (self->n_review_undo > 0)
    self->n_review_undo--;
  self->n_review_redo++;
  _gj_session_emit_can_undo_changed (self);

  return TRUE;
}

gboolean
gj_session_redo (GjSession *self)
{
  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);

  if (!gj_session_can_redo (self) || !gj_history_redo (self->history))
    return FALSE;

  if (self->n_review_redo > 0)
    self->n_review_redo--;
  self->n_review_undo++;
  _gj_session_emit_can_undo_changed (self);

  return TRUE;
}
