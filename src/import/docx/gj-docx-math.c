/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-docx-reader-private.h"

#include <string.h>

#include "gj-docx-text.h"

/* A formula in one line: 1/2 for a fraction, 10^2 for a power. Letters simply strung
 * together would make 12 and 102 of them. */

typedef struct
{
  const char *name;
  const char *first;
  const char *sign;
  const char *second;
} Pair;

/* What stands above, below or beside one another, with the sign that parts it. */
static const Pair pairs[] = {
  { "f", "num", "/", "den" },
  { "sSup", "e", "^", "sup" },
  { "sSub", "e", "_", "sub" },
  { "rad", "deg", "√", "e" },
};

static void append_math (GString       *out,
                         const xmlNode *parent);

static const xmlNode *
find_part (const xmlNode *node,
           const char    *name)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && strcmp ((const char *) child->name, name) == 0)
      return child;

  return NULL;
}

static void
append_part (GString       *out,
             const xmlNode *node,
             const char    *name)
{
  const xmlNode *part = find_part (node, name);

  if (part != NULL)
    append_math (out, part);
}

static gboolean
append_pair (GString       *out,
             const xmlNode *node)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (strcmp ((const char *) node->name, pairs[i].name) == 0 && find_part (node, pairs[i].second) != NULL)
      {
        append_part (out, node, pairs[i].first);
        g_string_append (out, pairs[i].sign);
        append_part (out, node, pairs[i].second);
        return TRUE;
      }

  return FALSE;
}

static void
append_math (GString       *out,
             const xmlNode *parent)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      GjDocxName name = gj_docx_get_name (node);

      if (name == GJ_DOCX_MATH_TEXT || name == GJ_DOCX_T)
        {
          g_autofree char *text = gj_docx_dup_run_text (node);

          g_string_append (out, text);
        }
      else if (node->type == XML_ELEMENT_NODE && name != GJ_DOCX_DEL && name != GJ_DOCX_MOVE_FROM &&
               !append_pair (out, node))
        {
          append_math (out, node);
        }
    }
}

/**
 * _gj_docx_read_math:
 * @node: an m:oMath or m:oMathPara
 */
void
_gj_docx_read_math (GjDocxReader  *self,
                    GjDocxFlow    *flow,
                    const xmlNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_math (text, node);
  if (text->len == 0)
    return;
  if (self->n_in_deletion == 0)
    _gj_docx_note (self, GJ_RAW_NOTE_FORMULA, text->str, flow->line);
  _gj_docx_append (self, flow, text->str, FALSE);
}
