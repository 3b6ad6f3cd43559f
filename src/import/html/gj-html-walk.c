/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-html-private.h"
#include "gj-text-reader.h"

/* From the tree to lines. An element that is not known is read as if it were not there. */

static const char *const ignored_names[] = {
  "head", "title", "script", "style", "template", "noscript", "button", "select", "datalist", "audio", "video",
  "canvas", "map", "rp", "rt", "math", "object", "embed", "applet", "textarea",
};

static const char *const block_names[] = {
  "p", "div", "center", "section", "article", "main", "header", "footer", "nav", "aside", "address", "blockquote",
  "dl", "dt", "dd", "ul", "ol", "menu", "dir", "fieldset", "legend", "figure", "figcaption", "details", "summary",
  "form", "table", "caption", "tbody", "thead", "tfoot", "tr", "td", "th", "hr", "body", "html",
};

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

/**
 * _gj_html_walk_note:
 * @self: a walk
 * @kind: what was done
 * @text: (nullable): what stood there
 * @n: how many
 *
 * Notes what was done at the place where the walk is.
 */
void
_gj_html_walk_note (GjHtmlWalk    *self,
                    GjRawNoteKind  kind,
                    const char    *text,
                    guint          n)
{
  GjHtmlNote note = { .kind = kind, .text = g_strdup (text), .n = n };

  note.line = MAX (self->n_paragraphs, 1);
  note.piece = self->pieces->len;
  g_array_append_val (self->notes, note);
}

static void
note_left_out (GjHtmlWalk    *self,
               GjRawNoteKind  kind,
               const xmlNode *node)
{
  g_autofree char *text = _gj_html_dup_text (node);

  if (*text != '\0')
    _gj_html_walk_note (self, kind, text, 1);
}

/* What Word sets apart in a page that it wrote. */
static gboolean
leave_out_by_style (GjHtmlWalk    *self,
                    const xmlNode *node)
{
  static const struct
  {
    const char    *words;
    GjRawNoteKind  kind;
  } parts[] = {
    { "mso-element:header", GJ_RAW_NOTE_HEADER_FOOTER },
    { "mso-element:footer", GJ_RAW_NOTE_HEADER_FOOTER },
    { "mso-element:footnote-list", GJ_RAW_NOTE_FOOTNOTE },
    { "mso-element:endnote-list", GJ_RAW_NOTE_FOOTNOTE },
    { "mso-element:comment-list", GJ_RAW_NOTE_HIDDEN },
  };

  if (_gj_html_get_attribute (node, "style") == NULL)
    return FALSE;
  if (_gj_html_has_style (node, "mso-footnote-id:") || _gj_html_has_style (node, "mso-endnote-id:") ||
      _gj_html_has_style (node, "mso-special-character:comment"))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (_gj_html_has_style (node, parts[i].words))
      {
        note_left_out (self, parts[i].kind, node);
        return TRUE;
      }

  return FALSE;
}

static gboolean
leave_out (GjHtmlWalk    *self,
           const xmlNode *node)
{
  if (_gj_html_is_one_of (node, ignored_names, G_N_ELEMENTS (ignored_names)) &&
      !(self->cell != NULL && _gj_html_is (node, "textarea")))
    return TRUE;
  if (!self->takes_hidden && _gj_html_is_hidden (node, self->hidden))
    {
      note_left_out (self, GJ_RAW_NOTE_HIDDEN, node);
      return TRUE;
    }
  if (_gj_html_is (node, "del"))
    {
      note_left_out (self, GJ_RAW_NOTE_DELETED, node);
      return TRUE;
    }

  return leave_out_by_style (self, node);
}

/* Another page, or another site; a place in this page or a file to load is no way out. */
static gboolean
leads_away (const xmlNode *node)
{
  static const char *const files[] = {
    ".doc", ".docx", ".pdf", ".wps", ".xls", ".xlsx", ".zip", ".rar", ".ofd", ".et", ".txt", ".jpg", ".png",
  };
  const char *target = _gj_html_get_attribute (node, "href");
  g_autofree char *lower = NULL;

  if (target == NULL || *target == '\0' || *target == '#' || strlen (target) > 4096)
    return FALSE;

  lower = g_ascii_strdown (target, (gssize) strcspn (target, "?#"));
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    if (g_str_has_suffix (lower, files[i]))
      return FALSE;

  return TRUE;
}

