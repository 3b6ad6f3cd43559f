/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-finding.h"
#include "gj-report.h"

G_BEGIN_DECLS

/**
 * GjGroupKind:
 * @GJ_GROUP_PLACE: one place: a finding, or several that give reasons for the same cells
 * @GJ_GROUP_ROW: cells of one row that hold no number
 * @GJ_GROUP_PART: rows of a table, under one label, of which no cell holds a number
 */
typedef enum
{
  GJ_GROUP_PLACE,
  GJ_GROUP_ROW,
  GJ_GROUP_PART,
} GjGroupKind;

#define GJ_TYPE_FINDING_GROUP (gj_finding_group_get_type ())

/* Findings that a person reads and answers as one: never empty, never changed. The first
 * one leads: it says what the group is like in all that the findings have in common. */

G_DECLARE_FINAL_TYPE (GjFindingGroup, gj_finding_group, GJ, FINDING_GROUP, GObject)

GjGroupKind  gj_finding_group_get_kind       (GjFindingGroup  *self);
guint        gj_finding_group_get_n_findings (GjFindingGroup  *self);
GjFinding *  gj_finding_group_get_finding    (GjFindingGroup  *self,
                                              guint            index);
GjFinding *  gj_finding_group_get_lead       (GjFindingGroup  *self);
guint        gj_finding_group_find           (GjFindingGroup  *self,
                                              GjFinding       *finding);
guint        gj_finding_group_get_n_stops    (GjFindingGroup  *self);
const char * gj_finding_group_get_title      (GjFindingGroup  *self);
const char * gj_finding_group_get_message    (GjFindingGroup  *self);
const char * gj_finding_group_get_names      (GjFindingGroup  *self);
const char * gj_finding_group_get_name       (GjFindingGroup  *self,
                                              guint            index);
gboolean     gj_finding_group_equal          (GjFindingGroup  *a,
                                              GjFindingGroup  *b);

/* The findings of a report, in the order of lists, as groups in the order of their leads. */

GPtrArray *  gj_finding_groups_make          (GjReport        *report,
                                              GPtrArray       *findings);

G_END_DECLS
