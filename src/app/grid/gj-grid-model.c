/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-grid-model.h"

struct _GjGridModel
{
  const GjTable       *table;
  const GjTableLayout *layout;
  const GjSlot       **places;
  const GjSlot       **slots_of_cells;
  GArray              *cells;
  guint                n_fixed_lines;
  guint                n_fixed_positions;
};

static gboolean
slot_fits (const GjTableLayout *layout,
           const GjSlot        *slot)
{
  return slot->n_lines > 0 && slot->n_positions > 0 &&
         slot->line < layout->n_lines && slot->n_lines <= layout->n_lines - slot->line &&
         slot->position < layout->n_positions &&
         slot->n_positions <= layout->n_positions - slot->position;
}

static gboolean
owns_cell (const GjTable *table,
           guint          cell)
{
  return cell != GJ_NONE && cell >= table->first_cell && cell - table->first_cell < table->n_cells;
}

static void
place_slot (GjGridModel  *self,
            const GjSlot *slot)
{
  guint width = self->layout->n_positions;

  for (guint line = slot->line; line < slot->line + slot->n_lines; line++)
    for (guint position = slot->position; position < slot->position + slot->n_positions; position++)
      self->places[line * width + position] = slot;

  if (slot->kind == GJ_SLOT_CELL && owns_cell (self->table, slot->cell))
    {
      self->slots_of_cells[slot->cell - self->table->first_cell] = slot;
      g_array_append_val (self->cells, slot->cell);
    }
}

/* A table in one part keeps its heads in view; every part of a longer one has heads of
 * its own, which scroll with it. Label columns are those left of every cell. */

static void
find_fixed (GjGridModel *self)
{
  const GjTableLayout *layout = self->layout;
  guint positions = layout->n_positions;

  for (guint i = 0; i < layout->n_slots; i++)
    if (layout->slots[i].kind == GJ_SLOT_CELL)
      positions = MIN (positions, layout->slots[i].position);

  self->n_fixed_positions = positions < layout->n_positions ? positions : 0;

  if (layout->n_parts == 1 && layout->parts[0].n_head_lines < layout->n_lines)
    self->n_fixed_lines = layout->parts[0].n_head_lines;
}

GjGridModel *
gj_grid_model_new (const GjTable *table,
                   const char    *variant)
{
  GjGridModel *self;
  const GjTableLayout *layout;

  g_return_val_if_fail (table != NULL, NULL);

  layout = gj_table_get_layout (table, variant);
  g_return_val_if_fail (layout != NULL, NULL);

  self = g_new0 (GjGridModel, 1);
  self->table = table;
  self->layout = layout;
  self->places = g_new0 (const GjSlot *, (gsize) layout->n_lines * layout->n_positions);
  self->slots_of_cells = g_new0 (const GjSlot *, table->n_cells);
  self->cells = g_array_sized_new (FALSE, FALSE, sizeof (guint), table->n_cells);

  for (guint i = 0; i < layout->n_slots; i++)
    if (slot_fits (layout, &layout->slots[i]))
      place_slot (self, &layout->slots[i]);

  find_fixed (self);

  return self;
}

void
gj_grid_model_free (GjGridModel *self)
{
  if (self == NULL)
    return;

  g_free (self->places);
  g_free (self->slots_of_cells);
  g_array_unref (self->cells);
  g_free (self);
}

const GjTable *
gj_grid_model_get_table (const GjGridModel *self)
{
  return self->table;
}

const GjTableLayout *
gj_grid_model_get_layout (const GjGridModel *self)
{
  return self->layout;
}

guint
gj_grid_model_get_n_fixed_lines (const GjGridModel *self)
{
  return self->n_fixed_lines;
}

guint
gj_grid_model_get_n_fixed_positions (const GjGridModel *self)
{
  return self->n_fixed_positions;
}

const GjSlot *
gj_grid_model_get_slot (const GjGridModel *self,
                        guint              line,
                        guint              position)
{
  if (line >= self->layout->n_lines || position >= self->layout->n_positions)
    return NULL;

  return self->places[line * self->layout->n_positions + position];
}

const GjSlot *
gj_grid_model_find_cell (const GjGridModel *self,
                         guint              cell)
{
  if (!owns_cell (self->table, cell))
    return NULL;

  return self->slots_of_cells[cell - self->table->first_cell];
}

const guint *
gj_grid_model_get_cells (const GjGridModel *self,
                         guint             *n_cells)
{
  *n_cells = self->cells->len;

  return (const guint *) self->cells->data;
}

/* The nth cell, counted from 0, that begins in the line; NULL with n_found cells seen
 * when there are fewer. */

static const GjSlot *
find_in_line (const GjGridModel *self,
              guint              line,
              guint              nth,
              guint             *n_found)
{
  guint found = 0;

  for (guint position = 0; position < self->layout->n_positions; position++)
    {
      const GjSlot *slot = gj_grid_model_get_slot (self, line, position);

      if (slot == NULL || slot->kind != GJ_SLOT_CELL || slot->position != position || slot->line != line)
        continue;

      if (found == nth)
        return slot;

      found++;
    }

  *n_found = found;

  return NULL;
}

guint
gj_grid_model_count_line (const GjGridModel *self,
                          guint              line)
{
  guint found = 0;

  find_in_line (self, line, G_MAXUINT, &found);

  return found;
}

guint
gj_grid_model_get_line_cell (const GjGridModel *self,
                             guint              line,
                             guint              nth)
{
  guint found;
  const GjSlot *slot = find_in_line (self, line, nth, &found);

  return slot != NULL ? slot->cell : GJ_NONE;
}