static void
walk_link (GjHtmlWalk    *self,
           const xmlNode *node)
{
  gboolean away = leads_away (node);

  self->link += away;
  self->n_links += away;
  _gj_html_walk_children (self, node);
  self->link -= away;
}

/* The level that the page gives, or that Word gave the paragraph. */
static guint
get_level (const xmlNode *node)
{
  if (node->name[0] == 'h' && node->name[1] >= '1' && node->name[1] <= '6' && node->name[2] == '\0')
    return (guint) node->name[1] - '0';
  for (guint level = 1; level <= 6 && _gj_html_is (node, "p"); level++)
    {
      const char words[] = { 'm', 's', 'o', '-', 'o', 'u', 't', 'l', 'i', 'n', 'e', '-', 'l', 'e', 'v', 'e', 'l', ':',
                             (char) ('0' + level), '\0' };

      if (_gj_html_has_style (node, words))
        return level;
    }

  return 0;
}

static gboolean
is_block (const xmlNode *node)
{
  return _gj_html_is_one_of (node, block_names, G_N_ELEMENTS (block_names)) ||
         _gj_html_has_style (node, "display:block");
}

static void
walk_block (GjHtmlWalk    *self,
            const xmlNode *node)
{
  GjHtmlPart outer_part = self->part;
  gboolean article = _gj_html_is (node, "article") || _gj_html_is (node, "main");
  gboolean headed = self->cell == NULL && _gj_html_is_title (node);
  gboolean pre = _gj_html_has_style (node, "white-space:pre");
  guint outer = self->level;
  guint level = get_level (node);

  _gj_html_end_line (self);
  if (self->cell == NULL && self->part == GJ_HTML_PART_ARTICLE)
    self->part = _gj_html_judge_part (node, self->article > 0);
  self->article += article;
  self->headed += headed;
  self->pre += pre;
  self->level = level > 0 ? level : outer;
  _gj_html_walk_children (self, node);
  _gj_html_end_line (self);
  self->level = outer;
  self->pre -= pre;
  self->headed -= headed;
  self->article -= article;
  self->part = outer_part;
}

static gboolean
is_short_line (const char *text)
{
  return g_utf8_strlen (text, -1) <= 40 && strstr (text, "。") == NULL;
}

static void
walk_item (GjHtmlWalk    *self,
           const xmlNode *node)
{
  g_autofree char *marker = _gj_html_dup_marker (node);

  _gj_html_end_line (self);
  if (marker != NULL)
    {
      g_autofree char *text = _gj_html_dup_text (node);
      g_autofree char *numbered = g_strconcat (marker, text, NULL);

      if (*text != '\0')
        self->marker = marker;
      if (is_short_line (numbered) && *text != '\0')
        _gj_html_walk_note (self, GJ_RAW_NOTE_NUMBERING, numbered, 1);
    }
  _gj_html_walk_children (self, node);
  _gj_html_end_line (self);
  self->marker = NULL;
}

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

static void
walk_pre (GjHtmlWalk    *self,
          const xmlNode *node)
{
  if (self->cell == NULL && !holds_elements (node))
    {
      read_plain_text (self, node);
      return;
    }

  self->pre++;
  walk_block (self, node);
  self->pre--;
}

static void
walk_table (GjHtmlWalk    *self,
            const xmlNode *node)
{
  GjHtmlPart outer_part = self->part;

  if (self->cell == NULL && self->part == GJ_HTML_PART_ARTICLE)
    self->part = _gj_html_judge_part (node, self->article > 0);
  self->depth++;
  if (self->depth > GJ_HTML_MAX_TABLES)
    _gj_html_fail_for_size (self);
  else if (g_hash_table_contains (self->layouts, node))
    _gj_html_read_layout (self, node);
  else if (self->cell != NULL)
    g_ptr_array_add (self->deferred, (gpointer) node);
  else
    _gj_html_read_table (self, node);
  self->depth--;
  self->part = outer_part;
}

/* A form that was filled in and saved: what stands in its fields is the page's text. */
static void
walk_input (GjHtmlWalk    *self,
            const xmlNode *node)
{
  const char *type = _gj_html_get_attribute (node, "type");
  const char *value = _gj_html_get_attribute (node, "value");

  if (self->cell != NULL && value != NULL &&
      (type == NULL || g_ascii_strcasecmp (type, "text") == 0 || g_ascii_strcasecmp (type, "number") == 0))
    _gj_html_add_text (self, value);
}

