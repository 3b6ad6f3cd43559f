/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-doc-file.h"

G_BEGIN_DECLS

/**
 * GjDocLists:
 *
 * The lists of a document and how far each has been counted.
 */
typedef struct _GjDocLists GjDocLists;

GjDocLists *gj_doc_lists_new  (const GjDocFile *file);
void        gj_doc_lists_free (GjDocLists      *self);
gboolean    gj_doc_lists_next (GjDocLists      *self,
                               int              list,
                               int              level,
                               GString         *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjDocLists, gj_doc_lists_free)

G_END_DECLS
