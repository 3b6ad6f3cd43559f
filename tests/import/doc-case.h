/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-doc-writer.h"

G_BEGIN_DECLS

/* Words for a writer that is called doc. */

#define ADD(text) gj_doc_writer_add (doc, text, FALSE, "", 0)
#define ADD_WIDE(text) gj_doc_writer_add (doc, text, TRUE, "", 0)
#define ADD_AS(text, format) gj_doc_writer_add (doc, text, FALSE, format, sizeof (format) - 1)
#define END(format) gj_doc_writer_end (doc, 0, format, sizeof (format) - 1)
#define PLAIN() gj_doc_writer_end (doc, 0, "", 0)

#define HIDDEN "\x3c\x08\x01"
#define DELETED "\x00\x08\x01"
#define INSERTED "\x01\x08\x01"
#define SPECIAL "\x55\x08\x01"
#define PICTURE(offset) "\x03\x6a" offset "\0\0\0"
#define SYMBOL "\x09\x6a\x03\x00\x4a\xf0"
#define IN_TABLE "\x16\x24\x01"
#define ROW_END "\x17\x24\x01"
#define DEPTH(n) "\x49\x66" n "\x00\x00\x00"
#define INNER_CELL "\x4b\x24\x01"
#define INNER_ROW "\x4c\x24\x01"
#define HEAD_ROW "\x04\x34\x01"
#define OUTLINE(n) "\x40\x26" n
#define IN_LIST(use, level) "\x0b\x46" use "\x00\x0a\x26" level

/* A row of cells: their number, the edges, and the flags of each. */
#define CELL(flags) flags "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
#define ROW_1(edges, cells) "\x08\xd6\x1a\x00\x01" edges cells
#define ROW_2(edges, cells) "\x08\xd6\x30\x00\x02" edges cells
#define ROW_3(edges, cells) "\x08\xd6\x46\x00\x03" edges cells
#define AT_0 "\x00\x00"
#define AT_1 "\xe8\x03"
#define AT_2 "\xd0\x07"
#define AT_3 "\xb8\x0b"

#define END_ROW(row) (ADD ("\a"), END (IN_TABLE ROW_END row))

/**
 * DocCase:
 * @name: the case
 * @write: writes the document
 * @blocks: what is read, as raw_dump_blocks() writes it
 * @notes: the notes, as raw_dump_notes() writes them
 * @comments: (nullable): the comments, as raw_dump_comments() writes them
 *
 * The smallest document that shows one thing.
 */
typedef struct
{
  const char  *name;
  void       (*write)(GjDocWriter *doc);
  const char  *blocks;
  const char  *notes;
  const char  *comments;
} DocCase;

void doc_case_cell (GjDocWriter   *doc,
                    const char    *text);
void doc_cases_add (const char    *path,
                    const DocCase *cases,
                    guint          n_cases);

G_END_DECLS
