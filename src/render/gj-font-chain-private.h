/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-fonts.h"

G_BEGIN_DECLS

/* One candidate for a role. @weight is fontconfig's; 0 means the nearest to regular.
   @no_latin: its figures and Latin letters do not match and come from the next one. */
typedef struct
{
  char    *family;
  char    *file;
  int      weight;
  gboolean stand_in;
  gboolean no_latin;
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
