/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-raw-block.h"

G_BEGIN_DECLS

/**
 * GjMatchSpan:
 * @start: the first column that it covers
 * @end: the column behind the last
 * @text: what stands in it
 *
 * Where a cell stands in the columns of its grid.
 */
typedef struct
{
  guint       start;
  guint       end;
  const char *text;
} GjMatchSpan;

/**
 * GjSpanWalker:
 * @columns: for each column what reaches down into the next row
 * @spans: (element-type GjMatchSpan): the cells of the row that was walked last
 * @covers: (element-type GjMatchSpan): the cells from above that reach into it
 *
 * Goes through a grid row by row and says which columns each cell covers.
 */
typedef struct
{
  GArray *columns;
  GArray *spans;
  GArray *covers;
} GjSpanWalker;

void        _gj_span_walker_init  (GjSpanWalker     *self);
void        _gj_span_walker_clear (GjSpanWalker     *self);
void        _gj_span_walker_step  (GjSpanWalker     *self,
                                   const GjRawRow   *row);

GjRawBlock *_gj_match_transpose   (const GjRawBlock *block);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GjSpanWalker, _gj_span_walker_clear)

G_END_DECLS
