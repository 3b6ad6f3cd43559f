/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-facts.h"

G_BEGIN_DECLS

void     _gj_rows_check         (const GjFacts    *facts,
                                 guint             table,
                                 GPtrArray        *findings);
gboolean _gj_surplus_find_row   (const GjFacts    *facts,
                                 const GjSurplus  *surplus,
                                 const GjTable   **table,
                                 guint            *row);
void     _gj_surplus_check      (const GjFacts    *facts,
                                 guint             surplus,
                                 GPtrArray        *findings);

/* Rows of a table, shared by both. */

const char *_gj_row_get_name    (const GjFacts    *facts,
                                 const GjTable    *table,
                                 guint             row);
GArray     *_gj_row_list_cells  (const GjTable    *table,
                                 guint             row);

G_END_DECLS
