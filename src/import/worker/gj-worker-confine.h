/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean gj_worker_confine       (const char *const *folders);
gboolean gj_worker_confine_child (guint              seconds,
                                  guint              mebibytes);

G_END_DECLS
