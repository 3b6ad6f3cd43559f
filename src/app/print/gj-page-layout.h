/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-render.h"

G_BEGIN_DECLS

/* Lays the pages of a snapshot out in a thread, as the report's own settings say. */

void     gj_page_layout_async  (GObject              *owner,
                                GjReport             *snapshot,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data);
GjPages *gj_page_layout_finish (GAsyncResult         *result,
                                GError              **error);

G_END_DECLS
