/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-compare-row.h"

#include <glib/gi18n-lib.h>

#include "gj-badge.h"

#define INSET 8

/**
 * GjCompareRow:
 *
 * A line of a list of numbers. All lines of a list have one width and one font, from which
 * each finds the same columns by itself.
 */
struct _GjCompareRow
{
  GtkWidget            parent_instance;

  const GjCompareLook *look;
  GjCompareItem       *item;
  GtkWidget           *labels[GJ_N_PLACES];
  GtkWidget           *badge;
};

G_DEFINE_FINAL_TYPE (GjCompareRow, gj_compare_row, GTK_TYPE_WIDGET)

static double
get_font_size (GjCompareRow *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size = size * pango_cairo_context_get_resolution (context) / 72;

  return MAX (size, 1);
}

static void
find_widths (GjCompareRow *self,
             int           width,
             int          *widths)
{
  gj_compare_look_find_widths (self->look, get_font_size (self), width, widths);
}

static void
set_text (GjCompareRow   *self,
          GjComparePlace  place,
          const char     *text)
{
  gtk_label_set_label (GTK_LABEL (self->labels[place]), text != NULL ? text : "");
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_head (GjCompareRow *self)
{
  set_text (self, GJ_PLACE_ROW, C_("column", "Row"));
  set_text (self, GJ_PLACE_COLUMN, C_("column", "Column"));
  set_text (self, GJ_PLACE_OLD, self->look->old_name);
  set_text (self, GJ_PLACE_NEW, self->look->new_name);
  set_text (self, GJ_PLACE_DIFFERENCE, C_("column", "Difference"));
  set_text (self, GJ_PLACE_RATIO, C_("column", "Ratio"));
  set_text (self, GJ_PLACE_REMARK, C_("column", "Remark"));
}

static const char *
get_value (const char *text)
{
  return text != NULL ? text : "—";
}

static void
show_classes (GjCompareRow     *self,
              const GjCellPair *pair)
{
  gboolean has_difference = pair->change == GJ_CELL_CHANGED && pair->difference != NULL;

  set_class (GTK_WIDGET (self), "same", pair->change == GJ_CELL_SAME && !pair->is_repeated);
  set_class (GTK_WIDGET (self), "changed",
             pair->change != GJ_CELL_SAME && pair->change != GJ_CELL_INCOMPARABLE);
  set_class (GTK_WIDGET (self), "remarkable", pair->is_jump || pair->is_repeated);
  set_class (self->labels[GJ_PLACE_DIFFERENCE], "more",
             has_difference && *pair->difference == '+');
  set_class (self->labels[GJ_PLACE_DIFFERENCE], "less",
             has_difference && *pair->difference != '+');
}

/* The sign of the worst of them before the number, as in the tabs; most lines have none. */
static void
show_problem (GjCompareRow *self)
{
  static const char *const classes[] = { "wrong", "doubtful", "hint" };
  guint severity = gj_compare_item_get_severity (self->item);

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    set_class (GTK_WIDGET (self), classes[i], severity == i);
  set_class (GTK_WIDGET (self), "wrong-elsewhere",
             gj_compare_item_is_wrong_elsewhere (self->item));
  set_class (GTK_WIDGET (self), "related", gj_compare_item_is_related (self->item));
  if (severity != GJ_NONE && self->badge == NULL)
    {
      self->badge = gj_badge_new (severity);
      gtk_widget_set_parent (self->badge, GTK_WIDGET (self));
    }
  if (self->badge == NULL)
    return;

  gtk_widget_set_visible (self->badge, severity != GJ_NONE);
  if (severity != GJ_NONE)
    gj_badge_set_severity (GJ_BADGE (self->badge), severity);
}

/* The sentences of the findings first: they ask for something to be done. */
static void
show_words (GjCompareRow *self,
            const char   *remark)
{
  const char *problem = gj_compare_item_get_problem (self->item);
  g_autofree char *spoken = gj_compare_item_dup_spoken (self->item, self->look->old_name,
                                                        self->look->new_name);
  g_autofree char *both = NULL;

  if (problem != NULL && remark != NULL)
    both = g_strdup_printf ("%s\n%s", problem, spoken);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), both != NULL ? both
                                                  : problem != NULL ? problem
                                                  : remark != NULL ? spoken : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  problem != NULL ? problem : "", -1);
}

