/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-base.h"
#include "gj-raw-document.h"

G_BEGIN_DECLS

/**
 * GjDocxComments:
 *
 * The comments of a document and the places they are about. A place is kept by its block
 * until all blocks have found theirs.
 */
typedef struct _GjDocxComments GjDocxComments;

GjDocxComments *gj_docx_comments_new       (const xmlDoc    *doc);
void            gj_docx_comments_free      (GjDocxComments  *self);
void            gj_docx_comments_start     (GjDocxComments  *self,
                                            const char      *id,
                                            glong            at);
void            gj_docx_comments_end       (GjDocxComments  *self,
                                            const char      *id,
                                            glong            at);
void            gj_docx_comments_refer     (GjDocxComments  *self,
                                            const char      *id,
                                            glong            at);
guint           gj_docx_comments_get_n_places (GjDocxComments  *self);
gboolean        gj_docx_comments_are_in    (GjDocxComments  *self,
                                            guint            mark,
                                            glong            first,
                                            glong            end);
void            gj_docx_comments_settle    (GjDocxComments  *self,
                                            GjRawBlock      *block,
                                            guint            mark,
                                            glong            first,
                                            glong            end);
void            gj_docx_comments_move      (GjDocxComments  *self,
                                            GjRawBlock      *from,
                                            GjRawBlock      *to,
                                            guint            row,
                                            guint            cell,
                                            glong            offset);
void            gj_docx_comments_cover     (GjDocxComments  *self,
                                            GjRawBlock      *from,
                                            GjRawBlock      *to,
                                            guint            row,
                                            guint            cell);
void            gj_docx_comments_forget    (GjDocxComments  *self,
                                            GjRawBlock      *block);
void            gj_docx_comments_take      (GjDocxComments  *self,
                                            GjRawDocument   *from);
void            gj_docx_comments_write     (GjDocxComments  *self,
                                            GjRawDocument   *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjDocxComments, gj_docx_comments_free)

G_END_DECLS
