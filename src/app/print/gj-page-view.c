/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-page-view.h"

#include <glib/gi18n-lib.h>

/**
 * GjPageView:
 *
 * One page as it will be printed: white paper in light and in dark. What is drawn is kept
 * for its size; scrolling moves it.
 */
struct _GjPageView
{
  GtkWidget      parent_instance;

  GjPages       *pages;
  guint          index;
  GskRenderNode *picture;
  int            width;
  int            height;
};

G_DEFINE_FINAL_TYPE (GjPageView, gj_page_view, GTK_TYPE_WIDGET)

static GskRenderNode *
create_picture (GjPageView *self,
                int         width,
                int         height)
{
  const GjPage *page = gj_pages_get_page (self->pages, self->index);
  GskRenderNode *node;
  graphene_rect_t paper;
  cairo_t *cr;

  graphene_rect_init (&paper, 0, 0, width, height);
  node = gsk_cairo_node_new (&paper);
  cr = gsk_cairo_node_get_draw_context (node);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / gj_page_get_width (page), height / gj_page_get_height (page));
  gj_page_draw (page, cr);
  cairo_destroy (cr);

  return node;
}

static void
gj_page_view_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  GjPageView *self = GJ_PAGE_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  if (self->pages == NULL || width <= 0 || height <= 0)
    return;

  if (self->picture == NULL || self->width != width || self->height != height)
    {
      g_clear_pointer (&self->picture, gsk_render_node_unref);
      self->picture = create_picture (self, width, height);
      self->width = width;
      self->height = height;
    }

  gtk_snapshot_append_node (snapshot, self->picture);
}

static void
gj_page_view_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
gj_page_view_finalize (GObject *object)
{
  GjPageView *self = GJ_PAGE_VIEW (object);

  g_clear_pointer (&self->picture, gsk_render_node_unref);
  g_clear_pointer (&self->pages, gj_pages_unref);

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
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
gj_page_view_new (void)
{
  return g_object_new (GJ_TYPE_PAGE_VIEW, NULL);
}

/* A screen reader hears where in the report the page is: its number and what begins on
 * it. */
static void
say_page (GjPageView *self)
{
  guint n_entries;
  const GjOutlineEntry *entries = gj_pages_get_outline (self->pages, &n_entries);
  GString *words = g_string_new (NULL);

  g_string_printf (words, _("Page %u of %u"), self->index + 1,
                   gj_pages_get_n_pages (self->pages));
  for (guint i = 0; i < n_entries; i++)
    if (entries[i].page == self->index && entries[i].level == 0)
      g_string_append_printf (words, ", %s", entries[i].title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words->str, -1);
  g_string_free (words, TRUE);
}

void
gj_page_view_set_page (GjPageView *self,
                       GjPages    *pages,
                       guint       index)
{
  g_return_if_fail (GJ_IS_PAGE_VIEW (self));
  g_return_if_fail (pages != NULL && index < gj_pages_get_n_pages (pages));

  gj_pages_ref (pages);
  g_clear_pointer (&self->pages, gj_pages_unref);
  self->pages = pages;
  self->index = index;

  say_page (self);
  gj_page_view_forget (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
gj_page_view_forget (GjPageView *self)
{
  g_return_if_fail (GJ_IS_PAGE_VIEW (self));

  g_clear_pointer (&self->picture, gsk_render_node_unref);
}
