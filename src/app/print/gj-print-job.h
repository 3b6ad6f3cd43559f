/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-render.h"

#include "gj-session.h"

G_BEGIN_DECLS

/* Puts pages on paper as they are, through the print dialog. What was chosen there stays
 * with the report. */

GtkPrintOperation *gj_print_operation_new (GjPages              *pages,
                                           GjSession            *session,
                                           const char           *name);

/* The source object of the task is @parent. Finishing is FALSE without an error when a
 * person thought better of it. */

void               gj_print_pages_async   (GjPages              *pages,
                                           GjSession            *session,
                                           GtkWindow            *parent,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean           gj_print_pages_finish  (GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
