/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"
#include "gj-raw-document.h"

#include "gj-expectation.h"
#include "gj-match-note.h"
#include "gj-match-spans.h"

G_BEGIN_DECLS

/**
 * GjMatchRole:
 *
 * Where an item of the document goes. Every item goes to exactly one place.
 */
typedef enum
{
  GJ_MATCH_ROLE_NONE,
  GJ_MATCH_ROLE_TITLE,
  GJ_MATCH_ROLE_DOCUMENT_NUMBER,
  GJ_MATCH_ROLE_TEXT,
  GJ_MATCH_ROLE_HEADING,
  GJ_MATCH_ROLE_TABLE,
  GJ_MATCH_ROLE_SIGNATURE,
  GJ_MATCH_ROLE_DATE,
  GJ_MATCH_ROLE_RESIDUE,
} GjMatchRole;

/**
 * GjMatchItem:
 * @text: (nullable): a paragraph's text; %NULL for a grid
 * @line: the line of the source that it began on
 * @level: how deep a heading the source says it is, or 0
 * @first_row: the first of its rows in the match; a short paragraph has one of its own,
 *             for it may be a part of a table that stands outside its grid
 * @section: the section, or the preface, that it belongs to
 * @rest: (nullable): what follows a heading in the same paragraph
 * @transposed: whether the document has its rows as columns
 * @said: what the source says that the paragraph is
 */
typedef struct
{
  const char  *text;
  guint        line;
  guint        level;
  guint        first_row;
  guint        n_rows;
  GjMatchRole  role;
  guint        section;
  const char  *rest;
  gboolean     transposed;
  GjRawRole    said;
} GjMatchItem;

/**
 * GjMatchRow:
 * @item: the item that it belongs to
 * @fields: the texts of its cells
 * @n_prefix: fields before the first number
 * @n_numbers: fields that read as a number, or as a word for none
 * @words: the words of the first @n_words fields; those of a blank field have no text
 * @loose: whether it is a paragraph and no row of a grid
 * @spans: (nullable): the columns of each field; %NULL in a text, which has none
 * @covers: the cells from above that reach into the row
 *
 * A row of a grid as the matcher sees it.
 */
typedef struct
{
  guint         item;
  guint         line;
  const char  **fields;
  guint         n_fields;
  guint         n_prefix;
  guint         n_numbers;
  GjWords      *words;
  guint         n_words;
  gboolean      loose;
  GjMatchSpan  *spans;
  GjMatchSpan  *covers;
  guint         n_covers;
} GjMatchRow;

/**
 * GjMatchHeading:
 * @item: the paragraph that is the heading, or %GJ_NONE
 * @score: how alike it is to the form's words
 * @length: how many bytes of the paragraph the heading is
 * @in_order: whether it stands between its neighbours
 */
typedef struct
{
  guint    item;
  guint    score;
  gsize    length;
  gboolean in_order;
} GjMatchHeading;

/**
 * GjAlignment:
 * @expectation: what was looked for
 * @lines: for each row of the match the expected line that it is, or %GJ_NONE
 * @owns: for each row the field with its label, or %GJ_NONE
 * @rows: for each expected line the row, or %GJ_NONE
 * @parts: for each row the row that its words or values belong to, or %GJ_NONE
 * @labels: for each row its label joined from several rows, or %NULL
 * @moved: for each row whether it stands out of order
 * @guessed: for each row whether only its place names it
 * @n_found: how many expected lines were found
 * @score: how well all of it fits
 */
typedef struct
{
  const GjExpectation *expectation;
  guint               *lines;
  guint               *owns;
  guint               *rows;
  guint               *parts;
  char               **labels;
  gboolean            *moved;
  gboolean            *guessed;
  guint                n_rows;
  guint                n_found;
  gint64               score;
} GjAlignment;

/**
 * GjMatchColumns:
 * @order: for each value of a row the cell of the line that it belongs to, or %GJ_NONE for
 *         a column that the form does not know
 * @n: how many values that are
 * @line: the line of the source with the heads
 * @moved: (nullable): the heads, when they stand in another order
 * @missing: (nullable): the heads that the document lacks
 *
 * What the heads above a row say about its values.
 */
typedef struct
{
  guint *order;
  guint  n;
  guint  line;
  char  *moved;
  char  *missing;
} GjMatchColumns;

/**
 * GjMatchPlaces:
 * @fields: (nullable): the text of each column
 * @merged: (nullable): the text of a cell that covers several cells of the form
 * @n_gaps: how many columns have no cell
 *
 * The fields of a row in the columns of its grid.
 */
typedef struct
{
  GPtrArray  *fields;
  const char *merged;
  guint       n_gaps;
} GjMatchPlaces;

/**
 * GjMatchResidue:
 * @text: (nullable): the paragraphs, one a line
 * @line: the line of the source that the first of them began on
 *
 * Paragraphs that found no place, on their way into the source. All zeros is none.
 */
typedef struct
{
  GString *text;
  guint    line;
} GjMatchResidue;

/**
 * GjMatchPicture:
 * @raw: the picture
 * @item: the item that stands behind it
 */
typedef struct
{
  const GjRawBlock *raw;
  guint             item;
} GjMatchPicture;

/**
 * GjMatch:
 * @document: what a reader gave
 * @turned: grids that were transposed
 * @pictures: (nullable): its pictures
 * @originals: (nullable): which text of the document a copy is of
 * @destinations: (nullable): where in the report a text of the document went
 * @title_first: the item that the title begins with, or %GJ_NONE
 * @title_last: the item that it ends with
 * @n_tail: how many characters of the title, without its year, are the form's own words
 * @year: the report year, or 0
 * @body: (nullable): the name of the body
 *
 * One run of the matcher.
 */
