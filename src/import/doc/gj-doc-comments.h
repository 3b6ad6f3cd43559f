/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-doc-text.h"
#include "gj-raw-document.h"

G_BEGIN_DECLS

/**
 * GjDocComments:
 *
 * The comments of a document and where in the blocks they stand.
 */
typedef struct _GjDocComments GjDocComments;

GjDocComments *gj_doc_comments_new    (const GjDocFile  *file,
                                       const GjDocText  *text);
void           gj_doc_comments_free   (GjDocComments    *self);
void           gj_doc_comments_pass   (GjDocComments    *self,
                                       guint32           at,
                                       glong             n_characters);
gboolean       gj_doc_comments_are_in (GjDocComments    *self,
                                       glong             first,
                                       glong             end);
void           gj_doc_comments_settle (GjDocComments    *self,
                                       GjRawBlock       *block,
                                       glong             first,
                                       glong             end);
void           gj_doc_comments_move   (GjDocComments    *self,
                                       const GjRawBlock *block,
                                       GjRawBlock       *grid,
                                       guint             row,
                                       guint             cell,
                                       glong             offset);
void           gj_doc_comments_write  (GjDocComments    *self,
                                       GjRawDocument    *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjDocComments, gj_doc_comments_free)

G_END_DECLS
