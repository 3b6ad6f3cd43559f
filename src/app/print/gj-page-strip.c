/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-page-strip-private.h"

#include "gj-page-letters.h"
#include "gj-page-places.h"
#include "gj-page-view.h"

/* How far from those that are seen pages keep what was drawn. */
#define N_NEIGHBOURS 2

/**
 * GjPageStrip:
 *
 * The pages of a report under one another. Only pages that are seen are mapped and drawn.
 *
 * While the size of the pages changes, the place at the window's top stays: it is kept as
 * a page and a fraction of it.
 */
struct _GjPageStrip
{
  GtkWidget            parent_instance;

  GtkAdjustment       *adjustments[2];
  GtkScrollablePolicy  policies[2];
  GjPages             *pages;
  GPtrArray           *views;
  GjZoom               zoom;
  double               factor;
  guint                page;
  guint                anchor_page;
  double               anchor_fraction;
  GjPageLetters       *letters;
  guint                prepare_id;
  gboolean             is_allocating;
  gboolean             is_going;
};

enum
{
  PROP_0,
  PROP_PAGE,
  PROP_FACTOR,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (GjPageStrip, gj_page_strip, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

typedef struct
{
  int x;
  int y;
  int width;
  int height;
} Place;

static double
get_value (GjPageStrip    *self,
           GtkOrientation  orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

static void
set_page (GjPageStrip *self,
          guint        page)
{
  if (self->page == page)
    return;

  self->page = page;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

static void
set_factor (GjPageStrip *self,
            double       factor)
{
  if (ABS (self->factor - factor) < 1e-6)
    return;

  self->factor = factor;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FACTOR]);
}

static void
keep_anchor (GjPageStrip *self)
{
  double y = get_value (self, GTK_ORIENTATION_VERTICAL);
  int width;
  int height;

  if (self->views->len == 0)
    return;

  self->anchor_page = gj_page_places_find (self->pages, self->factor, y);
  gj_page_places_get_size (self->pages, self->factor, self->anchor_page, &width, &height);
  self->anchor_fraction = (y - gj_page_places_get_top (self->pages, self->factor, self->anchor_page)) / MAX (height, 1);
}

static double
get_anchored (GjPageStrip *self)
{
  guint page = MIN (self->anchor_page, self->views->len - 1);
  int width;
  int height;

  gj_page_places_get_size (self->pages, self->factor, page, &width, &height);

  return gj_page_places_get_top (self->pages, self->factor, page) + self->anchor_fraction * height;
}

static void
configure (GjPageStrip    *self,
           GtkOrientation  orientation,
           double          value,
           int             size,
           int             upper)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, CLAMP (value, 0, MAX (upper - size, 0)), 0,
                              MAX (upper, size), size * 0.1, size * 0.9, size);
}

static void
place_view (GjPageStrip *self,
            guint        index,
            const Place *place,
            int          room)
{
  GtkWidget *view = g_ptr_array_index (self->views, index);
  GtkAllocation allocation = { place->x, place->y, place->width, place->height };
  gboolean is_seen = place->y + place->height > 0 && place->y < room;

  gtk_widget_size_allocate (view, &allocation, -1);
  /* One that has the keyboard stays: it would be lost with it. */
  gtk_widget_set_child_visible (view, is_seen || gtk_widget_is_focus (view));
}

static void
place_views (GjPageStrip *self,
             int          width,
             int          height)
{
  int y = GJ_PAGE_MARGIN - (int) get_value (self, GTK_ORIENTATION_VERTICAL);
  int offset = (int) get_value (self, GTK_ORIENTATION_HORIZONTAL);
  int whole = MAX (width, gj_page_places_get_width (self->pages, self->factor));

  for (guint i = 0; i < self->views->len; i++)
    {
      Place place = { 0, y, 0, 0 };

      gj_page_places_get_size (self->pages, self->factor, i, &place.width, &place.height);
      place.x = (whole - place.width) / 2 - offset;
      place_view (self, i, &place, height);
      y += place.height + GJ_PAGE_GAP;
    }
}

/* Pages that are far away let go what was drawn; the letters of all are drawn in a thread
 * before anybody comes to them. */
