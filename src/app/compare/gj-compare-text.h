/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-narrative-view.h"

#include "gj-compare.h"

G_BEGIN_DECLS

#define GJ_TYPE_COMPARE_TEXT (gj_compare_text_get_type ())

/* A part of a narrative at both sides, paragraph beside paragraph. The new side is written
 * in. Signal "changed" when other rows differ than before. */

G_DECLARE_FINAL_TYPE (GjCompareText, gj_compare_text, GJ, COMPARE_TEXT, GtkWidget)

GtkWidget *       gj_compare_text_new         (GjCompare       *compare,
                                               guint            section,
                                               GjNarrativePart  part);
gboolean          gj_compare_text_is_empty    (GjCompareText   *self);
GjNarrativeView * gj_compare_text_get_view    (GjCompareText   *self);
GtkTextView *     gj_compare_text_get_old_view
                                              (GjCompareText   *self);

/* As high as the text, up to this; 0 for as high as there is room. */

void              gj_compare_text_set_limit   (GjCompareText   *self,
                                               int              limit);

/* The rows that differ, from 0; going to one says what it is. */

guint             gj_compare_text_get_n_changes
                                              (GjCompareText   *self);
void              gj_compare_text_go_to_change
                                              (GjCompareText   *self,
                                               guint            change);
const GArray *    gj_compare_text_get_rows    (GjCompareText   *self);

/* A place of the old side's text, in code points of its section, as a search counts. */

gboolean          gj_compare_text_reveal_old  (GjCompareText   *self,
                                               guint            start,
                                               guint            end);

G_END_DECLS
