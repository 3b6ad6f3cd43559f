/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-window-private.h"

#include <glib/gi18n-lib.h>

#include "gj-totals-dialog.h"

/**
 * GjWindow:
 *
 * The frame around one report: what it is called, in which mode it is looked at, and the
 * commands that concern it as a whole. Without a report it shows where to begin.
 */
G_DEFINE_FINAL_TYPE (GjWindow, gj_window, ADW_TYPE_APPLICATION_WINDOW)

enum { PROP_0, PROP_SESSION, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { APPEARING, N_SIGNALS };
static guint signals[N_SIGNALS];

static char *
dup_title (GjReport *report)
{
  g_autofree char *title = g_strdup (gj_report_get_field (report, GJ_FIELD_TITLE));
  const char *body = gj_report_get_field (report, GJ_FIELD_BODY);

  if (title != NULL && *title != '\0')
    return g_strdelimit (g_steal_pointer (&title), "\n", ' ');
  if (body != NULL && *body != '\0')
    return g_strdup (body);

  return g_strdup (_("Annual report"));
}

static const char *
get_state_words (GjSession *session)
{
  GjDocument *document = gj_session_get_document (session);

  if (gj_document_is_changed_elsewhere (document))
    return _("changed by another program");
  if (gj_session_is_modified (session))
    return _("unsaved changes");
  if (gj_document_get_file (document) == NULL)
    return gj_document_get_origin (document) != NULL ? _("imported, not saved yet") : _("new");

  return _("saved");
}

static void
set_title (GjWindow   *self,
           const char *title,
           const char *subtitle)
{
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static gboolean
update_title_cb (gpointer user_data)
{
  GjWindow *self = user_data;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *form = NULL;
  GjReport *report;

  self->title_id = 0;
  if (self->session == NULL)
    {
      set_title (self, _("Gouji"), "");
      return G_SOURCE_REMOVE;
    }

  if (self->compare != NULL)
    {
      title = gj_compare_dup_title (self->compare);
      subtitle = gj_compare_dup_subtitle (self->compare);
      set_title (self, title, subtitle);
      return G_SOURCE_REMOVE;
    }

  report = gj_session_get_report (self->session);
  title = dup_title (report);
  form = g_strdup_printf (_("Report form (%s)"),
                          gj_label_get_current (gj_form_get_name (gj_report_get_form (report))));
  subtitle = g_strdup_printf ("%s · %s · %s",
                              gj_document_get_name (gj_session_get_document (self->session)),
                              form, get_state_words (self->session));
  set_title (self, title, subtitle);

  return G_SOURCE_REMOVE;
}

void
_gj_window_queue_title (GjWindow *self)
{
  if (self->title_id == 0)
    self->title_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 10, update_title_cb, self, NULL);
}

static void
field_changed_cb (GjWindow *self,
                  guint     field)
{
  if (field == GJ_FIELD_TITLE || field == GJ_FIELD_BODY)
    _gj_window_queue_title (self);
}

static void
changed_elsewhere_cb (GjWindow *self)
{
  GjDocument *document = gj_session_get_document (self->session);

  _gj_window_queue_title (self);
  if (!gj_document_is_changed_elsewhere (document))
    return;

  if (g_file_query_exists (gj_document_get_file (document), NULL))
    gj_report_view_show_message (self->view,
                                 _("Another program has changed this file. What you see here is still your version."),
                                 _("Load the File Again"), "report.reload");
  else
    gj_report_view_show_message (self->view,
                                 _("The file is no longer where it was: it was moved or deleted. What you see here is still your version."),
                                 _("Save _As…"), "report.save-as");
}

static void
kept_problem_cb (GjWindow *self)
{
  const char *problem = gj_autosave_get_problem (gj_session_get_autosave (self->session));
  g_autofree char *message = NULL;

  if (problem == NULL)
    return;

  message = g_strdup_printf (_("Your work cannot be kept automatically: %s Please save often."),
                             problem);
  gj_report_view_show_message (self->view, message, _("Save"), "report.save");
}

static void
notice_cb (GjWindow   *self,
           const char *message)
{
  gj_window_notice (self, message);
}

static void
totals_requested_cb (GjWindow *self)
{
  gj_totals_dialog_present (GTK_WINDOW (self), self->session);
}

static void
open_uri_cb (GjWindow   *self,
             const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  gj_window_open (self, file);
}

/* Made only when it is looked at: who opens a file does not wait for it. */
void
_gj_window_show_start (GjWindow *self)
{
  if (gtk_stack_get_child_by_name (self->stack, "start") == NULL)
    {
      GtkWidget *start = gj_start_page_new ();

      g_signal_connect_object (start, "open-uri", G_CALLBACK (open_uri_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (start, "recover", G_CALLBACK (gj_window_recover), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (start, "open-kept", G_CALLBACK (gj_window_open_kept), self,
                               G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->stack, start, "start");
    }

  gtk_stack_set_visible_child_name (self->stack, "start");
}

static void
gj_window_show (GtkWidget *widget)
{
  GjWindow *self = GJ_WINDOW (widget);

  if (self->session == NULL && !self->busy)
    _gj_window_show_start (self);

  g_signal_emit (self, signals[APPEARING], 0);
  GTK_WIDGET_CLASS (gj_window_parent_class)->show (widget);
}

static gboolean
gj_window_close_request (GtkWindow *window)
{
  GjWindow *self = GJ_WINDOW (window);
  int width;
  int height;

  if (!_gj_window_may_close (self))
    return TRUE;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set (self->settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));

  return GTK_WINDOW_CLASS (gj_window_parent_class)->close_request (window);
}

static void
gj_window_dispose (GObject *object)
{
  GjWindow *self = GJ_WINDOW (object);

  g_clear_handle_id (&self->title_id, g_source_remove);
  g_clear_handle_id (&self->present_id, g_source_remove);
  g_clear_handle_id (&self->beside_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  _gj_window_cancel_reading (self);
  g_clear_object (&self->reading);
  g_clear_object (&self->compare);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->told_unheld, g_free);

  G_OBJECT_CLASS (gj_window_parent_class)->dispose (object);
}

static void
gj_window_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, GJ_WINDOW (object)->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gj_window_set_property (GObject      *object,
                        guint         property_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_SESSION:
      gj_window_set_session (GJ_WINDOW (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GjWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, GjWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, GjWindow, view);
  gtk_widget_class_bind_template_child (widget_class, GjWindow, title);
  gtk_widget_class_bind_template_child (widget_class, GjWindow, history_buttons);
  gtk_widget_class_bind_template_child (widget_class, GjWindow, mode_buttons);
  gtk_widget_class_bind_template_child (widget_class, GjWindow, compare_button);
  gtk_widget_class_bind_template_child (widget_class, GjWindow, preview_button);
  gtk_widget_class_bind_template_child (widget_class, GjWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, GjWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, GjWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, GjWindow, loading_label);
  gtk_widget_class_bind_template_callback (widget_class, notice_cb);
  gtk_widget_class_bind_template_callback (widget_class, totals_requested_cb);
}

static void
gj_window_class_init (GjWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gj_window_dispose;
  object_class->get_property = gj_window_get_property;
  object_class->set_property = gj_window_set_property;
  widget_class->show = gj_window_show;
  GTK_WINDOW_CLASS (klass)->close_request = gj_window_close_request;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, GJ_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* Before anything in the window is measured. */
  signals[APPEARING] = g_signal_new ("appearing", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (GJ_TYPE_REPORT_VIEW);
  _gj_window_install_actions (widget_class);
  _gj_window_install_compare_actions (widget_class);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-window.ui");
  bind_children (widget_class);
}

static void
show_or_hide_buttons (GjWindow *self)
{
  gboolean has_report = self->session != NULL;

  gtk_widget_set_visible (self->history_buttons, has_report);
  gtk_widget_set_visible (self->mode_buttons, has_report);
  gtk_widget_set_visible (self->compare_button, has_report);
  gtk_widget_set_visible (self->preview_button, has_report);
  gtk_widget_set_visible (self->save_button, has_report);
}

/* The menu is made when it is opened for the first time. */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, GJ_WINDOW (user_data)->main_menu);
}

static void
gj_window_init (GjWindow *self)
{
  g_autoptr (GAction) pane = NULL;
  int width;
  int height;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);

  self->settings = g_settings_new (GJ_APPLICATION_ID);
  self->cancellable = g_cancellable_new ();
  pane = g_settings_create_action (self->settings, "pane-visible");
  g_action_map_add_action (G_ACTION_MAP (self), pane);
  g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  _gj_window_accept_files (self);
  show_or_hide_buttons (self);
  update_title_cb (self);
  _gj_window_update_actions (self);
}

GjWindow *
gj_window_new (GtkApplication *application)
{
  return g_object_new (GJ_TYPE_WINDOW, "application", application, NULL);
}

GjSession *
gj_window_get_session (GjWindow *self)
{
  g_return_val_if_fail (GJ_IS_WINDOW (self), NULL);

  return self->session;
}

static void
connect_session (GjWindow *self)
{
  GjSession *session = self->session;
  g_autoptr (GPropertyAction) mode = g_property_action_new ("mode", session, "mode");
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (mode));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "session", G_ACTION_GROUP (group));

