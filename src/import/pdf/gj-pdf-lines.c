/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pdf-lines.h"

#include <math.h>

/* Characters stand in a line when their middles are nearly at one height. A blank is a
 * gap: narrow between Latin letters and digits, wide between Chinese characters, which
 * justified lines pull apart. */

#define N_TWINS 4

static const GjPdfGlyph *
glyph_at (const GArray *glyphs,
          guint         i)
{
  return &g_array_index (glyphs, GjPdfGlyph, i);
}

static double
middle_of (const GjPdfGlyph *glyph)
{
  return (glyph->box.y0 + glyph->box.y1) / 2;
}

static int
compare_height (gconstpointer a,
                gconstpointer b)
{
  double first = middle_of (a);
  double second = middle_of (b);

  return (first > second) - (first < second);
}

static int
compare_left (gconstpointer a,
              gconstpointer b)
{
  const GjPdfGlyph *first = a;
  const GjPdfGlyph *second = b;

  if (first->box.x0 != second->box.x0)
    return first->box.x0 < second->box.x0 ? -1 : 1;
  return (first->c > second->c) - (first->c < second->c);
}

static gboolean
is_twin (const GjPdfGlyph *a,
         const GjPdfGlyph *b)
{
  double width = MAX (a->box.x1 - a->box.x0, 0.5);

  return a->c == b->c && fabs (a->box.x0 - b->box.x0) < width * 0.35;
}

static gboolean
has_twin (const GArray     *glyphs,
          guint             first,
          const GjPdfGlyph *glyph)
{
  for (guint i = glyphs->len; i > first && glyphs->len - i < N_TWINS; i--)
    if (is_twin (glyph_at (glyphs, i - 1), glyph))
      return TRUE;

  return FALSE;
}

/* The widest character, but not wider than the line is high. */
static double
measure_em (const GjPdfGlyph *glyphs,
            guint             n)
{
  double widest = 0;
  double height = 0;

  for (guint i = 0; i < n; i++)
    {
      height = MAX (height, glyphs[i].box.y1 - glyphs[i].box.y0);
      if (g_unichar_iswide (glyphs[i].c))
        widest = MAX (widest, glyphs[i].box.x1 - glyphs[i].box.x0);
    }
  if (widest <= 0)
    widest = height * 0.8;

  return CLAMP (widest, 1, MAX (height * 1.2, 1));
}

static void
add_line (GjPdfLines *self,
          GjPdfGlyph *glyphs,
          guint       n)
{
  GjPdfLine line = { .first = self->glyphs->len };

  qsort (glyphs, n, sizeof *glyphs, compare_left);
  for (guint i = 0; i < n; i++)
    if (!has_twin (self->glyphs, line.first, &glyphs[i]))
      g_array_append_val (self->glyphs, glyphs[i]);

  line.n = self->glyphs->len - line.first;
  line.em = measure_em (glyphs, n);
  line.box = glyphs[0].box;
  for (guint i = 1; i < n; i++)
    {
      line.box.y0 = MIN (line.box.y0, glyphs[i].box.y0);
      line.box.y1 = MAX (line.box.y1, glyphs[i].box.y1);
      line.box.x1 = MAX (line.box.x1, glyphs[i].box.x1);
    }
  g_array_append_val (self->lines, line);
}

static gboolean
is_same_line (double            middle,
              double            height,
              const GjPdfGlyph *glyph)
{
  double own = glyph->box.y1 - glyph->box.y0;
  double small = MIN (own, height);
  double large = MAX (own, height);

  return middle_of (glyph) - middle < 0.45 * MIN (large, 1.6 * small) + 0.01;
}

/**
 * gj_pdf_lines_new:
 * @glyphs: (element-type GjPdfGlyph): characters, in any order
 *
 * Returns: (transfer full): the lines that they stand in
 */
GjPdfLines *
gj_pdf_lines_new (const GArray *glyphs)
{
  GjPdfLines *self = g_new0 (GjPdfLines, 1);
  g_autofree GjPdfGlyph *all = g_memdup2 (glyphs->data, glyphs->len * sizeof (GjPdfGlyph));
  guint first = 0;
  double middle = 0;
  double height = 0;

  self->glyphs = g_array_sized_new (FALSE, FALSE, sizeof (GjPdfGlyph), glyphs->len);
  self->lines = g_array_new (FALSE, FALSE, sizeof (GjPdfLine));
  if (glyphs->len == 0)
    return self;

  qsort (all, glyphs->len, sizeof *all, compare_height);
  for (guint i = 0; i < glyphs->len; i++)
    {
      guint n = i - first;

      if (n > 0 && !is_same_line (middle, height, &all[i]))
        {
          add_line (self, all + first, n);
          first = i;
          n = 0;
        }
      middle = (middle * n + middle_of (&all[i])) / (n + 1);
      height = (height * n + all[i].box.y1 - all[i].box.y0) / (n + 1);
    }
  add_line (self, all + first, glyphs->len - first);

  return self;
}

static gboolean
is_narrow (gunichar c)
{
  return c < 0x2e80 && !g_unichar_iswide (c);
}

static gboolean
is_blank_between (const GjPdfGlyph *before,
                  const GjPdfGlyph *after,
                  double            em)
{
  double gap = after->box.x0 - before->box.x1;

  if (is_narrow (before->c) && is_narrow (after->c))
    return gap > 0.17 * em;
  if (is_narrow (before->c) || is_narrow (after->c))
    return gap > 0.42 * em;
  return gap > 0.8 * em;
}

