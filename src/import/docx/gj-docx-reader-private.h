/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-docx-comments.h"
#include "gj-docx-names.h"
#include "gj-docx-numbering.h"
#include "gj-docx-package.h"
#include "gj-docx-reader.h"
#include "gj-docx-styles.h"
#include "gj-word-tally.h"

G_BEGIN_DECLS

#define GJ_DOCX_MAX_TEXT (4 << 20)
#define GJ_DOCX_MAX_DEPTH 100
#define GJ_DOCX_MAX_ROWS 2000
#define GJ_DOCX_MAX_COLUMNS 64
#define GJ_DOCX_MAX_PICTURES 500
#define GJ_DOCX_MAX_CHUNKS 20

/**
 * GjDocxReader:
 * @package: (nullable): where other parts are
 * @out: the blocks that are done, with notes
 * @fields: the open fields, the innermost last
 * @first_field: those before it belong to the text around a box
 * @held: the text of a field's code, for the case that it is none
 * @deletions: what was deleted
 * @insertions: what was inserted
 * @footnotes: what is left out below the pages
 * @rubies: what is left out above the words
 * @n_in_deletion: how many open elements say that what they hold is deleted
 * @n_in_prompt: how many open fields only hold the prompt of their template
 * @n_deleted_bytes: how much was deleted
 * @pictures: those that were read, by part
 * @n_paragraphs: how many paragraphs have begun
 * @n_bytes: how much text was read
 * @depth: how many flows are open
 * @is_inner: whether another document takes this one in
 *
 * One document that is being read. The text goes into flows: the body, a cell, a box.
 */
typedef struct
{
  GjDocxPackage   *package;
  GjDocxStyles    *styles;
  GjDocxNumbering *numbering;
  GjDocxComments  *comments;
  GjRawDocument   *out;
  GCancellable    *cancellable;
  GError          *error;
  GArray          *fields;
  GString         *held;
  GHashTable      *pictures;
  GjWordTally      deletions;
  GjWordTally      insertions;
  GjWordTally      footnotes;
  GjWordTally      rubies;
  guint            first_field;
  guint            n_in_deletion;
  guint            n_in_prompt;
  guint            n_paragraphs;
  guint            n_pictures;
  guint            n_chunks;
  guint            depth;
  gsize            n_bytes;
  gsize            n_deleted_bytes;
  gboolean         is_inner;
} GjDocxReader;

/**
 * GjDocxFlow:
 * @blocks: (element-type GjRawBlock): what was read
 * @before: (element-type GjRawBlock): what comes before the paragraph
 * @after: (element-type GjRawBlock): what comes after it
 * @text: the paragraph that is being read
 * @hidden: hidden text of the paragraph
 * @prompt: what the template asks for in it
 * @number: the number that was counted for it
 * @style: what its style and properties say
 * @n_characters: how long it is
 * @first_place: the comments' places before it
 * @line: its place
 * @goes_on: whether its end was deleted
 *
 * A run of paragraphs and tables, one after another: the body, a cell, a box.
 */
typedef struct
{
  GPtrArray   *blocks;
  GPtrArray   *before;
  GPtrArray   *after;
  GString     *text;
  GString     *hidden;
  GString     *prompt;
  GString     *number;
  GjDocxStyle  style;
  glong        n_characters;
  guint        first_place;
  guint        line;
  gboolean     goes_on;
} GjDocxFlow;

/**
 * GjDocxRead:
 *
 * Reads what an element holds.
 */
typedef void (*GjDocxRead) (GjDocxReader  *self,
                            GjDocxFlow    *flow,
                            const xmlNode *parent);

/* Flows */

GPtrArray * _gj_docx_read_flow          (GjDocxReader  *self,
                                         const xmlNode *parent);
void        _gj_docx_read_blocks        (GjDocxReader  *self,
                                         GjDocxFlow    *flow,
                                         const xmlNode *parent);
void        _gj_docx_read_control       (GjDocxReader  *self,
                                         GjDocxFlow    *flow,
                                         const xmlNode *node,
                                         GjDocxRead     read);
void        _gj_docx_end_paragraph      (GjDocxReader  *self,
                                         GjDocxFlow    *flow);
void        _gj_docx_append             (GjDocxReader  *self,
                                         GjDocxFlow    *flow,
                                         const char    *text,
                                         gboolean       is_hidden);
gboolean    _gj_docx_read_mark          (GjDocxReader  *self,
                                         GjDocxFlow    *flow,
                                         const xmlNode *node);

/* Runs and fields */

void        _gj_docx_read_runs          (GjDocxReader  *self,
                                         GjDocxFlow    *flow,
                                         const xmlNode *parent);
GArray *    _gj_docx_new_fields         (void);
void        _gj_docx_open_simple_field  (GjDocxReader  *self,
                                         const xmlNode *node);
void        _gj_docx_close_simple_field (GjDocxReader  *self,
                                         guint          n);
void        _gj_docx_read_field_mark    (GjDocxReader  *self,
                                         GjDocxFlow    *flow,
                                         const xmlNode *node,
                                         gboolean       is_hidden);
void        _gj_docx_read_field_code    (GjDocxReader  *self,
                                         const xmlNode *node);
gboolean    _gj_docx_is_in_field_code   (GjDocxReader  *self);
gboolean    _gj_docx_is_in_page_field   (GjDocxReader  *self);
void        _gj_docx_end_fields         (GjDocxReader  *self,
                                         GjDocxFlow    *flow);

/* Drawings, formulas, tables, other documents */

void        _gj_docx_read_drawing       (GjDocxReader  *self,
                                         GjDocxFlow    *flow,
                                         const xmlNode *node,
                                         gboolean       is_hidden);
void        _gj_docx_read_math          (GjDocxReader  *self,
                                         GjDocxFlow    *flow,
                                         const xmlNode *node);
void        _gj_docx_read_table         (GjDocxReader  *self,
                                         GjDocxFlow    *flow,
                                         const xmlNode *node);
void        _gj_docx_read_chunk         (GjDocxReader  *self,
                                         GjDocxFlow    *flow,
                                         const xmlNode *node);

/* The document */

GjRawDocument *_gj_docx_read_inner      (GBytes        *bytes,
                                         GCancellable  *cancellable,
                                         GError       **error);
void        _gj_docx_note               (GjDocxReader  *self,
                                         GjRawNoteKind  kind,
                                         const char    *text,
                                         guint          line);
void        _gj_docx_count              (GjDocxReader  *self,
                                         GjWordTally   *tally,
                                         const char    *text);
void        _gj_docx_count_bytes        (GjDocxReader  *self,
                                         gsize          n);
gboolean    _gj_docx_is_stopped         (GjDocxReader  *self);
void        _gj_docx_fail               (GjDocxReader  *self,
                                         const char    *message);

G_END_DECLS
