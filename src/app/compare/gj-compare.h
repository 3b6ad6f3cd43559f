/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

#include "gj-session.h"

G_BEGIN_DECLS

#define GJ_TYPE_COMPARE (gj_compare_get_type ())

/* The open report beside another one (@old_name: the name of its file), and how the two are
 * looked at: properties hide-same, numbers-only and swapped (the new side at the left).
 * Signal "changed" (uint section, as the selection counts them) when there is another
 * difference in it, once for each step. */

G_DECLARE_FINAL_TYPE (GjCompare, gj_compare, GJ, COMPARE, GObject)

GjCompare *    gj_compare_new              (GjSession  *session,
                                            GjReport   *old_report,
                                            const char *old_name);
GjSession *    gj_compare_get_session      (GjCompare  *self);
GjComparison * gj_compare_get_comparison   (GjCompare  *self);
GjReport *     gj_compare_get_report       (GjCompare  *self,
                                            gboolean    is_new);
gboolean       gj_compare_is_years         (GjCompare  *self);
gboolean       gj_compare_get_hide_same    (GjCompare  *self);
gboolean       gj_compare_get_numbers_only (GjCompare  *self);
gboolean       gj_compare_is_swapped       (GjCompare  *self);

/* The narrative of the same section on the old side, or %GJ_NONE. */

guint          gj_compare_find_old_section (GjCompare  *self,
                                            guint       section);

/* The passages of a section. One that takes long to compare is told of as changed only when
 * the typing pauses. */

GPtrArray *    gj_compare_get_passages     (GjCompare  *self,
                                            guint       section);

/* How many places differ: in a section, on the cover (GJ_COVER), or in all (GJ_NONE). */

guint          gj_compare_count_changes    (GjCompare  *self,
                                            guint       section);

/* How a side is called where it is spoken of ("2024 年", "旧稿"), and its file. */

char *         gj_compare_dup_side_name    (GjCompare  *self,
                                            gboolean    is_new);
const char *   gj_compare_get_file_name    (GjCompare  *self,
                                            gboolean    is_new);
char *         gj_compare_dup_title        (GjCompare  *self);
char *         gj_compare_dup_subtitle     (GjCompare  *self);

/* What the two say alike, in words ("与上年整体相同 48%"); of a section, or GJ_NONE. */

char *         gj_compare_dup_same_words   (GjCompare  *self,
                                            guint       section);

G_END_DECLS
