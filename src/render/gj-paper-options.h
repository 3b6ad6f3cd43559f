/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

#include "gj-paper.h"

G_BEGIN_DECLS

/* What is kept in a report about its paper, by the names of settings. */

#define GJ_PAPER_SETTING_COPY "paper-copy"
#define GJ_PAPER_SETTING_SIGNING_SHEET "paper-signing-sheet"
#define GJ_PAPER_SETTING_SIGNING_LINE "paper-signing-line"
#define GJ_PAPER_SETTING_DIGEST "paper-digest"
#define GJ_SHEET_SETTING_DRAFTER "sheet-drafter"
#define GJ_SHEET_SETTING_TELEPHONE "sheet-telephone"
#define GJ_SHEET_SETTING_DATE "sheet-date"
#define GJ_SHEET_SETTING_PUBLICATION "sheet-publication"

/**
 * GjPaperWishes:
 * @copy: a #GjCopyKind, or -1 for what is kept in the report
 * @signing_sheet: %TRUE, %FALSE, or -1 for what is kept in the report
 * @signing_line: the same
 * @digest: the same
 *
 * What is asked for this once, on a command line.
 */
typedef struct
{
  int copy;
  int signing_sheet;
  int signing_line;
  int digest;
} GjPaperWishes;

#define GJ_PAPER_WISHES_INIT { -1, -1, -1, -1 }

const char *gj_copy_kind_get_id          (GjCopyKind           kind);
gboolean    gj_copy_kind_find            (const char          *id,
                                          GjCopyKind          *kind);

gboolean    gj_paper_wishes_are_open     (const GjPaperWishes *self);
void        gj_paper_options_read        (GjPaperOptions      *options,
                                          GjReport            *report,
                                          const GjPaperWishes *wishes);
gboolean    gj_paper_options_need_findings
                                         (const GjPaperOptions *options);
GPtrArray * gj_paper_find                (GjReport            *report);
char *      gj_paper_dup_today           (void);

G_END_DECLS
