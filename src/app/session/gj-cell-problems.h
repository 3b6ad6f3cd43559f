/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-session.h"

G_BEGIN_DECLS

/**
 * GjCellProblem:
 * @severities: of what is open about the cell, a bit (1 << #GjSeverity) each
 * @is_related: whether it takes part in what is selected
 * @words: (nullable): what the findings say, a line each, with how much they matter
 *
 * What the findings say of one cell.
 */
typedef struct
{
  guint    severities;
  gboolean is_related;
  GString *words;
} GjCellProblem;

/* The same of all cells of a table, worked out together: a copy, which does not follow. */

typedef struct _GjCellProblems GjCellProblems;

/* @active: the cell that is looked at, or GJ_NONE */

GjCellProblems *      gj_cell_problems_new  (GjSession       *session,
                                             const GjTable   *table,
                                             guint            active);
void                  gj_cell_problems_free (GjCellProblems  *self);

/* NULL for a cell of another table. */

const GjCellProblem * gj_cell_problems_get  (GjCellProblems  *self,
                                             guint            cell);

/* The worst of them, when there is one. */

gboolean              gj_cell_problem_get_severity
  (const GjCellProblem  *problem,
  GjSeverity            *severity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjCellProblems, gj_cell_problems_free)

G_END_DECLS
