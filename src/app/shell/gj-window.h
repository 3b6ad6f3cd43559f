/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gj-compare.h"
#include "gj-session.h"

G_BEGIN_DECLS

#define GJ_TYPE_WINDOW (gj_window_get_type ())

/* A window with one report, or with the start page. Property: session. */

G_DECLARE_FINAL_TYPE (GjWindow, gj_window, GJ, WINDOW, AdwApplicationWindow)

GjWindow *  gj_window_new (GtkApplication  *application);
GjSession * gj_window_get_session  (GjWindow        *self);
void        gj_window_set_session  (GjWindow        *self,
                                    GjSession       *session);
gboolean    gj_window_is_busy      (GjWindow        *self);
void        gj_window_open         (GjWindow        *self,
                                    GFile           *file);
void        gj_window_recover      (GjWindow        *self,
                                    const char      *journal);
void        gj_window_open_kept    (GjWindow          *self,
                                    const GjKeptFile  *kept);
GjWindow *  gj_window_find         (GtkApplication  *application,
                                    GFile           *file);
GjCompare * gj_window_get_compare  (GjWindow        *self);
void        gj_window_compare      (GjWindow        *self,
                                    GjReport        *report,
                                    const char      *name);
void        gj_window_compare_file (GjWindow        *self,
                                    GFile           *file);
void        gj_window_open_pair    (GjWindow        *self,
                                    GFile           *older,
                                    GFile           *newer,
                                    gboolean         is_order_known);
void        gj_window_notice       (GjWindow        *self,
                                    const char      *message);

G_END_DECLS
