/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

#include "gj-words.h"

G_BEGIN_DECLS

/**
 * GjExpectedLine:
 * @table: index of the table in the form
 * @row: index of the row in the table, or %GJ_NONE when the line holds several rows
 * @label: (nullable): the innermost label as the form prints it
 * @labels: wordings by which the line is known; none when the line has no label
 * @groups: the labels and the title that the line stands under, outermost first
 * @cells: indices of the line's cells in the form, left to right
 * @heads: for each cell the slot of the head above it, or %NULL
 *
 * One line of cells of a table as the form prints it.
 */
typedef struct
{
  guint           table;
  guint           row;
  const char     *label;
  GjWords        *labels;
  guint           n_labels;
  const char    **groups;
  guint           n_groups;
  guint          *cells;
  const GjSlot  **heads;
  guint           n_cells;
} GjExpectedLine;

/**
 * GjExpectation:
 *
 * What a form's tables look like in one variant, made ready to be found in a document:
 * the lines of cells of all tables in order, and every word that is printed around them.
 */
typedef struct _GjExpectation GjExpectation;

GjExpectation *        gj_expectation_new        (GjForm              *form,
                                                  const char          *variant);
void                   gj_expectation_free       (GjExpectation       *self);
GjForm *               gj_expectation_get_form   (const GjExpectation *self);
const char *           gj_expectation_get_variant (const GjExpectation *self);
guint                  gj_expectation_get_n_lines (const GjExpectation *self);
const GjExpectedLine * gj_expectation_get_line   (const GjExpectation *self,
                                                  guint                index);
const GArray *         gj_expectation_find_lines (const GjExpectation *self,
                                                  const char          *words);
const GjSlot *         gj_expectation_find_slot  (const GjExpectation *self,
                                                  const char          *words,
                                                  guint               *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjExpectation, gj_expectation_free)

G_END_DECLS
