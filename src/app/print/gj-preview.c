/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-preview.h"

#include <glib/gi18n-lib.h>

#include "gj-render.h"

#include "gj-alert.h"
#include "gj-file-choice.h"
#include "gj-page-view.h"
#include "gj-pdf-file.h"
#include "gj-print-job.h"

/**
 * GjPreview:
 *
 * The pages of a snapshot of the report. Layout and export run in threads; what is shown,
 * printed and exported are the same pages.
 */
struct _GjPreview
{
  AdwWindow        parent_instance;

  AdwWindowTitle  *title;
  AdwToastOverlay *toasts;
  GtkStack        *stack;
  GtkListView     *list;
  GtkExpander     *remark_bar;
  GtkLabel        *remarks;
  GtkLabel        *problem;

  GjSession       *session;
  GjReport        *snapshot;
  GjPages         *pages;
  GCancellable    *cancellable;
  double           scale;
  gboolean         print_wanted;
};

G_DEFINE_FINAL_TYPE (GjPreview, gj_preview, ADW_TYPE_WINDOW)

static void
lay_out_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GjFonts) fonts = gj_fonts_new (&error);
  GjPages *pages = NULL;

  if (fonts != NULL)
    pages = gj_pages_new (task_data, fonts, NULL, cancellable, &error);

  if (pages == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, pages, (GDestroyNotify) gj_pages_unref);
}

static void
show_remarks (GjPreview *self)
{
  g_autoptr (GPtrArray) remarks = gj_pages_list_remarks (self->pages);
  GString *text = g_string_new (NULL);
  g_autofree char *summary = NULL;

  for (guint i = 0; remarks != NULL && i < remarks->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (remarks, i));

  summary = g_strdup_printf (ngettext ("%u remark on the fonts of this computer",
                                       "%u remarks on the fonts of this computer",
                                       remarks != NULL ? remarks->len : 0),
                             remarks != NULL ? remarks->len : 0);
  gtk_expander_set_label (self->remark_bar, summary);
  gtk_label_set_label (self->remarks, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->remark_bar), text->len > 0);
  g_string_free (text, TRUE);
}

static void
show_pages (GjPreview *self)
{
  guint n_pages = gj_pages_get_n_pages (self->pages);
  GtkStringList *numbers = gtk_string_list_new (NULL);
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < n_pages; i++)
    gtk_string_list_append (numbers, "");
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (
                             gtk_no_selection_new (G_LIST_MODEL (numbers))));
  subtitle = g_strdup_printf (ngettext ("%u page, A4", "%u pages, A4", n_pages), n_pages);
  adw_window_title_set_subtitle (self->title, subtitle);
  show_remarks (self);
  gtk_stack_set_visible_child_name (self->stack, "pages");
}

static void
set_ready (GjPreview *self,
           gboolean   ready)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.print", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.export", ready);
}

static void
laid_out_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GjPreview *self = GJ_PREVIEW (source);
  g_autoptr (GError) error = NULL;
  GjPages *pages = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (pages == NULL)
    {
      gtk_label_set_label (self->problem, error->message);
      gtk_stack_set_visible_child_name (self->stack, "problem");
      return;
    }

  self->pages = pages;
  show_pages (self);
  set_ready (self, TRUE);
  if (self->print_wanted)
    gj_preview_print (self);
}

static void
setup_cb (GjPreview   *self,
          GtkListItem *item)
{
  gtk_list_item_set_child (item, gj_page_view_new ());
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GjPreview   *self,
         GtkListItem *item)
{
  gj_page_view_set_page (GJ_PAGE_VIEW (gtk_list_item_get_child (item)), self->pages,
                         gtk_list_item_get_position (item), self->scale);
}

