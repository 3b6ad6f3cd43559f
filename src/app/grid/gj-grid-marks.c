/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-cell-problems.h"
#include "gj-grid-private.h"

/* Findings become marks on cells: a frame and a sign where something is wrong, a tint on
 * the other cells of what is selected. All are worked out together, once before the next
 * frame, however many findings an edit has changed. */

#define FINDING_MARKS (GJ_CELL_WRONG | GJ_CELL_DOUBTFUL | GJ_CELL_REMARKED | GJ_CELL_RELATED)

static GjCellMarks
get_marks (const GjCellProblem *problem)
{
  static const GjCellMarks marks[] = { GJ_CELL_WRONG, GJ_CELL_DOUBTFUL, GJ_CELL_REMARKED };
  GjCellMarks all = problem->is_related ? GJ_CELL_RELATED : 0;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (problem->severities & (1u << i))
      all |= marks[i];

  return all;
}

static void
set_problem (GjGrid     *self,
             GjGridCell *item,
             const char *problem)
{
  if (g_strcmp0 (gj_grid_cell_get_problem (item), problem) == 0)
    return;

  gj_grid_cell_set_problem (item, problem);
  _gj_grid_update_words (self, gj_grid_item_get_slot (GJ_GRID_ITEM (item))->cell);
}

/* The words about the active cell are a label of their own for a screen reader. */

static void
describe_active (GjGrid *self)
{
  GjGridCell *item = _gj_grid_get_cell (self, self->active);
  const char *problem = item != NULL ? gj_grid_cell_get_problem (item) : NULL;

  gtk_label_set_text (GTK_LABEL (self->describer), problem != NULL ? problem : "");

  if (item == NULL)
    return;

  if (problem != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                    self->describer, NULL, -1);
  else
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
}

void
_gj_grid_update_marks (GjGrid *self)
{
  g_autoptr (GjCellProblems) problems = NULL;
  guint first_cell;

  g_clear_handle_id (&self->marks_source, g_source_remove);

  if (self->model == NULL)
    return;

  first_cell = gj_grid_model_get_table (self->model)->first_cell;
  problems = gj_cell_problems_new (self->session, gj_grid_model_get_table (self->model), self->active);

  for (guint i = 0; i < self->n_cells; i++)
    {
      const GjCellProblem *problem = gj_cell_problems_get (problems, first_cell + i);

      if (self->cells[i] == NULL)
        continue;

      gj_grid_cell_set_marks (self->cells[i], FINDING_MARKS, get_marks (problem));
      set_problem (self, self->cells[i], problem->words != NULL ? problem->words->str : NULL);
    }

  _gj_grid_update_comments (self);
  _gj_grid_update_proposals (self);
  describe_active (self);
}

static gboolean
marks_cb (gpointer user_data)
{
  GjGrid *self = user_data;

  self->marks_source = 0;
  _gj_grid_update_marks (self);

  return G_SOURCE_REMOVE;
}

void
_gj_grid_queue_marks (GjGrid *self)
{
  if (self->marks_source == 0 && self->model != NULL)
    self->marks_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, marks_cb, self, NULL);
}
