/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GjDocWriter:
 * @magic: the first number of the document
 * @version: the second
 * @flags: those of the head, beside the one that says which stream the tables are in
 * @n_main: characters of the text, or 0 for all
 * @n_footnotes: characters behind it that belong to footnotes, and so on
 * @pieces_left_out: bytes taken off the end of the table of pieces
 * @piece_offset: added to where the second piece lies
 * @page_offset: added to the numbers of the pages of formats
 * @stream: the name of the main stream, or (nullable)
 *
 * Writes the smallest document of Word 97 that shows a case. Each text is a piece of its
 * own with a format of its own.
 */
typedef struct
{
  guint       magic;
  guint       version;
  guint       flags;
  guint32     n_main;
  guint32     n_footnotes;
  guint32     n_pages;
  guint32     n_comments;
  guint32     n_boxes;
  gsize       pieces_left_out;
  guint32     piece_offset;
  guint32     page_offset;
  const char *stream;

  GByteArray *text;
  GByteArray *table;
  GByteArray *data;
  GArray     *pieces;
  GArray     *runs;
  GArray     *paragraphs;
  guint32     n_characters;
  guint32     text_end;
  guint32     pairs[2 * 120];
} GjDocWriter;

GjDocWriter *gj_doc_writer_new  (void);
void         gj_doc_writer_free (GjDocWriter *self);
void         gj_doc_writer_add  (GjDocWriter *self,
                                 const char  *text,
                                 gboolean     is_wide,
                                 const char  *format,
                                 gsize        n_format);
void         gj_doc_writer_end  (GjDocWriter *self,
                                 guint        style,
                                 const char  *format,
                                 gsize        n_format);
void         gj_doc_writer_part (GjDocWriter *self,
                                 guint        part,
                                 const void  *data,
                                 gsize        size);
GBytes *     gj_doc_writer_save (GjDocWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjDocWriter, gj_doc_writer_free)

G_END_DECLS
