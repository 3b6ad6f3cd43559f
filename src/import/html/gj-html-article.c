/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-html-private.h"

/* Where the article begins and ends. Boundaries (menus, paths, feet of pages) part the
 * pieces into segments; the article goes from the first segment with much text or a table
 * of numbers to the last one. What stands among it is kept; so is everything when no
 * boundary is there. No word of an article is asked. */

#define SOLID_CHARACTERS 40
#define MIN_LINKS 4
#define GRID_NUMBERS 6
#define SHARE 5

typedef struct
{
  GjHtmlWalk *walk;
  GjHtmlPart *parts;
  guint       n;
  guint       start;
  guint       end;
} Cut;

static const GjHtmlPiece *
get_piece (Cut   *self,
           guint  i)
{
  return &g_array_index (self->walk->pieces, GjHtmlPiece, i);
}

static guint
get_mass (Cut   *self,
          guint  i)
{
  const GjHtmlPiece *piece = get_piece (self, i);

  if (piece->block->kind == GJ_RAW_GRID)
    return piece->n_numbers >= GRID_NUMBERS ? MAX (piece->n_characters, 400) : piece->n_characters / 4;
  if (piece->block->kind != GJ_RAW_PARAGRAPH)
    return 0;
  if (piece->n_characters >= SOLID_CHARACTERS || strstr (piece->block->text, "。") != NULL)
    return piece->n_characters - piece->n_linked;

  return 0;
}

static gboolean
is_linked (const GjHtmlPiece *piece)
{
  return piece->block->kind == GJ_RAW_PARAGRAPH && piece->n_linked > 0 &&
         piece->n_linked * 5 >= piece->n_characters * 4;
}

/* A run of links to other pages is a menu. */
static void
mark_links (Cut *self)
{
  for (guint i = 0, end; i < self->n; i = MAX (end, i + 1))
    {
      guint n_links = 0;

      for (end = i; end < self->n && is_linked (get_piece (self, end)); end++)
        n_links += MAX (get_piece (self, end)->n_links, 1);
      for (guint j = i; j < end && n_links >= MIN_LINKS; j++)
        self->parts[j] = MAX (self->parts[j], GJ_HTML_PART_BOUNDARY);
    }
}

static void
mark_parts (Cut *self)
{
  self->parts = g_new0 (GjHtmlPart, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    {
      const GjHtmlPiece *piece = get_piece (self, i);

      self->parts[i] = piece->part;
      if (piece->block->kind == GJ_RAW_PARAGRAPH && piece->part == GJ_HTML_PART_ARTICLE)
        self->parts[i] = _gj_html_judge_words (piece->block->text);
    }
  mark_links (self);
}

static guint
end_segment (Cut   *self,
             guint  start,
             guint *mass)
{
  guint i;

  *mass = 0;
  for (i = start; i < self->n && self->parts[i] != GJ_HTML_PART_BOUNDARY; i++)
    if (self->parts[i] == GJ_HTML_PART_ARTICLE)
      *mass += get_mass (self, i);

  return i;
}

/* Whether only its links make it a boundary. */
static gboolean
is_menu_by_links (Cut   *self,
                  guint  i)
{
  const GjHtmlPiece *piece = get_piece (self, i);

  return self->parts[i] == GJ_HTML_PART_BOUNDARY && piece->part == GJ_HTML_PART_ARTICLE &&
         _gj_html_judge_words (piece->block->text) == GJ_HTML_PART_ARTICLE;
}

/* The title may stand before a row of links: when the article has no title of its own, the
 * one before that row is taken. */
static guint
find_title (Cut *self)
{
  guint i = self->start;
  guint found = self->start;

  for (guint j = i; j < self->end && get_mass (self, j) == 0; j++)
    if (get_piece (self, j)->headed && self->parts[j] == GJ_HTML_PART_ARTICLE)
      return self->start;

  while (i > 0 && is_menu_by_links (self, i - 1))
    i--;
  if (i == self->start)
    return found;
  for (; i > 0 && self->parts[i - 1] != GJ_HTML_PART_BOUNDARY; i--)
    if (get_piece (self, i - 1)->headed)
      found = i - 1;

  return found;
}

static guint
find_article (Cut *self)
{
  guint most = 0;
  guint total = 0;
  guint mass;

  self->start = 0;
  self->end = self->n;
  for (guint i = 0; i < self->n; i++)
    {
      i = end_segment (self, i, &mass);
      most = MAX (most, mass);
      total += mass;
    }
  if (most == 0)
    return 0;

  self->start = self->n;
  for (guint i = 0, end; i < self->n; i = end + 1)
    {
      end = end_segment (self, i, &mass);
      if (mass * SHARE < most)
        continue;
      self->start = MIN (self->start, i);
      self->end = end;
    }
  self->start = find_title (self);

  return total;
}

static gboolean
is_cut (Cut   *self,
        guint  i)
{
  if (i >= self->n)
    return self->n > 0 && is_cut (self, self->n - 1);
  if (i < self->start || i >= self->end)
    return TRUE;
  if (self->parts[i] == GJ_HTML_PART_ARTICLE)
    return FALSE;

  /* Inside the article links are the article's. */
  return get_piece (self, i)->part != GJ_HTML_PART_ARTICLE ||
         _gj_html_judge_words (get_piece (self, i)->block->text) != GJ_HTML_PART_ARTICLE;
}

static void
append_text (GString          *out,
             const GjRawBlock *block)
{
  const char *text = block->text;

  if (block->kind == GJ_RAW_GRID && block->rows->len > 0)
    {
      const GjRawRow *row = block->rows->pdata[0];

      text = row->cells->len > 0 ? ((const GjRawCell *) row->cells->pdata[0])->text : NULL;
    }
  if (text == NULL || *text == '\0')
    return;
  g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", text);
}

static void
note_cut (Cut           *self,
          GjRawDocument *document,
          guint          start,
          guint          end)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint line = 0;
  guint n = 0;

  for (guint i = start; i < end; i++)
    {
      const GjRawBlock *block = get_piece (self, i)->block;

      if (!is_cut (self, i) || block->kind == GJ_RAW_PICTURE)
        continue;
      line = line > 0 ? line : block->line;
      n++;
      if (text->len < 1000)
        append_text (text, block);
    }

  if (n > 0)
    gj_raw_document_add_note (document, GJ_RAW_NOTE_FURNITURE, text->str, n, line);
}

