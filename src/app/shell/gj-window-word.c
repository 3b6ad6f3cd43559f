/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gj-alert.h"
#include "gj-file-choice.h"
#include "gj-file-filters.h"

/* Whoever got a report as a Word document may go on in one. What such a document cannot
 * hold is said before and never lost in silence. */

static void
format_answer_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autofree char *answer = gj_alert_ask_finish (result);
  GjWindow *self = GJ_WINDOW (source);

  if (g_str_equal (answer, "word"))
    _gj_window_choose_target (self, GJ_DOCUMENT_WORD);
  else if (g_str_equal (answer, "gouji"))
    _gj_window_choose_target (self, GJ_DOCUMENT_GOUJI);
  else
    self->closing = FALSE;
}

static char *
dup_format_words (GjWindow *self)
{
  GjDocument *document = gj_session_get_document (self->session);
  g_autofree char *unheld = gj_session_dup_unheld_words (self->session);
  g_autofree char *words = NULL;

  words = g_strdup_printf (_("“%s” stays as it is; saving makes a new file.\n\n"
                             "A Word document holds the text, the tables and the comments, and goes on in Word or WPS.\n\n"
                             "A Gouji report holds the import notes, the decisions and the signing sheet as well."),
                           gj_document_get_name (document));
  if (unheld == NULL)
    return g_steal_pointer (&words);

  return g_strdup_printf (_("%s\n\nThis report has %s, which a Word document cannot hold."), words,
                          unheld);
}

/* Word is proposed to whoever came from Word, unless something would be lost by it. */
static gboolean
is_word_usual (GjWindow *self)
{
  GFile *origin = gj_document_get_origin (gj_session_get_document (self->session));
  g_autofree char *unheld = gj_session_dup_unheld_words (self->session);
  g_autofree char *name = g_file_get_basename (origin);
  g_autofree char *folded = g_ascii_strdown (name != NULL ? name : "", -1);

  return unheld == NULL && (g_str_has_suffix (folded, ".docx") || g_str_has_suffix (folded, ".doc")
                            || g_str_has_suffix (folded, ".wps"));
}

void
_gj_window_ask_format (GjWindow *self)
{
  gboolean is_word = is_word_usual (self);
  const GjAlertAnswer answers[] = {
    { "cancel", _("_Cancel"), GJ_ALERT_PLAIN },
    { "gouji", _("_Gouji Report…"), is_word ? GJ_ALERT_PLAIN : GJ_ALERT_SUGGESTED },
    { "word", _("_Word Document…"), is_word ? GJ_ALERT_SUGGESTED : GJ_ALERT_PLAIN },
  };
  g_autofree char *words = dup_format_words (self);

  gj_alert_ask_async (GTK_WINDOW (self), _("Save as which kind of file?"), words, answers,
                      G_N_ELEMENTS (answers), is_word ? "word" : "gouji", NULL, format_answer_cb,
                      NULL);
}

/* The source of the import, chosen as the target */

static void
source_answer_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autofree char *answer = gj_alert_ask_finish (result);
  GjWindow *self = GJ_WINDOW (source);
  GjDocument *document = gj_session_get_document (self->session);

  if (g_str_equal (answer, "overwrite"))
    {
      gj_document_release_origin (document);
      _gj_window_save_to (self, gj_document_get_origin (document), FALSE);
    }
  else if (g_str_equal (answer, "other"))
    _gj_window_choose_target (self, GJ_DOCUMENT_WORD);
  else
    self->closing = FALSE;
}

static void
ask_about_source (GjWindow *self)
{
  const GjAlertAnswer answers[] = {
    { "cancel", _("_Cancel"), GJ_ALERT_PLAIN },
    { "overwrite", _("_Overwrite the Source"), GJ_ALERT_DESTRUCTIVE },
    { "other", _("Choose _Another Name…"), GJ_ALERT_SUGGESTED },
  };

  gj_alert_ask_async (GTK_WINDOW (self), _("Overwrite the document that was read?"),
                      _("Its own layout, and whatever was not part of the report, will be gone."),
                      answers, G_N_ELEMENTS (answers), "other", NULL, source_answer_cb, NULL);
}

static void
name_answer_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autofree char *answer = gj_alert_ask_finish (result);
  GjWindow *self = GJ_WINDOW (source);

  if (g_str_equal (answer, "again"))
    _gj_window_choose_target (self, GJ_DOCUMENT_WORD);
  else
    self->closing = FALSE;
}

/* A name is never completed behind the dialog's back: in a sandbox only the chosen one
 * can be written. */
static void
ask_for_suffix (GjWindow *self)
{
  const GjAlertAnswer answers[] = {
    { "cancel", _("_Cancel"), GJ_ALERT_PLAIN },
    { "again", _("Choose _Another Name…"), GJ_ALERT_SUGGESTED },
  };

  gj_alert_ask_async (GTK_WINDOW (self), _("The report was not saved"),
                      _("The name of a Word document ends with .docx."), answers,
                      G_N_ELEMENTS (answers), "again", NULL, name_answer_cb, NULL);
}

