/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-store-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is kept beside the report itself: what an import found, decisions, comments and
 * settings. */

enum { TEXT_ZH, TEXT_EN, TEXT_FRAGMENT };
enum { TEXT_REASON, TEXT_BASIS };

static const char *const place_attributes[] = { "place", NULL };
static const char *const note_attributes[] = { "id", "severity", "code", "place", "line", NULL };
static const char *const decision_attributes[] = { "key", "state", "who", "when", NULL };
static const char *const comment_attributes[] = { "id", "place", "who", "when", "answers", "start", "end", "done", NULL };
static const char *const setting_attributes[] = { "name", NULL };

void
_gj_store_take_text (GjXmlReader *reader,
                     GString     *string)
{
  gsize length;
  const char *text = gj_xml_reader_get_text (reader, &length);

  g_string_truncate (string, 0);
  g_string_append_len (string, text, (gssize) length);
}

/* Returns whether there is such an attribute. */

gboolean
_gj_store_take (GjXmlReader *reader,
                const char  *name,
                GString     *string)
{
  const char *value = gj_xml_reader_get_attribute (reader, name);

  g_string_assign (string, value != NULL ? value : "");
  return value != NULL;
}

void
_gj_store_need (GjXmlReader *reader,
                const char  *name,
                GString     *string)
{
  g_string_assign (string, gj_xml_reader_need_attribute (reader, name));
}

/* <source> */

void
_gj_store_source_start (GjXmlReader *reader,
                        gpointer     data)
{
  GjStoreReading *reading = data;
  const char *format = gj_xml_reader_need_attribute (reader, "format");
  const char *digest = gj_xml_reader_need_attribute (reader, "digest");
  const char *unit_id = gj_xml_reader_get_attribute (reader, "unit");
  GjSourceUnit unit = GJ_SOURCE_UNIT_LINE;

  reading->source = gj_source_builder_new (format, digest);
  if (unit_id != NULL && (!gj_source_unit_find (unit_id, &unit) || unit == GJ_SOURCE_UNIT_LINE))
    gj_xml_reader_fail (reader, _("“%s” is no unit of a source"), unit_id);
  gj_source_builder_set_unit (reading->source, unit);
}

void
_gj_store_source_end (GjXmlReader *reader,
                      gpointer     data)
{
  GjStoreReading *reading = data;
  g_autoptr (GjSource) source = gj_source_builder_end (reading->source);

  gj_report_init_source (reading->report, source);
}

static void
title_line_end (GjXmlReader *reader,
                gpointer     data)
{
  GjStoreReading *reading = data;

  gj_source_builder_add_title_line (reading->source, gj_xml_reader_get_text (reader, NULL));
}

static void
place_start (GjXmlReader *reader,
             gpointer     data)
{
  GjStoreReading *reading = data;

  _gj_store_need (reader, "place", reading->place);
  g_ptr_array_set_size (reading->values, 0);
}

static void
label_end (GjXmlReader *reader,
           gpointer     data)
{
  GjStoreReading *reading = data;

  gj_source_builder_add_label (reading->source, reading->place->str,
                               gj_xml_reader_get_text (reader, NULL));
}

static void
residue_end (GjXmlReader *reader,
             gpointer     data)
{
  GjStoreReading *reading = data;

  gj_source_builder_add_residue (reading->source, reading->place->str,
                                 gj_xml_reader_get_text (reader, NULL));
}

static void
value_end (GjXmlReader *reader,
           gpointer     data)
{
  GjStoreReading *reading = data;

  g_ptr_array_add (reading->values, g_strdup (gj_xml_reader_get_text (reader, NULL)));
}

static void
surplus_end (GjXmlReader *reader,
             gpointer     data)
{
  GjStoreReading *reading = data;

  g_ptr_array_add (reading->values, NULL);
  gj_source_builder_add_surplus (reading->source, reading->place->str,
                                 (const char *const *) reading->values->pdata);
}

