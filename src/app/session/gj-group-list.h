/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

#define GJ_TYPE_GROUP_LIST (gj_group_list_get_type ())

/* The findings of a checker, joined to groups, as a list model of GjFindingGroup. */

G_DECLARE_FINAL_TYPE (GjGroupList, gj_group_list, GJ, GROUP_LIST, GObject)

GjGroupList *gj_group_list_new   (GjChecker   *checker);
void         gj_group_list_renew (GjGroupList *self);

G_END_DECLS
