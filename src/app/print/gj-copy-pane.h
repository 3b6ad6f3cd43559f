/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gj-session.h"

G_BEGIN_DECLS

#define GJ_TYPE_COPY_PANE (gj_copy_pane_get_type ())

/* What may be chosen about a copy on paper. Every choice is a step of the session. */

G_DECLARE_FINAL_TYPE (GjCopyPane, gj_copy_pane, GJ, COPY_PANE, AdwBin)

GtkWidget *gj_copy_pane_new (void);
void       gj_copy_pane_set_session (GjCopyPane *self,
                                     GjSession  *session);

/* What is being typed becomes a step. */

void       gj_copy_pane_commit      (GjCopyPane *self);

G_END_DECLS
