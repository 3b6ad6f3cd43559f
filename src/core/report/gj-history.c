/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-history.h"

#include "gj-edit-private.h"

/**
 * GjHistory:
 *
 * The steps made on one report, which it alone may change. It owns the steps, not what
 * they mean: every step knows how to apply and revert itself.
 */

/* Steps before the position have been made, those from it on undone. The saved mark is
 * the position at which the report was saved, or NOWHERE when no undo or redo leads there
 * any more; the saving mark is the same for a save that is under way. Only an open step,
 * always the last one made, takes more typing; it is a copy of the history's own, so a
 * step that somebody else holds never changes. */

#define MAX_STEPS 10000
#define NOWHERE -1

struct _GjHistory
{
  GObject    parent_instance;

  GjReport  *report;
  GPtrArray *steps;
  guint      position;
  int        saved;
  int        saving;
  gboolean   open;
};

G_DEFINE_FINAL_TYPE (GjHistory, gj_history, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_MODIFIED,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_EDITED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* What the properties were before a change, to notify of those that differ after it. The
 * labels are held by their steps. */

typedef struct
{
  gboolean  can_undo;
  gboolean  can_redo;
  GjEdit   *undo_step;
  GjEdit   *redo_step;
  gboolean  modified;
} State;

static GjEdit *
dup_step (GjHistory *self,
          guint      index)
{
  if (index >= self->steps->len)
    return NULL;

  return gj_edit_ref (g_ptr_array_index (self->steps, index));
}

static State
remember (GjHistory *self)
{
  State state = { gj_history_can_undo (self), gj_history_can_redo (self) };

  state.undo_step = self->position > 0 ? dup_step (self, self->position - 1) : NULL;
  state.redo_step = dup_step (self, self->position);
  state.modified = gj_history_is_modified (self);

  return state;
}

static void
notify_if (GjHistory *self,
           int        property,
           gboolean   differs)
{
  if (differs)
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
notify_changes (GjHistory *self,
                State     *before)
{
  g_autoptr (GjEdit) undo_step = before->undo_step;
  g_autoptr (GjEdit) redo_step = before->redo_step;
  const char *undo_label = undo_step != NULL ? gj_edit_get_label (undo_step) : NULL;
  const char *redo_label = redo_step != NULL ? gj_edit_get_label (redo_step) : NULL;

  notify_if (self, PROP_CAN_UNDO, before->can_undo != gj_history_can_undo (self));
  notify_if (self, PROP_CAN_REDO, before->can_redo != gj_history_can_redo (self));
  notify_if (self, PROP_UNDO_LABEL,
             g_strcmp0 (undo_label, gj_history_get_undo_label (self)) != 0);
  notify_if (self, PROP_REDO_LABEL,
             g_strcmp0 (redo_label, gj_history_get_redo_label (self)) != 0);
  notify_if (self, PROP_MODIFIED, before->modified != gj_history_is_modified (self));
}

static void
drop_undone_steps (GjHistory *self)
{
  if (self->saved > (int) self->position)
    self->saved = NOWHERE;
  if (self->saving > (int) self->position)
    self->saving = NOWHERE;

  g_ptr_array_set_size (self->steps, self->position);
}

static void
drop_oldest_steps (GjHistory *self)
{
  guint n;

  if (self->steps->len <= MAX_STEPS)
    return;

  n = self->steps->len - MAX_STEPS;
  g_ptr_array_remove_range (self->steps, 0, n);
  self->position -= n;
  self->saved = MAX (self->saved - (int) n, NOWHERE);
  self->saving = MAX (self->saving - (int) n, NOWHERE);
}

static void
add_step (GjHistory *self,
          GjEdit    *step)
{
  drop_undone_steps (self);
  g_ptr_array_add (self->steps, step);
  self->position++;
  drop_oldest_steps (self);
}

static gboolean
join_last_step (GjHistory *self,
                GjEdit    *edit)
{
  if (!self->open || self->position == 0)
    return FALSE;

  return gj_edit_join (g_ptr_array_index (self->steps, self->position - 1), edit);
}

static void
gj_history_dispose (GObject *object)
{
  GjHistory *self = GJ_HISTORY (object);

  g_clear_object (&self->report);

  G_OBJECT_CLASS (gj_history_parent_class)->dispose (object);
}

static void
gj_history_finalize (GObject *object)
{
  GjHistory *self = GJ_HISTORY (object);

  g_ptr_array_unref (self->steps);

  G_OBJECT_CLASS (gj_history_parent_class)->finalize (object);
}

static void
gj_history_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  GjHistory *self = GJ_HISTORY (object);

  switch (prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, gj_history_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, gj_history_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, gj_history_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, gj_history_get_redo_label (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, gj_history_is_modified (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gj_history_class_init (GjHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = gj_history_dispose;
  object_class->finalize = gj_history_finalize;
  object_class->get_property = gj_history_get_property;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_EDITED] =
    g_signal_new ("edited", GJ_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_BOOLEAN);
}

static void
gj_history_init (GjHistory *self)
{
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_edit_unref);
}

/**
 * gj_history_new:
 * @report: a report
 *
 * Makes an empty history of @report, which counts as saved.
 *
 * Returns: (transfer full): the history
 */
GjHistory *
gj_history_new (GjReport *report)
{
  GjHistory *self;

  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);
  g_return_val_if_fail (!gj_report_is_snapshot (report), NULL);

  self = g_object_new (GJ_TYPE_HISTORY, NULL);
  self->report = g_object_ref (report);

  return self;
}

/**
 * gj_history_get_report:
 * @self: a history
 *
 * Returns: (transfer none): the report that it changes
 */
GjReport *
gj_history_get_report (GjHistory *self)
{
  g_return_val_if_fail (GJ_IS_HISTORY (self), NULL);

  return self->report;
}

/* Makes what @edit changes; @step is what is kept of it, NULL when the last step has
 * already taken it in. */

static void
push_step (GjHistory *self,
           GjEdit    *edit,
           GjEdit    *step)
{
  State before = remember (self);

  if (step != NULL)
    add_step (self, step);
  gj_report_apply (self->report, edit);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, edit, FALSE);
  notify_changes (self, &before);
}

/**
 * gj_history_push:
 * @self: a history
 * @edit: (transfer none): a step built for the report as it is now
 *
 * Makes a step. What was undone cannot be redone any more. An empty step is dropped.
 */
void
gj_history_push (GjHistory *self,
                 GjEdit    *edit)
{
  g_return_if_fail (GJ_IS_HISTORY (self));
  g_return_if_fail (edit != NULL);

  if (gj_edit_is_empty (edit))
    return;

  self->open = FALSE;
  push_step (self, edit, gj_edit_ref (edit));
}

/**
 * gj_history_push_joined:
 * @self: a history
 * @edit: (transfer none): a step built for the report as it is now
 *
 * Makes a step of typing: it becomes one with the step before when that one is typing in
 * the same place and has not been closed.
 */
void
gj_history_push_joined (GjHistory *self,
                        GjEdit    *edit)
{
  GjEdit *typing;

  g_return_if_fail (GJ_IS_HISTORY (self));
  g_return_if_fail (edit != NULL);

  if (gj_edit_is_empty (edit))
    return;

  if (join_last_step (self, edit))
    {
      push_step (self, edit, NULL);
      return;
    }

  typing = _gj_edit_copy_typing (edit);
  self->open = typing != NULL;
  push_step (self, edit, typing != NULL ? typing : gj_edit_ref (edit));
}

/**
 * gj_history_close_step:
 * @self: a history
 *
 * Ends the typing: what is typed next is a step of its own.
 */
void
gj_history_close_step (GjHistory *self)
{
  g_return_if_fail (GJ_IS_HISTORY (self));

  self->open = FALSE;
}

/**
 * gj_history_undo:
 * @self: a history
 *
 * Takes the last step back.
 *
 * Returns: whether there was one
 */
gboolean
gj_history_undo (GjHistory *self)
{
  g_autoptr (GjEdit) edit = NULL;
  State before;

  g_return_val_if_fail (GJ_IS_HISTORY (self), FALSE);

  if (!gj_history_can_undo (self))
    return FALSE;

  before = remember (self);
  self->open = FALSE;
  self->position--;
  edit = dup_step (self, self->position);
  gj_report_revert (self->report, edit);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, edit, TRUE);
  notify_changes (self, &before);

  return TRUE;
}

