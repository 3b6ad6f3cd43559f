/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GJ_TYPE_PREFERENCES (gj_preferences_get_type ())

G_DECLARE_FINAL_TYPE (GjPreferences, gj_preferences, GJ, PREFERENCES, AdwWindow)

GjPreferences *gj_preferences_new (GtkWindow *parent);

G_END_DECLS
