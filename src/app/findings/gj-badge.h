/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-core.h"

G_BEGIN_DECLS

#define GJ_TYPE_BADGE (gj_badge_get_type ())

/* The sign of a severity, ✕ ! i, in its colour, with a count when there is one. */

G_DECLARE_FINAL_TYPE (GjBadge, gj_badge, GJ, BADGE, GtkWidget)

GtkWidget *  gj_badge_new          (GjSeverity   severity);
GjSeverity   gj_badge_get_severity (GjBadge     *self);
void         gj_badge_set_severity (GjBadge     *self,
                                    GjSeverity   severity);
guint        gj_badge_get_count    (GjBadge     *self);
void         gj_badge_set_count    (GjBadge     *self,
                                    guint        count);

/* 必须修改, 请核实, 建议 */

const char * gj_severity_get_words (GjSeverity   severity);

G_END_DECLS
