/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

/* What the person looks at: section (uint, index in the form; GJ_COVER for the cover
 * page), cell (uint, index in the form or GJ_NONE), finding (GjFinding or NULL). Setting
 * a cell or finding also sets the section that it stands in. */

#define GJ_COVER (G_MAXUINT - 1)

#define GJ_TYPE_SELECTION (gj_selection_get_type ())

G_DECLARE_FINAL_TYPE (GjSelection, gj_selection, GJ, SELECTION, GObject)

GjSelection *gj_selection_new         (GjReport     *report);
guint        gj_selection_get_section (GjSelection  *self);
void         gj_selection_set_section (GjSelection  *self,
                                       guint         section);
guint        gj_selection_get_cell    (GjSelection  *self);
void         gj_selection_set_cell    (GjSelection  *self,
                                       guint         cell);
GjFinding *  gj_selection_get_finding (GjSelection  *self);
void         gj_selection_set_finding (GjSelection  *self,
                                       GjFinding    *finding);

G_END_DECLS
