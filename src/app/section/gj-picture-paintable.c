/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-picture-paintable.h"

/* As wide as a line of text may get, and no higher than a page is to be scrolled. */
#define MAX_WIDTH 520
#define MAX_HEIGHT 420

/**
 * GjPicturePaintable:
 *
 * One picture of a narrative. Knows its size before it is decoded, so that the text
 * around it never jumps; what cannot be decoded is an empty frame.
 */
struct _GjPicturePaintable
{
  GObject     parent_instance;

  GjBlock    *block;
  GdkTexture *texture;
  int         width;
  int         height;
};

static void gj_picture_paintable_paintable_init (GdkPaintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GjPicturePaintable, gj_picture_paintable, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE,
                                                      gj_picture_paintable_paintable_init))

static void
decode_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  GError *error = NULL;
  GdkTexture *texture = gdk_texture_new_from_bytes (task_data, &error);

  if (texture == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, texture, g_object_unref);
}

static void
decoded_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GjPicturePaintable *self = GJ_PICTURE_PAINTABLE (source);

  self->texture = g_task_propagate_pointer (G_TASK (result), NULL);
  gdk_paintable_invalidate_contents (GDK_PAINTABLE (self));
}

static void
decode (GjPicturePaintable *self)
{
  const GjPicture *picture = gj_block_get_picture (self->block);
  g_autoptr (GTask) task = g_task_new (self, NULL, decoded_cb, NULL);

  g_task_set_task_data (task, g_bytes_ref (picture->bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, decode_thread);
}

static void
choose_size (GjPicturePaintable *self)
{
  const GjPicture *picture = gj_block_get_picture (self->block);
  double width = MAX (picture->width, 1);
  double height = MAX (picture->height, 1);
  double scale = MIN (1.0, MIN (MAX_WIDTH / width, MAX_HEIGHT / height));

  self->width = MAX (1, (int) (width * scale));
  self->height = MAX (1, (int) (height * scale));
}

static void
gj_picture_paintable_finalize (GObject *object)
{
  GjPicturePaintable *self = GJ_PICTURE_PAINTABLE (object);

  g_clear_pointer (&self->block, gj_block_unref);
  g_clear_object (&self->texture);

  G_OBJECT_CLASS (gj_picture_paintable_parent_class)->finalize (object);
}

static void
gj_picture_paintable_class_init (GjPicturePaintableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gj_picture_paintable_finalize;
}

static void
gj_picture_paintable_init (GjPicturePaintable *self)
{
}

static void
gj_picture_paintable_snapshot (GdkPaintable *paintable,
                               GdkSnapshot  *snapshot,
                               double        width,
                               double        height)
{
  GjPicturePaintable *self = GJ_PICTURE_PAINTABLE (paintable);
  const float border[4] = { 1, 1, 1, 1 };
  const GdkRGBA grey = { 0.5, 0.5, 0.5, 0.5 };
  const GdkRGBA colors[4] = { grey, grey, grey, grey };
  GskRoundedRect frame;

  if (self->texture != NULL)
    {
      gdk_paintable_snapshot (GDK_PAINTABLE (self->texture), snapshot, width, height);
      return;
    }

  gsk_rounded_rect_init_from_rect (&frame, &GRAPHENE_RECT_INIT (0, 0, width, height), 0);
  gtk_snapshot_append_border (snapshot, &frame, border, colors);
}

static int
gj_picture_paintable_get_intrinsic_width (GdkPaintable *paintable)
{
  return GJ_PICTURE_PAINTABLE (paintable)->width;
}

static int
gj_picture_paintable_get_intrinsic_height (GdkPaintable *paintable)
{
  return GJ_PICTURE_PAINTABLE (paintable)->height;
}

static void
gj_picture_paintable_paintable_init (GdkPaintableInterface *iface)
{
  iface->snapshot = gj_picture_paintable_snapshot;
  iface->get_intrinsic_width = gj_picture_paintable_get_intrinsic_width;
  iface->get_intrinsic_height = gj_picture_paintable_get_intrinsic_height;
}

GdkPaintable *
gj_picture_paintable_new (GjBlock *block)
{
  GjPicturePaintable *self;

  g_return_val_if_fail (gj_block_get_kind (block) == GJ_BLOCK_PICTURE, NULL);

  self = g_object_new (GJ_TYPE_PICTURE_PAINTABLE, NULL);
  self->block = gj_block_ref (block);
  choose_size (self);
  decode (self);

  return GDK_PAINTABLE (self);
}

GjBlock *
gj_picture_paintable_get_block (GjPicturePaintable *self)
{
  g_return_val_if_fail (GJ_IS_PICTURE_PAINTABLE (self), NULL);

  return self->block;
}
