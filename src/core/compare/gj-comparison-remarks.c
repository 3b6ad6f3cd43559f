/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-comparison.h"

#include "gj-body.h"
#include "gj-comparison-private.h"
#include "gj-messages.h"

/* What a person should know before believing a comparison. Nothing here keeps the two from
 * being compared. */

/* "the report of 2023"; without a year, or between two versions, by its side. */
static char *
name_side (GjComparison *self,
           gboolean      is_new)
{
  int year = gj_report_get_year (is_new ? self->new_report : self->old_report);

  if (self->kind == GJ_COMPARISON_VERSIONS)
    return g_strdup (is_new ? _("the second version") : _("the first version"));
  if (year == 0)
    return g_strdup (is_new ? _("the newer report") : _("the older report"));

  return g_strdup_printf (_("the report of %d"), year);
}

static gboolean
is_same_content (GjReport *a,
                 GjReport *b)
{
  GjForm *form = gj_report_get_form (a);

  if (a == b)
    return TRUE;
  if (!g_str_equal (gj_form_get_id (form), gj_form_get_id (gj_report_get_form (b))) ||
      gj_form_get_n_cells (form) != gj_form_get_n_cells (gj_report_get_form (b)) ||
      gj_report_get_n_narratives (a) != gj_report_get_n_narratives (b))
    return FALSE;

  for (guint i = 0; i < GJ_N_FIELDS; i++)
    if (!g_str_equal (gj_report_get_field (a, i), gj_report_get_field (b, i)))
      return FALSE;
  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    if (g_strcmp0 (gj_report_get_cell_text (a, i), gj_report_get_cell_text (b, i)) != 0)
      return FALSE;
  for (guint i = 0; i < gj_report_get_n_narratives (a); i++)
    if (g_strcmp0 (gj_report_get_heading (a, i), gj_report_get_heading (b, i)) != 0 ||
        !gj_narrative_equal (gj_report_get_narrative (a, i), gj_report_get_narrative (b, i)))
      return FALSE;

  return TRUE;
}

static void
add_bodies (GjComparison *self,
            GPtrArray    *remarks)
{
  const char *old_body = gj_report_get_field (self->old_report, GJ_FIELD_BODY);
  const char *new_body = gj_report_get_field (self->new_report, GJ_FIELD_BODY);

  switch (gj_report_match_body (self->new_report, self->old_report))
    {
    case GJ_BODY_OTHER:
      g_ptr_array_add (remarks, g_strdup_printf (_("The reports are of two bodies: “%1$s” and “%2$s”."),
                                                 old_body, new_body));
      break;

    case GJ_BODY_UNKNOWN:
      if (*old_body != '\0' || *new_body != '\0')
        {
          g_autofree char *side = name_side (self, *old_body != '\0');

          g_ptr_array_add (remarks, g_strdup_printf (_("No body is named in %s; whether both are of one body "
                                                       "is for a person to say."), side));
        }
      break;

    case GJ_BODY_SAME:
    case GJ_BODY_LINKED:
    default:
      break;
    }
}

static void
add_years (GjComparison *self,
           GPtrArray    *remarks)
{
  int old_year = gj_report_get_year (self->old_report);
  int new_year = gj_report_get_year (self->new_report);

  if (old_year == 0 || new_year == 0)
    {
      g_autofree char *side = name_side (self, new_year == 0);

      if (old_year == 0 && new_year == 0)
        g_ptr_array_add (remarks, g_strdup (_("Neither report states its year; they are compared as two versions.")));
      else
        g_ptr_array_add (remarks, g_strdup_printf (_("No year is stated in %s."), side));
    }
  else if (new_year < old_year)
    {
      g_ptr_array_add (remarks, g_strdup_printf (_("The report of %1$d stands where the older one belongs, that of %2$d "
                                                   "where the newer one does. Swap the two sides."),
                                                 old_year, new_year));
    }
  else if (new_year > old_year + 1)
    {
      g_ptr_array_add (remarks, g_strdup_printf (_("%1$d and %2$d do not follow each other; what one year carries over "
                                                   "to the next cannot be held against it."), old_year, new_year));
    }
}

