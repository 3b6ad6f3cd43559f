/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-doc-format.h"

G_BEGIN_DECLS

/**
 * GjDocLetters:
 * @hidden: unset, or 0 or 1, or 0x80 for what the style says and 0x81 for the opposite
 * @style: the number of the letters' own style, or 0
 *
 * What a run of changes says about letters.
 */
typedef struct
{
  int      hidden;
  guint    style;
  gboolean is_deleted;
  gboolean is_inserted;
  gboolean is_special;
  guint    symbol;
  gint64   picture;
} GjDocLetters;

/**
 * GjDocStyles:
 *
 * The styles of a document, each with what it takes from those it is based on.
 */
typedef struct _GjDocStyles GjDocStyles;

GjDocStyles *gj_doc_styles_new        (const GjDocFile   *file);
void         gj_doc_styles_free       (GjDocStyles       *self);
void         gj_doc_styles_paragraph  (GjDocStyles       *self,
                                       guint              style,
                                       GjDocParagraph    *out);
int          gj_doc_styles_get_hidden (GjDocStyles       *self,
                                       guint              style);

void         gj_doc_paragraph_init    (GjDocParagraph    *self);
void         gj_doc_paragraph_change  (GjDocParagraph    *self,
                                       const GjDocFile   *file,
                                       const GjDocSpan   *changes,
                                       gsize             *budget);
void         gj_doc_letters_init      (GjDocLetters      *self);
void         gj_doc_letters_change    (GjDocLetters      *self,
                                       const GjDocSpan   *changes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjDocStyles, gj_doc_styles_free)

G_END_DECLS
