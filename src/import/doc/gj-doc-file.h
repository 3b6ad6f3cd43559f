/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-doc-span.h"

G_BEGIN_DECLS

/**
 * GjDocPart:
 *
 * What the file's head points at in the table stream: places in its list of pairs.
 */
typedef enum
{
  GJ_DOC_PART_STYLES = 1,
  GJ_DOC_PART_COMMENT_REFERENCES = 4,
  GJ_DOC_PART_COMMENT_TEXTS = 5,
  GJ_DOC_PART_PAGE_TEXTS = 11,
  GJ_DOC_PART_CHARACTERS = 12,
  GJ_DOC_PART_PARAGRAPHS = 13,
  GJ_DOC_PART_PIECES = 33,
  GJ_DOC_PART_COMMENT_AUTHORS = 36,
  GJ_DOC_PART_COMMENT_MARKS = 37,
  GJ_DOC_PART_ANCHORS = 40,
  GJ_DOC_PART_COMMENT_STARTS = 42,
  GJ_DOC_PART_COMMENT_ENDS = 43,
  GJ_DOC_PART_DRAWINGS = 50,
  GJ_DOC_PART_BOX_TEXTS = 56,
  GJ_DOC_PART_LISTS = 73,
  GJ_DOC_PART_LIST_USES = 74,
  GJ_DOC_PART_COMMENT_DATES = 112,
} GjDocPart;

/**
 * GjDocStory:
 *
 * The texts of a document, which follow one another in this order.
 */
typedef enum
{
  GJ_DOC_STORY_MAIN,
  GJ_DOC_STORY_FOOTNOTES,
  GJ_DOC_STORY_PAGES,
  GJ_DOC_STORY_MACROS,
  GJ_DOC_STORY_COMMENTS,
  GJ_DOC_STORY_ENDNOTES,
  GJ_DOC_STORY_BOXES,
  GJ_DOC_STORY_PAGE_BOXES,
} GjDocStory;

#define GJ_DOC_N_STORIES (GJ_DOC_STORY_PAGE_BOXES + 1)

/**
 * GjDocFile:
 * @main: the stream with the text and its formats
 * @table: the stream with the tables about it
 * @data: the stream with what is large
 * @lengths: the characters of each story
 *
 * The streams of a document, and the head that says where everything is.
 */
typedef struct
{
  GjDocSpan main;
  GjDocSpan table;
  GjDocSpan data;
  guint32   lengths[GJ_DOC_N_STORIES];
  gsize     pairs;
  guint     n_pairs;
} GjDocFile;

GjDocFile *gj_doc_file_open       (GBytes           *bytes,
                                   GError          **error);
void       gj_doc_file_free       (GjDocFile        *self);
GjDocSpan  gj_doc_file_get_part   (const GjDocFile  *self,
                                   GjDocPart         part);
GjDocSpan  gj_doc_file_get_behind (const GjDocFile  *self,
                                   GjDocPart         part);
guint32    gj_doc_file_get_start  (const GjDocFile  *self,
                                   GjDocStory        story);
void       gj_doc_file_set_damaged (GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjDocFile, gj_doc_file_free)

G_END_DECLS
