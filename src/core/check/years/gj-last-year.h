/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-facts.h"
#include "gj-similarity.h"

G_BEGIN_DECLS

/**
 * GjYearsState:
 * @GJ_YEARS_COMPARABLE: the same body's report of the year before
 * @GJ_YEARS_VERSIONS: a report of the same year: another version, not another year
 * @GJ_YEARS_APART: a report of some other year, or of a year that is not stated
 * @GJ_YEARS_OTHER_BODY: the report of another body
 *
 * What the report is that this year's is compared with.
 */
typedef enum
{
  GJ_YEARS_COMPARABLE,
  GJ_YEARS_VERSIONS,
  GJ_YEARS_APART,
  GJ_YEARS_OTHER_BODY,
} GjYearsState;

/**
 * GjPastState:
 * @GJ_PAST_NUMBER: there is a number
 * @GJ_PAST_BLANK: a blank, "/", "-" or 无 beside numbers of its table: tried as 0
 * @GJ_PAST_UNREADABLE: words, or two numbers
 * @GJ_PAST_ABSENT: last year's report has no such cell, or its whole table is blank
 */
typedef enum
{
  GJ_PAST_NUMBER,
  GJ_PAST_BLANK,
  GJ_PAST_UNREADABLE,
  GJ_PAST_ABSENT,
} GjPastState;

/**
 * GjPast:
 * @state: what the cells hold
 * @sum: their sum, without those that are no numbers
 * @unit: (nullable): the unit that stands in the only cell
 *
 * What last year's report says of a quantity.
 */
typedef struct
{
  GjPastState  state;
  GjSum        sum;
  const char  *unit;
} GjPast;

/**
 * GjYearPair:
 * @cells: (array length=n_cells): cells of this year's form whose sum is meant
 * @last_cells: (array length=n_last_cells): cells of last year's form that mean the same
 *
 * One quantity in two reports. Nearly always that is one cell on either side.
 */
typedef struct
{
  guint  *cells;
  guint   n_cells;
  guint  *last_cells;
  guint   n_last_cells;
  GjPast  past;
} GjYearPair;

/**
 * GjLastYear:
 * @report: last year's report, which nobody changes any more
 * @file_name: its file in words, or ""
 * @pairs: (element-type GjYearPair): what can be compared, each cell of this year's form
 *         in one pair at most
 * @pair_of_cell: for each cell of this year's form its pair, or %GJ_NONE
 * @meters: (element-type GjSimilarityMeter): for each of its sections what holds texts
 *          against it, once it was asked for
 *
 * Last year's report as this year's form sees it.
 */
struct _GjLastYear
{
  GjReport     *report;
  GjForm       *form;
  char         *file_name;
  int           year;
  GjYearsState  state;
  GArray       *pairs;
  guint        *pair_of_cell;
  GPtrArray    *meters;
};

GjLastYear *      _gj_last_year_new           (GjReport          *report,
                                               const char        *file_name);
void              _gj_last_year_free          (GjLastYear        *self);
void              _gj_last_year_read          (GjLastYear        *self,
                                               GjReport          *this_year);
gboolean          _gj_last_year_is_asked      (const GjLastYear  *self);
const GjYearPair *_gj_last_year_find_pair     (const GjLastYear  *self,
                                               guint              cell);
const GjYearPair *_gj_last_year_find_cell     (const GjLastYear  *self,
                                               guint              cell);
const GjQuantity *_gj_last_year_find_quantity (const GjLastYear  *self,
                                               const GjRelation  *relation);
void              _gj_last_year_read_quantity (const GjLastYear  *self,
                                               const GjQuantity  *quantity,
                                               GjPast            *out);
GjSimilarity      _gj_last_year_measure       (const GjLastYear  *self,
                                               GjForm            *form,
                                               guint              section,
                                               const char        *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjLastYear, _gj_last_year_free)

G_END_DECLS
