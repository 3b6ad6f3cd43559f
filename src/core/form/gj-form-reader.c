/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-form-reader-private.h"

#include <glib/gi18n-lib.h>

/* Reads a form: the outermost elements, and the sections. */

static void
name_start (GjXmlReader *xml,
            gpointer     data)
{
  GjFormReading *reading = data;

  _gj_form_label_begin (reading, &reading->form->name);
}

static void
title_end (GjXmlReader *xml,
           gpointer     data)
{
  GjFormReading *reading = data;

  reading->form->title = _gj_form_get_text (reading);
}

static void
preface_end (GjXmlReader *xml,
             gpointer     data)
{
  GjFormReading *reading = data;

  reading->form->preface = _gj_form_get_text (reading);
}

static void
heading_start (GjXmlReader *xml,
               gpointer     data)
{
  GjFormReading *reading = data;

  _gj_form_label_begin (reading, &reading->section.heading);
}

static void
tab_start (GjXmlReader *xml,
           gpointer     data)
{
  GjFormReading *reading = data;

  _gj_form_label_begin (reading, &reading->section.tab);
}

static void
guidance_start (GjXmlReader *xml,
                gpointer     data)
{
  GjFormReading *reading = data;

  reading->section.guidance_source = _gj_form_get (reading, "source");
  _gj_form_label_begin (reading, &reading->section.guidance);
}

static void
section_start (GjXmlReader *xml,
               gpointer     data)
{
  GjFormReading *reading = data;

  reading->section = (GjSection) { .table = GJ_NONE };
  reading->section.ordinal = _gj_form_intern (reading->form,
                                              gj_xml_reader_need_attribute (xml, "ordinal"));

  if (_gj_form_get_id (reading, "id", &reading->section.id) &&
      gj_form_find_section (reading->form, reading->section.id) != GJ_NONE)
    _gj_form_fail_known (reading, reading->section.id);
}

static void
section_end (GjXmlReader *xml,
             gpointer     data)
{
  GjFormReading *reading = data;

  if (reading->section.tab.zh == NULL)
    reading->section.tab = reading->section.heading;

  reading->section.variants = _gj_form_take_words (reading);
  g_array_append_val (reading->form->sections, reading->section);
}

static void
form_start (GjXmlReader *xml,
            gpointer     data)
{
  GjFormReading *reading = data;
  gint64 from = 0;
  gint64 to = 0;

  reading->xml = xml;
  reading->form->basis = _gj_form_intern (reading->form,
                                          gj_xml_reader_need_attribute (xml, "basis"));

  if (!_gj_form_get_id (reading, "id", &reading->form->id) ||
      !_gj_form_get_number (reading, "from", 1900, 9999, &from) ||
      !_gj_form_get_number (reading, "to", from, 9999, &to))
    return;

  reading->form->first_year = (int) from;
  reading->form->last_year = (int) to;
}

static void
form_end (GjXmlReader *xml,
          gpointer     data)
{
  GjFormReading *reading = data;

  _gj_form_index_relations (reading->form);
  _gj_form_collect_boilerplate (reading->form);
}

static const char *const form_attributes[] = { "id", "from", "to", "basis", NULL };
static const char *const section_attributes[] = { "id", "ordinal", NULL };

static const GjXmlElement section_children[] = {
  { "heading", heading_start, _gj_form_label_end, GJ_XML_REQUIRED,
    _gj_form_label_attributes, _gj_form_label_children },
  { "tab", tab_start, _gj_form_label_end, 0, _gj_form_label_attributes, _gj_form_label_children },
  { "guidance", guidance_start, _gj_form_label_end, 0,
    _gj_form_guidance_attributes, _gj_form_label_children },
  { "alias", NULL, _gj_form_alias_end, GJ_XML_TEXT | GJ_XML_MANY },
  { NULL },
};

