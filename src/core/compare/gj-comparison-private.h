/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-comparison.h"
#include "gj-pair-plan.h"

G_BEGIN_DECLS

/**
 * GjSectionPair:
 * @old_section: number of the section in the old form, or %GJ_NONE
 * @new_section: number in the new form, or %GJ_NONE
 * @passages: (nullable): what was found; %NULL until somebody asks
 * @stretches: (nullable): the same
 * @aligner: (nullable): what it has read of both sides; %NULL until somebody asks
 * @meter: (nullable): the same
 *
 * One section of two reports.
 */
typedef struct
{
  const char   *id;
  GjLabel       name;
  guint         old_section;
  guint         new_section;
  GPtrArray    *passages;
  GArray       *stretches;
  GjSimilarity  similarity;

  GjTextAligner     *aligner;
  GjSimilarityMeter *meter;
} GjSectionPair;

struct _GjComparison
{
  GObject parent_instance;

  GjReport          *old_report;
  GjReport          *new_report;
  GjComparisonKind   kind;
  gboolean           is_followed;
  int                distance;

  GjPairPlan        *plan;
  GPtrArray        **pairs;
  GjSectionPair     *sections;
  guint              n_sections;
  const char       **boilerplate;

  GPtrArray         *fields;
  GPtrArray         *headings;
  GArray            *figures;
  GPtrArray         *remarks;
  GjLanguage         language;
};

void          _gj_comparison_init_sections  (GjComparison     *self);
void          _gj_comparison_reset_section  (GjSectionPair    *section);
void          _gj_comparison_clear_section  (GjSectionPair    *section);
char **       _gj_report_dup_paragraphs     (GjReport         *report,
                                             guint             section);
GPtrArray *   _gj_comparison_find_fields    (GjComparison     *self);
GPtrArray *   _gj_comparison_find_headings  (GjComparison     *self);
GPtrArray *   _gj_comparison_find_remarks   (GjComparison     *self);
gboolean      _gj_figure_read               (const GjFormFigure *figure,
                                             GjReport           *report,
                                             GjDecimal          *value);
GArray *      _gj_comparison_find_figures   (GjComparison     *self);

G_END_DECLS
