/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): @stem without what the name of a file cannot hold on this or another
 * system, and short enough for a suffix; "" when nothing is left. */

char *gj_file_name_dup_safe (const char *stem);

G_END_DECLS
