/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-text-private.h"

G_BEGIN_DECLS

/* A cluster knows its style by its number in @styles, a style its face and size. */
typedef struct
{
  GjFace    *face;
  GjFontRole role;
  double     size;
  gboolean   backward;
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

G_END_DECLS
