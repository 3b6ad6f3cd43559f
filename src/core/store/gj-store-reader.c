/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-store-reader-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gj-form-catalogue.h"

/* Reads a .gouji file of the present version, and checks on the way what
 * data/schema/report.rng says and what only the form knows: which sections and cells
 * there are. */

static const char *const report_attributes[] = { "version", "form", "variant", NULL };
static const char *const id_attributes[] = { "id", NULL };
static const char *const section_attributes[] = { "id", "heading", NULL };
static const char *const picture_attributes[] = { "type", "width", "height", "title", NULL };
static const char *const source_attributes[] = { "format", "digest", "unit", NULL };

/* <report> */

static void
fail_too_new (GjXmlReader *reader)
{
  const char *message =
    _("The report was written by a later version of Gouji. Update Gouji to open it.");

  gj_xml_reader_take_error (reader, g_error_new_literal (GJ_STORE_ERROR, GJ_STORE_ERROR_TOO_NEW,
                                                         message));
}

static void
fail_unknown_form (GjXmlReader *reader,
                   const char  *id)
{
  g_autofree char *message =
    g_strdup_printf (_("The report follows the form “%s”, which this version of Gouji does not know. Update Gouji to open it."),
                     id);

  gj_xml_reader_take_error (reader, g_error_new_literal (GJ_STORE_ERROR, GJ_STORE_ERROR_TOO_NEW,
                                                         message));
}

static void
report_start (GjXmlReader *reader,
              gpointer     data)
{
  GjStoreReading *reading = data;
  guint version = gj_xml_reader_need_uint (reader, "version");
  const char *form = gj_xml_reader_need_attribute (reader, "form");
  const char *variant = gj_xml_reader_get_attribute (reader, "variant");

  if (gj_xml_reader_has_failed (reader))
    return;
  if (version > GJ_STORE_VERSION)
    {
      fail_too_new (reader);
      return;
    }
  if (version < GJ_STORE_VERSION)
    {
      reading->version = version;
      gj_xml_reader_fail (reader, _("version %u is too old"), version);
      return;
    }

  reading->form = gj_form_catalogue_find (form);
  if (reading->form == NULL)
    {
      fail_unknown_form (reader, form);
      return;
    }
  if (variant != NULL && gj_form_find_variant (reading->form, variant) == NULL)
    {
      gj_xml_reader_fail (reader, _("the form has no variant “%s”"), variant);
      return;
    }

  reading->report = gj_report_new (reading->form);
  gj_report_init_variant (reading->report, variant);
  reading->cells_seen = g_new0 (guint8, gj_form_get_n_cells (reading->form));
}

static void
report_end (GjXmlReader *reader,
            gpointer     data)
{
  GjStoreReading *reading = data;

  if (reading->n_sections < gj_form_get_n_sections (reading->form))
    gj_xml_reader_fail (reader, _("the section “%s” is missing"),
                        gj_form_get_section (reading->form, reading->n_sections)->id);
}

/* <field> */

static void
field_start (GjXmlReader *reader,
             gpointer     data)
{
  GjStoreReading *reading = data;
  const char *id = gj_xml_reader_need_attribute (reader, "id");

  if (!gj_field_find (id, &reading->field))
    gj_xml_reader_fail (reader, _("there is no field “%s”"), id);
  else if (*gj_report_get_field (reading->report, reading->field) != '\0')
    gj_xml_reader_fail (reader, _("the field “%s” stands twice"), id);
}

static void
field_end (GjXmlReader *reader,
           gpointer     data)
{
  GjStoreReading *reading = data;

  gj_report_init_field (reading->report, reading->field, gj_xml_reader_get_text (reader, NULL));
}

/* <preface> and <section> */

static void
end_narrative (GjStoreReading *reading,
               guint           section)
{
  g_autoptr (GjNarrative) narrative =
    gj_narrative_new ((GjBlock *const *) reading->blocks->pdata, reading->blocks->len);

  gj_report_init_narrative (reading->report, section, narrative);
  g_ptr_array_set_size (reading->blocks, 0);
}

static void
preface_end (GjXmlReader *reader,
             gpointer     data)
{
  GjStoreReading *reading = data;

  end_narrative (reading, gj_report_get_preface (reading->report));
}

