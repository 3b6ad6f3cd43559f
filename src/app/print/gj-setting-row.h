/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gj-session.h"

G_BEGIN_DECLS

#define GJ_TYPE_SETTING_ROW (gj_setting_row_get_type ())

/* A text that is kept with the report as a setting, not as part of it. Property:
 * setting (its name). */

G_DECLARE_FINAL_TYPE (GjSettingRow, gj_setting_row, GJ, SETTING_ROW, AdwEntryRow)

void gj_setting_row_set_session (GjSettingRow *self,
                                 GjSession    *session);
void gj_setting_row_commit      (GjSettingRow *self);

G_END_DECLS
