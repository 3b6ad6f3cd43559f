/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-session-private.h"

#include "gj-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Opening and saving: the bytes are read, parsed, written and compared in a thread; what
 * the views see is only touched in the main one. */

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

static gboolean
is_gouji (const char *path,
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
      opening->imported = !is_gouji (path, bytes);
      opening->report = opening->imported
                        ? gj_import_document (bytes, cancellable, &error)
                        : gj_store_read (bytes, &error);
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

/* (transfer full): an import is a new document: the source is never written to. */
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
  if (opening->imported || opening->origin != NULL)
    document = gj_document_new_imported (opening->origin != NULL ? opening->origin
                                                                 : opening->file);
  else
    document = gj_document_new (opening->file, opening->stamp);
  _gj_session_set_document (session, document);

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

  return g_steal_pointer (&session);
}

typedef struct
{
  GFile       *target;
  GjReport    *snapshot;
  GjFileStamp *expected;
  GjFileStamp *stamp;
} Saving;

static void
saving_free (Saving *self)
{
  g_clear_object (&self->target);
  g_clear_object (&self->snapshot);
  g_clear_pointer (&self->expected, gj_file_stamp_free);
  g_clear_pointer (&self->stamp, gj_file_stamp_free);
  g_free (self);
}

/* What would be written is read again first: a file that we could not open must not
 * replace one that we could. */
static GBytes *
write_checked (GjReport  *snapshot,
               GError   **error)
{
  g_autoptr (GBytes) bytes = gj_store_write (snapshot);
  g_autoptr (GjReport) reread = gj_store_read (bytes, error);
  g_autoptr (GBytes) again = NULL;

  if (reread == NULL)
    return NULL;

  again = gj_store_write (reread);
  if (!g_bytes_equal (bytes, again))
    {
      g_set_error (error, GJ_FILE_ERROR, GJ_FILE_ERROR_NOT_VERIFIED,
                   _("The report could not be written faithfully, so the old file was left as it is. "
                     "Please export it and report this problem."));
      return NULL;
    }

  return g_steal_pointer (&bytes);
}

static void
save_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Saving *saving = task_data;
  GError *error = NULL;
  g_autofree char *path = gj_file_dup_target_path (saving->target, &error);
  g_autoptr (GBytes) bytes = NULL;

  if (path != NULL)
    bytes = write_checked (saving->snapshot, &error);
  if (bytes == NULL
      || !gj_file_replace (path, bytes, saving->expected, &saving->stamp, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* A document of another program keeps what it is: our own file in its place would be lost
 * to that program, and the source of an import is never written to. */
static gboolean
is_foreign (GjSession *self,
            GFile     *target)
{
  static const char *const suffixes[] = {
    ".docx", ".doc", ".wps", ".pdf", ".html", ".htm", ".txt", ".rtf", ".odt", ".xls", ".xlsx", ".et", ".ofd",
  };
  GFile *origin = gj_document_get_origin (self->document);
  g_autofree char *name = g_file_get_basename (target);
  g_autofree char *folded = NULL;

  if (origin != NULL && g_file_equal (origin, target))
    return TRUE;

  folded = g_ascii_strdown (name != NULL ? name : "", -1);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (folded, suffixes[i]))
      return TRUE;

  return FALSE;
}

void
gj_session_save_async (GjSession           *self,
                       GFile               *target,
                       gboolean             overwrite,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GFile *own;
  const GjFileStamp *stamp;
  Saving *saving;

  g_return_if_fail (GJ_IS_SESSION (self));

  own = gj_document_get_file (self->document);
  stamp = gj_document_get_stamp (self->document);
  g_return_if_fail (target != NULL || own != NULL);

  if (self->saving)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PENDING,
                               _("The report is being saved already."));
      return;
    }

  if (target != NULL && is_foreign (self, target))
    {
      g_autofree char *name = g_file_get_basename (target);

      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                               _("“%s” was not written: a report is saved in a file of its own. "
                                 "Choose a name that ends with .gouji."), name);
      return;
    }

  self->saving = TRUE;
  gj_history_close_step (self->history);
  gj_history_begin_save (self->history);

  saving = g_new0 (Saving, 1);
  saving->target = g_object_ref (target != NULL ? target : own);
  saving->snapshot = gj_report_dup_snapshot (self->report);
  if (!overwrite && stamp != NULL && own != NULL && g_file_equal (saving->target, own))
    saving->expected = gj_file_stamp_copy (stamp);

  g_task_set_source_tag (task, gj_session_save_async);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  g_task_run_in_thread (task, save_thread);
}

gboolean
gj_session_save_finish (GjSession     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  Saving *saving;
  gboolean saved;

  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  saved = g_task_propagate_boolean (G_TASK (result), error);
  saving = g_task_get_task_data (G_TASK (result));

  /* A save that was refused because another one is under way has no data. */
  if (saving == NULL)
    return FALSE;

  self->saving = FALSE;
  if (saved)
    gj_document_set_stored (self->document, saving->target, saving->stamp);
  gj_history_end_save (self->history, saved);

  if (saved && self->autosave != NULL && !gj_history_is_modified (self->history))
    {
      g_autofree char *uri = g_file_get_uri (saving->target);

      gj_autosave_rebase (self->autosave, saving->snapshot, uri);
    }

  return saved;
}
