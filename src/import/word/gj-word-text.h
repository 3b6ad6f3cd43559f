/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *   gj_word_dup_page_text (const char *text);
gboolean gj_word_is_heading    (const char *text,
                                glong       n_characters);

G_END_DECLS
