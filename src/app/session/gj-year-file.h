/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

/**
 * GjYearFile:
 * @file: where it was read from
 * @name: the name of the file, for words
 * @report: what was read, a snapshot
 *
 * The report of an earlier year.
 */
typedef struct
{
  GFile    *file;
  char     *name;
  GjReport *report;
} GjYearFile;

GjYearFile *gj_year_file_new         (GFile                *file,
                                      GjReport             *report);
void        gj_year_file_free        (GjYearFile           *self);

/* Reads a report of any format, and those of the years before it as far as each names the
 * next. Finishing gives them, that of @file first; only a failure to read that one is an
 * error. */

void        gj_year_file_read_async  (GFile                *file,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
GPtrArray * gj_year_file_read_finish (GAsyncResult         *result,
                                      GError              **error);

/* The way to it from @folder, or the whole path when that is NULL; NULL when it is no
 * text. */

char *      gj_year_file_dup_way     (const GjYearFile     *self,
                                      GFile                *folder);

/* Where a report that is, or will be, in @folder keeps its last year's one. */

GFile *     gj_year_file_find_last   (GjReport             *report,
                                      GFile                *folder);

G_END_DECLS
