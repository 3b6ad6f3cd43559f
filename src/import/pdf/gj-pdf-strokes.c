/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pdf-strokes.h"

#include <cairo.h>
#include <math.h>

/* The lines of a page are read while it is painted: an observer surface tells of every
 * stroke and fill, and the context still has its path. What is painted on is a tiny
 * picture that nobody looks at, so that characters cost next to nothing; the context
 * itself is enlarged, because poppler moves lines to whole pixels of it. */

#define PICTURE_WIDTH 64
#define ENLARGED 16.0
#define THINNEST_LIGHT 0.95
#define THICKEST 4.0
#define STRAIGHT 0.5
#define COVERING 0.4
#define MOST_OPERATIONS 60000

typedef struct
{
  cairo_t      *cr;
  GjPdfPage    *page;
  GjPdfPainted *painted;
} Observer;

typedef struct
{
  double x;
  double y;
} Point;

/* Behind so much a page is a drawing, or a trap: the context is put into an error, after
 * which poppler paints nothing more. */
static gboolean
is_too_much (const Observer *self)
{
  static const cairo_matrix_t nothing = { 0 };

  if (self->painted->n_operations++ < MOST_OPERATIONS)
    return FALSE;

  cairo_set_matrix (self->cr, &nothing);

  return TRUE;
}

static Point
to_page (const Observer *self,
         double          x,
         double          y)
{
  Point point = { x, y };

  cairo_user_to_device (self->cr, &point.x, &point.y);
  point.x /= ENLARGED;
  point.y /= ENLARGED;

  return point;
}

static Point
element_to_page (const Observer          *self,
                 const cairo_path_data_t *data)
{
  return to_page (self, data->point.x, data->point.y);
}

static gboolean
is_white (cairo_t *cr)
{
  double red = 0;
  double green = 0;
  double blue = 0;
  double alpha = 1;

  if (cairo_pattern_get_rgba (cairo_get_source (cr), &red, &green, &blue, &alpha) != CAIRO_STATUS_SUCCESS)
    return FALSE;

  return alpha < 1 - THINNEST_LIGHT || MIN (MIN (red, green), blue) > THINNEST_LIGHT;
}

static GjPdfBox
clip_box (const Observer *self)
{
  double x0;
  double y0;
  double x1;
  double y1;

  cairo_clip_extents (self->cr, &x0, &y0, &x1, &y1);
  cairo_user_to_device (self->cr, &x0, &y0);
  cairo_user_to_device (self->cr, &x1, &y1);

  return (GjPdfBox) { MIN (x0, x1) / ENLARGED, MIN (y0, y1) / ENLARGED,
                      MAX (x0, x1) / ENLARGED, MAX (y0, y1) / ENLARGED };
}

/* What is cut away by the clip is not seen. */
static void
add_rule (const Observer *self,
          GjPdfBox        box)
{
  GjPdfBox clip = clip_box (self);

  box.x0 = MAX (box.x0, clip.x0 - 1);
  box.y0 = MAX (box.y0, clip.y0 - 1);
  box.x1 = MIN (box.x1, clip.x1 + 1);
  box.y1 = MIN (box.y1, clip.y1 + 1);
  if (box.x0 <= box.x1 && box.y0 <= box.y1)
    gj_pdf_page_add_rule (self->page, &box);
}

static void
add_segment (const Observer *self,
             Point           from,
             Point           to)
{
  if (fabs (from.x - to.x) > STRAIGHT && fabs (from.y - to.y) > STRAIGHT)
    return;

  add_rule (self, (GjPdfBox) { MIN (from.x, to.x), MIN (from.y, to.y), MAX (from.x, to.x), MAX (from.y, to.y) });
}

static void
stroke_cb (cairo_surface_t *surface,
           cairo_surface_t *target,
           gpointer         data)
{
  const Observer *self = data;
  cairo_path_t *path;
  Point first = { 0 };
  Point last = { 0 };

  if (is_too_much (self) || is_white (self->cr))
    return;

  path = cairo_copy_path (self->cr);
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *element = &path->data[i];
      Point point = first;

      if (element->header.type != CAIRO_PATH_CLOSE_PATH)
        point = element_to_page (self, element + element->header.length - 1);
      if (element->header.type == CAIRO_PATH_MOVE_TO)
        first = point;
      if (element->header.type == CAIRO_PATH_LINE_TO || element->header.type == CAIRO_PATH_CLOSE_PATH)
        add_segment (self, last, point);
      last = point;
    }
  cairo_path_destroy (path);
}

static void
add_shape (const Observer *self,
           const GjPdfBox *box,
           guint           n_points)
{
  if (n_points < 2)
    return;

  if (box->x1 - box->x0 <= THICKEST || box->y1 - box->y0 <= THICKEST)
    add_rule (self, *box);
  else
    self->painted->n_shapes++;
}

static void
include (GjPdfBox *box,
         Point     point,
         gboolean  is_first)
{
  box->x0 = is_first ? point.x : MIN (box->x0, point.x);
  box->y0 = is_first ? point.y : MIN (box->y0, point.y);
  box->x1 = is_first ? point.x : MAX (box->x1, point.x);
  box->y1 = is_first ? point.y : MAX (box->y1, point.y);
}