static void
note_start (GjXmlReader *reader,
            gpointer     data)
{
  GjStoreReading *reading = data;
  const char *severity = gj_xml_reader_need_attribute (reader, "severity");
  g_autofree char *expected = g_strdup_printf ("n%u", ++reading->n_notes);

  _gj_store_need (reader, "id", reading->id);
  _gj_store_need (reader, "code", reading->title);
  _gj_store_need (reader, "place", reading->place);
  reading->line = gj_xml_reader_need_uint (reader, "line");
  reading->has_fragment = FALSE;

  if (!_gj_severity_find (severity, &reading->severity))
    gj_xml_reader_fail (reader, _("“%s” is no severity"), severity);
  if (g_strcmp0 (reading->id->str, expected) != 0)
    gj_xml_reader_fail (reader, _("the note is numbered “%s” and not “%s”"),
                        reading->id->str, expected);
}

static void
zh_end (GjXmlReader *reader,
        gpointer     data)
{
  GjStoreReading *reading = data;

  _gj_store_take_text (reader, reading->texts[TEXT_ZH]);
}

static void
en_end (GjXmlReader *reader,
        gpointer     data)
{
  GjStoreReading *reading = data;

  _gj_store_take_text (reader, reading->texts[TEXT_EN]);
}

static void
fragment_end (GjXmlReader *reader,
              gpointer     data)
{
  GjStoreReading *reading = data;

  _gj_store_take_text (reader, reading->texts[TEXT_FRAGMENT]);
  reading->has_fragment = TRUE;
}

static void
note_end (GjXmlReader *reader,
          gpointer     data)
{
  GjStoreReading *reading = data;

  gj_source_builder_add_note (reading->source, reading->severity, reading->title->str,
                              reading->place->str, reading->texts[TEXT_ZH]->str,
                              reading->texts[TEXT_EN]->str,
                              reading->has_fragment ? reading->texts[TEXT_FRAGMENT]->str : NULL,
                              reading->line);
}

static const GjXmlElement note_elements[] = {
  { "zh", NULL, zh_end, GJ_XML_TEXT | GJ_XML_REQUIRED },
  { "en", NULL, en_end, GJ_XML_TEXT | GJ_XML_REQUIRED },
  { "fragment", NULL, fragment_end, GJ_XML_TEXT },
  { NULL },
};

static const GjXmlElement surplus_elements[] = {
  { "value", NULL, value_end, GJ_XML_TEXT | GJ_XML_MANY },
  { NULL },
};

const GjXmlElement _gj_store_source_elements[] = {
  { "title-line", NULL, title_line_end, GJ_XML_TEXT | GJ_XML_MANY },
  { "label", place_start, label_end, GJ_XML_TEXT | GJ_XML_MANY, place_attributes },
  { "surplus", place_start, surplus_end, GJ_XML_MANY, place_attributes, surplus_elements },
  { "residue", place_start, residue_end, GJ_XML_TEXT | GJ_XML_MANY, place_attributes },
  { "note", note_start, note_end, GJ_XML_MANY, note_attributes, note_elements },
  { NULL },
};

/* <decisions> */

static void
decision_start (GjXmlReader *reader,
                gpointer     data)
{
  GjStoreReading *reading = data;
  const char *state = gj_xml_reader_need_attribute (reader, "state");

  _gj_store_need (reader, "key", reading->id);
  reading->has_who = _gj_store_take (reader, "who", reading->who);
  reading->has_when = _gj_store_take (reader, "when", reading->when);

  if (!gj_decision_state_find (state, &reading->state))
    gj_xml_reader_fail (reader, _("“%s” is no state of a decision"), state);
  if (gj_report_find_decision (reading->report, reading->id->str) != NULL)
    gj_xml_reader_fail (reader, _("there are two decisions on “%s”"), reading->id->str);
}

static void
reason_end (GjXmlReader *reader,
            gpointer     data)
{
  GjStoreReading *reading = data;

  _gj_store_take_text (reader, reading->texts[TEXT_REASON]);
}

static void
basis_end (GjXmlReader *reader,
           gpointer     data)
{
  GjStoreReading *reading = data;

  _gj_store_take_text (reader, reading->texts[TEXT_BASIS]);
}

static void
decision_end (GjXmlReader *reader,
              gpointer     data)
{
  GjStoreReading *reading = data;
  g_autoptr (GjDecision) decision =
    gj_decision_new (reading->id->str, reading->state, reading->texts[TEXT_REASON]->str,
                     reading->has_who ? reading->who->str : NULL,
                     reading->has_when ? reading->when->str : NULL,
                     reading->texts[TEXT_BASIS]->str);

  gj_report_init_decision (reading->report, decision);
}

