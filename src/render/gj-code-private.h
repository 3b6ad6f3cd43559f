/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-page-private.h"

G_BEGIN_DECLS

/* A QR code on a page. ISO/IEC 18004: error correction M stands a copier and a fold, and
 * four white modules around it belong to it. */

#define GJ_CODE_QUIET 4

/* A module narrower than this does not survive a copier: 0.4 mm, in pt. */
#define GJ_CODE_MIN_MODULE (0.4 * 72.0 / 25.4)

gboolean _gj_code_init     (GjCode        *self,
                            const char    *text,
                            double         x,
                            double         y,
                            double         size);
void     _gj_code_clear    (GjCode        *self);
void     _gj_code_draw     (const GjCode  *self,
                            cairo_t       *cr);
gboolean _gj_code_is_dark  (const GjCode  *self,
                            guint          column,
                            guint          row);

double   _gj_code_get_room (const char    *text);
gboolean _gj_page_add_code (GjPage        *page,
                            const char    *text,
                            double         x,
                            double         y,
                            double         size);

G_END_DECLS
