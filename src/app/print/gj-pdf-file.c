/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pdf-file.h"

#include "gj-export.h"

typedef struct
{
  GjReport *snapshot;
  GFile    *target;
} Writing;

static void
writing_free (Writing *self)
{
  g_clear_object (&self->snapshot);
  g_clear_object (&self->target);
  g_free (self);
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Writing *writing = task_data;
  GError *error = NULL;
  g_autofree char *path = gj_file_dup_target_path (writing->target, &error);
  g_autoptr (GBytes) bytes = NULL;

  if (path != NULL)
    bytes = gj_pdf_export_report (writing->snapshot, cancellable, &error);
  if (bytes == NULL || !gj_file_replace (path, bytes, NULL, NULL, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* The source object of the task is @owner. */
void
gj_pdf_file_write_async (GObject             *owner,
                         GjReport            *snapshot,
                         GFile               *target,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Writing *writing;

  g_return_if_fail (GJ_IS_REPORT (snapshot));
  g_return_if_fail (G_IS_FILE (target));

  task = g_task_new (owner, NULL, callback, user_data);
  writing = g_new0 (Writing, 1);
  writing->snapshot = g_object_ref (snapshot);
  writing->target = g_object_ref (target);
  g_task_set_source_tag (task, gj_pdf_file_write_async);
  g_task_set_task_data (task, writing, (GDestroyNotify) writing_free);
  g_task_run_in_thread (task, write_thread);
}

gboolean
gj_pdf_file_write_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Returns: (transfer none): where the PDF went */
GFile *
gj_pdf_file_get_target (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return ((const Writing *) g_task_get_task_data (G_TASK (result)))->target;
}
