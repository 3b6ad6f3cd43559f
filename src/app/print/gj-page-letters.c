/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-page-letters.h"

#include <gio/gio.h>

#include "gj-page-places.h"

/* A strip of the page at a time: a whole one in pixels would be megabytes. */
#define STRIP_HEIGHT 128

struct _GjPageLetters
{
  GjPages      *pages;
  GCancellable *cancellable;
  double        factor;
};

typedef struct
{
  GjPages *pages;
  double   factor;
} Drawing;

static void
drawing_free (Drawing *self)
{
  gj_pages_unref (self->pages);
  g_free (self);
}

static void
draw_page (Drawing      *drawing,
           guint         index,
           GCancellable *cancellable)
{
  const GjPage *page = gj_pages_get_page (drawing->pages, index);
  cairo_surface_t *surface;
  int width;
  int height;

  gj_page_places_get_size (drawing->pages, drawing->factor, index, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_A8, MAX (width, 1), STRIP_HEIGHT);
  for (int y = 0; y < height && !g_cancellable_is_cancelled (cancellable); y += STRIP_HEIGHT)
    {
      cairo_t *cr = cairo_create (surface);

      cairo_translate (cr, 0, -y);
      cairo_scale (cr, width / gj_page_get_width (page), height / gj_page_get_height (page));
      gj_page_draw (page, cr);
      cairo_destroy (cr);
    }
  cairo_surface_destroy (surface);
}

static void
draw_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Drawing *drawing = task_data;

  for (guint i = 0; i < gj_pages_get_n_pages (drawing->pages); i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        break;
      draw_page (drawing, i, cancellable);
    }
  g_task_return_boolean (task, TRUE);
}

GjPageLetters *
gj_page_letters_new (void)
{
  return g_new0 (GjPageLetters, 1);
}

static void
give_up (GjPageLetters *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->pages, gj_pages_unref);
}

void
gj_page_letters_free (GjPageLetters *self)
{
  give_up (self);
  g_free (self);
}

void
gj_page_letters_prepare (GjPageLetters *self,
                         GjPages       *pages,
                         double         factor)
{
  g_autoptr (GTask) task = NULL;
  Drawing *drawing;

  g_return_if_fail (self != NULL);

  if (pages == NULL || (self->pages == pages && ABS (self->factor - factor) < 1e-6))
    return;

  give_up (self);
  self->pages = gj_pages_ref (pages);
  self->factor = factor;
  self->cancellable = g_cancellable_new ();

  drawing = g_new0 (Drawing, 1);
  drawing->pages = gj_pages_ref (pages);
  drawing->factor = factor;
  task = g_task_new (NULL, self->cancellable, NULL, NULL);
  g_task_set_source_tag (task, gj_page_letters_prepare);
  g_task_set_task_data (task, drawing, (GDestroyNotify) drawing_free);
  g_task_run_in_thread (task, draw_thread);
}
