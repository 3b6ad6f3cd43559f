/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

#include "gj-fonts.h"

G_BEGIN_DECLS

/* The measures of GB/T 9704-2012, 5 and 7, in pt. */

#define GJ_PAPER_MM (72.0 / 25.4)
#define GJ_PAPER_WIDTH (210 * GJ_PAPER_MM)
#define GJ_PAPER_HEIGHT (297 * GJ_PAPER_MM)
#define GJ_PAPER_TOP (37 * GJ_PAPER_MM)
#define GJ_PAPER_BINDING (28 * GJ_PAPER_MM)
#define GJ_PAPER_TYPE_WIDTH (156 * GJ_PAPER_MM)
#define GJ_PAPER_TYPE_HEIGHT (225 * GJ_PAPER_MM)
#define GJ_PAPER_LINES 22
#define GJ_PAPER_CHARACTERS 28
#define GJ_PAPER_PITCH (GJ_PAPER_TYPE_HEIGHT / GJ_PAPER_LINES)
#define GJ_PAPER_TURNED_LINES 15
#define GJ_PAPER_CELL (GJ_PAPER_TYPE_WIDTH / GJ_PAPER_CHARACTERS)

/* Chinese sizes of type: 2号, 3号, 4号, 五号, 小五. */

#define GJ_PAPER_SIZE_2 22.0
#define GJ_PAPER_SIZE_3 16.0
#define GJ_PAPER_SIZE_4 14.0
#define GJ_PAPER_SIZE_5 10.5
#define GJ_PAPER_SIZE_SMALL_5 9.0

/**
 * GjCopyKind:
 * @GJ_COPY_FINAL: the final copy: nothing but the report
 * @GJ_COPY_SUBMITTED: 送审稿, the copy that is handed in for review
 * @GJ_COPY_REVIEWED: 审核稿, the copy that comes back from review
 *
 * What a copy on paper is for. The two review copies carry the findings, their own kind,
 * the date and the number of pages.
 */
typedef enum
{
  GJ_COPY_FINAL,
  GJ_COPY_SUBMITTED,
  GJ_COPY_REVIEWED,
} GjCopyKind;

/**
 * GjPaperOptions:
 * @first_number: the number of the first page; 0 is the same as 1
 * @no_numbers: whether the page numbers are left out
 * @copy: what the copy is for
 * @copy_date: (nullable): the day at the foot of a review copy, ISO 8601
 * @signing_sheet: whether the signing sheet comes first
 * @signing_line: whether 负责人（签字） and （公章） stand at the end of the report
 * @digest: whether the digest is printed, on the signing sheet and on a review copy
 * @findings: (nullable) (element-type GjFinding): the findings for the signing sheet and
 *            for a review copy, decided ones included
 *
 * What may be chosen about the paper. Everything else is laid down by the standard.
 */
typedef struct
{
  guint       first_number;
  gboolean    no_numbers;
  GjCopyKind  copy;
  const char *copy_date;
  gboolean    signing_sheet;
  gboolean    signing_line;
  gboolean    digest;
  GPtrArray  *findings;
} GjPaperOptions;

char *   gj_paper_break_title   (const char  *title,
                                 const char  *body);
char *   gj_paper_format_date   (const char  *date);
guint    gj_paper_find_lead     (const char  *text,
                                 GjFontRole  *role);
gboolean gj_paper_is_heading    (const char  *text);

G_END_DECLS
