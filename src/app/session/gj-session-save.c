/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-session-private.h"

#include <glib/gi18n-lib.h>

/* Saving: what is written is read again before it replaces anything, in a thread; what
 * the views see is only touched in the main one. */

typedef struct
{
  GFile            *target;
  GjDocumentFormat  format;
  GjReport         *snapshot;
  GjFileStamp      *expected;
  GjFileStamp      *stamp;
  char             *changed_places;
} Saving;

static void
saving_free (Saving *self)
{
  g_clear_object (&self->target);
  g_clear_object (&self->snapshot);
  g_clear_pointer (&self->expected, gj_file_stamp_free);
  g_clear_pointer (&self->stamp, gj_file_stamp_free);
  g_free (self->changed_places);
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

  if (path != NULL && saving->format == GJ_DOCUMENT_WORD)
    bytes = _gj_session_write_word (saving->snapshot, &saving->changed_places, cancellable, &error);
  else if (path != NULL)
    bytes = write_checked (saving->snapshot, &error);
  if (bytes == NULL
      || !gj_file_replace (path, bytes, saving->expected, &saving->stamp, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* A document of another program keeps what it is: our own file in its place would be lost
 * to that program. The source of an import is written to only when that was chosen. */
static gboolean
is_foreign (GjSession *self,
            GFile     *target)
{
  static const char *const suffixes[] = {
    ".doc", ".wps", ".pdf", ".html", ".htm", ".txt", ".rtf", ".odt", ".xls", ".xlsx", ".et", ".ofd",
  };
  GFile *origin = gj_document_get_origin (self->document);
  g_autofree char *name = g_file_get_basename (target);
  g_autofree char *folded = NULL;

  if (origin != NULL && g_file_equal (origin, target) &&
      !gj_document_is_origin_released (self->document))
    return TRUE;

  folded = g_ascii_strdown (name != NULL ? name : "", -1);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (folded, suffixes[i]))
      return TRUE;

  return FALSE;
}

/* What another program may have done to a file that was read here is noticed. */
static const GjFileStamp *
get_expected (GjSession *self,
              GFile     *target)
{
  GFile *own = gj_document_get_file (self->document);
  GFile *origin = gj_document_get_origin (self->document);

  if (own != NULL && g_file_equal (own, target))
    return gj_document_get_stamp (self->document);
  if (origin != NULL && g_file_equal (origin, target))
    return gj_document_get_origin_stamp (self->document);

  return NULL;
}

static Saving *
saving_new (GjSession *self,
            GFile     *target,
            gboolean   overwrite)
{
  Saving *saving = g_new0 (Saving, 1);
  const GjFileStamp *expected = overwrite ? NULL : get_expected (self, target);

  saving->target = g_object_ref (target);
  saving->format = gj_document_format_of (target);
  saving->snapshot = gj_report_dup_snapshot (self->report);
  saving->expected = expected != NULL ? gj_file_stamp_copy (expected) : NULL;

  return saving;
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

  g_return_if_fail (GJ_IS_SESSION (self));

  if (target == NULL)
    target = gj_document_get_file (self->document);
  g_return_if_fail (target != NULL);

  if (self->saving)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PENDING,
                               _("The report is being saved already."));
      return;
    }

  if (is_foreign (self, target))
    {
      g_autofree char *name = g_file_get_basename (target);

      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                               _("“%s” was not written: a report is saved in a file of its own. "
                                 "Choose a name that ends with .gouji or .docx."), name);
      return;
    }

  self->saving = TRUE;
  _gj_session_settle_last_year (self, target);
  gj_history_close_step (self->history);
  gj_history_begin_save (self->history);

  g_task_set_source_tag (task, gj_session_save_async);
  g_task_set_task_data (task, saving_new (self, target, overwrite), (GDestroyNotify) saving_free);
  g_task_run_in_thread (task, save_thread);
}

/* What Word cannot hold is lost with the journal: it goes on until a file holds it. */
static gboolean
may_begin_anew (GjSession *self)
{
  return self->autosave != NULL && !gj_history_is_modified (self->history)
         && !gj_session_is_unheld (self);
}

/* Without an error, @changed_places names what will be another when the file is opened
 * again, or is NULL. */
gboolean
gj_session_save_finish (GjSession     *self,
                        GAsyncResult  *result,
                        char         **changed_places,
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

  if (saved && saving->format == GJ_DOCUMENT_GOUJI)
    _gj_session_note_kept (self, saving->snapshot);
  if (saved && changed_places != NULL)
    *changed_places = g_steal_pointer (&saving->changed_places);

  if (saved && may_begin_anew (self))
    {
      g_autofree char *uri = g_file_get_uri (saving->target);

      gj_autosave_rebase (self->autosave, saving->snapshot, uri);
    }

  return saved;
}

/* A whole copy beside the document, which stays where it is. */
void
gj_session_write_copy_async (GjSession           *self,
                             GFile               *target,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (GJ_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (target));

  g_task_set_source_tag (task, gj_session_write_copy_async);
  if (gj_document_format_of (target) != GJ_DOCUMENT_GOUJI || is_foreign (self, target))
    {
      g_autofree char *name = g_file_get_basename (target);

      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                               _("“%s” was not written: only a .gouji file holds everything."),
                               name);
      return;
    }

  _gj_session_settle_last_year (self, target);
  g_task_set_task_data (task, saving_new (self, target, TRUE), (GDestroyNotify) saving_free);
  g_task_run_in_thread (task, save_thread);
}

gboolean
gj_session_write_copy_finish (GjSession     *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  const Saving *saving;

  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  saving = g_task_get_task_data (G_TASK (result));
  _gj_session_note_kept (self, saving->snapshot);

  return TRUE;
}
