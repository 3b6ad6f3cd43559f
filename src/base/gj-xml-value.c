/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-xml-private.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "gj-integer.h"

/* The attributes and the text of the element that is being read. */

static gboolean
is_escaped_character (gunichar c)
{
  return (c > 0 && c < 0x20 && c != '\t' && c != '\n' && c != '\r')
         || c == 0x241b || c == 0xfffe || c == 0xffff;
}

/* The first byte of "␛" is rare in Chinese text: looking for it alone is much faster than
 * looking for all three. */

gboolean
_gj_xml_has_escapes (const char *data,
                     gsize       size)
{
  const char *end = data + size;

  for (const char *at = data; (at = memchr (at, GJ_XML_ESCAPE[0], (gsize) (end - at))) != NULL; at++)
    if (end - at >= 3 && memcmp (at, GJ_XML_ESCAPE, 3) == 0)
      return TRUE;
  return FALSE;
}

/* Takes back what the writer did to characters that XML cannot hold, from @start to the
 * end of the string. What the writer would not have written is an error. */

void
_gj_xml_unescape (GjXmlReader *self,
                  GString     *string,
                  gsize        start)
{
  g_autofree char *escaped = NULL;
  const char *escape;

  if (!self->has_escapes || strstr (string->str + start, GJ_XML_ESCAPE) == NULL)
    return;

  escaped = g_strdup (string->str + start);
  g_string_truncate (string, start);
  for (const char *next = escaped; ; next++)
    {
      escape = strstr (next, GJ_XML_ESCAPE);
      g_string_append_len (string, next, escape != NULL ? escape - next : -1);
      if (escape == NULL)
        return;

      escape += strlen (GJ_XML_ESCAPE);
      gsize length = strspn (escape, "0123456789ABCDEF");
      gunichar c = length <= 4 ? (gunichar) strtoul (escape, NULL, 16) : 0;

      if (escape[length] != ';' || *escape == '0' || !is_escaped_character (c))
        {
          gj_xml_reader_fail (self, _("“␛” stands where it means nothing"));
          return;
        }
      g_string_append_unichar (string, c);
      next = escape + length;
    }
}

/* Attributes */

static gboolean
allows_attribute (const GjXmlElement *element,
                  const char         *name)
{
  return element->attributes != NULL && g_strv_contains (element->attributes, name);
}

/* As long as libxml2 is not told to replace entities it leaves every "&" of an attribute
 * as "&#38;", and only that. */

static void
append_value (GString    *string,
              const char *value,
              gsize       length)
{
  const char *end = value + length;
  const char *mark;

  while ((mark = memchr (value, '&', (gsize) (end - value))) != NULL)
    {
      g_string_append_len (string, value, mark + 1 - value);
      value = end - mark >= 5 && memcmp (mark, "&#38;", 5) == 0 ? mark + 5 : mark + 1;
    }
  g_string_append_len (string, value, end - value);
}

/* Copies the values, each with an end, into one buffer that is used again for every
 * element. */

void
_gj_xml_take_attributes (GjXmlReader         *self,
                         const GjXmlElement  *element,
                         const xmlChar      **attributes,
                         int                  n_attributes)
{
  self->n_attributes = 0;
  g_string_truncate (self->values, 0);

  for (int i = 0; i < n_attributes; i++, attributes += 5)
    {
      const char *name = (const char *) attributes[0];

      if (attributes[2] != NULL || !allows_attribute (element, name))
        {
          gj_xml_reader_fail (self, _("<%s> has no attribute “%s”"), element->name, name);
          return;
        }

      g_assert (self->n_attributes < GJ_XML_MAX_ATTRIBUTES);
      self->attribute_names[self->n_attributes] = name;
      self->attribute_offsets[self->n_attributes] = self->values->len;
      self->n_attributes++;
      append_value (self->values, (const char *) attributes[3],
                    (gsize) (attributes[4] - attributes[3]));
      _gj_xml_unescape (self, self->values, self->attribute_offsets[self->n_attributes - 1]);
      /* A parser that was stopped has freed what the other values point into. */
      if (self->error != NULL)
        return;
      g_string_append_c (self->values, '\0');
    }
}

/**
 * gj_xml_reader_get_attribute:
 * @self: a reader
 * @name: the attribute's name
 *
 * Returns: (nullable): the value; valid while the start of the element is handled
 */
const char *
gj_xml_reader_get_attribute (GjXmlReader *self,
                             const char  *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->n_attributes; i++)
    if (strcmp (self->attribute_names[i], name) == 0)
      return self->values->str + self->attribute_offsets[i];
  return NULL;
}

/**
 * gj_xml_reader_need_attribute:
 * @self: a reader
 * @name: the attribute's name
 *
 * Returns: the value; when there is none the reading ends with an error and this is ""
 */
const char *
gj_xml_reader_need_attribute (GjXmlReader *self,
                              const char  *name)
{
  const char *value = gj_xml_reader_get_attribute (self, name);

  if (value != NULL)
    return value;
  gj_xml_reader_fail (self, _("the attribute “%s” is missing"), name);
  return "";
}

/**
 * gj_xml_reader_need_uint:
 * @self: a reader
 * @name: the attribute's name
 *
 * Returns: the attribute as a number; when it is none the reading ends with an error
 */
guint
gj_xml_reader_need_uint (GjXmlReader *self,
                         const char  *name)
{
  const char *value = gj_xml_reader_need_attribute (self, name);
  gint64 number = 0;

  if (!gj_integer_parse (value, 0, G_MAXUINT, &number))
    gj_xml_reader_fail (self, _("“%s” is no whole number"), value);
  return (guint) number;
}

/**
 * gj_xml_reader_get_text:
 * @self: a reader
 * @length: (out) (optional): its length in bytes
 *
 * Returns: the text of the element whose end is being handled, as it stands; valid while
 *          the end is handled
 */
const char *
gj_xml_reader_get_text (GjXmlReader *self,
                        gsize       *length)
{
  g_return_val_if_fail (self != NULL, "");

  if (length != NULL)
    *length = self->text->len;
  return self->text->str;
}