typedef struct
{
  const GjRawDocument *document;
  GArray          *items;
  GArray          *rows;
  GPtrArray       *strings;
  GPtrArray       *turned;
  GArray          *pictures;
  GHashTable      *originals;
  GHashTable      *destinations;
  GjForm          *form;
  GjMatchHeading  *headings;
  guint            n_headings_found;
  GjAlignment     *alignment;
  guint            title_first;
  guint            title_last;
  guint            n_tail;
  int              year;
  char            *body;
  GjReport        *report;
  GjSourceBuilder *source;
} GjMatch;

#define gj_match_item(self, i) (&g_array_index ((self)->items, GjMatchItem, i))
#define gj_match_row(self, i) (&g_array_index ((self)->rows, GjMatchRow, i))

gboolean        _gj_text_is_blank          (const char      *text);

void            _gj_match_flatten          (GjMatch         *self,
                                            GPtrArray       *blocks);

GjMatchHeading *_gj_match_find_headings    (GjMatch         *self,
                                            GjForm          *form,
                                            guint           *n_found);
void            _gj_match_note_headings    (GjMatch         *self);

GjAlignment *   _gj_match_align            (GjMatch             *self,
                                            const GjExpectation *expectation);
void            _gj_alignment_free         (GjAlignment     *self);

const GjSlot *  _gj_match_find_printed     (GjMatch         *self,
                                            const GjWords   *words,
                                            guint           *table);

void            _gj_match_settle_rows      (GjMatch         *self);
void            _gj_match_settle_words     (GjMatch         *self,
                                            guint            row,
                                            GHashTable      *seen);
void            _gj_match_settle_values    (GjMatch         *self,
                                            guint            row);
void            _gj_match_note_repeated_head (GjMatch         *self,
                                              guint            row);
char *          _gj_match_row_join         (const GjMatchRow *self);
void            _gj_match_keep_residue     (GjMatch         *self,
                                            guint            row,
                                            GjMatchNoteKind  kind,
                                            const char      *place,
                                            const GjLabel   *name);
guint           _gj_match_find_near        (GjMatch         *self,
                                            guint            row,
                                            int              step);
void            _gj_match_fill_cells       (GjMatch         *self);

/* No row with more fields has a shape. */

#define GJ_MATCH_MAX_PLACES 64

/* How much a head must be like the form's that stands between the same two heads. */
#define GJ_MATCH_ALIKE_IN_PLACE 400

guint           _gj_match_get_first_value  (GjMatch         *self,
                                            guint            row);
void            _gj_match_infer_headings   (GjMatch         *self,
                                            GjMatchHeading  *headings,
                                            guint            n);
GArray *        _gj_match_learn_shapes     (GjMatch         *self);
guint64         _gj_match_recall_places    (GjMatch              *self,
                                            GArray               *shapes,
                                            guint                 row,
                                            const GjExpectedLine *line);

gboolean        _gj_match_place_fields     (GjMatch              *self,
                                            guint                 row,
                                            const GjExpectedLine *line,
                                            guint                 n,
                                            GjMatchPlaces        *out);
void            _gj_match_places_clear     (GjMatchPlaces   *self);

gboolean        _gj_match_is_head_row      (GjMatch         *self,
                                            guint            row);
void            _gj_match_order_columns    (GjMatch              *self,
                                            guint                 row,
                                            const GjExpectedLine *line,
                                            GjMatchColumns       *out);
void            _gj_match_columns_clear    (GjMatchColumns  *self);

void            _gj_residue_take           (GjMatchResidue  *self,
                                            GjMatchItem     *item);
void            _gj_residue_keep           (GjMatchResidue  *self,
                                            GjSourceBuilder *source,
                                            const char      *place,
                                            GjMatchNoteKind  kind);
void            _gj_residue_clear          (GjMatchResidue  *self);

gboolean        _gj_match_find_title       (GjMatch         *self);
void            _gj_match_keep_title       (GjMatch         *self);
void            _gj_match_drop_repeated_titles (GjMatch     *self);
guint           _gj_match_get_front_end    (GjMatch         *self);
gboolean        _gj_match_is_document_number (const char    *text);
void            _gj_match_read_front       (GjMatch         *self);
void            _gj_match_read_back        (GjMatch         *self);
void            _gj_match_read_metadata    (GjMatch         *self);
void            _gj_match_place_sections   (GjMatch         *self);
void            _gj_match_fill_narratives  (GjMatch         *self);

void            _gj_match_lend_text        (GjMatch         *self,
                                            const char      *original,
                                            const char      *text);
void            _gj_match_send_text        (GjMatch         *self,
                                            const char      *text,
                                            const char      *place,
                                            guint            start);
void            _gj_match_keep_comments    (GjMatch         *self);
void            _gj_match_add_picture      (GjMatch          *self,
                                            const GjRawBlock *raw);
void            _gj_match_take_pictures    (GjMatch         *self,
                                            guint            item,
                                            GPtrArray       *blocks);

void            _gj_match_note_encoding    (GjMatch         *self);
char *          _gj_match_find_place       (GjMatch         *self,
                                            guint            line);
void            _gj_match_keep_raw_notes   (GjMatch         *self);

int             _gj_match_find_year        (const char      *text,
                                            gsize           *start,
                                            gsize           *end);
char *          _gj_match_read_date        (const char      *text,
                                            gboolean        *is_usual);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GjMatchColumns, _gj_match_columns_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GjMatchPlaces, _gj_match_places_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GjMatchResidue, _gj_residue_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjAlignment, _gj_alignment_free)

G_END_DECLS
