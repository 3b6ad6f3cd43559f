/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gj-session.h"

G_BEGIN_DECLS

#define GJ_TYPE_FINAL_DIALOG (gj_final_dialog_get_type ())

/* Signal "answered" (gboolean recorded, GjFinding *chosen), once: whether a reason was
 * recorded, and which error a person went to instead, or NULL. */

G_DECLARE_FINAL_TYPE (GjFinalDialog, gj_final_dialog, GJ, FINAL_DIALOG, AdwWindow)

GjFinalDialog *gj_final_dialog_new (GtkWindow *parent,
                                    GjSession *session);

G_END_DECLS