  g_signal_connect_object (session, "can-undo-changed",
                           G_CALLBACK (_gj_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gj_session_get_history (session), "notify::modified",
                           G_CALLBACK (_gj_window_queue_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gj_session_get_document (session), "notify::name",
                           G_CALLBACK (_gj_window_queue_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gj_session_get_document (session), "notify::saved-at",
                           G_CALLBACK (_gj_window_queue_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gj_session_get_document (session), "notify::changed-elsewhere",
                           G_CALLBACK (changed_elsewhere_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gj_session_get_report (session), "field-changed",
                           G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
  if (gj_session_get_autosave (session) != NULL)
    g_signal_connect_object (gj_session_get_autosave (session), "notify::problem",
                             G_CALLBACK (kept_problem_cb), self, G_CONNECT_SWAPPED);
}

static void
disconnect_session (GjWindow *self)
{
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (gj_session_get_history (self->session), self);
  g_signal_handlers_disconnect_by_data (gj_session_get_document (self->session), self);
  g_signal_handlers_disconnect_by_data (gj_session_get_report (self->session), self);
  if (gj_session_get_autosave (self->session) != NULL)
    g_signal_handlers_disconnect_by_data (gj_session_get_autosave (self->session), self);
}

void
gj_window_set_session (GjWindow  *self,
                       GjSession *session)
{
  g_return_if_fail (GJ_IS_WINDOW (self));
  g_return_if_fail (session == NULL || GJ_IS_SESSION (session));

  if (self->session == session)
    return;

  _gj_window_end_comparison (self);
  if (self->session != NULL)
    disconnect_session (self);
  g_set_object (&self->session, session);
  if (session != NULL)
    connect_session (self);

  gj_session_view_set_session (GJ_SESSION_VIEW (self->view), session);
  if (session != NULL)
    gtk_stack_set_visible_child_name (self->stack, "report");
  else
    _gj_window_show_start (self);
  show_or_hide_buttons (self);
  update_title_cb (self);
  _gj_window_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/* Whether a report is being read into this window. */
gboolean
gj_window_is_busy (GjWindow *self)
{
  g_return_val_if_fail (GJ_IS_WINDOW (self), FALSE);

  return self->busy;
}

void
gj_window_notice (GjWindow   *self,
                  const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  g_return_if_fail (GJ_IS_WINDOW (self));

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}
