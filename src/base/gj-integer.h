/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean gj_integer_parse (const char  *text,
                           gint64       least,
                           gint64       most,
                           gint64      *out);

G_END_DECLS
