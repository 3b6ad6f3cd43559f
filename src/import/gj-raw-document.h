/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-raw-block.h"

G_BEGIN_DECLS

/**
 * GjRawUnit:
 * @GJ_RAW_UNIT_LINE: lines of a text
 * @GJ_RAW_UNIT_PARAGRAPH: paragraphs of a document, those in cells too
 * @GJ_RAW_UNIT_PAGE: pages
 *
 * What the places in a source count.
 */
typedef enum
{
  GJ_RAW_UNIT_LINE,
  GJ_RAW_UNIT_PARAGRAPH,
  GJ_RAW_UNIT_PAGE,
} GjRawUnit;

/**
 * GjRawNoteKind:
 * @GJ_RAW_NOTE_ENCODING: the text was read in another encoding than UTF-8; @text names it
 * @GJ_RAW_NOTE_CHARSET_WRONG: the source declares one encoding and is in another; @text
 *                             is the declared one
 * @GJ_RAW_NOTE_DROPPED_CHARACTERS: @n characters that cannot be shown were left out
 * @GJ_RAW_NOTE_INSERTED: tracked insertions were taken as text (@n of them)
 * @GJ_RAW_NOTE_DELETED: tracked deletions were left out (@n); @text is the first
 * @GJ_RAW_NOTE_TEXT_BOX: text of a box was read at its anchor; @text begins it
 * @GJ_RAW_NOTE_HIDDEN: hidden text was left out; @text begins it
 * @GJ_RAW_NOTE_NUMBERING: a heading's number was counted by the source; @text is the
 *                         number and the heading
 * @GJ_RAW_NOTE_NESTED_TABLE: a table inside a cell was read after its table
 * @GJ_RAW_NOTE_LAYOUT_TABLE: a table that only arranges the page was taken apart
 * @GJ_RAW_NOTE_SPAN_CUT: a cell reached beyond its table and was cut back
 * @GJ_RAW_NOTE_SPAN_ORPHAN: a cell goes on with one above that does not exist
 * @GJ_RAW_NOTE_PICTURE_LEFT_OUT: a picture could not be kept; @text names its kind
 * @GJ_RAW_NOTE_PICTURE_MOVED: a picture inside a table was put after it; @text is the
 *                             words that stand for it
 * @GJ_RAW_NOTE_TABLE_CUT: a table is larger than can be read; @n rows or cells of it were
 *                         left out
 * @GJ_RAW_NOTE_FOOTNOTE: foot- or endnotes were left out (@n); @text is the first
 * @GJ_RAW_NOTE_HEADER_FOOTER: a page's head or foot was left out; @text is it
 * @GJ_RAW_NOTE_FURNITURE: what stands around the article of a web page was left out
 *                         (@n paragraphs); @text begins it
 * @GJ_RAW_NOTE_SCRIPT_TEXT: the article was read from a string in a script
 * @GJ_RAW_NOTE_PAGE_NUMBER: @n page numbers were left out
 * @GJ_RAW_NOTE_TABLE_JOINED: a table goes on over a page break and was joined
 * @GJ_RAW_NOTE_NO_RULES: a table without lines was read by the positions of its columns
 * @GJ_RAW_NOTE_SCANNED_PAGE: a page is only a picture and was not read
 * @GJ_RAW_NOTE_RECOGNISED: the text of a page was recognised from its picture by another
 *                          program and may be wrong
 * @GJ_RAW_NOTE_BROKEN: the file is damaged behind this place and was read up to it
 * @GJ_RAW_NOTE_HIDDEN_READ: hidden text was read, for the document shows nothing else
 * @GJ_RAW_NOTE_PART_READ: another document that this one takes in was read in its place
 * @GJ_RAW_NOTE_PART_LEFT_OUT: another document that this one takes in was not read; @text
 *                             is its kind
 * @GJ_RAW_NOTE_OBJECT_LEFT_OUT: an object of another program was not read; @text names the
 *                               program
 * @GJ_RAW_NOTE_CHART_LEFT_OUT: a chart or diagram was not read; @text are the words in it
 * @GJ_RAW_NOTE_FORMULA: a formula was read as text; @text is it
 * @GJ_RAW_NOTE_FIELD_LEFT_OUT: a field shows what the document does not store; @text is
 *                              its code
 * @GJ_RAW_NOTE_PROMPT: the prompt of a field that was not filled in was left out; @text is
 *                      it
 * @GJ_RAW_NOTE_RUBY: phonetic guides were left out (@n); @text is the first
 * @GJ_RAW_NOTE_TEXT_BOX_MOVED: text of a box was put after all other text, for its place
 *                              is not known; @text begins it
 * @GJ_RAW_NOTE_TABLE_PARTED: a table follows another without anything between and was
 *                            parted from it
 * @GJ_RAW_NOTE_PAGE_DAMAGED: a page is damaged and was read as far as it could be
 * @GJ_RAW_NOTE_FILE_DAMAGED: the file is damaged, nobody knows where, and all was read
 *                            that was found
 * @GJ_RAW_NOTE_PAGE_BLANK: nothing stands on a page
 * @GJ_RAW_NOTE_PAGE_NAMELESS: a page has text in fonts that do not name their characters
 *                             and was not read
 * @GJ_RAW_NOTE_NAMELESS: @n characters whose font does not name them stand as U+FFFD
 * @GJ_RAW_NOTE_COLUMNS: text in columns was read one column after the other
 * @GJ_RAW_NOTE_COLUMNS_UNSURE: text may stand in columns and was read line by line
 *
 * What a reader did. Readers know no form, so they say no more; the matcher says where it
 * went.
 */
