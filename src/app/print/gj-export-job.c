/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-export-job.h"

#include <glib/gi18n-lib.h>

#include "gj-export-dialog.h"
#include "gj-export-file.h"
#include "gj-final-gate.h"
#include "gj-lockdown.h"
#include "gj-target-job.h"

/* One export up to the question for the file. A reference is held by whatever is waited
 * for. */
typedef struct
{
  GtkWindow            *parent;
  GjSession            *session;
  AdwToastOverlay      *toasts;
  const GjExportFormat *format;
} Job;

static void
job_clear (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->parent);
  g_clear_object (&job->session);
  g_clear_object (&job->toasts);
}

static void
job_unref (Job *job)
{
  g_rc_box_release_full (job, job_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_unref)

static void
write_report (GObject              *owner,
              const GjExportFormat *format,
              GFile                *target,
              gboolean              force,
              GCancellable         *cancellable,
              GAsyncReadyCallback   callback,
              gpointer              user_data)
{
  g_autoptr (GjReport) snapshot =
    gj_report_dup_snapshot (gj_session_get_report (GJ_SESSION (owner)));

  gj_export_file_async (owner, snapshot, format, target, force, cancellable, callback, user_data);
}

static void
choose_target (Job *job)
{
  static const GjTargetKind kind = { write_report, NULL };
  const GjExportFormat *const formats[] = { job->format, NULL };
  g_autofree char *suffix = g_strconcat (".", job->format->suffix, NULL);
  g_autofree char *name = gj_document_dup_export_name (gj_session_get_report (job->session), suffix);

  gj_target_job_begin (job->parent, job->session, job->toasts, &kind, G_OBJECT (job->session),
                       formats, name);
}

static void
passed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GjFinding) chosen = NULL;

  if (gj_final_gate_pass_finish (result, &chosen))
    choose_target (job);
  else if (chosen != NULL && g_signal_lookup ("finding-chosen", G_OBJECT_TYPE (job->parent)) != 0)
    g_signal_emit_by_name (job->parent, "finding-chosen", chosen);
  else if (chosen != NULL)
    gj_session_go_to_finding (job->session, chosen);
}

/* Word and tables are for going on; the others are what is handed in and published. */
static gboolean
is_published (const GjExportFormat *format)
{
  return g_str_equal (format->suffix, "pdf") || g_str_equal (format->suffix, "html");
}

static void
format_chosen_cb (Job                  *job,
                  const GjExportFormat *format)
{
  job->format = format;
  if (is_published (format))
    gj_final_gate_pass_async (job->parent, job->session, passed_cb, g_rc_box_acquire (job));
  else
    choose_target (job);
}

static void
job_closure_unref (gpointer  data,
                   GClosure *closure)
{
  job_unref (data);
}

void
gj_export_job_begin (GtkWindow       *parent,
                     GjSession       *session,
                     AdwToastOverlay *toasts)
{
  g_autoptr (Job) job = NULL;
  const char *reason = gj_lockdown_find_save_reason ();
  GjExportDialog *dialog;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (GJ_IS_SESSION (session));
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (toasts));

  if (reason != NULL)
    {
      gj_target_job_explain (parent, reason);
      return;
    }

  job = g_rc_box_new0 (Job);
  job->parent = g_object_ref (parent);
  job->session = g_object_ref (session);
  job->toasts = g_object_ref (toasts);
  dialog = gj_export_dialog_new (parent, session);
  g_signal_connect_data (dialog, "chosen", G_CALLBACK (format_chosen_cb), g_rc_box_acquire (job),
                         job_closure_unref, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
