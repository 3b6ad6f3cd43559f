/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-html-private.h"

/* A form that was filled in and saved: what stands in its fields is the page's text. */

static void
read_input (GjHtmlWalk    *self,
            const xmlNode *node)
{
  const char *type = _gj_html_get_attribute (node, "type");
  const char *value = _gj_html_get_attribute (node, "value");

  if (value != NULL &&
      (type == NULL || g_ascii_strcasecmp (type, "text") == 0 || g_ascii_strcasecmp (type, "number") == 0))
    _gj_html_add_text (self, value);
}

/* The option that is selected, else the first, which is what a browser shows. */
static const xmlNode *
find_option (const xmlNode *parent,
             gboolean       is_selected)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      const xmlNode *found = _gj_html_is (node, "optgroup") ? find_option (node, is_selected) : NULL;

      if (found != NULL)
        return found;
      if (_gj_html_is (node, "option") && (!is_selected || _gj_html_get_attribute (node, "selected") != NULL))
        return node;
    }

  return NULL;
}

/**
 * _gj_html_read_control:
 * @node: an input or a select element; only those in cells count
 */
void
_gj_html_read_control (GjHtmlWalk    *self,
                       const xmlNode *node)
{
  const xmlNode *option;

  if (self->cell == NULL)
    return;
  if (_gj_html_is (node, "input"))
    {
      read_input (self, node);
      return;
    }

  option = find_option (node, TRUE);
  if (option == NULL)
    option = find_option (node, FALSE);
  if (option != NULL)
    _gj_html_walk_children (self, option);
}
