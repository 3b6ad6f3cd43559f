/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gj-session.h"

G_BEGIN_DECLS

#define GJ_TYPE_FIELD_ROW (gj_field_row_get_type ())

/* One field of the metadata as a row: what is typed becomes a step when the row is left.
 * Properties: session, field (the field's id). */

G_DECLARE_FINAL_TYPE (GjFieldRow, gj_field_row, GJ, FIELD_ROW, AdwEntryRow)

void gj_field_row_set_session (GjFieldRow  *self,
                               GjSession   *session);
void gj_field_row_commit      (GjFieldRow  *self);

G_END_DECLS
