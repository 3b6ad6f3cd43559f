/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-comparison-job.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gj-export-file.h"
#include "gj-target-job.h"

/* What a thread writes: both reports as they were when the file was chosen. */
typedef struct
{
  GjReport   *old_report;
  GjReport   *new_report;
  char       *old_name;
  char       *new_name;
  const char *suffix;
} Pair;

static void
pair_free (Pair *self)
{
  g_object_unref (self->old_report);
  g_object_unref (self->new_report);
  g_free (self->old_name);
  g_free (self->new_name);
  g_free (self);
}

static GBytes *
write_pair (gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Pair *pair = data;

  return gj_comparison_export (pair->old_report, pair->old_name, pair->new_report, pair->new_name,
                               pair->suffix, cancellable, error);
}

void
gj_comparison_job_write_async (GjComparison         *comparison,
                               const char           *old_name,
                               const char           *new_name,
                               const GjExportFormat *format,
                               GFile                *target,
                               gboolean              force,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data)
{
  Pair *pair;

  g_return_if_fail (GJ_IS_COMPARISON (comparison));
  g_return_if_fail (format != NULL);

  pair = g_new0 (Pair, 1);
  pair->old_report = gj_report_dup_snapshot (gj_comparison_get_old (comparison));
  pair->new_report = gj_report_dup_snapshot (gj_comparison_get_new (comparison));
  pair->old_name = g_strdup (old_name != NULL ? old_name : "");
  pair->new_name = g_strdup (new_name != NULL ? new_name : "");
  pair->suffix = format->suffix;
  gj_export_file_write_async (G_OBJECT (comparison), write_pair, pair, (GDestroyNotify) pair_free,
                              target, force, cancellable, callback, user_data);
}

/* The result of two versions is words: a file that is called otherwise would not open. */

typedef struct
{
  char     *text;
  gboolean  is_text;
} Result;

static void
result_free (Result *self)
{
  g_free (self->text);
  g_free (self);
}

static GBytes *
write_result (gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Result *result = data;

  if (result->is_text)
    return g_bytes_new (result->text, strlen (result->text));

  g_set_error (error, GJ_EXPORT_ERROR, GJ_EXPORT_ERROR_FAILED,
               _("The result is written as text. Choose a name that ends in .txt."));

  return NULL;
}

static const GjExportFormat *
get_text_format (void)
{
  static const GjExportFormat format = { "txt", N_("Text"), "text/plain", NULL };

  return &format;
}

void
gj_comparison_job_write_result_async (GjComparison         *comparison,
                                      const char           *result,
                                      const GjExportFormat *format,
                                      GFile                *target,
                                      gboolean              force,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data)
{
  Result *writing;

  g_return_if_fail (GJ_IS_COMPARISON (comparison));
  g_return_if_fail (result != NULL);
  g_return_if_fail (format != NULL);

  writing = g_new0 (Result, 1);
  writing->text = g_strdup (result);
  writing->is_text = g_str_equal (format->suffix, get_text_format ()->suffix);
  gj_export_file_write_async (G_OBJECT (comparison), write_result, writing, (GDestroyNotify) result_free,
                              target, force, cancellable, callback, user_data);
}

static const char *
get_name (GObject    *owner,
          const char *key)
{
  return g_object_get_data (owner, key);
}

static void
write_comparison (GObject              *owner,
                  const GjExportFormat *format,
                  GFile                *target,
                  gboolean              force,
                  GCancellable         *cancellable,
                  GAsyncReadyCallback   callback,
                  gpointer              user_data)
{
  gj_comparison_job_write_async (GJ_COMPARISON (owner), get_name (owner, "old-name"),
                                 get_name (owner, "new-name"), format, target, force, cancellable,
                                 callback, user_data);
}

/* Of the other report only the name is known here; a file called like it may be it. */
static const char *
find_refusal (GObject *owner,
              GFile   *target)
{
  g_autofree char *base = g_file_get_basename (target);
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : NULL;

  return g_strcmp0 (name, get_name (owner, "old-name")) == 0
         ? _("The report that stands beside this one is called so. Choose another name for the comparison.")
         : NULL;
}

static void
begin_result (GObject              *owner,
              const GjExportFormat *format,
              GFile                *target,
              gboolean              force,
              GCancellable         *cancellable,
              GAsyncReadyCallback   callback,
              gpointer              user_data)
{
  gj_comparison_job_write_result_async (GJ_COMPARISON (owner), get_name (owner, "result"), format, target, force,
                                        cancellable, callback, user_data);
}

void
gj_comparison_job_begin_result (GtkWindow       *parent,
                                GjSession       *session,
                                AdwToastOverlay *toasts,
                                GjComparison    *comparison,
                                const char      *old_name,
                                const char      *result)
{
  static const GjTargetKind kind = { begin_result, find_refusal };
  const GjExportFormat *const formats[] = { get_text_format (), NULL };
  g_autofree char *name = NULL;

  g_return_if_fail (GJ_IS_COMPARISON (comparison));
  g_return_if_fail (result != NULL);

  name = gj_document_dup_export_name (gj_comparison_get_new (comparison),
                                      /* Translators: the end of a file's name. */
                                      _(" compared.txt"));
  g_object_set_data_full (G_OBJECT (comparison), "old-name", g_strdup (old_name), g_free);
  g_object_set_data_full (G_OBJECT (comparison), "result", g_strdup (result), g_free);
  gj_target_job_begin (parent, session, toasts, &kind, G_OBJECT (comparison), formats, name);
}

void
gj_comparison_job_begin (GtkWindow       *parent,
                         GjSession       *session,
                         AdwToastOverlay *toasts,
                         GjComparison    *comparison,
                         const char      *old_name,
                         const char      *new_name)
{
  static const GjTargetKind kind = { write_comparison, find_refusal };
  const GjExportFormat *const formats[] = {
    gj_export_format_find ("pdf"), gj_export_format_find ("html"), NULL,
  };
  gboolean is_years;
  g_autofree char *name = NULL;

  g_return_if_fail (GJ_IS_COMPARISON (comparison));

  is_years = gj_comparison_get_kind (comparison) == GJ_COMPARISON_YEARS;
  name = gj_document_dup_export_name (gj_comparison_get_new (comparison),
                                      /* Translators: the end of a file's name. */
                                      is_years ? _(" beside the Year Before.pdf")
                                               : _(" beside the Older Version.pdf"));
  g_object_set_data_full (G_OBJECT (comparison), "old-name", g_strdup (old_name), g_free);
  g_object_set_data_full (G_OBJECT (comparison), "new-name", g_strdup (new_name), g_free);
  gj_target_job_begin (parent, session, toasts, &kind, G_OBJECT (comparison), formats, name);
}
