/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-grid-model.h"

G_BEGIN_DECLS

/* What a range puts on the clipboard. A range of every cell takes the heads and labels
 * along, so that the whole table arrives elsewhere. */

char *gj_grid_copy_text (const GjGridModel *model,
                         GjReport          *report,
                         const GjGridRange *range);
char *gj_grid_copy_html (const GjGridModel *model,
                         GjReport          *report,
                         const GjGridRange *range);

G_END_DECLS
