/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-form-reader-private.h"

/* Reads <figure> and <standard>: what the reports of two years are first held against each
 * other by, and the words that every report of the form has. */

const char *const _gj_form_figure_attributes[] = { "id", "quantity", "zh", "en", NULL };

void
_gj_form_figure_start (GjXmlReader *xml,
                       gpointer     data)
{
  GjFormReading *reading = data;

  reading->line = gj_xml_reader_get_line (xml);
  reading->figure = (GjFormFigure) { 0 };
  reading->attributes.quantity = _gj_form_intern (reading->form,
                                                  gj_xml_reader_need_attribute (xml, "quantity"));
  _gj_form_get_id (reading, "id", &reading->figure.id);
  _gj_form_label_begin (reading, &reading->figure.name);
}

void
_gj_form_figure_end (GjXmlReader *xml,
                     gpointer     data)
{
  GjFormReading *reading = data;
  GjForm *form = reading->form;

  for (guint i = 0; i < form->figures->len; i++)
    if (g_str_equal (g_array_index (form->figures, GjFormFigure, i).id, reading->figure.id))
      {
        _gj_form_fail_known (reading, reading->figure.id);
        return;
      }

  reading->figure.quantity = _gj_form_resolve (reading, reading->attributes.quantity, NULL);
  if (reading->figure.quantity != NULL)
    g_array_append_val (form->figures, reading->figure);
  reading->line = 0;
}

static void
add_words (GjForm     *form,
           const char *words)
{
  if (words != NULL && *words != '\0')
    g_array_append_val (form->boilerplate, words);
}

void
_gj_form_standard_end (GjXmlReader *xml,
                       gpointer     data)
{
  GjFormReading *reading = data;

  add_words (reading->form, _gj_form_get_text (reading));
}

/* What stands between the places that a body and a year fill. */
static void
add_template (GjForm     *form,
              const char *text)
{
  g_auto (GStrv) pieces = g_regex_split_simple ("\\{[a-z-]*\\}|\\n", text, 0, 0);

  for (guint i = 0; pieces[i] != NULL; i++)
    add_words (form, _gj_form_intern (form, g_strstrip (pieces[i])));
}

/**
 * _gj_form_collect_boilerplate:
 * @self: a form that has been read
 *
 * Adds headings in all their wordings, the title and the preface to the standard words.
 */
void
_gj_form_collect_boilerplate (GjForm *self)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      const GjSection *section = gj_form_get_section (self, i);

      add_words (self, section->heading.zh);
      for (guint j = 0; section->variants[j] != NULL; j++)
        add_words (self, section->variants[j]);
    }

  add_template (self, self->title);
  add_template (self, self->preface);
}
