/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-compare.h"

G_BEGIN_DECLS

#define GJ_TYPE_COMPARE_FIELDS (gj_compare_fields_get_type ())

/* Title, signature, contact and headings of sections as far as they differ, old beside
 * new. */

G_DECLARE_FINAL_TYPE (GjCompareFields, gj_compare_fields, GJ, COMPARE_FIELDS, GtkWidget)

GtkWidget *gj_compare_fields_new (GjCompare *compare);

G_END_DECLS
