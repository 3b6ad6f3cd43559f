/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-page-view.h"

#include <glib/gi18n-lib.h>

/**
 * GjPageView:
 *
 * One page as it will be printed: white paper in light and in dark.
 */
struct _GjPageView
{
  GtkWidget  parent_instance;

  GjPages   *pages;
  guint      index;
  double     scale;
};

G_DEFINE_FINAL_TYPE (GjPageView, gj_page_view, GTK_TYPE_WIDGET)

static void
gj_page_view_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  GjPageView *self = GJ_PAGE_VIEW (widget);
  double size = orientation == GTK_ORIENTATION_HORIZONTAL ? GJ_PAPER_WIDTH : GJ_PAPER_HEIGHT;

  *minimum = *natural = (int) (size * self->scale + 0.5);
}

static void
gj_page_view_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  GjPageView *self = GJ_PAGE_VIEW (widget);
  const GdkRGBA white = { 1, 1, 1, 1 };
  graphene_rect_t paper;
  cairo_t *cr;

  if (self->pages == NULL)
    return;

  graphene_rect_init (&paper, 0, 0, gtk_widget_get_width (widget),
                      gtk_widget_get_height (widget));
  gtk_snapshot_append_color (snapshot, &white, &paper);
  cr = gtk_snapshot_append_cairo (snapshot, &paper);
  cairo_scale (cr, self->scale, self->scale);
  gj_page_draw (gj_pages_get_page (self->pages, self->index), cr);
  cairo_destroy (cr);
}

static void
gj_page_view_finalize (GObject *object)
{
  g_clear_pointer (&GJ_PAGE_VIEW (object)->pages, gj_pages_unref);

  G_OBJECT_CLASS (gj_page_view_parent_class)->finalize (object);
}

static void
gj_page_view_class_init (GjPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gj_page_view_finalize;
  widget_class->measure = gj_page_view_measure;
  widget_class->snapshot = gj_page_view_snapshot;

  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
gj_page_view_init (GjPageView *self)
{
  self->scale = 1;
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
gj_page_view_new (void)
{
  return g_object_new (GJ_TYPE_PAGE_VIEW, NULL);
}

void
gj_page_view_set_page (GjPageView *self,
                       GjPages    *pages,
                       guint       index,
                       double      scale)
{
  g_autofree char *name = NULL;

  g_return_if_fail (GJ_IS_PAGE_VIEW (self));
  g_return_if_fail (pages != NULL && index < gj_pages_get_n_pages (pages));

  gj_pages_ref (pages);
  g_clear_pointer (&self->pages, gj_pages_unref);
  self->pages = pages;
  self->index = index;
  self->scale = scale;

  name = g_strdup_printf (_("Page %u"), index + 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
