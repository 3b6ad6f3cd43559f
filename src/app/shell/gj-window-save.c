/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-window-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "gj-alert.h"
#include "gj-file-choice.h"
#include "gj-file-filters.h"
#include "gj-recent-list.h"

/* Saving and closing: every failure is said in one dialog that offers the way on, and
 * nothing on the screen changes by it. */

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
  g_autoptr (GListModel) filters = gj_file_filters_new_writable ();
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
