/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-core.h"

G_BEGIN_DECLS

#define GJ_TYPE_PICTURE_PAINTABLE (gj_picture_paintable_get_type ())

/* A picture of a narrative at a readable size, decoded in a thread. */

G_DECLARE_FINAL_TYPE (GjPicturePaintable, gj_picture_paintable, GJ, PICTURE_PAINTABLE, GObject)

GdkPaintable *gj_picture_paintable_new       (GjBlock             *block);
GjBlock *     gj_picture_paintable_get_block (GjPicturePaintable  *self);

G_END_DECLS