static void
section_start (GjXmlReader *reader,
               gpointer     data)
{
  GjStoreReading *reading = data;
  const char *id = gj_xml_reader_need_attribute (reader, "id");

  reading->section = gj_form_find_section (reading->form, id);
  if (reading->section == GJ_NONE)
    gj_xml_reader_fail (reader, _("the form has no section “%s”"), id);
  else if (reading->section != reading->n_sections++)
    gj_xml_reader_fail (reader, _("the section “%s” stands in a wrong place"), id);
  else
    gj_report_init_heading (reading->report, reading->section,
                            gj_xml_reader_need_attribute (reader, "heading"));
}

static void
section_end (GjXmlReader *reader,
             gpointer     data)
{
  GjStoreReading *reading = data;

  end_narrative (reading, reading->section);
}

static void
paragraph_end (GjXmlReader *reader,
               gpointer     data)
{
  GjStoreReading *reading = data;
  const char *text = gj_xml_reader_get_text (reader, NULL);

  if (strchr (text, '\n') != NULL)
    gj_xml_reader_fail (reader, _("a paragraph goes over two lines"));
  else
    g_ptr_array_add (reading->blocks, gj_block_new_paragraph (text));
}

static void
table_end (GjXmlReader *reader,
           gpointer     data)
{
  GjStoreReading *reading = data;

  g_ptr_array_add (reading->blocks, gj_block_new_table ());
}

static void
picture_start (GjXmlReader *reader,
               gpointer     data)
{
  GjStoreReading *reading = data;

  _gj_store_need (reader, "type", reading->id);
  reading->width = gj_xml_reader_need_uint (reader, "width");
  reading->height = gj_xml_reader_need_uint (reader, "height");
  reading->has_title = _gj_store_take (reader, "title", reading->title);

  if (strcmp (reading->id->str, "image/png") != 0 && strcmp (reading->id->str, "image/jpeg") != 0)
    gj_xml_reader_fail (reader, _("“%s” is no type of picture"), reading->id->str);
}

/* Digits, blanks between them, and what fills the last group; groups of four. */

static gboolean
is_base64 (const char *text,
           gsize       length)
{
  gsize n_digits = 0;
  gsize n_filling = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isspace (text[i]))
        continue;
      if (text[i] == '=')
        n_filling++;
      else if (n_filling == 0 && (g_ascii_isalnum (text[i]) || text[i] == '+' || text[i] == '/'))
        n_digits++;
      else
        return FALSE;
    }
  return n_filling <= 2 && (n_digits + n_filling) % 4 == 0;
}

static void
picture_end (GjXmlReader *reader,
             gpointer     data)
{
  GjStoreReading *reading = data;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  const char *text = gj_xml_reader_get_text (reader, &length);

  if (!is_base64 (text, length))
    {
      gj_xml_reader_fail (reader, _("the picture is no base64"));
      return;
    }

  guchar *decoded = g_base64_decode (text, &length);

  bytes = g_bytes_new_take (decoded, length);
  g_ptr_array_add (reading->blocks,
                   gj_block_new_picture (bytes, reading->id->str, reading->width, reading->height,
                                         reading->has_title ? reading->title->str : NULL));
}

/* <cells>: mostly in the order of the form, so that the next one is the first guess. */

static guint
find_cell (GjStoreReading *reading,
           const char     *id)
{
  guint next = reading->next_cell;

  if (next < gj_form_get_n_cells (reading->form)
      && strcmp (gj_form_get_cell (reading->form, next)->id, id) == 0)
    return next;
  return gj_form_find_cell (reading->form, id);
}

static void
cell_start (GjXmlReader *reader,
            gpointer     data)
{
  GjStoreReading *reading = data;
  const char *id = gj_xml_reader_need_attribute (reader, "id");

  reading->cell = find_cell (reading, id);
  if (reading->cell == GJ_NONE)
    {
      gj_xml_reader_fail (reader, _("the form has no cell “%s”"), id);
      return;
    }
  if (reading->cells_seen[reading->cell])
    gj_xml_reader_fail (reader, _("the cell “%s” stands twice"), id);
  reading->cells_seen[reading->cell] = TRUE;
  reading->next_cell = reading->cell + 1;
}

