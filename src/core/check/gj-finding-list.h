/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-finding.h"

G_BEGIN_DECLS

#define GJ_TYPE_FINDING_LIST (gj_finding_list_get_type ())

/* The findings of a report in their order, as a list model. */

G_DECLARE_FINAL_TYPE (GjFindingList, gj_finding_list, GJ, FINDING_LIST, GObject)

GjFindingList *_gj_finding_list_new    (void);
void           _gj_finding_list_update (GjFindingList *self,
                                        GPtrArray     *removed,
                                        GPtrArray     *added);

G_END_DECLS
