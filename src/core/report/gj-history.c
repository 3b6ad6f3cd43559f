/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-history.h"

#include "gj-steps.h"

/**
 * GjHistory:
 *
 * The steps made on one report, which it alone may change. It owns the steps, not what
 * they mean: every step knows how to apply and revert itself.
 */

struct _GjHistory
{
  GObject   parent_instance;

  GjReport *report;
  GjSteps   steps;
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
  GjEdit   *undo_step;
  GjEdit   *redo_step;
  gboolean  modified;
} State;

static GjEdit *
ref_or_null (GjEdit *step)
{
  return step != NULL ? gj_edit_ref (step) : NULL;
}

static const char *
label_or_null (GjEdit *step)
{
  return step != NULL ? gj_edit_get_label (step) : NULL;
}

static State
remember (GjHistory *self)
{
  State state;

  state.undo_step = ref_or_null (_gj_steps_get_undo (&self->steps));
  state.redo_step = ref_or_null (_gj_steps_get_redo (&self->steps));
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

  notify_if (self, PROP_CAN_UNDO, (undo_step != NULL) != gj_history_can_undo (self));
  notify_if (self, PROP_CAN_REDO, (redo_step != NULL) != gj_history_can_redo (self));
  notify_if (self, PROP_UNDO_LABEL,
             g_strcmp0 (label_or_null (undo_step), gj_history_get_undo_label (self)) != 0);
  notify_if (self, PROP_REDO_LABEL,
             g_strcmp0 (label_or_null (redo_step), gj_history_get_redo_label (self)) != 0);
  notify_if (self, PROP_MODIFIED, before->modified != gj_history_is_modified (self));
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

  _gj_steps_clear (&self->steps);

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
  _gj_steps_init (&self->steps);
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

/* Makes the changes of @edit, or takes them back, and says so. What is kept of typing may
 * be more than @edit, which leads from the report as it is. */

static void
make (GjHistory *self,
      GjEdit    *edit,
      gboolean   reverted,
      State     *before)
{
  if (reverted)
    gj_report_revert (self->report, edit);
  else
    gj_report_apply (self->report, edit);

  g_signal_emit (self, signals[SIGNAL_EDITED], 0, edit, reverted);
  notify_changes (self, before);
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
  State before;

  g_return_if_fail (GJ_IS_HISTORY (self));
  g_return_if_fail (edit != NULL);

  if (gj_edit_is_empty (edit))
    return;

  before = remember (self);
  _gj_steps_add (&self->steps, edit);
  make (self, edit, FALSE, &before);
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
  State before;

  g_return_if_fail (GJ_IS_HISTORY (self));
  g_return_if_fail (edit != NULL);

  if (gj_edit_is_empty (edit))
    return;

  before = remember (self);
  _gj_steps_add_typing (&self->steps, edit);
  make (self, edit, FALSE, &before);
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

  _gj_steps_close (&self->steps);
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
  edit = _gj_steps_back (&self->steps);
  make (self, edit, TRUE, &before);

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
  edit = _gj_steps_forward (&self->steps);
  make (self, edit, FALSE, &before);

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

  return _gj_steps_get_undo (&self->steps) != NULL;
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

  return _gj_steps_get_redo (&self->steps) != NULL;
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

  return label_or_null (_gj_steps_get_undo (&self->steps));
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

  return label_or_null (_gj_steps_get_redo (&self->steps));
}

static void
mark (GjHistory *self,
      int        position)
{
  State before = remember (self);

  _gj_steps_mark_saved (&self->steps, position);
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

  _gj_steps_begin_save (&self->steps);
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
    mark (self, self->steps.saving);
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

  mark (self, (int) self->steps.position);
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

  mark (self, GJ_NOWHERE);
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

  return _gj_steps_is_modified (&self->steps);
}
