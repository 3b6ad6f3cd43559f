/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

/* Writes the PDF of a snapshot in a thread; the file there before is replaced only by a
 * whole one. */

void     gj_pdf_file_write_async  (GObject              *owner,
                                   GjReport             *snapshot,
                                   GFile                *target,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
gboolean gj_pdf_file_write_finish (GAsyncResult         *result,
                                   GError              **error);
GFile *  gj_pdf_file_get_target   (GAsyncResult         *result);

G_END_DECLS
