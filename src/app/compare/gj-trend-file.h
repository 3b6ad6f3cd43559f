/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-session.h"

G_BEGIN_DECLS

/* Writes several years to a file, as its name says (.pdf, .html), in a thread. Takes
 * @years, which is of GjYearFile. None of their own files is written over. */

void     gj_trend_file_write_async  (GPtrArray            *years,
                                     GFile                *target,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
gboolean gj_trend_file_write_finish (GAsyncResult         *result,
                                     GError              **error);

G_END_DECLS
