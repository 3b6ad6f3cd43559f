/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-compare.h"

G_BEGIN_DECLS

#define GJ_TYPE_COMPARE_PAGE (gj_compare_page_get_type ())

/* A section at both sides: its texts and its table; the cover: what the whole comparison
 * comes to. Signal "notice" (string) says why something cannot be done,
 * "save-requested" (string) that what became of a version is to be kept as a file. */

G_DECLARE_FINAL_TYPE (GjComparePage, gj_compare_page, GJ, COMPARE_PAGE, GtkWidget)

GtkWidget * gj_compare_page_new         (GjCompare      *compare,
                                         guint           section);

/* To the change after, or before, the one where one stands; from the page's edge when
 * @from_edge. Whether there was one. */

gboolean    gj_compare_page_step        (GjComparePage  *self,
                                         int             direction,
                                         gboolean        from_edge);
void        gj_compare_page_commit      (GjComparePage  *self);

/* Places as findings and searches count them. */

gboolean    gj_compare_page_reveal_text (GjComparePage  *self,
                                         guint           start,
                                         guint           end,
                                         gboolean        is_new);
gboolean    gj_compare_page_go_to_cell  (GjComparePage  *self,
                                         guint           cell,
                                         gboolean        is_new);
char *      gj_compare_page_dup_comment_place
                                        (GjComparePage  *self,
                                         guint          *text_start,
                                         guint          *text_end);

G_END_DECLS
