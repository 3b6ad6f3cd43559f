/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-doc-file.h"

G_BEGIN_DECLS

/**
 * GjDocPiece:
 * @first: its first character
 * @end: the character behind it
 * @offset: where its first character is in the main stream
 * @width: bytes of a character, 1 or 2
 * @properties: what was changed on it since the document was last saved as a whole
 *
 * Characters that lie one after another in the file.
 */
typedef struct
{
  guint32   first;
  guint32   end;
  guint32   offset;
  guint     width;
  GjDocSpan properties;
} GjDocPiece;

/**
 * GjDocText:
 * @units: the characters of all stories, in UTF-16
 * @n_units: how many
 * @is_cut: whether the file ends before its text does
 *
 * The text of a document, with the marks of its format still in it.
 */
typedef struct
{
  guint16  *units;
  guint32   n_units;
  gboolean  is_cut;
  GArray   *pieces;
  guint8   *marks;
} GjDocText;

/**
 * GjDocField:
 * @code: the first character of its code
 * @code_end: the character behind its code
 * @end: the mark that ends it, or a place before that when its result is long
 * @has_result: whether a result follows the code
 */
typedef struct
{
  guint32  code;
  guint32  code_end;
  guint32  end;
  gboolean has_result;
} GjDocField;

GjDocText *        gj_doc_text_new       (const GjDocFile  *file);
void               gj_doc_text_free      (GjDocText        *self);
const GjDocPiece * gj_doc_text_find      (const GjDocText  *self,
                                          guint32           at);
gboolean           gj_doc_text_in_code   (const GjDocText  *self,
                                          guint32           at);
gboolean           gj_doc_text_find_field (const GjDocText  *self,
                                          guint32           at,
                                          GjDocField       *field);
char *             gj_doc_text_dup_code  (const GjDocText  *self,
                                          const GjDocField *field);
char *             gj_doc_text_dup_plain (const GjDocText  *self,
                                          guint32           first,
                                          guint32           end);

static inline gsize
gj_doc_piece_get_offset (const GjDocPiece *self,
                         guint32           at)
{
  return self->offset + (gsize) (at - self->first) * self->width;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjDocText, gj_doc_text_free)

G_END_DECLS
