/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

/* Which lines of a table a report has, on paper as in files: a row that is absent is left
 * out, nobody shall read it as blank. A cell that is absent from a row that stands is a
 * blank place of that row. */

gboolean *gj_table_lines_new   (GjReport            *report,
                                const GjTableLayout *layout);
gboolean  gj_table_lines_any   (const gboolean      *lines,
                                const GjTableLayout *layout);
guint     gj_table_lines_count (const gboolean      *lines,
                                const GjSlot        *slot,
                                guint               *first);

G_END_DECLS
