/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GJ_TYPE_APPLICATION (gj_application_get_type ())

G_DECLARE_FINAL_TYPE (GjApplication, gj_application, GJ, APPLICATION, AdwApplication)

/* What opens two files, the older one first, says this with them. */
#define GJ_OPEN_COMPARED "compare"

GjApplication *gj_application_new (void);

/* Every keyboard shortcut of the program; also for tests of the window. */

void           gj_application_install_keys (GtkApplication *application);

G_END_DECLS
