/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE

#include "config.h"

#include "gj-xml.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

/* Reads XML through SAX against static tables: no tree is built, and what the tables do
 * not allow is found on the way. Nothing is ever fetched, no DTD is accepted, and the
 * first error ends the reading. */

#define PARSE_OPTIONS (XML_PARSE_NONET | XML_PARSE_NOCDATA)
#define MAX_ATTRIBUTES 16
#define ESCAPE "␛"

#if LIBXML_VERSION >= 21200
typedef const xmlError *ErrorPointer;
#else
typedef xmlError *ErrorPointer;
#endif

/* An open element. @seen holds a bit for each line of its table of children that has
 * occurred, @last the latest such line. */

typedef struct
{
  const GjXmlElement *element;
  guint32             seen;
  guint               last;
} Frame;

struct _GjXmlReader
{
  xmlParserCtxt       *context;
  const char          *name_space;
  const xmlChar       *interned_name_space;
  const GjXmlElement  *root;
  gpointer             user_data;
  const char          *data;
  gsize                size;
  GError              *error;
  GArray              *frames;
  GString             *text;
  GString             *values;
  const char          *attribute_names[MAX_ATTRIBUTES];
  gsize                attribute_offsets[MAX_ATTRIBUTES];
  guint                n_attributes;
  gboolean             has_escapes;
  gboolean             has_begun;
};

G_DEFINE_QUARK (gj-xml-error-quark, gj_xml_error)

static Frame *
get_frame (GjXmlReader *self)
{
  return self->frames->len > 0 ? &g_array_index (self->frames, Frame, self->frames->len - 1)
                               : NULL;
}

/* Errors */

/**
 * gj_xml_reader_get_line:
 * @self: a reader
 *
 * Returns: the line that is being read, counted from 1
 */
guint
gj_xml_reader_get_line (GjXmlReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->context->input != NULL ? (guint) MAX (self->context->input->line, 1) : 1;
}

/**
 * gj_xml_reader_take_error:
 * @self: a reader
 * @error: (transfer full): what is wrong
 *
 * Ends the reading with an error of the caller's own. Only the first error counts.
 */
void
gj_xml_reader_take_error (GjXmlReader *self,
                          GError      *error)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (error != NULL);

  if (self->error != NULL)
    {
      g_error_free (error);
      return;
    }
  self->error = error;
  xmlStopParser (self->context);
}

static void
fail_at (GjXmlReader *self,
         GjXmlError   code,
         guint        line,
         const char  *reason)
{
  gj_xml_reader_take_error (self,
                            g_error_new (GJ_XML_ERROR, code, _("line %u: %s"), line, reason));
}

/**
 * gj_xml_reader_fail:
 * @self: a reader
 * @format: half a translated sentence that says what is wrong on this line
 * @...: its arguments
 *
 * Ends the reading with %GJ_XML_ERROR_INVALID.
 */
void
gj_xml_reader_fail (GjXmlReader *self,
                    const char  *format,
                    ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  g_return_if_fail (self != NULL);

  if (self->error != NULL)
    return;
  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fail_at (self, GJ_XML_ERROR_INVALID, gj_xml_reader_get_line (self), reason);
}

gboolean
gj_xml_reader_has_failed (GjXmlReader *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->error != NULL;
}

static gboolean
is_at_end (GjXmlReader *self)
{
  return self->context->input == NULL
         || self->context->input->cur >= self->context->input->end;
}

static const char *
describe_error (GjXmlReader  *self,
                ErrorPointer  error)
{
  if (!g_utf8_validate (self->data, (gssize) self->size, NULL))
    return _("the characters are not in UTF-8");

  switch (error->code)
    {
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_INVALID_CHARREF:
      return _("a control character stands where none may be");
    case XML_ERR_UNDECLARED_ENTITY:
      return _("an unknown entity is used");
    case XML_ERR_TAG_NAME_MISMATCH:
      return is_at_end (self) ? _("the file ends too early")
                              : _("an element is closed under another name");
    case XML_ERR_ATTRIBUTE_REDEFINED:
      return _("an attribute stands twice");
    default:
      return is_at_end (self) ? _("the file ends too early")
                              : _("the XML is not well-formed");
    }
}

static void
error_cb (void         *data,
          ErrorPointer  error)
{
  GjXmlReader *self = data;

  if (self->error != NULL || error->level < XML_ERR_ERROR || error->code == XML_ERR_USER_STOP)
    return;
  fail_at (self,
           self->has_begun ? GJ_XML_ERROR_MALFORMED : GJ_XML_ERROR_NOT_XML,
           (guint) MAX (error->line, 1),
           describe_error (self, error));
}

static void
internal_subset_cb (void          *data,
                    const xmlChar *name,
                    const xmlChar *external_id,
                    const xmlChar *system_id)
{
  GjXmlReader *self = data;

  fail_at (self, GJ_XML_ERROR_DTD, gj_xml_reader_get_line (self),
           _("a document type declaration (DTD), which is not accepted"));
}

/* Escapes */

