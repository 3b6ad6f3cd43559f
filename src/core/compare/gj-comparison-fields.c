/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-comparison.h"

#include <string.h>

#include "gj-comparison-private.h"

/* Fields, headings and main figures that two reports state. */

/* What every year changes is no news between two years. */
static const GjField yearly[] = {
  GJ_FIELD_YEAR,
  GJ_FIELD_PERIOD_START,
  GJ_FIELD_PERIOD_END,
  GJ_FIELD_DATE,
};

static gboolean
is_yearly (GjField field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (yearly); i++)
    if (yearly[i] == field)
      return TRUE;

  return FALSE;
}

/* @text with one year in place of another. */
static char *
move_year (const char *text,
           int         from,
           int         to)
{
  g_autofree char *from_text = g_strdup_printf ("%d", from);
  g_autofree char *to_text = g_strdup_printf ("%d", to);
  g_auto (GStrv) pieces = g_strsplit (text, from_text, -1);

  return g_strjoinv (to_text, pieces);
}

static gboolean
is_same_but_year (GjComparison *self,
                  const char   *old_text,
                  const char   *new_text)
{
  int old_year = gj_report_get_year (self->old_report);
  int new_year = gj_report_get_year (self->new_report);
  g_autofree char *moved = NULL;

  if (self->kind == GJ_COMPARISON_VERSIONS || old_year == 0 || new_year == 0)
    return FALSE;

  moved = move_year (old_text, old_year, new_year);
  return strcmp (moved, new_text) == 0;
}

/* Each form cites its own notice. */
static gboolean
is_own_basis (GjComparison *self,
              GjField       field,
              const char   *old_text,
              const char   *new_text)
{
  return field == GJ_FIELD_BASIS &&
         g_strcmp0 (old_text, gj_form_get_basis (gj_report_get_form (self->old_report))) == 0 &&
         g_strcmp0 (new_text, gj_form_get_basis (gj_report_get_form (self->new_report))) == 0;
}

static void
field_change_free (gpointer data)
{
  GjFieldChange *self = data;

  g_free (self->old_text);
  g_free (self->new_text);
  g_free (self);
}

static char *
dup_unless_empty (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

GPtrArray *
_gj_comparison_find_fields (GjComparison *self)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (field_change_free);

  for (guint i = 0; i < GJ_N_FIELDS; i++)
    {
      const char *old_text = gj_report_get_field (self->old_report, i);
      const char *new_text = gj_report_get_field (self->new_report, i);
      GjFieldChange *change;

      if (strcmp (old_text, new_text) == 0 || is_same_but_year (self, old_text, new_text) ||
          (self->kind == GJ_COMPARISON_YEARS && (is_yearly (i) || is_own_basis (self, i, old_text, new_text))))
        continue;

      change = g_new0 (GjFieldChange, 1);
      change->field = i;
      change->name = *gj_field_get_name (i);
      change->old_text = dup_unless_empty (old_text);
      change->new_text = dup_unless_empty (new_text);
      g_ptr_array_add (changes, change);
    }

  return changes;
}

/**
 * gj_comparison_get_fields:
 * @self: a comparison
 *
 * Returns: (transfer none) (element-type GjFieldChange): the fields that differ
 */
GPtrArray *
gj_comparison_get_fields (GjComparison *self)
{
  g_return_val_if_fail (GJ_IS_COMPARISON (self), NULL);

  if (self->fields == NULL)
    self->fields = _gj_comparison_find_fields (self);

  return self->fields;
}

/* Headings */

static void
heading_change_free (gpointer data)
{
  GjHeadingChange *self = data;

  g_free (self->old_text);
  g_free (self->new_text);
  g_free (self);
}

/* (nullable): the heading; %NULL when it is the one that the form prints */
static const char *
get_own_heading (GjReport *report,
                 guint     section)
{
  const char *heading = gj_report_get_heading (report, section);
  const char *printed = gj_form_get_section (gj_report_get_form (report), section)->heading.zh;

  return g_strcmp0 (heading, printed) == 0 ? NULL : heading;
}

GPtrArray *
_gj_comparison_find_headings (GjComparison *self)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (heading_change_free);
  guint n_sections = gj_form_get_n_sections (gj_report_get_form (self->new_report));

  for (guint i = 0; i < n_sections; i++)
    {
      guint old_section = self->sections[i].old_section;
      GjHeadingChange *change;

      if (old_section == GJ_NONE)
        continue;
      if (get_own_heading (self->old_report, old_section) == NULL && get_own_heading (self->new_report, i) == NULL)
        continue;
      if (g_strcmp0 (gj_report_get_heading (self->old_report, old_section),
                     gj_report_get_heading (self->new_report, i)) == 0)
        continue;

      change = g_new0 (GjHeadingChange, 1);
      change->section = i;
      change->old_text = g_strdup (gj_report_get_heading (self->old_report, old_section));
      change->new_text = g_strdup (gj_report_get_heading (self->new_report, i));
      g_ptr_array_add (changes, change);
    }

  return changes;
}

/**
 * gj_comparison_get_headings:
 * @self: a comparison
 *
 * Returns: (transfer none) (element-type GjHeadingChange): the headings that differ
 */
GPtrArray *
gj_comparison_get_headings (GjComparison *self)
{
  g_return_val_if_fail (GJ_IS_COMPARISON (self), NULL);

  if (self->headings == NULL)
    self->headings = _gj_comparison_find_headings (self);

  return self->headings;
}
