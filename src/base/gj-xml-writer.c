/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-xml.h"

#include <string.h>

#define BASE64_LINE 76

/* What the open element holds so far; its start tag is closed by the first thing that
 * goes into it. */

typedef enum
{
  CONTENT_NONE,
  CONTENT_TEXT,
  CONTENT_ELEMENTS,
} Content;

typedef struct
{
  const char *name;
  Content     content;
} Frame;

struct _GjXmlWriter
{
  GString *string;
  GArray  *frames;
};

/**
 * gj_xml_writer_new:
 * @size: about how many bytes are to come
 *
 * Returns: (transfer full): a new writer
 */
GjXmlWriter *
gj_xml_writer_new (gsize size)
{
  GjXmlWriter *self = g_new0 (GjXmlWriter, 1);

  self->string = g_string_sized_new (size);
  self->frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  g_string_append (self->string, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  return self;
}

void
gj_xml_writer_free (GjXmlWriter *self)
{
  if (self == NULL)
    return;
  if (self->string != NULL)
    g_string_free (self->string, TRUE);
  g_array_unref (self->frames);
  g_free (self);
}

/**
 * gj_xml_writer_end_document:
 * @self: a writer, all of whose elements are ended
 *
 * Returns: (transfer full): the document; the writer can only be freed
 */
GBytes *
gj_xml_writer_end_document (GjXmlWriter *self)
{
  g_return_val_if_fail (self != NULL && self->string != NULL, NULL);
  g_return_val_if_fail (self->frames->len == 0, NULL);

  return g_string_free_to_bytes (g_steal_pointer (&self->string));
}

static Frame *
get_frame (GjXmlWriter *self)
{
  return self->frames->len > 0 ? &g_array_index (self->frames, Frame, self->frames->len - 1)
                               : NULL;
}

static void
start_line (GjXmlWriter *self)
{
  for (guint i = 0; i < self->frames->len; i++)
    g_string_append (self->string, "  ");
}

/**
 * gj_xml_writer_start:
 * @self: a writer
 * @name: the element's name, a static string
 *
 * Begins an element.
 */
void
gj_xml_writer_start (GjXmlWriter *self,
                     const char  *name)
{
  Frame inner = { .name = name, .content = CONTENT_NONE };
  Frame *frame;

  g_return_if_fail (self != NULL);

  frame = get_frame (self);
  if (frame != NULL)
    {
      g_return_if_fail (frame->content != CONTENT_TEXT);
      if (frame->content == CONTENT_NONE)
        g_string_append (self->string, ">\n");
      frame->content = CONTENT_ELEMENTS;
    }

  start_line (self);
  g_string_append_c (self->string, '<');
  g_string_append (self->string, name);
  g_array_append_val (self->frames, inner);
}

static void
append_escaped_character (GString  *string,
                          gunichar  c,
                          gboolean  attribute)
{
  switch (c)
    {
    case '&':
      g_string_append (string, "&amp;");
      break;
    case '<':
      g_string_append (string, "&lt;");
      break;
    case '>':
      g_string_append (string, "&gt;");
      break;
    case '"':
      g_string_append (string, attribute ? "&quot;" : "\"");
      break;
    case '\r':
      g_string_append (string, "&#13;");
      break;
    case '\t':
    case '\n':
      if (attribute)
        g_string_append_printf (string, "&#%u;", c);
      else
        g_string_append_unichar (string, c);
      break;
    default:
      g_string_append_printf (string, "␛%X;", c);
    }
}

/* Whether the character at @text cannot stand as it is. The three above ASCII are U+241B,
 * U+FFFE and U+FFFF. */

static inline gboolean
needs_escape (const guchar *text)
{
  switch (*text)
    {
    case '&': case '<': case '>': case '"':
      return TRUE;
    case 0xe2:
      return text[1] == 0x90 && text[2] == 0x9b;
    case 0xef:
      return text[1] == 0xbf && text[2] >= 0xbe;
    default:
      return *text < 0x20;
    }
}

static void
append_escaped (GString    *string,
                const char *text,
                gboolean    attribute)
{
  g_autofree char *valid = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);

  const char *start = text;

  while (*text != '\0')
    {
      if (!needs_escape ((const guchar *) text))
        {
          text++;
          continue;
        }
      g_string_append_len (string, start, text - start);
      append_escaped_character (string, g_utf8_get_char (text), attribute);
      start = text = g_utf8_next_char (text);
    }
  g_string_append_len (string, start, text - start);
}

