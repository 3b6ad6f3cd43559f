/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "gj-html-private.h"

/* Comments as Word writes them into a page: what was said stands at the page's end, its
 * place is marked in the text. While the page is read, the marks are characters that no
 * text has; they go when every block has found its place. */

#define MARK_BEGIN 0xfdd0
#define MARK_END 0xfdd1
#define MARK_NUMBER 0xf0000
#define MAX_COMMENTS 5000

/* The value of one declaration of the element's style. */
static char *
dup_style (const xmlNode *node,
           const char    *name)
{
  const char *style = _gj_html_get_attribute (node, "style");
  const char *found = style != NULL ? strstr (style, name) : NULL;

  return found != NULL ? g_strndup (found + strlen (name), strcspn (found + strlen (name), ";")) : NULL;
}

/* "20220105T1020": the day is enough. */
static char *
dup_day (const char *date)
{
  for (guint i = 0; date != NULL && i < 8; i++)
    if (!g_ascii_isdigit (date[i]))
      return NULL;

  return date != NULL ? g_strdup_printf ("%.4s-%.2s-%.2s", date, date + 4, date + 6) : NULL;
}

static GjHtmlComment *
get_comment (GjHtmlWalk *self,
             guint       number)
{
  if (number == 0 || number > MAX_COMMENTS)
    return NULL;
  if (number > self->comments->len)
    g_array_set_size (self->comments, number);

  return &g_array_index (self->comments, GjHtmlComment, number - 1);
}

/**
 * _gj_html_is_comment_mark:
 * @node: an element
 *
 * Returns: whether it only points to a comment, or back
 */
gboolean
_gj_html_is_comment_mark (const xmlNode *node)
{
  const char *name = _gj_html_get_attribute (node, "class");

  return name != NULL && (strcmp (name, "msocomanchor") == 0 || strcmp (name, "msocomoff") == 0);
}

static void
append_mark (GjHtmlWalk *self,
             gunichar    mark,
             guint       number)
{
  g_string_append_unichar (self->line, mark);
  g_string_append_unichar (self->line, MARK_NUMBER + number);
}

/**
 * _gj_html_begin_comment:
 * @node: an element
 *
 * Returns: the comment whose words begin there, or 0
 */
guint
_gj_html_begin_comment (GjHtmlWalk    *self,
                        const xmlNode *node)
{
  g_autofree char *reference = _gj_html_is (node, "a") ? dup_style (node, "mso-comment-reference:") : NULL;
  g_autofree char *date = NULL;
  const char *number = reference != NULL ? strrchr (reference, '_') : NULL;
  guint n = number != NULL ? (guint) CLAMP (atoi (number + 1), 0, G_MAXUINT16) : 0;
  GjHtmlComment *comment = get_comment (self, n);

  if (comment == NULL || comment->is_placed)
    return 0;

  date = dup_style (node, "mso-comment-date:");
  comment->is_placed = TRUE;
  comment->when = dup_day (date);
  append_mark (self, MARK_BEGIN, n);

  return n;
}

void
_gj_html_end_comment (GjHtmlWalk *self,
                      guint       number)
{
  if (number > 0)
    append_mark (self, MARK_END, number);
}

/* What was said */

static void
gather (const xmlNode *parent,
        GString       *out,
        char         **who)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (node->type == XML_TEXT_NODE)
        g_string_append (out, (const char *) node->content);
      if (node->type != XML_ELEMENT_NODE || _gj_html_is_comment_mark (node) || _gj_html_is (node, "hr") ||
          _gj_html_has_style (node, "mso-special-character:comment"))
        continue;

      if (*who == NULL)
        *who = dup_style (node, "mso-comment-author:");
      if (_gj_html_is (node, "p") && out->len > 0)
        g_string_append_c (out, '\n');
      gather (node, out, who);
    }
}

