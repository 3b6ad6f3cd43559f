/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* (transfer full): lists of GtkFileFilter. */

GListModel *gj_file_filters_new_readable (void);
GListModel *gj_file_filters_new_writable (gboolean word_first);

G_END_DECLS
