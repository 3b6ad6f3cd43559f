/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-import.h"

G_BEGIN_DECLS

/* Compares in a thread: the worker that reads documents takes its time. @files is a list
 * of GFile; the source object of the task is @owner. */

void            gj_verify_task_async  (GObject              *owner,
                                       GjReport             *snapshot,
                                       GPtrArray            *files,
                                       const char           *code,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
GjVerification *gj_verify_task_finish (GAsyncResult         *result,
                                       GError              **error);

G_END_DECLS
