/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

#include "gj-flow-private.h"
#include "gj-paper-options.h"

G_BEGIN_DECLS

/* Findings that a person reads as one, with their number on paper. @page: the index of
   the first page that shows a mark, G_MAXUINT when none does. */
typedef struct
{
  GjFindingGroup *group;
  guint           number;
  guint           page;
  double          y;
  double          x;
} GjReviewItem;

/* One of the places on paper that show a finding. */
typedef struct
{
  guint         page;
  const GjSpot *spot;
} GjReviewMark;

/* What stands at one spot, in the order of numbers. */
typedef struct
{
  const GjSpot *spot;
  GArray       *numbers;
} GjSpotMarks;

/* A review copy about to be made: its report, its pages, of which the first @n_pages are
   the report's own, and what was found. */
typedef struct
{
  GjJob                *job;
  GjReport             *report;
  const GjPaperOptions *options;
  GPtrArray            *pages;
  guint                 n_pages;
  GArray               *items;
} GjReview;

void        _gj_review_init        (GjReview             *self,
                                    GjJob                *job,
                                    GjReport             *report,
                                    const GjPaperOptions *options,
                                    GPtrArray            *pages);
void        _gj_review_clear       (GjReview             *self);
void        _gj_review_underline   (GjReview             *self);
void        _gj_review_mark        (GjReview             *self);
void        _gj_review_add_list    (GjReview             *self);
void        _gj_review_sign        (GjReview             *self);

guint       _gj_review_find_place  (GjReport             *report,
                                    GjFinding            *finding);
GArray *    _gj_review_find_spots  (GjReview             *self,
                                    GjFinding            *finding);
GjText *    _gj_mark_new           (GjJob                *job,
                                    guint                 number,
                                    double                size);

void        _gj_mark_draw          (GjText               *text,
                                    double                x,
                                    double                baseline,
                                    GjPage               *page);
gboolean    _gj_review_mark_cell   (GjReview             *self,
                                    const GjSpotMarks    *marks,
                                    GjPage               *page);

/* The words for findings on paper */

const char *_gj_review_get_kind     (GjCopyKind            kind);
char *      _gj_review_dup_place    (GjReport             *report,
                                     GjFinding            *finding);
char *      _gj_review_dup_quote    (GjReport             *report,
                                     GjFinding            *finding);
char *      _gj_review_dup_problem  (GjFindingGroup       *group);
char *      _gj_review_dup_hand     (const GjDecision     *decision);
char *      _gj_review_dup_decision (const GjDecision     *decision);
char *      _gj_review_dup_answer   (GjFinding            *finding);
guint       _gj_review_count        (GArray               *items,
                                     GjSeverity            severity,
                                     gboolean              open_only);

G_END_DECLS
