/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-grid-matrix.h"
#include "gj-grid-model.h"

G_BEGIN_DECLS

/**
 * GjGridLineKind:
 * @GJ_GRID_LINE_VALUES: nothing but values
 * @GJ_GRID_LINE_HEADS: heads of the form, which are passed over
 * @GJ_GRID_LINE_LABELLED: the label of a row says where the values go
 *
 * What a row of the clipboard is.
 */
typedef enum
{
  GJ_GRID_LINE_VALUES,
  GJ_GRID_LINE_HEADS,
  GJ_GRID_LINE_LABELLED,
} GjGridLineKind;

typedef struct
{
  GjGridLineKind kind;
  guint          row;
  guint          label_column;
} GjGridLine;

GArray *gj_grid_judge_lines (const GjGridModel  *model,
                             const GjGridMatrix *matrix,
                             guint              *n_labelled);

G_END_DECLS
