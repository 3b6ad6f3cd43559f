/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-report.h"
#include "gj-similarity.h"
#include "gj-text-alignment.h"

G_BEGIN_DECLS

/**
 * GjComparisonKind:
 * @GJ_COMPARISON_YEARS: 两年对比: reports of two years
 * @GJ_COMPARISON_VERSIONS: 版本对比: two versions of one year's report
 */
typedef enum
{
  GJ_COMPARISON_YEARS,
  GJ_COMPARISON_VERSIONS,
} GjComparisonKind;

/**
 * GjCellChange:
 * @GJ_CELL_SAME: both say the same
 * @GJ_CELL_CHANGED: the numbers, or the words, differ
 * @GJ_CELL_ONLY_OLD: the new report has no such cell or leaves it blank
 * @GJ_CELL_ONLY_NEW: the old report has no such cell or leaves it blank
 * @GJ_CELL_INCOMPARABLE: the two forms mean something else by it
 */
typedef enum
{
  GJ_CELL_SAME,
  GJ_CELL_CHANGED,
  GJ_CELL_ONLY_OLD,
  GJ_CELL_ONLY_NEW,
  GJ_CELL_INCOMPARABLE,
} GjCellChange;

/**
 * GjCellPair:
 * @id: the cell's id in the new form; in the old one where the new has none
 * @row: the row's words, of the form that @id is of
 * @column: the column's words
 * @unit: (nullable): the unit of the difference: that of the head, or the one beside the
 *        numbers
 * @old_cell: index in the old form, or %GJ_NONE when it is a sum or nothing
 * @new_cell: index in the new form, or %GJ_NONE when it is a sum or nothing
 * @old_text: (nullable): what stands there, or the sum; %NULL when there is no cell
 * @new_text: (nullable): the same of the new report
 * @difference: (nullable): new less old, exact, with its sign ("+12"); %NULL when one is
 *              no number
 * @ratio: difference divided by old; only for showing, NAN when old is 0
 * @is_part: whether it cannot be compared but is part of a sum that can, and stands beside
 *           it in its table
 * @is_jump: from 10 on, more than five times as large or less than a fifth (C08)
 * @is_repeated: a large number, or one of a whole table, that is last year's (C09); not
 *               one that the form rolls forward from year to year
 * @reason: why the two can, or cannot, be compared; its members are %NULL when there is
 *          nothing to say
 *
 * One number of two reports.
 */
typedef struct
{
  char         *id;
  GjLabel       row;
  GjLabel       column;
  const char   *unit;
  guint         old_cell;
  guint         new_cell;
  char         *old_text;
  char         *new_text;
  char         *difference;
  double        ratio; /* double: only for showing */
  GjCellChange  change;
  gboolean      is_part;
  gboolean      is_jump;
  gboolean      is_repeated;
  GjLabel       reason;
} GjCellPair;

#define GJ_TYPE_COMPARISON (gj_comparison_get_type ())

/* Two reports side by side. Follows the new report while it is edited, if that is not a
 * snapshot, and compares again only what an edit touches; signals, once for each step:
 * "table-changed" (uint table), "section-changed" (uint section), "fields-changed" ()
 * for fields, headings, kind and remarks. What was lent before a signal is gone with it,
 * unless a reference is held.
 *
 * Tables and sections are numbered as in the new form; the preface comes after the
 * sections, and last what only the old form has. */

G_DECLARE_FINAL_TYPE (GjComparison, gj_comparison, GJ, COMPARISON, GObject)

GjComparison *     gj_comparison_new             (GjReport         *old_report,
                                                  GjReport         *new_report);
GjReport *         gj_comparison_get_old         (GjComparison     *self);
GjReport *         gj_comparison_get_new         (GjComparison     *self);
GjComparisonKind   gj_comparison_get_kind        (GjComparison     *self);

/* What a person should know before reading on: other bodies, the same file, a year that is
 * not the one before, no table, no text. In words, worst first; often none. */

const char *const *gj_comparison_get_remarks     (GjComparison     *self,
                                                  guint            *n_remarks);

/* Numbers: a table's pairs by row, then column; what only the old form has comes last. */

guint              gj_comparison_get_n_tables    (GjComparison     *self);
const GjTable *    gj_comparison_get_table       (GjComparison     *self,
                                                  guint             table);
GPtrArray *        gj_comparison_get_pairs       (GjComparison     *self,
                                                  guint             table);
guint              gj_comparison_count_changed   (GjComparison     *self,
                                                  guint             table);

/* Words: a section's passages; the old side is the section of the same id. The heading of
 * the preface is "引言"; a side's own number is %GJ_NONE where its form has no such section. */

guint              gj_comparison_get_n_sections  (GjComparison     *self);
const char *       gj_comparison_get_section_id  (GjComparison     *self,
                                                  guint             section);
const GjLabel *    gj_comparison_get_section_name
                                                 (GjComparison     *self,
                                                  guint             section);
guint              gj_comparison_find_section    (GjComparison     *self,
                                                  gboolean          is_new,
                                                  guint             section);
GPtrArray *        gj_comparison_get_passages    (GjComparison     *self,
                                                  guint             section);
GjSimilarity       gj_comparison_get_similarity  (GjComparison     *self,
                                                  guint             section);
GjSimilarity       gj_comparison_get_overall     (GjComparison     *self);
const GArray *     gj_comparison_get_stretches   (GjComparison     *self,
                                                  guint             section);
char **            gj_comparison_dup_paragraphs  (GjComparison     *self,
                                                  gboolean          is_new,
                                                  guint             section);

/**
 * GjFieldChange:
 * @old_text: (nullable): what it said; %NULL when it said nothing
 * @new_text: (nullable): what it says
 *
 * Title, signature or another field that differs. Between two years that is not what
 * every year changes: year, period, date.
 */
typedef struct
{
  GjField  field;
  GjLabel  name;
  char    *old_text;
  char    *new_text;
} GjFieldChange;

/**
 * GjHeadingChange:
 * @section: number of the section
 *
 * A heading that differs, beside what the two forms themselves print differently.
 */
typedef struct
{
  guint  section;
  char  *old_text;
  char  *new_text;
} GjHeadingChange;

GPtrArray *        gj_comparison_get_fields      (GjComparison     *self);
GPtrArray *        gj_comparison_get_headings    (GjComparison     *self);

/**
 * GjFigure:
 * @id: see #GjFormFigure
 * @has_old: whether the old report states the number
 *
 * One of the main figures, for a chart: received, results by kind, carried out, reviews,
 * suits.
 */
typedef struct
{
  const char *id;
  GjLabel     name;
  GjDecimal   old_value;
  GjDecimal   new_value;
  gboolean    has_old;
  gboolean    has_new;
} GjFigure;

const GArray *     gj_comparison_get_figures     (GjComparison     *self);

G_END_DECLS
