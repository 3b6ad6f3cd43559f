/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "gj-font-words.h"
#include "gj-page-layout.h"

/**
 * GjExportDialog:
 *
 * One row a format of the one table of them. Writes nothing.
 */
struct _GjExportDialog
{
  AdwWindow     parent_instance;

  GtkListBox   *formats;
  GtkExpander  *remark_bar;
  GtkLabel     *summary;
  GtkLabel     *remarks;

  GPtrArray    *buttons;
  GSettings    *settings;
  GCancellable *cancellable;
  gboolean      has_remarks;
};

G_DEFINE_FINAL_TYPE (GjExportDialog, gj_export_dialog, ADW_TYPE_WINDOW)

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

/* What each is good for; the program's own format is what saving is for. */
static const struct
{
  const char *suffix;
  const char *use;
} uses[] = {
  { "pdf", N_("To sign, hand in and publish; opens here again with everything in it") },
  { "docx", N_("To go on in Word or WPS") },
  { "html", N_("For the website, also readable by screen readers") },
  { "xlsx", N_("The three tables with live sums") },
};

static const char *
get_use (const char *suffix)
{
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    if (g_str_equal (uses[i].suffix, suffix))
      return _(uses[i].use);

  return "";
}

static const GjExportFormat *
get_chosen (GjExportDialog *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, i);

      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (button)))
        return g_object_get_data (G_OBJECT (button), "format");
    }

  return NULL;
}

/* Only the pages of a PDF are set in our fonts. */
static void
show_or_hide_remarks (GjExportDialog *self)
{
  const GjExportFormat *format = get_chosen (self);

  gtk_widget_set_visible (GTK_WIDGET (self->remark_bar),
                          self->has_remarks && format != NULL && g_str_equal (format->suffix, "pdf"));
}

static void
export_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  GjExportDialog *self = GJ_EXPORT_DIALOG (widget);
  const GjExportFormat *format = get_chosen (self);

  if (format == NULL)
    return;

  g_settings_set_string (self->settings, "export-format", format->suffix);
  gtk_widget_set_visible (widget, FALSE);
  g_signal_emit (self, signals[CHOSEN], 0, format);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
laid_out_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GjExportDialog *self = GJ_EXPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GjPages) pages = gj_page_layout_finish (result, &error);
  g_autofree char *summary = pages != NULL ? gj_font_words_dup_summary (pages) : NULL;
  g_autofree char *details = NULL;

  if (self->cancellable == NULL || summary == NULL)
    return;

  details = gj_font_words_dup_details (pages);
  gtk_label_set_label (self->summary, summary);
  gtk_label_set_label (self->remarks, details);
  self->has_remarks = TRUE;
  show_or_hide_remarks (self);
}

static void
gj_export_dialog_dispose (GObject *object)
{
  GjExportDialog *self = GJ_EXPORT_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);

  G_OBJECT_CLASS (gj_export_dialog_parent_class)->dispose (object);
}

static void
gj_export_dialog_class_init (GjExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gj_export_dialog_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_install_action (widget_class, "dialog.export", NULL, export_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "dialog.export", NULL);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GjExportDialog, formats);
  gtk_widget_class_bind_template_child (widget_class, GjExportDialog, remark_bar);
  gtk_widget_class_bind_template_child (widget_class, GjExportDialog, remarks);
  gtk_widget_class_bind_template_child (widget_class, GjExportDialog, summary);
}

static void
add_format (GjExportDialog       *self,
            const GjExportFormat *format,
            gboolean              is_chosen)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();
  g_autofree char *title =
    g_strdup_printf ("%s (.%s)", gj_export_format_get_name (format), format->suffix);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), get_use (format->suffix));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  g_object_set_data (G_OBJECT (button), "format", (gpointer) format);
  if (self->buttons->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), g_ptr_array_index (self->buttons, 0));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), is_chosen || self->buttons->len == 0);
  g_signal_connect_object (button, "toggled", G_CALLBACK (show_or_hide_remarks), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->buttons, button);
  gtk_list_box_append (self->formats, row);
}

static void
gj_export_dialog_init (GjExportDialog *self)
{
  g_autofree char *last = NULL;
  const GjExportFormat *formats;
  guint n_formats;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->buttons = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  self->settings = g_settings_new (GJ_APPLICATION_ID);
  last = g_settings_get_string (self->settings, "export-format");

  formats = gj_export_format_list (&n_formats);
  for (guint i = 0; i < n_formats; i++)
    if (!g_str_equal (formats[i].suffix, "gouji"))
      add_format (self, &formats[i], g_str_equal (formats[i].suffix, last));
}

GjExportDialog *
gj_export_dialog_new (GtkWindow *parent,
                      GjSession *session)
{
  GjExportDialog *self;
  g_autoptr (GjReport) snapshot = NULL;

  g_return_val_if_fail (GJ_IS_SESSION (session), NULL);

  self = g_object_new (GJ_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  snapshot = gj_report_dup_snapshot (gj_session_get_report (session));
  gj_page_layout_async (G_OBJECT (self), snapshot, self->cancellable, laid_out_cb, NULL);

  return self;
}
