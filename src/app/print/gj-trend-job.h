/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gj-export.h"

#include "gj-session.h"

G_BEGIN_DECLS

/* Puts several years on file: asks for the file, writes it in a thread as paper or as a
 * page, and says on @toasts how it went. Takes @years, which is of GjYearFile; none of
 * their own files is written over. */

void         gj_trend_job_begin        (GtkWindow            *parent,
                                        GjSession            *session,
                                        AdwToastOverlay      *toasts,
                                        GPtrArray            *years);

/* The writing alone; to be finished by gj_export_file_finish(). Why that may not be done
 * into a file, in words, or NULL. */

void         gj_trend_job_write_async  (GPtrArray            *years,
                                        const GjExportFormat *format,
                                        GFile                *target,
                                        gboolean              force,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
const char * gj_trend_job_find_refusal (GPtrArray            *years,
                                        GFile                *target);

G_END_DECLS
