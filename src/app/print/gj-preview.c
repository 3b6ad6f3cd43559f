/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-preview.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "gj-alert.h"
#include "gj-copy-pane.h"
#include "gj-export-job.h"
#include "gj-final-gate.h"
#include "gj-font-words.h"
#include "gj-page-layout.h"
#include "gj-page-strip.h"
#include "gj-print-job.h"

/* Choices made in quick succession are laid out together. */
#define LAYOUT_DELAY_MS 40

/**
 * GjPreview:
 *
 * The pages of a snapshot of the report. Layout and export run in threads; what is shown,
 * printed and exported are the same pages. A choice about the copy is a step of the
 * session, after which the pages are laid out anew while the old ones are still seen.
 */
struct _GjPreview
{
  AdwWindow        parent_instance;

  AdwWindowTitle  *title;
  AdwToastOverlay *toasts;
  GtkWidget       *state_bar;
  GtkLabel        *state;
  GtkButton       *state_button;
  GtkExpander     *remark_bar;
  GtkLabel        *remark_summary;
  GtkLabel        *remarks;
  GtkStack        *stack;
  GjPageStrip     *strip;
  GtkLabel        *problem;
  GtkWidget       *foot;
  GtkEntry        *page_entry;
  GtkLabel        *page_total;
  GtkMenuButton   *zoom_button;
  GjCopyPane      *copy_pane;

  GjSession       *session;
  GjPages         *pages;
  GCancellable    *cancellable;
  guint            layout_id;
  gboolean         is_current;
  gboolean         print_wanted;
};

G_DEFINE_FINAL_TYPE (GjPreview, gj_preview, ADW_TYPE_WINDOW)

enum { FINDING_CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
show_remarks (GjPreview *self)
{
  g_autofree char *summary = gj_font_words_dup_summary (self->pages);
  g_autofree char *details = gj_font_words_dup_details (self->pages);

  gtk_widget_set_visible (GTK_WIDGET (self->remark_bar), summary != NULL);
  if (summary == NULL)
    return;

  gtk_label_set_label (self->remark_summary, summary);
  gtk_label_set_label (self->remarks, details);
}

/* What stands against a final copy, or why it is made all the same. */
static void
show_state (GjPreview *self)
{
  g_autofree char *words = gj_final_gate_dup_words (self->session);
  gboolean is_open = gj_final_gate_is_closed (self->session);

  gtk_widget_set_visible (self->state_bar, words != NULL);
  if (words == NULL)
    return;

  gtk_label_set_label (self->state, words);
  gtk_button_set_label (self->state_button, is_open ? _("_Give a Reason…") : _("_Change…"));
}

static void
page_cb (GjPreview *self)
{
  guint page = gj_page_strip_get_page (self->strip);
  guint n_pages = self->pages != NULL ? gj_pages_get_n_pages (self->pages) : 0;
  g_autofree char *text = g_strdup_printf ("%u", page + 1);

  gtk_editable_set_text (GTK_EDITABLE (self->page_entry), text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.previous-page", page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.next-page", page + 1 < n_pages);
}

static void
factor_cb (GjPreview *self)
{
  double factor = gj_page_strip_get_factor (self->strip);
  g_autofree char *text = g_strdup_printf ("%d %%", (int) (factor * 100 + 0.5));

  gtk_menu_button_set_label (self->zoom_button, text);
}

static void
page_entered_cb (GjPreview *self)
{
  int number = atoi (gtk_editable_get_text (GTK_EDITABLE (self->page_entry)));

  if (number > 0)
    gj_page_strip_go_to (self->strip, (guint) number - 1);
  page_cb (self);
}

static void
show_pages (GjPreview *self)
{
  guint n_pages = gj_pages_get_n_pages (self->pages);
  g_autofree char *subtitle = NULL;
  g_autofree char *total = g_strdup_printf ("/ %u", n_pages);
  gboolean is_first = !g_str_equal (gtk_stack_get_visible_child_name (self->stack), "pages");

  gj_page_strip_set_pages (self->strip, self->pages);
  subtitle = g_strdup_printf (ngettext ("%u page, A4", "%u pages, A4", n_pages), n_pages);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_label_set_label (self->page_total, total);
  gtk_widget_set_visible (self->foot, TRUE);
  show_remarks (self);
  page_cb (self);
  gtk_stack_set_visible_child_name (self->stack, "pages");
  if (is_first)
    gtk_widget_grab_focus (GTK_WIDGET (self->strip));
}

static void
set_ready (GjPreview *self,
           gboolean   ready)
{
  self->is_current = ready;
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
  g_autoptr (GjPages) pages = gj_page_layout_finish (result, &error);

  /* Another layout has been asked for, or the window has gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  if (pages == NULL)
    {
      gtk_label_set_label (self->problem, error->message);
      gtk_stack_set_visible_child_name (self->stack, "problem");
      gtk_widget_set_visible (self->foot, FALSE);
      return;
    }

  g_clear_pointer (&self->pages, gj_pages_unref);
  self->pages = g_steal_pointer (&pages);
  show_pages (self);
  set_ready (self, TRUE);
  if (self->print_wanted)
    gj_preview_print (self);
}

static gboolean
lay_out_cb (gpointer user_data)
{
  GjPreview *self = user_data;
  g_autoptr (GjReport) snapshot =
    gj_report_dup_snapshot (gj_session_get_report (self->session));

  self->layout_id = 0;
  gj_page_layout_async (G_OBJECT (self), snapshot, self->cancellable, laid_out_cb, NULL);

  return G_SOURCE_REMOVE;
}

/* The pages that are seen are no longer those that would be printed. */
static void
queue_layout (GjPreview *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  set_ready (self, FALSE);
  if (self->layout_id == 0)
    self->layout_id = g_timeout_add (LAYOUT_DELAY_MS, lay_out_cb, self);
}

static void
setting_changed_cb (GjPreview  *self,
                    const char *name)
{
  if (g_str_has_prefix (name, "paper-") || g_str_has_prefix (name, "sheet-"))
    queue_layout (self);
  show_state (self);
}

/* A decision may be on the signing sheet. */
static void
decision_changed_cb (GjPreview *self)
{
  queue_layout (self);
  show_state (self);
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

/* What is to be done once the gate is open. */

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!gj_print_pages_finish (result, &error) && error != NULL)
    explain (GJ_PREVIEW (source), _("The report was not printed"), error->message);
}

static void
print_passed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GjPreview *self = GJ_PREVIEW (source);
  g_autoptr (GjFinding) chosen = NULL;

