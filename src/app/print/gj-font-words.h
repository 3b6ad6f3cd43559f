/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-render.h"

G_BEGIN_DECLS

/* What a person should know about the faces of these pages before they leave the
 * computer: one line, and everything below it. Both are NULL when all is as the standard
 * asks. */

char *gj_font_words_dup_summary (GjPages *pages);
char *gj_font_words_dup_details (GjPages *pages);

G_END_DECLS
