/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GJ_TYPE_START_PAGE (gj_start_page_get_type ())

/* What a window without a report offers. Signals: "open-uri" (const char *uri), "recover"
 * (const char *journal), "open-kept" (const GjKeptFile *kept). */

G_DECLARE_FINAL_TYPE (GjStartPage, gj_start_page, GJ, START_PAGE, GtkWidget)

GtkWidget *gj_start_page_new    (void);
void       gj_start_page_update (GjStartPage *self);

G_END_DECLS
