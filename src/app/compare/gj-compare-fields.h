/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-compare.h"

G_BEGIN_DECLS

#define GJ_TYPE_COMPARE_FIELDS (gj_compare_fields_get_type ())

/* Title, signature, contact and headings of sections as far as they differ, old beside
 * new; the new ones are written into. */

G_DECLARE_FINAL_TYPE (GjCompareFields, gj_compare_fields, GJ, COMPARE_FIELDS, GtkWidget)

GtkWidget * gj_compare_fields_new (GjCompare        *compare);
guint       gj_compare_fields_get_n_changes (GjCompareFields  *self);
void        gj_compare_fields_go_to_change  (GjCompareFields  *self,
                                             guint             change);

/* Puts what is being typed into the report. */

void        gj_compare_fields_commit        (GjCompareFields  *self);

G_END_DECLS
