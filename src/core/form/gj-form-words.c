/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-form.h"

#include <string.h>

#include "gj-form-private.h"

/* Puts @value in place of every "{name}" in @text. */
char *
_gj_form_fill_template (const char *text,
                        const char *name,
                        const char *value)
{
  g_autofree char *mark = NULL;
  GString *filled;
  const char *found;

  if (strchr (text, '{') == NULL)
    return g_strdup (text);

  mark = g_strdup_printf ("{%s}", name);
  filled = g_string_new (NULL);
  while ((found = strstr (text, mark)) != NULL)
    {
      g_string_append_len (filled, text, found - text);
      g_string_append (filled, value);
      text = found + strlen (mark);
    }

  g_string_append (filled, text);
  return g_string_free (filled, FALSE);
}

/* Crosses stand where a year is not known yet. */
static char *
format_year (int year)
{
  return year > 0 ? g_strdup_printf ("%d", year) : g_strdup ("××××");
}

static char *
fill_body_and_year (const char *text,
                    const char *body,
                    int         year)
{
  g_autofree char *digits = format_year (year);
  g_autofree char *next = format_year (year > 0 ? year + 1 : 0);
  g_autofree char *with_year = _gj_form_fill_template (text, "year", digits);
  g_autofree char *with_next = _gj_form_fill_template (with_year, "next-year", next);

  return _gj_form_fill_template (with_next, "body", body);
}

/**
 * gj_form_format_title:
 * @self: a form
 * @body: full name of the body
 * @year: the report year, or 0 when it is not known
 *
 * Returns: (transfer full): the title as the form prescribes it
 */
char *
gj_form_format_title (const GjForm *self,
                      const char   *body,
                      int           year)
{
  g_return_val_if_fail (self != NULL && body != NULL, NULL);

  return fill_body_and_year (self->title, body, year);
}

/**
 * gj_form_format_preface:
 * @self: a form
 * @body: full name of the body
 * @year: the report year
 *
 * Returns: (transfer full): a preface in the usual words
 */
char *
gj_form_format_preface (const GjForm *self,
                        const char   *body,
                        int           year)
{
  g_return_val_if_fail (self != NULL && body != NULL, NULL);

  return fill_body_and_year (self->preface, body, year);
}

/**
 * gj_form_dup_cell_name:
 * @self: a form
 * @cell: index of a cell
 * @variant: (nullable): id of the variant that the report has
 * @language: the language wanted
 *
 * Returns: (transfer full): how a sentence names the cell, by the form's own words
 */
char *
gj_form_dup_cell_name (const GjForm *self,
                       guint         cell,
                       const char   *variant,
                       GjLanguage    language)
{
  const GjCell *c = gj_form_get_cell (self, cell);
  const GjVariant *deviation;
  const GjTable *table;
  const GjLabel *row;
  g_autofree char *with_row = NULL;

  if (c == NULL)
    return NULL;

  table = gj_form_get_table (self, c->table);
  row = &table->rows[c->row].name;
  deviation = gj_form_find_variant (self, variant);
  if (deviation != NULL && deviation->table == c->table && deviation->row == c->row)
    row = &deviation->name;

  with_row = _gj_form_fill_template (gj_label_get (&table->cell_name, language),
                                     "row", gj_label_get (row, language));
  return _gj_form_fill_template (with_row, "column",
                                 gj_label_get (&table->columns[c->column].name, language));
}
