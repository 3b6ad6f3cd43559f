/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

#define GJ_TYPE_COMPARE_ITEM (gj_compare_item_get_type ())

/* A number of two reports in a list: a copy, since what the comparison lends is gone when
 * it changes. Signal "changed" when it is another. */

G_DECLARE_FINAL_TYPE (GjCompareItem, gj_compare_item, GJ, COMPARE_ITEM, GObject)

GjCompareItem *    gj_compare_item_new (const GjCellPair  *pair);
void               gj_compare_item_set_pair      (GjCompareItem     *self,
                                                  const GjCellPair  *pair);
const GjCellPair * gj_compare_item_get_pair      (GjCompareItem     *self);

/* What the findings say of the new side's cell: the worst, or GJ_NONE, and in words;
 * whether it takes part in what is selected. */

void               gj_compare_item_set_problem   (GjCompareItem     *self,
                                                  guint              severity,
                                                  const char        *words,
                                                  gboolean           is_related);

/* Names of other columns of its row, which are not looked at, in which there is something
 * to be fixed, or NULL. */

void               gj_compare_item_set_elsewhere (GjCompareItem     *self,
                                                  const char        *columns);
gboolean           gj_compare_item_is_wrong_elsewhere
                                                 (GjCompareItem     *self);

guint              gj_compare_item_get_severity  (GjCompareItem     *self);
const char *       gj_compare_item_get_problem   (GjCompareItem     *self);
gboolean           gj_compare_item_is_related    (GjCompareItem     *self);

/* Whether the row's words are said by the item above already. */

void               gj_compare_item_set_follows   (GjCompareItem     *self,
                                                  gboolean           follows);
gboolean           gj_compare_item_get_follows   (GjCompareItem     *self);

/* In words: the number alone; what is remarkable about it, or NULL, with a sign before it;
 * and all of it, for those who hear it. */

char *             gj_compare_item_dup_ratio     (GjCompareItem     *self);
char *             gj_compare_item_dup_remark    (GjCompareItem     *self);
char *             gj_compare_item_dup_spoken    (GjCompareItem     *self,
                                                  const char        *old_name,
                                                  const char        *new_name);

G_END_DECLS
