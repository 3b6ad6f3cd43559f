/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-doc-format.h"

#include "gj-doc-styles.h"

/* Formats lie in pages of 512 bytes of the main stream: runs of bytes of that stream, each
 * with its changes. A table of all pages says at which byte each begins. */

#define PAGE_SIZE 512
#define PAGE_NUMBER 0x3fffff

#define PARAGRAPH_ENTRY 13
#define LETTERS_ENTRY 1

#define MAX_HUGE (64 * 1024 * 1024)

/* The run that was found last is likely asked for again. */
typedef struct
{
  GjDocSpan pages;
  gsize     entry;
  gsize     first;
  gsize     end;
  GjDocSpan run;
} Table;

struct _GjDocFormats
{
  const GjDocFile *file;
  const GjDocText *text;
  GjDocStyles     *styles;
  Table            paragraphs;
  Table            letters;
  gsize            budget;
};

/* The last of @n numbers that is not above @offset. */
static guint
search (const GjDocSpan *numbers,
        guint            n,
        gsize            offset)
{
  guint low = 0;
  guint high = n;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (gj_doc_span_u32 (numbers, 4 * (gsize) middle) <= offset)
        low = middle;
      else
        high = middle;
    }

  return low;
}

static GjDocSpan
take_paragraph (const GjDocSpan *page,
                gsize            at)
{
  gsize n = gj_doc_span_u8 (page, at);

  if (n > 0)
    return gj_doc_span_part (page, at + 1, 2 * n - 1);

  return gj_doc_span_part (page, at + 2, 2 * (gsize) gj_doc_span_u8 (page, at + 1));
}

static void
find_in_page (Table           *self,
              const GjDocSpan *page,
              gsize            offset)
{
  guint n = gj_doc_span_u8 (page, PAGE_SIZE - 1);
  gsize entries = 4 * ((gsize) n + 1);
  guint i;
  gsize at;

  if (n == 0 || entries + n * self->entry > PAGE_SIZE - 1)
    return;
  i = search (page, n, offset);
  self->first = gj_doc_span_u32 (page, 4 * (gsize) i);
  self->end = gj_doc_span_u32 (page, 4 * (gsize) i + 4);
  if (offset < self->first || offset >= self->end)
    {
      self->first = offset;
      self->end = offset + 1;
      return;
    }

  at = 2 * (gsize) gj_doc_span_u8 (page, entries + i * self->entry);
  if (at > 0 && self->entry == PARAGRAPH_ENTRY)
    self->run = take_paragraph (page, at);
  else if (at > 0)
    self->run = gj_doc_span_part (page, at + 1, gj_doc_span_u8 (page, at));
}

/* Finds the run that the byte is in; one byte without changes when there is none. */
static void
find (Table           *self,
      const GjDocSpan *main,
      gsize            offset)
{
  guint n = self->pages.size >= 4 ? (guint) ((self->pages.size - 4) / 8) : 0;
  guint32 number;
  GjDocSpan page;

  if (offset >= self->first && offset < self->end)
    return;

  self->first = offset;
  self->end = offset + 1;
  self->run = (GjDocSpan) { NULL, 0 };
  if (n == 0)
    return;

  number = gj_doc_span_u32 (&self->pages, 4 * ((gsize) n + 1) + 4 * (gsize) search (&self->pages, n, offset));
  page = gj_doc_span_part (main, (gsize) (number & PAGE_NUMBER) * PAGE_SIZE, PAGE_SIZE);
  find_in_page (self, &page, offset);
}

/**
 * gj_doc_formats_new:
 * @file: a document, which must live as long
 * @text: its text, which must live as long
 *
 * Returns: (transfer full): its formats
 */
GjDocFormats *
gj_doc_formats_new (const GjDocFile *file,
                    const GjDocText *text)
{
  GjDocFormats *self = g_new0 (GjDocFormats, 1);

  self->file = file;
  self->text = text;
  self->styles = gj_doc_styles_new (file);
  self->paragraphs = (Table) { .pages = gj_doc_file_get_part (file, GJ_DOC_PART_PARAGRAPHS), .entry = PARAGRAPH_ENTRY };
  self->letters = (Table) { .pages = gj_doc_file_get_part (file, GJ_DOC_PART_CHARACTERS), .entry = LETTERS_ENTRY };
  self->budget = MAX_HUGE;

  return self;
}

