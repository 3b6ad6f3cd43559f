/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-report.h"

#include <string.h>

#include "gj-report-private.h"

/* The metadata, headings and narratives of a report. */

static int
year_from_text (const char *text)
{
  gint64 year = 0;

  if (text == NULL || strlen (text) != 4 || !gj_integer_parse (text, 0, 9999, &year))
    return 0;

  return (int) year;
}

static void
set_ref_string (char       **string,
                const char  *text)
{
  char *copy = text != NULL ? g_ref_string_new (text) : NULL;

  if (*string != NULL)
    g_ref_string_release (*string);
  *string = copy;
}

/**
 * gj_report_get_field:
 * @self: a report
 * @field: a field of the metadata
 *
 * Returns: its text, "" when nothing is said
 */
const char *
gj_report_get_field (GjReport *self,
                     GjField   field)
{
  g_return_val_if_fail (GJ_IS_REPORT (self), NULL);
  g_return_val_if_fail ((guint) field < GJ_N_FIELDS, NULL);

  return self->fields[field] != NULL ? self->fields[field] : "";
}

/**
 * gj_report_get_year:
 * @self: a report
 *
 * Returns: the report year, 0 when it is not known
 */
int
gj_report_get_year (GjReport *self)
{
  g_return_val_if_fail (GJ_IS_REPORT (self), 0);

  return self->year;
}

/**
 * gj_report_get_variant:
 * @self: a report
 *
 * Returns: (nullable): id of the form's variant that the report has, %NULL for the usual
 *          table
 */
const char *
gj_report_get_variant (GjReport *self)
{
  g_return_val_if_fail (GJ_IS_REPORT (self), NULL);

  return self->variant;
}

/**
 * gj_report_get_n_narratives:
 * @self: a report
 *
 * Returns: the number of sections and one for the preface
 */
guint
gj_report_get_n_narratives (GjReport *self)
{
  g_return_val_if_fail (GJ_IS_REPORT (self), 0);

  return self->n_sections + 1;
}

/**
 * gj_report_get_preface:
 * @self: a report
 *
 * Returns: the number of the preface among the narratives
 */
guint
gj_report_get_preface (GjReport *self)
{
  g_return_val_if_fail (GJ_IS_REPORT (self), 0);

  return self->n_sections;
}

/**
 * gj_report_get_narrative:
 * @self: a report
 * @section: a section, or the preface
 *
 * Returns: (transfer none): its narrative as it is now
 */
GjNarrative *
gj_report_get_narrative (GjReport *self,
                         guint     section)
{
  g_return_val_if_fail (GJ_IS_REPORT (self), NULL);
  g_return_val_if_fail (section <= self->n_sections, NULL);

  return self->narratives[section];
}

/**
 * gj_report_get_heading:
 * @self: a report
 * @section: a section, or the preface
 *
 * Returns: its heading as it stands; "" for a section without one and for the preface
 */
const char *
gj_report_get_heading (GjReport *self,
                       guint     section)
{
  g_return_val_if_fail (GJ_IS_REPORT (self), NULL);
  g_return_val_if_fail (section <= self->n_sections, NULL);

  if (section == self->n_sections)
    return "";
  if (self->headings[section] != NULL)
    return self->headings[section];

  return gj_form_get_section (self->form, section)->heading.zh;
}

void
_gj_report_set_field (GjReport   *self,
                      GjField     field,
                      const char *value)
{
  if (value != NULL && *value == '\0')
    value = NULL;

  set_ref_string (&self->fields[field], value);
  if (field == GJ_FIELD_YEAR)
    self->year = year_from_text (value);
}

void
_gj_report_set_heading (GjReport   *self,
                        guint       section,
                        const char *heading)
{
  if (g_strcmp0 (heading, gj_form_get_section (self->form, section)->heading.zh) == 0)
    heading = NULL;

  set_ref_string (&self->headings[section], heading);
}

void
_gj_report_set_narrative (GjReport    *self,
                          guint        section,
                          GjNarrative *narrative)
{
  GjNarrative *old = self->narratives[section];

  self->narratives[section] = gj_narrative_ref (narrative);
  gj_narrative_unref (old);
}

void
_gj_report_set_variant (GjReport   *self,
                        const char *variant)
{
  if (variant != NULL && *variant == '\0')
    variant = NULL;

  set_ref_string (&self->variant, variant);
}
