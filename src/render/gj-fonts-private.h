/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-face-private.h"
#include "gj-fonts.h"

G_BEGIN_DECLS

/* Where the glyph of a character comes from. */
typedef enum
{
  GJ_GLYPH_OWN,
  GJ_GLYPH_BORROWED,
  GJ_GLYPH_MISSING,
} GjGlyphOrigin;

GjFace *_gj_fonts_get_face     (GjFonts        *self,
                                GjFontRole      role);
GjFace *_gj_fonts_find_glyph   (GjFonts        *self,
                                GjFontRole      role,
                                gunichar        character,
                                hb_codepoint_t *glyph,
                                GjGlyphOrigin  *origin);

G_END_DECLS
