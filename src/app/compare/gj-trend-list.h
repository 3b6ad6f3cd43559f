/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-session.h"

G_BEGIN_DECLS

#define GJ_TYPE_TREND_LIST (gj_trend_list_get_type ())

/* The reports of several years, without a widget. Signal "changed" when the trend is
 * another one, "reading-changed" when a file is begun, read, or could not be read. */

G_DECLARE_FINAL_TYPE (GjTrendList, gj_trend_list, GJ, TREND_LIST, GObject)

GjTrendList *   gj_trend_list_new            (GjSession    *session);
GjSession *     gj_trend_list_get_session    (GjTrendList  *self);
const GjTrend * gj_trend_list_get_trend      (GjTrendList  *self);
gboolean        gj_trend_list_is_own         (GjTrendList  *self,
                                              guint         column);

/* (transfer full) (element-type GjYearFile): copies of all, for another thread. */

GPtrArray *     gj_trend_list_dup_years      (GjTrendList  *self);

/* Reads files, one after the other; @files is of GFile. */

void            gj_trend_list_add_files      (GjTrendList  *self,
                                              GListModel   *files);
void            gj_trend_list_cancel         (GjTrendList  *self);
char *          gj_trend_list_dup_progress   (GjTrendList  *self);
const char *    gj_trend_list_get_problem    (GjTrendList  *self);
gboolean        gj_trend_list_can_remove     (GjTrendList  *self,
                                              guint         column);
void            gj_trend_list_remove         (GjTrendList  *self,
                                              guint         column);

/* The other body that the open report can be linked to, or NULL; linking is one step,
 * which undo takes back. */

const char *    gj_trend_list_get_other_body (GjTrendList  *self);
gboolean        gj_trend_list_link           (GjTrendList  *self);

G_END_DECLS
