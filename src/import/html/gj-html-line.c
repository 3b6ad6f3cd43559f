/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-html-private.h"

/* One line on its way to a paragraph or to a line of a cell. Blanks of the source are one
 * blank, or none where the source only wrapped between ideographs. */

/* What browsers show for references to the controls of Unicode. */
static const gunichar western[] = {
  0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17d, 0,
  0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0, 0x17e, 0x178,
};

static gboolean
is_source_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0xa0 || c == 0x200b || c == 0xfeff;
}

static gboolean
is_wide (gunichar c)
{
  return g_unichar_iswide (c) || c == 0x201c || c == 0x201d || c == 0x2014 || c == 0x2026;
}

static void
append_space (GjHtmlWalk *self,
              gunichar    next)
{
  const char *last = self->line->len > 0 ? g_utf8_prev_char (self->line->str + self->line->len) : NULL;

  if (last != NULL && self->space != 0 &&
      !(self->space == '\n' && (is_wide (next) || is_wide (g_utf8_get_char (last)))))
    g_string_append_c (self->line, ' ');
  self->space = 0;
}

static void
append_character (GjHtmlWalk *self,
                  gunichar    c)
{
  if (c >= 0x80 && c < 0xa0)
    c = western[c - 0x80];
  if (c == 0 || c == 0x7f || (c < 0x20 && c != '\t'))
    return;

  append_space (self, c);
  if (self->marker != NULL && !is_blank (c))
    g_string_append (self->line, g_steal_pointer (&self->marker));
  g_string_append_unichar (self->line, c);
  if (self->link > 0 && !is_blank (c))
    self->n_linked++;
}

/**
 * _gj_html_add_text:
 * @self: a walk
 * @text: text of the page
 */
void
_gj_html_add_text (GjHtmlWalk *self,
                   const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (self->pre > 0 && *p == '\n')
        _gj_html_end_line (self);
      else if (self->pre == 0 && is_source_blank (*p))
        self->space = *p == '\n' || *p == '\r' || self->space == '\n' ? '\n' : ' ';
      else
        append_character (self, g_utf8_get_char (p));
    }
}

/**
 * _gj_html_add_piece:
 * @self: a walk
 * @block: (transfer full): a block
 * @n_characters: its characters that are no blanks
 */
void
_gj_html_add_piece (GjHtmlWalk *self,
                    GjRawBlock *block,
                    guint       n_characters)
{
  GjHtmlPiece piece = { .block = block, .n_characters = n_characters };

  piece.n_linked = self->n_linked;
  piece.n_links = self->n_links;
  piece.part = self->part;
  piece.headed = self->headed > 0 || self->level > 0;
  g_array_append_val (self->pieces, piece);
}

static void
end_paragraph (GjHtmlWalk *self,
               const char *text,
               gsize       length)
{
  GjRawBlock *block;
  guint n = 0;

  self->n_paragraphs++;
  if (self->cell != NULL)
    {
      if (self->cell->len > 0)
        g_string_append_c (self->cell, '\n');
      g_string_append_len (self->cell, text, (gssize) length);
      return;
    }

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    n += !is_blank (g_utf8_get_char (p));
  block = gj_raw_block_new_paragraph (text, (gssize) length, self->n_paragraphs);
  block->level = self->level;
  if (self->level > 0)
    {
      g_free (self->heading);
      self->heading = g_strdup (block->text);
    }
  _gj_html_add_piece (self, block, n);
}

/**
 * _gj_html_end_line:
 * @self: a walk
 *
 * Ends the line: it becomes a paragraph, or a line of the cell. A blank one is nothing.
 */
void
_gj_html_end_line (GjHtmlWalk *self)
{
  const char *text = self->line->str;
  const char *end = text + self->line->len;

  while (text < end && is_blank (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text && is_blank (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  if (end > text && self->exact > 0)
    end_paragraph (self, self->line->str, self->line->len);
  else if (end > text)
    end_paragraph (self, text, (gsize) (end - text));
  g_string_truncate (self->line, 0);
  self->space = 0;
  self->n_linked = 0;
  self->n_links = 0;

  for (guint i = 0; self->cell == NULL && i < self->pictures->len; i++)
    _gj_html_add_piece (self, self->pictures->pdata[i], 0);
  if (self->cell == NULL)
    g_ptr_array_set_size (self->pictures, 0);
}
