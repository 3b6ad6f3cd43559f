/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-reason-dialog.h"

#include <glib/gi18n-lib.h>

/**
 * GjReasonDialog:
 *
 * Asks why a finding is kept as it is. The reason is bound to the values that it was
 * written for; an empty one is no reason.
 */
struct _GjReasonDialog
{
  AdwWindow       parent_instance;

  GtkLabel       *message;
  GtkFlowBox     *reasons;
  GtkTextView    *reason;
  AdwEntryRow    *author;
  GtkCheckButton *no_problem;

  GjSession      *session;
  GjFindingGroup *group;
  GSettings      *settings;
};

G_DEFINE_FINAL_TYPE (GjReasonDialog, gj_reason_dialog, ADW_TYPE_WINDOW)

static char *
dup_reason (GjReasonDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->reason);
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);

  return g_strdup (g_strstrip (text));
}

static void
reason_changed_cb (GjReasonDialog *self)
{
  g_autofree char *reason = dup_reason (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.accept", *reason != '\0');
}

/* Behind what has been written: a ready reason is a beginning, which a person goes on from. */
static void
ready_reason_cb (GjReasonDialog *self,
                 GtkButton      *button)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->reason);
  g_autofree char *reason = dup_reason (self);
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  if (*reason != '\0')
    gtk_text_buffer_insert (buffer, &end, C_("between reasons", "; "), -1);
  gtk_text_buffer_insert (buffer, &end, gtk_button_get_label (button), -1);
  gtk_text_buffer_place_cursor (buffer, &end);
  gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

static void
offer_reasons (GjReasonDialog *self)
{
  const char *const *reasons = gj_finding_get_reasons (gj_finding_group_get_lead (self->group));

  for (guint i = 0; reasons != NULL && reasons[i] != NULL; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (reasons[i]);

      g_signal_connect_object (button, "clicked", G_CALLBACK (ready_reason_cb), self, G_CONNECT_SWAPPED);
      gtk_flow_box_insert (self->reasons, button, -1);
      gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->reasons), TRUE);
    }
}

static void
accept_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  GjReasonDialog *self = GJ_REASON_DIALOG (widget);
  g_autofree char *reason = dup_reason (self);
  GjDecisionState state = gtk_check_button_get_active (self->no_problem)
                          ? GJ_DECISION_NOT_A_PROBLEM : GJ_DECISION_ACCEPTED;

  gj_session_decide (self->session, self->group, state, reason,
                     gtk_editable_get_text (GTK_EDITABLE (self->author)));
  gtk_window_close (GTK_WINDOW (self));
}

static void
gj_reason_dialog_dispose (GObject *object)
{
  GjReasonDialog *self = GJ_REASON_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->group);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (gj_reason_dialog_parent_class)->dispose (object);
}

static void
gj_reason_dialog_class_init (GjReasonDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gj_reason_dialog_dispose;

  gtk_widget_class_install_action (widget_class, "dialog.accept", NULL, accept_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-reason-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GjReasonDialog, message);
  gtk_widget_class_bind_template_child (widget_class, GjReasonDialog, reasons);
  gtk_widget_class_bind_template_child (widget_class, GjReasonDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, GjReasonDialog, author);
  gtk_widget_class_bind_template_child (widget_class, GjReasonDialog, no_problem);
}

/* Before the text, which takes every kind of Return for a new line. */
static void
add_accept_key (GjReasonDialog *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                      gtk_named_action_new ("dialog.accept")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
gj_reason_dialog_init (GjReasonDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_accept_key (self);

  self->settings = g_settings_new (GJ_APPLICATION_ID);
  g_settings_bind (self->settings, "author", self->author, "text", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (gtk_text_view_get_buffer (self->reason), "changed",
                           G_CALLBACK (reason_changed_cb), self, G_CONNECT_SWAPPED);
}

GjReasonDialog *
gj_reason_dialog_new (GjSession      *session,
                      GjFindingGroup *group)
{
  GjReasonDialog *self;
  GjDecision *decision;

  g_return_val_if_fail (GJ_IS_SESSION (session), NULL);
  g_return_val_if_fail (GJ_IS_FINDING_GROUP (group), NULL);

  self = g_object_new (GJ_TYPE_REASON_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->group = g_object_ref (group);
  gtk_label_set_label (self->message, gj_finding_group_get_message (group));
  offer_reasons (self);

  /* A decision that was reopened offers its old words. */
  decision = gj_finding_get_decision (gj_finding_group_get_lead (group));
  if (decision != NULL && decision->reason != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->reason), decision->reason, -1);
  reason_changed_cb (self);

  return self;
}

void
gj_reason_dialog_present (GtkWindow      *parent,
                          GjSession      *session,
                          GjFindingGroup *group)
{
  GjReasonDialog *dialog = gj_reason_dialog_new (session, group);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), parent);
  gtk_widget_grab_focus (GTK_WIDGET (dialog->reason));
  gtk_window_present (GTK_WINDOW (dialog));
}
