/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <time.h>

#include "gj-html-private.h"
#include "gj-import.h"

/* The parser, which never loads anything, and what the tree is asked. */

/* A second, for a page that takes some milliseconds. */
#define MAX_TIME CLOCKS_PER_SEC
#define N_BETWEEN_LOOKS 256

typedef struct
{
  htmlParserCtxt           *context;
  startElementSAXFunc       start;
  GCancellable             *cancellable;
  clock_t                   last;
  guint                     n;
  gboolean                  too_deep;
  gboolean                  too_slow;
} Guard;

/* Some pages cost some parsers the square of their length. Processor time is counted, not
 * that of the clock on the wall: what is read must not depend on what else the machine
 * does. */
static gboolean
must_stop (Guard *guard)
{
  if (++guard->n % N_BETWEEN_LOOKS != 0)
    return FALSE;

  guard->too_slow = clock () > guard->last;

  return guard->too_slow || g_cancellable_is_cancelled (guard->cancellable);
}

/* HUGE takes the parser's own limit of depth away, so ours holds. */
static void
guard_cb (void           *data,
          const xmlChar  *name,
          const xmlChar **attributes)
{
  htmlParserCtxt *context = data;
  Guard *guard = context->_private;

  guard->start (data, name, attributes);
  guard->too_deep = context->nodeNr > GJ_HTML_MAX_DEPTH;
  if (guard->too_deep || must_stop (guard))
    xmlStopParser (context);
}

static xmlDoc *
fail (GError     **error,
      const char  *sentence)
{
  g_set_error_literal (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE, sentence);

  return NULL;
}

/**
 * _gj_html_parse:
 * @markup: a page in UTF-8
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Sets %GJ_IMPORT_ERROR_UNREADABLE when the page is nested too deeply, takes too long or is
 * none.
 *
 * Returns: (transfer full): the page as a tree
 */
xmlDoc *
_gj_html_parse (GString       *markup,
                GCancellable  *cancellable,
                GError       **error)
{
  const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                      HTML_PARSE_NODEFDTD | HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC | XML_PARSE_HUGE;
  htmlParserCtxt *context = htmlNewParserCtxt ();
  Guard guard = { .context = context, .cancellable = cancellable, .last = clock () + MAX_TIME };
  g_autoptr (xmlDoc) document = NULL;

  if (context == NULL)
    g_error ("out of memory");

  guard.start = context->sax->startElement;
  context->sax->startElement = guard_cb;
  context->_private = &guard;
  document = htmlCtxtReadMemory (context, markup->str, (int) markup->len, NULL, "UTF-8", options);
  htmlFreeParserCtxt (context);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (guard.too_slow)
    return fail (error, _("The page is longer than any annual report. "
                          "Open it in a browser, copy the report and paste it."));
  if (guard.too_deep)
    return fail (error, _("The page is nested deeper than any report. "
                          "Open it in a browser, copy the report and paste it."));
  if (document == NULL)
    return fail (error, _("The page holds nothing that can be read. "
                          "Open it in a browser, copy the report and paste it."));

  return g_steal_pointer (&document);
}

/**
 * _gj_html_is:
 * @node: a node
 * @name: an element's name in lower case
 *
 * Returns: whether @node is that element
 */
gboolean
_gj_html_is (const xmlNode *node,
             const char    *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

gboolean
_gj_html_is_one_of (const xmlNode     *node,
                    const char *const *names,
                    guint              n_names)
{
  for (guint i = 0; i < n_names; i++)
    if (_gj_html_is (node, names[i]))
      return TRUE;

  return FALSE;
}

/**
 * _gj_html_get_attribute:
 * @node: an element
 * @name: an attribute's name in lower case
 *
 * Returns: (nullable): its value; "" when it has none, %NULL when it is not there
 */
const char *
_gj_html_get_attribute (const xmlNode *node,
                        const char    *name)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (strcmp ((const char *) attribute->name, name) == 0)
      return attribute->children != NULL && attribute->children->content != NULL ?
             (const char *) attribute->children->content : "";

  return NULL;
}

/**
 * _gj_html_has_style:
 * @node: an element
 * @words: what to find, in lower case and without blanks
 *
 * Returns: whether the element's own style holds @words
 */
gboolean
_gj_html_has_style (const xmlNode *node,
                    const char    *words)
{
  const char *style = _gj_html_get_attribute (node, "style");
  gsize length = strlen (words);

  /* A declaration begins at the start or behind a semicolon. */
  for (const char *p = style; p != NULL && *p != '\0'; p = strchr (p, ';'))
    {
      gsize n = 0;

      while (*p == ';' || g_ascii_isspace (*p))
        p++;
      for (const char *q = p; *q != '\0' && *q != ';' && n < length; q++)
        {
          if (g_ascii_isspace (*q))
            continue;
          if (g_ascii_tolower (*q) != words[n])
            break;
          n++;
        }
      if (n == length)
        return TRUE;
    }

  return FALSE;
}

/**
 * _gj_html_is_exact:
 * @node: an element
 *
 * Returns: whether every blank in it is text, as the pages say that this program writes
 */
gboolean
_gj_html_is_exact (const xmlNode *node)
{
  return g_strcmp0 (_gj_html_get_attribute (node, "data-space"), "preserve") == 0;
}

/**
 * _gj_html_get_number:
 * @node: an element
 * @name: an attribute's name
 * @fallback: what holds without a number
 *
 * Returns: the number that the attribute begins with
 */
guint
_gj_html_get_number (const xmlNode *node,
                     const char    *name,
                     guint          fallback)
{
  const char *value = _gj_html_get_attribute (node, name);

  while (value != NULL && g_ascii_isspace (*value))
    value++;
  if (value == NULL || !g_ascii_isdigit (*value))
    return fallback;

  return (guint) MIN (g_ascii_strtoull (value, NULL, 10), G_MAXUINT16);
}
