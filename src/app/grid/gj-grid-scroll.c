/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-grid-private.h"

/* The grid scrolls itself, so that heads and label columns stay in view. Offset by one
 * pixel for the table's own left and upper line. */

#define EDGE 1

/* Beyond this share of the window labels and heads scroll along: otherwise nothing
 * would be left for the cells. */

#define MOST_FIXED 0.6

static int
get_scroll (GtkAdjustment *adjustment)
{
  return adjustment != NULL ? (int) gtk_adjustment_get_value (adjustment) : 0;
}

static guint
count_fixed_positions (GjGrid *self)
{
  guint n = gj_grid_model_get_n_fixed_positions (self->model);

  return self->columns[n] <= MOST_FIXED * gtk_widget_get_width (GTK_WIDGET (self)) ? n : 0;
}

static guint
count_fixed_lines (GjGrid *self)
{
  guint n = gj_grid_model_get_n_fixed_lines (self->model);

  return self->lines[n] <= MOST_FIXED * gtk_widget_get_height (GTK_WIDGET (self)) ? n : 0;
}

int
_gj_grid_get_fixed_width (GjGrid *self)
{
  return self->columns[count_fixed_positions (self)];
}

int
_gj_grid_get_fixed_height (GjGrid *self)
{
  return self->lines[count_fixed_lines (self)];
}

/* Where a slot is in the window now. */

gboolean
_gj_grid_get_rectangle (GjGrid       *self,
                        const GjSlot *slot,
                        GdkRectangle *rectangle)
{
  if (self->model == NULL || slot == NULL || self->laid_out_width < 0)
    return FALSE;

  rectangle->x = EDGE + self->columns[slot->position];
  rectangle->y = EDGE + self->lines[slot->line];
  rectangle->width = self->columns[slot->position + slot->n_positions] - self->columns[slot->position];
  rectangle->height = self->lines[slot->line + slot->n_lines] - self->lines[slot->line];

  if (slot->position >= count_fixed_positions (self))
    rectangle->x -= get_scroll (self->hadjustment);

  if (slot->line >= count_fixed_lines (self))
    rectangle->y -= get_scroll (self->vadjustment);

  return TRUE;
}

static guint
find_index (const int *offsets,
            guint      n,
            double     place)
{
  for (guint i = 0; i < n; i++)
    if (place < offsets[i + 1])
      return i;

  return n;
}

const GjSlot *
_gj_grid_find_slot (GjGrid *self,
                    double  x,
                    double  y)
{
  const GjTableLayout *layout;

  if (self->model == NULL || self->laid_out_width < 0 || x < 0 || y < 0)
    return NULL;

  layout = gj_grid_model_get_layout (self->model);
  x -= EDGE;
  y -= EDGE;

  if (x >= _gj_grid_get_fixed_width (self))
    x += get_scroll (self->hadjustment);

  if (y >= _gj_grid_get_fixed_height (self))
    y += get_scroll (self->vadjustment);

  return gj_grid_model_get_slot (self->model,
                                 find_index (self->lines, layout->n_lines, y),
                                 find_index (self->columns, layout->n_positions, x));
}

static void
configure (GtkAdjustment *adjustment,
           int            size,
           int            page,
           int            step)
{
  double upper = MAX (size, page);

  if (adjustment == NULL)
    return;

  gtk_adjustment_configure (adjustment, CLAMP (gtk_adjustment_get_value (adjustment), 0, upper - page),
                            0, upper, step, page * 0.9, page);
}

static void
place_item (GjGrid     *self,
            GjGridItem *item)
{
  GdkRectangle rectangle;

  _gj_grid_get_rectangle (self, gj_grid_item_get_slot (item), &rectangle);
  gtk_widget_size_allocate (GTK_WIDGET (item), &rectangle, -1);
}

static gboolean
is_seen (GtkAdjustment *adjustment,
         int            start,
         int            end,
         int            fixed)
{
  double value;

  if (adjustment == NULL)
    return TRUE;

  value = gtk_adjustment_get_value (adjustment);

  return start >= value + fixed && end <= value + gtk_adjustment_get_page_size (adjustment);
}

/* The guidance above takes more lines or fewer as one goes about, and a new window has no
 * size when its cell is chosen: the active cell stays in view, but one that was scrolled
 * away is left alone. */
static gboolean
must_keep_active (GjGrid *self,
                  int     height)
{
  const GjSlot *slot = gj_grid_model_find_cell (self->model, self->active);
  double old_height = self->vadjustment != NULL
                      ? gtk_adjustment_get_page_size (self->vadjustment) : height;

  if (slot == NULL || self->laid_out_width < 0 || old_height <= 0)
    return slot != NULL;

  return old_height != height
         && (slot->line < count_fixed_lines (self)
             || is_seen (self->vadjustment, self->lines[slot->line],
                         self->lines[slot->line + slot->n_lines],
                         _gj_grid_get_fixed_height (self)));
}

void
_gj_grid_allocate (GjGrid *self,
                   int     width,
                   int     height)
{
  const GjTableLayout *layout;
  gboolean keeps_active;

  if (self->model == NULL)
    return;

  layout = gj_grid_model_get_layout (self->model);
  keeps_active = must_keep_active (self, height);
  _gj_grid_lay_out (self, width);

  configure (self->hadjustment, self->columns[layout->n_positions] + EDGE, width, 40);
  configure (self->vadjustment, self->lines[layout->n_lines] + EDGE, height,
             self->lines[layout->n_lines] / (int) MAX (layout->n_lines, 1));
  if (keeps_active)
    _gj_grid_scroll_to (self, self->active);

  for (guint i = 0; i < self->items->len; i++)
    place_item (self, g_ptr_array_index (self->items, i));

  _gj_grid_place_editor (self);
}

void
_gj_grid_set_adjustment (GjGrid         *self,
                         GtkAdjustment **place,
                         GtkAdjustment  *adjustment)
{
  if (*place == adjustment && adjustment != NULL)
    return;

  if (*place != NULL)
    {
      g_signal_handlers_disconnect_by_func (*place, gtk_widget_queue_allocate, self);
      g_clear_object (place);
    }

  if (adjustment != NULL)
    {
      *place = g_object_ref_sink (adjustment);
      g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
}

/* Moves so far that the stretch is seen between the fixed part and the end. */

static void
reveal (GtkAdjustment *adjustment,
        int            start,
        int            end,
        int            fixed)
{
  double value, page;

  if (adjustment == NULL)
    return;

  value = gtk_adjustment_get_value (adjustment);
  page = gtk_adjustment_get_page_size (adjustment);

  if (end + EDGE > value + page)
    value = end + EDGE - page;

  if (start < value + fixed)
    value = start - fixed;

  gtk_adjustment_set_value (adjustment, value);
}

void
_gj_grid_scroll_to (GjGrid *self,
                    guint   cell)
{
  const GjSlot *slot = self->model != NULL ? gj_grid_model_find_cell (self->model, cell) : NULL;

  if (slot == NULL || self->laid_out_width < 0)
    return;

  if (slot->position >= count_fixed_positions (self))
    reveal (self->hadjustment, self->columns[slot->position],
            self->columns[slot->position + slot->n_positions], _gj_grid_get_fixed_width (self));

  if (slot->line >= count_fixed_lines (self))
    reveal (self->vadjustment, self->lines[slot->line],
            self->lines[slot->line + slot->n_lines], _gj_grid_get_fixed_height (self));
}
