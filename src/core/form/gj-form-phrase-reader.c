/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-form-reader-private.h"

#include <glib/gi18n-lib.h>

/* Reads <phrase>: the words in which a sentence names a quantity. */

static const char *const no_words[] = { NULL };

/* The words of the element that ends, parted by blanks. */
static const char *const *
take_words (GjFormReading *reading)
{
  g_auto (GStrv) words = _gj_form_split (gj_xml_reader_get_text (reading->xml, NULL));

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (reading->words, (gpointer) _gj_form_intern (reading->form, words[i]));

  return _gj_form_take_words (reading);
}

static void
subjects_end (GjXmlReader *xml,
              gpointer     data)
{
  GjFormReading *reading = data;

  reading->phrase.subjects = take_words (reading);
}

static void
verbs_end (GjXmlReader *xml,
           gpointer     data)
{
  GjFormReading *reading = data;

  reading->phrase.verbs = take_words (reading);
}

static void
measures_end (GjXmlReader *xml,
              gpointer     data)
{
  GjFormReading *reading = data;

  reading->phrase.measures = take_words (reading);
}

static void
negations_end (GjXmlReader *xml,
               gpointer     data)
{
  GjFormReading *reading = data;

  reading->phrase.negations = take_words (reading);
}

static void
exceptions_end (GjXmlReader *xml,
                gpointer     data)
{
  GjFormReading *reading = data;

  reading->phrase.exceptions = take_words (reading);
}

const char *const _gj_form_phrase_attributes[] = {
  "id", "check", "quantity", "readings", "sections", NULL,
};

const GjXmlElement _gj_form_phrase_children[] = {
  { "subjects", NULL, subjects_end, GJ_XML_TEXT },
  { "verbs", NULL, verbs_end, GJ_XML_TEXT },
  { "measures", NULL, measures_end, GJ_XML_TEXT },
  { "negations", NULL, negations_end, GJ_XML_TEXT },
  { "exceptions", NULL, exceptions_end, GJ_XML_TEXT },
  { NULL },
};

static gboolean
resolve_readings (GjFormReading *reading,
                  GjPhrase      *phrase)
{
  g_auto (GStrv) words = _gj_form_split (gj_xml_reader_get_attribute (reading->xml, "readings"));
  guint n_words = g_strv_length (words);
  const GjQuantity **readings = _gj_form_alloc (reading->form, n_words * sizeof (GjQuantity *));

  for (guint i = 0; i < n_words; i++)
    {
      readings[i] = _gj_form_resolve (reading, words[i], NULL);
      if (readings[i] == NULL)
        return FALSE;
    }

  phrase->readings = readings;
  phrase->n_readings = n_words;
  return TRUE;
}

static gboolean
read_sections (GjFormReading *reading,
               GjPhrase      *phrase)
{
  g_auto (GStrv) words = _gj_form_split (gj_xml_reader_get_attribute (reading->xml, "sections"));

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint section = gj_form_find_section (reading->form, words[i]);

      if (section == GJ_NONE)
        return _gj_form_fail (reading, _("the form has no section “%s”"), words[i]);
      g_ptr_array_add (reading->words, (gpointer) gj_form_get_section (reading->form, section)->id);
    }

  phrase->sections = _gj_form_take_words (reading);
  return TRUE;
}

static gboolean
is_new_phrase (GjFormReading *reading,
               const char    *id)
{
  for (guint i = 0; i < gj_form_get_n_phrases (reading->form); i++)
    if (g_str_equal (gj_form_get_phrase (reading->form, i)->id, id))
      return _gj_form_fail_known (reading, id);

  return TRUE;
}

void
_gj_form_phrase_start (GjXmlReader *xml,
                       gpointer     data)
{
  GjFormReading *reading = data;
  GjPhrase *phrase = &reading->phrase;

  *phrase = (GjPhrase) {
    .check = _gj_form_intern (reading->form, gj_xml_reader_need_attribute (xml, "check")),
    .subjects = no_words,
    .verbs = no_words,
    .measures = no_words,
    .negations = no_words,
    .exceptions = no_words,
  };

  if (_gj_form_get_id (reading, "id", &phrase->id) && is_new_phrase (reading, phrase->id) &&
      read_sections (reading, phrase) && resolve_readings (reading, phrase))
    phrase->quantity = _gj_form_resolve (reading, gj_xml_reader_need_attribute (xml, "quantity"), NULL);
}

void
_gj_form_phrase_end (GjXmlReader *xml,
                     gpointer     data)
{
  GjFormReading *reading = data;

  g_array_append_val (reading->form->phrases, reading->phrase);
}