static gboolean
is_about_cut (Cut              *self,
              const GjHtmlNote *note)
{
  if (note->kind == GJ_RAW_NOTE_SCRIPT_TEXT || note->kind == GJ_RAW_NOTE_HIDDEN_READ)
    return FALSE;

  return is_cut (self, note->piece) &&
         (note->piece == 0 || note->kind == GJ_RAW_NOTE_PICTURE_LEFT_OUT || is_cut (self, note->piece - 1));
}

static void
take_pieces (Cut           *self,
             GjRawDocument *document)
{
  for (guint i = 0; i < self->n; i++)
    {
      GjHtmlPiece *piece = &g_array_index (self->walk->pieces, GjHtmlPiece, i);

      if (!is_cut (self, i))
        g_ptr_array_add (document->blocks, g_steal_pointer (&piece->block));
    }
}

/**
 * _gj_html_weigh_article:
 * @walk: a walk that is done
 *
 * Returns: how many characters of running text and tables the page shows
 */
guint
_gj_html_weigh_article (GjHtmlWalk *walk)
{
  Cut self = { .walk = walk, .n = walk->pieces->len };
  guint mass;

  mark_parts (&self);
  mass = find_article (&self);
  g_free (self.parts);

  return mass;
}

/**
 * _gj_html_take_article:
 * @walk: a walk that is done
 * @document: where the blocks and notes of the article go
 *
 * Cuts off what stands around the article, and notes what that was.
 */
void
_gj_html_take_article (GjHtmlWalk    *walk,
                       GjRawDocument *document)
{
  Cut self = { .walk = walk, .n = walk->pieces->len };

  mark_parts (&self);
  find_article (&self);

  note_cut (&self, document, 0, self.start);
  note_cut (&self, document, self.start, self.end);
  note_cut (&self, document, self.end, self.n);
  for (guint i = 0; i < walk->notes->len; i++)
    {
      const GjHtmlNote *note = &g_array_index (walk->notes, GjHtmlNote, i);

      if (!is_about_cut (&self, note))
        gj_raw_document_add_note (document, note->kind, note->text, note->n, note->line);
    }
  if (walk->n_layouts > 0)
    gj_raw_document_add_note (document, GJ_RAW_NOTE_LAYOUT_TABLE, NULL, walk->n_layouts, walk->line_of_layout);
  take_pieces (&self, document);
  gj_raw_document_sort_notes (document);
  g_free (self.parts);
}
