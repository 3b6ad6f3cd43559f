/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-session-view.h"

G_BEGIN_DECLS

#define GJ_TYPE_STATUS_BAR (gj_status_bar_get_type ())

/* The foot of the window: how many findings, which cell, whether the work is kept.
 * Signal: "severity-chosen" (uint severity). */

G_DECLARE_FINAL_TYPE (GjStatusBar, gj_status_bar, GJ, STATUS_BAR, GjSessionView)

GtkWidget * gj_status_bar_new         (void);

G_END_DECLS
