/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gj-doc-comments.h"
#include "gj-doc-file.h"
#include "gj-doc-format.h"
#include "gj-doc-lists.h"
#include "gj-doc-shapes.h"
#include "gj-doc-table.h"
#include "gj-doc-text.h"
#include "gj-raw-document.h"
#include "gj-word-tally.h"

G_BEGIN_DECLS

#define GJ_DOC_MAX_TEXT (4 * 1024 * 1024)

/**
 * GjDocReader:
 * @tables: (element-type GjDocTable): the open tables, the outermost first
 * @blocks: where top paragraphs go
 * @words: the paragraph so far
 * @n_characters: code points in it
 * @after: pictures that come after it
 * @boxes: (element-type GjDocBox): boxes that come after these
 * @hidden: what is hidden in it
 * @number: the number that was counted for it
 * @object_end: up to where pictures show an object that was told already
 * @in_box: whether the text of a box is being read
 * @goes_on: whether its end was deleted, so that the next one belongs to it
 * @in_deletion: whether the text before was deleted
 * @in_insertion: whether it was inserted
 */
typedef struct
{
  GCancellable  *cancellable;
  GjDocFile     *file;
  GjDocText     *text;
  GjDocFormats  *formats;
  GjDocLists    *lists;
  GjDocComments *comments;
  GjDocShapes   *shapes;
  GjRawDocument *out;
  GError        *error;
  GPtrArray     *tables;
  GPtrArray     *blocks;
  GPtrArray     *before;
  GPtrArray     *after;
  GArray        *boxes;
  GString       *words;
  glong          n_characters;
  GString       *hidden;
  GString       *number;
  guint          line;
  guint          n_paragraphs;
  guint          n_dropped;
  guint32        object_end;
  gsize          n_bytes;
  gsize          n_picture_bytes;
  gboolean       in_box;
  gboolean       goes_on;
  gboolean       in_deletion;
  gboolean       in_insertion;
  GjWordTally    deletions;
  GjWordTally    insertions;
  GjWordTally    footnotes;
} GjDocReader;

void     _gj_doc_note       (GjDocReader    *self,
                             GjRawNoteKind   kind,
                             const char     *text,
                             guint           line);
gboolean _gj_doc_is_stopped (GjDocReader    *self);
void     _gj_doc_read_story (GjDocReader    *self,
                             guint32         first,
                             guint32         end);
void     _gj_doc_read_box   (GjDocReader    *self,
                             const GjDocBox *box);
void     _gj_doc_append     (GjDocReader           *self,
                             const GjDocCharacters *format,
                             gunichar               c);
void     _gj_doc_read_mark  (GjDocReader           *self,
                             const GjDocCharacters *format,
                             guint32                at);
void     _gj_doc_read_field (GjDocReader           *self,
                             const GjDocCharacters *format,
                             guint32                at);
void     _gj_doc_note_pages (GjDocReader    *self);

G_END_DECLS
