/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-report.h"

G_BEGIN_DECLS

/**
 * GjTrendColumn:
 * @year: the year, or 0 when the report states none
 * @report: (nullable): its report; %NULL for a year without one
 * @name: (nullable): what people call the report, as a file's name
 * @index: the place of the report among those that were given
 * @is_double: whether another report is of the same year
 * @is_other_body: whether it is another body's, and no link says otherwise
 *
 * One year of a trend.
 */
typedef struct
{
  int       year;
  GjReport *report;
  char     *name;
  guint     index;
  gboolean  is_double;
  gboolean  is_other_body;
} GjTrendColumn;

/**
 * GjTrendFigure:
 * @id: see #GjFormFigure
 * @name: its words
 *
 * One of the main figures, over all years.
 */
typedef struct
{
  const char *id;
  GjLabel     name;
} GjTrendFigure;

/**
 * GjTrendRemark:
 * @check: "C14" for gaps and doubles, "C15" for other bodies
 * @column: the column that it is about
 * @message: in words
 *
 * What a person should know before reading a trend.
 */
typedef struct
{
  const char *check;
  guint       column;
  char       *message;
} GjTrendRemark;

/**
 * GjTrendFlags:
 * @GJ_TREND_SAME_BODY: a person says that all reports are of one body
 */
typedef enum
{
  GJ_TREND_DEFAULT   = 0,
  GJ_TREND_SAME_BODY = 1 << 0,
} GjTrendFlags;

/**
 * GjTrend:
 *
 * The main figures of one body over the years. Built once from reports that nobody
 * changes meanwhile.
 */
typedef struct _GjTrend GjTrend;

GjTrend *             gj_trend_new           (GjReport *const    *reports,
                                              const char *const  *names,
                                              guint               n_reports,
                                              GjTrendFlags        flags);
void                  gj_trend_free          (GjTrend            *self);
guint                 gj_trend_get_n_columns (const GjTrend      *self);
const GjTrendColumn * gj_trend_get_column    (const GjTrend      *self,
                                              guint               column);
guint                 gj_trend_get_n_figures (const GjTrend      *self);
const GjTrendFigure * gj_trend_get_figure    (const GjTrend      *self,
                                              guint               figure);
gboolean              gj_trend_get_value     (const GjTrend      *self,
                                              guint               figure,
                                              guint               column,
                                              GjDecimal          *value);
guint                 gj_trend_get_n_remarks (const GjTrend      *self);
const GjTrendRemark * gj_trend_get_remark    (const GjTrend      *self,
                                              guint               remark);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjTrend, gj_trend_free)

G_END_DECLS
