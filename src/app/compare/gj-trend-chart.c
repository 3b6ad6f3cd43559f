/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-trend-chart.h"

#include <adwaita.h>

#include "gj-compare-chart.h"

/**
 * GjTrendChart:
 *
 * Paints a chart as large as there is room. A screen reader hears its numbers.
 */
struct _GjTrendChart
{
  GtkWidget  parent_instance;

  GjChart   *chart;
};

G_DEFINE_FINAL_TYPE (GjTrendChart, gj_trend_chart, GTK_TYPE_WIDGET)

static void
gj_trend_chart_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  GjTrendChart *self = GJ_TREND_CHART (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  PangoContext *context;
  cairo_t *cr;

  if (self->chart == NULL || width < 1 || height < 1)
    return;

  context = gtk_widget_create_pango_context (widget);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gj_chart_draw (self->chart, cr, width, height, gj_compare_chart_get_palette (), context);
  cairo_destroy (cr);
  g_object_unref (context);
}

static void
gj_trend_chart_dispose (GObject *object)
{
  g_clear_pointer (&GJ_TREND_CHART (object)->chart, gj_chart_free);

  G_OBJECT_CLASS (gj_trend_chart_parent_class)->dispose (object);
}

static void
gj_trend_chart_class_init (GjTrendChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gj_trend_chart_dispose;
  widget_class->snapshot = gj_trend_chart_snapshot;

  gtk_widget_class_set_css_name (widget_class, "trendchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
gj_trend_chart_init (GjTrendChart *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
gj_trend_chart_new (void)
{
  return g_object_new (GJ_TYPE_TREND_CHART, NULL);
}

/* Takes @chart, which may be NULL. */
void
gj_trend_chart_set_chart (GjTrendChart *self,
                          GjChart      *chart)
{
  g_autofree char *words = NULL;

  g_return_if_fail (GJ_IS_TREND_CHART (self));

  g_clear_pointer (&self->chart, gj_chart_free);
  self->chart = chart;
  words = chart != NULL ? gj_chart_dup_description (chart) : NULL;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, chart != NULL ? gj_chart_get_title (chart) : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words != NULL ? words : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* (nullable) */
GjChart *
gj_trend_chart_get_chart (GjTrendChart *self)
{
  g_return_val_if_fail (GJ_IS_TREND_CHART (self), NULL);

  return self->chart;
}
