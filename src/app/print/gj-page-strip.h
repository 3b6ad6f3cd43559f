/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-render.h"

G_BEGIN_DECLS

/**
 * GjZoom:
 * @GJ_ZOOM_WIDTH: the page is as wide as there is room
 * @GJ_ZOOM_PAGE: a whole page is seen
 * @GJ_ZOOM_FREE: the size that was asked for
 */
typedef enum
{
  GJ_ZOOM_WIDTH,
  GJ_ZOOM_PAGE,
  GJ_ZOOM_FREE,
} GjZoom;

#define GJ_TYPE_PAGE_STRIP (gj_page_strip_get_type ())

/* The pages of a report under one another, to be put into a scrolled window. Properties:
 * page (the one that is looked at, from 0) and factor (1 is the size on paper). */

G_DECLARE_FINAL_TYPE (GjPageStrip, gj_page_strip, GJ, PAGE_STRIP, GtkWidget)

GtkWidget *gj_page_strip_new (void);
void       gj_page_strip_set_pages  (GjPageStrip *self,
                                     GjPages     *pages);
guint      gj_page_strip_get_page   (GjPageStrip *self);
void       gj_page_strip_go_to      (GjPageStrip *self,
                                     guint        page);
GjZoom     gj_page_strip_get_zoom   (GjPageStrip *self);
double     gj_page_strip_get_factor (GjPageStrip *self);
void       gj_page_strip_set_zoom   (GjPageStrip *self,
                                     GjZoom       zoom,
                                     double       factor);

/* Larger or smaller by one step. */

void       gj_page_strip_step_zoom  (GjPageStrip *self,
                                     int          direction);

G_END_DECLS
