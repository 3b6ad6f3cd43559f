/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-form-text.h"

#include <glib/gi18n-lib.h>

#include "gj-terminal.h"

static char *
describe_years (GjForm *form)
{
  int first = gj_form_get_first_year (form);
  int last = gj_form_get_last_year (form);

  if (last == 0)
    return g_strdup_printf (_("%d and later"), first);
  if (last == first)
    return g_strdup_printf ("%d", first);

  return g_strdup_printf (_("%d to %d"), first, last);
}

/**
 * gj_forms_write_text:
 * @out: where to
 * @language: the language of names
 *
 * Writes the list of the known forms, for people.
 */
void
gj_forms_write_text (GString    *out,
                     GjLanguage  language)
{
  for (guint i = 0; i < gj_form_catalogue_get_n_forms (); i++)
    {
      GjForm *form = gj_form_catalogue_get_form (i);
      g_autofree char *years = describe_years (form);

      gj_text_pad (out, gj_form_get_id (form), 14);
      g_string_append (out, "  ");
      gj_text_pad (out, gj_label_get (gj_form_get_name (form), language), 16);
      g_string_append (out, "  ");
      gj_text_pad (out, years, 16);
      g_string_append_printf (out, "  %s\n", gj_form_get_basis (form));
    }
}

static void
write_cells (GString       *out,
             GjForm        *form,
             const GjTable *table,
             GjLanguage     language)
{
  guint width = 0;

  for (guint i = 0; i < table->n_cells; i++)
    width = MAX (width, gj_text_get_width (gj_form_get_cell (form, table->first_cell + i)->id));

  for (guint i = 0; i < table->n_cells; i++)
    {
      const GjCell *cell = gj_form_get_cell (form, table->first_cell + i);
      g_autofree char *name = gj_form_dup_cell_name (form, cell->index, NULL, language);

      g_string_append (out, "  ");
      gj_text_pad (out, cell->id, (int) width);
      g_string_append_printf (out, "  %s", name);
      if (cell->unit != NULL)
        g_string_append_printf (out, _(" (%s)"), cell->unit);
      g_string_append_c (out, '\n');
    }
}

static void
write_relations (GString    *out,
                 GjForm     *form,
                 GjLanguage  language,
                 guint       width)
{
  g_string_append_printf (out, "\n%s\n", _("Rules"));
  for (guint i = 0; i < gj_form_get_n_relations (form); i++)
    {
      const GjRelation *relation = gj_form_get_relation (form, i);
      const char *rule = gj_label_get (&relation->rule, language);

      g_string_append (out, "  ");
      gj_text_pad (out, relation->check, 5);
      gj_text_wrap (out, rule != NULL ? rule : relation->key, 7, width);
      g_string_append_c (out, '\n');
    }
}

/**
 * gj_form_write_text:
 * @out: where to
 * @form: a form
 * @language: the language of names
 * @width: columns of the terminal, or 0
 *
 * Writes the tables, cells and rules of a form, for people.
 */
void
gj_form_write_text (GString    *out,
                    GjForm     *form,
                    GjLanguage  language,
                    guint       width)
{
  g_autofree char *years = describe_years (form);

  g_string_append_printf (out, "%s  %s  %s  %s\n", gj_form_get_id (form),
                          gj_label_get (gj_form_get_name (form), language), years,
                          gj_form_get_basis (form));

  for (guint i = 0; i < gj_form_get_n_tables (form); i++)
    {
      const GjTable *table = gj_form_get_table (form, i);

      g_string_append_printf (out, "\n%s\n",
                              gj_label_get (&gj_form_get_section (form, table->section)->heading, language));
      write_cells (out, form, table, language);
    }
  write_relations (out, form, language, width);
}