/**
 * gj_pdf_lines_append:
 * @line: one of the lines, or a part of one
 * @text: where its text goes
 *
 * Appends the text of a line, a blank for a gap.
 */
void
gj_pdf_lines_append (const GjPdfLines *self,
                     const GjPdfLine  *line,
                     GString          *text)
{
  for (guint i = line->first; i < line->first + line->n; i++)
    {
      const GjPdfGlyph *glyph = glyph_at (self->glyphs, i);

      if (i > line->first && is_blank_between (glyph - 1, glyph, line->em))
        g_string_append_c (text, ' ');
      g_string_append_unichar (text, glyph->c);
    }
}

char *
gj_pdf_lines_dup_text (const GjPdfLines *self,
                       const GjPdfLine  *line)
{
  GString *text = g_string_new (NULL);

  gj_pdf_lines_append (self, line, text);

  return g_string_free (text, FALSE);
}

static gboolean
is_closing (gunichar c)
{
  return c == 0xff0c || c == 0x3002 || c == 0x3001 || c == 0xff1b || c == 0xff1a || c == 0xff01 || c == 0xff1f ||
         c == 0xff09 || c == 0x300b || c == 0x3009 || c == 0x3011 || c == 0x201d || c == 0x2019 || c == '%' ||
         c == 0xff05 || c == 0x2026 || c == 0x300d || c == 0x3015 || c == 0x2014;
}

static gboolean
is_opening (gunichar c)
{
  return c == 0xff08 || c == 0x300a || c == 0x3008 || c == 0x3010 || c == 0x201c || c == 0x2018 || c == 0x300c ||
         c == 0x3014;
}

/**
 * gj_pdf_lines_first_unit:
 * @line: one of the lines
 *
 * Returns: the width of what can not be parted at its beginning: a word or number, a
 *   character with the brackets before and the punctuation behind it
 */
double
gj_pdf_lines_first_unit (const GjPdfLines *self,
                         const GjPdfLine  *line)
{
  guint end = line->first + line->n;
  guint i = line->first;

  while (i + 1 < end && is_opening (glyph_at (self->glyphs, i)->c))
    i++;
  while (i + 1 < end && is_narrow (glyph_at (self->glyphs, i)->c) && is_narrow (glyph_at (self->glyphs, i + 1)->c) &&
         !is_blank_between (glyph_at (self->glyphs, i), glyph_at (self->glyphs, i + 1), line->em))
    i++;
  while (i + 1 < end && is_closing (glyph_at (self->glyphs, i + 1)->c))
    i++;

  return glyph_at (self->glyphs, i)->box.x1 - glyph_at (self->glyphs, line->first)->box.x0;
}

/**
 * gj_pdf_lines_right:
 * @line: one of the lines
 *
 * Returns: where it ends, without a punctuation mark that may hang out of the text
 */
double
gj_pdf_lines_right (const GjPdfLines *self,
                    const GjPdfLine  *line)
{
  const GjPdfGlyph *last = glyph_at (self->glyphs, line->first + line->n - 1);

  return line->n > 1 && is_closing (last->c) ? last->box.x0 : line->box.x1;
}

/**
 * gj_pdf_glue:
 * @before: the last character of a line
 * @after: the first of the next
 *
 * Returns: (transfer none): what stood between them before the text was broken there
 */
const char *
gj_pdf_glue (gunichar before,
             gunichar after)
{
  if (before < 0x250 && after < 0x250 && g_unichar_isalpha (before) && g_unichar_isalpha (after))
    return " ";

  return "";
}

static gboolean
is_one_a_line (const GjPdfLines *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const GjPdfLine *line = &g_array_index (self->lines, GjPdfLine, i);

      if (line->n != 1 || g_unichar_isdigit (glyph_at (self->glyphs, line->first)->c))
        return FALSE;
    }

  return self->lines->len >= 3;
}

/* Whether a line was broken because the next word did not fit. */
static gboolean
is_broken (const GjPdfLines *self,
           const GjPdfLine  *line,
           const GjPdfLine  *next,
           double            width)
{
  double rest = width - (line->box.x1 - line->box.x0);

  return rest < gj_pdf_lines_first_unit (self, next) + GJ_PDF_PADDING;
}

/**
 * gj_pdf_lines_dup_cell:
 * @width: the width of the cell
 * @is_upright: (out): whether the text is set one character a line
 *
 * Joins the lines of a cell: those that are full are broken lines of one paragraph, the
 * others are paragraphs.
 *
 * Returns: (transfer full): the text of the cell
 */
char *
gj_pdf_lines_dup_cell (const GjPdfLines *self,
                       double            width,
                       gboolean         *is_upright)
{
  GString *text = g_string_new (NULL);

  *is_upright = is_one_a_line (self);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const GjPdfLine *line = &g_array_index (self->lines, GjPdfLine, i);

      if (i > 0 && (*is_upright || is_broken (self, line - 1, line, width)))
        g_string_append (text, gj_pdf_glue (glyph_at (self->glyphs, line->first - 1)->c,
                                            glyph_at (self->glyphs, line->first)->c));
      else if (i > 0)
        g_string_append_c (text, '\n');
      gj_pdf_lines_append (self, line, text);
    }

  return g_string_free (text, FALSE);
}

void
gj_pdf_lines_free (GjPdfLines *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->glyphs);
  g_array_unref (self->lines);
  g_free (self);
}
