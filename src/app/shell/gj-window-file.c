/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-window-private.h"

#include <glib/gi18n-lib.h>

#include "gj-import.h"

#include "gj-alert.h"
#include "gj-file-choice.h"
#include "gj-file-filters.h"
#include "gj-recent-list.h"

/* Files that are opened together fail together. */
#define SAID_AGAIN_SECONDS 3

/* Opening: a failure is said in one dialog, and nothing on the screen changes by it. */

void
_gj_window_explain (GjWindow   *self,
                    const char *heading,
                    const char *body)
{
  const GjAlertAnswer answers[] = { { "close", _("_Close"), GJ_ALERT_PLAIN } };

  gj_alert_ask_async (GTK_WINDOW (self), heading, body, answers, G_N_ELEMENTS (answers),
                      "close", NULL, NULL, NULL);
}

static void
say_what_was_read (GjWindow *self)
{
  GjSource *source = gj_report_get_source (gj_session_get_report (self->session));
  guint n_notes = source != NULL ? gj_source_get_n_notes (source) : 0;
  g_autofree char *message = NULL;

  if (gj_document_get_origin (gj_session_get_document (self->session)) == NULL)
    return;

  if (n_notes == 0)
    message = g_strdup (_("Read as it stood; the source file is never changed. Saving makes a new file."));
  else
    message = g_strdup_printf (ngettext ("Read as it stood; saving makes a new file. %u place should be looked at.",
                                         "Read as it stood; saving makes a new file. %u places should be looked at.",
                                         n_notes), n_notes);
  gj_report_view_show_message (self->view, message,
                               n_notes > 0 ? _("Show Import Notes") : NULL, "report.notes");
}

/* The worst finding first; a report without one opens at its cover. */
static void
choose_place (GjSession *session)
{
  GListModel *findings = gj_checker_get_findings (gj_session_get_checker (session));
  g_autoptr (GjFinding) worst = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (GjFinding) finding = g_list_model_get_item (findings, i);

      if (!gj_finding_is_decided (finding)
          && (worst == NULL
              || gj_finding_get_severity (finding) < gj_finding_get_severity (worst)))
        g_set_object (&worst, finding);
    }

  if (worst != NULL)
    gj_session_go_to_finding (session, worst);
}

void
_gj_window_take_session (GjWindow  *self,
                         GjSession *session)
{
  g_autofree char *directory = gj_autosave_dup_directory ();
  g_autofree char *mode = g_settings_get_string (self->settings, "start-mode");
  GFile *file = gj_document_get_file (gj_session_get_document (session));
  GFile *origin = gj_document_get_origin (gj_session_get_document (session));

  if (self->session != NULL && gj_session_get_autosave (self->session) != NULL)
    gj_autosave_discard (gj_session_get_autosave (self->session));

  gj_session_keep (session, directory);
  gj_session_set_mode (session, g_str_equal (mode, "reviewing") ? GJ_MODE_REVIEWING
                                                                : GJ_MODE_DRAFTING);
  choose_place (session);
  gj_window_set_session (self, session);
  say_what_was_read (self);
  if (!self->restoring)
    _gj_window_look_for_lost_work (self);
  self->restoring = FALSE;
  if (gj_selection_get_finding (gj_session_get_selection (session)) != NULL)
    gj_report_view_focus_place (self->view);
  if (file != NULL || origin != NULL)
    gj_recent_note (session, file != NULL ? file : origin);
}

void
_gj_window_begin_reading (GjWindow   *self,
                          const char *name)
{
  g_autofree char *words = name != NULL ? g_strdup_printf (_("Reading “%s”…"), name)
                                        : g_strdup (_("Reading the report…"));

  self->busy = TRUE;
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  gtk_label_set_text (self->loading_label, words);
  if (self->session == NULL)
    gtk_stack_set_visible_child_name (self->stack, "loading");
}

/* Whoever cancels is back where to begin at once, whatever the reading still does. */
void
_gj_window_cancel_reading (GjWindow *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
}

/* Without a report the window is where it was, or where to begin. */
static void
end_reading (GjWindow  *self,
             GjSession *session)
{
  self->busy = FALSE;
  if (session != NULL)
    _gj_window_take_session (self, session);
  else if (self->session == NULL)
    _gj_window_show_start (self);
}

/* A report is read faster than a window is drawn: the first picture is the last. Only a
 * slow disk shows that something is under way. */
