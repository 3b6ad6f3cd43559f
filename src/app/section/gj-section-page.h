/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-session.h"

G_BEGIN_DECLS

#define GJ_TYPE_SECTION_PAGE (gj_section_page_get_type ())

/* One section: its heading, what belongs into it, its text and its table. Signals:
 * "notice" (const char *message) and "totals-requested" of its grid. */

G_DECLARE_FINAL_TYPE (GjSectionPage, gj_section_page, GJ, SECTION_PAGE, GtkWidget)

GtkWidget * gj_section_page_new         (GjSession      *session,
                                         guint           section);
GjSession * gj_section_page_get_session (GjSectionPage  *self);
guint       gj_section_page_get_section (GjSectionPage  *self);
gboolean    gj_section_page_has_table   (GjSectionPage  *self);
void        gj_section_page_commit      (GjSectionPage  *self);
gboolean    gj_section_page_fill_blanks (GjSectionPage  *self);
char *      gj_section_page_dup_comment_place
                                        (GjSectionPage  *self,
                                         guint          *text_start,
                                         guint          *text_end);
gboolean    gj_section_page_reveal_text (GjSectionPage  *self,
                                         guint           text_start,
                                         guint           text_end);

G_END_DECLS
