/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-compare-beside.h"

/* So much of the width is for what stands beside. */
#define SHARE 0.36

/**
 * GjCompareBeside:
 *
 * Asks for no more room than its main widget does. What stands beside it is there for those
 * who have room, and says nothing that is not said elsewhere.
 */
struct _GjCompareBeside
{
  GtkWidget  parent_instance;

  GtkWidget *main;
  GtkWidget *beside;
};

G_DEFINE_FINAL_TYPE (GjCompareBeside, gj_compare_beside, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
gj_compare_beside_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
gj_compare_beside_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  gtk_widget_measure (GJ_COMPARE_BESIDE (widget)->main, orientation, -1, minimum, natural, NULL,
                      NULL);
}

static int
find_width_beside (GjCompareBeside *self,
                   int              width,
                   int              height)
{
  int natural_main;
  int least_beside;
  int least_height;
  int share = width * SHARE;

  if (!gtk_widget_get_visible (self->beside))
    return 0;

  gtk_widget_measure (self->main, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural_main, NULL, NULL);
  gtk_widget_measure (self->beside, GTK_ORIENTATION_HORIZONTAL, -1, &least_beside, NULL, NULL,
                      NULL);
  gtk_widget_measure (self->beside, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);

  return share >= least_beside && width - share >= natural_main && height >= least_height
         ? share : 0;
}

static void
gj_compare_beside_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  GjCompareBeside *self = GJ_COMPARE_BESIDE (widget);
  int beside = find_width_beside (self, width, height);
  gboolean is_right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_widget_size_allocate (self->main,
                            &(GtkAllocation) { is_right_to_left ? beside : 0, 0, width - beside,
                                               height }, -1);
  gtk_widget_set_child_visible (self->beside, beside > 0);
  if (beside > 0)
    gtk_widget_size_allocate (self->beside,
                              &(GtkAllocation) { is_right_to_left ? 0 : width - beside, 0, beside,
                                                 height }, -1);
}

static void
gj_compare_beside_dispose (GObject *object)
{
  GjCompareBeside *self = GJ_COMPARE_BESIDE (object);

  g_clear_pointer (&self->main, gtk_widget_unparent);
  g_clear_pointer (&self->beside, gtk_widget_unparent);

  G_OBJECT_CLASS (gj_compare_beside_parent_class)->dispose (object);
}

static void
gj_compare_beside_class_init (GjCompareBesideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gj_compare_beside_dispose;
  widget_class->get_request_mode = gj_compare_beside_get_request_mode;
  widget_class->measure = gj_compare_beside_measure;
  widget_class->size_allocate = gj_compare_beside_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "comparebeside");
}

static void
gj_compare_beside_init (GjCompareBeside *self)
{
}

GtkWidget *
gj_compare_beside_new (GtkWidget *main,
                       GtkWidget *beside)
{
  GjCompareBeside *self;

  g_return_val_if_fail (GTK_IS_WIDGET (main), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (beside), NULL);

  self = g_object_new (GJ_TYPE_COMPARE_BESIDE, NULL);
  self->main = main;
  self->beside = beside;
  gtk_widget_set_parent (main, GTK_WIDGET (self));
  gtk_widget_set_parent (beside, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
