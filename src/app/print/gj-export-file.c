/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-export-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (gj-export-file-error-quark, gj_export_file_error)

typedef struct
{
  GjExportFileWriter  write;
  gpointer            data;
  GDestroyNotify      free_data;
  GFile              *target;
  gboolean            force;
} Writing;

typedef struct
{
  GjReport             *snapshot;
  const GjExportFormat *format;
} Whole;

static void
writing_free (Writing *self)
{
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_clear_object (&self->target);
  g_free (self);
}

static void
whole_free (Whole *self)
{
  g_object_unref (self->snapshot);
  g_free (self);
}

static GBytes *
write_whole (gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Whole *whole = data;

  return whole->format->write (whole->snapshot, cancellable, error);
}

static gboolean
exists_beside (const char *path,
               const char *prefix,
               const char *name,
               const char *suffix)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_strconcat (prefix, name, suffix, NULL);
  g_autofree char *lock = g_build_filename (folder, base, NULL);

  return g_file_test (lock, G_FILE_TEST_EXISTS);
}

/* Office programs leave a file beside the one that they have open: LibreOffice, WPS and
 * Word, which drops two letters of a longer name. */
static gboolean
is_open_elsewhere (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  const char *rest = name;

  for (guint i = 0; i < 2 && *rest != '\0'; i++)
    rest = g_utf8_find_next_char (rest, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS)
         && (exists_beside (path, ".~lock.", name, "#")
             || exists_beside (path, ".~", name, "")
             || exists_beside (path, "~$", name, "")
             || exists_beside (path, "~$", rest, ""));
}

static gboolean
check_target (Writing     *writing,
              const char  *path,
              GError     **error)
{
  g_autofree char *name = NULL;

  if (!gj_export_check_target (path, error))
    return FALSE;
  if (writing->force || !is_open_elsewhere (path))
    return TRUE;

  name = g_filename_display_basename (path);
  g_set_error (error, GJ_EXPORT_FILE_ERROR, GJ_EXPORT_FILE_ERROR_OPEN,
               _("“%s” seems to be open in another program. Close it there first, or choose another name."),
               name);

  return FALSE;
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

  if (path != NULL && check_target (writing, path, &error))
    bytes = writing->write (writing->data, cancellable, &error);
  if (bytes == NULL || g_cancellable_set_error_if_cancelled (cancellable, &error) ||
      !gj_file_replace (path, bytes, NULL, NULL, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
gj_export_file_write_async (GObject             *owner,
                            GjExportFileWriter   write,
                            gpointer             data,
                            GDestroyNotify       free_data,
                            GFile               *target,
                            gboolean             force,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Writing *writing;

  g_return_if_fail (write != NULL);
  g_return_if_fail (G_IS_FILE (target));

  task = g_task_new (owner, cancellable, callback, user_data);
  writing = g_new0 (Writing, 1);
  writing->write = write;
  writing->data = data;
  writing->free_data = free_data;
  writing->target = g_object_ref (target);
  writing->force = force;
  g_task_set_source_tag (task, gj_export_file_write_async);
  g_task_set_task_data (task, writing, (GDestroyNotify) writing_free);
  /* What has been written has been written, whoever cancelled meanwhile. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, write_thread);
}

void
gj_export_file_async (GObject              *owner,
                      GjReport             *snapshot,
                      const GjExportFormat *format,
                      GFile                *target,
                      gboolean              force,
                      GCancellable         *cancellable,
                      GAsyncReadyCallback   callback,
                      gpointer              user_data)
{
  Whole *whole;

  g_return_if_fail (GJ_IS_REPORT (snapshot));
  g_return_if_fail (format != NULL);

  whole = g_new0 (Whole, 1);
  whole->snapshot = g_object_ref (snapshot);
  whole->format = format;
  gj_export_file_write_async (owner, write_whole, whole, (GDestroyNotify) whole_free, target,
                              force, cancellable, callback, user_data);
}

gboolean
gj_export_file_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

const GjExportFormat *
gj_export_file_find_format (GFile                *target,
                            const GjExportFormat *chosen)
{
  g_autofree char *name = NULL;
  const char *dot;
  const GjExportFormat *named = NULL;

  g_return_val_if_fail (G_IS_FILE (target), chosen);

  name = g_file_get_basename (target);
  dot = name != NULL ? strrchr (name, '.') : NULL;
  if (dot != NULL)
    named = gj_export_format_find (dot + 1);

  return named != NULL ? named : chosen;
}
