/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-final-copy.h"

#include <string.h>

/* A final copy with errors that nobody has decided on is made only after a decision that
 * names them. The decision holds as long as no other error comes and none of those it
 * names looks different: each is a line "KEY<TAB>BASIS" of its basis. */

static char *
name_error (GjFinding *finding)
{
  const char *basis = gj_finding_get_basis (finding);
  char *line = g_strconcat (gj_finding_get_key (finding), "\t", basis != NULL ? basis : "", NULL);
  char *tab = strchr (line, '\t');

  g_strdelimit (tab + 1, "\t\r\n", ' ');
  return line;
}

static gboolean
is_open (GjFinding         *finding,
         const char *const *decided)
{
  g_autofree char *name = NULL;

  if (gj_finding_get_severity (finding) != GJ_SEVERITY_ERROR || gj_finding_is_decided (finding))
    return FALSE;
  name = name_error (finding);
  return decided == NULL || !g_strv_contains (decided, name);
}

/**
 * gj_final_copy_list_open:
 * @report: a report
 * @findings: (element-type GjFinding): what was found in it
 *
 * Lists what stands against a final copy: the errors that nobody has decided on, one by
 * one or by a decision of the key %GJ_FINAL_DESPITE_KEY.
 *
 * Returns: (transfer full) (element-type GjFinding): the errors, in order
 */
GPtrArray *
gj_final_copy_list_open (GjReport  *report,
                         GPtrArray *findings)
{
  GPtrArray *open = g_ptr_array_new_with_free_func (g_object_unref);
  GjDecision *decision;
  g_auto (GStrv) decided = NULL;

  g_return_val_if_fail (GJ_IS_REPORT (report), open);
  g_return_val_if_fail (findings != NULL, open);

  decision = gj_report_find_decision (report, GJ_FINAL_DESPITE_KEY);
  if (decision != NULL && decision->basis != NULL)
    decided = g_strsplit (decision->basis, "\n", -1);
  for (guint i = 0; i < findings->len; i++)
    if (is_open (findings->pdata[i], (const char *const *) decided))
      g_ptr_array_add (open, g_object_ref (findings->pdata[i]));
  return open;
}

/**
 * gj_final_copy_decide:
 * @findings: (element-type GjFinding): what was found; its undecided errors are named
 * @reason: why the final copy is made all the same
 * @who: (nullable): who decided
 * @when: (nullable): when, ISO 8601 with date only
 *
 * Makes the decision that a final copy is made although errors are open. It belongs to
 * the report: as an edit in a window, by gj_report_init_decision() in a program that
 * writes the report once.
 *
 * Returns: (transfer full): the decision
 */
GjDecision *
gj_final_copy_decide (GPtrArray  *findings,
                      const char *reason,
                      const char *who,
                      const char *when)
{
  g_autoptr (GString) basis = g_string_new (NULL);

  g_return_val_if_fail (findings != NULL, NULL);
  g_return_val_if_fail (reason != NULL, NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *name = NULL;

      if (!is_open (findings->pdata[i], NULL))
        continue;
      name = name_error (findings->pdata[i]);
      g_string_append_printf (basis, "%s%s", basis->len > 0 ? "\n" : "", name);
    }
  return gj_decision_new (GJ_FINAL_DESPITE_KEY, GJ_DECISION_ACCEPTED, reason, who, when, basis->str);
}
