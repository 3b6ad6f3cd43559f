/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-xml-tree.h"

#include <limits.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <libxml/parserInternals.h>

#include "gj-xml-private.h"

/* Reads foreign XML, of which we know a part only, into a tree, as safely as our own:
 * nothing is fetched, a DTD is refused, and a document of more nodes than memory should
 * hold is refused before it is parsed. */

#define PARSE_OPTIONS (XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT)

/* A node takes 120 bytes, an attribute two and a half times that. */
#define MAX_NODES 1500000

/* @left_out are names of the parser's own dictionary, told apart by their address. @depth
 * counts the open elements inside of one that is left out, itself included. */
typedef struct
{
  startElementNsSAX2Func start_element;
  endElementNsSAX2Func   end_element;
  charactersSAXFunc      characters;
  const xmlChar         *left_out[GJ_XML_TREE_MAX_LEFT_OUT];
  const xmlChar         *name_space;
  guint                  n_left_out;
  guint                  depth;
  gboolean               has_dtd;
  guint                  line;
} State;

static void
internal_subset_cb (void          *data,
                    const xmlChar *name,
                    const xmlChar *external_id,
                    const xmlChar *system_id)
{
  xmlParserCtxt *context = data;
  State *state = context->_private;

  state->has_dtd = TRUE;
  xmlStopParser (context);
}

static void
error_cb (void              *data,
          GjXmlErrorPointer  error)
{
  xmlParserCtxt *context = data;
  State *state = context != NULL ? context->_private : NULL;

  if (state != NULL && state->line == 0 && error->level >= XML_ERR_ERROR)
    state->line = (guint) MAX (error->line, 1);
}

static gboolean
is_left_out (const State   *state,
             const xmlChar *name,
             const xmlChar *name_space)
{
  if (name_space == NULL || name_space != state->name_space)
    return FALSE;
  for (guint i = 0; i < state->n_left_out; i++)
    if (state->left_out[i] == name)
      return TRUE;

  return FALSE;
}

/* The first element says which namespace is meant. */
static void
start_element_cb (void           *data,
                  const xmlChar  *name,
                  const xmlChar  *prefix,
                  const xmlChar  *name_space,
                  int             n_namespaces,
                  const xmlChar **namespaces,
                  int             n_attributes,
                  int             n_defaulted,
                  const xmlChar **attributes)
{
  State *state = ((xmlParserCtxt *) data)->_private;

  if (state->name_space == NULL)
    state->name_space = name_space;
  if (state->depth > 0 || is_left_out (state, name, name_space))
    state->depth++;
  else
    state->start_element (data, name, prefix, name_space, n_namespaces, namespaces, n_attributes, n_defaulted,
                          attributes);
}

static void
end_element_cb (void          *data,
                const xmlChar *name,
                const xmlChar *prefix,
                const xmlChar *name_space)
{
  State *state = ((xmlParserCtxt *) data)->_private;

  if (state->depth > 0)
    state->depth--;
  else
    state->end_element (data, name, prefix, name_space);
}

static void
characters_cb (void          *data,
               const xmlChar *text,
               int            length)
{
  State *state = ((xmlParserCtxt *) data)->_private;

  if (state->depth == 0)
    state->characters (data, text, length);
}

/* Comments and instructions mean nothing to any reader. */
static void
leave_out (xmlParserCtxt      *context,
           State              *state,
           const char *const  *left_out)
{
  xmlSAXHandler *sax = context->sax;

  for (guint i = 0; left_out[i] != NULL && i < GJ_XML_TREE_MAX_LEFT_OUT; i++)
    state->left_out[state->n_left_out++] = xmlDictLookup (context->dict, BAD_CAST left_out[i], -1);

  state->start_element = sax->startElementNs;
  state->end_element = sax->endElementNs;
  state->characters = sax->characters;
  sax->startElementNs = start_element_cb;
  sax->endElementNs = end_element_cb;
  sax->characters = sax->ignorableWhitespace = characters_cb;
  sax->comment = NULL;
  sax->processingInstruction = NULL;
}

/* Texts are nodes too, so that every tag counts twice; the end tags make up for it. No
 * document has more nodes than bytes. */

static guint
count_nodes (const char *data,
             gsize       size)
{
  guint n = 0;

  for (gsize i = 0; i < size; i++)
    n += data[i] == '<' || data[i] == '=';

  return n;
}

static gboolean
fail (GError     **error,
      GjXmlError   code,
      const char  *message)
{
  g_set_error_literal (error, GJ_XML_ERROR, code, message);

  return FALSE;
}

static gboolean
check_size (const char  *data,
            gsize        size,
            GError     **error)
{
  if (size == 0)
    return fail (error, GJ_XML_ERROR_NOT_XML, _("the file is empty"));
  if (size > INT_MAX || (size > MAX_NODES && count_nodes (data, size) > MAX_NODES))
    return fail (error, GJ_XML_ERROR_MALFORMED, _("the file is too large"));
  if (_gj_xml_is_crowded (data, size))
    return fail (error, GJ_XML_ERROR_MALFORMED, _("one element has thousands of attributes"));

  return TRUE;
}

/**
 * gj_xml_tree_read:
 * @data: a document
 * @size: its size in bytes
 * @left_out: (array zero-terminated=1): local names of elements, of the root's namespace,
 *   that the tree shall not hold with all that is in them; at most
 *   %GJ_XML_TREE_MAX_LEFT_OUT
 * @error: a #GError of %GJ_XML_ERROR
 *
 * Reads any well-formed document without a DTD into a tree of libxml2's, no more than 256
 * elements deep.
 *
 * Returns: (transfer full): the tree, which has a root
 */
xmlDoc *
gj_xml_tree_read (gconstpointer       data,
                  gsize               size,
                  const char *const  *left_out,
                  GError            **error)
{
  State state = { 0 };
  xmlParserCtxt *context;
  g_autoptr (xmlDoc) doc = NULL;

  g_return_val_if_fail (data != NULL || size == 0, NULL);
  g_return_val_if_fail (left_out != NULL, NULL);

  if (!check_size (data, size, error))
    return NULL;

  _gj_xml_initialise ();
  context = xmlNewParserCtxt ();
  if (context == NULL)
    g_error ("no memory for an XML parser");
  context->_private = &state;
  context->sax->internalSubset = internal_subset_cb;
  context->sax->serror = (xmlStructuredErrorFunc) error_cb;
  leave_out (context, &state, left_out);
  doc = xmlCtxtReadMemory (context, data, (int) size, NULL, NULL, PARSE_OPTIONS);
  xmlFreeParserCtxt (context);

  if (state.has_dtd)
    {
      fail (error, GJ_XML_ERROR_DTD, _("a document type declaration (DTD), which is not accepted"));
      return NULL;
    }
  if (doc == NULL || xmlDocGetRootElement (doc) == NULL)
    {
      g_set_error (error, GJ_XML_ERROR, GJ_XML_ERROR_MALFORMED, _("line %u: %s"),
                   MAX (state.line, 1), _("the XML is not well-formed"));
      return NULL;
    }

  return g_steal_pointer (&doc);
}
