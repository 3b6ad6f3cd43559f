/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

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

/* Where the official face of a role is to be had, in both languages; %NULL when it is not
   said. */
typedef struct
{
  char *zh;
  char *en;
} GjFontSource;

/* What data/paper/fonts.xml and the user's own list say: for each role its official name
   and its candidates. What is read first stands in front. */
typedef struct
{
  GPtrArray    *directories;
  char         *officials[GJ_N_FONT_ROLES];
  GjFontSource  sources[GJ_N_FONT_ROLES];
  GPtrArray    *choices[GJ_N_FONT_ROLES];
} GjFontChain;

GjFontChain *_gj_font_chain_new   (void);
void         _gj_font_chain_free  (GjFontChain  *self);
gboolean     _gj_font_chain_read  (GjFontChain  *self,
                                   GBytes       *bytes,
                                   GError      **error);
gboolean     _gj_font_chain_check (GjFontChain  *self,
                                   GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjFontChain, _gj_font_chain_free)

G_END_DECLS
