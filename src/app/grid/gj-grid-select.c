/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-grid-private.h"

/* The active cell, the range from it, and their agreement with the session's selection.
 * Whoever moves the active cell commits what is being typed first. */

gboolean
_gj_grid_has_keyboard (GjGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

gboolean
_gj_grid_has_range (GjGrid *self)
{
  return self->active != GJ_NONE && self->extent != GJ_NONE && self->extent != self->active;
}

/* The selected range; of one cell when nothing more is selected. */

GjGridRange
_gj_grid_get_range (GjGrid *self)
{
  GjGridRange none = { 0, 0, 0, 0 };

  if (self->model == NULL || self->active == GJ_NONE)
    return none;

  return gj_grid_model_get_range (self->model, self->active,
                                  self->extent != GJ_NONE ? self->extent : self->active);
}

static void
update_selected (GjGrid *self)
{
  GjGridRange range = _gj_grid_get_range (self);
  gboolean has_range = _gj_grid_has_range (self);
  guint n_cells;
  const guint *cells = gj_grid_model_get_cells (self->model, &n_cells);

  for (guint i = 0; i < n_cells; i++)
    {
      gboolean is_selected = has_range &&
                             gj_grid_range_contains (&range, gj_grid_model_find_cell (self->model, cells[i]));

      gj_grid_cell_set_marks (_gj_grid_get_cell (self, cells[i]), GJ_CELL_SELECTED,
                              is_selected ? GJ_CELL_SELECTED : 0);
    }

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
select_active (GjGrid *self,
               guint   cell)
{
  GjGridCell *old = _gj_grid_get_cell (self, self->active);
  GjGridCell *item = _gj_grid_get_cell (self, cell);

  self->active = cell;
  self->extent = cell;

  if (old != NULL && old != item)
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (old), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);

  update_selected (self);
  _gj_grid_queue_marks (self);

  if (item != NULL)
    {
      _gj_grid_scroll_to (self, cell);

      if (_gj_grid_has_keyboard (self))
        gtk_widget_grab_focus (GTK_WIDGET (item));
    }
}

/* Makes a cell the active one, here and in the session. */

void
_gj_grid_go (GjGrid *self,
             guint   cell)
{
  if (_gj_grid_get_cell (self, cell) == NULL)
    return;

  _gj_grid_commit (self);

  if (self->active != cell || _gj_grid_has_range (self))
    select_active (self, cell);

  gj_selection_set_cell (gj_session_get_selection (self->session), cell);
}

void
_gj_grid_extend (GjGrid *self,
                 guint   cell)
{
  if (_gj_grid_get_cell (self, cell) == NULL || self->active == GJ_NONE)
    return;

  _gj_grid_commit (self);
  self->extent = cell;
  update_selected (self);
  _gj_grid_scroll_to (self, cell);
}

/* Returns whether there was somewhere to go. */

gboolean
_gj_grid_move (GjGrid     *self,
               GjGridMove  move,
               gboolean    extend)
{
  guint from = extend && self->extent != GJ_NONE ? self->extent : self->active;
  guint to = gj_grid_model_move (self->model, from, move, &self->goal);

  if (to == GJ_NONE)
    {
      _gj_grid_commit (self);
      return FALSE;
    }

  if (extend)
    _gj_grid_extend (self, to);
  else
    _gj_grid_go (self, to);

  return TRUE;
}

void
_gj_grid_select_all (GjGrid *self)
{
  guint goal = GJ_NONE;

  if (self->model == NULL)
    return;

  _gj_grid_go (self, gj_grid_model_move (self->model, GJ_NONE, GJ_GRID_MOVE_FIRST, &goal));
  _gj_grid_extend (self, gj_grid_model_move (self->model, GJ_NONE, GJ_GRID_MOVE_LAST, &goal));
}

/* A label stands for the cells of its lines, a head for those of its columns. */

void
_gj_grid_select_slot (GjGrid       *self,
                      const GjSlot *slot)
{
  const GjTableLayout *layout = gj_grid_model_get_layout (self->model);
  GjGridRange range = { 0, slot->position, layout->n_lines, slot->n_positions };
  g_autoptr (GArray) cells = NULL;

  if (slot->kind == GJ_SLOT_LABEL)
    range = (GjGridRange) { slot->line, 0, slot->n_lines, layout->n_positions };

  cells = gj_grid_model_list_range (self->model, &range);

  if (cells->len == 0)
    return;

  _gj_grid_go (self, g_array_index (cells, guint, 0));
  _gj_grid_extend (self, g_array_index (cells, guint, cells->len - 1));
}

/* The session's selection changed, here or elsewhere. */

void
_gj_grid_follow_selection (GjGrid *self)
{
  GjSelection *selection;
  GjFinding *finding;
  guint cell;

  if (self->model == NULL)
    return;

  selection = gj_session_get_selection (self->session);
  cell = gj_selection_get_cell (selection);
  finding = gj_selection_get_finding (selection);

  if (cell != self->active && _gj_grid_get_cell (self, cell) != NULL)
    {
      _gj_grid_commit (self);
      self->goal = GJ_NONE;
      select_active (self, cell);
    }

  /* A finding that was selected because its cell was must not scroll that cell away. */
  if (finding != NULL && !_gj_grid_has_keyboard (self))
    _gj_grid_scroll_to (self, gj_finding_get_main_cell (finding));

  _gj_grid_queue_marks (self);
}
