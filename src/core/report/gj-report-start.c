/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-report.h"

#include "gj-body.h"
#include "gj-proposal.h"
#include "gj-report-private.h"

/* How a report begins: from the blank form, or from last year's report. */

static void
init_date (GjReport   *self,
           GjField     field,
           int         year,
           const char *day)
{
  g_autofree char *date = g_strdup_printf ("%04d-%s", year, day);

  _gj_report_set_field (self, field, date);
}

/**
 * gj_report_new_for_year:
 * @form: the form that the report follows
 * @body: full name of the body, or ""
 * @year: the report year, 1 to 9999
 *
 * Makes the blank form of a body and a year: title, preface, period, basis and body are
 * filled in, everything else is as in gj_report_new().
 *
 * Returns: (transfer full): the report
 */
GjReport *
gj_report_new_for_year (GjForm     *form,
                        const char *body,
                        int         year)
{
  g_autoptr (GjNarrative) preface = NULL;
  g_autofree char *title = NULL;
  g_autofree char *preface_text = NULL;
  g_autofree char *year_text = NULL;
  GjReport *self;

  g_return_val_if_fail (form != NULL, NULL);
  g_return_val_if_fail (body != NULL, NULL);
  g_return_val_if_fail (year >= 1 && year <= 9999, NULL);

  self = gj_report_new (form);
  title = gj_form_format_title (form, body, year);
  preface_text = gj_form_format_preface (form, body, year);
  year_text = g_strdup_printf ("%04d", year);
  preface = gj_narrative_new_for_text (preface_text != NULL ? preface_text : "");

  _gj_report_set_field (self, GJ_FIELD_TITLE, title);
  _gj_report_set_field (self, GJ_FIELD_BODY, body);
  _gj_report_set_field (self, GJ_FIELD_YEAR, year_text);
  _gj_report_set_field (self, GJ_FIELD_BASIS, gj_form_get_basis (form));
  init_date (self, GJ_FIELD_PERIOD_START, year, "01-01");
  init_date (self, GJ_FIELD_PERIOD_END, year, "12-31");
  _gj_report_set_narrative (self, gj_report_get_preface (self), preface);

  return self;
}

static const GjField carried_fields[] = {
  GJ_FIELD_BODY_KIND,
  GJ_FIELD_ADDRESS,
  GJ_FIELD_POSTCODE,
  GJ_FIELD_TELEPHONE,
  GJ_FIELD_MAILBOX,
  GJ_FIELD_WEBSITE,
  GJ_FIELD_SIGNATURE,
};

/* The telephone of another body would pass unnoticed in a report. */

static void
carry_fields (GjReport *self,
              GjReport *last)
{
  if (gj_report_match_body (self, last) == GJ_BODY_OTHER)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (carried_fields); i++)
    _gj_report_set_field (self, carried_fields[i], gj_report_get_field (last, carried_fields[i]));
}

/**
 * gj_report_new_for_next_year:
 * @form: the form that the report follows
 * @body: (nullable): full name of the body, %NULL for that of @last
 * @year: the report year, 1 to 9999
 * @last: the report of the year before
 * @file: (nullable): where @last is, as a path from the new report's folder
 *
 * Begins a report as gj_report_new_for_year() does, and goes on from @last: the kind of
 * body, the contact and the signature are taken over, unless @last is another body's, and
 * what follows from its numbers is proposed. No cell is filled in, and none of its text is
 * copied. The date stays empty: nobody knows it yet, and a blank is noticed where a wrong
 * date is not.
 *
 * Returns: (transfer full): the report
 */
GjReport *
gj_report_new_for_next_year (GjForm     *form,
                             const char *body,
                             int         year,
                             GjReport   *last,
                             const char *file)
{
  g_autoptr (GjEdit) edit = gj_edit_new ("");
  GjReport *self;

  g_return_val_if_fail (form != NULL, NULL);
  g_return_val_if_fail (GJ_IS_REPORT (last), NULL);
  g_return_val_if_fail (year >= 1 && year <= 9999, NULL);

  if (body == NULL)
    body = gj_report_get_field (last, GJ_FIELD_BODY);

  self = gj_report_new_for_year (form, body, year);
  carry_fields (self, last);
  gj_edit_set_last_year (edit, self, last, file);
  gj_report_apply (self, edit);

  return self;
}
