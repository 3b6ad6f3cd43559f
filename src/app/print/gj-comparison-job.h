/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gj-export.h"

#include "gj-session.h"

G_BEGIN_DECLS

/* Puts a comparison on file: asks for the file, writes it in a thread as paper or as a
 * page, and says on @toasts how it went. The new report is that of @session; @old_name and
 * @new_name are what people call the two. */

void gj_comparison_job_begin (GtkWindow       *parent,
                              GjSession       *session,
                              AdwToastOverlay *toasts,
                              GjComparison    *comparison,
                              const char      *old_name,
                              const char      *new_name);

/* The same for what became of the older version, in words that have been made already. */

void gj_comparison_job_begin_result
  (GtkWindow             *parent,
  GjSession              *session,
  AdwToastOverlay        *toasts,
  GjComparison           *comparison,
  const char             *old_name,
  const char             *result);
void gj_comparison_job_write_result_async
  (GjComparison          *comparison,
  const char             *result,
  const GjExportFormat   *format,
  GFile                  *target,
  gboolean                force,
  GCancellable           *cancellable,
  GAsyncReadyCallback     callback,
  gpointer                user_data);

/* The writing alone, over snapshots of both; to be finished by gj_export_file_finish(). */

void gj_comparison_job_write_async
  (GjComparison          *comparison,
  const char             *old_name,
  const char             *new_name,
  const GjExportFormat   *format,
  GFile                  *target,
  gboolean                force,
  GCancellable           *cancellable,
  GAsyncReadyCallback     callback,
  gpointer                user_data);

G_END_DECLS
