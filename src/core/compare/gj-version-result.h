/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-comparison.h"
#include "gj-finding.h"

G_BEGIN_DECLS

/**
 * GjRevisionKind:
 * @GJ_REVISION_CELL: a number or other text of a cell
 * @GJ_REVISION_FIELD: title, signature or another field
 * @GJ_REVISION_HEADING: a heading
 * @GJ_REVISION_WORDS: words of a narrative
 */
typedef enum
{
  GJ_REVISION_CELL,
  GJ_REVISION_FIELD,
  GJ_REVISION_HEADING,
  GJ_REVISION_WORDS,
} GjRevisionKind;

/**
 * GjRevision:
 * @place: the cell's, field's or section's id
 * @name: the place in words
 * @section: for headings and words, number of the section in the comparison
 * @paragraph: for words, the paragraph on the newer side, counted from 1; 0 when the
 *             words are gone
 * @old_text: (nullable): what stood there, words with a little around them
 * @new_text: (nullable): what stands there now
 * @difference: (nullable): of two numbers
 * @is_moved: whether words only stand elsewhere now
 * @is_asked: whether a finding of the first version asked for a change there
 *
 * One place where two versions differ.
 */
typedef struct
{
  GjRevisionKind kind;
  char          *place;
  char          *name;
  guint          section;
  guint          paragraph;
  char          *old_text;
  char          *new_text;
  char          *difference;
  gboolean       is_moved;
  gboolean       is_asked;
} GjRevision;

/**
 * GjVersionResult:
 * @revisions: (element-type GjRevision): all that was changed: cells, words, headings,
 *             fields
 * @n_cells: how many cells were held against each other
 * @n_besides: how many revisions no finding asked for
 * @gone: (element-type GjFinding): findings of the first version that the second has not
 * @fresh: (element-type GjFinding): findings that only the second version has
 * @kept: (element-type GjFinding): findings that both have, as the second has them
 *
 * What became of a report from one version to the next.
 */
typedef struct
{
  GPtrArray *revisions;
  guint      n_cells;
  guint      n_sections;
  guint      n_besides;
  GPtrArray *gone;
  GPtrArray *fresh;
  GPtrArray *kept;
} GjVersionResult;

GjVersionResult *gj_version_result_new        (GjComparison          *comparison,
                                               GPtrArray             *old_findings,
                                               GPtrArray             *new_findings);
void             gj_version_result_free       (GjVersionResult       *self);
guint            gj_version_result_count      (const GjVersionResult *self,
                                               GjRevisionKind         kind);
char *           gj_version_result_dup_text   (const GjVersionResult *self,
                                               GjComparison          *comparison,
                                               const char            *old_name,
                                               const char            *new_name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjVersionResult, gj_version_result_free)

G_END_DECLS
