/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-session-view.h"

G_BEGIN_DECLS

/**
 * GjFindingsFilter:
 * @GJ_FINDINGS_OPEN: all that nothing has been decided about
 * @GJ_FINDINGS_ERRORS: 必须修改
 * @GJ_FINDINGS_WARNINGS: 请核实
 * @GJ_FINDINGS_HINTS: 建议
 * @GJ_FINDINGS_DECIDED: 已处理
 */
typedef enum
{
  GJ_FINDINGS_OPEN,
  GJ_FINDINGS_ERRORS,
  GJ_FINDINGS_WARNINGS,
  GJ_FINDINGS_HINTS,
  GJ_FINDINGS_DECIDED,
} GjFindingsFilter;

#define GJ_TYPE_FINDINGS_PANE (gj_findings_pane_get_type ())

/* The findings of a session as cards; the selected card is the session's finding. */

G_DECLARE_FINAL_TYPE (GjFindingsPane, gj_findings_pane, GJ, FINDINGS_PANE, GjSessionView)

GtkWidget *      gj_findings_pane_new         (void);
GjFindingsFilter gj_findings_pane_get_filter  (GjFindingsPane   *self);
void             gj_findings_pane_set_filter  (GjFindingsPane   *self,
                                               GjFindingsFilter  filter);

G_END_DECLS
