/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Says that a file has been written, and offers to open it and to show its folder. */

void gj_shown_file_add_toast (AdwToastOverlay *toasts,
                              GFile           *file);

G_END_DECLS
