/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-text-rows.h"

G_BEGIN_DECLS

/* The room above each paragraph, in which is said what it is. */

#define GJ_COMPARE_HEAD_HEIGHT 30
#define GJ_COMPARE_GAP 10

/**
 * GjCompareSide:
 *
 * One text of two beside each other: the marks on it, and the room that its lines leave
 * so that both go on at the same height. Touches tags and margins only, never the text.
 */
typedef struct _GjCompareSide GjCompareSide;

GjCompareSide *gj_compare_side_new       (GtkTextView    *view);
void           gj_compare_side_free      (GjCompareSide  *self);
GtkTextView *  gj_compare_side_get_view  (GjCompareSide  *self);

/* Of ink and paper of a kind of mark. */

void           gj_compare_side_set_color (GjCompareSide  *self,
                                          GjMarkKind      kind,
                                          const GdkRGBA  *ink,
                                          const GdkRGBA  *paper);

/* @texts: what the lines say; @marks: (element-type GArray) (nullable elements): theirs;
 * @hidden: whether they are left out. What has not changed is not touched. */

void           gj_compare_side_show      (GjCompareSide  *self,
                                          GPtrArray      *texts,
                                          GPtrArray      *marks,
                                          const gboolean *hidden);
guint          gj_compare_side_get_n_lines
                                         (GjCompareSide  *self);
gboolean       gj_compare_side_is_hidden (GjCompareSide  *self,
                                          guint           line);

/* Heights in pixels: of a line with the room around it, measured when it has changed or
 * when all are to be measured anew; then the room is given. */

void           gj_compare_side_forget_heights
                                         (GjCompareSide  *self);
int            gj_compare_side_get_height
                                         (GjCompareSide  *self,
                                          guint           line);
void           gj_compare_side_set_room  (GjCompareSide  *self,
                                          int             top,
                                          const int      *below,
                                          int             bottom);

/* Puts the line in the middle of the view, if it is not seen. */

void           gj_compare_side_reveal    (GjCompareSide  *self,
                                          guint           line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjCompareSide, gj_compare_side_free)

G_END_DECLS
