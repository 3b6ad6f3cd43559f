/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-checker.h"
#include "gj-slots.h"

static int
compare_pointers (gconstpointer a,
                  gconstpointer b)
{
  return gj_finding_compare (*(GjFinding *const *) a, *(GjFinding *const *) b);
}

/**
 * gj_check_report:
 * @report: a report
 * @checks: (nullable): the checks asked for; %NULL for all
 *
 * Checks a report once, without watching it: what many reports in a row need.
 *
 * Returns: (transfer full) (element-type GjFinding): the findings in the order of lists
 */
GPtrArray *
gj_check_report (GjReport         *report,
                 const GjCheckSet *checks)
{
  GPtrArray *findings;
  GjFacts facts;
  GjSlots slots;

  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);

  findings = g_ptr_array_new_with_free_func (g_object_unref);
  _gj_facts_init (&facts, report, checks);
  _gj_facts_read (&facts);
  _gj_slots_init (&slots, &facts);

  for (guint i = 0; i < slots.n_slots; i++)
    _gj_slots_check (&slots, i, findings);

  _gj_facts_clear (&facts);
  if (findings->len > 1)
    g_ptr_array_sort (findings, compare_pointers);

  return findings;
}
