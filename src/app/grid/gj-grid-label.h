/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-grid-item.h"

G_BEGIN_DECLS

#define GJ_TYPE_GRID_LABEL (gj_grid_label_get_type ())

/* The label of one or more rows. */

G_DECLARE_FINAL_TYPE (GjGridLabel, gj_grid_label, GJ, GRID_LABEL, GjGridItem)

G_END_DECLS
