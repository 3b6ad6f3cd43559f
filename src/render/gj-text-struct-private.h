/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-text-private.h"

G_BEGIN_DECLS

/* A cluster knows its style by its number in @styles, a style its face and size.
   @backward: from right to left; @boxed: the number of what no face has, in a box. */
typedef struct
{
  GjFace    *face;
  GjFontRole role;
  double     size;
  gboolean   backward;
  gboolean   boxed;
} GjTextStyle;

/* Relative to the start of its cluster, in pt. */
typedef struct
{
  hb_codepoint_t id;
  double         dx;
  double         dy;
} GjTextGlyph;

struct _GjText
{
  GjJob   *job;
  GString *string;
  GArray  *clusters;
  GArray  *glyphs;
  GArray  *styles;
};

void _gj_text_append_missing (GjText     *self,
                              GjFontRole  role,
                              double      size,
                              gunichar    character);
void _gj_text_draw_box       (double      x,
                              double      y,
                              double      size,
                              GjPage     *page);

G_END_DECLS
