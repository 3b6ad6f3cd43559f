/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-compare.h"

G_BEGIN_DECLS

#define GJ_TYPE_COMPARE_TABLE (gj_compare_table_get_type ())

/* The numbers of a table at both sides, a line each. Those of the new side are written
 * into. Signals "changed" when other lines differ than before, "notice" (string). */

G_DECLARE_FINAL_TYPE (GjCompareTable, gj_compare_table, GJ, COMPARE_TABLE, GtkWidget)

GtkWidget * gj_compare_table_new          (GjCompare       *compare,
                                           guint            table);
guint       gj_compare_table_get_n_changes
                                          (GjCompareTable  *self);
void        gj_compare_table_go_to_change (GjCompareTable  *self,
                                           guint            change);
gboolean    gj_compare_table_go_to_cell   (GjCompareTable  *self,
                                           guint            cell,
                                           gboolean         is_new);
guint       gj_compare_table_get_n_lines  (GjCompareTable  *self);
void        gj_compare_table_set_column   (GjCompareTable  *self,
                                           const char      *id);

/* Opens the editor over the number of the selected line; puts it into the report. */

gboolean    gj_compare_table_edit         (GjCompareTable  *self,
                                           const char      *text);
void        gj_compare_table_commit       (GjCompareTable  *self);

G_END_DECLS
