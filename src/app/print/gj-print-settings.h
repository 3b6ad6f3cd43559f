/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-session.h"

G_BEGIN_DECLS

/* How a report was printed last stays with the report. */

GtkPrintSettings *gj_print_settings_load (GjReport         *report);
void              gj_print_settings_keep (GjSession        *session,
                                          GtkPrintSettings *settings);

G_END_DECLS
