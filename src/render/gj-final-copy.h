/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

/* The key of the decision that a final copy is made although errors are open. It is one
 * of the report's decisions, with reason, who and when; its basis names the errors. */

#define GJ_FINAL_DESPITE_KEY "paper-final-despite"

GPtrArray * gj_final_copy_list_open (GjReport   *report,
                                     GPtrArray  *findings);
GjDecision *gj_final_copy_decide    (GPtrArray  *findings,
                                     const char *reason,
                                     const char *who,
                                     const char *when);

G_END_DECLS
