/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-compare.h"

G_BEGIN_DECLS

#define GJ_TYPE_COMPARE_SUMMARY (gj_compare_summary_get_type ())

/* What became of a report from one version to the next: what was changed, which findings
 * are gone, which are new, what was changed besides. Not seen between two years. Signal
 * "save-requested" (string) when the text of it is to be kept as a file. */

G_DECLARE_FINAL_TYPE (GjCompareSummary, gj_compare_summary, GJ, COMPARE_SUMMARY, GtkWidget)

GtkWidget * gj_compare_summary_new (GjCompare         *compare);
char *      gj_compare_summary_dup_text (GjCompareSummary  *self);

G_END_DECLS
