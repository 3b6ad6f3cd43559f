/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gj-grid-private.h"

/* Findings become marks on cells: a frame and a sign where something is wrong, a tint on
 * the other cells of what is selected. All are worked out together, once before the next
 * frame, however many findings an edit has changed. */

typedef struct
{
  GjCellMarks *marks;
  GString    **problems;
  guint        first_cell;
  guint        n_cells;
} GjMarking;

#define FINDING_MARKS (GJ_CELL_WRONG | GJ_CELL_DOUBTFUL | GJ_CELL_REMARKED | GJ_CELL_RELATED)

static GjCellMarks *
find_marks (GjMarking *marking,
            guint      cell)
{
  if (cell == GJ_NONE || cell < marking->first_cell || cell - marking->first_cell >= marking->n_cells)
    return NULL;

  return &marking->marks[cell - marking->first_cell];
}

static GjCellMarks
get_mark (GjSeverity severity)
{
  switch (severity)
    {
    case GJ_SEVERITY_ERROR:
      return GJ_CELL_WRONG;

    case GJ_SEVERITY_WARNING:
      return GJ_CELL_DOUBTFUL;

    case GJ_SEVERITY_HINT:
    default:
      return GJ_CELL_REMARKED;
    }
}

static const char *
get_severity_name (GjSeverity severity)
{
  switch (severity)
    {
    case GJ_SEVERITY_ERROR:
      return C_("severity", "Must be fixed");

    case GJ_SEVERITY_WARNING:
      return C_("severity", "Please verify");

    case GJ_SEVERITY_HINT:
    default:
      return C_("severity", "Suggestion");
    }
}

static void
mark_cell (GjMarking *marking,
           GjFinding *finding,
           guint      cell)
{
  GjCellMarks *marks = find_marks (marking, cell);
  GString **problem;

  if (marks == NULL)
    return;

  *marks |= get_mark (gj_finding_get_severity (finding));
  problem = &marking->problems[cell - marking->first_cell];

  if (*problem == NULL)
    *problem = g_string_new (NULL);
  else
    g_string_append_c (*problem, '\n');

  /* Translators: how much a finding matters, and what it says. */
  g_string_append_printf (*problem, C_("finding", "%s: %s"), get_severity_name (gj_finding_get_severity (finding)),
                          gj_finding_get_message (finding));
}

static void
mark_related (GjMarking *marking,
              GjFinding *finding)
{
  guint n_cells;
  const guint *cells = gj_finding_get_cells (finding, &n_cells);

  for (guint i = 0; i < n_cells; i++)
    {
      GjCellMarks *marks = find_marks (marking, cells[i]);

      if (marks != NULL)
        *marks |= GJ_CELL_RELATED;
    }
}

/* A finding points at one cell where it can; otherwise all its cells may be meant. */

static void
mark_finding (GjMarking *marking,
              GjFinding *finding)
{
  guint main_cell = gj_finding_get_main_cell (finding);
  guint n_cells;
  const guint *cells;

  if (main_cell != GJ_NONE)
    {
      mark_cell (marking, finding, main_cell);
      return;
    }

  cells = gj_finding_get_cells (finding, &n_cells);

  for (guint i = 0; i < n_cells; i++)
    mark_cell (marking, finding, cells[i]);
}

/* What takes part in the selected finding or, without one, in what is wrong with the
 * active cell. */

static gboolean
is_selected (GjGrid    *self,
             GjFinding *finding,
             GjFinding *selected)
{
  if (selected != NULL)
    return gj_finding_equal (finding, selected);

  return self->active != GJ_NONE && gj_finding_get_severity (finding) != GJ_SEVERITY_HINT &&
         gj_finding_has_cell (finding, self->active);
}

static void
mark_findings (GjGrid    *self,
               GjMarking *marking)
{
  GjChecker *checker = gj_session_get_checker (self->session);
  GjFinding *selected = gj_selection_get_finding (gj_session_get_selection (self->session));
  GListModel *findings = checker != NULL ? gj_checker_get_findings (checker) : NULL;
  guint n_findings = findings != NULL ? g_list_model_get_n_items (findings) : 0;

  for (guint i = 0; i < n_findings; i++)
    {
      g_autoptr (GjFinding) finding = g_list_model_get_item (findings, i);

      if (is_selected (self, finding, selected))
        mark_related (marking, finding);

      if (!gj_finding_is_decided (finding))
        mark_finding (marking, finding);
    }
}

static void
quieten (GjMarking *marking,
         GjFinding *finding)
{
  guint n_cells;
  const guint *cells = gj_finding_get_cells (finding, &n_cells);

  for (guint i = 0; i < n_cells; i++)
    {
      GjCellMarks *marks = find_marks (marking, cells[i]);

      if (marks != NULL && (*marks & GJ_CELL_DOUBTFUL) != 0)
        *marks = (*marks & ~GJ_CELL_DOUBTFUL) | GJ_CELL_REMARKED;
    }
}

/* A part of the table that nobody has begun is waiting, not wrong: its cells have the
 * quiet sign, or a table just begun would be one wall of frames. */

static void
quieten_untouched (GjGrid    *self,
                   GjMarking *marking)
{
  GListModel *groups = gj_session_get_groups (self->session);
  guint n_groups = groups != NULL ? g_list_model_get_n_items (groups) : 0;

  for (guint i = 0; i < n_groups; i++)
    {
      g_autoptr (GjFindingGroup) group = g_list_model_get_item (groups, i);

      if (gj_finding_group_get_kind (group) != GJ_GROUP_PART)
        continue;

      for (guint j = 0; j < gj_finding_group_get_n_findings (group); j++)
        quieten (marking, gj_finding_group_get_finding (group, j));
    }
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
  g_autofree GjCellMarks *marks = NULL;
  g_autofree GString **problems = NULL;
  GjMarking marking;

  g_clear_handle_id (&self->marks_source, g_source_remove);

  if (self->model == NULL)
    return;

  marks = g_new0 (GjCellMarks, self->n_cells);
  problems = g_new0 (GString *, self->n_cells);
  marking = (GjMarking) { marks, problems, gj_grid_model_get_table (self->model)->first_cell, self->n_cells };
  mark_findings (self, &marking);
  quieten_untouched (self, &marking);

  for (guint i = 0; i < self->n_cells; i++)
    {
      if (self->cells[i] != NULL)
        {
          gj_grid_cell_set_marks (self->cells[i], FINDING_MARKS, marks[i]);
          set_problem (self, self->cells[i], problems[i] != NULL ? problems[i]->str : NULL);
        }

      if (problems[i] != NULL)
        g_string_free (problems[i], TRUE);
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
