/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-block.h"

#include <string.h>

#include "gj-block-private.h"

/* Blocks are counted atomically, as a snapshot in another thread shares them. A
 * paragraph's text lies behind its block, in one piece of memory. */

struct _GjBlock
{
  GjBlockKind kind;
  union
  {
    const char *text;
    GjPicture   picture;
  };
};

static void
block_clear (gpointer data)
{
  GjBlock *self = data;

  if (self->kind != GJ_BLOCK_PICTURE)
    return;

  g_bytes_unref (self->picture.bytes);
  g_free (self->picture.type);
  g_free (self->picture.title);
}

/* A paragraph of the first @length bytes of @text, which hold no line feed. */

GjBlock *
_gj_block_new_line (const char *text,
                    gsize       length)
{
  GjBlock *self = g_atomic_rc_box_alloc (sizeof (GjBlock) + length + 1);
  char *copy = (char *) (self + 1);

  memcpy (copy, text, length);
  copy[length] = '\0';
  self->kind = GJ_BLOCK_PARAGRAPH;
  self->text = copy;

  return self;
}

/**
 * gj_block_new_paragraph:
 * @text: its text, UTF-8
 *
 * Makes a paragraph. A paragraph is one line: line feeds in @text become blanks.
 *
 * Returns: (transfer full): the block
 */
GjBlock *
gj_block_new_paragraph (const char *text)
{
  GjBlock *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = _gj_block_new_line (text, strlen (text));
  for (char *at = strchr (self->text, '\n'); at != NULL; at = strchr (at, '\n'))
    *at = ' ';

  return self;
}

/**
 * gj_block_new_picture:
 * @bytes: the file as it was
 * @type: "image/png" or "image/jpeg"
 * @width: in pixels
 * @height: in pixels
 * @title: (nullable): its title or the words that stood in its place
 *
 * Returns: (transfer full): a picture
 */
GjBlock *
gj_block_new_picture (GBytes     *bytes,
                      const char *type,
                      guint       width,
                      guint       height,
                      const char *title)
{
  GjBlock *self;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (type != NULL, NULL);

  self = g_atomic_rc_box_new0 (GjBlock);
  self->kind = GJ_BLOCK_PICTURE;
  self->picture.bytes = g_bytes_ref (bytes);
  self->picture.type = g_strdup (type);
  self->picture.width = width;
  self->picture.height = height;
  self->picture.title = g_strdup (title);

  return self;
}

/**
 * gj_block_new_table:
 *
 * Returns: (transfer full): the place of the section's table
 */
GjBlock *
gj_block_new_table (void)
{
  GjBlock *self = g_atomic_rc_box_new0 (GjBlock);

  self->kind = GJ_BLOCK_TABLE;

  return self;
}

/**
 * gj_block_ref:
 * @self: a block
 *
 * Returns: (transfer full): @self
 */
GjBlock *
gj_block_ref (GjBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * gj_block_unref:
 * @self: (transfer full): a block
 */
void
gj_block_unref (GjBlock *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, block_clear);
}

/**
 * gj_block_get_kind:
 * @self: a block
 *
 * Returns: what the block is
 */
GjBlockKind
gj_block_get_kind (const GjBlock *self)
{
  g_return_val_if_fail (self != NULL, GJ_BLOCK_PARAGRAPH);

  return self->kind;
}

/**
 * gj_block_get_text:
 * @self: a block
 *
 * Returns: (nullable): the text of a paragraph, %NULL for any other block
 */
const char *
gj_block_get_text (const GjBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->kind == GJ_BLOCK_PARAGRAPH ? self->text : NULL;
}

/**
 * gj_block_get_picture:
 * @self: a block
 *
 * Returns: (nullable): the picture, %NULL for any other block
 */
const GjPicture *
gj_block_get_picture (const GjBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->kind == GJ_BLOCK_PICTURE ? &self->picture : NULL;
}

static gboolean
picture_equal (const GjPicture *a,
               const GjPicture *b)
{
  return a->width == b->width &&
         a->height == b->height &&
         g_str_equal (a->type, b->type) &&
         g_strcmp0 (a->title, b->title) == 0 &&
         g_bytes_equal (a->bytes, b->bytes);
}

/**
 * gj_block_equal:
 * @a: a block
 * @b: another one
 *
 * Returns: whether both are of one kind and hold the same
 */
gboolean
gj_block_equal (const GjBlock *a,
                const GjBlock *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  if (a == b)
    return TRUE;
  if (a->kind != b->kind)
    return FALSE;

  switch (a->kind)
    {
    case GJ_BLOCK_PARAGRAPH:
      return g_str_equal (a->text, b->text);
    case GJ_BLOCK_PICTURE:
      return picture_equal (&a->picture, &b->picture);
    case GJ_BLOCK_TABLE:
    default:
      return TRUE;
    }
}
