/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-label.h"

G_BEGIN_DECLS

/* The words of findings. They follow the locale, but for what is printed, which is
 * Chinese wherever it is made: then gj_language_begin() has named the language. A file
 * whose words may stand on paper includes this and not glib/gi18n-lib.h. */

gboolean    _gj_language_is_set     (GjLanguage *language);
const char *_gj_messages_get        (const char *words) G_GNUC_FORMAT (1);
const char *_gj_messages_get_in     (const char *words,
                                     gsize       context) G_GNUC_FORMAT (1);
const char *_gj_messages_get_plural (const char *one,
                                     const char *many,
                                     gulong      n) G_GNUC_FORMAT (1) G_GNUC_FORMAT (2);

#define _(words) (_gj_messages_get (words))
#define C_(context, words) (_gj_messages_get_in (context "\004" words, sizeof context))
#define N_(words) (words)
#define ngettext(one, many, n) (_gj_messages_get_plural (one, many, n))

G_END_DECLS
