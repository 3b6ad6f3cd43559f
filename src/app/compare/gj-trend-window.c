/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-trend-window.h"

#include <glib/gi18n-lib.h>

#include "gj-trend-words.h"
#include "gj-widget-compat.h"

/**
 * GjTrendWindow:
 *
 * The table of several years, what should be known before reading it, and the files that
 * are being read into it. It stays open beside the report that is being written.
 */
struct _GjTrendWindow
{
  AdwWindow        parent_instance;

  AdwToastOverlay *toasts;
  AdwWindowTitle  *title;
  GtkWidget       *reading;
  GtkSpinner      *spinner;
  GtkLabel        *progress;
  GtkLabel        *problem;
  GtkWidget       *other_body;
  GtkLabel        *other_words;
  GtkLabel        *remarks;
  GjTrendTable    *table;

  GjTrendList     *list;
};

G_DEFINE_FINAL_TYPE (GjTrendWindow, gj_trend_window, ADW_TYPE_WINDOW)

enum { ADD_REQUESTED, EXPORT_REQUESTED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
notice (GjTrendWindow *self,
        const char    *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

/* A line is there when it has something to say; what is new is said to a screen reader. */
static void
show_line (GtkWidget  *line,
           GtkLabel   *label,
           const char *words)
{
  gboolean is_new = words != NULL && g_strcmp0 (words, gtk_label_get_label (label)) != 0;

  gtk_label_set_label (label, words != NULL ? words : "");
  gtk_widget_set_visible (line, words != NULL);
  if (is_new)
    gj_widget_announce (line, words);
}

static void
show_reading (GjTrendWindow *self)
{
  g_autofree char *progress = gj_trend_list_dup_progress (self->list);

  show_line (self->reading, self->progress, progress);
  gtk_spinner_set_spinning (self->spinner, progress != NULL);
  show_line (GTK_WIDGET (self->problem), self->problem,
             progress == NULL ? gj_trend_list_get_problem (self->list) : NULL);
}

static void
show_trend (GjTrendWindow *self)
{
  const GjTrend *trend = gj_trend_list_get_trend (self->list);
  GjReport *own = gj_session_get_report (gj_trend_list_get_session (self->list));
  g_autofree char *years = gj_trend_dup_remarks (trend, "C14");
  g_autofree char *bodies = gj_trend_dup_remarks (trend, "C15");
  gboolean is_alone = years == NULL && gj_trend_get_n_columns (trend) == 1;

  adw_window_title_set_subtitle (self->title, gj_report_get_field (own, GJ_FIELD_BODY));
  show_line (GTK_WIDGET (self->remarks), self->remarks,
             is_alone ? _("There is only this report so far. Add those of other years, or drop their files here.")
                      : years);
  show_line (self->other_body, self->other_words, bodies);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "trend.link",
                                 gj_trend_list_get_other_body (self->list) != NULL);
}

/* Commands */

static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  g_signal_emit (widget, signals[ADD_REQUESTED], 0);
}

static void
cancel_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  gj_trend_list_cancel (GJ_TREND_WINDOW (widget)->list);
}

static void
link_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GjTrendWindow *self = GJ_TREND_WINDOW (widget);

  if (gj_trend_list_link (self->list))
    notice (self, _("The report now names its former body. Ctrl+Z takes that back."));
}

static void
undo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GjSession *session = gj_trend_list_get_session (GJ_TREND_WINDOW (widget)->list);

  if (g_str_equal (action, "trend.undo"))
    gj_session_undo (session);
  else
    gj_session_redo (session);
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GjTrendWindow *self = GJ_TREND_WINDOW (widget);
  g_autofree char *text = gj_trend_dup_table (gj_trend_list_get_trend (self->list));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  notice (self, _("The table was copied."));
}

static void
export_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  g_signal_emit (widget, signals[EXPORT_REQUESTED], 0);
}

/* Drop */

static gboolean
dropped_cb (GjTrendWindow *self,
            const GValue  *value)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    g_list_store_append (files, l->data);
  gj_trend_list_add_files (self->list, G_LIST_MODEL (files));

  return TRUE;
}

