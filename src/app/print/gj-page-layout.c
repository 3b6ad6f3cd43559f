/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-page-layout.h"

static void
lay_out_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GjReport *snapshot = task_data;
  GError *error = NULL;
  g_autoptr (GjFonts) fonts = gj_fonts_new (&error);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *today = gj_paper_dup_today ();
  GjPaperOptions options;
  GjPages *pages = NULL;

  gj_paper_options_read (&options, snapshot, NULL);
  options.copy_date = today;
  if (gj_paper_options_need_findings (&options))
    options.findings = findings = gj_paper_find (snapshot);

  if (fonts != NULL)
    pages = gj_pages_new (snapshot, fonts, &options, cancellable, &error);

  if (pages == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, pages, (GDestroyNotify) gj_pages_unref);
}

/* The source object of the task is @owner. */
void
gj_page_layout_async (GObject             *owner,
                      GjReport            *snapshot,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GJ_IS_REPORT (snapshot));

  task = g_task_new (owner, cancellable, callback, user_data);
  g_task_set_source_tag (task, gj_page_layout_async);
  g_task_set_task_data (task, g_object_ref (snapshot), g_object_unref);
  g_task_run_in_thread (task, lay_out_thread);
}

/* (transfer full): the pages, or NULL with an error */
GjPages *
gj_page_layout_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
