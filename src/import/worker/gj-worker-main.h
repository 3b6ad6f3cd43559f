/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-import.h"

G_BEGIN_DECLS

/**
 * GjWorkerImport:
 *
 * What a worker does with a document, as gj_import_document_part().
 */
typedef GjReport *(*GjWorkerImport) (GBytes        *bytes,
                                     GjImportPart   part,
                                     GCancellable  *cancellable,
                                     GError       **error);

/**
 * GjWorkerTask:
 * @import: what to do with a document
 * @folders: (array zero-terminated=1) (nullable): the folders beneath which it may read
 *   files; %NULL when it may open none
 */
typedef struct
{
  GjWorkerImport     import;
  const char *const *folders;
} GjWorkerTask;

int gj_worker_main (const GjWorkerTask *task);

G_END_DECLS
