/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-session.h"

G_BEGIN_DECLS

#define GJ_TYPE_COMMENTS_PANE (gj_comments_pane_get_type ())

/* The comments of a review (批注) as cards. Properties: session, n-open (how many threads
 * are not done). Signal "comment-chosen" (string id): somebody wants to see the place. */

G_DECLARE_FINAL_TYPE (GjCommentsPane, gj_comments_pane, GJ, COMMENTS_PANE, GtkWidget)

GtkWidget *gj_comments_pane_new         (void);
GjSession *gj_comments_pane_get_session (GjCommentsPane  *self);
void       gj_comments_pane_set_session (GjCommentsPane  *self,
                                         GjSession       *session);
guint      gj_comments_pane_get_n_open  (GjCommentsPane  *self);

G_END_DECLS
