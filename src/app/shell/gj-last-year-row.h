/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gj-session.h"

G_BEGIN_DECLS

#define GJ_TYPE_LAST_YEAR_ROW (gj_last_year_row_get_type ())

/* Asks for the report of the year before, of any format, and reads it. Signal: "changed"
 * () when another one, or none, is chosen. */

G_DECLARE_FINAL_TYPE (GjLastYearRow, gj_last_year_row, GJ, LAST_YEAR_ROW, AdwActionRow)

GPtrArray *gj_last_year_row_get_years  (GjLastYearRow *self);
gboolean   gj_last_year_row_is_reading (GjLastYearRow *self);
void       gj_last_year_row_choose     (GjLastYearRow *self);
void       gj_last_year_row_read       (GjLastYearRow *self,
                                        GFile         *file);

G_END_DECLS
