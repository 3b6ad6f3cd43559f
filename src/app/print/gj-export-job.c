/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-export-job.h"

#include <glib/gi18n-lib.h>

#include "gj-alert.h"
#include "gj-export-dialog.h"
#include "gj-export-file.h"
#include "gj-file-choice.h"
#include "gj-final-gate.h"
#include "gj-lockdown.h"
#include "gj-shown-file.h"

/* Before this is over nobody needs to be told that something is under way. */
#define PROGRESS_DELAY_MS 400

/* One export from the question to the answer. A reference is held by whatever is waited
 * for. */
typedef struct
{
  GtkWindow            *parent;
  GjSession            *session;
  AdwToastOverlay      *toasts;
  const GjExportFormat *format;
  GFile                *target;
  GCancellable         *cancellable;
  AdwToast             *progress;
  guint                 progress_id;
} Job;

static void
job_clear (gpointer data)
{
  Job *job = data;

  g_clear_handle_id (&job->progress_id, g_source_remove);
  g_clear_object (&job->parent);
  g_clear_object (&job->session);
  g_clear_object (&job->toasts);
  g_clear_object (&job->target);
  g_clear_object (&job->cancellable);
  g_clear_object (&job->progress);
}

static void
job_unref (Job *job)
{
  g_rc_box_release_full (job, job_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_unref)

static void choose_target (Job *job);

static void write_target (Job      *job,
                          gboolean  force);

static void
explain (Job        *job,
         const char *body)
{
  const GjAlertAnswer answers[] = { { "close", _("_Close"), GJ_ALERT_PLAIN } };

  gj_alert_ask_async (job->parent, _("The file was not written"), body, answers,
                      G_N_ELEMENTS (answers), "close", NULL, NULL, NULL);
}

static void
failure_answered_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (Job) job = user_data;
  g_autofree char *answer = gj_alert_ask_finish (result);

  if (g_str_equal (answer, "again"))
    choose_target (job);
  else if (g_str_equal (answer, "replace"))
    write_target (job, TRUE);
}

static void
say_failure (Job          *job,
             const GError *error)
{
  const GjAlertAnswer answers[] = {
    { "close", _("_Close"), GJ_ALERT_PLAIN },
    { "again", _("Choose _Another Place…"), GJ_ALERT_SUGGESTED },
  };
  const GjAlertAnswer open_answers[] = {
    { "close", _("_Cancel"), GJ_ALERT_PLAIN },
    { "replace", _("_Replace Nevertheless"), GJ_ALERT_DESTRUCTIVE },
    { "again", _("Choose _Another Place…"), GJ_ALERT_SUGGESTED },
  };
  gboolean is_open = g_error_matches (error, GJ_EXPORT_FILE_ERROR, GJ_EXPORT_FILE_ERROR_OPEN);

  gj_alert_ask_async (job->parent, _("The file was not written"), error->message,
                      is_open ? open_answers : answers,
                      is_open ? G_N_ELEMENTS (open_answers) : G_N_ELEMENTS (answers),
                      "again", NULL, failure_answered_cb, g_rc_box_acquire (job));
}

/* Progress */

static gboolean
progress_cb (gpointer user_data)
{
  Job *job = user_data;
  AdwToast *toast = adw_toast_new (_("Writing the file…"));

  job->progress_id = 0;
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_button_label (toast, _("_Cancel"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (g_cancellable_cancel),
                           job->cancellable, G_CONNECT_SWAPPED);
  job->progress = g_object_ref (toast);
  adw_toast_overlay_add_toast (job->toasts, toast);

  return G_SOURCE_REMOVE;
}

static void
end_progress (Job *job)
{
  g_clear_handle_id (&job->progress_id, g_source_remove);
  if (job->progress != NULL)
    adw_toast_dismiss (job->progress);
  g_clear_object (&job->progress);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  gboolean written = gj_export_file_finish (result, &error);

  end_progress (job);
  if (written)
    gj_shown_file_add_toast (job->toasts, job->target);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say_failure (job, error);
}

static void
write_target (Job      *job,
              gboolean  force)
{
  g_autoptr (GjReport) snapshot =
    gj_report_dup_snapshot (gj_session_get_report (job->session));

  g_clear_object (&job->cancellable);
  job->cancellable = g_cancellable_new ();
  job->progress_id = g_timeout_add (PROGRESS_DELAY_MS, progress_cb, job);
  gj_export_file_async (G_OBJECT (job->parent), snapshot, job->format, job->target, force,
                        job->cancellable, written_cb, g_rc_box_acquire (job));
}

/* The file that is open here is saved, not exported to. */
static gboolean
is_own_file (Job *job)
{
  GjDocument *document = gj_session_get_document (job->session);
  GFile *file = gj_document_get_file (document);
  GFile *origin = gj_document_get_origin (document);

  return (file != NULL && g_file_equal (file, job->target))
         || (origin != NULL && g_file_equal (origin, job->target));
}

static void
remember_folder (GFile *target)
{
  g_autoptr (GSettings) settings = g_settings_new (GJ_APPLICATION_ID);
  g_autoptr (GFile) folder = g_file_get_parent (target);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (uri != NULL)
    g_settings_set_string (settings, "export-folder", uri);
}

static void
target_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GFile) target = gj_file_choice_finish (result);

  if (target == NULL)
    return;

  g_set_object (&job->target, target);
  if (is_own_file (job))
    {
      explain (job, _("This is the file of the report that is open here. Choose another name for the copy."));
      return;
    }

  remember_folder (target);
  job->format = gj_export_file_find_format (target, job->format);
  write_target (job, FALSE);
}

/* Where one exported last, or else beside the report. */
static GFile *
dup_folder (Job *job)
{
  g_autoptr (GSettings) settings = g_settings_new (GJ_APPLICATION_ID);
  g_autofree char *uri = g_settings_get_string (settings, "export-folder");
  g_autoptr (GFile) folder = *uri != '\0' ? g_file_new_for_uri (uri) : NULL;

  if (folder != NULL && g_file_query_exists (folder, NULL))
    return g_steal_pointer (&folder);

  return gj_document_dup_folder (gj_session_get_document (job->session));
}

static GListModel *
create_filters (const GjExportFormat *format)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *name =
    g_strdup_printf ("%s (.%s)", gj_export_format_get_name (format), format->suffix);

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, format->suffix);
  g_list_store_append (filters, filter);

  return G_LIST_MODEL (filters);
}

static void
choose_target (Job *job)
{
  g_autoptr (GListModel) filters = create_filters (job->format);
  g_autoptr (GFile) folder = dup_folder (job);
  g_autofree char *suffix = g_strconcat (".", job->format->suffix, NULL);
  g_autofree char *name = gj_document_dup_export_name (gj_session_get_report (job->session), suffix);

  gj_file_choice_save_async (job->parent, _("Export"), filters, folder, name,
                             target_chosen_cb, g_rc_box_acquire (job));
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

  job = g_rc_box_new0 (Job);
  job->parent = g_object_ref (parent);
  job->session = g_object_ref (session);
  job->toasts = g_object_ref (toasts);
  if (reason != NULL)
    {
      explain (job, reason);
      return;
    }

  dialog = gj_export_dialog_new (parent, session);
  g_signal_connect_data (dialog, "chosen", G_CALLBACK (format_chosen_cb), g_rc_box_acquire (job),
                         job_closure_unref, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
