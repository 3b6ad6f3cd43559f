/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-box-private.h"

G_BEGIN_DECLS

/* How a box is placed: whether it begins on a new page, (text) how many of its last
   lines at least stand on the page on which it ends, (picture) how many lines it takes,
   (table) in which grade. */
typedef struct
{
  gboolean new_page;
  guint    held;
  guint    grade;
} GjPlacing;

/* A page upright, or turned for what is too wide: lines of the grid, and what is left of
   them in pt. */
guint   _gj_plan_get_n_lines    (gboolean            turned);
double  _gj_plan_get_room       (gboolean            turned,
                                 guint               line);

guint   _gj_plan_part_text      (const GjBox        *box,
                                 guint               start,
                                 guint               line,
                                 guint               held);
guint   _gj_plan_count_below    (double              height);
double  _gj_plan_get_stretch    (const GjPortion    *portion,
                                 double              height,
                                 double              room);

GArray *_gj_plan_new            (GPtrArray          *boxes,
                                 GCancellable       *cancellable,
                                 GError            **error);

G_END_DECLS
