/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gj-session.h"

G_BEGIN_DECLS

#define GJ_TYPE_REASON_DIALOG (gj_reason_dialog_get_type ())

/* Asks for the written reason (审核说明) with which a finding is kept as it is. */

G_DECLARE_FINAL_TYPE (GjReasonDialog, gj_reason_dialog, GJ, REASON_DIALOG, AdwWindow)

GjReasonDialog * gj_reason_dialog_new     (GjSession       *session,
                                           GjFindingGroup  *group);
void             gj_reason_dialog_present (GtkWindow       *parent,
                                           GjSession       *session,
                                           GjFindingGroup  *group);

G_END_DECLS