static void
accept_files (GjTrendWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
gj_trend_window_dispose (GObject *object)
{
  GjTrendWindow *self = GJ_TREND_WINDOW (object);

  if (self->list != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->list, self);
      gj_trend_list_cancel (self->list);
    }

  G_OBJECT_CLASS (gj_trend_window_parent_class)->dispose (object);
}

static void
gj_trend_window_finalize (GObject *object)
{
  GjTrendWindow *self = GJ_TREND_WINDOW (object);

  g_clear_object (&self->list);

  G_OBJECT_CLASS (gj_trend_window_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint                        key;
    GdkModifierType              modifiers;
    const char                  *action;
    GtkWidgetActionActivateFunc  activate;
  } entries[] = {
    { GDK_KEY_o, GDK_CONTROL_MASK, "trend.add", add_cb },
    { GDK_KEY_e, GDK_CONTROL_MASK, "trend.export", export_cb },
    { GDK_KEY_c, GDK_CONTROL_MASK, "trend.copy", copy_cb },
    { GDK_KEY_z, GDK_CONTROL_MASK, "trend.undo", undo_cb },
    { GDK_KEY_y, GDK_CONTROL_MASK, "trend.redo", undo_cb },
    { 0, 0, "trend.link", link_cb },
    { 0, 0, "trend.cancel", cancel_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      gtk_widget_class_install_action (widget_class, entries[i].action, NULL, entries[i].activate);
      if (entries[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, entries[i].key, entries[i].modifiers, entries[i].action,
                                             NULL);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gj_trend_window_class_init (GjTrendWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gj_trend_window_dispose;
  object_class->finalize = gj_trend_window_finalize;

  signals[ADD_REQUESTED] = g_signal_new ("add-requested", GJ_TYPE_TREND_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  signals[EXPORT_REQUESTED] = g_signal_new ("export-requested", GJ_TYPE_TREND_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 0);

  install_actions (widget_class);
  g_type_ensure (GJ_TYPE_TREND_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/gouji/Gouji/ui/gj-trend-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GjTrendWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, GjTrendWindow, title);
  gtk_widget_class_bind_template_child (widget_class, GjTrendWindow, reading);
  gtk_widget_class_bind_template_child (widget_class, GjTrendWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, GjTrendWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, GjTrendWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, GjTrendWindow, other_body);
  gtk_widget_class_bind_template_child (widget_class, GjTrendWindow, other_words);
  gtk_widget_class_bind_template_child (widget_class, GjTrendWindow, remarks);
  gtk_widget_class_bind_template_child (widget_class, GjTrendWindow, table);
}

static void
gj_trend_window_init (GjTrendWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  accept_files (self);
}

GjTrendWindow *
gj_trend_window_new (GjSession *session)
{
  GjTrendWindow *self;

  g_return_val_if_fail (GJ_IS_SESSION (session), NULL);

  self = g_object_new (GJ_TYPE_TREND_WINDOW, NULL);
  self->list = gj_trend_list_new (session);
  gj_trend_table_set_list (self->table, self->list);
  g_signal_connect_object (self->list, "changed", G_CALLBACK (show_trend), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "reading-changed", G_CALLBACK (show_reading), self, G_CONNECT_SWAPPED);
  show_trend (self);
  show_reading (self);

  return self;
}

GjTrendList *
gj_trend_window_get_list (GjTrendWindow *self)
{
  g_return_val_if_fail (GJ_IS_TREND_WINDOW (self), NULL);

  return self->list;
}

GjTrendTable *
gj_trend_window_get_table (GjTrendWindow *self)
{
  g_return_val_if_fail (GJ_IS_TREND_WINDOW (self), NULL);

  return self->table;
}

AdwToastOverlay *
gj_trend_window_get_toasts (GjTrendWindow *self)
{
  g_return_val_if_fail (GJ_IS_TREND_WINDOW (self), NULL);

  return self->toasts;
}
