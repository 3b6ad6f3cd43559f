/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-grid-matrix.h"
#include "gj-grid-model.h"

G_BEGIN_DECLS

typedef struct
{
  guint cell;
  char *text;
} GjGridPlacement;

/**
 * GjGridPaste:
 * @placements: (element-type GjGridPlacement): which text goes into which cell
 * @by_label: whether the labels of rows in the clipboard said where
 * @n_left: how many texts found no cell
 * @first_left: (nullable): the first of them
 *
 * Where the texts of a clipboard go in a table. Nothing is changed yet.
 */
typedef struct
{
  GArray   *placements;
  gboolean  by_label;
  guint     n_left;
  char     *first_left;
} GjGridPaste;

GjGridPaste *gj_grid_paste_new  (const GjGridModel  *model,
                                 const GjGridMatrix *matrix,
                                 guint               cell,
                                 const GjGridRange  *range);
void         gj_grid_paste_free (GjGridPaste        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjGridPaste, gj_grid_paste_free)

G_END_DECLS
