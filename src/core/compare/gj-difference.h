/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-report.h"

G_BEGIN_DECLS

/**
 * GjDifference:
 * @place: where: a cell's id, a section's id, "preface", a field's id, "form"
 * @name: the place in words
 * @left: (nullable): a fragment of what stands in the first report, %NULL when nothing does
 * @right: (nullable): the same of the second
 *
 * One thing that two reports do not say alike.
 */
typedef struct
{
  char *place;
  char *name;
  char *left;
  char *right;
} GjDifference;

/**
 * GjDifferenceFlags:
 * @GJ_DIFFERENCE_VISIBLE: compare only what paper shows, whatever its blanks, line ends and
 *                         marks of a review
 *
 * How closely two reports are compared.
 */
typedef enum
{
  GJ_DIFFERENCE_EXACT   = 0,
  GJ_DIFFERENCE_VISIBLE = 1 << 0,
} GjDifferenceFlags;

GPtrArray *gj_report_list_differences (GjReport          *left,
                                       GjReport          *right,
                                       GjDifferenceFlags  flags,
                                       GjLanguage         language);

G_END_DECLS