static void
notice (GjPreview  *self,
        const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static void
explain (GjPreview  *self,
         const char *heading,
         const char *body)
{
  const GjAlertAnswer answers[] = { { "close", _("_Close"), GJ_ALERT_PLAIN } };

  gj_alert_ask_async (GTK_WINDOW (self), heading, body, answers, G_N_ELEMENTS (answers),
                      "close", NULL, NULL, NULL);
}

void
gj_preview_print (GjPreview *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (GJ_IS_PREVIEW (self));

  self->print_wanted = self->pages == NULL;
  if (self->print_wanted)
    return;

  if (!gj_print_pages (self->pages, self->session, GTK_WINDOW (self), &error))
    explain (self, _("The report was not printed"), error->message);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GjPreview *self = GJ_PREVIEW (source);
  g_autoptr (GError) error = NULL;

  if (gj_pdf_file_write_finish (result, &error))
    {
      g_autofree char *name = g_file_get_parse_name (gj_pdf_file_get_target (result));
      g_autofree char *message = g_strdup_printf (_("The PDF has been written: %s"), name);

      notice (self, message);
    }
  else
    {
      explain (self, _("The PDF was not written"), error->message);
    }
}

static void
target_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  GjPreview *self = GJ_PREVIEW (source);
  g_autoptr (GFile) target = gj_file_choice_finish (result);

  if (target != NULL)
    gj_pdf_file_write_async (G_OBJECT (self), self->snapshot, target, exported_cb, NULL);
}

void
gj_preview_export (GjPreview *self)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GjDocument *document;
  g_autoptr (GFile) folder = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (GJ_IS_PREVIEW (self));

  document = gj_session_get_document (self->session);
  folder = gj_document_dup_folder (document);
  name = gj_document_dup_proposed_name (document, self->snapshot, ".pdf");
  gtk_file_filter_set_name (filter, _("PDF documents"));
  gtk_file_filter_add_pattern (filter, "*.pdf");
  g_list_store_append (filters, filter);
  gj_file_choice_save_async (GTK_WINDOW (self), _("Export PDF"), G_LIST_MODEL (filters),
                             folder, name, target_chosen_cb, NULL);
}

static void
print_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  gj_preview_print (GJ_PREVIEW (widget));
}

static void
export_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  gj_preview_export (GJ_PREVIEW (widget));
}

/* The list makes its pages anew at the new size and keeps its place by itself. */
static void
zoom_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GjPreview *self = GJ_PREVIEW (widget);
  double factor = g_str_equal (action, "preview.zoom-in") ? 1.2 : 1 / 1.2;

  self->scale = CLAMP (self->scale * factor, 0.4, 4);
  if (self->pages != NULL)
    show_pages (self);
}

static void
gj_preview_dispose (GObject *object)
{
  GjPreview *self = GJ_PREVIEW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->snapshot);
  g_clear_pointer (&self->pages, gj_pages_unref);

  G_OBJECT_CLASS (gj_preview_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "preview.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK,
                                       "preview.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK,
                                       "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK,
                                       "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK,
                                       "preview.zoom-out", NULL);
}

static void
gj_preview_class_init (GjPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gj_preview_dispose;
  install_actions (widget_class);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, GjPreview, title);
  gtk_widget_class_bind_template_child (widget_class, GjPreview, toasts);
  gtk_widget_class_bind_template_child (widget_class, GjPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, GjPreview, list);
  gtk_widget_class_bind_template_child (widget_class, GjPreview, remark_bar);
  gtk_widget_class_bind_template_child (widget_class, GjPreview, remarks);
  gtk_widget_class_bind_template_child (widget_class, GjPreview, problem);
}

static void
gj_preview_init (GjPreview *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->scale = 1.2;
  self->cancellable = g_cancellable_new ();
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
  set_ready (self, FALSE);
}

GjPreview *
gj_preview_new (GtkWindow *parent,
                GjSession *session)
{
  GjPreview *self;
  g_autoptr (GTask) task = NULL;

  g_return_val_if_fail (GJ_IS_SESSION (session), NULL);

  self = g_object_new (GJ_TYPE_PREVIEW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->snapshot = gj_report_dup_snapshot (gj_session_get_report (session));
  adw_window_title_set_title (self->title, parent != NULL ? gtk_window_get_title (parent) : "");
  gtk_window_set_title (GTK_WINDOW (self), adw_window_title_get_title (self->title));

  task = g_task_new (self, self->cancellable, laid_out_cb, NULL);
  g_task_set_task_data (task, g_object_ref (self->snapshot), g_object_unref);
  g_task_run_in_thread (task, lay_out_thread);

  return self;
}

gboolean
gj_preview_is_ready (GjPreview *self)
{
  g_return_val_if_fail (GJ_IS_PREVIEW (self), FALSE);

  return self->pages != NULL;
}
