/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-page-strip.h"

G_BEGIN_DECLS

/* gj-page-strip-keys.c */
void _gj_page_strip_add_keys (GtkWidgetClass *widget_class);

G_END_DECLS
