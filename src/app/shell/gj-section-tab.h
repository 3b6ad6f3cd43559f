/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-session.h"

G_BEGIN_DECLS

#define GJ_TYPE_SECTION_TAB (gj_section_tab_get_type ())

/* The tab of one section, or of the cover, with how many findings it has. */

G_DECLARE_FINAL_TYPE (GjSectionTab, gj_section_tab, GJ, SECTION_TAB, GtkToggleButton)

GtkWidget *gj_section_tab_new         (guint          section,
                                       const char    *label);
guint      gj_section_tab_get_section (GjSectionTab  *self);
void       gj_section_tab_set_tally   (GjSectionTab  *self,
                                       GjTally        tally);
void       gj_section_tab_set_empty     (GjSectionTab  *self,
                                         gboolean       empty);

/* While another report is beside this one: how many places differ. */

void       gj_section_tab_set_n_changes (GjSectionTab  *self,
                                         guint          n_changes);

G_END_DECLS
