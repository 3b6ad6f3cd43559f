/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document-fixture.h"

G_BEGIN_DECLS

/**
 * NastyFormat:
 *
 * The formats that the set is written in.
 */
typedef enum
{
  NASTY_DOCX,
  NASTY_DOC,
  NASTY_HTML,
  NASTY_PDF,
  NASTY_TEXT,
} NastyFormat;

#define NASTY_N_FORMATS (NASTY_TEXT + 1)
#define NASTY_MAX_EDITS 6

/**
 * NastyEdit:
 * @pattern: a regular expression; all that it finds in the file's markup is replaced
 * @replacement: by what, with \1 and so on
 */
typedef struct
{
  const char *pattern;
  const char *replacement;
} NastyEdit;

/* What was done to the whole report, in whatever format. */
typedef void (*NastyMar) (DocumentFixture *fixture);

/* What was put into its cells, before it is written. */
typedef void (*NastyFill) (GjReport *report);

typedef enum
{
  NASTY_SAME = 0,
  NASTY_OTHER_TEXTS = 1 << 0,
  NASTY_LOOSE = 1 << 1,
} NastyFlags;

/**
 * NastyCase:
 * @name: the case
 * @notes: the codes of all notes that must come, each once, by the alphabet; * for any,
 *         where much is lost
 * @form: (nullable): the form, else that of 2021
 * @variant: (nullable): its variant
 * @fill: (nullable): puts other texts into the cells
 * @mar: (nullable): changes the report that is written, and in it what is expected
 * @options: how the format writes it; every format has its own
 * @edits: what is done to the markup
 * @cells: (nullable): the cells that must be read with another text than the report has,
 *         "id=text id=text"; in a text _ is a blank, ^ a line break, and ~ nothing at all
 * @flags: %NASTY_OTHER_TEXTS if the sections are not those of the report, %NASTY_LOOSE if
 *         an edit may find nothing and the text not fit its encoding
 * @encoding: (nullable): what the text is converted to
 * @parts: (nullable): further parts of a package: kind, content and so on; %NULL ends
 * @not_in: formats, as bits, that cannot show the case
 * @format_notes: (nullable): @notes of single formats
 *
 * A whole report, damaged in one way.
 */
typedef struct
{
  const char *name;
  const char *notes;
  const char *form;
  const char *variant;
  NastyFill   fill;
  NastyMar    mar;
  guint       options;
  NastyEdit   edits[NASTY_MAX_EDITS];
  const char *cells;
  NastyFlags  flags;
  const char *encoding;
  const char *parts[8];
  guint       not_in;
  const char *format_notes[NASTY_N_FORMATS];
} NastyCase;

/* The cell that lies at a place of a grid, and where it begins. */
typedef struct
{
  const GjRawCell *cell;
  guint            row;
  guint            column;
} NastySlot;

/**
 * NastyGrid:
 * @slots: row by row; a slot without a cell is left out of the row
 */
typedef struct
{
  NastySlot *slots;
  guint      n_rows;
  guint      n_columns;
} NastyGrid;

void             nasty_grid_init   (NastyGrid             *self,
                                    const GjRawBlock      *block);
void             nasty_grid_clear  (NastyGrid             *self);
const NastySlot *nasty_grid_get    (const NastyGrid       *self,
                                    guint                  row,
                                    guint                  column);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NastyGrid, nasty_grid_clear)

/* The cases of every format, and those that all of them share. */
const NastyCase *nasty_list_shared (guint                 *n_cases);
const NastyCase *nasty_list        (NastyFormat            format,
                                    guint                 *n_cases);

/* Writes the file of a case; @fixture is what it is of. NULL only for %NASTY_LOOSE. */
GBytes *         nasty_write       (NastyFormat            format,
                                    const NastyCase       *nasty,
                                    DocumentFixture       *fixture);
char *           nasty_edit        (const NastyCase       *nasty,
                                    const char            *markup);

/* Line breaks inside labels and numbers, which not every layout of a text can show. */
void             nasty_mar_break_labels (DocumentFixture *fixture);
void             nasty_mar_break_number (DocumentFixture *fixture);

/* The last table is not there. */
void             nasty_mar_drop_table   (DocumentFixture *fixture);

/* The formats */
extern const NastyCase nasty_docx_cases[];
extern const guint nasty_n_docx_cases;
extern const NastyCase nasty_doc_cases[];
extern const guint nasty_n_doc_cases;
extern const NastyCase nasty_html_cases[];
extern const guint nasty_n_html_cases;
extern const NastyCase nasty_pdf_cases[];
extern const guint nasty_n_pdf_cases;
extern const NastyCase nasty_text_cases[];
extern const guint nasty_n_text_cases;

GBytes *         nasty_write_docx  (const NastyCase       *nasty,
                                    const GjRawDocument   *document);
GBytes *         nasty_write_doc   (const NastyCase       *nasty,
                                    const GjRawDocument   *document);
GBytes *         nasty_write_html  (const NastyCase       *nasty,
                                    const GjRawDocument   *document);
GBytes *         nasty_write_pdf   (const NastyCase       *nasty,
                                    const GjRawDocument   *document);
GBytes *         nasty_write_text  (const NastyCase       *nasty,
                                    const GjRawDocument   *document);

G_END_DECLS
