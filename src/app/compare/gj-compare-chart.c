/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-compare-chart.h"

#include <adwaita.h>

/* In sizes of the font. */
#define LEAST_WIDTH 24.0
#define WIDTH 42.0
#define LEAST_HEIGHT 11.0
#define HEIGHT 17.0

/* Higher than this the bars are only longer. */
#define HIGHEST 0.7

/**
 * GjCompareChart:
 *
 * Draws the chart that paper and page have too, in the colours and the type of the window.
 */
struct _GjCompareChart
{
  GtkWidget     parent_instance;

  GjComparison *comparison;
  GjChart      *chart;
  char         *description;
  guint         update_id;
};

G_DEFINE_FINAL_TYPE (GjCompareChart, gj_compare_chart, GTK_TYPE_WIDGET)

/* Whoever asks for high contrast gets it in names and between the bars too. */
static const GjChartPalette hard_light = {
  { 0, 0, 0 }, { 0, 0, 0 }, { 0, 0, 0 }, { 0.42, 0.58, 0.80 }, { 0.02, 0.16, 0.42 },
};

static const GjChartPalette hard_dark = {
  { 1, 1, 1 }, { 1, 1, 1 }, { 1, 1, 1 }, { 0.34, 0.50, 0.74 }, { 0.80, 0.91, 1.00 },
};

/* The colours of every chart in the window, as the desktop is now. */
const GjChartPalette *
gj_compare_chart_get_palette (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (manager))
    return adw_style_manager_get_dark (manager) ? &hard_dark : &hard_light;

  return adw_style_manager_get_dark (manager) ? &gj_chart_palette_dark : &gj_chart_palette_light;
}

static double
get_font_size (GjCompareChart *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size = size * pango_cairo_context_get_resolution (context) / 72;

  return MAX (size, 1);
}

static gboolean
has_figures (const GjChart *chart)
{
  for (guint i = 0; i < gj_chart_get_n_groups (chart); i++)
    for (guint j = 0; j < gj_chart_get_n_series (chart); j++)
      if (gj_chart_get_value (chart, i, j) != NULL)
        return TRUE;

  return FALSE;
}

static void
update (GjCompareChart *self)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->chart, gj_chart_free);
  g_clear_pointer (&self->description, g_free);
  self->chart = gj_chart_new_for_figures (self->comparison);
  self->description = gj_chart_dup_description (self->chart);
  gtk_accessible_update_property (accessible,
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gj_chart_get_title (self->chart),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->description, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), has_figures (self->chart));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
update_cb (gpointer user_data)
{
  GjCompareChart *self = user_data;

  self->update_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* A step that changes several tables draws once. */
static void
queue_update (GjCompareChart *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 13, update_cb, self, NULL);
}

static void
gj_compare_chart_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  gboolean is_width = orientation == GTK_ORIENTATION_HORIZONTAL;
  double size = get_font_size (GJ_COMPARE_CHART (widget));

  *minimum = (is_width ? LEAST_WIDTH : LEAST_HEIGHT) * size;
  *natural = (is_width ? WIDTH : HEIGHT) * size;
}

static void
gj_compare_chart_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  GjCompareChart *self = GJ_COMPARE_CHART (widget);
  int width = gtk_widget_get_width (widget);
  int height = MIN (gtk_widget_get_height (widget), width * HIGHEST);
  cairo_t *cr;

  if (width <= 0 || height <= 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gj_chart_draw (self->chart, cr, width, height, gj_compare_chart_get_palette (),
                 gtk_widget_get_pango_context (widget));
  cairo_destroy (cr);
}

/* Other type, other scale of texts. */
static void
gj_compare_chart_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (gj_compare_chart_parent_class)->css_changed (widget, change);
  gtk_widget_queue_resize (widget);
}

static void
gj_compare_chart_dispose (GObject *object)
{
  GjCompareChart *self = GJ_COMPARE_CHART (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->comparison);

  G_OBJECT_CLASS (gj_compare_chart_parent_class)->dispose (object);
}

static void
gj_compare_chart_finalize (GObject *object)
{
  GjCompareChart *self = GJ_COMPARE_CHART (object);

  g_clear_pointer (&self->chart, gj_chart_free);
  g_free (self->description);

  G_OBJECT_CLASS (gj_compare_chart_parent_class)->finalize (object);
}

static void
gj_compare_chart_class_init (GjCompareChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gj_compare_chart_dispose;
  G_OBJECT_CLASS (klass)->finalize = gj_compare_chart_finalize;
  widget_class->measure = gj_compare_chart_measure;
  widget_class->snapshot = gj_compare_chart_snapshot;
  widget_class->css_changed = gj_compare_chart_css_changed;

  gtk_widget_class_set_css_name (widget_class, "comparechart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
gj_compare_chart_init (GjCompareChart *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

GtkWidget *
gj_compare_chart_new (GjComparison *comparison)
{
  GjCompareChart *self;

  g_return_val_if_fail (GJ_IS_COMPARISON (comparison), NULL);

  self = g_object_new (GJ_TYPE_COMPARE_CHART, NULL);
  self->comparison = g_object_ref (comparison);
  update (self);
  g_signal_connect_object (comparison, "table-changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  /* The years, by which the bars are called. */
  g_signal_connect_object (comparison, "fields-changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

const char *
gj_compare_chart_get_description (GjCompareChart *self)
{
  g_return_val_if_fail (GJ_IS_COMPARE_CHART (self), NULL);

  if (self->update_id != 0)
    update (self);

  return self->description;
}
