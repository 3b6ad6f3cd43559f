/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-xml-private.h"

#include <limits.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <libxml/parserInternals.h>

/* Reads XML through SAX against static tables: no tree is built, and what the tables do
 * not allow is found on the way. Nothing is ever fetched, no DTD is accepted, and the
 * first error ends the reading. */

#define PARSE_OPTIONS (XML_PARSE_NONET | XML_PARSE_NOCDATA)

static Frame *
get_frame (GjXmlReader *self)
{
  return self->frames->len > 0 ? &g_array_index (self->frames, Frame, self->frames->len - 1)
                               : NULL;
}

static void
internal_subset_cb (void          *data,
                    const xmlChar *name,
                    const xmlChar *external_id,
                    const xmlChar *system_id)
{
  GjXmlReader *self = data;

  _gj_xml_fail_at (self, GJ_XML_ERROR_DTD, gj_xml_reader_get_line (self),
                   _("a document type declaration (DTD), which is not accepted"));
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

  _gj_xml_fail_at (self, GJ_XML_ERROR_FOREIGN, gj_xml_reader_get_line (self), reason);
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
  _gj_xml_take_attributes (self, element, attributes, n_attributes);
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
    _gj_xml_unescape (self, self->text, 0);
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

/* Before any parsing, wherever it happens. */
void
_gj_xml_initialise (void)
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
  .serror = (xmlStructuredErrorFunc) _gj_xml_error_cb,
};

/* What libxml2 would print, because it belongs to no document. */

static void
ignore_cb (void              *data,
           GjXmlErrorPointer  error)
{
}

static void
parse (GjXmlReader *self)
{
  xmlStructuredErrorFunc old_func = xmlStructuredError;
  void *old_context = xmlStructuredErrorContext;

  xmlSetStructuredErrorFunc (NULL, (xmlStructuredErrorFunc) ignore_cb);
  self->context = xmlCreateMemoryParserCtxt (self->data, (int) self->size);
  if (self->context == NULL)
    g_error ("no memory for an XML parser");

  *self->context->sax = handler;
  self->context->userData = self;
  xmlCtxtUseOptions (self->context, PARSE_OPTIONS);

  int status = xmlParseDocument (self->context);

  if (self->error == NULL && (status != 0 || !self->context->wellFormed))
    _gj_xml_fail_at (self, GJ_XML_ERROR_MALFORMED, gj_xml_reader_get_line (self),
                     _("the XML is not well-formed"));
  xmlFreeParserCtxt (self->context);
  xmlSetStructuredErrorFunc (old_context, old_func);
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

  if (_gj_xml_is_crowded (data, size))
    {
      g_set_error_literal (error, GJ_XML_ERROR, GJ_XML_ERROR_MALFORMED,
                           _("one element has thousands of attributes"));
      return FALSE;
    }

  _gj_xml_initialise ();
  self.frames = g_array_sized_new (FALSE, FALSE, sizeof (Frame), 16);
  self.text = g_string_sized_new (1024);
  self.values = g_string_sized_new (256);
  self.has_escapes = _gj_xml_has_escapes (data, size);

  parse (&self);

  g_array_unref (self.frames);
  g_string_free (self.text, TRUE);
  g_string_free (self.values, TRUE);
  if (self.error != NULL)
    g_propagate_error (error, self.error);
  return self.error == NULL;
}
