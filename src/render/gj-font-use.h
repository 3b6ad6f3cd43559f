/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-fonts.h"

G_BEGIN_DECLS

/**
 * GjFontUse:
 * @role: what the face is used for
 * @official: the face that the standard asks for
 * @used: the face that is used
 * @substituted: whether @used only stands in for @official
 * @source: (nullable): where @official is to be had, in the user's language
 *
 * A face that is used on a set of pages.
 */
typedef struct
{
  GjFontRole  role;
  char       *official;
  char       *used;
  gboolean    substituted;
  char       *source;
} GjFontUse;

const char *gj_font_role_get_label (GjFontRole role);

G_END_DECLS
