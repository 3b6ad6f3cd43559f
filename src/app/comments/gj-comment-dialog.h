/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gj-session.h"

G_BEGIN_DECLS

#define GJ_TYPE_COMMENT_DIALOG (gj_comment_dialog_get_type ())

/* Where a comment is written: a new one, an answer, or one that is there already. Who
 * leaves it finds the words again when it is opened for the same thing. */

G_DECLARE_FINAL_TYPE (GjCommentDialog, gj_comment_dialog, GJ, COMMENT_DIALOG, AdwWindow)

GjCommentDialog *gj_comment_dialog_new        (GjSession   *session,
                                               const char  *place,
                                               guint        start,
                                               guint        end);
GjCommentDialog *gj_comment_dialog_new_answer (GjSession   *session,
                                               const char  *id);
GjCommentDialog *gj_comment_dialog_new_edit   (GjSession   *session,
                                               const char  *id);
void             gj_comment_dialog_present    (GjCommentDialog *self,
                                               GtkWindow       *parent);

G_END_DECLS