  if (!gj_final_gate_pass_finish (result, &chosen))
    {
      if (chosen != NULL)
        g_signal_emit (self, signals[FINDING_CHOSEN], 0, chosen);
      return;
    }

  /* The reason may have changed what is on paper: that comes first. */
  if (!self->is_current)
    {
      self->print_wanted = TRUE;
      return;
    }

  self->print_wanted = FALSE;
  gj_print_pages_async (self->pages, self->session, GTK_WINDOW (self), printed_cb, NULL);
}

void
gj_preview_print (GjPreview *self)
{
  g_return_if_fail (GJ_IS_PREVIEW (self));

  gj_copy_pane_commit (self->copy_pane);
  self->print_wanted = !self->is_current;
  if (self->is_current)
    gj_final_gate_pass_async (GTK_WINDOW (self), self->session, print_passed_cb, NULL);
}

void
gj_preview_export (GjPreview *self)
{
  g_return_if_fail (GJ_IS_PREVIEW (self));

  gj_copy_pane_commit (self->copy_pane);
  gj_export_job_begin (GTK_WINDOW (self), self->session, self->toasts);
}

static void
decided_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GjFinding) chosen = NULL;

  if (!gj_final_gate_pass_finish (result, &chosen) && chosen != NULL)
    g_signal_emit (source, signals[FINDING_CHOSEN], 0, chosen);
}

static void
decide_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  gj_final_gate_ask_async (GTK_WINDOW (widget), GJ_PREVIEW (widget)->session, decided_cb, NULL);
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

static void
step_zoom_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  gj_page_strip_step_zoom (GJ_PREVIEW (widget)->strip,
                           g_str_equal (action, "preview.zoom-in") ? 1 : -1);
}

static void
zoom_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  const char *name = g_variant_get_string (parameter, NULL);
  GjZoom zoom = GJ_ZOOM_FREE;

  if (g_str_equal (name, "width"))
    zoom = GJ_ZOOM_WIDTH;
  else if (g_str_equal (name, "page"))
    zoom = GJ_ZOOM_PAGE;
  gj_page_strip_set_zoom (GJ_PREVIEW (widget)->strip, zoom, 1);
}

static void
turn_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GjPageStrip *strip = GJ_PREVIEW (widget)->strip;
  guint page = gj_page_strip_get_page (strip);

  if (g_str_equal (action, "preview.next-page"))
    gj_page_strip_go_to (strip, page + 1);
  else if (page > 0)
    gj_page_strip_go_to (strip, page - 1);
}

