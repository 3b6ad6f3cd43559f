/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pane.h"

/**
 * GjPane:
 *
 * A part of the window that is as narrow as what it holds allows, and takes any height:
 * what is too long scrolls.
 *
 * A divided view asks each of its sides for the width at its height; setting every text
 * of a report at a dozen widths to answer that took longer than drawing the window.
 */
struct _GjPane
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (GjPane, gj_pane, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
gj_pane_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
gj_pane_measure (GtkWidget      *widget,
                 GtkOrientation  orientation,
                 int             for_size,
                 int            *minimum,
                 int            *natural,
                 int            *minimum_baseline,
                 int            *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  *minimum = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL && child != NULL)
    gtk_widget_measure (child, orientation, -1, minimum, NULL, NULL, NULL);
  *natural = *minimum;
}

/* A child may not be given less height than it can do with: it is cut off at its end. */

static void
gj_pane_size_allocate (GtkWidget *widget,
                       int        width,
                       int        height,
                       int        baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int least;

  if (child == NULL)
    return;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (child,
                            &(GtkAllocation) { 0, 0, width, MAX (height, least) }, -1);
}

static void
gj_pane_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (gj_pane_parent_class)->dispose (object);
}

static void
gj_pane_class_init (GjPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gj_pane_dispose;
  widget_class->get_request_mode = gj_pane_get_request_mode;
  widget_class->measure = gj_pane_measure;
  widget_class->size_allocate = gj_pane_size_allocate;
}

static void
gj_pane_init (GjPane *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
