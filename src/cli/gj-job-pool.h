/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GjJobFunc:
 * @index: which job
 * @data: what the jobs share; only read, or guarded by itself
 *
 * Does one job, in any thread.
 *
 * Returns: (transfer full): what came of it
 */
typedef gpointer (*GjJobFunc) (guint    index,
                               gpointer data);

/**
 * GjJobDoneFunc:
 * @index: which job
 * @result: (transfer full): what came of it
 *
 * Takes the results in the main thread, in the order of the jobs.
 */
typedef void (*GjJobDoneFunc) (guint    index,
                               gpointer result,
                               gpointer data);

void gj_job_pool_run (guint          n_jobs,
                      guint          n_threads,
                      GjJobFunc      work,
                      GjJobDoneFunc  done,
                      gpointer       data);

G_END_DECLS
