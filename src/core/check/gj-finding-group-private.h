/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-finding-group.h"

G_BEGIN_DECLS

/* Made empty, filled while findings are gathered, described last. */

GjFindingGroup *_gj_finding_group_new      (GjGroupKind      kind);
void            _gj_finding_group_add      (GjFindingGroup  *self,
                                            GjFinding       *finding);
void            _gj_finding_group_describe (GjFindingGroup  *self,
                                            GjReport        *report,
                                            const char      *name);

G_END_DECLS