static const GjXmlElement form_children[] = {
  { "name", name_start, _gj_form_label_end, GJ_XML_REQUIRED,
    _gj_form_label_attributes, _gj_form_label_children },
  { "title", NULL, title_end, GJ_XML_TEXT | GJ_XML_REQUIRED },
  { "preface", NULL, preface_end, GJ_XML_TEXT | GJ_XML_REQUIRED },
  { "section", section_start, section_end, GJ_XML_MANY | GJ_XML_REQUIRED,
    section_attributes, section_children },
  { "table", _gj_form_table_start, _gj_form_table_end, GJ_XML_MANY,
    _gj_form_id_attributes, _gj_form_table_children },
  { "quantity", _gj_form_quantity_start, _gj_form_quantity_end, GJ_XML_MANY,
    _gj_form_quantity_attributes, _gj_form_label_children },
  { "relation", _gj_form_relation_start, _gj_form_relation_end, GJ_XML_MANY,
    _gj_form_relation_attributes, _gj_form_relation_children },
  { "phrase", _gj_form_phrase_start, _gj_form_phrase_end, GJ_XML_MANY,
    _gj_form_phrase_attributes, _gj_form_phrase_children },
  { "equivalent", _gj_form_equivalent_start, _gj_form_equivalent_end, GJ_XML_MANY,
    _gj_form_equivalent_attributes, _gj_form_equivalent_children },
  { "money", _gj_form_money_start, NULL, GJ_XML_MANY, _gj_form_money_attributes },
  { "figure", _gj_form_figure_start, _gj_form_figure_end, GJ_XML_MANY,
    _gj_form_figure_attributes, _gj_form_label_children },
  { "standard", NULL, _gj_form_standard_end, GJ_XML_TEXT | GJ_XML_MANY },
  { NULL },
};

/* Rules may be mixed as they belong together. */
static const GjXmlElement form_element = {
  "form", form_start, form_end, GJ_XML_UNORDERED, form_attributes, form_children,
};

static void
clear_reading (GjFormReading *reading)
{
  g_clear_pointer (&reading->grid, _gj_grid_free);
  g_clear_pointer (&reading->rows, g_array_unref);
  g_clear_pointer (&reading->columns, g_array_unref);
  g_ptr_array_unref (reading->words);
  g_array_unref (reading->reasons);
  g_hash_table_unref (reading->keys);
  g_hash_table_unref (reading->families);
  g_hash_table_unref (reading->sets);
}

static gboolean
read_form (GjForm  *form,
           GBytes  *bytes,
           GError **error)
{
  GjFormReading reading = {
    .form = form,
    .sets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .families = g_hash_table_new (g_str_hash, g_str_equal),
    .keys = g_hash_table_new (g_str_hash, g_str_equal),
    .words = g_ptr_array_new (),
    .reasons = g_array_new (FALSE, FALSE, sizeof (GjLabel)),
  };
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  gboolean good = gj_xml_read (data, size, GJ_FORM_NAMESPACE, &form_element, &reading, error);

  clear_reading (&reading);
  return good;
}

/**
 * gj_form_new_from_bytes:
 * @bytes: a form as XML
 * @origin: what messages call the file
 * @error: return location for an error of %GJ_FORM_ERROR, naming line and reason
 *
 * Reads a form. Nothing of it is trusted: a form may come from a file.
 *
 * Returns: (transfer full) (nullable): the form
 */
GjForm *
gj_form_new_from_bytes (GBytes      *bytes,
                        const char  *origin,
                        GError     **error)
{
  g_autoptr (GjForm) form = NULL;
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (bytes != NULL && origin != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_bytes_get_size (bytes) > GJ_FORM_MAX_BYTES)
    {
      g_set_error (error, GJ_FORM_ERROR, GJ_FORM_ERROR_INVALID,
                   _("“%s” is too large to be a form."), origin);
      return NULL;
    }

  form = _gj_form_new ();
  if (!read_form (form, bytes, &reason))
    {
      g_set_error (error, GJ_FORM_ERROR, GJ_FORM_ERROR_INVALID,
                   _("“%s” is no form that can be used: %s."), origin, reason->message);
      return NULL;
    }

  return g_steal_pointer (&form);
}
