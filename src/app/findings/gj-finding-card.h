/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-session-view.h"

G_BEGIN_DECLS

#define GJ_TYPE_FINDING_CARD (gj_finding_card_get_type ())

/* One finding, or a group of them, in plain words, with what can be done about it. */

G_DECLARE_FINAL_TYPE (GjFindingCard, gj_finding_card, GJ, FINDING_CARD, GjSessionView)

GtkWidget *      gj_finding_card_new         (void);
GjFindingGroup * gj_finding_card_get_group   (GjFindingCard   *self);
void             gj_finding_card_set_group   (GjFindingCard   *self,
                                              GjFindingGroup  *group);

G_END_DECLS
