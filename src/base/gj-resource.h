/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *gj_resource_lookup_data (GResource   *(*get_resource)(void),
                                 const char   *path,
                                 GError      **error);

G_END_DECLS
