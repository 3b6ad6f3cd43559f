/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-years.h"

#include "gj-messages.h"

/* C14 and C15 as far as two reports show them: whether the other report is that of the
 * same body and of the year before. If not, nothing else is held against it. */

static void
add_finding (const GjFacts *facts,
             const char    *check,
             GjField        field,
             char          *title,
             char          *message,
             GPtrArray     *findings)
{
  const char *value = gj_report_get_field (facts->report, field);
  const char *last_value = gj_report_get_field (facts->last->report, field);
  g_autofree char *basis = g_strdup_printf ("%s<%s", value, last_value);
  GjFindingBuilder *builder = gj_finding_builder_new (check, GJ_SEVERITY_HINT, GJ_OUTCOME_REMARK);

  gj_finding_builder_set_section (builder, "title", 0);
  gj_finding_builder_set_basis (builder, basis);
  _gj_years_set_cells (builder, facts, NULL, 0);
  gj_finding_builder_take_words (builder, title, message, NULL, NULL);
  _gj_facts_end_finding (facts, builder, check, findings);
}

static void
add_other_body (const GjFacts *facts,
                GPtrArray     *findings)
{
  g_autofree char *report = _gj_years_dup_report_name (facts);
  char *message;

  message = g_strdup_printf (_("%1$s is of “%2$s”, this report of “%3$s”: figures and words of the "
                               "two are not held against each other. Link the two when the body was "
                               "renamed."),
                             report, gj_report_get_field (facts->last->report, GJ_FIELD_BODY),
                             gj_report_get_field (facts->report, GJ_FIELD_BODY));
  add_finding (facts, "C15", GJ_FIELD_BODY, g_strdup (_("Another body")), message, findings);
}

static void
add_other_year (const GjFacts *facts,
                GPtrArray     *findings)
{
  int year = gj_report_get_year (facts->report);
  char *message;

  if (year == 0)
    message = g_strdup (_("The year of this report is not stated: it cannot be held against "
                          "another one."));
  else if (facts->last->year == 0)
    message = g_strdup_printf (_("The year of the other report is not stated: this one of %d cannot "
                                 "be held against it."), year);
  else
    message = g_strdup_printf (_("The other report is of %1$d, not of the year before %2$d: figures "
                                 "and words of the two are not held against each other."),
                               facts->last->year, year);

  add_finding (facts, "C14", GJ_FIELD_YEAR, g_strdup (_("Not the year before")), message, findings);
}

/**
 * _gj_years_check_bodies:
 * @facts: facts
 * @findings: where findings go
 *
 * Says why the two reports are not compared, when they are not.
 */
void
_gj_years_check_bodies (const GjFacts *facts,
                        GPtrArray     *findings)
{
  if (facts->last == NULL)
    return;

  if (facts->last->state == GJ_YEARS_OTHER_BODY && gj_check_set_contains (facts->checks, "C15"))
    add_other_body (facts, findings);
  else if (facts->last->state == GJ_YEARS_APART && gj_check_set_contains (facts->checks, "C14"))
    add_other_year (facts, findings);
}
