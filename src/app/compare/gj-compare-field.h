/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-compare.h"

G_BEGIN_DECLS

#define GJ_TYPE_COMPARE_FIELD (gj_compare_field_get_type ())

/* A field at both sides, or the heading of a section. That of the new side is written into
 * as on its own page. */

G_DECLARE_FINAL_TYPE (GjCompareField, gj_compare_field, GJ, COMPARE_FIELD, GtkWidget)

/* @field: GJ_N_FIELDS for the heading of @section; @names: what gives the first column of
 * all of them one width. */

GtkWidget * gj_compare_field_new (GjCompare       *compare,
                                  GjField          field,
                                  guint            section,
                                  GtkSizeGroup    *names);

/* Where it stands among others: fields first, then headings. */

guint       gj_compare_field_get_order (GjCompareField  *self);

/* Shows both sides as they are now; whether a number in them differs, and not words only. */

void        gj_compare_field_show      (GjCompareField  *self,
                                        gboolean         is_changed);
gboolean    gj_compare_field_is_changed (GjCompareField *self);
gboolean    gj_compare_field_has_number (GjCompareField *self);
gboolean    gj_compare_field_has_focus (GjCompareField  *self);

/* Puts what is typed into the report; takes the keyboard and says what differs. */

void        gj_compare_field_commit    (GjCompareField  *self);
void        gj_compare_field_go_to     (GjCompareField  *self);

G_END_DECLS
