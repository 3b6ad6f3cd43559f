/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-trend-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gj-export.h"

typedef struct
{
  GPtrArray *years;
  GFile     *target;
} Job;

static void
job_free (Job *self)
{
  g_ptr_array_unref (self->years);
  g_object_unref (self->target);
  g_free (self);
}

static gboolean
is_source (const Job *self)
{
  for (guint i = 0; i < self->years->len; i++)
    {
      const GjYearFile *year = g_ptr_array_index (self->years, i);

      if (year->file != NULL && g_file_equal (year->file, self->target))
        return TRUE;
    }

  return FALSE;
}

static GBytes *
make_bytes (const Job     *self,
            const char    *path,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GPtrArray) reports = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *dot = strrchr (path, '.');

  for (guint i = 0; i < self->years->len; i++)
    {
      const GjYearFile *year = g_ptr_array_index (self->years, i);

      g_ptr_array_add (reports, year->report);
      g_ptr_array_add (names, year->name);
    }

  return gj_trend_export ((GjReport *const *) reports->pdata, (const char *const *) names->pdata, reports->len,
                          GJ_TREND_DEFAULT, dot != NULL ? dot + 1 : "", cancellable, error);
}

static gboolean
write_file (const Job     *self,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (is_source (self))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   _("This is one of the reports in the table. Choose another name."));
      return FALSE;
    }

  path = gj_file_dup_target_path (self->target, error);
  if (path == NULL || !gj_export_check_target (path, error))
    return FALSE;

  bytes = make_bytes (self, path, cancellable, error);

  return bytes != NULL && gj_file_replace (path, bytes, NULL, NULL, error);
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_file (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
gj_trend_file_write_async (GPtrArray           *years,
                           GFile               *target,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (years != NULL && years->len > 0);
  g_return_if_fail (G_IS_FILE (target));

  job = g_new0 (Job, 1);
  job->years = years;
  job->target = g_object_ref (target);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, gj_trend_file_write_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, write_thread);
}

gboolean
gj_trend_file_write_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