static gboolean
prepare_cb (gpointer user_data)
{
  GjPageStrip *self = user_data;

  self->prepare_id = 0;
  for (guint i = 0; i < self->views->len; i++)
    {
      GtkWidget *view = g_ptr_array_index (self->views, i);

      if (ABS ((int) i - (int) self->page) > N_NEIGHBOURS && !gtk_widget_get_child_visible (view))
        gj_page_view_forget (GJ_PAGE_VIEW (view));
    }

  gj_page_letters_prepare (self->letters, self->pages,
                           self->factor * gtk_widget_get_scale_factor (GTK_WIDGET (self)));

  return G_SOURCE_REMOVE;
}

static void
queue_prepare (GjPageStrip *self)
{
  if (self->prepare_id == 0)
    self->prepare_id = g_idle_add_full (G_PRIORITY_LOW, prepare_cb, self, NULL);
}

static void
gj_page_strip_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  GjPageStrip *self = GJ_PAGE_STRIP (widget);
  double middle;

  if (self->views->len == 0)
    return;

  self->is_allocating = TRUE;
  if (self->zoom != GJ_ZOOM_FREE)
    set_factor (self, gj_page_places_fit (self->pages, self->zoom == GJ_ZOOM_PAGE, width, height));
  middle = get_value (self, GTK_ORIENTATION_HORIZONTAL);
  configure (self, GTK_ORIENTATION_HORIZONTAL, middle, width, gj_page_places_get_width (self->pages, self->factor));
  configure (self, GTK_ORIENTATION_VERTICAL, get_anchored (self), height,
             gj_page_places_get_top (self->pages, self->factor, self->views->len));
  place_views (self, width, height);
  self->is_allocating = FALSE;

  queue_prepare (self);
}

static void
gj_page_strip_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 600 : 400;
}

static void
scrolled_cb (GjPageStrip *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->is_allocating || self->views->len == 0)
    return;

  keep_anchor (self);
  if (!self->is_going)
    set_page (self, gj_page_places_find (self->pages, self->factor,
                                         get_value (self, GTK_ORIENTATION_VERTICAL) + height * 0.4));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_adjustment (GjPageStrip    *self,
                GtkOrientation  orientation,
                GtkAdjustment  *adjustment)
{
  GtkAdjustment **own = &self->adjustments[orientation];

  if (*own == adjustment)
    return;

  if (*own != NULL)
    g_signal_handlers_disconnect_by_func (*own, scrolled_cb, self);
  g_set_object (own, adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                             G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
gj_page_strip_grab_focus (GtkWidget *widget)
{
  GjPageStrip *self = GJ_PAGE_STRIP (widget);

  if (self->views->len == 0)
    return FALSE;

  return gtk_widget_grab_focus (g_ptr_array_index (self->views, self->page));
}

/* Tab comes to the page that is looked at and leaves from it. */
static gboolean
gj_page_strip_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return gtk_widget_grab_focus (widget);
}

static void
gj_page_strip_dispose (GObject *object)
{
  GjPageStrip *self = GJ_PAGE_STRIP (object);

  g_clear_handle_id (&self->prepare_id, g_source_remove);
  for (guint i = 0; i < self->views->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->views, i));
  g_ptr_array_set_size (self->views, 0);
  g_clear_object (&self->adjustments[0]);
  g_clear_object (&self->adjustments[1]);
  g_clear_pointer (&self->pages, gj_pages_unref);

  G_OBJECT_CLASS (gj_page_strip_parent_class)->dispose (object);
}

static void
gj_page_strip_finalize (GObject *object)
{
  GjPageStrip *self = GJ_PAGE_STRIP (object);

  g_ptr_array_unref (self->views);
  gj_page_letters_free (self->letters);

  G_OBJECT_CLASS (gj_page_strip_parent_class)->finalize (object);
}

