/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-trend-job.h"

#include <glib/gi18n-lib.h>

#include "gj-export-file.h"
#include "gj-target-job.h"

#define YEARS "gj-years"

/* What a thread writes: nobody changes these reports any more. */
typedef struct
{
  GPtrArray  *years;
  const char *suffix;
} Writing;

static void
writing_free (Writing *self)
{
  g_ptr_array_unref (self->years);
  g_free (self);
}

static GBytes *
write_years (gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Writing *self = data;
  g_autoptr (GPtrArray) reports = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->years->len; i++)
    {
      const GjYearFile *year = g_ptr_array_index (self->years, i);

      g_ptr_array_add (reports, year->report);
      g_ptr_array_add (names, year->name);
    }

  return gj_trend_export ((GjReport *const *) reports->pdata, (const char *const *) names->pdata, reports->len,
                          GJ_TREND_DEFAULT, self->suffix, cancellable, error);
}

/* The years belong to an object, as everything does that is written to a file. */
static void
write_owner (GObject              *owner,
             const GjExportFormat *format,
             GFile                *target,
             gboolean              force,
             GCancellable         *cancellable,
             GAsyncReadyCallback   callback,
             gpointer              user_data)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->years = g_ptr_array_ref (g_object_get_data (owner, YEARS));
  writing->suffix = format->suffix;
  gj_export_file_write_async (owner, write_years, writing, (GDestroyNotify) writing_free, target,
                              force, cancellable, callback, user_data);
}

const char *
gj_trend_job_find_refusal (GPtrArray *years,
                           GFile     *target)
{
  for (guint i = 0; i < years->len; i++)
    {
      const GjYearFile *year = g_ptr_array_index (years, i);

      if (year->file != NULL && g_file_equal (year->file, target))
        return _("This is one of the reports in the table. Choose another name.");
    }

  return NULL;
}

static const char *
find_refusal (GObject *owner,
              GFile   *target)
{
  return gj_trend_job_find_refusal (g_object_get_data (owner, YEARS), target);
}

static GObject *
create_owner (GPtrArray *years)
{
  GObject *owner = g_object_new (G_TYPE_OBJECT, NULL);

  g_object_set_data_full (owner, YEARS, years, (GDestroyNotify) g_ptr_array_unref);

  return owner;
}

void
gj_trend_job_write_async (GPtrArray            *years,
                          const GjExportFormat *format,
                          GFile                *target,
                          gboolean              force,
                          GCancellable         *cancellable,
                          GAsyncReadyCallback   callback,
                          gpointer              user_data)
{
  g_autoptr (GObject) owner = NULL;

  g_return_if_fail (years != NULL && years->len > 0);
  g_return_if_fail (format != NULL);
  g_return_if_fail (G_IS_FILE (target));

  owner = create_owner (years);
  write_owner (owner, format, target, force, cancellable, callback, user_data);
}

void
gj_trend_job_begin (GtkWindow       *parent,
                    GjSession       *session,
                    AdwToastOverlay *toasts,
                    GPtrArray       *years)
{
  static const GjTargetKind kind = { write_owner, find_refusal };
  const GjExportFormat *const formats[] = {
    gj_export_format_find ("pdf"), gj_export_format_find ("html"), NULL,
  };
  g_autoptr (GObject) owner = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (GJ_IS_SESSION (session));
  g_return_if_fail (years != NULL && years->len > 0);

  owner = create_owner (years);
  /* Translators: the end of a file's name. */
  name = gj_document_dup_export_name (gj_session_get_report (session), _(" several years.pdf"));
  gj_target_job_begin (parent, session, toasts, &kind, owner, formats, name);
}