static void
cell_end (GjXmlReader *reader,
          gpointer     data)
{
  GjStoreReading *reading = data;

  gj_report_init_cell (reading->report, reading->cell, gj_xml_reader_get_text (reader, NULL));
}

static void
cells_end (GjXmlReader *reader,
           gpointer     data)
{
  GjStoreReading *reading = data;

  for (guint i = 0; i < gj_form_get_n_cells (reading->form); i++)
    if (!reading->cells_seen[i])
      gj_report_init_cell (reading->report, i, NULL);
}

/* The tables */

static const GjXmlElement block_elements[] = {
  { "paragraph", NULL, paragraph_end, GJ_XML_TEXT | GJ_XML_MANY },
  { "table", NULL, table_end, GJ_XML_MANY },
  { "picture", picture_start, picture_end, GJ_XML_TEXT | GJ_XML_MANY, picture_attributes },
  { NULL },
};

static const GjXmlElement cells_elements[] = {
  { "cell", cell_start, cell_end, GJ_XML_TEXT | GJ_XML_MANY, id_attributes },
  { NULL },
};

static const GjXmlElement report_elements[] = {
  { "field", field_start, field_end, GJ_XML_TEXT | GJ_XML_MANY, id_attributes },
  { "preface", NULL, preface_end, GJ_XML_UNORDERED | GJ_XML_REQUIRED, NULL, block_elements },
  { "section", section_start, section_end, GJ_XML_UNORDERED | GJ_XML_MANY, section_attributes,
    block_elements },
  { "cells", NULL, cells_end, GJ_XML_REQUIRED, NULL, cells_elements },
  { "source", _gj_store_source_start, _gj_store_source_end, 0, source_attributes,
    _gj_store_source_elements },
  { "decisions", NULL, NULL, 0, NULL, _gj_store_decision_elements },
  { "comments", NULL, NULL, 0, NULL, _gj_store_comment_elements },
  { "settings", NULL, NULL, 0, NULL, _gj_store_setting_elements },
  { NULL },
};

static const GjXmlElement report_element = {
  "report", report_start, report_end, 0, report_attributes, report_elements
};

static void
reading_init (GjStoreReading *reading)
{
  reading->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_block_unref);
  reading->values = g_ptr_array_new_with_free_func (g_free);
  reading->id = g_string_sized_new (64);
  reading->place = g_string_sized_new (64);
  reading->who = g_string_sized_new (64);
  reading->when = g_string_sized_new (64);
  reading->title = g_string_sized_new (64);
  reading->answers = g_string_sized_new (64);
  for (gsize i = 0; i < G_N_ELEMENTS (reading->texts); i++)
    reading->texts[i] = g_string_sized_new (256);
}

static void
reading_clear (GjStoreReading *reading)
{
  g_clear_object (&reading->report);
  g_clear_pointer (&reading->source, gj_source_builder_free);
  g_free (reading->cells_seen);
  g_ptr_array_unref (reading->blocks);
  g_ptr_array_unref (reading->values);
  g_string_free (reading->id, TRUE);
  g_string_free (reading->place, TRUE);
  g_string_free (reading->who, TRUE);
  g_string_free (reading->when, TRUE);
  g_string_free (reading->title, TRUE);
  g_string_free (reading->answers, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (reading->texts); i++)
    g_string_free (reading->texts[i], TRUE);
}

/**
 * _gj_store_read_document:
 * @bytes: a file
 * @old_version: (out): its version when it must be upgraded first, else 0
 * @error: a #GError of %GJ_XML_ERROR or %GJ_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the report
 */
GjReport *
_gj_store_read_document (GBytes  *bytes,
                         guint   *old_version,
                         GError **error)
{
  GjStoreReading reading = { 0 };
  GjReport *report = NULL;
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  reading_init (&reading);
  if (gj_xml_read (data, size, GJ_STORE_NAMESPACE, &report_element, &reading, error))
    report = g_steal_pointer (&reading.report);
  *old_version = reading.version;
  reading_clear (&reading);
  return report;
}
