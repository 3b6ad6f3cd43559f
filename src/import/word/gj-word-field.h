/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean gj_word_field_is_page    (const char *code);
gboolean gj_word_field_shows_more (const char *code);

G_END_DECLS