static const GjSlot *
step_sideways (const GjGridModel *self,
               const GjSlot      *from,
               int                direction)
{
  guint position = direction < 0 ? from->position : from->position + from->n_positions - 1;

  while (direction < 0 ? position > 0 : position + 1 < self->layout->n_positions)
    {
      const GjSlot *slot;

      position = direction < 0 ? position - 1 : position + 1;
      slot = gj_grid_model_get_slot (self, from->line, position);

      if (slot != NULL && slot->kind == GJ_SLOT_CELL)
        return slot;
    }

  return NULL;
}

/* The cell of the line that covers the goal, or the one nearest to it. */

static const GjSlot *
find_nearest (const GjGridModel *self,
              guint              line,
              guint              goal)
{
  const GjSlot *nearest = NULL;
  guint least = G_MAXUINT;

  for (guint position = 0; position < self->layout->n_positions; position++)
    {
      const GjSlot *slot = gj_grid_model_get_slot (self, line, position);
      guint distance = position > goal ? position - goal : goal - position;

      if (slot != NULL && slot->kind == GJ_SLOT_CELL && distance < least)
        {
          least = distance;
          nearest = slot;
        }
    }

  return nearest;
}

static const GjSlot *
step_up_or_down (const GjGridModel *self,
                 const GjSlot      *from,
                 int                direction,
                 guint              goal)
{
  guint line = direction < 0 ? from->line : from->line + from->n_lines - 1;

  while (direction < 0 ? line > 0 : line + 1 < self->layout->n_lines)
    {
      const GjSlot *slot;

      line = direction < 0 ? line - 1 : line + 1;
      slot = find_nearest (self, line, goal);

      if (slot != NULL)
        return slot;
    }

  return NULL;
}

static const GjSlot *
step_far (const GjGridModel *self,
          const GjSlot      *from,
          gboolean           sideways,
          int                direction,
          guint              goal)
{
  const GjSlot *last = from;

  for (const GjSlot *slot = from; slot != NULL;)
    {
      last = slot;
      slot = sideways ? step_sideways (self, slot, direction)
                      : step_up_or_down (self, slot, direction, goal);
    }

  return last;
}

static const GjSlot *
step_in_order (const GjGridModel *self,
               const GjSlot      *from,
               int                direction)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      if (g_array_index (self->cells, guint, i) != from->cell)
        continue;

      if (direction < 0 ? i == 0 : i + 1 == self->cells->len)
        return NULL;

      return gj_grid_model_find_cell (self, g_array_index (self->cells, guint, i + (guint) direction));
    }

  return NULL;
}

static const GjSlot *
find_target (const GjGridModel *self,
             const GjSlot      *from,
             GjGridMove         move,
             guint              goal)
{
  switch (move)
    {
    case GJ_GRID_MOVE_LEFT:
      return step_sideways (self, from, -1);

    case GJ_GRID_MOVE_RIGHT:
      return step_sideways (self, from, 1);

    case GJ_GRID_MOVE_UP:
      return step_up_or_down (self, from, -1, goal);

    case GJ_GRID_MOVE_DOWN:
      return step_up_or_down (self, from, 1, goal);

    case GJ_GRID_MOVE_PREVIOUS:
      return step_in_order (self, from, -1);

    case GJ_GRID_MOVE_NEXT:
      return step_in_order (self, from, 1);

    case GJ_GRID_MOVE_LINE_START:
      return step_far (self, from, TRUE, -1, goal);

    case GJ_GRID_MOVE_LINE_END:
      return step_far (self, from, TRUE, 1, goal);

    case GJ_GRID_MOVE_COLUMN_TOP:
      return step_far (self, from, FALSE, -1, goal);

    case GJ_GRID_MOVE_COLUMN_BOTTOM:
      return step_far (self, from, FALSE, 1, goal);

    case GJ_GRID_MOVE_FIRST:
    case GJ_GRID_MOVE_LAST:
    default:
      return NULL;
    }
}

static gboolean
is_vertical (GjGridMove move)
{
  return move == GJ_GRID_MOVE_UP || move == GJ_GRID_MOVE_DOWN ||
         move == GJ_GRID_MOVE_COLUMN_TOP || move == GJ_GRID_MOVE_COLUMN_BOTTOM;
}

/* Where a key leads from a cell, or GJ_NONE when there is nothing in that direction. The
 * goal is the grid column that a walk up or down tries to keep through wider cells; it
 * starts as GJ_NONE and is forgotten by every other move. */

guint
gj_grid_model_move (const GjGridModel *self,
                    guint              cell,
                    GjGridMove         move,
                    guint             *goal)
{
  const GjSlot *from = gj_grid_model_find_cell (self, cell);
  const GjSlot *to;

  if (self->cells->len == 0)
    return GJ_NONE;

  if (move == GJ_GRID_MOVE_LAST)
    {
      *goal = GJ_NONE;
      return g_array_index (self->cells, guint, self->cells->len - 1);
    }

  if (move == GJ_GRID_MOVE_FIRST || from == NULL)
    {
      *goal = GJ_NONE;
      return g_array_index (self->cells, guint, 0);
    }

  if (!is_vertical (move))
    *goal = GJ_NONE;
  else if (*goal == GJ_NONE)
    *goal = from->position;

  to = find_target (self, from, move, *goal);

  return to != NULL ? to->cell : GJ_NONE;
}
