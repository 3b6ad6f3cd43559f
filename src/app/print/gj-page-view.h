/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-render.h"

G_BEGIN_DECLS

#define GJ_TYPE_PAGE_VIEW (gj_page_view_get_type ())

/* One page on the screen, as large as it is given room. */

G_DECLARE_FINAL_TYPE (GjPageView, gj_page_view, GJ, PAGE_VIEW, GtkWidget)

GtkWidget *gj_page_view_new (void);
void       gj_page_view_set_page (GjPageView *self,
                                  GjPages    *pages,
                                  guint       index);

/* Lets go what was drawn. */

void       gj_page_view_forget   (GjPageView *self);

G_END_DECLS
