/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gj-session.h"

G_BEGIN_DECLS

#define GJ_TYPE_NEW_DIALOG (gj_new_dialog_get_type ())

/* Asks what a new report is to be. Signal: "created" (GjReport *report). */

G_DECLARE_FINAL_TYPE (GjNewDialog, gj_new_dialog, GJ, NEW_DIALOG, AdwWindow)

GjNewDialog *gj_new_dialog_new          (GtkWindow   *parent);
void         gj_new_dialog_set_all_zero (GjNewDialog *self,
                                         gboolean     all_zero);

void         gj_new_dialog_begin_from_last_year
                                        (GjNewDialog *self,
                                         GFile       *file);

/* (nullable) (element-type GjYearFile): what the report goes on from. */

GPtrArray *  gj_new_dialog_get_years    (GjNewDialog *self);

/* An official form, blank, or filled with zeros where nothing was done. */

GjReport *   gj_report_new_for_body     (GjForm      *form,
                                         const char  *body,
                                         const char  *kind,
                                         int          year,
                                         gboolean     all_zero);

G_END_DECLS
