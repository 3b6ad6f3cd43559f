/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GjDecisionState:
 * @GJ_DECISION_ACCEPTED: kept as it is, with a written reason (审核说明)
 * @GJ_DECISION_FIXED: mended in the document
 * @GJ_DECISION_NOT_A_PROBLEM: looked at; nothing to do
 */
typedef enum
{
  GJ_DECISION_ACCEPTED,
  GJ_DECISION_FIXED,
  GJ_DECISION_NOT_A_PROBLEM,
} GjDecisionState;

/**
 * GjDecision:
 * @key: the finding's key, or "note/ID" for a note of the import
 * @state: what was decided
 * @reason: the reason as written
 * @who: (nullable): who decided
 * @when: (nullable): when, ISO 8601 with date only
 * @basis: the values or words that the decision was made for, as the finding states
 *         them; when the finding's basis differs the decision is open again
 *
 * Immutable, counted by reference.
 */
typedef struct
{
  char            *key;
  GjDecisionState  state;
  char            *reason;
  char            *who;
  char            *when;
  char            *basis;
} GjDecision;

GjDecision *gj_decision_new   (const char       *key,
                               GjDecisionState   state,
                               const char       *reason,
                               const char       *who,
                               const char       *when,
                               const char       *basis);
GjDecision *gj_decision_ref   (GjDecision       *self);
void        gj_decision_unref (GjDecision       *self);
gboolean    gj_decision_equal (const GjDecision *a,
                               const GjDecision *b);

const char *gj_decision_state_get_id (GjDecisionState  state);
gboolean    gj_decision_state_find   (const char      *id,
                                      GjDecisionState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjDecision, gj_decision_unref)

G_END_DECLS
