/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *gj_relative_path_new     (const char *folder,
                                const char *path);
char *gj_relative_path_resolve (const char *folder,
                                const char *relative);

G_END_DECLS
