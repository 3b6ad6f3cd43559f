/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-match-private.h"

G_BEGIN_DECLS

/* From here on a label leaves no doubt. */

#define GJ_ALIGNER_SURE 900

/**
 * GjCandidate:
 * @row: a row of the document
 * @line: a line of the form that it may be
 * @own: the field with its label, or %GJ_NONE
 * @score: how well all of it fits
 * @alike: how alike the label is
 */
typedef struct
{
  guint  row;
  guint  line;
  guint  own;
  gint64 score;
  guint  alike;
} GjCandidate;

/**
 * GjAligner:
 * @candidates: what a row may be
 * @n_alike_rows: how many rows were compared by likeness
 * @groups: the group labels that the rows before stood under, the title first
 *
 * The work of setting the rows of a document against the lines of a form.
 */
typedef struct
{
  GjMatch     *match;
  GjAlignment *out;
  GArray      *candidates;
  guint        n_alike_rows;
  const char  *groups[4];
} GjAligner;

#define _gj_aligner_get_candidate(self, i) (&g_array_index ((self)->candidates, GjCandidate, i))

void                  _gj_aligner_find_candidates (GjAligner    *self);

const GjExpectedLine *_gj_aligner_get_line    (GjAligner        *self,
                                               guint             line);
guint                 _gj_aligner_compare     (GjAligner        *self,
                                               const GjWords    *words,
                                               guint             line);
guint                 _gj_aligner_compare_all (GjAligner        *self,
                                               const GjWords    *words);
gboolean              _gj_aligner_is_printed  (GjAligner        *self,
                                               const GjWords    *words);
gboolean              _gj_aligner_join_label  (GjAligner        *self,
                                               guint             row,
                                               guint             own,
                                               guint             alike);
guint                 _gj_match_row_find_own  (const GjMatchRow *self);

G_END_DECLS
