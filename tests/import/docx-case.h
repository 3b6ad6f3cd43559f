/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DocxCase:
 * @name: the case
 * @body: what stands in <w:body>
 * @blocks: what is read, as raw_dump_blocks() writes it
 * @notes: (nullable): the notes, as raw_dump_notes() writes them
 * @comments: (nullable): the comments, as raw_dump_comments() writes them
 * @styles: (nullable): what stands in <w:styles>
 * @numbering: (nullable): what stands in <w:numbering>
 * @said: (nullable): what stands in <w:comments>
 * @footnotes: (nullable): what stands in <w:footnotes>
 *
 * The smallest document that shows one thing.
 */
typedef struct
{
  const char *name;
  const char *body;
  const char *blocks;
  const char *notes;
  const char *comments;
  const char *styles;
  const char *numbering;
  const char *said;
  const char *footnotes;
} DocxCase;

#define T(text) "<w:t xml:space=\"preserve\">" text "</w:t>"
#define R(text) "<w:r>" T (text) "</w:r>"
#define RUN(properties, text) "<w:r><w:rPr>" properties "</w:rPr>" T (text) "</w:r>"
#define P(text) "<w:p>" R (text) "</w:p>"
#define PP(properties, runs) "<w:p><w:pPr>" properties "</w:pPr>" runs "</w:p>"
#define FIELD(type) "<w:r><w:fldChar w:fldCharType=\"" type "\"/></w:r>"
#define CODE(code) "<w:r><w:instrText xml:space=\"preserve\">" code "</w:instrText></w:r>"
#define TC(text) "<w:tc>" P (text) "</w:tc>"
#define TCP(properties, content) "<w:tc><w:tcPr>" properties "</w:tcPr>" content "</w:tc>"
#define SPAN(n) "<w:gridSpan w:val=\"" n "\"/>"
#define RESTART "<w:vMerge w:val=\"restart\"/>"
#define CONTINUE "<w:vMerge/>"
#define TR(cells) "<w:tr>" cells "</w:tr>"
#define TRP(properties, cells) "<w:tr><w:trPr>" properties "</w:trPr>" cells "</w:tr>"
#define GRID(columns) "<w:tblGrid>" columns "</w:tblGrid>"
#define COL "<w:gridCol w:w=\"1000\"/>"
#define TBL(rows) "<w:tbl><w:tblPr/>" rows "</w:tbl>"

void docx_cases_add (const char     *path,
                     const DocxCase *cases,
                     guint           n_cases);

G_END_DECLS
