/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-grid-private.h"

/* Columns take what their texts need and share what is left over; when there is too
 * little, labels and heads wrap first. All measures below are in ems of the grid's font:
 * the width of one Chinese character. */

#define EM_CELL_LEAST 2.2
#define EM_CELL_NATURAL 3.8
#define EM_CELL_MOST 10.0
#define EM_HEAD_LEAST 2.05
#define EM_HEAD_NATURAL 4.1
#define EM_LABEL_LEAST 7.0
#define EM_LABEL_NATURAL 27.0
#define EM_GROUP 4.05

/* About the width of a letter, and how long a word is kept whole. */

#define EM_LETTER 0.56
#define WORD_MOST 14

/* Room for the sign of a wrong cell, left of the number. */

#define SIGN_WIDTH 10

static double
get_em (GjGrid *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= 96.0 / 72.0;

  return size > 0 ? size : 13;
}

/* The least width the item can live with and the one it likes best. */

static void
measure_item (GjGridItem *item,
              double      em,
              int        *least,
              int        *natural)
{
  const GjSlot *slot = gj_grid_item_get_slot (item);
  int full = gj_grid_item_get_natural_width (item);
  int padding = 2 * GJ_GRID_PADDING_X + 1;
  int word;
  double most, wanted;

  switch (slot->kind)
    {
    case GJ_SLOT_CELL:
      full = MIN (full, (int) (EM_CELL_MOST * em) + padding);
      *least = MAX (full, (int) (EM_CELL_LEAST * em) + padding) + SIGN_WIDTH;
      *natural = MAX (*least, (int) (EM_CELL_NATURAL * em) + padding);
      return;

    case GJ_SLOT_HEAD:
      wanted = EM_HEAD_LEAST;
      most = EM_HEAD_NATURAL;
      break;

    case GJ_SLOT_LABEL:
      wanted = slot->n_lines > 1 ? EM_GROUP : EM_LABEL_LEAST;
      most = slot->n_lines > 1 ? EM_GROUP : EM_LABEL_NATURAL;
      break;

    case GJ_SLOT_TITLE:
    case GJ_SLOT_NOTE:
    default:
      wanted = most = EM_HEAD_LEAST;
    }

  if (gj_grid_item_get_flow (item) != GJ_GRID_FLOW_LINES)
    {
      *least = *natural = full + 1;
      return;
    }

  word = (int) (MIN (gj_grid_item_count_longest_word (item), WORD_MOST) * EM_LETTER * em) + padding;
  *least = MAX ((int) (wanted * em) + padding, word);
  *least = MIN (full + 1, *least);
  *natural = MAX (*least, MIN (full + 1, (int) (most * em) + padding));
}

static int
sum (const int *sizes,
     guint      first,
     guint      n)
{
  int total = 0;

  for (guint i = 0; i < n; i++)
    total += sizes[first + i];

  return total;
}

/* What a merged item needs beyond its columns goes to the last of them for a label,
 * whose columns before hold the names of groups, and to all alike otherwise. */

static void
widen (int          *sizes,
       const GjSlot *slot,
       int           wanted)
{
  int lack = wanted - sum (sizes, slot->position, slot->n_positions);

  if (lack <= 0)
    return;

  if (slot->kind == GJ_SLOT_LABEL)
    {
      sizes[slot->position + slot->n_positions - 1] += lack;
      return;
    }

  for (guint i = 0; i < slot->n_positions; i++)
    sizes[slot->position + i] += (lack + (int) i) / (int) slot->n_positions;
}

static void
ensure_needs (GjGrid *self)
{
  const GjTableLayout *layout = gj_grid_model_get_layout (self->model);
  double em = get_em (self);

  if (self->has_needs)
    return;

  memset (self->least, 0, sizeof (int) * layout->n_positions);
  memset (self->natural, 0, sizeof (int) * layout->n_positions);

  for (guint span = 1; span <= layout->n_positions; span++)
    for (guint i = 0; i < self->items->len; i++)
      {
        GjGridItem *item = g_ptr_array_index (self->items, i);
        const GjSlot *slot = gj_grid_item_get_slot (item);
        int least, natural;

        if (slot->n_positions != span)
          continue;

        measure_item (item, em, &least, &natural);
        widen (self->least, slot, least);
        widen (self->natural, slot, natural);
      }

  for (guint i = 0; i < layout->n_positions; i++)
    self->natural[i] = MAX (self->natural[i], self->least[i]);

  self->has_needs = TRUE;
}

