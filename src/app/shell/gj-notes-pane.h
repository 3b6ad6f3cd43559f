/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-session-view.h"

G_BEGIN_DECLS

#define GJ_TYPE_NOTES_PANE (gj_notes_pane_get_type ())

/* What the import guessed, moved or dropped (导入提示). Property: session. */

G_DECLARE_FINAL_TYPE (GjNotesPane, gj_notes_pane, GJ, NOTES_PANE, GjSessionView)

GtkWidget * gj_notes_pane_new         (void);

G_END_DECLS
