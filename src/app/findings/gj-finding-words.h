/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

char *       gj_finding_group_dup_markup       (GjFindingGroup  *group);
char *       gj_finding_group_dup_remedy_label (GjFindingGroup  *group);
const char * gj_finding_get_state_words        (GjFinding       *finding);
char *       gj_decision_dup_words             (GjDecision      *decision);

G_END_DECLS
