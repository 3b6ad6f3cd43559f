/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-narrative-view.h"

G_BEGIN_DECLS

/* What a text scrolls in. Sizes are in pixels. */

GtkWidget *gj_narrative_frame_new_large (GjNarrativeView *text);
GtkWidget *gj_narrative_frame_new_small (GjNarrativeView *text);
GtkWidget *gj_narrative_frame_new_beside (GtkWidget      *frame,
                                          GtkWidget      *reference);

G_END_DECLS
