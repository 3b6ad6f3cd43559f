/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

/* Which lines of a table a report has: a row that is absent is left out, nobody shall read
 * it as blank. */

gboolean *gj_export_lines_new   (GjReport            *report,
                                 const GjTableLayout *layout);
gboolean  gj_export_lines_any   (const gboolean      *lines,
                                 const GjTableLayout *layout);
guint     gj_export_lines_count (const gboolean      *lines,
                                 const GjSlot        *slot,
                                 guint               *first);

G_END_DECLS
