/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void gj_about_present (GtkWindow   *parent,
                       const char  *name,
                       const char  *comments,
                       const char  *translators);

G_END_DECLS
