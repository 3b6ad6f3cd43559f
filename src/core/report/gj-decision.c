/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-decision.h"

static const char *const state_ids[] = {
  [GJ_DECISION_ACCEPTED] = "accepted",
  [GJ_DECISION_FIXED] = "fixed",
  [GJ_DECISION_NOT_A_PROBLEM] = "not-a-problem",
};

static void
decision_clear (gpointer data)
{
  GjDecision *self = data;

  g_free (self->key);
  g_free (self->reason);
  g_free (self->who);
  g_free (self->when);
  g_free (self->basis);
}

/**
 * gj_decision_new:
 * @key: the finding's key, or "note/ID" for a note of the import
 * @state: what was decided
 * @reason: (nullable): the reason as written
 * @who: (nullable): who decided
 * @when: (nullable): the date, ISO 8601
 * @basis: (nullable): the values or words that the decision is made for
 *
 * Makes a decision. A missing reason or basis is kept as the empty string.
 *
 * Returns: (transfer full): the decision
 */
GjDecision *
gj_decision_new (const char      *key,
                 GjDecisionState  state,
                 const char      *reason,
                 const char      *who,
                 const char      *when,
                 const char      *basis)
{
  GjDecision *self;

  g_return_val_if_fail (key != NULL, NULL);

  self = g_atomic_rc_box_new0 (GjDecision);
  self->key = g_strdup (key);
  self->state = state;
  self->reason = g_strdup (reason != NULL ? reason : "");
  self->who = g_strdup (who);
  self->when = g_strdup (when);
  self->basis = g_strdup (basis != NULL ? basis : "");

  return self;
}

/**
 * gj_decision_ref:
 * @self: a decision
 *
 * Returns: (transfer full): @self
 */
GjDecision *
gj_decision_ref (GjDecision *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * gj_decision_unref:
 * @self: (transfer full): a decision
 */
void
gj_decision_unref (GjDecision *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, decision_clear);
}

/**
 * gj_decision_equal:
 * @a: (nullable): a decision
 * @b: (nullable): another one
 *
 * Returns: whether both say the same in every field
 */
gboolean
gj_decision_equal (const GjDecision *a,
                   const GjDecision *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL)
    return FALSE;

  return a->state == b->state &&
         g_str_equal (a->key, b->key) &&
         g_str_equal (a->reason, b->reason) &&
         g_strcmp0 (a->who, b->who) == 0 &&
         g_strcmp0 (a->when, b->when) == 0 &&
         g_str_equal (a->basis, b->basis);
}

/**
 * gj_decision_state_get_id:
 * @state: a state
 *
 * Returns: the word for @state in files and JSON
 */
const char *
gj_decision_state_get_id (GjDecisionState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (state_ids), NULL);

  return state_ids[state];
}

/**
 * gj_decision_state_find:
 * @id: a word from a file
 * @state: (out): the state that it means
 *
 * Returns: whether @id is known
 */
gboolean
gj_decision_state_find (const char      *id,
                        GjDecisionState *state)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (state != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (state_ids); i++)
    if (g_str_equal (state_ids[i], id))
      {
        *state = i;
        return TRUE;
      }

  return FALSE;
}
