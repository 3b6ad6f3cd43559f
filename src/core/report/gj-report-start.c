/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-report.h"

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

static guint
carry_requests (GjReport *self,
                GjReport *last)
{
  guint index = gj_form_find_table (self->form, "requests");
  const GjTable *table = index != GJ_NONE ? gj_form_get_table (self->form, index) : NULL;
  guint n = 0;

  for (guint i = 0; table != NULL && i < table->n_columns; i++)
    {
      g_autofree char *to_id = g_strconcat ("requests/carried-in/", table->columns[i].id, NULL);
      g_autofree char *from_id = g_strconcat ("requests/carried-out/", table->columns[i].id, NULL);
      guint to = gj_form_find_cell (self->form, to_id);
      guint from = gj_form_find_cell (last->form, from_id);
      const GjNumberText *number;

      if (to == GJ_NONE || from == GJ_NONE)
        continue;

      number = &last->cells[from].number;
      if (number->state == GJ_NUMBER_READ)
        {
          g_autofree char *text = gj_decimal_to_string (&number->value);

          _gj_report_set_cell (self, to, text);
          n++;
        }
    }

  return n;
}

/**
 * gj_report_carry_last_year:
 * @self: a report that is being built
 * @last: the same body's report of the year before
 *
 * Takes over what stays from year to year (kind of body, contact, signature), and
 * proposes last year's 结转下年度继续办理 of every column as this year's 上年结转. What
 * cannot be read as a number is left blank.
 *
 * Returns: how many cells were filled in
 */
guint
gj_report_carry_last_year (GjReport *self,
                           GjReport *last)
{
  g_return_val_if_fail (GJ_IS_REPORT (self) && !self->frozen, 0);
  g_return_val_if_fail (GJ_IS_REPORT (last), 0);

  for (guint i = 0; i < G_N_ELEMENTS (carried_fields); i++)
    _gj_report_set_field (self, carried_fields[i], gj_report_get_field (last, carried_fields[i]));
  if (self->fields[GJ_FIELD_BODY] == NULL)
    _gj_report_set_field (self, GJ_FIELD_BODY, gj_report_get_field (last, GJ_FIELD_BODY));

  return carry_requests (self, last);
}
