/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-window-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "gj-alert.h"
#include "gj-file-choice.h"
#include "gj-file-filters.h"
#include "gj-lockdown.h"
#include "gj-recent-list.h"

/* Saving and closing: every failure is said in one dialog that offers the way on, and
 * nothing on the screen changes by it. */

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
    _gj_window_save_to (self, NULL, TRUE);
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
  g_autofree char *changed_places = NULL;
  GjSession *session = GJ_SESSION (source);

  if (!gj_session_save_finish (session, result, &changed_places, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PENDING))
        say_failure (self, error);
      return;
    }

  gj_recent_note (session, gj_document_get_file (gj_session_get_document (session)));
  if (self->session == session)
    {
      gj_report_view_note_saved (self->view);
      _gj_window_say_unheld (self, changed_places);
    }
  if (self->closing && !gj_session_is_modified (session))
    gtk_window_close (GTK_WINDOW (self));
  self->closing = FALSE;
}

void
_gj_window_save_to (GjWindow *self,
                    GFile    *target,
                    gboolean  overwrite)
{
  gj_session_save_async (self->session, target, overwrite, NULL, saved_cb,
                         g_object_ref (self));
}

static void
choose_cb (GjWindow         *self,
           GFile            *file,
           GjDocumentFormat  format)
{
  if (file == NULL)
    self->closing = FALSE;
  else if (_gj_window_check_target (self, format, file))
    _gj_window_save_to (self, file, TRUE);
}

static void
target_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GFile) file = gj_file_choice_finish (result);

  choose_cb (GJ_WINDOW (source), file, GJ_DOCUMENT_GOUJI);
}

static void
word_target_chosen_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (GFile) file = gj_file_choice_finish (result);

  choose_cb (GJ_WINDOW (source), file, GJ_DOCUMENT_WORD);
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

/* The source of an import is not proposed: it would be lost by a click too many. */
static char *
dup_target_name (GjWindow         *self,
                 GjDocumentFormat  format)
{
  GjDocument *document = gj_session_get_document (self->session);
  GjReport *report = gj_session_get_report (self->session);
  GFile *origin = gj_document_get_origin (document);

  if (format == GJ_DOCUMENT_GOUJI)
    return gj_document_dup_proposed_name (document, report, ".gouji");
  if (gj_document_get_file (document) == NULL && origin != NULL &&
      gj_document_format_of (origin) == GJ_DOCUMENT_WORD)
    /* Translators: the end of a file's name, after that of the document it was read from. */
    return gj_document_dup_proposed_name (document, report, _(" (revised).docx"));

  return gj_document_dup_proposed_name (document, report, ".docx");
}

void
_gj_window_choose_target (GjWindow         *self,
                          GjDocumentFormat  format)
{
  gboolean is_word = format == GJ_DOCUMENT_WORD;
  g_autoptr (GListModel) filters = gj_file_filters_new_writable (is_word);
  g_autoptr (GFile) folder = dup_target_folder (gj_session_get_document (self->session));
  g_autofree char *name = dup_target_name (self, format);

  gj_file_choice_save_async (GTK_WINDOW (self), _("Save Report"), filters, folder, name,
                             is_word ? word_target_chosen_cb : target_chosen_cb, NULL);
}

static gboolean
is_locked (GjWindow *self)
{
  const GjAlertAnswer answers[] = { { "close", _("_Close"), GJ_ALERT_PLAIN } };
  const char *reason = gj_lockdown_find_save_reason ();

  if (reason != NULL)
    gj_alert_ask_async (GTK_WINDOW (self), _("The report was not saved"), reason, answers,
                        G_N_ELEMENTS (answers), "close", NULL, NULL, NULL);

  return reason != NULL;
}

void
_gj_window_save (GjWindow *self,
                 gboolean  as)
{
  GjDocument *document = gj_session_get_document (self->session);

  gj_report_view_commit (self->view);
  if (is_locked (self))
    self->closing = FALSE;
  else if (!as && gj_document_get_file (document) != NULL)
    _gj_window_save_to (self, NULL, FALSE);
  else if (!as && gj_document_get_origin (document) != NULL)
    _gj_window_ask_format (self);
  else
    _gj_window_choose_target (self, gj_document_get_format (document));
}

/* Closing */

/* Closes the window with what its file does not hold. */
void
_gj_window_discard (GjWindow *self)
{
  if (gj_session_get_autosave (self->session) != NULL)
    gj_autosave_discard (gj_session_get_autosave (self->session));
  gtk_window_destroy (GTK_WINDOW (self));
}

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
      _gj_window_discard (self);
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
      if (!_gj_window_may_lose_unheld (self))
        return FALSE;
      if (gj_session_get_autosave (self->session) != NULL)
        gj_autosave_discard (gj_session_get_autosave (self->session));
      return TRUE;
    }

  gj_alert_ask_async (GTK_WINDOW (self), _("Save the changes?"),
                      _("What is not saved will be lost."), answers, G_N_ELEMENTS (answers),
                      "save", NULL, close_answer_cb, NULL);

  return FALSE;
}
