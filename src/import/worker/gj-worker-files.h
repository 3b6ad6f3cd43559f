/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean gj_worker_confine_files (const char *const *folders);

G_END_DECLS
