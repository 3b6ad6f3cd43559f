/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-session.h"

G_BEGIN_DECLS

#define GJ_TYPE_COVER_PAGE (gj_cover_page_get_type ())

/* What a report says about itself (基本信息), and its preface. */

G_DECLARE_FINAL_TYPE (GjCoverPage, gj_cover_page, GJ, COVER_PAGE, GtkWidget)

GtkWidget * gj_cover_page_new         (GjSession    *session);
GjSession * gj_cover_page_get_session (GjCoverPage  *self);
void        gj_cover_page_commit      (GjCoverPage  *self);
gboolean    gj_cover_page_reveal_text (GjCoverPage  *self,
                                       guint         text_start,
                                       guint         text_end);
char *      gj_cover_page_dup_comment_place
                                      (GjCoverPage  *self,
                                       guint        *text_start,
                                       guint        *text_end);

G_END_DECLS
