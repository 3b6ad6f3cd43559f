/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-year-file.h"

#include "gj-session-private.h"

#include <glib/gi18n-lib.h>

#include "gj-import.h"

/* As many years as anybody looks back; a file may name one that names it. */
#define MAX_YEARS 12

/* (transfer full): takes nothing over. */
GjYearFile *
gj_year_file_new (GFile    *file,
                  GjReport *report)
{
  GjYearFile *self = g_new0 (GjYearFile, 1);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;

  if (file != NULL)
    self->file = g_object_ref (file);
  self->name = name != NULL ? g_filename_display_name (name) : NULL;
  self->report = gj_report_dup_snapshot (report);

  return self;
}

void
gj_year_file_free (GjYearFile *self)
{
  g_clear_object (&self->file);
  g_free (self->name);
  g_object_unref (self->report);
  g_free (self);
}

char *
gj_year_file_dup_way (const GjYearFile *self,
                      GFile            *folder)
{
  g_autofree char *path = self->file != NULL ? g_file_get_path (self->file) : NULL;
  g_autofree char *folder_path = folder != NULL ? g_file_get_path (folder) : NULL;

  if (path == NULL || !g_utf8_validate (path, -1, NULL))
    return NULL;
  if (folder_path == NULL)
    return g_steal_pointer (&path);

  return gj_relative_path_new (folder_path, path);
}

static GjReport *
read_report (GFile         *file,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GBytes) bytes = NULL;

  if (path == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _("“%s” is not on this computer. Copy it here first, then open the copy."), name);
      return NULL;
    }

  bytes = gj_file_load (path, GJ_FILE_MAX_SIZE, NULL, error);
  if (bytes == NULL)
    return NULL;
  if (_gj_session_is_gouji (path, bytes))
    return gj_store_read (bytes, error);

  return gj_import_document (bytes, cancellable, error);
}

static gboolean
has_file (GPtrArray *years,
          GFile     *file)
{
  for (guint i = 0; i < years->len; i++)
    if (g_file_equal (((GjYearFile *) g_ptr_array_index (years, i))->file, file))
      return TRUE;

  return FALSE;
}

static GFile *
find_before (const GjYearFile *year)
{
  g_autoptr (GFile) folder = g_file_get_parent (year->file);

  return gj_year_file_find_last (year->report, folder);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  g_autoptr (GPtrArray) years = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_year_file_free);
  g_autoptr (GFile) file = g_object_ref (task_data);
  GError *error = NULL;

  while (file != NULL && years->len < MAX_YEARS && !has_file (years, file))
    {
      g_autoptr (GjReport) report = read_report (file, cancellable,
                                                 years->len == 0 ? &error : NULL);

      if (report == NULL)
        break;

      g_ptr_array_add (years, gj_year_file_new (file, report));
      g_object_unref (file);
      file = find_before (g_ptr_array_index (years, years->len - 1));
    }

  if (years->len == 0)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&years), (GDestroyNotify) g_ptr_array_unref);
}

void
gj_year_file_read_async (GFile               *file,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (G_IS_FILE (file));

  g_task_set_source_tag (task, gj_year_file_read_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_thread);
}

/* (transfer full) (element-type GjYearFile) */
GPtrArray *
gj_year_file_read_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* (transfer full) (nullable): the file that the report names; one of that name beside the
 * report when both were moved without the folders between them. */
GFile *
gj_year_file_find_last (GjReport *report,
                        GFile    *folder)
{
  const char *named = gj_report_get_setting (report, GJ_LAST_YEAR_SETTING_FILE);
  g_autofree char *folder_path = folder != NULL ? g_file_get_path (folder) : NULL;
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autofree char *beside = NULL;

  if (named == NULL || *named == '\0' || (folder_path == NULL && !g_path_is_absolute (named)))
    return NULL;

  path = gj_relative_path_resolve (folder_path != NULL ? folder_path : G_DIR_SEPARATOR_S, named);
  if (folder_path == NULL || g_file_test (path, G_FILE_TEST_EXISTS))
    return g_file_new_for_path (path);

  name = g_path_get_basename (path);
  beside = g_build_filename (folder_path, name, NULL);

  return g_file_new_for_path (g_file_test (beside, G_FILE_TEST_EXISTS) ? beside : path);
}
