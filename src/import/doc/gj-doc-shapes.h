/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-doc-file.h"

G_BEGIN_DECLS

/**
 * GjDocBox:
 * @first: the first character of its text
 * @end: the character behind the last
 *
 * A box with text.
 */
typedef struct
{
  guint32 first;
  guint32 end;
} GjDocBox;

/**
 * GjDocShapes:
 *
 * What floats over the text: where it is anchored, and what it is. A group is anchored as
 * one.
 */
typedef struct _GjDocShapes GjDocShapes;

GjDocShapes *gj_doc_shapes_new            (const GjDocFile   *file);
void         gj_doc_shapes_free           (GjDocShapes       *self);
guint32      gj_doc_shapes_find           (const GjDocShapes *self,
                                           guint32            at);
gboolean     gj_doc_shapes_next_box       (GjDocShapes       *self,
                                           guint32            id,
                                           GjDocBox          *box);
gboolean     gj_doc_shapes_next_left      (GjDocShapes       *self,
                                           GjDocBox          *box);
gboolean     gj_doc_shapes_has            (const GjDocShapes *self,
                                           guint32            id);
GArray *     gj_doc_shapes_list_pictures  (const GjDocShapes *self,
                                           guint32            id);
char *       gj_doc_shapes_dup_words      (const GjDocShapes *self,
                                           guint32            id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjDocShapes, gj_doc_shapes_free)

G_END_DECLS
