/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean gj_pdf_starts_enumerated (const char *text);
gboolean gj_pdf_is_numeric        (const char *text);
gboolean gj_pdf_ends_sentence     (const char *text);
gboolean gj_pdf_is_continuation   (const char *text);

G_END_DECLS
