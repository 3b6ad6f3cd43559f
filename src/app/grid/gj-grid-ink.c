/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-widget-compat.h"

#include "gj-grid-palette.h"

/**
 * GjGridInk:
 *
 * A child that is never drawn. What it owns is a place in the style sheet: the colour
 * that the sheet gives to its text is a colour of the table.
 */
struct _GjGridInk
{
  GtkWidget parent_instance;

  GdkRGBA   color;
  gboolean  is_known;
};

G_DEFINE_FINAL_TYPE (GjGridInk, gj_grid_ink, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *const ink_classes[GJ_N_INKS] = {
  [GJ_INK_PAPER] = "paper",
  [GJ_INK_LINE] = "line",
  [GJ_INK_HEAD] = "head",
  [GJ_INK_LABEL] = "row-label",
  [GJ_INK_TOTAL] = "total",
  [GJ_INK_TEXT] = "text",
  [GJ_INK_PALE] = "pale",
  [GJ_INK_RELATED] = "related",
  [GJ_INK_ERROR] = "wrong",
  [GJ_INK_ERROR_PAPER] = "wrong-paper",
  [GJ_INK_WARNING] = "doubtful",
  [GJ_INK_WARNING_PAPER] = "doubtful-paper",
  [GJ_INK_HINT] = "remark",
  [GJ_INK_RANGE] = "range",
  [GJ_INK_RING] = "ring",
  [GJ_INK_HATCH] = "hatch",
  [GJ_INK_COMMENT] = "comment",
  [GJ_INK_PROPOSED] = "proposed",
};

static void
gj_grid_ink_css_changed (GtkWidget         *widget,
                         GtkCssStyleChange *change)
{
  GjGridInk *self = GJ_GRID_INK (widget);
  GdkRGBA color;

  GTK_WIDGET_CLASS (gj_grid_ink_parent_class)->css_changed (widget, change);

  /* The style changes with every focus, the colour hardly ever. */
  if (!self->is_known)
    return;

  gj_widget_get_color (widget, &color);
  if (gdk_rgba_equal (&color, &self->color))
    return;

  self->color = color;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
gj_grid_ink_class_init (GjGridInkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->css_changed = gj_grid_ink_css_changed;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "gjink");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
gj_grid_ink_init (GjGridInk *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_child_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
gj_grid_ink_new (GjInk ink)
{
  GtkWidget *self;

  g_return_val_if_fail (ink < GJ_N_INKS, NULL);

  self = g_object_new (GJ_TYPE_GRID_INK, NULL);
  gtk_widget_add_css_class (self, ink_classes[ink]);

  return self;
}

const GdkRGBA *
gj_grid_ink_get_color (GjGridInk *self)
{
  g_return_val_if_fail (GJ_IS_GRID_INK (self), NULL);

  if (!self->is_known)
    {
      gj_widget_get_color (GTK_WIDGET (self), &self->color);
      self->is_known = TRUE;
    }

  return &self->color;
}
