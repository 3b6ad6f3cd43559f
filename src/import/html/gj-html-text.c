/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-html-private.h"

/* The text of an element as it is quoted: on one line, and only how it begins. */

#define MAX_QUOTED 240
#define MAX_LOOKED_AT 4000

static void
gather (const xmlNode *node,
        GString       *out,
        guint         *n_nodes)
{
  static const char *const parts[] = { "td", "th", "p", "div", "li", "br" };

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (++*n_nodes > MAX_LOOKED_AT || out->len > 4 * MAX_QUOTED)
        return;
      if (child->type == XML_ELEMENT_NODE)
        gather (child, out, n_nodes);
      if (_gj_html_is_one_of (child, parts, G_N_ELEMENTS (parts)) && out->len > 0)
        g_string_append_c (out, ' ');
      if (child->type != XML_TEXT_NODE)
        continue;

      for (const char *p = (const char *) child->content;
           *p != '\0' && out->len < 4 * MAX_QUOTED;
           p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);

          if (!g_unichar_isspace (c) && c != 0xa0)
            g_string_append_unichar (out, c);
          else if (out->len > 0 && out->str[out->len - 1] != ' ')
            g_string_append_c (out, ' ');
        }
    }
}

/**
 * _gj_html_dup_text:
 * @node: an element
 *
 * Returns: (transfer full): how its text begins, on one line
 */
char *
_gj_html_dup_text (const xmlNode *node)
{
  GString *out = g_string_new (NULL);
  guint n_nodes = 0;

  gather (node, out, &n_nodes);

  return g_strchomp (g_string_free (out, FALSE));
}
