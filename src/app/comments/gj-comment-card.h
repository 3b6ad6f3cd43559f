/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-session.h"

G_BEGIN_DECLS

#define GJ_TYPE_COMMENT_CARD (gj_comment_card_get_type ())

/* One comment with its answers: where it stands in words, what was said, and what can be
 * done about it. */

G_DECLARE_FINAL_TYPE (GjCommentCard, gj_comment_card, GJ, COMMENT_CARD, GtkWidget)

GtkWidget *gj_comment_card_new         (GjSession      *session,
                                        GjComment      *comment);
GjComment *gj_comment_card_get_comment (GjCommentCard  *self);

G_END_DECLS
