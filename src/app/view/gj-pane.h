/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GJ_TYPE_PANE (gj_pane_get_type ())

G_DECLARE_FINAL_TYPE (GjPane, gj_pane, GJ, PANE, GtkWidget)

G_END_DECLS
