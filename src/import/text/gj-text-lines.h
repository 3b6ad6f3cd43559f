/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GjTextLineKind:
 * @GJ_TEXT_LINE_PLAIN: a line of text
 * @GJ_TEXT_LINE_CELL: a leading tab and one cell
 * @GJ_TEXT_LINE_ROW: a row of cells parted by tabs
 * @GJ_TEXT_LINE_PIPE: a row of cells parted by bars
 * @GJ_TEXT_LINE_NUMBER: a bare number on a line of its own
 * @GJ_TEXT_LINE_COLUMNS: words followed by numbers, parted by blanks
 */
typedef enum
{
  GJ_TEXT_LINE_PLAIN,
  GJ_TEXT_LINE_CELL,
  GJ_TEXT_LINE_ROW,
  GJ_TEXT_LINE_PIPE,
  GJ_TEXT_LINE_NUMBER,
  GJ_TEXT_LINE_COLUMNS,
} GjTextLineKind;

/**
 * GjTextLine:
 * @text: the line in the text, without its end; not terminated
 * @length: its length in bytes
 * @number: counted from 1
 * @n_blank_before: blank lines between this line and the one before it
 * @n_numbers: how many numbers stand at its end
 */
typedef struct
{
  const char     *text;
  gsize           length;
  guint           number;
  guint           n_blank_before;
  GjTextLineKind  kind;
  guint           n_numbers;
} GjTextLine;

#define GJ_TEXT_WIDE_BLANK "\xe3\x80\x80"
#define GJ_TEXT_MAX_LINES 200000

GArray * gj_text_lines_split   (const char *text,
                                gsize       length);

gsize    gj_text_count         (const char *text,
                                gsize       length);
gboolean gj_text_is_number     (const char *text,
                                gsize       length);
gboolean gj_text_has_ordinal   (const char *text,
                                gsize       length);
gboolean gj_text_is_ordinal    (const char *text,
                                gsize       length);
gboolean gj_text_has_full_stop (const char *text,
                                gsize       length);
gboolean gj_text_is_rule       (const char *text,
                                gsize       length);

const char *gj_text_skip_gap_back    (const char *text,
                                      const char *end);
const char *gj_text_skip_column_back (const char *text,
                                      const char *end);

G_END_DECLS
