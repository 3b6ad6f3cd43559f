/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-report-view.h"
#include "gj-start-page.h"
#include "gj-window.h"

G_BEGIN_DECLS

struct _GjWindow
{
  AdwApplicationWindow  parent_instance;

  AdwToastOverlay      *toasts;
  GtkStack             *stack;
  GjReportView         *view;
  AdwWindowTitle       *title;
  GtkWidget            *history_buttons;
  GtkWidget            *mode_buttons;
  GtkWidget            *compare_button;
  GtkWidget            *preview_button;
  GtkWidget            *save_button;
  GtkMenuButton        *menu_button;
  GMenuModel           *main_menu;
  GtkLabel             *loading_label;

  GjSession            *session;
  GjCompare            *compare;
  GSettings            *settings;
  GCancellable         *cancellable;
  GCancellable         *reading;
  guint                 title_id;
  guint                 present_id;
  guint                 beside_id;
  gboolean              busy;
  gboolean              closing;
  gboolean              restoring;
  char                 *told_unheld;
};

/* gj-window.c */
void _gj_window_show_start      (GjWindow       *self);
void _gj_window_queue_title     (GjWindow       *self);

/* gj-window-actions.c */
void _gj_window_install_actions (GtkWidgetClass *widget_class);
void _gj_window_update_actions  (GjWindow       *self);

/* gj-window-file.c: opening; gj-window-save.c: saving, closing */
void _gj_window_begin_reading   (GjWindow       *self,
                                 const char     *name);
void _gj_window_take_session     (GjWindow       *self,
                                  GjSession      *session);
void _gj_window_present_soon     (GjWindow       *self);
void _gj_window_present_now      (GjWindow       *self);
void _gj_window_open_each        (GjWindow       *self,
                                  GFile         **files,
                                  guint           n_files);
void _gj_window_say_not_opened  (GjWindow       *self,
                                 const GError   *error);
void _gj_window_explain         (GjWindow       *self,
                                 const char     *heading,
                                 const char     *body);
void _gj_window_choose_file     (GjWindow       *self);
void _gj_window_paste_report    (GjWindow       *self);
void _gj_window_save            (GjWindow       *self,
                                 gboolean        as);
void _gj_window_save_to         (GjWindow       *self,
                                 GFile          *target,
                                 gboolean        overwrite);
void _gj_window_choose_target   (GjWindow         *self,
                                 GjDocumentFormat  format);
void _gj_window_reload          (GjWindow       *self);
void _gj_window_cancel_reading  (GjWindow       *self);
void _gj_window_accept_files    (GjWindow       *self);
void _gj_window_discard         (GjWindow       *self);
gboolean
_gj_window_may_close       (GjWindow       *self);

/* gj-window-word.c: going on in Word's format */
void _gj_window_ask_format      (GjWindow       *self);
gboolean
_gj_window_check_target    (GjWindow         *self,
                            GjDocumentFormat  format,
                            GFile            *target);
void _gj_window_say_unheld      (GjWindow       *self,
                                 const char     *changed_places);
void _gj_window_keep_beside     (GjWindow       *self);
gboolean
_gj_window_may_lose_unheld (GjWindow       *self);

/* gj-window-last-year.c */
void _gj_window_choose_last_year (GjWindow      *self);
void _gj_window_read_last_year   (GjWindow      *self,
                                  GFile         *file);

/* gj-window-compare.c: another report beside this one */
void _gj_window_install_compare_actions
  (GtkWidgetClass *widget_class);
void _gj_window_update_compare_actions
  (GjWindow       *self);
gboolean
_gj_window_take_beside     (GjWindow       *self,
                            GFile          *file);
void _gj_window_end_comparison
  (GjWindow       *self);

/* gj-window-pair.c: two files in one window */
void _gj_window_offer_pair       (GjWindow      *self,
                                  GFile         *first,
                                  GFile         *second);
void _gj_window_choose_pair      (GjWindow      *self);

/* gj-window-trend.c: several years */
void _gj_window_show_trend       (GjWindow      *self);

/* gj-window-lost.c */
void _gj_window_look_for_lost_work
  (GjWindow       *self);

G_END_DECLS
