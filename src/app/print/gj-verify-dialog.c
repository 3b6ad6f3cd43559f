/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-verify-dialog.h"

#include <glib/gi18n-lib.h>

#include "gj-file-choice.h"
#include "gj-verify-task.h"

/* A change of the report is compared when nothing follows it for a while. */
#define EDIT_DELAY_MS 500

/* More differences than this are two reports, not one with changes. */
#define N_SHOWN 50

/**
 * GjVerifyDialog:
 *
 * What is given is compared at once, and again when the report changes. It stays open
 * beside the report while a person goes from difference to difference.
 */
struct _GjVerifyDialog
{
  AdwWindow     parent_instance;

  AdwEntryRow  *code;
  GtkStack     *stack;
  GtkLabel     *summary;
  GtkImage     *sign;
  GtkListBox   *evidence;
  GtkLabel     *problem;

  GjSession    *session;
  GPtrArray    *files;
  GCancellable *cancellable;
  guint         edit_id;
  gboolean      is_busy;
};

G_DEFINE_FINAL_TYPE (GjVerifyDialog, gj_verify_dialog, ADW_TYPE_WINDOW)

enum { PLACE_CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static GtkWidget *
add_row (GjVerifyDialog *self,
         const char     *title,
         const char     *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_append (self->evidence, row);

  return row;
}

static const char *
show (const char *fragment)
{
  return fragment != NULL && *fragment != '\0' ? fragment : _("nothing");
}

static void
add_difference (GjVerifyDialog     *self,
                const GjDifference *difference)
{
  g_autofree char *words = g_strdup_printf (_("“%s” here, “%s” there"), show (difference->left),
                                            show (difference->right));
  GtkWidget *row = add_row (self, difference->name, words);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_margin_start (row, 24);
  gtk_widget_set_tooltip_text (row, _("Go to this place"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "place", g_strdup (difference->place), g_free);
}

static const char *
get_state_words (const GjEvidence *evidence)
{
  if (evidence->is_unread)
    return _("could not be read");

  return evidence->agrees ? _("agrees") : _("differs");
}

static void
add_evidence (GjVerifyDialog   *self,
              const GjEvidence *evidence)
{
  g_autofree char *groups = evidence->digest != NULL ? gj_digest_format (evidence->digest) : NULL;
  const char *icon = evidence->is_unread ? "dialog-question-symbolic"
                     : evidence->agrees ? "object-select-symbolic" : "dialog-error-symbolic";
  GtkWidget *row = add_row (self, evidence->name, groups);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (get_state_words (evidence)));
  if (evidence->is_signed)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (_("digitally signed")));
}

static void
show_result (GjVerifyDialog *self,
             GjVerification *verification)
{
  GjVerificationResult outcome = gj_verification_get_result (verification);
  g_autofree char *summary = gj_verification_dup_summary (verification);
  guint n_shown = 0;

  gtk_label_set_label (self->summary, summary);
  gtk_image_set_from_icon_name (self->sign,
                                outcome == GJ_VERIFICATION_TOGETHER ? "object-select-symbolic"
                                : outcome == GJ_VERIFICATION_APART ? "dialog-error-symbolic"
                                : "dialog-information-symbolic");
  clear_list (self->evidence);
  for (guint i = 0; i < gj_verification_get_n_evidence (verification); i++)
    {
      GPtrArray *differences = gj_verification_get_differences (verification, i);

      add_evidence (self, gj_verification_get_evidence (verification, i));
      for (guint j = 0; differences != NULL && j < differences->len && n_shown < N_SHOWN; j++, n_shown++)
        add_difference (self, g_ptr_array_index (differences, j));
    }
  gtk_stack_set_visible_child_name (self->stack, "result");
}