static void
walk_inline (GjHtmlWalk    *self,
             const xmlNode *node)
{
  gboolean ignore = _gj_html_has_style (node, "mso-list:ignore");

  if (_gj_html_is (node, "ins"))
    note_left_out (self, GJ_RAW_NOTE_INSERTED, node);
  _gj_html_walk_children (self, node);
  if (!ignore)
    return;

  /* Word fills the place between a number and its heading with blanks. */
  self->space = 0;
  while (self->line->len > 0)
    {
      const char *last = g_utf8_prev_char (self->line->str + self->line->len);
      gunichar c = g_utf8_get_char (last);

      if (!g_unichar_isspace (c) && c != 0xa0)
        break;
      g_string_truncate (self->line, (gsize) (last - self->line->str));
    }
}

static void
walk_element (GjHtmlWalk    *self,
              const xmlNode *node)
{
  if (_gj_html_is (node, "br"))
    _gj_html_end_line (self);
  else if (_gj_html_is (node, "img"))
    _gj_html_add_picture (self, node);
  else if (_gj_html_is (node, "a"))
    walk_link (self, node);
  else if (_gj_html_is (node, "table"))
    walk_table (self, node);
  else if (_gj_html_is (node, "li"))
    walk_item (self, node);
  else if (_gj_html_is (node, "pre") || _gj_html_is (node, "xmp") || _gj_html_is (node, "listing"))
    walk_pre (self, node);
  else if (_gj_html_is (node, "input"))
    walk_input (self, node);
  else if (is_block (node) || get_level (node) > 0)
    walk_block (self, node);
  else
    walk_inline (self, node);
}

/**
 * _gj_html_walk_node:
 * @self: a walk
 * @node: a node
 *
 * Reads @node into lines, pieces and notes. The walk ends early when it has an error.
 */
void
_gj_html_walk_node (GjHtmlWalk    *self,
                    const xmlNode *node)
{
  if (self->error != NULL)
    return;
  if (++self->n_nodes % 1024 == 0 && g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
    return;

  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    {
      _gj_html_add_text (self, (const char *) node->content);
      return;
    }
  if (node->type != XML_ELEMENT_NODE)
    return;

  if (_gj_html_is (node, "iframe") || _gj_html_is (node, "frame"))
    {
      if (self->frame == NULL)
        self->frame = g_strdup (_gj_html_get_attribute (node, "src"));
      return;
    }
  if (!leave_out (self, node))
    walk_element (self, node);
}

void
_gj_html_walk_children (GjHtmlWalk    *self,
                        const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    _gj_html_walk_node (self, child);
}

static void
clear_piece (gpointer data)
{
  GjHtmlPiece *piece = data;

  gj_raw_block_free (piece->block);
}

static void
clear_note (gpointer data)
{
  GjHtmlNote *note = data;

  g_free (note->text);
}

void
_gj_html_walk_init (GjHtmlWalk   *self,
                    GCancellable *cancellable)
{
  memset (self, 0, sizeof *self);
  self->cancellable = cancellable;
  self->pieces = g_array_new (FALSE, FALSE, sizeof (GjHtmlPiece));
  g_array_set_clear_func (self->pieces, clear_piece);
  self->notes = g_array_new (FALSE, FALSE, sizeof (GjHtmlNote));
  g_array_set_clear_func (self->notes, clear_note);
  self->line = g_string_new (NULL);
  self->pictures = g_ptr_array_new ();
}

void
_gj_html_walk_clear (GjHtmlWalk *self)
{
  if (self->pieces == NULL)
    return;

  for (guint i = 0; i < self->pictures->len; i++)
    gj_raw_block_free (self->pictures->pdata[i]);
  g_ptr_array_unref (self->pictures);
  g_array_unref (self->pieces);
  g_array_unref (self->notes);
  g_string_free (self->line, TRUE);
  g_clear_pointer (&self->hidden, g_hash_table_unref);
  g_clear_pointer (&self->layouts, g_hash_table_unref);
  g_clear_pointer (&self->frame, g_free);
  g_clear_error (&self->error);
}
