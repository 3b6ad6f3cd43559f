/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean gj_export_check_target (const char  *path,
                                 GError     **error);

G_END_DECLS
