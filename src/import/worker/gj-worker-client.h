/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-import.h"

G_BEGIN_DECLS

/**
 * GjImportWorker:
 *
 * The program that reads documents which somebody else's program has made, in a process of
 * its own that can do no harm; PDF has a program of its own. It is started with the first
 * document and kept for the next. Used by one thread at a time.
 */
typedef struct _GjImportWorker GjImportWorker;

GjImportWorker *gj_import_worker_new        (GjImportKind     kind,
                                             const char      *program);
void            gj_import_worker_free       (GjImportWorker  *self);
void            gj_import_worker_set_limits (GjImportWorker  *self,
                                             guint            milliseconds,
                                             guint            mebibytes);
GjReport *      gj_import_worker_read       (GjImportWorker  *self,
                                             GBytes          *bytes,
                                             GjImportPart     part,
                                             GCancellable    *cancellable,
                                             GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjImportWorker, gj_import_worker_free)

G_END_DECLS
