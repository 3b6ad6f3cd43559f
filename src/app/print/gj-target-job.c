/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-target-job.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gj-alert.h"
#include "gj-export-file.h"
#include "gj-file-choice.h"
#include "gj-lockdown.h"
#include "gj-shown-file.h"

/* Before this is over nobody needs to be told that something is under way. */
#define PROGRESS_DELAY_MS 400

/* One file from the question to the answer. A reference is held by whatever is waited
 * for. */
typedef struct
{
  GtkWindow          *parent;
  GjSession          *session;
  AdwToastOverlay    *toasts;
  const GjTargetKind *kind;
  GObject            *owner;
  GPtrArray          *formats;
  char               *name;
  GFile              *target;
  GCancellable       *cancellable;
  AdwToast           *progress;
  guint               progress_id;
} Job;

static void
job_clear (gpointer data)
{
  Job *job = data;

  g_clear_handle_id (&job->progress_id, g_source_remove);
  g_clear_object (&job->parent);
  g_clear_object (&job->session);
  g_clear_object (&job->toasts);
  g_clear_object (&job->owner);
  g_clear_pointer (&job->formats, g_ptr_array_unref);
  g_clear_pointer (&job->name, g_free);
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
  const GjExportFormat *format =
    gj_export_file_find_format (job->target, g_ptr_array_index (job->formats, 0));

  g_clear_object (&job->cancellable);
  job->cancellable = g_cancellable_new ();
  job->progress_id = g_timeout_add (PROGRESS_DELAY_MS, progress_cb, job);
  job->kind->write (job->owner, format, job->target, force, job->cancellable, written_cb,
                    g_rc_box_acquire (job));
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

/* A name that says something else would hide what is in the file, and is not ours to
 * change: a sandbox gives the one name that was chosen. */
static char *
dup_name_refusal (Job *job)
{
  g_autofree char *base = g_file_get_basename (job->target);
  const char *dot = base != NULL ? strrchr (base, '.') : NULL;
  GString *suffixes = NULL;
  g_autofree char *list = NULL;

  if (dot != NULL && gj_export_format_find (dot + 1) != NULL)
    return NULL;

  suffixes = g_string_new (NULL);
  for (guint i = 0; i < job->formats->len; i++)
    {
      const GjExportFormat *format = g_ptr_array_index (job->formats, i);

      if (dot != NULL && g_ascii_strcasecmp (dot + 1, format->suffix) == 0)
        {
          g_string_free (suffixes, TRUE);
          return NULL;
        }
      g_string_append_printf (suffixes, "%s.%s", i > 0 ? " / " : "", format->suffix);
    }
  list = g_string_free (suffixes, FALSE);

  /* Translators: one or more suffixes of files. */
  return g_strdup_printf (_("The end of the file's name says what is written. Choose a name that ends in %s."), list);
}

static char *
dup_refusal (Job *job)
{
  const char *refusal = NULL;

  if (is_own_file (job))
    refusal = _("This is the file of the report that is open here. Choose another name for the copy.");
  else if (job->kind->find_refusal != NULL)
    refusal = job->kind->find_refusal (job->owner, job->target);

  return refusal != NULL ? g_strdup (refusal) : dup_name_refusal (job);
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
  g_autofree char *refusal = NULL;

  if (target == NULL)
    return;

  g_set_object (&job->target, target);
  refusal = dup_refusal (job);
  if (refusal != NULL)
    {
      g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME, refusal);

      say_failure (job, error);
      return;
    }

  remember_folder (target);
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

/* One line for all of them: the name that is typed says which it is. */
static GListModel *
create_filters (GPtrArray *formats)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GString *names = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < formats->len; i++)
    {
      const GjExportFormat *format = g_ptr_array_index (formats, i);

      g_string_append_printf (names, "%s%s (.%s)", i > 0 ? " / " : "",
                              gj_export_format_get_name (format), format->suffix);
      gtk_file_filter_add_suffix (filter, format->suffix);
    }
  text = g_string_free (names, FALSE);
  gtk_file_filter_set_name (filter, text);
  g_list_store_append (filters, filter);

  return G_LIST_MODEL (filters);
}

static void
choose_target (Job *job)
{
  g_autoptr (GListModel) filters = create_filters (job->formats);
  g_autoptr (GFile) folder = dup_folder (job);

  gj_file_choice_save_async (job->parent, _("Export"), filters, folder, job->name,
                             target_chosen_cb, g_rc_box_acquire (job));
}

void
gj_target_job_begin (GtkWindow                   *parent,
                     GjSession                   *session,
                     AdwToastOverlay             *toasts,
                     const GjTargetKind          *kind,
                     GObject                     *owner,
                     const GjExportFormat *const *formats,
                     const char                  *name)
{
  g_autoptr (Job) job = NULL;
  const char *reason = gj_lockdown_find_save_reason ();

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (GJ_IS_SESSION (session));
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (toasts));
  g_return_if_fail (kind != NULL);
  g_return_if_fail (G_IS_OBJECT (owner));
  g_return_if_fail (formats != NULL && formats[0] != NULL);

  if (reason != NULL)
    {
      gj_target_job_explain (parent, reason);
      return;
    }

  job = g_rc_box_new0 (Job);
  job->parent = g_object_ref (parent);
  job->session = g_object_ref (session);
  job->toasts = g_object_ref (toasts);
  job->kind = kind;
  job->owner = g_object_ref (owner);
  job->formats = g_ptr_array_new ();
  for (guint i = 0; formats[i] != NULL; i++)
    g_ptr_array_add (job->formats, (gpointer) formats[i]);
  job->name = g_strdup (name);
  choose_target (job);
}

void
gj_target_job_explain (GtkWindow  *parent,
                       const char *body)
{
  const GjAlertAnswer answers[] = { { "close", _("_Close"), GJ_ALERT_PLAIN } };

  g_return_if_fail (GTK_IS_WINDOW (parent));

  gj_alert_ask_async (parent, _("The file was not written"), body, answers,
                      G_N_ELEMENTS (answers), "close", NULL, NULL, NULL);
}
