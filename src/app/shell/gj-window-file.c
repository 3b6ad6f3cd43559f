/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-window-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "gj-alert.h"
#include "gj-file-choice.h"
#include "gj-recent-list.h"

/* Opening, saving and closing: every failure is said in one dialog that offers the way
 * on, and nothing on the screen changes by it. */

static GtkFileFilter *
create_filter (const char        *name,
               const char *const *patterns)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);

  return filter;
}

static GListModel *
create_filters (gboolean for_saving)
{
  static const char *const readable[] = { "*.gouji", "*.txt", NULL };
  static const char *const own[] = { "*.gouji", NULL };
  static const char *const all[] = { "*", NULL };
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) first =
    for_saving ? create_filter (_("Gouji reports"), own)
               : create_filter (_("Annual reports (.gouji, .txt)"), readable);
  g_autoptr (GtkFileFilter) second = create_filter (_("All files"), all);

  g_list_store_append (filters, first);
  if (!for_saving)
    g_list_store_append (filters, second);

  return G_LIST_MODEL (filters);
}

static void
explain (GjWindow   *self,
         const char *heading,
         const char *body)
{
  const GjAlertAnswer answers[] = { { "close", _("_Close"), GJ_ALERT_PLAIN } };

  gj_alert_ask_async (GTK_WINDOW (self), heading, body, answers, G_N_ELEMENTS (answers),
                      "close", NULL, NULL, NULL);
}

/* Opening */

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

static void
take_session (GjWindow  *self,
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

static void
begin_reading (GjWindow *self)
{
  self->busy = TRUE;
  if (self->session == NULL)
    gtk_stack_set_visible_child_name (self->stack, "loading");
}

/* Without a report the window is where it was, or where to begin. */
static void
end_reading (GjWindow  *self,
             GjSession *session)
{
  self->busy = FALSE;
  if (session != NULL)
    take_session (self, session);
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

static void
present_soon (GjWindow *self)
{
  if (self->present_id == 0 && !gtk_widget_get_visible (GTK_WIDGET (self)))
    self->present_id = g_timeout_add (250, present_cb, self);
}

static void
present_now (GjWindow *self)
{
  g_clear_handle_id (&self->present_id, g_source_remove);
  gtk_window_present (GTK_WINDOW (self));
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GjWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GjSession) session = gj_session_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  end_reading (self, session);
  self->restoring = FALSE;
  present_now (self);
  if (session == NULL)
    explain (self, _("The file was not opened"), error->message);
}

void
gj_window_open (GjWindow *self,
                GFile    *file)
{
  GjWindow *window = self;

  g_return_if_fail (GJ_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->session != NULL || self->busy)
    window = gj_window_new (gtk_window_get_application (GTK_WINDOW (self)));

  begin_reading (window);
  present_soon (window);
  gj_session_open_async (file, window->cancellable, opened_cb, g_object_ref (window));
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
      explain (self, _("There is no text to paste"),
               _("Copy the whole report in the other program first, from its title to its end."));
      return;
    }

  begin_reading (self);
  gj_session_open_text_async (text, self->cancellable, opened_cb, g_object_ref (self));
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

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  end_reading (self, session);
  if (session == NULL)
    {
      self->restoring = FALSE;
      explain (self, _("The work could not be restored"), error->message);
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

  begin_reading (self);
  self->restoring = TRUE;
  gj_session_recover_async (journal, self->cancellable, recovered_cb, g_object_ref (self));
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

  begin_reading (self);
  self->restoring = TRUE;
  gj_session_open_copy_async (copy, origin, self->cancellable, copy_opened_cb,
                              g_object_ref (self));
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GFile) file = gj_file_choice_finish (result);

  if (file != NULL)
    gj_window_open (GJ_WINDOW (source), file);
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
  g_autoptr (GListModel) filters = create_filters (FALSE);
  g_autoptr (GFile) folder = dup_folder (self);

  gj_file_choice_open_async (GTK_WINDOW (self), _("Open Report"), filters, folder,
                             file_chosen_cb, NULL);
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

/* Saving */

static void save_to (GjWindow *self,
                     GFile    *target,
                     gboolean  overwrite);

static void
failed_answer_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autofree char *answer = gj_alert_ask_finish (result);
  GjWindow *self = GJ_WINDOW (source);

  if (g_str_equal (answer, "save-as"))
    _gj_window_save (self, TRUE);
  else if (g_str_equal (answer, "overwrite"))
    save_to (self, NULL, TRUE);
  else if (g_str_equal (answer, "reload"))
    _gj_window_reload (self);
  else
    self->closing = FALSE;
}

