/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-session-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gj-import.h"

/* Opening: the bytes are read and parsed in a thread; what the views see is only touched
 * in the main one. */

typedef struct
{
  GFile       *file;
  GFile       *origin;
  GBytes      *text;
  GjReport    *report;
  GjFileStamp *stamp;
  char        *journal;
  char        *file_uri;
  gboolean     imported;
  gboolean     is_own_word;
} Opening;

static void
opening_free (Opening *self)
{
  g_clear_object (&self->file);
  g_clear_object (&self->origin);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_clear_object (&self->report);
  g_clear_pointer (&self->stamp, gj_file_stamp_free);
  g_free (self->journal);
  g_free (self->file_uri);
  g_free (self);
}

gboolean
_gj_session_is_gouji (const char *path,
                      GBytes     *bytes)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return (g_str_has_suffix (folded, ".gouji") && !gj_import_is_foreign (gj_import_sniff (bytes)))
         || (size > 5 && memcmp (data, "<?xml", 5) == 0
             && g_strstr_len (data, MIN (size, 1024), "gouji.github.io/ns/report") != NULL);
}

static void
open_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Opening *opening = task_data;
  g_autofree char *path = g_file_get_path (opening->file);
  g_autofree char *name = g_file_get_basename (opening->file);
  g_autofree char *display_name = g_filename_display_name (name);
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  if (path == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                               _("“%s” is not on this computer. Copy it here first, then open the copy."),
                               display_name);
      return;
    }

  bytes = gj_file_load (path, GJ_FILE_MAX_SIZE, &opening->stamp, &error);
  if (bytes != NULL)
    {
      opening->imported = !_gj_session_is_gouji (path, bytes);
      opening->report = opening->imported
                        ? gj_import_document (bytes, cancellable, &error)
                        : gj_store_read (bytes, &error);
      opening->is_own_word = opening->imported && _gj_session_is_own_word (path, bytes);
      if (opening->imported && opening->report != NULL)
        gj_import_note_name (opening->report, bytes, path);
    }

  if (opening->report == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
gj_session_open_async (GFile               *file,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  g_return_if_fail (G_IS_FILE (file));

  opening->file = g_object_ref (file);
  g_task_set_source_tag (task, gj_session_open_async);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  g_task_run_in_thread (task, open_thread);
}

static void
open_text_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Opening *opening = task_data;
  GError *error = NULL;

  opening->report = gj_import_document (opening->text, cancellable, &error);
  if (opening->report == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* The text of a whole report, from the clipboard; finished like any other. */
void
gj_session_open_text_async (const char          *text,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  g_return_if_fail (text != NULL);

  opening->text = g_bytes_new (text, strlen (text));
  g_task_set_source_tag (task, gj_session_open_text_async);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  g_task_run_in_thread (task, open_text_thread);
}

/* A copy of @origin is read, but is never the document's own file; finished like any
 * other. */
void
gj_session_open_copy_async (GFile               *copy,
                            GFile               *origin,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  g_return_if_fail (G_IS_FILE (copy));
  g_return_if_fail (G_IS_FILE (origin));

  opening->file = g_object_ref (copy);
  opening->origin = g_object_ref (origin);
  g_task_set_source_tag (task, gj_session_open_copy_async);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  g_task_run_in_thread (task, open_thread);
}

/* (transfer full): an import is a new document: the source is never written to. Only what
 * this program wrote for Word, and no other has touched since, is saved again as it is. */
GjSession *
gj_session_open_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_autoptr (GjSession) session = NULL;
  g_autoptr (GjDocument) document = NULL;
  Opening *opening;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  opening = g_task_get_task_data (G_TASK (result));
  session = gj_session_new (opening->report);
  if (opening->file == NULL)
    {
      gj_history_mark_unsaved (gj_session_get_history (session));
      return g_steal_pointer (&session);
    }

  if (opening->origin != NULL)
    gj_history_mark_unsaved (gj_session_get_history (session));
  if (opening->origin != NULL)
    document = gj_document_new_imported (opening->origin, NULL);
  else if (opening->imported && !opening->is_own_word)
    document = gj_document_new_imported (opening->file, opening->stamp);
  else
    document = gj_document_new (opening->file, opening->stamp);
  _gj_session_set_document (session, document);
  if (!opening->imported && opening->origin == NULL)
    _gj_session_note_kept (session, opening->report);
  gj_session_follow_last_year (session);

  return g_steal_pointer (&session);
}

static void
recover_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Opening *opening = task_data;
  GError *error = NULL;
  g_autofree char *path = NULL;

  opening->report = gj_journal_recover (opening->journal, &opening->file_uri, &error);
  if (opening->report == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  /* The stamp of the file as it is now: the work goes on top of it. */
  if (opening->file_uri != NULL && *opening->file_uri != '\0')
    {
      g_autoptr (GBytes) bytes = NULL;

      opening->file = g_file_new_for_uri (opening->file_uri);
      path = g_file_get_path (opening->file);
      if (path != NULL)
        bytes = gj_file_load (path, GJ_FILE_MAX_SIZE, &opening->stamp, NULL);
    }

  g_task_return_boolean (task, TRUE);
}

void
gj_session_recover_async (const char          *journal,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  g_return_if_fail (journal != NULL);

  opening->journal = g_strdup (journal);
  g_task_set_source_tag (task, gj_session_recover_async);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  g_task_run_in_thread (task, recover_thread);
}

GjSession *
gj_session_recover_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_autoptr (GjSession) session = NULL;
  g_autoptr (GjDocument) document = NULL;
  Opening *opening;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  opening = g_task_get_task_data (G_TASK (result));
  session = gj_session_new (opening->report);
  document = gj_document_new (opening->stamp != NULL ? opening->file : NULL, opening->stamp);
  _gj_session_set_document (session, document);
  gj_history_mark_unsaved (gj_session_get_history (session));
  gj_session_follow_last_year (session);

  return g_steal_pointer (&session);
}
