/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-raw-block.h"
#include "gj-text-lines.h"

G_BEGIN_DECLS

/**
 * GjTextReader:
 * @lines: (element-type GjTextLine): the lines of the text
 * @at: the line that is read next
 * @blocks: (element-type GjRawBlock): what was read so far
 * @grid: (nullable): the last of the blocks, while more rows of it may come
 *
 * A text on its way from lines to blocks.
 */
typedef struct
{
  GArray     *lines;
  guint       at;
  GPtrArray  *blocks;
  GjRawBlock *grid;
} GjTextReader;

const GjTextLine *_gj_text_reader_peek          (GjTextReader     *self,
                                                 guint             ahead);
GjRawBlock *      _gj_text_reader_ensure_grid   (GjTextReader     *self,
                                                 guint             line);
void              _gj_text_reader_add_paragraph (GjTextReader     *self,
                                                 const GjTextLine *line);
void              _gj_text_reader_read_tabs     (GjTextReader     *self);
gsize             _gj_text_trim_end             (const char       *text,
                                                 gsize             length);

G_END_DECLS
