/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-session-view.h"

#include "gj-compare.h"

G_BEGIN_DECLS

#define GJ_TYPE_SECTION_TABS (gj_section_tabs_get_type ())

/* The row of tabs: the cover, then the sections. Property: session. */

G_DECLARE_FINAL_TYPE (GjSectionTabs, gj_section_tabs, GJ, SECTION_TABS, GjSessionView)

GtkWidget * gj_section_tabs_new         (void);

/* (nullable): then each tab says how many places differ in its section. */

void        gj_section_tabs_set_compare (GjSectionTabs  *self,
                                         GjCompare      *compare);

G_END_DECLS
