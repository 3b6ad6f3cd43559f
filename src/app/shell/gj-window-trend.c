/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-window-private.h"

#include <glib/gi18n-lib.h>

#include "gj-file-choice.h"
#include "gj-file-filters.h"
#include "gj-trend-job.h"
#include "gj-trend-window.h"

/* Several years, in a window beside that of the report. */

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GListModel) chosen = gj_file_choice_finish_several (result);

  if (chosen != NULL && g_list_model_get_n_items (chosen) > 0)
    gj_trend_list_add_files (gj_trend_window_get_list (GJ_TREND_WINDOW (source)), chosen);
}

static void
add_requested_cb (GjTrendWindow *trend)
{
  GjSession *session = gj_trend_list_get_session (gj_trend_window_get_list (trend));
  g_autoptr (GListModel) filters = gj_file_filters_new_readable ();
  g_autoptr (GFile) folder = gj_document_dup_folder (gj_session_get_document (session));

  gj_file_choice_open_async (GTK_WINDOW (trend), _("Add Reports of Other Years"), filters, folder, chosen_cb, NULL);
}

static void
export_requested_cb (GjTrendWindow *trend)
{
  GjTrendList *list = gj_trend_window_get_list (trend);

  gj_trend_job_begin (GTK_WINDOW (trend), gj_trend_list_get_session (list), gj_trend_window_get_toasts (trend),
                      gj_trend_list_dup_years (list));
}

static GtkWindow *
find_open (GjWindow *self)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (GJ_IS_TREND_WINDOW (window) && gtk_window_get_transient_for (window) == GTK_WINDOW (self))
        return window;
    }

  return NULL;
}

/* It goes with the report that it was opened for. */
void
_gj_window_show_trend (GjWindow *self)
{
  GtkWindow *window = find_open (self);

  if (window == NULL)
    {
      window = GTK_WINDOW (gj_trend_window_new (self->session));
      gtk_window_set_transient_for (window, GTK_WINDOW (self));
      gtk_window_set_destroy_with_parent (window, TRUE);
      g_signal_connect (window, "add-requested", G_CALLBACK (add_requested_cb), NULL);
      g_signal_connect (window, "export-requested", G_CALLBACK (export_requested_cb), NULL);
      g_signal_connect_object (self, "notify::session", G_CALLBACK (gtk_window_destroy), window, G_CONNECT_SWAPPED);
    }

  gtk_window_present (window);
}
