/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-session-view.h"

#include "gj-compare.h"

G_BEGIN_DECLS

#define GJ_TYPE_SEARCH_BAR (gj_search_bar_get_type ())

/* Finds words in cells, labels and text, goes there, and puts other words in their place.
 * Signals: "text-found" (uint start, uint end), counted in the text of the session's
 * section; "old-found" (uint cell, uint start, uint end), the same of the report beside it,
 * the cell being GJ_NONE for a place in the text. */

G_DECLARE_FINAL_TYPE (GjSearchBar, gj_search_bar, GJ, SEARCH_BAR, GjSessionView)

GtkWidget * gj_search_bar_new           (void);
void        gj_search_bar_set_compare   (GjSearchBar  *self,
                                         GjCompare    *compare);
void        gj_search_bar_begin         (GjSearchBar  *self);
void        gj_search_bar_begin_replace (GjSearchBar  *self);

G_END_DECLS