void
gj_doc_formats_free (GjDocFormats *self)
{
  if (self == NULL)
    return;

  gj_doc_styles_free (self->styles);
  g_free (self);
}

/**
 * gj_doc_formats_ends_paragraph:
 * @at: a character
 *
 * Returns: whether a paragraph's format ends with it: a page break may stand in a
 *          paragraph, and a section's end ends it
 */
gboolean
gj_doc_formats_ends_paragraph (GjDocFormats *self,
                               guint32       at)
{
  const GjDocPiece *piece = gj_doc_text_find (self->text, at);
  gsize offset = gj_doc_piece_get_offset (piece, at);

  find (&self->paragraphs, &self->file->main, offset);

  return self->paragraphs.end <= offset + piece->width;
}

/**
 * gj_doc_formats_read_paragraph:
 * @at: the character that ends the paragraph
 * @shape: is told the shape of a row that ends there
 * @out: (out): the paragraph
 */
void
gj_doc_formats_read_paragraph (GjDocFormats   *self,
                               guint32         at,
                               GjDocShape     *shape,
                               GjDocParagraph *out)
{
  const GjDocPiece *piece = gj_doc_text_find (self->text, at);
  GjDocSpan changes;

  find (&self->paragraphs, &self->file->main, gj_doc_piece_get_offset (piece, at));
  gj_doc_styles_paragraph (self->styles, gj_doc_span_u16 (&self->paragraphs.run, 0), out);
  shape->n_cells = 0;
  shape->is_head = FALSE;
  out->shape = shape;

  changes = gj_doc_span_rest (&self->paragraphs.run, 2);
  gj_doc_paragraph_change (out, self->file, &changes, &self->budget);
  gj_doc_paragraph_change (out, self->file, &piece->properties, &self->budget);

  /* Before tables in tables, being in one was all that was said. */
  if (!out->in_table)
    out->depth = 0;
  else if (out->depth == 0)
    out->depth = 1;
}

static gboolean
is_hidden (GjDocFormats         *self,
           const GjDocLetters   *letters,
           const GjDocParagraph *paragraph)
{
  int named = letters->style != 0 ? gj_doc_styles_get_hidden (self->styles, letters->style) : GJ_DOC_UNSET;
  gboolean inherited = named != GJ_DOC_UNSET ? named == 1 : paragraph->hidden == 1;

  if (letters->hidden == GJ_DOC_UNSET || letters->hidden == 0x80)
    return inherited;
  if (letters->hidden == 0x81)
    return !inherited;

  return letters->hidden == 1;
}

/**
 * gj_doc_formats_read_characters:
 * @at: a character
 * @paragraph: the paragraph it is in
 * @out: (out): how it is formatted, and how far
 */
void
gj_doc_formats_read_characters (GjDocFormats         *self,
                                guint32               at,
                                const GjDocParagraph *paragraph,
                                GjDocCharacters      *out)
{
  const GjDocPiece *piece = gj_doc_text_find (self->text, at);
  gsize offset = gj_doc_piece_get_offset (piece, at);
  GjDocLetters letters;
  gsize n;

  find (&self->letters, &self->file->main, offset);
  gj_doc_letters_init (&letters);
  gj_doc_letters_change (&letters, &self->letters.run);
  gj_doc_letters_change (&letters, &piece->properties);

  n = (self->letters.end - offset + piece->width - 1) / piece->width;
  *out = (GjDocCharacters) {
    .end = at + (guint32) CLAMP (n, 1, piece->end - at),
    .is_hidden = is_hidden (self, &letters, paragraph),
    .is_deleted = letters.is_deleted,
    .is_inserted = letters.is_inserted,
    .is_special = letters.is_special,
    .symbol = letters.symbol,
    .picture = letters.picture,
  };
}
