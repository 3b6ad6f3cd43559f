/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-html-private.h"

/* Other pages and documents that are shown in this one. A page that stands in an attribute
 * is read in its place; nothing is loaded from anywhere. */

#define MAX_FRAMES 20
#define MAX_DEPTH 3
#define MAX_BYTES (1024 * 1024)

static const char *
get_address (const xmlNode *node)
{
  const char *source = _gj_html_get_attribute (node, "src");

  return source != NULL ? source : _gj_html_get_attribute (node, "data");
}

static gboolean
is_document (const char *address)
{
  static const char *const kinds[] = { ".pdf", ".doc", ".docx", ".wps", ".ofd", ".xls", ".xlsx", ".et" };
  g_autofree char *lower = g_ascii_strdown (address, (gssize) MIN (strcspn (address, "?#"), 4096));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_suffix (lower, kinds[i]))
      return TRUE;

  return FALSE;
}

static void
read_tree (GjHtmlWalk         *self,
           const GjHtmlSource *source,
           const xmlNode      *root)
{
  GHashTable *hidden = self->hidden;
  GHashTable *layouts = self->layouts;

  self->hidden = _gj_html_find_hidden (source->styles->str);
  self->layouts = _gj_html_find_layouts (root);
  for (; root != NULL; root = root->next)
    _gj_html_walk_node (self, root);
  _gj_html_end_line (self);
  g_hash_table_unref (self->hidden);
  g_hash_table_unref (self->layouts);
  self->hidden = hidden;
  self->layouts = layouts;
}

static void
read_inner (GjHtmlWalk *self,
            const char *page,
            gsize       length)
{
  g_autoptr (GjHtmlSource) source = _gj_html_source_new (page, length, &self->error);
  g_autoptr (xmlDoc) tree = NULL;

  if (source != NULL && source->markup->len > 0)
    tree = _gj_html_parse (source->markup, self->cancellable, &self->error);
  if (tree == NULL)
    return;

  _gj_html_end_line (self);
  _gj_html_walk_note (self, GJ_RAW_NOTE_PART_READ, NULL, 1);
  self->frame_depth++;
  read_tree (self, source, xmlDocGetRootElement (tree));
  self->frame_depth--;
}

gboolean
_gj_html_is_frame (const xmlNode *node)
{
  static const char *const names[] = { "iframe", "frame", "object", "embed" };

  return _gj_html_is_one_of (node, names, G_N_ELEMENTS (names));
}

/**
 * _gj_html_read_frame:
 * @node: a frame, or what shows a file
 *
 * A cell cannot hold a page: there it is told.
 */
void
_gj_html_read_frame (GjHtmlWalk    *self,
                     const xmlNode *node)
{
  const char *page = _gj_html_get_attribute (node, "srcdoc");
  const char *address = get_address (node);
  gsize length = page != NULL ? strlen (page) : 0;

  if (length > 0 && self->cell == NULL && self->frame_depth < MAX_DEPTH && self->n_frames < MAX_FRAMES &&
      length <= MAX_BYTES - MIN (self->n_frame_bytes, MAX_BYTES))
    {
      self->n_frames++;
      self->n_frame_bytes += length;
      read_inner (self, page, length);
      return;
    }
  if (length > 0)
    _gj_html_walk_note (self, GJ_RAW_NOTE_PART_LEFT_OUT, "HTML", 1);
  if (address == NULL || *address == '\0')
    return;

  if (is_document (address))
    _gj_html_walk_note (self, GJ_RAW_NOTE_PART_LEFT_OUT, address, 1);
  if (self->frame == NULL)
    self->frame = g_strdup (address);
}