/* Whether the target may be written to at once; if not, a person is asked. */
gboolean
_gj_window_check_target (GjWindow         *self,
                         GjDocumentFormat  format,
                         GFile            *target)
{
  GjDocument *document = gj_session_get_document (self->session);
  GFile *origin = gj_document_get_origin (document);
  g_autofree char *name = g_file_get_basename (target);
  gboolean is_word = gj_document_format_of (target) == GJ_DOCUMENT_WORD;

  if (is_word && origin != NULL && g_file_equal (origin, target) &&
      !gj_document_is_origin_released (document))
    {
      ask_about_source (self);
      return FALSE;
    }

  if (format == GJ_DOCUMENT_WORD && !is_word && !g_str_has_suffix (name, ".gouji"))
    {
      ask_for_suffix (self);
      return FALSE;
    }

  return TRUE;
}

/* Said once for each thing that Word cannot hold, after a save. */
void
_gj_window_say_unheld (GjWindow   *self,
                       const char *changed_places)
{
  g_autofree char *unheld = NULL;
  g_autofree char *message = NULL;

  if (gj_session_is_unheld (self->session))
    unheld = gj_session_dup_unheld_words (self->session);

  if (changed_places != NULL)
    message = g_strdup_printf (_("Saved. When this Word document is opened again, not all will be the same: %s. A .gouji file beside it keeps everything."),
                               changed_places);
  else if (unheld != NULL)
    message = g_strdup_printf (_("Saved, but the Word document does not hold %s. A .gouji file beside it keeps everything."),
                               unheld);

  if (message == NULL || g_strcmp0 (message, self->told_unheld) == 0)
    return;

  g_free (self->told_unheld);
  self->told_unheld = g_strdup (message);
  gj_report_view_show_message (self->view, message, _("_Keep a .gouji…"), "report.keep-beside");
}

/* A .gouji beside the document */

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  const GjAlertAnswer answers[] = { { "close", _("_Close"), GJ_ALERT_PLAIN } };
  g_autoptr (GjWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean closing = self->closing;

  self->closing = FALSE;
  if (!gj_session_write_copy_finish (GJ_SESSION (source), result, &error))
    {
      gj_alert_ask_async (GTK_WINDOW (self), _("The report was not saved"), error->message, answers,
                          G_N_ELEMENTS (answers), "close", NULL, NULL, NULL);
      return;
    }

  gj_report_view_note_saved (self->view);
  gj_window_notice (self, _("The .gouji file has been written. The Word document stays open."));
  if (closing)
    gtk_window_close (GTK_WINDOW (self));
}

static void
copy_target_chosen_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  GjWindow *self = GJ_WINDOW (source);
  g_autoptr (GFile) file = gj_file_choice_finish (result);

  if (file != NULL)
    gj_session_write_copy_async (self->session, file, kept_cb, g_object_ref (self));
  else
    self->closing = FALSE;
}

void
_gj_window_keep_beside (GjWindow *self)
{
  GjDocument *document = gj_session_get_document (self->session);
  g_autoptr (GListModel) filters = gj_file_filters_new_writable (FALSE);
  g_autoptr (GFile) folder = gj_document_dup_folder (document);
  g_autofree char *name =
    gj_document_dup_proposed_name (document, gj_session_get_report (self->session), ".gouji");

  gj_report_view_commit (self->view);
  gj_file_choice_save_async (GTK_WINDOW (self), _("Keep a .gouji"), filters, folder, name,
                             copy_target_chosen_cb, NULL);
}

static void
close_answer_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autofree char *answer = gj_alert_ask_finish (result);
  GjWindow *self = GJ_WINDOW (source);

  if (g_str_equal (answer, "keep"))
    {
      self->closing = TRUE;
      _gj_window_keep_beside (self);
    }
  else if (g_str_equal (answer, "discard"))
    {
      _gj_window_discard (self);
    }
}

/* Whether the window may go without asking about what its Word document does not hold. */
gboolean
_gj_window_may_lose_unheld (GjWindow *self)
{
  const GjAlertAnswer answers[] = {
    { "cancel", _("_Cancel"), GJ_ALERT_PLAIN },
    { "discard", _("_Discard"), GJ_ALERT_DESTRUCTIVE },
    { "keep", _("_Keep a .gouji…"), GJ_ALERT_SUGGESTED },
  };
  g_autofree char *unheld = NULL;
  g_autofree char *words = NULL;

  if (!gj_session_is_unheld (self->session))
    return TRUE;

  unheld = gj_session_dup_unheld_words (self->session);
  words = g_strdup_printf (_("The Word document does not hold %s. Without a .gouji file beside it, that will be lost."),
                           unheld != NULL ? unheld : "");
  gj_alert_ask_async (GTK_WINDOW (self), _("Not everything is in the Word document"), words,
                      answers, G_N_ELEMENTS (answers), "keep", NULL, close_answer_cb, NULL);

  return FALSE;
}
