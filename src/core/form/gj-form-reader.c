/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-form-reader-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>

/* Reads a form: the outermost elements, and the sections. */

static gboolean
read_form_name (GjFormReader *reader,
                xmlNode      *node,
                gpointer      data)
{
  return _gj_form_reader_label (reader, node, &reader->form->name);
}

static gboolean
read_title (GjFormReader *reader,
            xmlNode      *node,
            gpointer      data)
{
  return _gj_form_reader_text (reader, node, &reader->form->title);
}

static gboolean
read_preface (GjFormReader *reader,
              xmlNode      *node,
              gpointer      data)
{
  return _gj_form_reader_text (reader, node, &reader->form->preface);
}

typedef struct
{
  GjSection  section;
  GPtrArray *variants;
} SectionReading;

static gboolean
read_heading (GjFormReader *reader,
              xmlNode      *node,
              gpointer      data)
{
  SectionReading *reading = data;

  return _gj_form_reader_label (reader, node, &reading->section.heading);
}

static gboolean
read_tab (GjFormReader *reader,
          xmlNode      *node,
          gpointer      data)
{
  SectionReading *reading = data;

  return _gj_form_reader_label (reader, node, &reading->section.tab);
}

static gboolean
read_guidance (GjFormReader *reader,
               xmlNode      *node,
               gpointer      data)
{
  SectionReading *reading = data;

  reading->section.guidance_source = _gj_form_reader_get (reader, node, "source");
  return _gj_form_reader_label (reader, node, &reading->section.guidance);
}

static gboolean
read_alias (GjFormReader *reader,
            xmlNode      *node,
            gpointer      data)
{
  SectionReading *reading = data;

  return _gj_form_reader_text_list (reader, node, reading->variants);
}

static gboolean
read_section (GjFormReader *reader,
              xmlNode      *node,
              gpointer      data)
{
  static const GjFormElement elements[] = {
    { "heading", "zh en", read_heading },
    { "tab", "zh en", read_tab },
    { "guidance", "source zh en", read_guidance },
    { "alias", "", read_alias },
    { NULL },
  };
  g_autoptr (GPtrArray) variants = g_ptr_array_new ();
  SectionReading reading = { .section = { .table = GJ_NONE }, .variants = variants };

  if (!_gj_form_reader_get_id (reader, node, "id", &reading.section.id) ||
      !_gj_form_reader_walk (reader, node, elements, &reading))
    return FALSE;

  if (gj_form_find_section (reader->form, reading.section.id) != GJ_NONE)
    return _gj_form_reader_fail (reader, node, _("the id “%s” is there already"),
                                 reading.section.id);
  if (reading.section.heading.zh == NULL)
    return _gj_form_reader_fail (reader, node, _("the section “%s” has no heading"),
                                 reading.section.id);
  if (reading.section.tab.zh == NULL)
    reading.section.tab = reading.section.heading;

  reading.section.ordinal = _gj_form_reader_get (reader, node, "ordinal");
  reading.section.variants = _gj_form_reader_take_list (reader, variants);
  g_array_append_val (reader->form->sections, reading.section);
  return TRUE;
}

static gboolean
read_form_attributes (GjFormReader  *reader,
                      const xmlNode *root)
{
  gint64 from = 0;
  gint64 to = 0;

  if (!_gj_form_reader_get_id (reader, root, "id", &reader->form->id) ||
      !_gj_form_reader_get_number (reader, root, "from", 1900, 9999, &from) ||
      !_gj_form_reader_get_number (reader, root, "to", from, 9999, &to))
    return FALSE;

  reader->form->first_year = from;
  reader->form->last_year = to;
  reader->form->basis = _gj_form_reader_get (reader, root, "basis");
  return TRUE;
}

static gboolean
read_form (GjFormReader *reader,
           xmlNode      *root,
           gpointer      data)
{
  static const GjFormElement elements[] = {
    { "name", "zh en", read_form_name },
    { "title", "", read_title },
    { "preface", "", read_preface },
    { "section", "id! ordinal!", read_section },
    { "table", "id!", _gj_form_read_table },
    { "quantity", "id! table sum! rows columns zh en", _gj_form_read_quantity },
    { "relation", "check! key kind! left! right! when severity! mandatory remark source",
      _gj_form_read_relation },
    { "phrase", "id! check! quantity! readings sections", _gj_form_read_phrase },
    { "equivalent", "form! quantity! other table rows", _gj_form_read_equivalent },
    { "money", "amount! items least! most!", _gj_form_read_money },
    { NULL },
  };
  GjForm *form = reader->form;

  if (!read_form_attributes (reader, root) ||
      !_gj_form_reader_walk (reader, root, elements, NULL))
    return FALSE;

  if (form->name.zh == NULL || form->title == NULL || form->preface == NULL ||
      form->sections->len == 0)
    return _gj_form_reader_fail (reader, root,
                                 _("a form has a name, a title, a preface and sections"));

  _gj_form_index_relations (form);
  return TRUE;
}

static xmlDoc *
parse (GBytes     *bytes,
       const char *origin,
       GError    **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  xmlParserCtxt *context;
  xmlDoc *document;

  if (size == 0 || size > GJ_FORM_MAX_BYTES)
    {
      g_set_error (error, GJ_FORM_ERROR, GJ_FORM_ERROR_INVALID,
                   _("%s is empty or too large to be a form"), origin);
      return NULL;
    }

  context = xmlNewParserCtxt ();
  document = xmlCtxtReadMemory (context, data, size, NULL, NULL,
                                XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_NOERROR |
                                XML_PARSE_NOWARNING);
  if (document == NULL)
    {
      const xmlError *problem = xmlCtxtGetLastError (context);
      g_autofree char *reason = g_strdup (problem != NULL ? problem->message : "");

      g_set_error (error, GJ_FORM_ERROR, GJ_FORM_ERROR_INVALID, _("%s, line %ld: %s"), origin,
                   problem != NULL ? (long) problem->line : 1L, g_strstrip (reason));
    }

  xmlFreeParserCtxt (context);
  return document;
}

static gboolean
read_document (GjFormReader *reader,
               xmlDoc       *document)
{
  static const GjFormElement elements[] = {
    { "form", "id! from! to basis!", read_form },
    { NULL },
  };

  if (document->intSubset != NULL || document->extSubset != NULL)
    {
      g_set_error (reader->error, GJ_FORM_ERROR, GJ_FORM_ERROR_INVALID,
                   _("%s has a document type declaration, which a form must not have"),
                   reader->origin);
      return FALSE;
    }

  return _gj_form_reader_walk (reader, (xmlNode *) document, elements, NULL);
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
  g_autoptr (GError) problem = NULL;
  g_autoptr (GjForm) form = NULL;
  GjFormReader reader = { .origin = origin, .error = &problem };
  xmlDoc *document;
  gboolean good;

  g_return_val_if_fail (bytes != NULL && origin != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  document = parse (bytes, origin, error);
  if (document == NULL)
    return NULL;

  form = _gj_form_new ();
  reader.form = form;
  reader.sets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reader.families = g_hash_table_new (g_str_hash, g_str_equal);
  reader.keys = g_hash_table_new (g_str_hash, g_str_equal);
  good = read_document (&reader, document);
  g_hash_table_unref (reader.keys);
  g_hash_table_unref (reader.families);
  g_hash_table_unref (reader.sets);
  xmlFreeDoc (document);

  if (!good)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  return g_steal_pointer (&form);
}
