/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-docx-text.h"

#include <string.h>

#include "gj-docx-names.h"

/* The plain text of what stands beside the document: comments, notes, heads of pages. */

static void
collect (GString       *out,
         const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    switch (gj_docx_get_name (child))
      {
      case GJ_DOCX_T:
        {
          g_autofree char *text = gj_docx_dup_run_text (child);

          g_string_append (out, text);
          break;
        }
      case GJ_DOCX_TAB:
      case GJ_DOCX_PTAB:
        g_string_append_c (out, '\t');
        break;
      case GJ_DOCX_BR:
      case GJ_DOCX_CR:
        g_string_append_c (out, '\n');
        break;
      case GJ_DOCX_NO_BREAK_HYPHEN:
        g_string_append_c (out, '-');
        break;
      case GJ_DOCX_P:
        if (out->len > 0)
          g_string_append_c (out, '\n');
        collect (out, child);
        break;
      case GJ_DOCX_ALTERNATE:
        if (gj_docx_choose (child) != NULL)
          collect (out, gj_docx_choose (child));
        break;
      case GJ_DOCX_DEL:
      case GJ_DOCX_MOVE_FROM:
      case GJ_DOCX_P_PR:
      case GJ_DOCX_R_PR:
        break;
      case GJ_DOCX_OTHER:
      default:
        if (child->type == XML_ELEMENT_NODE)
          collect (out, child);
        break;
      }
}

/**
 * gj_docx_dup_text:
 * @node: an element that holds paragraphs
 *
 * Returns: (transfer full): their text, parted by line feeds
 */
char *
gj_docx_dup_text (const xmlNode *node)
{
  g_autoptr (GString) out = g_string_new (NULL);

  collect (out, node);

  return g_strdup (g_strstrip (out->str));
}

static void
collect_drawn (GString       *out,
               const xmlNode *parent)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, "t") == 0 &&
        node->children != NULL && node->children->type == XML_TEXT_NODE)
      g_string_append (out, (const char *) node->children->content);
    else if (node->type == XML_ELEMENT_NODE)
      {
        gboolean is_paragraph = strcmp ((const char *) node->name, "p") == 0;

        if (is_paragraph && out->len > 0 && out->str[out->len - 1] != '\n')
          g_string_append_c (out, '\n');
        collect_drawn (out, node);
      }
}

/**
 * gj_docx_dup_drawn_text:
 * @node: a chart, a diagram or a drawing
 *
 * Returns: (transfer full): the words in it, parted by line feeds
 */
char *
gj_docx_dup_drawn_text (const xmlNode *node)
{
  g_autoptr (GString) out = g_string_new (NULL);

  collect_drawn (out, node);

  return g_strdup (g_strstrip (out->str));
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/**
 * gj_docx_dup_run_text:
 * @node: a w:t
 *
 * Returns: (transfer full): its text; blanks at its ends count only when it says so, and
 *          a line's end is a blank
 */
char *
gj_docx_dup_run_text (const xmlNode *node)
{
  const char *space = NULL;
  char *text;
  gsize length;
  gsize start = 0;

  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (strcmp ((const char *) attribute->name, "space") == 0 && attribute->children != NULL)
      space = (const char *) attribute->children->content;

  if (node->children == NULL)
    return g_strdup ("");
  if (node->children->next == NULL && node->children->type == XML_TEXT_NODE)
    text = g_strdup ((const char *) node->children->content);
  else
    {
      xmlChar *whole = xmlNodeGetContent (node);

      text = g_strdup (whole != NULL ? (const char *) whole : "");
      xmlFree (whole);
    }

  length = strlen (text);
  if (g_strcmp0 (space, "preserve") != 0)
    {
      while (length > 0 && is_blank (text[length - 1]))
        length--;
      while (start < length && is_blank (text[start]))
        start++;
      memmove (text, text + start, length - start);
      text[length - start] = '\0';
    }
  for (char *p = text; *p != '\0'; p++)
    if (*p == '\n' || *p == '\r')
      *p = ' ';

  return text;
}
