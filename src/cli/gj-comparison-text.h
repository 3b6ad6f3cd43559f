/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

#include "gj-json-writer.h"

G_BEGIN_DECLS

/**
 * GjComparedFile:
 * @path: the file, any bytes
 * @report: (nullable): what it holds; %NULL when it could not be read
 * @failure: (nullable): why it could not be read
 */
typedef struct
{
  char     *path;
  GjReport *report;
  char     *failure;
} GjComparedFile;

/**
 * GjComparisonPrint:
 * @old_file: the older side
 * @new_file: the newer side
 * @comparison: (nullable): %NULL when a side could not be read
 * @findings: (nullable) (element-type GjFinding): what is wrong with the newer side
 * @versions: (nullable): the result of two versions
 * @sort_by_form: whether rows stand as in the form; otherwise the largest change first
 * @all: whether unchanged rows are shown, too
 * @width: columns of the terminal, or 0
 */
typedef struct
{
  const GjComparedFile  *old_file;
  const GjComparedFile  *new_file;
  GjComparison          *comparison;
  GPtrArray             *findings;
  const GjVersionResult *versions;
  gboolean               sort_by_form;
  gboolean               all;
  GjLanguage             language;
  guint                  width;
} GjComparisonPrint;

void gj_comparison_write_json (GString                 *out,
                               const GjComparisonPrint *print);
void gj_comparison_write_text (GString                 *out,
                               const GjComparisonPrint *print);

void gj_compared_file_write_json
                              (GjJsonWriter            *writer,
                               const GjComparedFile    *file,
                               const char              *name);

double gj_similarity_get_ratio
                              (const GjSimilarity      *similarity);
void gj_section_write_json    (GjJsonWriter            *writer,
                               GjComparison            *comparison,
                               guint                    section);

void gj_trend_write_json      (GString                 *out,
                               const GjTrend           *trend,
                               const GArray            *files);
void gj_trend_write_text      (GString                 *out,
                               const GjTrend           *trend,
                               GjLanguage               language);

G_END_DECLS
