/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-text-private.h"

G_BEGIN_DECLS

/* Words set into a room: in the largest size in which they fit, cut with …… when they do
   not fit in the least one. @height is what they take, in pt. */
typedef struct
{
  GjText *text;
  GArray *lines;
  double  size;
  double  height;
} GjFitted;

/* One cell of a row. @n_columns: how many columns of the form it takes, 0 for one; @head: a
   label, centred; @centred: in the middle, @right: at the right, else from the left; @foot: (nullable): words at
   the right of the bottom, where somebody signs. */
typedef struct
{
  double      width;
  guint       n_columns;
  const char *text;
  GjFontRole  role;
  double      size;
  double      least_size;
  gboolean    head;
  gboolean    centred;
  gboolean    right;
  const char *foot;
} GjRuledCell;

/* A row of a ruled form, set and not yet drawn. */
typedef struct _GjRuledRow GjRuledRow;

void        _gj_fitted_init          (GjFitted          *self,
                                      GjJob             *job,
                                      GjFontRole         role,
                                      const char        *text,
                                      double             size,
                                      double             least_size,
                                      double             width,
                                      double             height);
void        _gj_fitted_clear         (GjFitted          *self);
void        _gj_fitted_draw          (const GjFitted    *self,
                                      double             x,
                                      double             y,
                                      double             width,
                                      double             align,
                                      GjPage            *page);

GjRuledRow *_gj_ruled_row_new        (GjJob             *job,
                                      const GjRuledCell *cells,
                                      guint              n_cells,
                                      double             least_height,
                                      double             most_height);
void        _gj_ruled_row_free       (GjRuledRow        *self);
double      _gj_ruled_row_get_height (const GjRuledRow  *self);
void        _gj_ruled_row_draw       (const GjRuledRow  *self,
                                      double             x,
                                      double             y,
                                      GjPage            *page);
void        _gj_ruled_frame_draw     (double             x,
                                      double             y,
                                      double             width,
                                      double             height,
                                      GjPage            *page);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GjFitted, _gj_fitted_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjRuledRow, _gj_ruled_row_free)

G_END_DECLS
