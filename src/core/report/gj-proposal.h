/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-report.h"

G_BEGIN_DECLS

/**
 * GjProposalState:
 * @GJ_PROPOSAL_OPEN: the cell is blank and can be filled in
 * @GJ_PROPOSAL_WAITING: the cell is blank, and so are cells that it is reckoned from
 * @GJ_PROPOSAL_TAKEN: the cell holds the number
 * @GJ_PROPOSAL_OTHER: the cell holds something else, which is left alone
 */
typedef enum
{
  GJ_PROPOSAL_OPEN,
  GJ_PROPOSAL_WAITING,
  GJ_PROPOSAL_TAKEN,
  GJ_PROPOSAL_OTHER,
} GjProposalState;

/**
 * GjProposal:
 * @cell: the cell that it is for
 * @relation: index of the relation of the form that it follows from
 * @base: what last year's report contributes
 * @text: (nullable): what to fill in; %NULL while %GJ_PROPOSAL_WAITING
 *
 * A number that follows from last year's report. It is not in the cell until a person has
 * taken it over.
 */
typedef struct
{
  guint            cell;
  guint            relation;
  GjProposalState  state;
  char            *base;
  char            *text;
} GjProposal;

/* Last year's report is remembered by settings of this year's: its file as a path from
 * the document's folder, its year, and, by the cells of this form, the numbers that this
 * year's go on from. So the proposals travel with the report, and undo takes them back. */

#define GJ_LAST_YEAR_SETTING_FILE "last-year-file"
#define GJ_LAST_YEAR_SETTING_YEAR "last-year-year"
#define GJ_LAST_YEAR_SETTING_CELL "last-year-cell/"
#define GJ_LAST_YEAR_SETTING_DECLINED "last-year-declined/"

void         gj_proposal_free                (GjProposal       *self);
char *       gj_proposal_dup_source          (const GjProposal *self,
                                              GjReport         *report);
char *       gj_proposal_dup_wait            (const GjProposal *self,
                                              GjReport         *report);

GPtrArray *  gj_report_list_proposals        (GjReport         *self);
guint        gj_report_count_proposals       (GjReport         *self);
int          gj_report_get_last_year         (GjReport         *self);
gboolean     gj_report_goes_on_from          (GjReport         *self,
                                              GjReport         *last);
GPtrArray *  gj_report_list_incomparable     (GjReport         *self,
                                              GjReport         *last);

void         gj_edit_set_last_year           (GjEdit           *self,
                                              GjReport         *report,
                                              GjReport         *last,
                                              const char       *file);
void         gj_edit_accept_proposal         (GjEdit           *self,
                                              GjReport         *report,
                                              const GjProposal *proposal);
guint        gj_edit_accept_proposals        (GjEdit           *self,
                                              GjReport         *report);
void         gj_edit_decline_proposal        (GjEdit           *self,
                                              GjReport         *report,
                                              const GjProposal *proposal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjProposal, gj_proposal_free)

G_END_DECLS
