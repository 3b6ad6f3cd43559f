/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-final-dialog.h"

#include <glib/gi18n-lib.h>

#include "gj-render.h"

#include "gj-final-gate.h"

/* Who has more than this left to do does not read them here. */
#define N_SHOWN 40

/**
 * GjFinalDialog:
 *
 * Lists what stands against a final copy and asks why it is made all the same. The way
 * back to the errors is the answer that is meant; the reason becomes a decision of the
 * report, bound to these errors.
 */
struct _GjFinalDialog
{
  AdwWindow    parent_instance;

  GtkLabel    *heading;
  GtkListBox  *errors;
  GtkLabel    *more;
  GtkTextView *reason;
  AdwEntryRow *author;
  GtkWidget   *mend_button;

  GjSession   *session;
  GPtrArray   *groups;
  GSettings   *settings;
  gboolean     is_answered;
};

G_DEFINE_FINAL_TYPE (GjFinalDialog, gj_final_dialog, ADW_TYPE_WINDOW)

enum { ANSWERED, N_SIGNALS };
static guint signals[N_SIGNALS];

static char *
dup_reason (GjFinalDialog *self)
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
reason_changed_cb (GjFinalDialog *self)
{
  g_autofree char *reason = dup_reason (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.accept", *reason != '\0');
}

static void
answer (GjFinalDialog *self,
        gboolean       recorded,
        GjFinding     *chosen)
{
  if (self->is_answered)
    return;

  self->is_answered = TRUE;
  g_signal_emit (self, signals[ANSWERED], 0, recorded, chosen);
}

static gboolean
record (GjFinalDialog *self,
        const char    *reason)
{
  GjReport *report = gj_session_get_report (self->session);
  const char *who = gtk_editable_get_text (GTK_EDITABLE (self->author));
  g_autoptr (GPtrArray) findings = g_ptr_array_new ();
  g_autofree char *today = gj_paper_dup_today ();
  g_autoptr (GjDecision) decision = NULL;
  g_autoptr (GjEdit) edit = NULL;

  for (guint i = 0; i < self->groups->len; i++)
    {
      GjFindingGroup *group = g_ptr_array_index (self->groups, i);

      for (guint j = 0; j < gj_finding_group_get_n_findings (group); j++)
        g_ptr_array_add (findings, gj_finding_group_get_finding (group, j));
    }

  decision = gj_final_copy_decide (findings, reason, *who != '\0' ? who : NULL, today);
  edit = gj_edit_new (_("Final copy with errors left open"));
  gj_edit_set_decision (edit, report, GJ_FINAL_DESPITE_KEY, decision);

  return gj_edit_is_empty (edit) || gj_session_push (self->session, edit);
}

static void
accept_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  GjFinalDialog *self = GJ_FINAL_DIALOG (widget);
  g_autofree char *reason = dup_reason (self);
  gboolean recorded = record (self, reason);

  gtk_widget_set_visible (widget, FALSE);
  answer (self, recorded, NULL);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
go_to (GjFinalDialog *self,
       guint          index)
{
  g_autoptr (GjFinding) finding = NULL;

  if (index < self->groups->len)
    finding = g_object_ref (gj_finding_group_get_lead (g_ptr_array_index (self->groups, index)));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  answer (self, FALSE, finding);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
mend_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  go_to (GJ_FINAL_DIALOG (widget), 0);
}

static void
error_activated_cb (GjFinalDialog *self,
                    GtkListBoxRow *row)
{
  go_to (self, (guint) gtk_list_box_row_get_index (row));
}

static gboolean
gj_final_dialog_close_request (GtkWindow *window)
{
  answer (GJ_FINAL_DIALOG (window), FALSE, NULL);

  return GTK_WINDOW_CLASS (gj_final_dialog_parent_class)->close_request (window);
}

static void
gj_final_dialog_dispose (GObject *object)
{
  GjFinalDialog *self = GJ_FINAL_DIALOG (object);

  answer (self, FALSE, NULL);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->groups, g_ptr_array_unref);

  G_OBJECT_CLASS (gj_final_dialog_parent_class)->dispose (object);
}

static void
gj_final_dialog_class_init (GjFinalDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gj_final_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = gj_final_dialog_close_request;

  signals[ANSWERED] =
    g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_BOOLEAN, GJ_TYPE_FINDING);

  gtk_widget_class_install_action (widget_class, "dialog.accept", NULL, accept_cb);
  gtk_widget_class_install_action (widget_class, "dialog.mend", NULL, mend_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-final-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GjFinalDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, GjFinalDialog, errors);
  gtk_widget_class_bind_template_child (widget_class, GjFinalDialog, more);
  gtk_widget_class_bind_template_child (widget_class, GjFinalDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, GjFinalDialog, author);
  gtk_widget_class_bind_template_child (widget_class, GjFinalDialog, mend_button);
  gtk_widget_class_bind_template_callback (widget_class, error_activated_cb);
}

static void
gj_final_dialog_init (GjFinalDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (GJ_APPLICATION_ID);
  g_settings_bind (self->settings, "author", self->author, "text", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (gtk_text_view_get_buffer (self->reason), "changed",
                           G_CALLBACK (reason_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
add_error (GjFinalDialog  *self,
           GjFindingGroup *group)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gj_finding_group_get_title (group));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), gj_finding_group_get_message (group));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->errors, row);
}

static void
show_errors (GjFinalDialog *self)
{
  guint n_groups = self->groups->len;
  g_autofree char *heading =
    g_strdup_printf (ngettext ("%u error is still open", "%u errors are still open", n_groups),
                     n_groups);

  gtk_label_set_label (self->heading, heading);
  for (guint i = 0; i < MIN (n_groups, N_SHOWN); i++)
    add_error (self, g_ptr_array_index (self->groups, i));

  if (n_groups > N_SHOWN)
    {
      g_autofree char *more =
        g_strdup_printf (ngettext ("And %u more.", "And %u more.", n_groups - N_SHOWN),
                         n_groups - N_SHOWN);

      gtk_label_set_label (self->more, more);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_groups > N_SHOWN);
}

/* All errors that nobody has decided on one by one: a new reason names them all. */
static GPtrArray *
list_errors (GjSession *session)
{
  GListModel *list = gj_session_get_groups (session);
  GPtrArray *groups = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GjFindingGroup) group = g_list_model_get_item (list, i);
      GjFinding *lead = gj_finding_group_get_lead (group);

      if (gj_finding_get_severity (lead) == GJ_SEVERITY_ERROR && !gj_finding_is_decided (lead))
        g_ptr_array_add (groups, g_steal_pointer (&group));
    }

  return groups;
}

GjFinalDialog *
gj_final_dialog_new (GtkWindow *parent,
                     GjSession *session)
{
  GjFinalDialog *self;
  GjDecision *decision;

  g_return_val_if_fail (GJ_IS_SESSION (session), NULL);

  self = g_object_new (GJ_TYPE_FINAL_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->groups = list_errors (session);
  show_errors (self);

  /* What was written before is offered again. */
  decision = gj_report_find_decision (gj_session_get_report (session), GJ_FINAL_DESPITE_KEY);
  if (decision != NULL && decision->reason != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->reason), decision->reason, -1);
  reason_changed_cb (self);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->mend_button);
  gtk_widget_grab_focus (self->mend_button);

  return self;
}