static gboolean
present_cb (gpointer user_data)
{
  GjWindow *self = user_data;

  self->present_id = 0;
  gtk_window_present (GTK_WINDOW (self));

  return G_SOURCE_REMOVE;
}

void
_gj_window_present_soon (GjWindow *self)
{
  if (self->present_id == 0 && !gtk_widget_get_visible (GTK_WIDGET (self)))
    self->present_id = g_timeout_add (250, present_cb, self);
}

void
_gj_window_present_now (GjWindow *self)
{
  g_clear_handle_id (&self->present_id, g_source_remove);
  gtk_window_present (GTK_WINDOW (self));
}

static gboolean
is_worker_missing (const GError *error)
{
  return g_error_matches (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_WORKER);
}

/* Of several files opened at once none can be read, and once is enough to say so: the
 * windows of the others go. */
static gboolean
is_said_already (const GError *error)
{
  static gint64 said_at = 0;
  gint64 now = g_get_monotonic_time ();
  gboolean is_said;

  if (!is_worker_missing (error))
    return FALSE;

  is_said = said_at != 0 && now - said_at < SAID_AGAIN_SECONDS * G_USEC_PER_SEC;
  said_at = now;

  return is_said;
}

void
_gj_window_say_not_opened (GjWindow     *self,
                           const GError *error)
{
  if (!is_said_already (error))
    _gj_window_explain (self,
                        is_worker_missing (error) ? _("Documents of other programs cannot be read")
                                                  : _("The file was not opened"), error->message);
  else if (self->session == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GjWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GjSession) session = gj_session_open_finish (result, &error);

  /* The window has gone. */
  if (self->cancellable == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;

  end_reading (self, session);
  self->restoring = FALSE;
  _gj_window_present_now (self);
  if (session == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    _gj_window_say_not_opened (self, error);
}

void
gj_window_open (GjWindow *self,
                GFile    *file)
{
  g_autofree char *name = NULL;
  g_autofree char *display_name = NULL;
  GjWindow *window = self;

  g_return_if_fail (GJ_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->session != NULL || self->busy)
    window = gj_window_new (gtk_window_get_application (GTK_WINDOW (self)));

  name = g_file_get_basename (file);
  display_name = name != NULL ? g_filename_display_name (name) : NULL;
  _gj_window_begin_reading (window, display_name);
  _gj_window_present_soon (window);
  gj_session_open_async (file, window->reading, opened_cb, g_object_ref (window));
}

/* (nullable): where that file is open already. */
GjWindow *
gj_window_find (GtkApplication *application,
                GFile          *file)
{
  GList *windows;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  windows = gtk_application_get_windows (application);
  for (GList *l = windows; l != NULL; l = l->next)
    {
      GjSession *session = GJ_IS_WINDOW (l->data) ? gj_window_get_session (l->data) : NULL;
      GFile *own = session != NULL
                   ? gj_document_get_file (gj_session_get_document (session)) : NULL;

      if (own != NULL && g_file_equal (own, file))
        return l->data;
    }

  return NULL;
}

/* One that is open already is shown, and each of the others has a window of its own. */
void
_gj_window_open_each (GjWindow  *self,
                      GFile    **files,
                      guint      n_files)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL)
    {
      g_application_open (G_APPLICATION (application), files, (int) n_files, "");
      return;
    }

  for (guint i = 0; i < n_files; i++)
    gj_window_open (self, files[i]);
}

/* Two at once, where nothing is open, may be meant for each other. */
static void
open_files (GjWindow  *self,
            GFile    **files,
            guint      n_files)
{
  if (n_files == 2 && self->session == NULL && !self->busy)
    _gj_window_offer_pair (self, files[0], files[1]);
  else
    _gj_window_open_each (self, files, n_files);
}

static gboolean
dropped_cb (GjWindow     *self,
            const GValue *value)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    g_ptr_array_add (files, l->data);
  if (files->len == 0)
    return FALSE;
  if (files->len == 1 && _gj_window_take_beside (self, files->pdata[0]))
    return TRUE;

  open_files (self, (GFile **) files->pdata, files->len);

  return TRUE;
}

/* Before the texts in the window, which would take a file for its name. */
void
_gj_window_accept_files (GjWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GjWindow) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->session != NULL || self->busy)
    return;

  if (text == NULL || *text == '\0')
    {
      _gj_window_explain (self, _("There is no text to paste"),
                          _("Copy the whole report in the other program first, from its title to its end."));
      return;
    }

  _gj_window_begin_reading (self, NULL);
  gj_session_open_text_async (text, self->reading, opened_cb, g_object_ref (self));
}

