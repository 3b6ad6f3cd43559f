/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pdf-paragraphs.h"

#include <math.h>

#include "gj-pdf-enumerator.h"

/* Lines back into paragraphs. A line goes on in the next one when the next word would not
 * have fitted behind it; not when the next one is indented, larger, far below, or begins
 * an item of a list after the end of a sentence. A short line, such as a heading, stays
 * alone. */

#define INDENT 0.8
#define SLACK 0.6
#define OTHER_SIZE 0.2
#define FAR_BELOW 3.2
#define OTHER_PITCH 1.5

struct _GjPdfParagraphs
{
  GString  *text;
  GjPdfBox  last;
  double    em;
  double    right;
  double    pitch;
  gunichar  last_c;
  guint     n_lines;
  guint     page;
  guint     last_page;
  gboolean  is_turned;
};

GjPdfParagraphs *
gj_pdf_paragraphs_new (void)
{
  GjPdfParagraphs *self = g_new0 (GjPdfParagraphs, 1);

  self->text = g_string_new (NULL);

  return self;
}

static gboolean
is_far (const GjPdfParagraphs *self,
        const GjPdfLine       *line,
        guint                  page)
{
  double pitch = line->box.y1 - self->last.y1;

  if (page != self->last_page || self->is_turned)
    return FALSE;
  if (pitch < 0 || pitch > FAR_BELOW * self->em)
    return TRUE;
  return self->pitch > 0 && pitch > OTHER_PITCH * self->pitch;
}

static gboolean
is_indented (const GjPdfParagraphs *self,
             const GjPdfLine       *line,
             double                 left)
{
  if (line->box.x0 - left < INDENT * line->em)
    return FALSE;

  /* A block that is set in as a whole. */
  return self->n_lines < 2 || fabs (line->box.x0 - self->last.x0) > INDENT * line->em;
}

static gboolean
goes_on (const GjPdfParagraphs *self,
         const GjPdfLines      *lines,
         const GjPdfLine       *line,
         const GjPdfMeasure    *measure,
         guint                  page)
{
  g_autofree char *text = NULL;
  double rest = self->right - self->last.x1;

  if (self->n_lines == 0 || fabs (line->em - self->em) > OTHER_SIZE * MAX (line->em, self->em) ||
      is_far (self, line, page) || is_indented (self, line, measure->left) ||
      rest >= gj_pdf_lines_first_unit (lines, line) + SLACK * self->em)
    return FALSE;

  text = gj_pdf_lines_dup_text (lines, line);

  return !(gj_pdf_ends_sentence (self->text->str) && gj_pdf_starts_enumerated (text));
}

/**
 * gj_pdf_paragraphs_add_line:
 * @lines: the lines of a page
 * @line: the next of them
 * @measure: the sides of the text
 * @page: the page, counted from 1
 *
 * Adds a line to the paragraph, or begins the next one with it.
 *
 * Returns: (transfer full) (nullable): the text of the paragraph that is now complete
 */
char *
gj_pdf_paragraphs_add_line (GjPdfParagraphs    *self,
                            const GjPdfLines   *lines,
                            const GjPdfLine    *line,
                            const GjPdfMeasure *measure,
                            guint               page)
{
  char *complete = NULL;
  gunichar first = g_array_index (lines->glyphs, GjPdfGlyph, line->first).c;

  if (goes_on (self, lines, line, measure, page))
    {
      if (page == self->last_page && !self->is_turned)
        self->pitch = line->box.y1 - self->last.y1;
      g_string_append (self->text, gj_pdf_glue (self->last_c, first));
    }
  else
    {
      complete = gj_pdf_paragraphs_end (self);
      self->page = page;
    }
  gj_pdf_lines_append (lines, line, self->text);
  self->last = line->box;
  self->em = line->em;
  self->right = measure->right;
  self->last_c = g_array_index (lines->glyphs, GjPdfGlyph, line->first + line->n - 1).c;
  self->last_page = page;
  self->is_turned = FALSE;
  self->n_lines++;

  return complete;
}

/**
 * gj_pdf_paragraphs_turn:
 *
 * Says that the next line stands in the next column of the page.
 */
void
gj_pdf_paragraphs_turn (GjPdfParagraphs *self)
{
  self->is_turned = TRUE;
}

/**
 * gj_pdf_paragraphs_end:
 *
 * Ends the paragraph, as a table does that stands behind it.
 *
 * Returns: (transfer full) (nullable): its text, %NULL when there is none
 */
char *
gj_pdf_paragraphs_end (GjPdfParagraphs *self)
{
  char *text = self->n_lines > 0 ? g_strdup (self->text->str) : NULL;

  g_string_truncate (self->text, 0);
  self->n_lines = 0;
  self->pitch = 0;

  return text;
}

/**
 * gj_pdf_paragraphs_is_empty:
 *
 * Returns: whether no paragraph has begun that may go on
 */
gboolean
gj_pdf_paragraphs_is_empty (GjPdfParagraphs *self)
{
  return self->n_lines == 0;
}

/**
 * gj_pdf_paragraphs_get_page:
 *
 * Returns: the page where the paragraph begins
 */
guint
gj_pdf_paragraphs_get_page (GjPdfParagraphs *self)
{
  return self->page;
}

void
gj_pdf_paragraphs_free (GjPdfParagraphs *self)
{
  if (self == NULL)
    return;

  g_string_free (self->text, TRUE);
  g_free (self);
}