/**
 * gj_history_redo:
 * @self: a history
 *
 * Makes the step again that was undone last.
 *
 * Returns: whether there was one
 */
gboolean
gj_history_redo (GjHistory *self)
{
  g_autoptr (GjEdit) edit = NULL;
  State before;

  g_return_val_if_fail (GJ_IS_HISTORY (self), FALSE);

  if (!gj_history_can_redo (self))
    return FALSE;

  before = remember (self);
  self->open = FALSE;
  edit = dup_step (self, self->position);
  self->position++;
  gj_report_apply (self->report, edit);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, edit, FALSE);
  notify_changes (self, &before);

  return TRUE;
}

/**
 * gj_history_can_undo:
 * @self: a history
 *
 * Returns: whether there is a step to take back
 */
gboolean
gj_history_can_undo (GjHistory *self)
{
  g_return_val_if_fail (GJ_IS_HISTORY (self), FALSE);

  return self->position > 0;
}

/**
 * gj_history_can_redo:
 * @self: a history
 *
 * Returns: whether there is a step to make again
 */
gboolean
gj_history_can_redo (GjHistory *self)
{
  g_return_val_if_fail (GJ_IS_HISTORY (self), FALSE);

  return self->position < self->steps->len;
}

/**
 * gj_history_get_undo_label:
 * @self: a history
 *
 * Returns: (nullable): what would be taken back
 */