/* A report that was copied whole, from a web page or a document, is read like a text. */
void
_gj_window_paste_report (GjWindow *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                                 self->cancellable, pasted_cb, g_object_ref (self));
}

static void
recovered_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GjWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GjSession) session = gj_session_recover_finish (result, &error);

  if (self->cancellable == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;

  end_reading (self, session);
  if (session == NULL)
    {
      self->restoring = FALSE;
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      _gj_window_explain (self, _("The work could not be restored"), error->message);
      return;
    }

  gj_report_view_show_message (self->view,
                               _("This is your work as it was kept last. Save it to keep it for good."),
                               _("Save"), "report.save");
}

void
gj_window_recover (GjWindow   *self,
                   const char *journal)
{
  g_return_if_fail (GJ_IS_WINDOW (self));
  g_return_if_fail (journal != NULL);

  _gj_window_begin_reading (self, NULL);
  self->restoring = TRUE;
  gj_session_recover_async (journal, self->reading, recovered_cb, g_object_ref (self));
}

static void
copy_opened_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  GjWindow *self = user_data;

  opened_cb (source, result, g_object_ref (self));
  if (self->session != NULL)
    gj_report_view_show_message (self->view,
                                 _("This is the report as it was before its file was written last. Save it to keep it for good."),
                                 _("Save"), "report.save");
  g_object_unref (self);
}

/* A copy that a save left behind; it is never written to. Any program may show another
 * file than ours. */
void
gj_window_open_kept (GjWindow         *self,
                     const GjKeptFile *kept)
{
  g_autoptr (GFile) copy = NULL;
  g_autoptr (GFile) origin = NULL;

  g_return_if_fail (GJ_IS_WINDOW (self));
  g_return_if_fail (kept != NULL);

  copy = g_file_new_for_path (kept->path);
  origin = g_file_new_for_path (kept->origin);
  if (!g_str_has_suffix (kept->path, ".gouji"))
    {
      g_autofree char *uri = g_file_get_uri (copy);

      gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
      return;
    }

  _gj_window_begin_reading (self, NULL);
  self->restoring = TRUE;
  gj_session_open_copy_async (copy, origin, self->reading, copy_opened_cb,
                              g_object_ref (self));
}

static void
files_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GListModel) chosen = gj_file_choice_finish_several (result);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; chosen != NULL && i < g_list_model_get_n_items (chosen); i++)
    g_ptr_array_add (files, g_list_model_get_item (chosen, i));
  if (files->len > 0)
    open_files (GJ_WINDOW (source), (GFile **) files->pdata, files->len);
}

static GFile *
dup_folder (GjWindow *self)
{
  if (self->session == NULL)
    return NULL;

  return gj_document_dup_folder (gj_session_get_document (self->session));
}

void
_gj_window_choose_file (GjWindow *self)
{
  g_autoptr (GListModel) filters = gj_file_filters_new_readable ();
  g_autoptr (GFile) folder = dup_folder (self);

  gj_file_choice_open_async (GTK_WINDOW (self), _("Open Report"), filters, folder,
                             files_chosen_cb, NULL);
}

static void
reloaded_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autofree char *answer = gj_alert_ask_finish (result);
  GjWindow *self = GJ_WINDOW (source);
  GFile *file = gj_document_get_file (gj_session_get_document (self->session));

  if (g_str_equal (answer, "reload") && file != NULL)
    gj_session_open_async (file, self->cancellable, opened_cb, g_object_ref (self));
}

void
_gj_window_reload (GjWindow *self)
{
  const GjAlertAnswer answers[] = {
    { "cancel", _("_Cancel"), GJ_ALERT_PLAIN },
    { "reload", _("_Load Again"), GJ_ALERT_DESTRUCTIVE },
  };
  GFile *file = gj_document_get_file (gj_session_get_document (self->session));

  if (file == NULL)
    return;

  if (!gj_session_is_modified (self->session))
    {
      gj_session_open_async (file, self->cancellable, opened_cb, g_object_ref (self));
      return;
    }

  gj_alert_ask_async (GTK_WINDOW (self), _("Load the file again?"),
                      _("The changes that you have not saved will be lost."),
                      answers, G_N_ELEMENTS (answers), "cancel", NULL, reloaded_cb, NULL);
}
