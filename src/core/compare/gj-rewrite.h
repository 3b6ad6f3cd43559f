/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-copied-passages.h"
#include "gj-report.h"

G_BEGIN_DECLS

/**
 * GjRewriteKind:
 * @GJ_REWRITE_MISSING: something that every report states is still empty
 * @GJ_REWRITE_PROPOSED: numbers are proposed and not taken over
 * @GJ_REWRITE_BLANK: cells are blank
 * @GJ_REWRITE_EMPTY: a section without a table has no text
 * @GJ_REWRITE_COPIED: passages are last year's, word for word
 * @GJ_REWRITE_OLD_YEAR: a year is named that has passed
 */
typedef enum
{
  GJ_REWRITE_MISSING,
  GJ_REWRITE_PROPOSED,
  GJ_REWRITE_BLANK,
  GJ_REWRITE_EMPTY,
  GJ_REWRITE_COPIED,
  GJ_REWRITE_OLD_YEAR,
} GjRewriteKind;

/**
 * GjRewrite:
 * @section: the section, the preface, or %GJ_NONE for what stands on the cover
 * @start: where in its text, in Unicode code points; %GJ_NONE when it is about no words
 * @end: the character after the last
 * @cell: the first cell that it is about, or %GJ_NONE
 * @field: the field of the cover that it is about, or %GJ_NONE
 * @message: what is to be done, in the current language
 *
 * Something that has to be written anew before a report that goes on from last year's is
 * done. It is no finding: an unfinished report is not a wrong one.
 */
typedef struct
{
  GjRewriteKind  kind;
  guint          section;
  guint          start;
  guint          end;
  guint          cell;
  guint          field;
  char          *message;
} GjRewrite;

void                gj_rewrite_free           (GjRewrite          *self);

GPtrArray *         gj_report_list_rewrites   (GjReport           *self,
                                               GjReport           *last);
GjSimilarityMeter * gj_report_read_last_words (GjReport           *self,
                                               GjReport           *last);
GArray *            gj_report_find_copied     (GjReport           *self,
                                               GjSimilarityMeter  *last_words,
                                               guint               section);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjRewrite, gj_rewrite_free)

G_END_DECLS
