/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-window-private.h"

#include <glib/gi18n-lib.h>

#include "gj-lost-list.h"

/* Whoever opens a file may not know that other work is waiting; who is restoring does. */

static void
list_lost_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  g_task_return_pointer (task, gj_lost_list_new (), (GDestroyNotify) gj_lost_list_free);
}

static void
lost_listed_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  GjWindow *self = GJ_WINDOW (source);
  g_autoptr (GjLostList) lost = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autofree char *message = NULL;

  if (lost == NULL || self->session == NULL)
    return;

  message = gj_lost_list_dup_message (
    lost, gj_document_get_file (gj_session_get_document (self->session)));
  if (message != NULL)
    gj_report_view_show_message (self->view, message, _("Show"), "app.start");
}

void
_gj_window_look_for_lost_work (GjWindow *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, lost_listed_cb, NULL);

  g_task_run_in_thread (task, list_lost_thread);
}
