/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-face-private.h"
#include "gj-font-chain-private.h"

G_BEGIN_DECLS

/* The faces that are installed. */
typedef struct _GjFontFiles GjFontFiles;

GjFontFiles *_gj_font_files_new    (const GjFontChain  *chain);
void         _gj_font_files_free   (GjFontFiles        *self);
GjFace *     _gj_font_files_open   (GjFontFiles        *self,
                                    const GjFontChoice *choice);
GjFace *     _gj_font_files_borrow (GjFontFiles        *self,
                                    gunichar            character);

G_END_DECLS