static void
gj_page_strip_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  GjPageStrip *self = GJ_PAGE_STRIP (object);

  switch (property_id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;

    case PROP_FACTOR:
      g_value_set_double (value, self->factor);
      break;

    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;

    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;

    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;

    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gj_page_strip_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  GjPageStrip *self = GJ_PAGE_STRIP (object);

  switch (property_id)
    {
    case PROP_PAGE:
      gj_page_strip_go_to (self, g_value_get_uint (value));
      break;

    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;

    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;

    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;

    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gj_page_strip_class_init (GjPageStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gj_page_strip_dispose;
  object_class->finalize = gj_page_strip_finalize;
  object_class->get_property = gj_page_strip_get_property;
  object_class->set_property = gj_page_strip_set_property;
  widget_class->measure = gj_page_strip_measure;
  widget_class->size_allocate = gj_page_strip_size_allocate;
  widget_class->grab_focus = gj_page_strip_grab_focus;
  widget_class->focus = gj_page_strip_focus;

  properties[PROP_PAGE] =
    g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FACTOR] =
    g_param_spec_double ("factor", NULL, NULL, 0, 100, 1,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  _gj_page_strip_add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "pages");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
gj_page_strip_init (GjPageStrip *self)
{
  self->views = g_ptr_array_new ();
  self->letters = gj_page_letters_new ();
  self->zoom = GJ_ZOOM_WIDTH;
  self->factor = 1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
gj_page_strip_new (void)
{
  return g_object_new (GJ_TYPE_PAGE_STRIP, NULL);
}

static void
set_n_views (GjPageStrip *self,
             guint        n_views)
{
  while (self->views->len < n_views)
    {
      GtkWidget *view = gj_page_view_new ();

      gtk_widget_set_child_visible (view, FALSE);
      gtk_widget_set_parent (view, GTK_WIDGET (self));
      g_ptr_array_add (self->views, view);
    }

  while (self->views->len > n_views)
    {
      gtk_widget_unparent (g_ptr_array_index (self->views, self->views->len - 1));
      g_ptr_array_set_size (self->views, (int) self->views->len - 1);
    }
}

void
gj_page_strip_set_pages (GjPageStrip *self,
                         GjPages     *pages)
{
  guint n_pages;

  g_return_if_fail (GJ_IS_PAGE_STRIP (self));
  g_return_if_fail (pages != NULL);

  n_pages = gj_pages_get_n_pages (pages);
  gj_pages_ref (pages);
  g_clear_pointer (&self->pages, gj_pages_unref);
  self->pages = pages;
  set_n_views (self, n_pages);
  for (guint i = 0; i < n_pages; i++)
    gj_page_view_set_page (g_ptr_array_index (self->views, i), pages, i);

  set_page (self, MIN (self->page, n_pages - 1));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

guint
gj_page_strip_get_page (GjPageStrip *self)
{
  g_return_val_if_fail (GJ_IS_PAGE_STRIP (self), 0);

  return self->page;
}

void
gj_page_strip_go_to (GjPageStrip *self,
                     guint        page)
{
  GtkAdjustment *adjustment;

  g_return_if_fail (GJ_IS_PAGE_STRIP (self));

  if (self->views->len == 0)
    return;

  page = MIN (page, self->views->len - 1);
  self->anchor_page = page;
  self->anchor_fraction = 0;
  adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  self->is_going = TRUE;
  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, gj_page_places_get_top (self->pages, self->factor, page) - GJ_PAGE_GAP / 2);
  self->is_going = FALSE;
  set_page (self, page);
}

GjZoom
gj_page_strip_get_zoom (GjPageStrip *self)
{
  g_return_val_if_fail (GJ_IS_PAGE_STRIP (self), GJ_ZOOM_WIDTH);

  return self->zoom;
}

double
gj_page_strip_get_factor (GjPageStrip *self)
{
  g_return_val_if_fail (GJ_IS_PAGE_STRIP (self), 1);

  return self->factor;
}

void
gj_page_strip_set_zoom (GjPageStrip *self,
                        GjZoom       zoom,
                        double       factor)
{
  g_return_if_fail (GJ_IS_PAGE_STRIP (self));

  self->zoom = zoom;
  if (zoom == GJ_ZOOM_FREE)
    set_factor (self, CLAMP (factor, 0.1, 4));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
gj_page_strip_step_zoom (GjPageStrip *self,
                         int          direction)
{
  g_return_if_fail (GJ_IS_PAGE_STRIP (self));

  gj_page_strip_set_zoom (self, GJ_ZOOM_FREE, gj_page_places_step (self->factor, direction));
}