/* Each line without the blanks around it. */
static char *
tidy (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *spaced = g_strdup (lines[i]);
      const char *line;

      for (char *p = strstr (spaced, "\302\240"); p != NULL; p = strstr (p, "\302\240"))
        memcpy (p, "  ", 2);
      line = g_strstrip (spaced);
      if (*line != '\0')
        g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", line);
    }

  return g_string_free (out, FALSE);
}

static void
read_comment (GjHtmlWalk    *self,
              const xmlNode *node)
{
  GjHtmlComment *comment = get_comment (self, ++self->n_comments);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *who = NULL;

  if (comment == NULL || comment->text != NULL)
    return;

  gather (node, text, &who);
  comment->text = tidy (text->str);
  if (who != NULL)
    comment->who = g_strdup (g_strstrip (g_strdelimit (who, "\"\\", ' ')));
}

/**
 * _gj_html_read_comments:
 * @list: what holds comments
 */
void
_gj_html_read_comments (GjHtmlWalk    *self,
                        const xmlNode *list)
{
  for (const xmlNode *node = list->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && _gj_html_has_style (node, "mso-element:comment"))
      read_comment (self, node);
    else if (node->type == XML_ELEMENT_NODE)
      _gj_html_read_comments (self, node);
}

/* Their places */

/* Takes the marks out of @text and tells the comments where they stood. */
static void
take_marks (GjHtmlWalk *self,
            char       *text,
            guint       block,
            guint       row,
            guint       cell)
{
  char *to = text;
  guint at = 0;

  for (const char *p = text, *next; *p != '\0'; p = next)
    {
      gunichar c = g_utf8_get_char (p);
      gunichar number;
      GjHtmlComment *comment;

      next = g_utf8_next_char (p);
      number = *next != '\0' ? g_utf8_get_char (next) - MARK_NUMBER : 0;
      comment = (c == MARK_BEGIN || c == MARK_END) && number <= self->comments->len ? get_comment (self, number) : NULL;
      if (comment == NULL)
        {
          memmove (to, p, (gsize) (next - p));
          to += next - p;
          at++;
          continue;
        }
      next = g_utf8_next_char (next);
      if (c == MARK_BEGIN)
        {
          comment->is_found = TRUE;
          comment->block = block;
          comment->row = row;
          comment->cell = cell;
          comment->start = comment->end = at;
        }
      else if (comment->is_found && comment->block == block && comment->row == row && comment->cell == cell)
        comment->end = at;
    }
  *to = '\0';
}

static void
write_comment (const GjHtmlComment *comment,
               GjRawDocument       *document)
{
  GjRawComment *written = gj_raw_document_add_comment (document, comment->text, comment->is_found ? comment->block : 0);

  written->who = g_strdup (comment->who);
  written->when = g_strdup (comment->when);
  written->row = comment->row;
  written->cell = comment->cell;
  written->start = comment->start;
  written->end = comment->end;
}

/**
 * _gj_html_write_comments:
 * @document: a document whose blocks are complete
 *
 * A comment whose place is not there is about the first block.
 */
void
_gj_html_write_comments (GjHtmlWalk    *self,
                         GjRawDocument *document)
{
  for (guint i = 0; i < document->blocks->len && self->comments->len > 0; i++)
    {
      const GjRawBlock *block = document->blocks->pdata[i];

      if (block->text != NULL)
        take_marks (self, block->text, i, 0, 0);
      for (guint r = 0; block->rows != NULL && r < block->rows->len; r++)
        {
          GPtrArray *cells = ((const GjRawRow *) block->rows->pdata[r])->cells;

          for (guint c = 0; c < cells->len; c++)
            take_marks (self, ((GjRawCell *) cells->pdata[c])->text, i, r, c);
        }
    }
  for (guint i = 0; i < self->comments->len && document->blocks->len > 0; i++)
    if (g_array_index (self->comments, GjHtmlComment, i).text != NULL)
      write_comment (&g_array_index (self->comments, GjHtmlComment, i), document);
}