static void
say_failure (GjWindow     *self,
             const GError *error)
{
  const GjAlertAnswer answers[] = {
    { "close", _("_Close"), GJ_ALERT_PLAIN },
    { "save-as", _("Save _As…"), GJ_ALERT_SUGGESTED },
  };
  const GjAlertAnswer changed_answers[] = {
    { "close", _("_Cancel"), GJ_ALERT_PLAIN },
    { "reload", _("_Load the File Again"), GJ_ALERT_PLAIN },
    { "overwrite", _("_Overwrite"), GJ_ALERT_DESTRUCTIVE },
    { "save-as", _("Save _As…"), GJ_ALERT_SUGGESTED },
  };

  if (g_error_matches (error, GJ_FILE_ERROR, GJ_FILE_ERROR_CHANGED))
    gj_alert_ask_async (GTK_WINDOW (self), _("Another program has changed the file"),
                        _("Nothing has been written. Save under another name to keep both versions."),
                        changed_answers, G_N_ELEMENTS (changed_answers), "save-as", NULL,
                        failed_answer_cb, NULL);
  else
    gj_alert_ask_async (GTK_WINDOW (self), _("The report was not saved"), error->message,
                        answers, G_N_ELEMENTS (answers), "save-as", NULL,
                        failed_answer_cb, NULL);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GjWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  GjSession *session = GJ_SESSION (source);

  if (!gj_session_save_finish (session, result, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PENDING))
        say_failure (self, error);
      return;
    }

  gj_recent_note (session, gj_document_get_file (gj_session_get_document (session)));
  if (self->session == session)
    gj_report_view_note_saved (self->view);
  if (self->closing && !gj_session_is_modified (session))
    gtk_window_close (GTK_WINDOW (self));
  self->closing = FALSE;
}

static void
save_to (GjWindow *self,
         GFile    *target,
         gboolean  overwrite)
{
  gj_session_save_async (self->session, target, overwrite, NULL, saved_cb,
                         g_object_ref (self));
}

static void
target_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GFile) file = gj_file_choice_finish (result);
  GjWindow *self = GJ_WINDOW (source);

  if (file != NULL)
    save_to (self, file, TRUE);
  else
    self->closing = FALSE;
}

/* Beside the file, unless nothing can be written there: who has just been told so is not
 * led to the same folder again. */
static GFile *
dup_target_folder (GjDocument *document)
{
  g_autoptr (GFile) folder = gj_document_dup_folder (document);
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (path == NULL || g_access (path, W_OK) == 0)
    return g_steal_pointer (&folder);

  return g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
}

void
_gj_window_save (GjWindow *self,
                 gboolean  as)
{
  GjDocument *document = gj_session_get_document (self->session);
  g_autoptr (GListModel) filters = create_filters (TRUE);
  g_autoptr (GFile) folder = dup_target_folder (document);
  g_autofree char *name = NULL;

  gj_report_view_commit (self->view);
  if (!as && gj_document_get_file (document) != NULL)
    {
      save_to (self, NULL, FALSE);
      return;
    }

  name = gj_document_dup_proposed_name (document, gj_session_get_report (self->session),
                                        ".gouji");
  gj_file_choice_save_async (GTK_WINDOW (self), _("Save Report"), filters, folder, name,
                             target_chosen_cb, NULL);
}

/* Closing */

static void
close_answer_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autofree char *answer = gj_alert_ask_finish (result);
  GjWindow *self = GJ_WINDOW (source);

  if (g_str_equal (answer, "save"))
    {
      self->closing = TRUE;
      _gj_window_save (self, FALSE);
    }
  else if (g_str_equal (answer, "discard"))
    {
      if (gj_session_get_autosave (self->session) != NULL)
        gj_autosave_discard (gj_session_get_autosave (self->session));
      gtk_window_destroy (GTK_WINDOW (self));
    }
}

gboolean
_gj_window_may_close (GjWindow *self)
{
  const GjAlertAnswer answers[] = {
    { "cancel", _("_Cancel"), GJ_ALERT_PLAIN },
    { "discard", _("_Discard"), GJ_ALERT_DESTRUCTIVE },
    { "save", _("_Save"), GJ_ALERT_SUGGESTED },
  };

  if (self->session == NULL)
    return TRUE;

  gj_report_view_commit (self->view);
  if (!gj_session_is_modified (self->session))
    {
      if (gj_session_get_autosave (self->session) != NULL)
        gj_autosave_discard (gj_session_get_autosave (self->session));
      return TRUE;
    }

  gj_alert_ask_async (GTK_WINDOW (self), _("Save the changes?"),
                      _("What is not saved will be lost."), answers, G_N_ELEMENTS (answers),
                      "save", NULL, close_answer_cb, NULL);

  return FALSE;
}
