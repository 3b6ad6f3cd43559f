/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gj-session.h"

G_BEGIN_DECLS

#define GJ_TYPE_GO_DIALOG (gj_go_dialog_get_type ())

/* Goes to a cell by the words of its row and column. */

G_DECLARE_FINAL_TYPE (GjGoDialog, gj_go_dialog, GJ, GO_DIALOG, AdwWindow)

GjGoDialog *gj_go_dialog_new     (GjSession *session);
void        gj_go_dialog_present (GtkWindow *parent,
                                  GjSession *session);

G_END_DECLS
