/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a character is to the line breaker. */
typedef enum
{
  GJ_CHAR_HAN,
  GJ_CHAR_DIGIT,
  GJ_CHAR_LATIN,
  GJ_CHAR_JOINER,
  GJ_CHAR_OPENING,
  GJ_CHAR_CLOSING,
  GJ_CHAR_SPACE,
  GJ_CHAR_NEWLINE,
} GjCharClass;

GjCharClass _gj_char_get_class     (gunichar character);
gboolean    _gj_char_is_measure    (gunichar character);
gboolean    _gj_char_is_full_width (gunichar character);
gboolean    _gj_char_is_simple     (gunichar character);
gboolean    _gj_char_is_dropped    (gunichar character);

G_END_DECLS
