/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GjBlockKind:
 * @GJ_BLOCK_PARAGRAPH: a paragraph of text
 * @GJ_BLOCK_PICTURE: a picture, PNG or JPEG
 * @GJ_BLOCK_TABLE: the place of the section's table
 */
typedef enum
{
  GJ_BLOCK_PARAGRAPH,
  GJ_BLOCK_PICTURE,
  GJ_BLOCK_TABLE,
} GjBlockKind;

/**
 * GjPicture:
 * @bytes: the file as it was
 * @type: "image/png" or "image/jpeg"
 * @width: in pixels
 * @height: in pixels
 * @title: (nullable): its title or the words that stood in its place
 */
typedef struct
{
  GBytes *bytes;
  char   *type;
  guint   width;
  guint   height;
  char   *title;
} GjPicture;

/**
 * GjBlock:
 *
 * One block of a narrative, immutable and counted by reference.
 */
typedef struct _GjBlock GjBlock;

GjBlock *        gj_block_new_paragraph (const char    *text);
GjBlock *        gj_block_new_picture   (GBytes        *bytes,
                                         const char    *type,
                                         guint          width,
                                         guint          height,
                                         const char    *title);
GjBlock *        gj_block_new_table     (void);
GjBlock *        gj_block_ref           (GjBlock       *self);
void             gj_block_unref         (GjBlock       *self);
GjBlockKind      gj_block_get_kind      (const GjBlock *self);
const char *     gj_block_get_text      (const GjBlock *self);
const GjPicture *gj_block_get_picture   (const GjBlock *self);
gboolean         gj_block_equal         (const GjBlock *a,
                                         const GjBlock *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjBlock, gj_block_unref)

G_END_DECLS
