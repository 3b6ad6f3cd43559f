/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-render.h"

G_BEGIN_DECLS

/**
 * GjExportWriter:
 * @report: a report that this thread may read
 *
 * Makes a whole file of a report: the same report, the same bytes.
 *
 * Returns: (transfer full): the file, or %NULL with an error
 */
typedef GBytes *(*GjExportWriter) (GjReport      *report,
                                   GCancellable  *cancellable,
                                   GError       **error);

/**
 * GjExportFormat:
 * @suffix: the suffix of its files, without a dot, in small letters
 * @name: what people call it, to be translated
 * @mime_type: its media type
 * @write: what writes it
 *
 * A format that a report can be written in.
 */
typedef struct
{
  const char     *suffix;
  const char     *name;
  const char     *mime_type;
  GjExportWriter  write;
} GjExportFormat;

GBytes *              gj_export_paper               (GjReport             *report,
                                                     const GjPaperOptions *options,
                                                     GPtrArray           **missing,
                                                     GCancellable         *cancellable,
                                                     GError              **error);

const GjExportFormat *gj_export_format_list         (guint                *n_formats);
const GjExportFormat *gj_export_format_find         (const char           *suffix);
const char *          gj_export_format_get_name     (const GjExportFormat *self);
char *                gj_export_format_dup_suffixes (void);

G_END_DECLS
