/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-grid-item.h"

G_BEGIN_DECLS

#define GJ_TYPE_GRID_HEAD (gj_grid_head_get_type ())

/* A head over columns, a title or a remark inside the table. */

G_DECLARE_FINAL_TYPE (GjGridHead, gj_grid_head, GJ, GRID_HEAD, GjGridItem)

G_END_DECLS
