/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-box-private.h"
#include "gj-paper.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>
#include <string.h>

/* A picture stands in the middle on lines of its own, as large as its pixels say at
 * 96 dpi but never larger than the type area. */

#define PIXEL (72.0 / 96.0)
#define HEIGHT_MAX (0.75 * GJ_PAPER_TYPE_HEIGHT)
#define PIXELS_MAX (64u << 20)

/* A picture is decoded only up to a size that a printer can show. */
static void
limit_size_cb (GdkPixbufLoader *loader,
               int              width,
               int              height,
               gpointer         data)
{
  double scale = MIN (1, MIN (2600.0 / width, 3600.0 / height));

  if (scale < 1)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * scale)), MAX (1, (int) (height * scale)));
}

static GdkPixbuf *
decode (const GjPicture *picture)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_mime_type (picture->type, NULL);
  GdkPixbuf *pixbuf;

  if (loader == NULL || picture->bytes == NULL)
    return NULL;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (limit_size_cb), NULL);
  if (!gdk_pixbuf_loader_write_bytes (loader, picture->bytes, NULL))
    {
      gdk_pixbuf_loader_close (loader, NULL);
      return NULL;
    }
  if (!gdk_pixbuf_loader_close (loader, NULL))
    return NULL;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  return pixbuf != NULL ? g_object_ref (pixbuf) : NULL;
}

/* Paper is white: what is transparent shows it. */
static guint32
mix (const guchar *pixel,
     gboolean      has_alpha)
{
  guint alpha = has_alpha ? pixel[3] : 255;
  guint32 mixed = 0;

  for (guint i = 0; i < 3; i++)
    mixed = mixed << 8 | ((pixel[i] * alpha + 255 * (255 - alpha) + 127) / 255);
  return mixed;
}

static cairo_surface_t *
copy_pixels (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);
  int n_channels = gdk_pixbuf_get_n_channels (pixbuf);
  int stride = gdk_pixbuf_get_rowstride (pixbuf);
  const guchar *pixels = gdk_pixbuf_read_pixels (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);

  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (surface);
      return NULL;
    }
  for (int y = 0; y < height; y++)
    {
      guint32 *row = (guint32 *) (void *) (cairo_image_surface_get_data (surface) +
                                           (gsize) y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++)
        row[x] = mix (pixels + (gsize) y * stride + (gsize) x * n_channels, n_channels == 4);
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

/* A JPEG goes into a PDF as it is. */
static void
attach_jpeg (cairo_surface_t *surface,
             const GjPicture *picture)
{
  gsize length;
  const guchar *data = g_bytes_get_data (picture->bytes, &length);

  cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, data, length,
                               (cairo_destroy_func_t) g_bytes_unref, g_bytes_ref (picture->bytes));
}

static cairo_surface_t *
make_surface (const GjPicture *picture)
{
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  cairo_surface_t *surface;

  if ((guint64) picture->width * picture->height > PIXELS_MAX)
    return NULL;
  pixbuf = decode (picture);
  if (pixbuf == NULL)
    return NULL;
  surface = copy_pixels (pixbuf);
  if (surface != NULL && strcmp (picture->type, "image/jpeg") == 0 &&
      gdk_pixbuf_get_width (pixbuf) == (int) picture->width)
    attach_jpeg (surface, picture);
  return surface;
}

/* A picture of the text. One that cannot be decoded leaves its title, in brackets. */
GjBox *
_gj_box_new_picture (GjJob           *job,
                     const GjPicture *picture)
{
  cairo_surface_t *surface = make_surface (picture);
  GjBox *box;
  double scale;

  if (surface == NULL)
    {
      g_autofree char *title = g_strdup_printf ("〔图片：%s〕", picture->title != NULL ? picture->title : "");

      return _gj_box_new_paragraph (job, title);
    }

  box = _gj_box_new (GJ_BOX_PICTURE);
  box->plate.surface = surface;
  box->plate.title = g_strdup (picture->title != NULL ? picture->title : "");
  box->plate.width = cairo_image_surface_get_width (surface) * PIXEL;
  box->plate.height = cairo_image_surface_get_height (surface) * PIXEL;
  scale = MIN (1, MIN (GJ_PAPER_TYPE_WIDTH / box->plate.width, HEIGHT_MAX / box->plate.height));
  box->plate.width *= scale;
  box->plate.height *= scale;
  box->n_lines = MAX (1, (guint) ceil ((box->plate.height + 8) / GJ_PAPER_PITCH));
  box->tag = "Figure";
  return box;
}
