/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-base.h"
#include "gj-docx-styles.h"

G_BEGIN_DECLS

/**
 * GjDocxNumbering:
 *
 * The lists of a document and how far each has been counted.
 */
typedef struct _GjDocxNumbering GjDocxNumbering;

GjDocxNumbering *gj_docx_numbering_new  (const xmlDoc     *doc,
                                         GjDocxStyles     *styles);
void             gj_docx_numbering_free (GjDocxNumbering  *self);
gboolean         gj_docx_numbering_next (GjDocxNumbering  *self,
                                         int               num_id,
                                         int               level,
                                         const char       *style,
                                         GString          *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjDocxNumbering, gj_docx_numbering_free)

G_END_DECLS
