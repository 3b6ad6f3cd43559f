/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-session.h"

G_BEGIN_DECLS

#define GJ_TYPE_GRID (gj_grid_get_type ())

/* One table of the report in the shape of the official form: merged heads, cells that are
 * edited like a spreadsheet's, marks for what is wrong.
 *
 * Properties: session, table (uint, index in the form), and those of GtkScrollable.
 * Signals: "notice" (const char *message), something a person should be told: what did
 * not fit, why nothing can be typed; "totals-requested", F9 was pressed: the window shows
 * what gj_totals_compute () finds.
 * Actions: grid.edit, copy, cut, paste, clear, select-all, fill-down, fill-right,
 * fill-blanks, total-cell, totals, take-proposed. */

G_DECLARE_FINAL_TYPE (GjGrid, gj_grid, GJ, GRID, GtkWidget)

GtkWidget * gj_grid_new             (void);
GjSession * gj_grid_get_session     (GjGrid     *self);
void        gj_grid_set_session     (GjGrid     *self,
                                     GjSession  *session);
guint       gj_grid_get_table       (GjGrid     *self);
void        gj_grid_set_table       (GjGrid     *self,
                                     guint       table);
void        gj_grid_set_enter_right (GjGrid     *self,
                                     gboolean    enter_right);
gboolean    gj_grid_is_editing      (GjGrid     *self);
gboolean    gj_grid_commit          (GjGrid     *self);
guint       gj_grid_count_blanks    (GjGrid     *self);
gboolean    gj_grid_fill_blanks     (GjGrid     *self);

G_END_DECLS
