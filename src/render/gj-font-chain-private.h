/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-fonts.h"

G_BEGIN_DECLS

/* One candidate for a role. @weight is fontconfig's; 0 means the nearest to regular. */
typedef struct
{
  char    *family;
  char    *file;
  int      weight;
  gboolean stand_in;
} GjFontChoice;

/* What data/paper/fonts.xml says: for each role its official name and its candidates. */
typedef struct
{
  GPtrArray *directories;
  char      *officials[GJ_N_FONT_ROLES];
  GPtrArray *choices[GJ_N_FONT_ROLES];
} GjFontChain;

GjFontChain *_gj_font_chain_new  (GBytes       *bytes,
                                  GError      **error);
void         _gj_font_chain_free (GjFontChain  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjFontChain, _gj_font_chain_free)

G_END_DECLS
