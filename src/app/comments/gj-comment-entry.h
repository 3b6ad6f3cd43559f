/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-session.h"

G_BEGIN_DECLS

#define GJ_TYPE_COMMENT_ENTRY (gj_comment_entry_get_type ())

/* What one person said: the words, who and when, and a menu to change or delete them by
 * the actions "comment.edit" and "comment.delete" of the card around it. */

G_DECLARE_FINAL_TYPE (GjCommentEntry, gj_comment_entry, GJ, COMMENT_ENTRY, GtkWidget)

GtkWidget *gj_comment_entry_new (const GjComment *comment);

G_END_DECLS
