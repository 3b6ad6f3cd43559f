/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-report-view.h"

#include "gj-comments-pane.h"
#include "gj-compare-bar.h"
#include "gj-compare-page.h"
#include "gj-findings-pane.h"
#include "gj-notes-pane.h"
#include "gj-search-bar.h"
#include "gj-section-tabs.h"
#include "gj-status-bar.h"

G_BEGIN_DECLS

struct _GjReportView
{
  GjSessionView   parent_instance;

  GtkBox         *content;
  GjSectionTabs  *tabs;
  GtkRevealer    *message_revealer;
  GtkLabel       *message;
  GtkButton      *message_button;
  GjSearchBar    *search;
  GtkStack       *pages;
  GtkWidget      *side;
  GtkStack       *side_stack;
  GjFindingsPane *findings;
  GjCommentsPane *comments;
  GtkStackPage   *comments_page;
  GjNotesPane    *notes;
  GtkStackPage   *notes_page;
  GjStatusBar    *status;

  GjCompare      *compare;
  GjCompareBar   *compare_bar;

  GSettings      *settings;
};

/* gj-report-view.c */
GtkWidget *_gj_report_view_get_page     (GjReportView  *self);
void       _gj_report_view_show_section (GjReportView  *self);
void       _gj_report_view_clear_pages  (GjReportView  *self);
void       _gj_report_view_say          (GjReportView  *self,
                                         const char    *message);

/* gj-report-view-places.c */
gboolean   _gj_report_view_reveal_text  (GjReportView  *self,
                                         guint          start,
                                         guint          end);
void       _gj_report_view_install_places
                                        (GtkWidgetClass *widget_class);

/* gj-report-view-compare.c */
GtkWidget *_gj_report_view_create_compare_page
                                        (GjReportView  *self,
                                         guint          section);
void       _gj_report_view_show_old     (GjReportView  *self,
                                         guint          cell,
                                         guint          start,
                                         guint          end);
void       _gj_report_view_end_comparison
                                        (GjReportView  *self);

G_END_DECLS
