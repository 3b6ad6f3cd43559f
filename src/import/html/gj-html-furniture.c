/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-html-private.h"

/* What a page itself says about its parts: by elements, roles and the names of classes. A
 * name is believed only when the part is small and holds no table: many a page calls all
 * of itself "header". */

#define MAX_CHARACTERS 600
#define MAX_NODES 4000
#define MAX_NAMES 400

typedef struct
{
  const char *name;
  GjHtmlPart  part;
} Name;

static const Name elements[] = {
  { "nav", GJ_HTML_PART_BOUNDARY },
  { "footer", GJ_HTML_PART_BOUNDARY },
  { "header", GJ_HTML_PART_BOUNDARY },
  { "aside", GJ_HTML_PART_TOOL },
};

static const Name roles[] = {
  { "navigation", GJ_HTML_PART_BOUNDARY },
  { "banner", GJ_HTML_PART_BOUNDARY },
  { "contentinfo", GJ_HTML_PART_BOUNDARY },
  { "search", GJ_HTML_PART_TOOL },
  { "complementary", GJ_HTML_PART_TOOL },
  { "toolbar", GJ_HTML_PART_TOOL },
};

static const Name words[] = {
  { "nav", GJ_HTML_PART_BOUNDARY },
  { "navbar", GJ_HTML_PART_BOUNDARY },
  { "navigation", GJ_HTML_PART_BOUNDARY },
  { "menu", GJ_HTML_PART_BOUNDARY },
  { "breadcrumb", GJ_HTML_PART_BOUNDARY },
  { "breadcrumbs", GJ_HTML_PART_BOUNDARY },
  { "crumb", GJ_HTML_PART_BOUNDARY },
  { "crumbs", GJ_HTML_PART_BOUNDARY },
  { "header", GJ_HTML_PART_BOUNDARY },
  { "topbar", GJ_HTML_PART_BOUNDARY },
  { "footer", GJ_HTML_PART_BOUNDARY },
  { "foot", GJ_HTML_PART_BOUNDARY },
  { "copyright", GJ_HTML_PART_BOUNDARY },
  { "friendlink", GJ_HTML_PART_BOUNDARY },
  { "pagination", GJ_HTML_PART_BOUNDARY },
  { "pager", GJ_HTML_PART_BOUNDARY },
  { "sidebar", GJ_HTML_PART_TOOL },
  { "share", GJ_HTML_PART_TOOL },
  { "bdsharebuttonbox", GJ_HTML_PART_TOOL },
  { "toolbar", GJ_HTML_PART_TOOL },
  { "search", GJ_HTML_PART_TOOL },
  { "login", GJ_HTML_PART_TOOL },
  { "qrcode", GJ_HTML_PART_TOOL },
};

static GjHtmlPart
find (const Name *names,
      guint       n_names,
      const char *name,
      gsize       length)
{
  for (guint i = 0; i < n_names; i++)
    if (strlen (names[i].name) == length && g_ascii_strncasecmp (names[i].name, name, length) == 0)
      return names[i].part;

  return GJ_HTML_PART_ARTICLE;
}

static GjHtmlPart
judge_names (const char *names)
{
  GjHtmlPart part = GJ_HTML_PART_ARTICLE;

  for (const char *p = names; p != NULL && *p != '\0' && p - names < MAX_NAMES;)
    {
      gsize length = 0;

      while (g_ascii_isalpha (p[length]))
        length++;
      part = MAX (part, find (words, G_N_ELEMENTS (words), p, length));
      p += MAX (length, 1);
    }

  return part;
}

typedef struct
{
  guint    n_nodes;
  guint    n_characters;
  guint    n_links;
  gboolean headed;
  gboolean holds_grid;
} Content;

static void
look (const xmlNode *node,
      Content       *content)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (++content->n_nodes > MAX_NODES || content->n_characters > MAX_CHARACTERS)
        return;
      if (child->type == XML_TEXT_NODE)
        {
          for (const char *p = (const char *) child->content; *p != '\0'; p = g_utf8_next_char (p))
            content->n_characters += !g_unichar_isspace (g_utf8_get_char (p));
        }
      else if (_gj_html_is (child, "a"))
        {
          content->n_links++;
        }
      else if (child->type == XML_ELEMENT_NODE)
        {
          content->headed |= child->name[0] == 'h' && g_ascii_isdigit (child->name[1]);
          content->holds_grid |= _gj_html_is (child, "td") && child->prev != NULL && child->next != NULL;
          look (child, content);
        }
    }
}

/**
 * _gj_html_judge_part:
 * @node: an element
 * @in_article: whether it stands in an element that is called the article
 *
 * Returns: what the page calls the part
 */
GjHtmlPart
_gj_html_judge_part (const xmlNode *node,
                     gboolean       in_article)
{
  const char *role = _gj_html_get_attribute (node, "role");
  const char *name = (const char *) node->name;
  GjHtmlPart part = find (elements, G_N_ELEMENTS (elements), name, strlen (name));
  Content content = { 0 };

  if (role != NULL)
    part = MAX (part, find (roles, G_N_ELEMENTS (roles), role, strlen (role)));
  part = MAX (part, judge_names (_gj_html_get_attribute (node, "class")));
  part = MAX (part, judge_names (_gj_html_get_attribute (node, "id")));
  if (part == GJ_HTML_PART_ARTICLE)
    return part;

  look (node, &content);
  if (content.n_characters > MAX_CHARACTERS || content.n_nodes > MAX_NODES || content.holds_grid)
    return GJ_HTML_PART_ARTICLE;
  /* The head or foot of the article itself: its title, who signed it. */
  if ((in_article || content.headed) && content.n_links < 3)
    return GJ_HTML_PART_ARTICLE;

  return part;
}

/**
 * _gj_html_is_title:
 * @node: an element
 *
 * Returns: whether the page calls it a title
 */
gboolean
_gj_html_is_title (const xmlNode *node)
{
  const char *names[] = { _gj_html_get_attribute (node, "class"), _gj_html_get_attribute (node, "id") };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (const char *p = names[i]; p != NULL && (p = strstr (p, "itle")) != NULL; p += 4)
      if (p > names[i] && (p[-1] == 't' || p[-1] == 'T') && !g_ascii_islower (p[4]))
        return TRUE;

  return FALSE;
}
