/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * GjPage:
 *
 * One page as a display list: text, lines, pictures and tags in the order in which they
 * are painted and read. Immutable; it belongs to its #GjPages and may be drawn by any
 * thread.
 */
typedef struct _GjPage GjPage;

double   gj_page_get_width  (const GjPage *self);
double   gj_page_get_height (const GjPage *self);
guint    gj_page_get_number (const GjPage *self);
gboolean gj_page_is_report  (const GjPage *self);
void     gj_page_draw       (const GjPage *self,
                             cairo_t      *cr);

G_END_DECLS