static void
verified_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GjVerifyDialog *self = GJ_VERIFY_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GjVerification) verification = gj_verify_task_finish (result, &error);

  if (self->cancellable == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  self->is_busy = FALSE;
  if (verification != NULL)
    {
      show_result (self, verification);
      return;
    }

  gtk_label_set_label (self->problem, error->message);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static void
verify (GjVerifyDialog *self)
{
  const char *code = gtk_editable_get_text (GTK_EDITABLE (self->code));
  g_autoptr (GjReport) snapshot = NULL;

  if (self->files->len == 0 && *code == '\0')
    return;

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->is_busy = TRUE;
  gtk_stack_set_visible_child_name (self->stack, "busy");
  snapshot = gj_report_dup_snapshot (gj_session_get_report (self->session));
  gj_verify_task_async (G_OBJECT (self), snapshot, self->files, code, self->cancellable,
                        verified_cb, NULL);
}

static gboolean
edit_cb (gpointer user_data)
{
  GjVerifyDialog *self = user_data;

  self->edit_id = 0;
  verify (self);

  return G_SOURCE_REMOVE;
}

static void
edited_cb (GjVerifyDialog *self)
{
  g_clear_handle_id (&self->edit_id, g_source_remove);
  self->edit_id = g_timeout_add (EDIT_DELAY_MS, edit_cb, self);
}

static void
code_entered_cb (GjVerifyDialog *self)
{
  verify (self);
}

/* To the cell, the section, or the cover for what is in neither. */
static void
row_activated_cb (GjVerifyDialog *self,
                  GtkListBoxRow  *row)
{
  const char *place = g_object_get_data (G_OBJECT (row), "place");
  GjForm *form = gj_report_get_form (gj_session_get_report (self->session));
  GjSelection *selection = gj_session_get_selection (self->session);
  guint cell;
  guint section;

  if (place == NULL)
    return;

  cell = gj_form_find_cell (form, place);
  section = gj_form_find_section (form, place);
  if (cell != GJ_NONE)
    gj_selection_set_cell (selection, cell);
  else
    gj_selection_set_section (selection, section != GJ_NONE ? section : GJ_COVER);
  g_signal_emit (self, signals[PLACE_CHOSEN], 0);
}

static void
files_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GjVerifyDialog *self = GJ_VERIFY_DIALOG (source);
  g_autoptr (GListModel) files = gj_file_choice_finish_several (result);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      gj_verify_dialog_add_file (self, file);
    }
}

static void
choose_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  GjVerifyDialog *self = GJ_VERIFY_DIALOG (widget);
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GFile) folder = gj_document_dup_folder (gj_session_get_document (self->session));

  gtk_file_filter_set_name (filter, _("PDF documents and reports (.pdf, .gouji, .docx)"));
  gtk_file_filter_add_suffix (filter, "pdf");
  gtk_file_filter_add_suffix (filter, "gouji");
  gtk_file_filter_add_suffix (filter, "docx");
  g_list_store_append (filters, filter);
  gj_file_choice_open_async (GTK_WINDOW (self), _("Compare with a File"), G_LIST_MODEL (filters), folder,
                             files_chosen_cb, NULL);
}

static void
gj_verify_dialog_dispose (GObject *object)
{
  GjVerifyDialog *self = GJ_VERIFY_DIALOG (object);

  g_clear_handle_id (&self->edit_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_pointer (&self->files, g_ptr_array_unref);

  G_OBJECT_CLASS (gj_verify_dialog_parent_class)->dispose (object);
}

static void
gj_verify_dialog_class_init (GjVerifyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gj_verify_dialog_dispose;

  signals[PLACE_CHOSEN] =
    g_signal_new ("place-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "dialog.choose", NULL, choose_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-verify-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GjVerifyDialog, code);
  gtk_widget_class_bind_template_child (widget_class, GjVerifyDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GjVerifyDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, GjVerifyDialog, sign);
  gtk_widget_class_bind_template_child (widget_class, GjVerifyDialog, evidence);
  gtk_widget_class_bind_template_child (widget_class, GjVerifyDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, code_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
gj_verify_dialog_init (GjVerifyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
}

GjVerifyDialog *
gj_verify_dialog_new (GtkWindow *parent,
                      GjSession *session)
{
  GjVerifyDialog *self;

  g_return_val_if_fail (GJ_IS_SESSION (session), NULL);

  self = g_object_new (GJ_TYPE_VERIFY_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (gj_session_get_history (session), "edited", G_CALLBACK (edited_cb),
                           self, G_CONNECT_SWAPPED);

  return self;
}

/* A new list each time: a thread may be reading the old one. */
void
gj_verify_dialog_add_file (GjVerifyDialog *self,
                           GFile          *file)
{
  GPtrArray *files;

  g_return_if_fail (GJ_IS_VERIFY_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->files->len; i++)
    {
      GFile *other = g_ptr_array_index (self->files, i);

      if (!g_file_equal (other, file))
        g_ptr_array_add (files, g_object_ref (other));
    }
  g_ptr_array_add (files, g_object_ref (file));
  g_ptr_array_unref (self->files);
  self->files = files;
  verify (self);
}

void
gj_verify_dialog_set_code (GjVerifyDialog *self,
                           const char     *code)
{
  g_return_if_fail (GJ_IS_VERIFY_DIALOG (self));

  gtk_editable_set_text (GTK_EDITABLE (self->code), code);
  verify (self);
}

gboolean
gj_verify_dialog_is_ready (GjVerifyDialog *self)
{
  g_return_val_if_fail (GJ_IS_VERIFY_DIALOG (self), FALSE);

  return !self->is_busy;
}
