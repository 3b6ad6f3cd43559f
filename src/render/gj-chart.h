/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

/**
 * GjChart:
 *
 * Numbers in groups of bars, one bar for each series: of the main figures one for each
 * year, or of each year one for each figure. It knows numbers and names, no report.
 */
typedef struct _GjChart GjChart;

GjChart *        gj_chart_new             (const char       *title);
GjChart *        gj_chart_new_for_figures (GjComparison     *comparison);
GjChart *        gj_chart_new_for_trend   (const GjTrend    *trend,
                                           guint             figure);
void             gj_chart_free            (GjChart          *self);
guint            gj_chart_add_series      (GjChart          *self,
                                           const char       *name);
guint            gj_chart_add_group       (GjChart          *self,
                                           const char       *name);
void             gj_chart_set_value       (GjChart          *self,
                                           guint             group,
                                           guint             series,
                                           const GjDecimal  *value);
const char *     gj_chart_get_title       (const GjChart    *self);
guint            gj_chart_get_n_series    (const GjChart    *self);
guint            gj_chart_get_n_groups    (const GjChart    *self);
const char *     gj_chart_get_series      (const GjChart    *self,
                                           guint             series);
const char *     gj_chart_get_group       (const GjChart    *self,
                                           guint             group);
const GjDecimal *gj_chart_get_value       (const GjChart    *self,
                                           guint             group,
                                           guint             series);
char *           gj_chart_dup_description (const GjChart    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjChart, gj_chart_free)

/**
 * GjChartMarkKind:
 * @GJ_CHART_BAR: a filled rectangle of a series, in the legend too
 * @GJ_CHART_AXIS: the line that the bars stand on, which has no height
 * @GJ_CHART_TITLE: the title
 * @GJ_CHART_NAME: the name of a group or of a series
 * @GJ_CHART_VALUE: the number above a bar
 * @GJ_CHART_GAP: the sign of a number that is not known
 */
typedef enum
{
  GJ_CHART_BAR,
  GJ_CHART_AXIS,
  GJ_CHART_TITLE,
  GJ_CHART_NAME,
  GJ_CHART_VALUE,
  GJ_CHART_GAP,
} GjChartMarkKind;

/**
 * GjChartMark:
 * @series: of a bar
 * @group: of a bar, its value and gap; %GJ_NONE for the legend
 * @x: left edge
 * @y: upper edge
 * @width: its width; of a text what it was measured to take
 * @height: its height; of a text that of its line
 * @size: (texts) the size of type
 * @text: (nullable): what is written
 *
 * One thing to be painted, in the order of painting and reading.
 */
typedef struct
{
  GjChartMarkKind  kind;
  guint            series;
  guint            group;
  double           x;
  double           y;
  double           width;
  double           height;
  double           size;
  char            *text;
} GjChartMark;

/**
 * GjChartMeasure:
 * @text: one line
 * @size: the size of type
 *
 * Returns: how wide it is
 */
typedef double (*GjChartMeasure) (const char *text,
                                  double      size,
                                  gpointer    data);

GArray *gj_chart_lay_out (const GjChart  *self,
                          double          width,
                          double          height,
                          double          size,
                          GjChartMeasure  measure,
                          gpointer        data);
double  gj_chart_get_shade (const GjChart *self,
                            guint          series);

G_END_DECLS
