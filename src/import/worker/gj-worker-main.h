/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-import.h"

G_BEGIN_DECLS

/**
 * GjWorkerImport:
 *
 * What the worker does with a document; gj_import_bytes(), but for the tests.
 */
typedef GjReport *(*GjWorkerImport) (GBytes        *bytes,
                                     const char    *name,
                                     GCancellable  *cancellable,
                                     GError       **error);

int gj_worker_main (GjWorkerImport import);

G_END_DECLS
