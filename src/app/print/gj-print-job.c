/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-print-job.h"

#include <glib/gi18n-lib.h>

#include "gj-lockdown.h"
#include "gj-print-settings.h"

/* On A4 and to the edge: the margins are in the pages. */

static void
pages_closure_unref (gpointer  data,
                     GClosure *closure)
{
  gj_pages_unref (data);
}

static void
task_closure_unref (gpointer  data,
                    GClosure *closure)
{
  g_object_unref (data);
}

/* The signing sheet is a sheet of its own: on both sides of the paper the report begins on
   the front of the next. Pages chosen by number are those of the preview. */
static gboolean
has_blank_back (GjPages           *pages,
                GtkPrintOperation *operation)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);

  return settings != NULL && gj_pages_get_n_pages (pages) > 1 &&
         gj_page_get_number (gj_pages_get_page (pages, 0)) == 0 &&
         gtk_print_settings_get_duplex (settings) != GTK_PRINT_DUPLEX_SIMPLEX &&
         gtk_print_settings_get_print_pages (settings) == GTK_PRINT_PAGES_ALL;
}

/* (nullable): %NULL for the blank back. */
static const GjPage *
get_page (GjPages           *pages,
          GtkPrintOperation *operation,
          int                number)
{
  guint index = (guint) number;

  if (index > 0 && has_blank_back (pages, operation))
    {
      if (index == 1)
        return NULL;
      index--;
    }
  return index < gj_pages_get_n_pages (pages) ? gj_pages_get_page (pages, index) : NULL;
}

static void
count_pages_cb (GjPages           *pages,
                GtkPrintContext   *context,
                GtkPrintOperation *operation)
{
  guint n_pages = gj_pages_get_n_pages (pages);

  gtk_print_operation_set_n_pages (operation, (int) n_pages + (has_blank_back (pages, operation) ? 1 : 0));
}

static void
draw_page_cb (GjPages           *pages,
              GtkPrintContext   *context,
              int                number,
              GtkPrintOperation *operation)
{
  const GjPage *page = get_page (pages, operation, number);

  if (page != NULL)
    gj_page_draw (page, gtk_print_context_get_cairo_context (context));
}

/* A page that lies is turned by whoever prints it. */
static void
request_setup_cb (GjPages           *pages,
                  GtkPrintContext   *context,
                  int                number,
                  GtkPageSetup      *setup,
                  GtkPrintOperation *operation)
{
  const GjPage *page = get_page (pages, operation, number);

  if (page != NULL && gj_page_get_width (page) > gj_page_get_height (page))
    gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
}

static GtkPageSetup *
create_page_setup (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_paper_size_free (paper);

  return setup;
}

/* (transfer full): ready to be run, by a dialog or without one. */
GtkPrintOperation *
gj_print_operation_new (GjPages    *pages,
                        GjSession  *session,
                        const char *name)
{
  GtkPrintOperation *operation;
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GtkPageSetup) setup = create_page_setup ();

  g_return_val_if_fail (pages != NULL, NULL);
  g_return_val_if_fail (GJ_IS_SESSION (session), NULL);

  operation = gtk_print_operation_new ();
  settings = gj_print_settings_load (gj_session_get_report (session));
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, (int) gj_pages_get_n_pages (pages));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, name);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (count_pages_cb),
                         gj_pages_ref (pages), pages_closure_unref,
                         G_CONNECT_SWAPPED);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb),
                         gj_pages_ref (pages), pages_closure_unref,
                         G_CONNECT_SWAPPED);
  g_signal_connect_data (operation, "request-page-setup", G_CALLBACK (request_setup_cb),
                         gj_pages_ref (pages), pages_closure_unref,
                         G_CONNECT_SWAPPED);

  return operation;
}

/* The dialog prints to a file as well. */
static gboolean
is_forbidden (GtkPrintOperation *operation)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);

  return gj_lockdown_find_save_reason () != NULL && settings != NULL
         && gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_URI) != NULL;
}

static void
begin_print_cb (GTask             *task,
                GtkPrintContext   *context,
                GtkPrintOperation *operation)
{
  if (!is_forbidden (operation))
    return;

  g_object_set_data (G_OBJECT (task), "forbidden", GUINT_TO_POINTER (TRUE));
  gtk_print_operation_cancel (operation);
}

static void
return_problem (GTask             *task,
                GtkPrintOperation *operation)
{
  g_autoptr (GError) error = NULL;

  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED,
                             _("The printer did not take the pages: %s"), error->message);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED,
                             _("The printer did not take the pages. See whether it is switched on and has paper, then print again."));
}

static void
done_cb (GTask                   *task,
         GtkPrintOperationResult  outcome,
         GtkPrintOperation       *operation)
{
  GjSession *session = g_task_get_task_data (task);
  const char *reason = gj_lockdown_find_save_reason ();

  if (reason != NULL && g_object_get_data (G_OBJECT (task), "forbidden") != NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "%s", reason);
  else if (outcome == GTK_PRINT_OPERATION_RESULT_ERROR ||
           gtk_print_operation_get_status (operation) == GTK_PRINT_STATUS_FINISHED_ABORTED)
    return_problem (task, operation);
  else if (outcome == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      gj_print_settings_keep (session, gtk_print_operation_get_print_settings (operation));
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_boolean (task, FALSE);
}

void
gj_print_pages_async (GjPages             *pages,
                      GjSession           *session,
                      GtkWindow           *parent,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  GTask *task;
  const char *reason = gj_lockdown_find_print_reason ();
  GtkPrintOperationAction action = gj_lockdown_has_print_setup ()
                                   ? GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG
                                   : GTK_PRINT_OPERATION_ACTION_PRINT;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  task = g_task_new (parent, NULL, callback, user_data);
  g_task_set_source_tag (task, gj_print_pages_async);
  g_task_set_task_data (task, g_object_ref (session), g_object_unref);
  if (reason != NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "%s", reason);
      g_object_unref (task);
      return;
    }

  operation = gj_print_operation_new (pages, session, gtk_window_get_title (parent));
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_signal_connect_swapped (operation, "begin-print", G_CALLBACK (begin_print_cb), task);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), task,
                         task_closure_unref, G_CONNECT_SWAPPED);
  gtk_print_operation_run (operation, action, parent, NULL);
}

gboolean
gj_print_pages_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
