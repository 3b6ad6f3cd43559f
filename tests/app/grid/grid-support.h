/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gj-grid-private.h"

G_BEGIN_DECLS

/* A table in a window, for tests: all zeros but for what the test sets. GTK 4 cannot
 * make events, so keys are given to the grid's own controller. */

typedef struct
{
  GtkWidget *window;
  GjGrid    *grid;
  GjSession *session;
  GjReport  *report;
  GString   *notices;
  guint      n_totals_requested;
} GridFixture;

void         grid_init          (int             *argc,
                                 char          ***argv);
GridFixture *grid_fixture_new   (const char      *table);
void         grid_fixture_free  (GridFixture     *self);
void         grid_settle        (GridFixture     *self);
void         grid_paste         (GridFixture     *self);

guint        grid_find_cell     (GridFixture     *self,
                                 const char      *id);
void         grid_go            (GridFixture     *self,
                                 const char      *id);
const char * grid_get_active    (GridFixture     *self);
void         grid_set           (GridFixture     *self,
                                 const char      *id,
                                 const char      *text);
const char * grid_get           (GridFixture     *self,
                                 const char      *id);
GjGridCell * grid_get_item      (GridFixture     *self,
                                 const char      *id);
gboolean     grid_press         (GridFixture     *self,
                                 guint            key,
                                 GdkModifierType  modifiers);
void         grid_type          (GridFixture     *self,
                                 const char      *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GridFixture, grid_fixture_free)

G_END_DECLS
