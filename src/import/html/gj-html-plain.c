/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-html-private.h"
#include "gj-text-reader.h"

static gboolean
holds_elements (const xmlNode *node)
{
  static const char *const names[] = { "p", "div", "table", "br", "li", "pre", "img" };

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE &&
        (_gj_html_is_one_of (child, names, G_N_ELEMENTS (names)) || holds_elements (child)))
      return TRUE;

  return FALSE;
}

/* A plain text that somebody set into a page as it was. */
static void
read_plain_text (GjHtmlWalk    *self,
                 const xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  g_autoptr (GPtrArray) blocks = NULL;

  _gj_html_end_line (self);
  blocks = gj_text_read_blocks ((const char *) content, strlen ((const char *) content), &self->error);
  xmlFree (content);
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      GjRawBlock *block = blocks->pdata[i];
      guint n = block->text != NULL ? (guint) g_utf8_strlen (block->text, -1) : 0;

      block->line = self->n_paragraphs + 1;
      for (guint r = 0; block->rows != NULL && r < block->rows->len; r++)
        {
          GPtrArray *cells = ((GjRawRow *) block->rows->pdata[r])->cells;

          for (guint c = 0; c < cells->len; c++)
            ((GjRawCell *) cells->pdata[c])->line = ++self->n_paragraphs;
          n += 10 * cells->len;
        }
      self->n_paragraphs += block->rows == NULL;
      _gj_html_add_piece (self, block, n);
      blocks->pdata[i] = NULL;
    }
  if (blocks != NULL)
    g_ptr_array_set_free_func (blocks, NULL);
}

/**
 * _gj_html_read_plain:
 * @node: a pre element
 *
 * Returns: whether it was a plain text and is read
 */
gboolean
_gj_html_read_plain (GjHtmlWalk    *self,
                     const xmlNode *node)
{
  if (self->cell != NULL || holds_elements (node))
    return FALSE;

  read_plain_text (self, node);

  return TRUE;
}
