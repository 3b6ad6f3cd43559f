/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-match.h"
#include "import-support.h"

G_BEGIN_DECLS

/**
 * DocumentFixture:
 * @expected: the report that the document is of
 * @n_paragraphs: how many paragraphs it has, those in cells too
 * @grids: which of its blocks are the tables
 */
typedef struct
{
  GjReport      *expected;
  GjRawDocument *document;
  guint          n_paragraphs;
  guint          grids[8];
  guint          n_grids;
} DocumentFixture;

void        document_fixture_init  (DocumentFixture *self,
                                    const char      *form,
                                    const char      *variant);
void        document_fixture_init_for (DocumentFixture *self,
                                       GjReport        *report);
void        document_fixture_clear (DocumentFixture *self);
GjReport *  document_fixture_match (DocumentFixture *self);
void        document_assert_notes  (GjReport        *report,
                                    const char      *expected);
GjRawBlock *document_get_grid      (DocumentFixture *self,
                                    guint            index);
GjRawRow *  document_get_row       (GjRawBlock      *grid,
                                    guint            row);
GjRawCell * document_get_cell      (GjRawBlock      *grid,
                                    guint            row,
                                    guint            cell);
guint       document_find_row      (GjRawBlock      *grid,
                                    const char      *text,
                                    guint           *cell);
guint       document_find_block    (DocumentFixture *self,
                                    const char      *text,
                                    guint            from);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DocumentFixture, document_fixture_clear)

G_END_DECLS
