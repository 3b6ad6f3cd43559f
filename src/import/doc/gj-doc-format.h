/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-doc-file.h"
#include "gj-doc-text.h"

G_BEGIN_DECLS

#define GJ_DOC_UNSET (-1)
#define GJ_DOC_MAX_CELLS 64

/**
 * GjDocMerge:
 *
 * How a cell goes with the one above.
 */
typedef enum
{
  GJ_DOC_MERGE_NONE,
  GJ_DOC_MERGE_GOES_ON,
  GJ_DOC_MERGE_BEGINS,
} GjDocMerge;

/**
 * GjDocShape:
 * @n_cells: cells of the row
 * @edges: where they begin and the last one ends, in twips
 * @sideways: 0, or how a cell goes with the one before it
 * @merges: how a cell goes with the one above
 * @is_head: whether the row comes again on each page
 */
typedef struct
{
  guint    n_cells;
  gint16   edges[GJ_DOC_MAX_CELLS + 1];
  guint8   sideways[GJ_DOC_MAX_CELLS];
  guint8   merges[GJ_DOC_MAX_CELLS];
  gboolean is_head;
} GjDocShape;

/**
 * GjDocParagraph:
 * @style: the number of its style
 * @level: how deep in the outline, from 0; 9 for body text, or unset
 * @list: the use of a list, from 1; 0 for none, or unset
 * @list_level: the level in the list, or unset
 * @hidden: whether its letters are hidden, as its style says, or unset
 * @depth: in how many tables it is
 * @ends_cell: whether a cell of an inner table ends with it
 * @ends_row: whether it stands for the end of a row
 * @shape: the row that ends, or (nullable)
 */
typedef struct
{
  guint       style;
  int         level;
  int         list;
  int         list_level;
  int         hidden;
  gboolean    in_table;
  guint       depth;
  gboolean    ends_cell;
  gboolean    ends_row;
  GjDocShape *shape;
} GjDocParagraph;

/**
 * GjDocCharacters:
 * @end: the character behind the last that is formatted so
 * @is_hidden: hidden text
 * @is_deleted: deleted by a tracked change
 * @is_inserted: inserted by one
 * @is_special: not a letter but a mark
 * @symbol: the character of a font of signs that is meant, or 0
 * @picture: where its picture lies, or unset
 */
typedef struct
{
  guint32  end;
  gboolean is_hidden;
  gboolean is_deleted;
  gboolean is_inserted;
  gboolean is_special;
  guint    symbol;
  gint64   picture;
} GjDocCharacters;

/**
 * GjDocFormats:
 *
 * How the paragraphs and characters of a document are formatted.
 */
typedef struct _GjDocFormats GjDocFormats;

GjDocFormats *gj_doc_formats_new             (const GjDocFile       *file,
                                              const GjDocText       *text);
void          gj_doc_formats_free            (GjDocFormats          *self);
gboolean      gj_doc_formats_ends_paragraph  (GjDocFormats          *self,
                                              guint32                at);
void          gj_doc_formats_read_paragraph  (GjDocFormats          *self,
                                              guint32                at,
                                              GjDocShape            *shape,
                                              GjDocParagraph        *out);
void          gj_doc_formats_read_characters (GjDocFormats          *self,
                                              guint32                at,
                                              const GjDocParagraph  *paragraph,
                                              GjDocCharacters       *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjDocFormats, gj_doc_formats_free)

G_END_DECLS
