/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-cell-problems.h"

#include <glib/gi18n-lib.h>

struct _GjCellProblems
{
  GjCellProblem *problems;
  guint          first_cell;
  guint          n_cells;
};

static GjCellProblem *
find (GjCellProblems *self,
      guint           cell)
{
  if (cell == GJ_NONE || cell < self->first_cell || cell - self->first_cell >= self->n_cells)
    return NULL;

  return &self->problems[cell - self->first_cell];
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
mark_cell (GjCellProblems *self,
           GjFinding      *finding,
           guint           cell)
{
  GjCellProblem *problem = find (self, cell);

  if (problem == NULL)
    return;

  problem->severities |= 1u << gj_finding_get_severity (finding);
  if (problem->words == NULL)
    problem->words = g_string_new (NULL);
  else
    g_string_append_c (problem->words, '\n');

  /* Translators: how much a finding matters, and what it says. */
  g_string_append_printf (problem->words, C_("finding", "%s: %s"),
                          get_severity_name (gj_finding_get_severity (finding)),
                          gj_finding_get_message (finding));
}

static void
mark_related (GjCellProblems *self,
              GjFinding      *finding)
{
  guint n_cells;
  const guint *cells = gj_finding_get_cells (finding, &n_cells);

  for (guint i = 0; i < n_cells; i++)
    {
      GjCellProblem *problem = find (self, cells[i]);

      if (problem != NULL)
        problem->is_related = TRUE;
    }
}

/* A finding points at one cell where it can; otherwise all its cells may be meant. */
static void
mark_finding (GjCellProblems *self,
              GjFinding      *finding)
{
  guint main_cell = gj_finding_get_main_cell (finding);
  guint n_cells;
  const guint *cells;

  if (main_cell != GJ_NONE)
    {
      mark_cell (self, finding, main_cell);
      return;
    }

  cells = gj_finding_get_cells (finding, &n_cells);
  for (guint i = 0; i < n_cells; i++)
    mark_cell (self, finding, cells[i]);
}

/* What takes part in the selected finding or, without one, in what is wrong with the
 * active cell. */
static gboolean
is_selected (GjFinding *finding,
             GjFinding *selected,
             guint      active)
{
  if (selected != NULL)
    return gj_finding_equal (finding, selected);

  return active != GJ_NONE && gj_finding_get_severity (finding) != GJ_SEVERITY_HINT
         && gj_finding_has_cell (finding, active);
}

static void
mark_findings (GjCellProblems *self,
               GjSession      *session,
               guint           active)
{
  GjChecker *checker = gj_session_get_checker (session);
  GjFinding *selected = gj_selection_get_finding (gj_session_get_selection (session));
  GListModel *findings = checker != NULL ? gj_checker_get_findings (checker) : NULL;
  guint n_findings = findings != NULL ? g_list_model_get_n_items (findings) : 0;

  for (guint i = 0; i < n_findings; i++)
    {
      g_autoptr (GjFinding) finding = g_list_model_get_item (findings, i);

      if (is_selected (finding, selected, active))
        mark_related (self, finding);

      if (!gj_finding_is_decided (finding))
        mark_finding (self, finding);
    }
}

static void
quieten (GjCellProblems *self,
         GjFinding      *finding)
{
  guint n_cells;
  const guint *cells = gj_finding_get_cells (finding, &n_cells);

  for (guint i = 0; i < n_cells; i++)
    {
      GjCellProblem *problem = find (self, cells[i]);

      if (problem != NULL && (problem->severities & (1u << GJ_SEVERITY_WARNING)) != 0)
        problem->severities = (problem->severities & ~(1u << GJ_SEVERITY_WARNING))
                              | (1u << GJ_SEVERITY_HINT);
    }
}

/* A part of the table that nobody has begun is waiting, not wrong: its cells have the
 * quiet sign, or a table just begun would be one wall of frames. */
static void
quieten_untouched (GjCellProblems *self,
                   GjSession      *session)
{
  GListModel *groups = gj_session_get_groups (session);
  guint n_groups = groups != NULL ? g_list_model_get_n_items (groups) : 0;

  for (guint i = 0; i < n_groups; i++)
    {
      g_autoptr (GjFindingGroup) group = g_list_model_get_item (groups, i);

      if (gj_finding_group_get_kind (group) != GJ_GROUP_PART)
        continue;

      for (guint j = 0; j < gj_finding_group_get_n_findings (group); j++)
        quieten (self, gj_finding_group_get_finding (group, j));
    }
}

GjCellProblems *
gj_cell_problems_new (GjSession     *session,
                      const GjTable *table,
                      guint          active)
{
  GjCellProblems *self;

  g_return_val_if_fail (GJ_IS_SESSION (session), NULL);
  g_return_val_if_fail (table != NULL, NULL);

  self = g_new0 (GjCellProblems, 1);
  self->first_cell = table->first_cell;
  self->n_cells = table->n_cells;
  self->problems = g_new0 (GjCellProblem, self->n_cells);
  mark_findings (self, session, active);
  quieten_untouched (self, session);

  return self;
}

void
gj_cell_problems_free (GjCellProblems *self)
{
  for (guint i = 0; i < self->n_cells; i++)
    if (self->problems[i].words != NULL)
      g_string_free (self->problems[i].words, TRUE);
  g_free (self->problems);
  g_free (self);
}

const GjCellProblem *
gj_cell_problems_get (GjCellProblems *self,
                      guint           cell)
{
  g_return_val_if_fail (self != NULL, NULL);

  return find (self, cell);
}

gboolean
gj_cell_problem_get_severity (const GjCellProblem *problem,
                              GjSeverity          *severity)
{
  g_return_val_if_fail (problem != NULL, FALSE);

  for (guint i = GJ_SEVERITY_ERROR; i <= GJ_SEVERITY_HINT; i++)
    if (problem->severities & (1u << i))
      {
        *severity = i;
        return TRUE;
      }

  return FALSE;
}
