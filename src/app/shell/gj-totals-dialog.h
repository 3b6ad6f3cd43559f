/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gj-session.h"

G_BEGIN_DECLS

#define GJ_TYPE_TOTALS_DIALOG (gj_totals_dialog_get_type ())

/* Shows which totals would change, before they do. */

G_DECLARE_FINAL_TYPE (GjTotalsDialog, gj_totals_dialog, GJ, TOTALS_DIALOG, AdwWindow)

GjTotalsDialog *gj_totals_dialog_new     (GjSession *session);
void            gj_totals_dialog_present (GtkWindow *parent,
                                          GjSession *session);

G_END_DECLS
