/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-doc-span.h"

G_BEGIN_DECLS

/**
 * GjDocCompound:
 *
 * A compound file: streams with names, each a chain of sectors.
 */
typedef struct _GjDocCompound GjDocCompound;

GjDocCompound *gj_doc_compound_open (const GjDocSpan *file);
void           gj_doc_compound_free (GjDocCompound   *self);
gboolean       gj_doc_compound_has  (GjDocCompound   *self,
                                     const char      *name);
gboolean       gj_doc_compound_read (GjDocCompound   *self,
                                     const char      *name,
                                     GjDocSpan       *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjDocCompound, gj_doc_compound_free)

G_END_DECLS
