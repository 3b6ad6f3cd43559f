/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Places in a source are counted from 1, 0 when it is not known: lines of a text,
 * paragraphs (those in cells too) of a word processor's document or a web page, pages of
 * a PDF. GjRawDocument says which. */

/**
 * GjRawCell:
 * @text: the text as it stood, its paragraphs parted by line feeds
 * @n_lines: lines covered, at least 1
 * @n_positions: columns covered, at least 1
 * @line: the place in the source
 */
typedef struct
{
  char  *text;
  guint  n_lines;
  guint  n_positions;
  guint  line;
} GjRawCell;

/**
 * GjRawRow:
 * @cells: (element-type GjRawCell): the cells as the source gives them, left to right; a
 *         cell that began in a row above and reaches down into this one does not come
 *         again
 * @is_head: whether the source says that the row is repeated on every page
 * @n_before: columns left out before the first cell
 */
typedef struct
{
  GPtrArray *cells;
  gboolean   is_head;
  guint      n_before;
} GjRawRow;

/**
 * GjRawKind:
 * @GJ_RAW_PARAGRAPH: a paragraph; whether it is a heading is for the matcher to say
 * @GJ_RAW_GRID: a table
 * @GJ_RAW_PICTURE: a picture, or the mark that stood in its place
 */
typedef enum
{
  GJ_RAW_PARAGRAPH,
  GJ_RAW_GRID,
  GJ_RAW_PICTURE,
} GjRawKind;

/**
 * GjRawRole:
 * @GJ_RAW_ROLE_NONE: the source does not say
 * @GJ_RAW_ROLE_TITLE: a line of the document's title
 * @GJ_RAW_ROLE_NUMBER: the number that the document bears (发文字号)
 * @GJ_RAW_ROLE_SIGNATURE: a line of who signs
 * @GJ_RAW_ROLE_DATE: the date of the signature
 *
 * What the source says that a paragraph is. It may be wrong: many styles are chosen for
 * their looks.
 */
typedef enum
{
  GJ_RAW_ROLE_NONE,
  GJ_RAW_ROLE_TITLE,
  GJ_RAW_ROLE_NUMBER,
  GJ_RAW_ROLE_SIGNATURE,
  GJ_RAW_ROLE_DATE,
} GjRawRole;

/**
 * GjRawBlock:
 * @text: the paragraph's text, with the number that the source counts for it; the words
 *        that stand for a picture
 * @rows: (element-type GjRawRow): the grid's rows
 * @picture: (nullable): the picture's file, PNG or JPEG; %NULL when it is of another kind
 *           or was left out
 * @role: what the source says that the paragraph is
 * @level: how deep a heading the source says it is, counted from 1; 0 for no heading
 * @line: the place in the source
 *
 * What a reader gives: neutral blocks that know a format and no form.
 */
typedef struct
{
  GjRawKind  kind;
  char      *text;
  GPtrArray *rows;
  GBytes    *picture;
  GjRawRole  role;
  guint      level;
  guint      line;
} GjRawBlock;

GjRawBlock *gj_raw_block_new_paragraph (const char *text,
                                        gssize      length,
                                        guint       line);
GjRawBlock *gj_raw_block_new_grid      (guint       line);
GjRawBlock *gj_raw_block_new_picture   (GBytes     *picture,
                                        const char *text,
                                        guint       line);
GjRawRow *  gj_raw_block_add_row       (GjRawBlock *self);
GjRawCell * gj_raw_row_add_cell        (GjRawRow   *self,
                                        const char *text,
                                        gssize      length,
                                        guint       line);
void        gj_raw_blocks_move         (GPtrArray  *to,
                                        GPtrArray  *from);
void        gj_raw_block_free          (GjRawBlock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjRawBlock, gj_raw_block_free)

G_END_DECLS
