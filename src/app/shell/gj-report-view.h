/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-session-view.h"

#include "gj-compare.h"

G_BEGIN_DECLS

#define GJ_TYPE_REPORT_VIEW (gj_report_view_get_type ())

/* One open report: tabs, the page of the section, findings beside it, the foot. Signals:
 * "notice" (const char *message) and "totals-requested". */

G_DECLARE_FINAL_TYPE (GjReportView, gj_report_view, GJ, REPORT_VIEW, GjSessionView)

GtkWidget * gj_report_view_new              (void);
void        gj_report_view_commit           (GjReportView  *self);
gboolean    gj_report_view_fill_blanks      (GjReportView  *self);
void        gj_report_view_focus_place      (GjReportView  *self);
void        gj_report_view_focus_page       (GjReportView  *self);
void        gj_report_view_focus_next_pane  (GjReportView  *self);
void        gj_report_view_begin_search     (GjReportView  *self,
                                             gboolean       replace);
void        gj_report_view_add_comment      (GjReportView  *self);
void        gj_report_view_show_notes       (GjReportView  *self);
void        gj_report_view_show_message     (GjReportView  *self,
                                             const char    *message,
                                             const char    *label,
                                             const char    *action);
void        gj_report_view_note_saved       (GjReportView  *self);

/* Puts another report beside this one, or takes it away; goes to the change before or
 * after the one where one stands, in whichever section it is. */

void        gj_report_view_set_compare      (GjReportView  *self,
                                             GjCompare     *compare);
GjCompare * gj_report_view_get_compare      (GjReportView  *self);
gboolean    gj_report_view_step_change      (GjReportView  *self,
                                             int            direction);

G_END_DECLS