static double
area_of (const GjPdfBox *box)
{
  return MAX (box->x1 - box->x0, 0) * MAX (box->y1 - box->y0, 0);
}

/* Pictures are painted into the unit square. One stretched to a line is a ruling line;
 * what lies under one that covers the page is not seen. */
static void
add_picture (const Observer *self,
             gboolean        is_opaque)
{
  Point one = to_page (self, 0, 0);
  Point other = to_page (self, 1, 1);
  GjPdfBox page = { 0, 0, self->page->width, self->page->height };
  GjPdfBox box = { MIN (one.x, other.x), MIN (one.y, other.y), MAX (one.x, other.x), MAX (one.y, other.y) };

  gj_pdf_page_add_picture (self->page, &box);
  if (box.x1 - box.x0 <= THICKEST || box.y1 - box.y0 <= THICKEST)
    {
      add_rule (self, box);
      return;
    }

  self->painted->n_pictures++;
  if (area_of (&box) < COVERING * area_of (&page))
    return;
  self->painted->is_covered = TRUE;
  if (is_opaque)
    self->painted->n_covered = self->painted->n_texts;
}

/* A picture, or a group that was painted beside and is now put in place. */
static gboolean
take_picture (const Observer *self)
{
  cairo_surface_t *source = NULL;

  if (cairo_pattern_get_surface (cairo_get_source (self->cr), &source) != CAIRO_STATUS_SUCCESS)
    return FALSE;

  if (cairo_surface_get_type (source) == CAIRO_SURFACE_TYPE_IMAGE)
    add_picture (self, cairo_surface_get_content (source) == CAIRO_CONTENT_COLOR);
  else
    self->painted->n_groups++;

  return TRUE;
}

static void
paint_cb (cairo_surface_t *surface,
          cairo_surface_t *target,
          gpointer         data)
{
  take_picture (data);
}

/* A picture with a mask, or one that is a mask itself: a page that was faxed, say. */
static void
mask_cb (cairo_surface_t *surface,
         cairo_surface_t *target,
         gpointer         data)
{
  add_picture (data, FALSE);
}

/* A fill is a ruling line when it is thin. */
static void
fill_cb (cairo_surface_t *surface,
         cairo_surface_t *target,
         gpointer         data)
{
  const Observer *self = data;
  cairo_path_t *path;
  GjPdfBox box = { 0 };
  guint n_points = 0;

  if (is_too_much (self) || take_picture (self) || is_white (self->cr))
    return;

  path = cairo_copy_path (self->cr);
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *element = &path->data[i];

      if (element->header.type == CAIRO_PATH_MOVE_TO)
        {
          add_shape (self, &box, n_points);
          n_points = 0;
        }
      for (int j = 1; j < element->header.length; j++)
        include (&box, element_to_page (self, element + j), n_points++ == 0);
    }
  add_shape (self, &box, n_points);
  cairo_path_destroy (path);
}

static void
glyphs_cb (cairo_surface_t *surface,
           cairo_surface_t *target,
           gpointer         data)
{
  const Observer *self = data;

  if (!is_too_much (self))
    self->painted->n_texts++;
}

/**
 * gj_pdf_strokes_read:
 * @poppler_page: a page
 * @page: where its ruling lines go
 * @painted: (out): what else was painted
 *
 * Returns: whether the page could be painted
 */
gboolean
gj_pdf_strokes_read (PopplerPage  *poppler_page,
                     GjPdfPage    *page,
                     GjPdfPainted *painted)
{
  double share = page->height / page->width;
  int height = (int) CLAMP (ceil (PICTURE_WIDTH * share), 1, 4096);
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_A8, PICTURE_WIDTH, height);
  cairo_surface_t *surface = cairo_surface_create_observer (picture, CAIRO_SURFACE_OBSERVER_NORMAL);
  Observer self = { .page = page, .painted = painted };
  gboolean is_good;

  *painted = (GjPdfPainted) { 0 };
  cairo_surface_observer_add_stroke_callback (surface, stroke_cb, &self);
  cairo_surface_observer_add_fill_callback (surface, fill_cb, &self);
  cairo_surface_observer_add_glyphs_callback (surface, glyphs_cb, &self);
  cairo_surface_observer_add_paint_callback (surface, paint_cb, &self);
  cairo_surface_observer_add_mask_callback (surface, mask_cb, &self);
  cairo_surface_set_device_scale (surface, PICTURE_WIDTH / page->width / ENLARGED,
                                  PICTURE_WIDTH / page->width / ENLARGED);

  self.cr = cairo_create (surface);
  cairo_scale (self.cr, ENLARGED, ENLARGED);
  poppler_page_render (poppler_page, self.cr);
  is_good = cairo_status (self.cr) == CAIRO_STATUS_SUCCESS;

  cairo_destroy (self.cr);
  cairo_surface_destroy (surface);
  cairo_surface_destroy (picture);

  return is_good;
}