static gboolean
gj_preview_close_request (GtkWindow *window)
{
  gj_copy_pane_commit (GJ_PREVIEW (window)->copy_pane);

  return GTK_WINDOW_CLASS (gj_preview_parent_class)->close_request (window);
}

static void
gj_preview_dispose (GObject *object)
{
  GjPreview *self = GJ_PREVIEW (object);

  g_clear_handle_id (&self->layout_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_pointer (&self->pages, gj_pages_unref);

  G_OBJECT_CLASS (gj_preview_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "preview.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "preview.decide", NULL, decide_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, step_zoom_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, step_zoom_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom", "s", zoom_cb);
  gtk_widget_class_install_action (widget_class, "preview.next-page", NULL, turn_cb);
  gtk_widget_class_install_action (widget_class, "preview.previous-page", NULL, turn_cb);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint       key;
    const char *action;
    const char *target;
  } keys[] = {
    { GDK_KEY_p, "preview.print", NULL },
    { GDK_KEY_e, "preview.export", NULL },
    { GDK_KEY_plus, "preview.zoom-in", NULL },
    { GDK_KEY_equal, "preview.zoom-in", NULL },
    { GDK_KEY_KP_Add, "preview.zoom-in", NULL },
    { GDK_KEY_minus, "preview.zoom-out", NULL },
    { GDK_KEY_KP_Subtract, "preview.zoom-out", NULL },
    { GDK_KEY_0, "preview.zoom", "page" },
    { GDK_KEY_1, "preview.zoom", "full" },
    { GDK_KEY_2, "preview.zoom", "width" },
    { GDK_KEY_w, "window.close", NULL },
  };

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK,
                                         keys[i].action, keys[i].target != NULL ? "s" : NULL,
                                         keys[i].target);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GjPreview, title);
  gtk_widget_class_bind_template_child (widget_class, GjPreview, toasts);
  gtk_widget_class_bind_template_child (widget_class, GjPreview, state_bar);
  gtk_widget_class_bind_template_child (widget_class, GjPreview, state);
  gtk_widget_class_bind_template_child (widget_class, GjPreview, state_button);
  gtk_widget_class_bind_template_child (widget_class, GjPreview, remark_bar);
  gtk_widget_class_bind_template_child (widget_class, GjPreview, remarks);
  gtk_widget_class_bind_template_child (widget_class, GjPreview, remark_summary);
  gtk_widget_class_bind_template_child (widget_class, GjPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, GjPreview, strip);
  gtk_widget_class_bind_template_child (widget_class, GjPreview, problem);
  gtk_widget_class_bind_template_child (widget_class, GjPreview, foot);
  gtk_widget_class_bind_template_child (widget_class, GjPreview, page_entry);
  gtk_widget_class_bind_template_child (widget_class, GjPreview, page_total);
  gtk_widget_class_bind_template_child (widget_class, GjPreview, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, GjPreview, copy_pane);
  gtk_widget_class_bind_template_callback (widget_class, page_cb);
  gtk_widget_class_bind_template_callback (widget_class, factor_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_entered_cb);
}

static void
gj_preview_class_init (GjPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gj_preview_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = gj_preview_close_request;

  signals[FINDING_CHOSEN] =
    g_signal_new ("finding-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 1, GJ_TYPE_FINDING);

  install_actions (widget_class);
  add_keys (widget_class);
  g_type_ensure (GJ_TYPE_PAGE_STRIP);
  g_type_ensure (GJ_TYPE_COPY_PANE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-preview.ui");
  bind_children (widget_class);
}

static void
gj_preview_init (GjPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_visible (self->foot, FALSE);
  factor_cb (self);
  set_ready (self, FALSE);
}

GjPreview *
gj_preview_new (GtkWindow *parent,
                GjSession *session)
{
  GjPreview *self;
  GjReport *report;

  g_return_val_if_fail (GJ_IS_SESSION (session), NULL);

  self = g_object_new (GJ_TYPE_PREVIEW, "transient-for", parent, NULL);
  report = gj_session_get_report (session);
  self->session = g_object_ref (session);
  adw_window_title_set_title (self->title, parent != NULL ? gtk_window_get_title (parent) : "");
  gtk_window_set_title (GTK_WINDOW (self), adw_window_title_get_title (self->title));

  gj_copy_pane_set_session (self->copy_pane, session);
  g_signal_connect_object (report, "setting-changed", G_CALLBACK (setting_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (report, "decision-changed", G_CALLBACK (decision_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_state (self);
  lay_out_cb (self);

  return self;
}

gboolean
gj_preview_is_ready (GjPreview *self)
{
  g_return_val_if_fail (GJ_IS_PREVIEW (self), FALSE);

  return self->is_current;
}
