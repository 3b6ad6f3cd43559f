/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-render.h"

G_BEGIN_DECLS

#define GJ_TYPE_PAGE_VIEW (gj_page_view_get_type ())

/* One page on the screen, at a scale of pixels to pt. */

G_DECLARE_FINAL_TYPE (GjPageView, gj_page_view, GJ, PAGE_VIEW, GtkWidget)

GtkWidget *gj_page_view_new      (void);
void       gj_page_view_set_page (GjPageView *self,
                                  GjPages    *pages,
                                  guint       index,
                                  double      scale);

G_END_DECLS
