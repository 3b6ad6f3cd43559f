/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-checker.h"
#include "gj-slots.h"
#include "years/gj-last-year.h"

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
  return gj_check_report_with_last_year (report, checks, NULL, NULL);
}

/**
 * gj_check_report_with_last_year:
 * @report: a report
 * @checks: (nullable): the checks asked for; %NULL for all
 * @last: (nullable): last year's report
 * @file_name: (nullable): the name of its file as sentences say it
 *
 * Checks a report once, and against last year's report.
 *
 * Returns: (transfer full) (element-type GjFinding): the findings in the order of lists
 */
GPtrArray *
gj_check_report_with_last_year (GjReport         *report,
                                const GjCheckSet *checks,
                                GjReport         *last,
                                const char       *file_name)
{
  g_autoptr (GjLastYear) past = NULL;
  GPtrArray *findings;
  GjFacts facts;
  GjSlots slots;

  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);
  g_return_val_if_fail (last == NULL || GJ_IS_REPORT (last), NULL);

  if (last != NULL)
    {
      past = _gj_last_year_new (last, file_name);
      _gj_last_year_read (past, report);
    }

  findings = g_ptr_array_new_with_free_func (g_object_unref);
  _gj_facts_init (&facts, report, checks);
  facts.last = past;
  _gj_facts_read (&facts);
  _gj_slots_init (&slots, &facts);

  for (guint i = 0; i < slots.n_slots; i++)
    _gj_slots_check (&slots, i, findings);

  _gj_facts_clear (&facts);
  if (findings->len > 1)
    g_ptr_array_sort (findings, compare_pointers);

  return findings;
}
