/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-doc-styles.h"

/* The style sheet. A heading's style has one of the first nine numbers, whatever it is
 * called; a style that is based on one is a heading too. */

#define NO_BASE 0xfff
#define MAX_BASES 24
#define MAX_HUGE (1024 * 1024)

#define KIND_PARAGRAPH 1
#define KIND_LETTERS 2

#define N_HEADINGS 9

typedef struct
{
  GjDocSpan      paragraph;
  GjDocSpan      letters;
  guint          base;
  gboolean       is_known;
  GjDocParagraph resolved;
} Style;

struct _GjDocStyles
{
  const GjDocFile *file;
  Style           *styles;
  guint            n_styles;
  gsize            budget;
};

/* A part of a style: its length, its bytes, and a byte that makes it even. */
static GjDocSpan
take_part (const GjDocSpan *style,
           gsize           *at)
{
  gsize size = gj_doc_span_u16 (style, *at);
  GjDocSpan part = gj_doc_span_part (style, *at + 2, size);

  *at += 2 + size + (size & 1);

  return part;
}

static void
read_style (Style           *self,
            const GjDocSpan *bytes,
            gsize            base_size)
{
  guint kind = gj_doc_span_u16 (bytes, 2) & 0xf;
  gsize at = base_size + 2 + 2 * (gsize) gj_doc_span_u16 (bytes, base_size) + 2;

  self->base = gj_doc_span_u16 (bytes, 2) >> 4;
  if (kind == KIND_PARAGRAPH)
    {
      GjDocSpan part = take_part (bytes, &at);

      self->paragraph = gj_doc_span_rest (&part, 2);
    }
  if (kind == KIND_PARAGRAPH || kind == KIND_LETTERS)
    self->letters = take_part (bytes, &at);
}

/**
 * gj_doc_styles_new:
 * @file: a document, which must live as long
 *
 * Returns: (transfer full): its styles
 */
GjDocStyles *
gj_doc_styles_new (const GjDocFile *file)
{
  GjDocStyles *self = g_new0 (GjDocStyles, 1);
  GjDocSpan sheet = gj_doc_file_get_part (file, GJ_DOC_PART_STYLES);
  gsize at = 2 + (gsize) gj_doc_span_u16 (&sheet, 0);
  gsize base_size = gj_doc_span_u16 (&sheet, 4);

  self->file = file;
  self->budget = MAX_HUGE;
  self->n_styles = (guint) MIN (gj_doc_span_u16 (&sheet, 2), sheet.size / 2);
  self->styles = g_new0 (Style, self->n_styles);
  for (guint i = 0; i < self->n_styles; i++)
    {
      gsize size = gj_doc_span_u16 (&sheet, at);
      GjDocSpan bytes = gj_doc_span_part (&sheet, at + 2, size);

      read_style (&self->styles[i], &bytes, base_size);
      at += 2 + size + (size & 1);
    }

  return self;
}

void
gj_doc_styles_free (GjDocStyles *self)
{
  if (self == NULL)
    return;

  g_free (self->styles);
  g_free (self);
}

static int
resolve_hidden (int        inherited,
                GjDocSpan *changes)
{
  GjDocLetters letters;

  gj_doc_letters_init (&letters);
  gj_doc_letters_change (&letters, changes);
  if (letters.hidden == GJ_DOC_UNSET || letters.hidden == 0x80)
    return inherited;
  if (letters.hidden == 0x81)
    return inherited != 1;

  return letters.hidden == 1;
}

/* Each style is worked out once. */
static const GjDocParagraph *
resolve (GjDocStyles *self,
         guint        index,
         guint        depth)
{
  Style *style = &self->styles[index];

  if (style->is_known)
    return &style->resolved;

  /* A style that is based on itself is based on none. */
  style->is_known = TRUE;
  gj_doc_paragraph_init (&style->resolved);
  if (style->base != NO_BASE && style->base < self->n_styles && depth < MAX_BASES)
    style->resolved = *resolve (self, style->base, depth + 1);
  if (index >= 1 && index <= N_HEADINGS)
    style->resolved.level = (int) index - 1;
  gj_doc_paragraph_change (&style->resolved, self->file, &style->paragraph, &self->budget);
  style->resolved.hidden = resolve_hidden (style->resolved.hidden, &style->letters);

  return &style->resolved;
}

/**
 * gj_doc_styles_paragraph:
 * @style: a style's number
 * @out: (out): a paragraph of that style; the same fields as without a style when there is
 *       none
 */
void
gj_doc_styles_paragraph (GjDocStyles    *self,
                         guint           style,
                         GjDocParagraph *out)
{
  if (style < self->n_styles)
    *out = *resolve (self, style, 0);
  else
    gj_doc_paragraph_init (out);
  out->style = style;
}

/**
 * gj_doc_styles_get_hidden:
 * @style: a style's number
 *
 * Returns: whether it hides letters, or unset
 */
int
gj_doc_styles_get_hidden (GjDocStyles *self,
                          guint        style)
{
  return style < self->n_styles ? resolve (self, style, 0)->hidden : GJ_DOC_UNSET;
}
