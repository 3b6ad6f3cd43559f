/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void gj_word_format_number (GString    *out,
                            const char *format,
                            guint       number);

G_END_DECLS