const char *
gj_history_get_undo_label (GjHistory *self)
{
  g_return_val_if_fail (GJ_IS_HISTORY (self), NULL);

  if (!gj_history_can_undo (self))
    return NULL;

  return gj_edit_get_label (g_ptr_array_index (self->steps, self->position - 1));
}

/**
 * gj_history_get_redo_label:
 * @self: a history
 *
 * Returns: (nullable): what would be made again
 */
const char *
gj_history_get_redo_label (GjHistory *self)
{
  g_return_val_if_fail (GJ_IS_HISTORY (self), NULL);

  if (!gj_history_can_redo (self))
    return NULL;

  return gj_edit_get_label (g_ptr_array_index (self->steps, self->position));
}

static void
mark (GjHistory *self,
      int        saved)
{
  State before = remember (self);

  self->open = FALSE;
  self->saved = saved;
  notify_changes (self, &before);
}

/**
 * gj_history_begin_save:
 * @self: a history
 *
 * Says that the report as it is now is about to be saved. It may be edited until
 * gj_history_end_save() says how that went.
 */
void
gj_history_begin_save (GjHistory *self)
{
  g_return_if_fail (GJ_IS_HISTORY (self));

  self->open = FALSE;
  self->saving = (int) self->position;
}

/**
 * gj_history_end_save:
 * @self: a history
 * @saved: whether what was to be saved has been
 *
 * Ends a save: the state at its begin is the saved one now, or nothing has changed.
 */
void
gj_history_end_save (GjHistory *self,
                     gboolean   saved)
{
  g_return_if_fail (GJ_IS_HISTORY (self));

  if (saved)
    mark (self, self->saving);
}

/**
 * gj_history_mark_saved:
 * @self: a history
 *
 * Says that the report is saved as it is now.
 */
void
gj_history_mark_saved (GjHistory *self)
{
  g_return_if_fail (GJ_IS_HISTORY (self));

  mark (self, (int) self->position);
}

/**
 * gj_history_mark_unsaved:
 * @self: a history
 *
 * Says that no state of the report is saved anywhere.
 */
void
gj_history_mark_unsaved (GjHistory *self)
{
  g_return_if_fail (GJ_IS_HISTORY (self));

  mark (self, NOWHERE);
}

/**
 * gj_history_is_modified:
 * @self: a history
 *
 * Returns: whether the report differs from what was saved
 */
gboolean
gj_history_is_modified (GjHistory *self)
{
  g_return_val_if_fail (GJ_IS_HISTORY (self), FALSE);

  return self->saved != (int) self->position;
}