int
_gj_grid_get_least_width (GjGrid *self)
{
  ensure_needs (self);

  return sum (self->least, 0, gj_grid_model_get_layout (self->model)->n_positions);
}

int
_gj_grid_get_natural_width (GjGrid *self)
{
  ensure_needs (self);

  return sum (self->natural, 0, gj_grid_model_get_layout (self->model)->n_positions);
}

/* Column offsets for a width: running sums are rounded, so that the last column ends
 * exactly where the table does. */

static void
place_columns (GjGrid *self,
               int     width)
{
  guint n = gj_grid_model_get_layout (self->model)->n_positions;
  int least = _gj_grid_get_least_width (self);
  int natural = _gj_grid_get_natural_width (self);
  double x = 0;

  for (guint i = 0; i < n; i++)
    {
      self->columns[i] = (int) (x + 0.5);

      if (width <= least)
        x += self->least[i];
      else if (width < natural)
        x += self->least[i] + (double) (self->natural[i] - self->least[i]) * (width - least) / (natural - least);
      else
        x += (double) self->natural[i] * width / natural;
    }

  self->columns[n] = (int) (x + 0.5);
}

static int
get_item_height (GjGrid     *self,
                 GjGridItem *item)
{
  const GjSlot *slot = gj_grid_item_get_slot (item);
  int width = self->columns[slot->position + slot->n_positions] - self->columns[slot->position];

  if (slot->kind == GJ_SLOT_CELL)
    width -= 1;

  return gj_grid_item_get_height (item, width) + 1;
}

static void
heighten (int          *heights,
          const GjSlot *slot,
          int           wanted)
{
  int lack = wanted - sum (heights, slot->line, slot->n_lines);

  for (guint i = 0; lack > 0 && i < slot->n_lines; i++)
    heights[slot->line + i] += (lack + (int) i) / (int) slot->n_lines;
}

static void
place_lines (GjGrid *self)
{
  const GjTableLayout *layout = gj_grid_model_get_layout (self->model);
  g_autofree int *heights = g_new0 (int, layout->n_lines);
  int least = (int) (get_em (self) * 1.3) + 2 * GJ_GRID_PADDING_Y;
  int y = 0;

  for (guint i = 0; i < layout->n_lines; i++)
    heights[i] = least;

  for (guint span = 1; span <= layout->n_lines; span++)
    for (guint i = 0; i < self->items->len; i++)
      {
        GjGridItem *item = g_ptr_array_index (self->items, i);
        const GjSlot *slot = gj_grid_item_get_slot (item);

        if (slot->n_lines == span)
          heighten (heights, slot, get_item_height (self, item));
      }

  for (guint i = 0; i < layout->n_lines; i++)
    {
      self->lines[i] = y;
      y += heights[i];
    }

  self->lines[layout->n_lines] = y;
}

void
_gj_grid_forget_font (GjGrid *self)
{
  g_hash_table_remove_all (self->palette.layouts);

  for (guint i = 0; i < self->items->len; i++)
    gj_grid_item_forget_font (g_ptr_array_index (self->items, i));

  _gj_grid_forget_sizes (self);
}

/* The style changes with every focus and every state of the window; what was measured
 * stays right as long as the face does. */

void
_gj_grid_check_font (GjGrid *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);

  if (self->font != NULL && pango_font_description_equal (self->font, font))
    return;

  g_clear_pointer (&self->font, pango_font_description_free);
  self->font = pango_font_description_copy (font);
  _gj_grid_forget_font (self);
}

/* A text no longer fits, or fits again. */

void
_gj_grid_forget_sizes (GjGrid *self)
{
  self->has_needs = FALSE;
  self->laid_out_width = -1;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* One pixel is kept for the table's left and upper lines. */

void
_gj_grid_lay_out (GjGrid *self,
                  int     width)
{
  if (self->laid_out_width == width && self->has_needs)
    return;

  place_columns (self, width - 1);
  place_lines (self);
  self->laid_out_width = width;
}
