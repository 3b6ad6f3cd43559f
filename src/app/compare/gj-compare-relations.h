/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-compare.h"

G_BEGIN_DECLS

#define GJ_TYPE_COMPARE_RELATIONS (gj_compare_relations_get_type ())

/* The relations of a section that hold this year's numbers against last year's, written
 * out with both numbers. Nothing between two versions of one year. */

G_DECLARE_FINAL_TYPE (GjCompareRelations, gj_compare_relations, GJ, COMPARE_RELATIONS, GtkWidget)

GtkWidget * gj_compare_relations_new      (GjCompare           *compare,
                                           guint                section);
const char *gj_compare_relations_get_text (GjCompareRelations  *self);

G_END_DECLS
