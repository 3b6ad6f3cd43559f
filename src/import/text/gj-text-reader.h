/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gj-raw-document.h"

G_BEGIN_DECLS

GjRawDocument *gj_text_read        (GBytes        *bytes,
                                    GCancellable  *cancellable,
                                    GError       **error);
GPtrArray *    gj_text_read_blocks (const char    *text,
                                    gsize          length,
                                    GError       **error);

G_END_DECLS
