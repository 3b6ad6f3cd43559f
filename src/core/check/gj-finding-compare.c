/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-finding-private.h"

#include <string.h>

/* In which order findings stand in a list, and when two of them say the same. */

static int
compare_uint (guint a,
              guint b)
{
  return (a > b) - (a < b);
}

/**
 * gj_finding_compare:
 * @a: a finding
 * @b: another one of the same report
 *
 * The order of lists: section, severity, place, check, key.
 *
 * Returns: negative, 0 or positive
 */
int
gj_finding_compare (GjFinding *a,
                    GjFinding *b)
{
  int order;

  g_return_val_if_fail (GJ_IS_FINDING (a), 0);
  g_return_val_if_fail (GJ_IS_FINDING (b), 0);

  order = compare_uint (a->order, b->order);
  if (order == 0)
    order = compare_uint (a->severity, b->severity);
  if (order == 0)
    order = compare_uint (a->main_cell, b->main_cell);
  if (order == 0)
    order = compare_uint (a->start, b->start);
  if (order == 0)
    order = compare_uint (a->end, b->end);
  if (order == 0)
    order = strcmp (a->check, b->check);
  if (order == 0)
    order = strcmp (a->key, b->key);

  return order;
}

static gboolean
equal_places (GjFinding *a,
              GjFinding *b)
{
  return a->order == b->order && g_strcmp0 (a->section, b->section) == 0 &&
         a->main_cell == b->main_cell && a->n_cells == b->n_cells &&
         (a->n_cells == 0 || memcmp (a->cells, b->cells, a->n_cells * sizeof (guint)) == 0) &&
         a->start == b->start && a->end == b->end && g_strcmp0 (a->text, b->text) == 0;
}

static gboolean
equal_last_years (GjFinding *a,
                  GjFinding *b)
{
  return g_strcmp0 (a->last_file, b->last_file) == 0 && a->n_last_cells == b->n_last_cells &&
         (a->n_last_cells == 0 ||
          memcmp (a->last_cells, b->last_cells, a->n_last_cells * sizeof (guint)) == 0) &&
         g_strcmp0 (a->last_section, b->last_section) == 0 &&
         a->last_start == b->last_start && a->last_end == b->last_end &&
         g_strcmp0 (a->last_text, b->last_text) == 0;
}

static gboolean
equal_reasons (char **a,
               char **b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

static gboolean
equal_words (GjFinding *a,
             GjFinding *b)
{
  return g_strcmp0 (a->left, b->left) == 0 && g_strcmp0 (a->right, b->right) == 0 &&
         g_strcmp0 (a->difference, b->difference) == 0 && g_strcmp0 (a->title, b->title) == 0 &&
         g_strcmp0 (a->message, b->message) == 0 && g_strcmp0 (a->rule, b->rule) == 0 &&
         g_strcmp0 (a->source, b->source) == 0;
}

static gboolean
equal_answers (GjFinding *a,
               GjFinding *b)
{
  if (g_strcmp0 (a->suggestion, b->suggestion) != 0 || a->remedy_cell != b->remedy_cell ||
      g_strcmp0 (a->remedy_text, b->remedy_text) != 0 || !equal_reasons (a->reasons, b->reasons))
    return FALSE;

  return a->decision == b->decision ||
         (a->decision != NULL && b->decision != NULL &&
          gj_decision_equal (a->decision, b->decision));
}

/**
 * gj_finding_equal:
 * @a: a finding
 * @b: another one
 *
 * Returns: whether the two say the same in every respect
 */
gboolean
gj_finding_equal (GjFinding *a,
                  GjFinding *b)
{
  g_return_val_if_fail (GJ_IS_FINDING (a), FALSE);
  g_return_val_if_fail (GJ_IS_FINDING (b), FALSE);

  if (a == b)
    return TRUE;

  return strcmp (a->check, b->check) == 0 && a->severity == b->severity &&
         a->outcome == b->outcome && a->mandatory == b->mandatory &&
         strcmp (a->key, b->key) == 0 && strcmp (a->basis, b->basis) == 0 &&
         equal_places (a, b) && equal_last_years (a, b) && equal_words (a, b) && equal_answers (a, b);
}
