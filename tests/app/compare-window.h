/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gj-window.h"

/* A window in which a report stands beside another one, for tests. */

typedef struct
{
  GtkApplication *application;
  GjWindow       *window;
  GjSession      *session;
  GjReport       *old_report;
} CompareWindow;

/* A report of the form of 2021 with little in it; the cell of that form. */

GjReport * compare_window_create_report (int             year,
                                         const char     *body);
guint      compare_window_find_cell     (const char     *id);

/* Takes both reports and shows them; lets all that is queued happen. */

void       compare_window_open          (CompareWindow  *self,
                                         GjReport       *old_report,
                                         GjReport       *new_report);
void       compare_window_close         (CompareWindow  *self);
void       compare_window_settle        (void);

/* An action of the window, from where the keyboard is; the first widget of a type that is
 * seen; the page of a section, or of the cover. */

gboolean   compare_window_do            (CompareWindow  *self,
                                         const char     *action);
GtkWidget *compare_window_find          (GtkWidget      *widget,
                                         GType           type);
void       compare_window_go_to         (CompareWindow  *self,
                                         guint           section);

/* Makes the test program: type system, locale, a state directory of its own. */

void       compare_window_init_test     (int            *argc,
                                         char         ***argv);
