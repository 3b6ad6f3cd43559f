/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pdf-pictures.h"

#include <math.h>

#include "gj-pdf-bytes.h"

/* The pictures on the pages as files. A photograph is taken out of the PDF as it was put
 * in, when it is known which one it is; everything else becomes a PNG of what poppler made
 * of it. Poppler says in which order pictures are painted, not where: its places are wrong,
 * so they are those that were seen. */

#define MOST_PICTURES 200
#define MOST_PIXELS (4 * 1024 * 1024)
#define MOST_LOADED (32 * 1024 * 1024)
#define MOST_BYTES (24 * 1024 * 1024)
#define SMALLEST 12.0
#define SAME_PLACE 2.0

struct _GjPdfPictures
{
  GBytes *bytes;
  gsize   n_pixels;
  gsize   n_bytes;
  guint   n_pictures;
};

/**
 * gj_pdf_pictures_new:
 * @bytes: the content of the PDF
 *
 * Returns: (transfer full): what loads the pictures of all its pages, within limits
 */
GjPdfPictures *
gj_pdf_pictures_new (GBytes *bytes)
{
  GjPdfPictures *self = g_new0 (GjPdfPictures, 1);

  self->bytes = g_bytes_ref (bytes);

  return self;
}

static gboolean
is_small (const GjPdfBox *box)
{
  return box->x1 - box->x0 < SMALLEST || box->y1 - box->y0 < SMALLEST;
}

/* The picture behind the text of a page, or the page itself. */
static gboolean
is_background (const GjPdfPage *page,
               const GjPdfBox  *box)
{
  double share = (box->x1 - box->x0) * (box->y1 - box->y0) / (page->width * page->height);
  guint n = 0;

  if (share < 0.4)
    return FALSE;

  for (guint i = 0; i < page->glyphs->len; i++)
    {
      const GjPdfBox *glyph = &g_array_index (page->glyphs, GjPdfGlyph, i).box;

      if (glyph->x0 >= box->x0 && glyph->x1 <= box->x1 && glyph->y0 >= box->y0 && glyph->y1 <= box->y1)
        n++;
    }

  return n * 2 >= page->glyphs->len;
}

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
write_png (cairo_surface_t *surface)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();

  if (cairo_surface_write_to_png_stream (surface, write_cb, content) != CAIRO_STATUS_SUCCESS)
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

static void
set_file (GjPdfPictures   *self,
          GjPdfPicture    *picture,
          cairo_surface_t *surface)
{
  guint width = (guint) MAX (cairo_image_surface_get_width (surface), 0);
  guint height = (guint) MAX (cairo_image_surface_get_height (surface), 0);
  gsize n_pixels = (gsize) width * height;

  picture->size = g_strdup_printf ("%u × %u", width, height);
  self->n_pixels += n_pixels;
  picture->file = gj_pdf_bytes_find_photo (self->bytes, width, height);
  if (picture->file == NULL && n_pixels > 0 && n_pixels <= MOST_PIXELS)
    picture->file = write_png (surface);
  if (picture->file == NULL)
    return;

  self->n_bytes += g_bytes_get_size (picture->file);
  if (self->n_bytes > MOST_BYTES)
    g_clear_pointer (&picture->file, g_bytes_unref);
}

/**
 * gj_pdf_pictures_load:
 * @poppler_page: a page
 * @page: the same page, with the places of its pictures
 *
 * Loads the pictures of a page. What is smaller than a character is an ornament, and the
 * picture that the text was recognised from is the page itself. Those that cannot be had
 * or lie behind the text stay without a file.
 */
void
gj_pdf_pictures_load (GjPdfPictures *self,
                      PopplerPage   *poppler_page,
                      GjPdfPage     *page)
{
  GList *mapping = NULL;
  gboolean is_paired;
  guint n = page->pictures->len;

  if (n == 0 || page->glyphs->len == 0)
    {
      g_ptr_array_set_size (page->pictures, 0);
      return;
    }

  mapping = poppler_page_get_image_mapping (poppler_page);
  is_paired = g_list_length (mapping) == n;
  poppler_page_free_image_mapping (mapping);
  for (guint i = n; i > 0; i--)
    {
      GjPdfPicture *picture = g_ptr_array_index (page->pictures, i - 1);

      gboolean is_behind = is_background (page, &picture->box);

      if (is_small (&picture->box) || (is_behind && page->is_invisible))
        {
          g_ptr_array_remove_index (page->pictures, i - 1);
          continue;
        }
      if (is_behind || !is_paired || self->n_pictures++ >= MOST_PICTURES || self->n_pixels > MOST_LOADED)
        continue;

      cairo_surface_t *surface = poppler_page_get_image (poppler_page, (int) i - 1);

      if (surface == NULL)
        continue;
      set_file (self, picture, surface);
      cairo_surface_destroy (surface);
    }
}

static gboolean
is_same (const GjPdfPicture *a,
         const GjPdfPicture *b)
{
  return g_strcmp0 (a->size, b->size) == 0 && fabs (a->box.x0 - b->box.x0) < SAME_PLACE &&
         fabs (a->box.y0 - b->box.y0) < SAME_PLACE && fabs (a->box.x1 - b->box.x1) < SAME_PLACE &&
         fabs (a->box.y1 - b->box.y1) < SAME_PLACE;
}

static GjPdfPicture *
find_same (const GjPdfPage    *page,
           const GjPdfPicture *picture)
{
  for (guint i = 0; i < page->pictures->len; i++)
    if (is_same (g_ptr_array_index (page->pictures, i), picture))
      return g_ptr_array_index (page->pictures, i);

  return NULL;
}

/**
 * gj_pdf_pictures_drop_same:
 * @pages: (element-type GjPdfPage): the pages
 *
 * A picture that comes again at the same place of the next page belongs to the paper, not
 * to the text: only the first one stays, without its file.
 */
void
gj_pdf_pictures_drop_same (const GPtrArray *pages)
{
  for (guint i = pages->len; i > 1; i--)
    {
      const GjPdfPage *page = g_ptr_array_index (pages, i - 1);

      for (guint j = page->pictures->len; j > 0; j--)
        {
          GjPdfPicture *same = find_same (g_ptr_array_index (pages, i - 2), g_ptr_array_index (page->pictures, j - 1));

          if (same == NULL)
            continue;
          g_clear_pointer (&same->file, g_bytes_unref);
          g_ptr_array_remove_index (page->pictures, j - 1);
        }
    }
}

void
gj_pdf_pictures_free (GjPdfPictures *self)
{
  if (self == NULL)
    return;

  g_bytes_unref (self->bytes);
  g_free (self);
}
