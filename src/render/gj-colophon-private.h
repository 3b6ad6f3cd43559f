/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-font-use.h"
#include "gj-text-private.h"

G_BEGIN_DECLS

/* What pages are set in, and what a person should know of it before printing. Immutable,
   counted by reference, free of the fonts.
   @uses: (element-type GjFontUse) by role, those that are shown
   @missing: (element-type gunichar) what no face has, in the order of Unicode
   @remarks: (element-type utf8) all that is not as it should be, in sentences */
typedef struct
{
  GArray    *uses;
  GArray    *missing;
  GPtrArray *remarks;
} GjColophon;

GjColophon *_gj_colophon_new   (GjJob      *job,
                                GPtrArray  *pages);
GjColophon *_gj_colophon_ref   (GjColophon *self);
void        _gj_colophon_unref (GjColophon *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjColophon, _gj_colophon_unref)

G_END_DECLS
