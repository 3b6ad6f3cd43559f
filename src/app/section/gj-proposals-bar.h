/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-session.h"

G_BEGIN_DECLS

#define GJ_TYPE_PROPOSALS_BAR (gj_proposals_bar_get_type ())

/* What follows from last year's report for a table: how many numbers, each with its source,
 * to take over or to decline. Nothing is shown when there is nothing to decide. */

G_DECLARE_FINAL_TYPE (GjProposalsBar, gj_proposals_bar, GJ, PROPOSALS_BAR, GtkBox)

GtkWidget *gj_proposals_bar_new    (GjSession      *session,
                                    guint           table);
void       gj_proposals_bar_accept (GjProposalsBar *self);

G_END_DECLS