static const GjXmlElement decision_parts[] = {
  { "reason", NULL, reason_end, GJ_XML_TEXT | GJ_XML_REQUIRED },
  { "basis", NULL, basis_end, GJ_XML_TEXT | GJ_XML_REQUIRED },
  { NULL },
};

const GjXmlElement _gj_store_decision_elements[] = {
  { "decision", decision_start, decision_end, GJ_XML_MANY | GJ_XML_REQUIRED,
    decision_attributes, decision_parts },
  { NULL },
};

/* <comments> */

static gboolean
has_comment (GjReport   *report,
             const char *id)
{
  GPtrArray *comments = gj_report_get_comments (report);

  for (guint i = 0; i < comments->len; i++)
    if (g_str_equal (((GjComment *) g_ptr_array_index (comments, i))->id, id))
      return TRUE;
  return FALSE;
}

/* Where the words stand that a comment means; neither attribute means the whole place. */

static void
take_words (GjXmlReader    *reader,
            GjStoreReading *reading)
{
  reading->start = GJ_NONE;
  reading->end = GJ_NONE;
  if (gj_xml_reader_get_attribute (reader, "start") == NULL
      && gj_xml_reader_get_attribute (reader, "end") == NULL)
    return;

  reading->start = gj_xml_reader_need_uint (reader, "start");
  reading->end = gj_xml_reader_need_uint (reader, "end");
  if (reading->start > reading->end || reading->end == GJ_NONE)
    gj_xml_reader_fail (reader, _("the words of the comment “%s” end before they begin"),
                        reading->id->str);
}

static void
take_done (GjXmlReader    *reader,
           GjStoreReading *reading)
{
  const char *done = gj_xml_reader_get_attribute (reader, "done");

  reading->is_done = done != NULL;
  if (done != NULL && strcmp (done, "yes") != 0)
    gj_xml_reader_fail (reader, _("a comment is done or not, but not “%s”"), done);
}

static void
comment_start (GjXmlReader *reader,
               gpointer     data)
{
  GjStoreReading *reading = data;

  _gj_store_need (reader, "id", reading->id);
  _gj_store_need (reader, "place", reading->place);
  reading->has_who = _gj_store_take (reader, "who", reading->who);
  reading->has_when = _gj_store_take (reader, "when", reading->when);
  reading->has_answers = _gj_store_take (reader, "answers", reading->answers);
  take_words (reader, reading);
  take_done (reader, reading);

  if (has_comment (reading->report, reading->id->str))
    gj_xml_reader_fail (reader, _("there are two comments “%s”"), reading->id->str);
}

static void
comment_end (GjXmlReader *reader,
             gpointer     data)
{
  GjStoreReading *reading = data;
  g_autoptr (GjComment) comment =
    gj_comment_new (reading->id->str, reading->place->str,
                    reading->has_who ? reading->who->str : NULL,
                    reading->has_when ? reading->when->str : NULL,
                    gj_xml_reader_get_text (reader, NULL));
  g_autoptr (GjComment) answer =
    gj_comment_dup_as_answer (comment, reading->has_answers ? reading->answers->str : NULL);
  g_autoptr (GjComment) placed = gj_comment_dup_with_words (answer, reading->start, reading->end);
  g_autoptr (GjComment) done = gj_comment_dup_with_done (placed, reading->is_done);

  gj_report_init_comment (reading->report, done);
}

const GjXmlElement _gj_store_comment_elements[] = {
  { "comment", comment_start, comment_end, GJ_XML_TEXT | GJ_XML_MANY | GJ_XML_REQUIRED,
    comment_attributes },
  { NULL },
};

/* <settings> */

static void
setting_start (GjXmlReader *reader,
               gpointer     data)
{
  GjStoreReading *reading = data;

  _gj_store_need (reader, "name", reading->id);
  if (gj_report_get_setting (reading->report, reading->id->str) != NULL)
    gj_xml_reader_fail (reader, _("the setting “%s” stands twice"), reading->id->str);
}

static void
setting_end (GjXmlReader *reader,
             gpointer     data)
{
  GjStoreReading *reading = data;

  gj_report_init_setting (reading->report, reading->id->str,
                          gj_xml_reader_get_text (reader, NULL));
}

const GjXmlElement _gj_store_setting_elements[] = {
  { "setting", setting_start, setting_end, GJ_XML_TEXT | GJ_XML_MANY | GJ_XML_REQUIRED,
    setting_attributes },
  { NULL },
};
