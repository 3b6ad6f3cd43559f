/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-export.h"

G_BEGIN_DECLS

#define GJ_EXPORT_FILE_ERROR (gj_export_file_error_quark ())

/**
 * GjExportFileError:
 * @GJ_EXPORT_FILE_ERROR_OPEN: another program seems to have the file open
 */
typedef enum
{
  GJ_EXPORT_FILE_ERROR_OPEN,
} GjExportFileError;

GQuark   gj_export_file_error_quark (void);

/**
 * GjExportFileWriter:
 * @data: what this thread alone has
 *
 * Makes the whole file.
 */
typedef GBytes *(*GjExportFileWriter) (gpointer       data,
                                       GCancellable  *cancellable,
                                       GError       **error);

/* Writes what @write makes in a thread; the file there before is replaced only by a whole
 * one, and by @force only when another program has it open. The source object of the task
 * is @owner. @data is freed when the task is over. */

void     gj_export_file_write_async (GObject               *owner,
                                     GjExportFileWriter     write,
                                     gpointer               data,
                                     GDestroyNotify         free_data,
                                     GFile                 *target,
                                     gboolean               force,
                                     GCancellable          *cancellable,
                                     GAsyncReadyCallback    callback,
                                     gpointer               user_data);

/* The same for the snapshot of a report in a format. */

void     gj_export_file_async       (GObject               *owner,
                                     GjReport              *snapshot,
                                     const GjExportFormat  *format,
                                     GFile                 *target,
                                     gboolean               force,
                                     GCancellable          *cancellable,
                                     GAsyncReadyCallback    callback,
                                     gpointer               user_data);
gboolean gj_export_file_finish      (GAsyncResult          *result,
                                     GError               **error);

/* The format that the name of a file asks for, or else @chosen. */

const GjExportFormat *
gj_export_file_find_format (GFile                 *target,
                            const GjExportFormat  *chosen);

G_END_DECLS
