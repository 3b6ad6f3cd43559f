/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-render.h"

G_BEGIN_DECLS

/* Round the pages and between them, in pixels. */

#define GJ_PAGE_MARGIN 18
#define GJ_PAGE_GAP 14

/* Where the pages of a report lie under one another, in pixels, at a factor of their size
 * on paper. The top of the page after the last is the end of them all. */

void   gj_page_places_get_size  (GjPages  *pages,
                                 double    factor,
                                 guint     index,
                                 int      *width,
                                 int      *height);
int    gj_page_places_get_top   (GjPages  *pages,
                                 double    factor,
                                 guint     index);
int    gj_page_places_get_width (GjPages  *pages,
                                 double    factor);
guint  gj_page_places_find      (GjPages  *pages,
                                 double    factor,
                                 double    y);

/* The factor at which the pages are as wide as there is room, or are seen whole; and the
 * next larger or smaller one of the usual factors. */

double gj_page_places_fit       (GjPages  *pages,
                                 gboolean  whole,
                                 int       width,
                                 int       height);
double gj_page_places_step      (double    factor,
                                 int       direction);

G_END_DECLS
