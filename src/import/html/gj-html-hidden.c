/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-html-private.h"

/* What a browser does not show. Of style sheets only the simplest rules count: a single
 * class or id that is not displayed. */

static void
take_selector (GHashTable *hidden,
               const char *selector,
               gsize       length)
{
  g_autofree char *name = g_strstrip (g_strndup (selector, length));

  if ((*name != '.' && *name != '#') || name[1] == '\0')
    return;
  for (const char *p = name + 1; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-' && *p != '_')
      return;

  g_hash_table_add (hidden, g_steal_pointer (&name));
}

static gboolean
hides (const char *start,
       const char *end)
{
  g_autoptr (GString) tight = g_string_new (";");

  for (const char *p = start; p < end; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (tight, g_ascii_tolower (*p));

  return strstr (tight->str, ";display:none") != NULL || strstr (tight->str, ";visibility:hidden") != NULL;
}

static const char *
skip_comments (const char *p)
{
  for (;;)
    {
      while (g_ascii_isspace (*p))
        p++;
      if (p[0] == '/' && p[1] == '*')
        {
          const char *end = strstr (p + 2, "*/");

          p = end != NULL ? end + 2 : p + strlen (p);
        }
      else
        return p;
    }
}

/* @media and the like hold for other times or other readers. */
static const char *
skip_at_rule (const char *p)
{
  guint depth = 0;

  for (; *p != '\0'; p++)
    {
      if (*p == ';' && depth == 0)
        return p + 1;
      if (*p == '{')
        depth++;
      if (*p == '}' && depth-- <= 1)
        return p + 1;
    }

  return p;
}

/**
 * _gj_html_find_hidden:
 * @styles: style sheets
 *
 * Returns: (transfer full) (element-type utf8): the selectors `.class` and `#id` that are
 *   not displayed
 */
GHashTable *
_gj_html_find_hidden (const char *styles)
{
  GHashTable *hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *p = styles;

  while (*(p = skip_comments (p)) != '\0')
    {
      const char *open;
      const char *close;

      if (*p == '@')
        {
          p = skip_at_rule (p);
          continue;
        }
      open = strchr (p, '{');
      close = open != NULL ? strchr (open, '}') : NULL;
      if (close == NULL)
        break;
      if (hides (open + 1, close))
        for (const char *end = p; p < open; p = end + 1)
          {
            for (end = p; end < open && *end != ','; end++)
              ;
            take_selector (hidden, p, (gsize) (end - p));
          }
      p = close + 1;
    }

  return hidden;
}

static gboolean
is_hidden_by_sheet (const xmlNode *node,
                    GHashTable    *hidden)
{
  const char *id = _gj_html_get_attribute (node, "id");
  const char *p = _gj_html_get_attribute (node, "class");
  char name[128];

  if (id != NULL && g_snprintf (name, sizeof name, "#%s", id) < (int) sizeof name &&
      g_hash_table_contains (hidden, name))
    return TRUE;

  while (p != NULL && *p != '\0')
    {
      gsize length = strcspn (p, " \t\r\n\f");

      if (length > 0 && length < 100)
        {
          g_snprintf (name, sizeof name, ".%.*s", (int) length, p);
          if (g_hash_table_contains (hidden, name))
            return TRUE;
        }
      p += length;
      p += strspn (p, " \t\r\n\f");
    }

  return FALSE;
}

/**
 * _gj_html_is_hidden:
 * @node: an element
 * @hidden: what style sheets hide
 *
 * Returns: whether a browser leaves @node out
 */
gboolean
_gj_html_is_hidden (const xmlNode *node,
                    GHashTable    *hidden)
{
  if (node->properties == NULL)
    return FALSE;
  if (_gj_html_get_attribute (node, "hidden") != NULL || _gj_html_has_style (node, "display:none") ||
      _gj_html_has_style (node, "visibility:hidden") || _gj_html_has_style (node, "mso-hide:all"))
    return TRUE;

  return g_hash_table_size (hidden) > 0 && !_gj_html_has_style (node, "display:") &&
         is_hidden_by_sheet (node, hidden);
}
