/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-html-private.h"

/* From the tree to lines. An element that is not known is read as if it were not there. */

static const char *const block_names[] = {
  "p", "div", "center", "section", "article", "main", "header", "footer", "nav", "aside", "address", "blockquote",
  "dl", "dt", "dd", "ul", "ol", "menu", "dir", "fieldset", "legend", "figure", "figcaption", "details", "summary",
  "form", "table", "caption", "tbody", "thead", "tfoot", "tr", "td", "th", "hr", "body", "html",
};

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
  gboolean exact = _gj_html_is_exact (node);
  gboolean pre = exact || _gj_html_has_style (node, "white-space:pre");
  guint outer = self->level;
  guint level = get_level (node);

  _gj_html_end_line (self);
  if (self->cell == NULL && self->part == GJ_HTML_PART_ARTICLE)
    self->part = _gj_html_judge_part (node, self->article > 0);
  self->article += article;
  self->headed += headed;
  self->pre += pre;
  self->exact += exact;
  self->level = level > 0 ? level : outer;
  _gj_html_walk_children (self, node);
  _gj_html_end_line (self);
  self->level = outer;
  self->exact -= exact;
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

static void
walk_pre (GjHtmlWalk    *self,
          const xmlNode *node)
{
  if (_gj_html_read_plain (self, node))
    return;

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

static void
walk_inline (GjHtmlWalk    *self,
             const xmlNode *node)
{
  gboolean ignore = _gj_html_has_style (node, "mso-list:ignore");

  if (_gj_html_is (node, "ins"))
    _gj_html_note_text (self, GJ_RAW_NOTE_INSERTED, node);
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
  else if (_gj_html_is (node, "input") || _gj_html_is (node, "select"))
    _gj_html_read_control (self, node);
  else if (_gj_html_is_frame (node))
    _gj_html_read_frame (self, node);
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
  guint comment;

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

  if (_gj_html_leave_out (self, node))
    return;

  comment = _gj_html_begin_comment (self, node);
  walk_element (self, node);
  _gj_html_end_comment (self, comment);
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

static void
clear_comment (gpointer data)
{
  GjHtmlComment *comment = data;

  g_free (comment->who);
  g_free (comment->when);
  g_free (comment->text);
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
  self->comments = g_array_new (FALSE, TRUE, sizeof (GjHtmlComment));
  g_array_set_clear_func (self->comments, clear_comment);
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
  g_array_unref (self->comments);
  g_string_free (self->line, TRUE);
  g_clear_pointer (&self->hidden, g_hash_table_unref);
  g_clear_pointer (&self->layouts, g_hash_table_unref);
  g_clear_pointer (&self->frame, g_free);
  g_clear_pointer (&self->heading, g_free);
  g_clear_error (&self->error);
}
