/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-narrative-lines.h"

G_BEGIN_DECLS

/* What stands in a text buffer, as blocks, read again only where it was touched. */

typedef struct _GjLineCache GjLineCache;

GjLineCache *gj_line_cache_new   (GtkTextBuffer     *buffer);
void         gj_line_cache_free  (GjLineCache       *self);
void         gj_line_cache_touch (GjLineCache       *self,
                                  const GtkTextIter *start,
                                  const GtkTextIter *end);
void         gj_line_cache_take  (GjLineCache       *self,
                                  GPtrArray         *lines);
GPtrArray *  gj_line_cache_list  (GjLineCache       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjLineCache, gj_line_cache_free)

G_END_DECLS
