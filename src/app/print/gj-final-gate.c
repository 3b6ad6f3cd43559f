/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-final-gate.h"

#include <glib/gi18n-lib.h>

#include "gj-render.h"

#include "gj-final-dialog.h"

static GPtrArray *
list_findings (GjSession *session)
{
  GListModel *list = gj_checker_get_findings (gj_session_get_checker (session));
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (findings, g_list_model_get_item (list, i));

  return findings;
}

static gboolean
is_final (GjReport *report)
{
  GjPaperOptions options;

  gj_paper_options_read (&options, report, NULL);

  return options.copy == GJ_COPY_FINAL;
}

/* (transfer full): the errors that stand against a final copy, as people count them */
GPtrArray *
gj_final_gate_list_open (GjSession *session)
{
  GjReport *report;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) open = NULL;

  g_return_val_if_fail (GJ_IS_SESSION (session), NULL);

  report = gj_session_get_report (session);
  findings = list_findings (session);
  open = gj_final_copy_list_open (report, findings);

  return gj_finding_groups_make (report, open);
}

gboolean
gj_final_gate_is_closed (GjSession *session)
{
  g_autoptr (GPtrArray) open = NULL;

  g_return_val_if_fail (GJ_IS_SESSION (session), FALSE);

  if (!is_final (gj_session_get_report (session)))
    return FALSE;

  open = gj_final_gate_list_open (session);

  return open->len > 0;
}

static char *
dup_decision_words (GjSession *session)
{
  GjReport *report = gj_session_get_report (session);
  GjDecision *decision = gj_report_find_decision (report, GJ_FINAL_DESPITE_KEY);
  guint n_errors = gj_session_count (session, GJ_NONE).n[GJ_SEVERITY_ERROR];

  if (decision == NULL || n_errors == 0)
    return NULL;

  return g_strdup_printf (ngettext ("Final copy with %u error left open: “%s”",
                                    "Final copy with %u errors left open: “%s”", n_errors),
                          n_errors, decision->reason != NULL ? decision->reason : "");
}

char *
gj_final_gate_dup_words (GjSession *session)
{
  g_autoptr (GPtrArray) open = NULL;

  g_return_val_if_fail (GJ_IS_SESSION (session), NULL);

  if (!is_final (gj_session_get_report (session)))
    return NULL;

  open = gj_final_gate_list_open (session);
  if (open->len == 0)
    return dup_decision_words (session);

  return g_strdup_printf (ngettext ("%u error is still open. A final copy with it needs a written reason.",
                                    "%u errors are still open. A final copy with them needs a written reason.",
                                    open->len), open->len);
}

/* Closing the dialog is an answer like the others. */

static void
answered_cb (GTask         *task,
             gboolean       recorded,
             GjFinding     *chosen,
             GjFinalDialog *dialog)
{
  g_object_set_data_full (G_OBJECT (task), "chosen",
                          chosen != NULL ? g_object_ref (chosen) : NULL, g_object_unref);
  g_task_return_boolean (task, recorded);
  g_object_unref (task);
}

void
gj_final_gate_ask_async (GtkWindow           *parent,
                         GjSession           *session,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task;
  GjFinalDialog *dialog;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (GJ_IS_SESSION (session));

  task = g_task_new (parent, NULL, callback, user_data);
  g_task_set_source_tag (task, gj_final_gate_ask_async);
  dialog = gj_final_dialog_new (parent, session);
  g_signal_connect_swapped (dialog, "answered", G_CALLBACK (answered_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
gj_final_gate_pass_async (GtkWindow           *parent,
                          GjSession           *session,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (GJ_IS_SESSION (session));

  if (gj_final_gate_is_closed (session))
    {
      gj_final_gate_ask_async (parent, session, callback, user_data);
      return;
    }

  task = g_task_new (parent, NULL, callback, user_data);
  g_task_set_source_tag (task, gj_final_gate_pass_async);
  g_task_return_boolean (task, TRUE);
}

gboolean
gj_final_gate_pass_finish (GAsyncResult  *result,
                           GjFinding    **chosen)
{
  GjFinding *finding;

  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  finding = g_object_get_data (G_OBJECT (result), "chosen");
  if (chosen != NULL && finding != NULL)
    *chosen = g_object_ref (finding);

  return g_task_propagate_boolean (G_TASK (result), NULL);
}
