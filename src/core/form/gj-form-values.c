/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-form-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the elements of a form have in common: failures, attributes, words. */

const char *const _gj_form_id_attributes[] = { "id", NULL };
const char *const _gj_form_label_attributes[] = { "zh", "en", NULL };
const char *const _gj_form_guidance_attributes[] = { "source", "zh", "en", NULL };

static void
take_failure (GjFormReading *reading,
              guint          line,
              char          *reason)
{
  gj_xml_reader_take_error (reading->xml, g_error_new (GJ_FORM_ERROR, GJ_FORM_ERROR_INVALID,
                                                       _("line %u: %s"), line, reason));
  g_free (reason);
}

/* Returns: %FALSE, for the caller to hand on */
gboolean
_gj_form_fail_at (GjFormReading *reading,
                  guint          line,
                  const char    *format,
                  ...)
{
  va_list arguments;

  va_start (arguments, format);
  take_failure (reading, line, g_strdup_vprintf (format, arguments));
  va_end (arguments);

  return FALSE;
}

/* Returns: %FALSE, for the caller to hand on */
gboolean
_gj_form_fail (GjFormReading *reading,
               const char    *format,
               ...)
{
  va_list arguments;

  va_start (arguments, format);
  take_failure (reading, reading->line != 0 ? reading->line : gj_xml_reader_get_line (reading->xml),
                g_strdup_vprintf (format, arguments));
  va_end (arguments);

  return FALSE;
}

gboolean
_gj_form_fail_known (GjFormReading *reading,
                     const char    *id)
{
  return _gj_form_fail (reading, _("the id “%s” is there already"), id);
}

/* Returns: (nullable): the attribute, as a string that lives with the form */
const char *
_gj_form_get (GjFormReading *reading,
              const char    *name)
{
  return _gj_form_intern (reading->form, gj_xml_reader_get_attribute (reading->xml, name));
}

/* An id is made of small letters, digits and hyphens. */
gboolean
_gj_form_get_id (GjFormReading  *reading,
                 const char     *name,
                 const char    **out)
{
  const char *id = gj_xml_reader_need_attribute (reading->xml, name);

  if (*id == '\0' || strlen (id) > 64 ||
      strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen (id))
    return _gj_form_fail (reading, _("“%s” is no id for “%s”"), id, name);

  *out = _gj_form_intern (reading->form, id);
  return TRUE;
}

/* Leaves @out as it is when the attribute is missing. */
gboolean
_gj_form_get_number (GjFormReading *reading,
                     const char    *name,
                     gint64         least,
                     gint64         most,
                     gint64        *out)
{
  const char *text = gj_xml_reader_get_attribute (reading->xml, name);

  if (text == NULL || gj_integer_parse (text, least, most, out))
    return TRUE;

  return _gj_form_fail (reading, _("“%s” must be a number from %lld to %lld, not “%s”"),
                        name, (long long) least, (long long) most, text);
}

/* Leaves @out as it is when the attribute is missing. */
gboolean
_gj_form_get_choice (GjFormReading     *reading,
                     const char        *name,
                     const char *const *choices,
                     guint             *out)
{
  const char *text = gj_xml_reader_get_attribute (reading->xml, name);

  if (text == NULL)
    return TRUE;

  for (guint i = 0; choices[i] != NULL; i++)
    if (g_str_equal (choices[i], text))
      {
        *out = i;
        return TRUE;
      }

  return _gj_form_fail (reading, _("“%s” cannot be “%s”"), name, text);
}

gboolean
_gj_form_get_flag (GjFormReading *reading,
                   const char    *name,
                   gboolean      *out)
{
  static const char *const choices[] = { "no", "yes", NULL };
  guint choice = *out ? 1 : 0;

  if (!_gj_form_get_choice (reading, name, choices, &choice))
    return FALSE;

  *out = choice == 1;
  return TRUE;
}

/* Returns: (transfer full): the blank-separated words of @text, none when it is %NULL */
char **
_gj_form_split (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text != NULL ? text : "", " \t\r\n", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);

  return g_strv_builder_end (words);
}

static gboolean
is_chinese (gunichar c)
{
  return c >= 0x2e80;
}

static void
append_line (GString    *joined,
             const char *line)
{
  if (joined->len > 0)
    {
      const char *last = g_utf8_prev_char (joined->str + joined->len);

      if (!is_chinese (g_utf8_get_char (last)) && !is_chinese (g_utf8_get_char (line)))
        g_string_append_c (joined, ' ');
    }

  g_string_append (joined, line);
}

/* A line break in the source is a blank between Latin words and nothing between Chinese. */
static char *
join_lines (const char *text)
{
  GString *joined = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);

      if (*line != '\0')
        append_line (joined, line);
    }

  return g_string_free (joined, FALSE);
}

/* Returns: (nullable): the text of the element that ends, as a string that lives with the
 * form; %NULL, and a failure, when it is empty */
const char *
_gj_form_get_text (GjFormReading *reading)
{
  g_autofree char *joined = join_lines (gj_xml_reader_get_text (reading->xml, NULL));

  if (*joined == '\0')
    {
      _gj_form_fail (reading, _("the text is empty"));
      return NULL;
    }

  return _gj_form_intern (reading->form, joined);
}

/* Returns: (transfer none): the words collected so far, as a vector that lives with the form */
const char *const *
_gj_form_take_words (GjFormReading *reading)
{
  guint n_words = reading->words->len;
  const char **vector = _gj_form_alloc (reading->form, (n_words + 1) * sizeof (char *));

  for (guint i = 0; i < n_words; i++)
    vector[i] = g_ptr_array_index (reading->words, i);

  g_ptr_array_set_size (reading->words, 0);
  return vector;
}

void
_gj_form_alias_end (GjXmlReader *xml,
                    gpointer     data)
{
  GjFormReading *reading = data;

  g_ptr_array_add (reading->words, (gpointer) _gj_form_get_text (reading));
}

static void
zh_end (GjXmlReader *xml,
        gpointer     data)
{
  GjFormReading *reading = data;

  reading->label->zh = _gj_form_get_text (reading);
}

static void
en_end (GjXmlReader *xml,
        gpointer     data)
{
  GjFormReading *reading = data;

  reading->label->en = _gj_form_get_text (reading);
}

const GjXmlElement _gj_form_label_children[] = {
  { "zh", NULL, zh_end, GJ_XML_TEXT },
  { "en", NULL, en_end, GJ_XML_TEXT },
  { NULL },
};

/* The words of the element that starts go to @label. */
void
_gj_form_label_begin (GjFormReading *reading,
                      GjLabel       *label)
{
  label->zh = _gj_form_get (reading, "zh");
  label->en = _gj_form_get (reading, "en");
  reading->label = label;
}

void
_gj_form_label_end (GjXmlReader *xml,
                    gpointer     data)
{
  GjFormReading *reading = data;
  const GjLabel *label = reading->label;

  if (label->zh == NULL || *label->zh == '\0' || label->en == NULL || *label->en == '\0')
    _gj_form_fail (reading, _("the words must be given in Chinese and in English"));
}