static gboolean
has_numbers (GjReport *report,
             guint     table)
{
  const GjTable *t = gj_form_get_table (gj_report_get_form (report), table);

  for (guint i = t->first_cell; i < t->first_cell + t->n_cells; i++)
    if (gj_report_get_cell_text (report, i) != NULL &&
        gj_report_get_cell_number (report, i)->state != GJ_NUMBER_BLANK)
      return TRUE;

  return FALSE;
}

static guint
count_tables (GjReport *report)
{
  guint n_tables = gj_form_get_n_tables (gj_report_get_form (report));
  guint n = 0;

  for (guint i = 0; i < n_tables; i++)
    n += has_numbers (report, i);

  return n;
}

static guint
count_texts (GjReport *report)
{
  guint preface = gj_report_get_preface (report);
  guint n = 0;

  for (guint i = 0; i < gj_report_get_n_narratives (report); i++)
    n += i != preface && !gj_narrative_is_empty (gj_report_get_narrative (report, i));

  return n;
}

/* Returns whether @report has anything to compare. */
static gboolean
add_emptiness (GjComparison *self,
               gboolean      is_new,
               GPtrArray    *remarks)
{
  GjReport *report = is_new ? self->new_report : self->old_report;
  g_autofree char *side = name_side (self, is_new);
  guint n_tables = count_tables (report);
  guint n_texts = count_texts (report);

  if (n_tables == 0 && n_texts == 0)
    g_ptr_array_add (remarks, g_strdup_printf (_("There is nothing in %s: neither a number nor a section’s text."),
                                               side));
  else if (n_tables == 0)
    g_ptr_array_add (remarks, g_strdup_printf (_("There is no table with numbers in %s; only the words are compared."),
                                               side));
  else if (n_texts == 0)
    g_ptr_array_add (remarks, g_strdup_printf (_("All sections are without text in %s; only the numbers are compared."),
                                               side));

  return n_tables > 0 && n_texts > 0;
}

/* Tables and texts that one report has and the other has not. */
static void
add_missing (GjComparison *self,
             gboolean      is_new,
             GPtrArray    *remarks)
{
  GjReport *report = is_new ? self->new_report : self->old_report;
  GjReport *other = is_new ? self->old_report : self->new_report;
  GjForm *form = gj_report_get_form (report);
  g_autofree char *side = name_side (self, is_new);

  for (guint i = 0; i < gj_form_get_n_sections (form); i++)
    {
      const GjSection *section = gj_form_get_section (form, i);
      const char *name = gj_label_get_current (&section->heading);
      guint other_section = gj_form_find_section (gj_report_get_form (other), section->id);
      guint other_table;

      if (other_section == GJ_NONE)
        continue;

      other_table = gj_form_get_section (gj_report_get_form (other), other_section)->table;
      if (section->table != GJ_NONE && other_table != GJ_NONE)
        {
          if (!has_numbers (report, section->table) && has_numbers (other, other_table))
            g_ptr_array_add (remarks, g_strdup_printf (_("The table of “%1$s” has no numbers in %2$s."), name, side));
        }
      else if (gj_narrative_is_empty (gj_report_get_narrative (report, i)) &&
               !gj_narrative_is_empty (gj_report_get_narrative (other, other_section)))
        {
          g_ptr_array_add (remarks, g_strdup_printf (_("“%1$s” has no text in %2$s."), name, side));
        }
    }
}

/**
 * _gj_comparison_find_remarks:
 * @self: a comparison
 *
 * Returns: (transfer full) (element-type utf8): what a person should know, worst first, in
 *          the language of messages
 */
GPtrArray *
_gj_comparison_find_remarks (GjComparison *self)
{
  GPtrArray *remarks = g_ptr_array_new_with_free_func (g_free);
  gboolean is_whole;

  if (is_same_content (self->old_report, self->new_report))
    {
      g_ptr_array_add (remarks, g_strdup (_("Both sides are the same report, word for word.")));
      add_emptiness (self, TRUE, remarks);
      return remarks;
    }

  add_bodies (self, remarks);
  add_years (self, remarks);
  is_whole = add_emptiness (self, FALSE, remarks);
  is_whole &= add_emptiness (self, TRUE, remarks);
  if (is_whole)
    {
      add_missing (self, FALSE, remarks);
      add_missing (self, TRUE, remarks);
    }

  return remarks;
}
