/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-totals-dialog.h"

#include <glib/gi18n-lib.h>

/**
 * GjTotalsDialog:
 *
 * The totals of the table in view, or of every table when there is none, that differ from
 * the sum of their parts. Nothing changes until a person says so, then all in one step.
 */
struct _GjTotalsDialog
{
  AdwWindow   parent_instance;

  GtkStack   *stack;
  GtkLabel   *summary;
  GtkListBox *list;
  GtkWidget  *apply_button;

  GjSession  *session;
  GPtrArray  *totals;
};

G_DEFINE_FINAL_TYPE (GjTotalsDialog, gj_totals_dialog, ADW_TYPE_WINDOW)

static GPtrArray *
compute (GjSession *session)
{
  GjReport *report = gj_session_get_report (session);
  GjForm *form = gj_report_get_form (report);
  guint section = gj_selection_get_section (gj_session_get_selection (session));
  GPtrArray *totals;

  if (section != GJ_COVER && gj_form_get_section (form, section)->table != GJ_NONE)
    return gj_totals_compute (report, gj_form_get_section (form, section)->table);

  totals = gj_totals_compute (report, 0);
  for (guint i = 1; i < gj_form_get_n_tables (form); i++)
    g_ptr_array_extend_and_steal (totals, gj_totals_compute (report, i));

  return totals;
}

static const char *
get_words (const char *text)
{
  return text != NULL && *text != '\0' ? text : _("blank");
}

static GtkWidget *
create_row (GjTotalsDialog *self,
            const GjTotal  *total)
{
  GjReport *report = gj_session_get_report (self->session);
  g_autofree char *name = gj_form_dup_cell_name (gj_report_get_form (report), total->cell,
                                                 gj_report_get_variant (report),
                                                 gj_language_get_current ());
  g_autofree char *change = g_strdup_printf ("%s → %s", get_words (total->old_text),
                                             total->new_text);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (change);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "heading");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);

  return row;
}

static void
fill (GjTotalsDialog *self)
{
  guint n_totals = self->totals->len;
  g_autofree char *summary = NULL;

  for (guint i = 0; i < n_totals; i++)
    gtk_list_box_append (self->list,
                         create_row (self, g_ptr_array_index (self->totals, i)));

  summary = g_strdup_printf (ngettext ("%u total differs from the sum of its parts:",
                                       "%u totals differ from the sum of their parts:",
                                       n_totals), n_totals);
  gtk_label_set_label (self->summary, summary);
  gtk_stack_set_visible_child_name (self->stack, n_totals > 0 ? "totals" : "fine");
  gtk_widget_set_visible (self->apply_button, n_totals > 0);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->apply_button);
  if (n_totals > 0)
    gtk_widget_grab_focus (self->apply_button);
}

static void
apply_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  GjTotalsDialog *self = GJ_TOTALS_DIALOG (widget);
  g_autoptr (GjEdit) edit = NULL;

  edit = gj_totals_make_edit (gj_session_get_report (self->session), self->totals,
                              _("Compute totals"));
  gj_session_push (self->session, edit);
  gtk_window_close (GTK_WINDOW (self));
}

static void
gj_totals_dialog_dispose (GObject *object)
{
  GjTotalsDialog *self = GJ_TOTALS_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->totals, g_ptr_array_unref);

  G_OBJECT_CLASS (gj_totals_dialog_parent_class)->dispose (object);
}

static void
gj_totals_dialog_class_init (GjTotalsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gj_totals_dialog_dispose;

  gtk_widget_class_install_action (widget_class, "dialog.apply", NULL, apply_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-totals-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GjTotalsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GjTotalsDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, GjTotalsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, GjTotalsDialog, apply_button);
}

static void
gj_totals_dialog_init (GjTotalsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GjTotalsDialog *
gj_totals_dialog_new (GjSession *session)
{
  GjTotalsDialog *self;

  g_return_val_if_fail (GJ_IS_SESSION (session), NULL);

  self = g_object_new (GJ_TYPE_TOTALS_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->totals = compute (session);
  fill (self);

  return self;
}

void
gj_totals_dialog_present (GtkWindow *parent,
                          GjSession *session)
{
  GjTotalsDialog *dialog = gj_totals_dialog_new (session);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), parent);
  gtk_window_present (GTK_WINDOW (dialog));
}