static void
show_item (GjCompareRow *self)
{
  const GjCellPair *pair = gj_compare_item_get_pair (self->item);
  g_autofree char *ratio = gj_compare_item_dup_ratio (self->item);
  g_autofree char *remark = gj_compare_item_dup_remark (self->item);
  gboolean follows = gj_compare_item_get_follows (self->item) && self->look->has_column;

  set_text (self, GJ_PLACE_ROW, follows ? "" : gj_label_get_current (&pair->row));
  set_text (self, GJ_PLACE_COLUMN, gj_label_get_current (&pair->column));
  set_text (self, GJ_PLACE_OLD, get_value (pair->old_text));
  set_text (self, GJ_PLACE_NEW, get_value (pair->new_text));
  set_text (self, GJ_PLACE_DIFFERENCE,
            pair->change == GJ_CELL_CHANGED ? get_value (pair->difference) : "");
  set_text (self, GJ_PLACE_RATIO, ratio);
  set_text (self, GJ_PLACE_REMARK, remark);
  show_classes (self, pair);
  show_problem (self);
  show_words (self, remark);
}

static GtkSizeRequestMode
gj_compare_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
gj_compare_row_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  GjCompareRow *self = GJ_COMPARE_ROW (widget);
  int widths[GJ_N_PLACES];
  int least = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      find_widths (self, 0, widths);
      for (guint i = 0; i < GJ_N_PLACES; i++)
        least += widths[i];
      *minimum = least + 7 * get_font_size (self);
      *natural = MAX (*minimum, gj_compare_look_get_natural_width (self->look, get_font_size (self)));
      return;
    }

  find_widths (self, for_size < 0 ? G_MAXINT / 4 : for_size, widths);
  if (self->item == NULL)
    widths[GJ_PLACE_REMARK] = 0;
  for (guint i = 0; i < GJ_N_PLACES; i++)
    {
      int height;

      if (widths[i] == 0)
        continue;

      gtk_widget_measure (self->labels[i], GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                          NULL);
      gtk_widget_measure (self->labels[i], GTK_ORIENTATION_VERTICAL,
                          MAX (widths[i] - 2 * INSET, least), NULL, &height, NULL, NULL);
      *minimum = MAX (*minimum, height);
    }
  *natural = *minimum;
}

static void
allocate_badge (GjCompareRow *self,
                int           x,
                int           height)
{
  int least_width;
  int least_height;

  if (self->badge == NULL || !gtk_widget_should_layout (self->badge))
    return;

  gtk_widget_measure (self->badge, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (self->badge, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->badge,
                            &(GtkAllocation) { x + 2 * INSET, (height - least_height) / 2,
                                               least_width, least_height }, -1);
}

/* A head that would be broken within a word says less than none. */
static gboolean
is_too_narrow (GtkWidget *label,
               int        width)
{
  int natural;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural > width - 2 * INSET;
}

static void
gj_compare_row_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  GjCompareRow *self = GJ_COMPARE_ROW (widget);
  int widths[GJ_N_PLACES];
  int x = 0;

  find_widths (self, width, widths);
  if (self->item == NULL && is_too_narrow (self->labels[GJ_PLACE_REMARK], widths[GJ_PLACE_REMARK]))
    widths[GJ_PLACE_REMARK] = 0;
  for (guint i = 0; i < GJ_N_PLACES; i++)
    {
      GjComparePlace place = gj_compare_look_get_place (self->look, i);
      int least;

      gtk_widget_measure (self->labels[place], GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                          NULL, NULL);
      gtk_widget_set_child_visible (self->labels[place], widths[place] > 0);
      if (widths[place] > 0)
        gtk_widget_size_allocate (self->labels[place],
                                  &(GtkAllocation) { x + INSET, 0,
                                                     MAX (widths[place] - 2 * INSET, least),
                                                     height }, -1);
      if (place == GJ_PLACE_NEW)
        allocate_badge (self, x, height);
      x += widths[place];
    }
}