static gboolean
is_escaped_character (gunichar c)
{
  return (c > 0 && c < 0x20 && c != '\t' && c != '\n' && c != '\r')
         || c == 0x241b || c == 0xfffe || c == 0xffff;
}

/* Takes back what the writer did to characters that XML cannot hold, from @start to the
 * end of the string. What the writer would not have written is an error. */

static void
unescape (GjXmlReader *self,
          GString     *string,
          gsize        start)
{
  g_autofree char *escaped = NULL;
  const char *escape;

  if (!self->has_escapes || strstr (string->str + start, ESCAPE) == NULL)
    return;

  escaped = g_strdup (string->str + start);
  g_string_truncate (string, start);
  for (const char *next = escaped; ; next++)
    {
      escape = strstr (next, ESCAPE);
      g_string_append_len (string, next, escape != NULL ? escape - next : -1);
      if (escape == NULL)
        return;

      escape += strlen (ESCAPE);
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

  while ((mark = memmem (value, (gsize) (end - value), "&#38;", 5)) != NULL)
    {
      g_string_append_len (string, value, mark + 1 - value);
      value = mark + 5;
    }
  g_string_append_len (string, value, end - value);
}

/* Copies the values, each with an end, into one buffer that is used again for every
 * element. */

static void
take_attributes (GjXmlReader         *self,
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

      g_assert (self->n_attributes < MAX_ATTRIBUTES);
      self->attribute_names[self->n_attributes] = name;
      self->attribute_offsets[self->n_attributes] = self->values->len;
      self->n_attributes++;
      append_value (self->values, (const char *) attributes[3],
                    (gsize) (attributes[4] - attributes[3]));
      unescape (self, self->values, self->attribute_offsets[self->n_attributes - 1]);
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
  guint64 number = 0;

  if (!g_ascii_string_to_unsigned (value, 10, 0, G_MAXUINT, &number, NULL))
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

/* Elements */

/* Which line of the table it is; mostly the one that the last element was. */

static guint
find_child (const Frame *frame,
            const char  *name)
{
  const GjXmlElement *children = frame->element->children;

  if (children == NULL)
    return G_MAXUINT;
  if (frame->seen != 0 && strcmp (children[frame->last].name, name) == 0)
    return frame->last;
  for (guint i = 0; children[i].name != NULL; i++)
    if (strcmp (children[i].name, name) == 0)
      return i;
  return G_MAXUINT;
}

static const GjXmlElement *
enter_child (GjXmlReader *self,
             Frame       *frame,
             const char  *name)
{
  guint i = find_child (frame, name);

  if (i == G_MAXUINT)
    {
      gj_xml_reader_fail (self, _("<%s> has no place in <%s>"), name, frame->element->name);
      return NULL;
    }

  const GjXmlElement *element = &frame->element->children[i];
  guint32 bit = 1u << i;

  g_assert (i < 32);
  if ((frame->seen & bit) != 0 && (element->flags & GJ_XML_MANY) == 0)
    {
      gj_xml_reader_fail (self, _("<%s> stands twice in <%s>"), name, frame->element->name);
      return NULL;
    }
  if ((frame->element->flags & GJ_XML_UNORDERED) == 0 && frame->seen != 0 && i < frame->last)
    {
      gj_xml_reader_fail (self, _("<%s> stands after <%s>, before which it belongs"),
                          name, frame->element->children[frame->last].name);
      return NULL;
    }

  frame->seen |= bit;
  frame->last = i;
  return element;
}

static const GjXmlElement *
enter_root (GjXmlReader   *self,
            const xmlChar *name,
            const xmlChar *name_space)
{
  if (strcmp ((const char *) name, self->root->name) == 0
      && g_strcmp0 ((const char *) name_space, self->name_space) == 0)
    {
      self->has_begun = TRUE;
      self->interned_name_space = name_space;
      return self->root;
    }

  g_autofree char *reason = g_strdup_printf (_("the root element is <%s>"), (const char *) name);

  fail_at (self, GJ_XML_ERROR_FOREIGN, gj_xml_reader_get_line (self), reason);
  return NULL;
}

static void
start_element_cb (void           *data,
                  const xmlChar  *name,
                  const xmlChar  *prefix,
                  const xmlChar  *uri,
                  int             n_namespaces,
                  const xmlChar **namespaces,
                  int             n_attributes,
                  int             n_defaulted,
                  const xmlChar **attributes)
{
  GjXmlReader *self = data;
  Frame *frame = get_frame (self);
  const GjXmlElement *element;

  if (self->error != NULL)
    return;

  if (frame == NULL)
    element = enter_root (self, name, uri);
  else if (uri != self->interned_name_space && !xmlStrEqual (uri, self->interned_name_space))
    {
      gj_xml_reader_fail (self, _("<%s> is of a foreign namespace"), (const char *) name);
      return;
    }
  else
    element = enter_child (self, frame, (const char *) name);
  if (element == NULL)
    return;

  Frame inner = { .element = element };

  g_array_append_val (self->frames, inner);
  g_string_truncate (self->text, 0);
  take_attributes (self, element, attributes, n_attributes);
  if (self->error == NULL && element->start != NULL)
    element->start (self, self->user_data);
}

static void
check_required (GjXmlReader *self,
                const Frame *frame)
{
  const GjXmlElement *children = frame->element->children;

  for (guint i = 0; children != NULL && children[i].name != NULL; i++)
    if ((children[i].flags & GJ_XML_REQUIRED) != 0
        && (frame->seen & (1u << i)) == 0)
      {
        gj_xml_reader_fail (self, _("<%s> is missing in <%s>"),
                            children[i].name, frame->element->name);
        return;
      }
}

static void
end_element_cb (void          *data,
                const xmlChar *name,
                const xmlChar *prefix,
                const xmlChar *uri)
{
  GjXmlReader *self = data;
  Frame *frame = get_frame (self);

  if (self->error != NULL)
    return;

  check_required (self, frame);
  if ((frame->element->flags & GJ_XML_TEXT) != 0)
    unescape (self, self->text, 0);
  if (self->error == NULL && frame->element->end != NULL)
    frame->element->end (self, self->user_data);
  g_array_set_size (self->frames, self->frames->len - 1);
}

static gboolean
is_blank (const char *text,
          int         length)
{
  for (int i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;
  return TRUE;
}

static void
characters_cb (void          *data,
               const xmlChar *text,
               int            length)
{
  GjXmlReader *self = data;
  Frame *frame = get_frame (self);

  if (self->error != NULL || frame == NULL)
    return;

  if ((frame->element->flags & GJ_XML_TEXT) != 0)
    g_string_append_len (self->text, (const char *) text, length);
  else if (!is_blank ((const char *) text, length))
    gj_xml_reader_fail (self, _("text stands in <%s>, which holds none"), frame->element->name);
}

/* The whole document */

static xmlParserInput *
refuse_entity (const char    *url,
               const char    *id,
               xmlParserCtxt *context)
{
  return NULL;
}

static void
initialise_once (void)
{
  static gsize initialised = 0;

  if (g_once_init_enter (&initialised))
    {
      xmlInitParser ();
      xmlSetExternalEntityLoader (refuse_entity);
      g_once_init_leave (&initialised, 1);
    }
}

static const xmlSAXHandler handler = {
  .initialized = XML_SAX2_MAGIC,
  .internalSubset = internal_subset_cb,
  .startElementNs = start_element_cb,
  .endElementNs = end_element_cb,
  .characters = characters_cb,
  .ignorableWhitespace = characters_cb,
  .cdataBlock = characters_cb,
  .serror = (xmlStructuredErrorFunc) error_cb,
};

static void
parse (GjXmlReader *self)
{
  self->context = xmlCreateMemoryParserCtxt (self->data, (int) self->size);
  if (self->context == NULL)
    g_error ("no memory for an XML parser");

  *self->context->sax = handler;
  self->context->userData = self;
  xmlCtxtUseOptions (self->context, PARSE_OPTIONS);

  int status = xmlParseDocument (self->context);

  if (self->error == NULL && (status != 0 || !self->context->wellFormed))
    fail_at (self, GJ_XML_ERROR_MALFORMED, gj_xml_reader_get_line (self),
             _("the XML is not well-formed"));
  xmlFreeParserCtxt (self->context);
}

/**
 * gj_xml_read:
 * @data: a document
 * @size: its size in bytes
 * @name_space: (nullable): the namespace of all of its elements
 * @root: the root element, with the tables of what it may hold
 * @user_data: given to the callbacks
 * @error: a #GError of %GJ_XML_ERROR, or what a callback has made of it
 *
 * Reads a document of one kind, strictly.
 *
 * Returns: whether the document is what the tables say
 */
gboolean
gj_xml_read (gconstpointer        data,
             gsize                size,
             const char          *name_space,
             const GjXmlElement  *root,
             gpointer             user_data,
             GError             **error)
{
  GjXmlReader self = {
    .name_space = name_space,
    .root = root,
    .user_data = user_data,
    .data = data,
    .size = size,
  };

  g_return_val_if_fail (data != NULL || size == 0, FALSE);
  g_return_val_if_fail (root != NULL, FALSE);

  if (size == 0 || size > INT_MAX)
    {
      g_set_error_literal (error, GJ_XML_ERROR, GJ_XML_ERROR_NOT_XML,
                           size == 0 ? _("the file is empty") : _("the file is too large"));
      return FALSE;
    }

  initialise_once ();
  self.frames = g_array_sized_new (FALSE, FALSE, sizeof (Frame), 16);
  self.text = g_string_sized_new (1024);
  self.values = g_string_sized_new (256);
  self.has_escapes = memmem (data, size, ESCAPE, strlen (ESCAPE)) != NULL;

  parse (&self);

  g_array_unref (self.frames);
  g_string_free (self.text, TRUE);
  g_string_free (self.values, TRUE);
  if (self.error != NULL)
    g_propagate_error (error, self.error);
  return self.error == NULL;
}
