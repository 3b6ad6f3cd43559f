/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-verify-task.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GjReport  *snapshot;
  GPtrArray *files;
  char      *code;
} Verifying;

static void
verifying_free (Verifying *self)
{
  g_clear_object (&self->snapshot);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_free (self->code);
  g_free (self);
}

static gboolean
add_file (GjVerification  *verification,
          GFile           *file,
          GCancellable    *cancellable,
          GError         **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autoptr (GBytes) bytes = NULL;

  if (path == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _("“%s” is not on this computer. Copy it here first, then open the copy."), name);
      return FALSE;
    }

  bytes = gj_file_load (path, GJ_FILE_MAX_SIZE, NULL, error);

  return bytes != NULL
         && gj_verification_add_file (verification, name, bytes, cancellable, error);
}

static void
verify_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Verifying *verifying = task_data;
  g_autoptr (GjVerification) verification = gj_verification_new ();
  GError *error = NULL;

  gj_verification_add_report (verification, NULL, verifying->snapshot);
  for (guint i = 0; error == NULL && i < verifying->files->len; i++)
    add_file (verification, g_ptr_array_index (verifying->files, i), cancellable, &error);
  if (error == NULL && verifying->code != NULL)
    gj_verification_add_code (verification, verifying->code, &error);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  gj_verification_end (verification);
  g_task_return_pointer (task, g_steal_pointer (&verification),
                         (GDestroyNotify) gj_verification_free);
}

void
gj_verify_task_async (GObject             *owner,
                      GjReport            *snapshot,
                      GPtrArray           *files,
                      const char          *code,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Verifying *verifying;

  g_return_if_fail (GJ_IS_REPORT (snapshot));
  g_return_if_fail (files != NULL);

  task = g_task_new (owner, cancellable, callback, user_data);
  verifying = g_new0 (Verifying, 1);
  verifying->snapshot = g_object_ref (snapshot);
  verifying->files = g_ptr_array_ref (files);
  verifying->code = code != NULL && *code != '\0' ? g_strdup (code) : NULL;
  g_task_set_source_tag (task, gj_verify_task_async);
  g_task_set_task_data (task, verifying, (GDestroyNotify) verifying_free);
  g_task_run_in_thread (task, verify_thread);
}

/* (transfer full): what was found, ended */
GjVerification *
gj_verify_task_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