static void
gj_compare_row_dispose (GObject *object)
{
  GjCompareRow *self = GJ_COMPARE_ROW (object);

  gj_compare_row_set_item (self, NULL);
  for (guint i = 0; i < GJ_N_PLACES; i++)
    g_clear_pointer (&self->labels[i], gtk_widget_unparent);
  g_clear_pointer (&self->badge, gtk_widget_unparent);

  G_OBJECT_CLASS (gj_compare_row_parent_class)->dispose (object);
}

static void
gj_compare_row_class_init (GjCompareRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gj_compare_row_dispose;
  widget_class->get_request_mode = gj_compare_row_get_request_mode;
  widget_class->measure = gj_compare_row_measure;
  widget_class->size_allocate = gj_compare_row_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "comparerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
gj_compare_row_init (GjCompareRow *self)
{
  static const char *const classes[GJ_N_PLACES] = {
    "name", "name", "value", "value", "value", "value", "remark",
  };

  for (guint i = 0; i < GJ_N_PLACES; i++)
    {
      gboolean is_number = i >= GJ_PLACE_OLD && i <= GJ_PLACE_RATIO;
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), is_number ? 1 : 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      if (!is_number)
        {
          gtk_label_set_wrap (GTK_LABEL (label), TRUE);
          gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
          gtk_label_set_lines (GTK_LABEL (label), 2);
        }
      gtk_widget_add_css_class (label, classes[i]);
      if (i == GJ_PLACE_NEW)
        gtk_widget_add_css_class (label, "own");
      gtk_widget_set_parent (label, GTK_WIDGET (self));
      self->labels[i] = label;
    }
}

GtkWidget *
gj_compare_row_new (const GjCompareLook *look)
{
  GjCompareRow *self;

  g_return_val_if_fail (look != NULL, NULL);

  self = g_object_new (GJ_TYPE_COMPARE_ROW, NULL);
  self->look = look;
  gj_compare_row_update (self);

  return GTK_WIDGET (self);
}

void
gj_compare_row_update (GjCompareRow *self)
{
  g_return_if_fail (GJ_IS_COMPARE_ROW (self));

  if (self->item != NULL)
    show_item (self);
  else
    show_head (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
gj_compare_row_set_item (GjCompareRow  *self,
                         GjCompareItem *item)
{
  g_return_if_fail (GJ_IS_COMPARE_ROW (self));

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  g_signal_connect_object (item, "changed", G_CALLBACK (gj_compare_row_update), self,
                           G_CONNECT_SWAPPED);
  show_item (self);
}

GjCompareItem *
gj_compare_row_get_item (GjCompareRow *self)
{
  g_return_val_if_fail (GJ_IS_COMPARE_ROW (self), NULL);

  return self->item;
}

void
gj_compare_row_get_place (GjCompareRow   *self,
                          GjComparePlace  place,
                          GtkAllocation  *box)
{
  int widths[GJ_N_PLACES];
  int x = 0;

  g_return_if_fail (GJ_IS_COMPARE_ROW (self));

  find_widths (self, gtk_widget_get_width (GTK_WIDGET (self)), widths);
  for (guint i = 0; gj_compare_look_get_place (self->look, i) != place && i + 1 < GJ_N_PLACES; i++)
    x += widths[gj_compare_look_get_place (self->look, i)];
  *box = (GtkAllocation) { x, 0, widths[place], gtk_widget_get_height (GTK_WIDGET (self)) };
}
