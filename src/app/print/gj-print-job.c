/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-print-job.h"

#include "gj-print-settings.h"

/* Puts pages on paper through the print dialog, on A4 and to the edge: the margins are in
 * the pages. */

static void
draw_page_cb (GjPages         *pages,
              GtkPrintContext *context,
              int              number)
{
  gj_page_draw (gj_pages_get_page (pages, number),
                gtk_print_context_get_cairo_context (context));
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

/* FALSE only for an error: a person may as well think better of it. */
gboolean
gj_print_pages (GjPages    *pages,
                GjSession  *session,
                GtkWindow  *parent,
                GError    **error)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GtkPageSetup) setup = create_page_setup ();
  GtkPrintOperationResult outcome;

  g_return_val_if_fail (pages != NULL, FALSE);
  g_return_val_if_fail (GJ_IS_SESSION (session), FALSE);
  g_return_val_if_fail (GTK_IS_WINDOW (parent), FALSE);

  settings = gj_print_settings_load (gj_session_get_report (session));
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, gj_pages_get_n_pages (pages));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, gtk_window_get_title (parent));
  g_signal_connect_swapped (operation, "draw-page", G_CALLBACK (draw_page_cb), pages);

  outcome = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                                     parent, error);
  if (outcome == GTK_PRINT_OPERATION_RESULT_APPLY)
    gj_print_settings_keep (session, gtk_print_operation_get_print_settings (operation));

  return outcome != GTK_PRINT_OPERATION_RESULT_ERROR;
}