typedef enum
{
  GJ_RAW_NOTE_ENCODING,
  GJ_RAW_NOTE_CHARSET_WRONG,
  GJ_RAW_NOTE_DROPPED_CHARACTERS,
  GJ_RAW_NOTE_INSERTED,
  GJ_RAW_NOTE_DELETED,
  GJ_RAW_NOTE_TEXT_BOX,
  GJ_RAW_NOTE_HIDDEN,
  GJ_RAW_NOTE_NUMBERING,
  GJ_RAW_NOTE_NESTED_TABLE,
  GJ_RAW_NOTE_LAYOUT_TABLE,
  GJ_RAW_NOTE_SPAN_CUT,
  GJ_RAW_NOTE_SPAN_ORPHAN,
  GJ_RAW_NOTE_PICTURE_LEFT_OUT,
  GJ_RAW_NOTE_PICTURE_MOVED,
  GJ_RAW_NOTE_TABLE_CUT,
  GJ_RAW_NOTE_FOOTNOTE,
  GJ_RAW_NOTE_HEADER_FOOTER,
  GJ_RAW_NOTE_FURNITURE,
  GJ_RAW_NOTE_SCRIPT_TEXT,
  GJ_RAW_NOTE_PAGE_NUMBER,
  GJ_RAW_NOTE_TABLE_JOINED,
  GJ_RAW_NOTE_NO_RULES,
  GJ_RAW_NOTE_SCANNED_PAGE,
  GJ_RAW_NOTE_RECOGNISED,
  GJ_RAW_NOTE_BROKEN,
  GJ_RAW_NOTE_HIDDEN_READ,
  GJ_RAW_NOTE_PART_READ,
  GJ_RAW_NOTE_PART_LEFT_OUT,
  GJ_RAW_NOTE_OBJECT_LEFT_OUT,
  GJ_RAW_NOTE_CHART_LEFT_OUT,
  GJ_RAW_NOTE_FORMULA,
  GJ_RAW_NOTE_FIELD_LEFT_OUT,
  GJ_RAW_NOTE_PROMPT,
  GJ_RAW_NOTE_RUBY,
  GJ_RAW_NOTE_TEXT_BOX_MOVED,
  GJ_RAW_NOTE_TABLE_PARTED,
  GJ_RAW_NOTE_PAGE_DAMAGED,
  GJ_RAW_NOTE_FILE_DAMAGED,
  GJ_RAW_NOTE_PAGE_BLANK,
  GJ_RAW_NOTE_PAGE_NAMELESS,
  GJ_RAW_NOTE_NAMELESS,
  GJ_RAW_NOTE_COLUMNS,
  GJ_RAW_NOTE_COLUMNS_UNSURE,
} GjRawNoteKind;

/**
 * GjRawNote:
 * @text: (nullable): what stood there, at most 200 characters of it
 * @n: how many
 * @line: the place in the source
 */
typedef struct
{
  GjRawNoteKind  kind;
  char          *text;
  guint          n;
  guint          line;
} GjRawNote;

/**
 * GjRawComment:
 * @who: (nullable): the author
 * @when: (nullable): ISO 8601, date only
 * @text: what was said, its paragraphs parted by line feeds
 * @block: index of the block that it is about
 * @row: with a grid, the row, else 0
 * @cell: with a grid, the cell of the row, else 0
 * @start: where the words begin that are meant, in code points of the text of the block
 *         or cell
 * @end: the same, exclusive; equal to @start when no words are meant
 *
 * A comment somebody left in the document.
 */
typedef struct
{
  char  *who;
  char  *when;
  char  *text;
  guint  block;
  guint  row;
  guint  cell;
  guint  start;
  guint  end;
} GjRawComment;

/**
 * GjRawDocument:
 * @unit: what the places count
 * @blocks: (element-type GjRawBlock): in reading order
 * @notes: (element-type GjRawNote): what the reader did, by place
 * @comments: (element-type GjRawComment): by place
 *
 * What a reader gives.
 */
typedef struct
{
  GjRawUnit  unit;
  GPtrArray *blocks;
  GPtrArray *notes;
  GPtrArray *comments;
} GjRawDocument;

GjRawDocument *gj_raw_document_new         (GjRawUnit      unit);
void           gj_raw_document_add_note    (GjRawDocument *self,
                                            GjRawNoteKind  kind,
                                            const char    *text,
                                            guint          n,
                                            guint          line);
GjRawComment * gj_raw_document_add_comment (GjRawDocument *self,
                                            const char    *text,
                                            guint          block);
void           gj_raw_document_sort_notes  (GjRawDocument *self);
void           gj_raw_document_free        (GjRawDocument *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjRawDocument, gj_raw_document_free)

G_END_DECLS