/**
 * gj_xml_writer_attribute:
 * @self: a writer
 * @name: the attribute's name
 * @value: (nullable): its value; with %NULL nothing is written
 *
 * Adds an attribute to the element just begun.
 */
void
gj_xml_writer_attribute (GjXmlWriter *self,
                         const char  *name,
                         const char  *value)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->frames->len > 0 && get_frame (self)->content == CONTENT_NONE);

  if (value == NULL)
    return;
  g_string_append_c (self->string, ' ');
  g_string_append (self->string, name);
  g_string_append (self->string, "=\"");
  append_escaped (self->string, value, TRUE);
  g_string_append_c (self->string, '"');
}

void
gj_xml_writer_attribute_uint (GjXmlWriter *self,
                              const char  *name,
                              guint        value)
{
  char text[16];

  g_snprintf (text, sizeof text, "%u", value);
  gj_xml_writer_attribute (self, name, text);
}

static void
start_text (GjXmlWriter *self)
{
  Frame *frame = get_frame (self);

  if (frame->content == CONTENT_NONE)
    g_string_append_c (self->string, '>');
  frame->content = CONTENT_TEXT;
}

/**
 * gj_xml_writer_text:
 * @self: a writer
 * @text: text of the element, which then holds no elements
 *
 * Adds text, every blank of which counts.
 */
void
gj_xml_writer_text (GjXmlWriter *self,
                    const char  *text)
{
  g_return_if_fail (self != NULL && text != NULL);
  g_return_if_fail (self->frames->len > 0 && get_frame (self)->content != CONTENT_ELEMENTS);

  if (*text == '\0')
    return;
  start_text (self);
  append_escaped (self->string, text, FALSE);
}

/**
 * gj_xml_writer_base64:
 * @self: a writer
 * @data: bytes
 * @size: how many
 *
 * Adds bytes as lines of base64.
 */
void
gj_xml_writer_base64 (GjXmlWriter   *self,
                      gconstpointer  data,
                      gsize          size)
{
  g_autofree char *text = NULL;
  gsize length;

  g_return_if_fail (self != NULL);
  g_return_if_fail (self->frames->len > 0 && get_frame (self)->content != CONTENT_ELEMENTS);

  text = g_base64_encode (data, size);
  length = strlen (text);
  start_text (self);
  for (gsize i = 0; i < length; i += BASE64_LINE)
    {
      g_string_append_c (self->string, '\n');
      g_string_append_len (self->string, text + i, (gssize) MIN (BASE64_LINE, length - i));
    }
  g_string_append_c (self->string, '\n');
}

/**
 * gj_xml_writer_end:
 * @self: a writer
 *
 * Ends the element begun last.
 */
void
gj_xml_writer_end (GjXmlWriter *self)
{
  Frame frame;

  g_return_if_fail (self != NULL && self->frames->len > 0);

  frame = *get_frame (self);
  g_array_set_size (self->frames, self->frames->len - 1);
  if (frame.content == CONTENT_NONE)
    {
      g_string_append (self->string, "/>\n");
      return;
    }
  if (frame.content == CONTENT_ELEMENTS)
    start_line (self);
  g_string_append (self->string, "</");
  g_string_append (self->string, frame.name);
  g_string_append (self->string, ">\n");
}

/**
 * gj_xml_writer_element:
 * @self: a writer
 * @name: the element's name, a static string
 * @text: its text
 *
 * Writes an element that holds text and has no attributes.
 */
void
gj_xml_writer_element (GjXmlWriter *self,
                       const char  *name,
                       const char  *text)
{
  gj_xml_writer_start (self, name);
  gj_xml_writer_text (self, text);
  gj_xml_writer_end (self);
}
