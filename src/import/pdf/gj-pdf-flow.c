/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pdf-flow.h"

#include <math.h>

#include "gj-pdf-enumerator.h"

/* Text in two columns. A gutter is a stretch that no character of many lines following each
 * other touches. On both sides of it must stand prose, that is full lines which begin at one
 * place and say more than a label or a number: so a table without lines is never taken apart.
 * The page becomes parts: what stands above, the left column, the right one, what stands
 * below, and each is read like a page. */

#define NARROWEST 1.2
#define FEWEST_LINES 4
#define FEWEST_CHARACTERS 9
#define FULL 1.6
#define FLUSH 0.6
#define OTHER_PITCH 1.6
#define WIDE_GAP 1.3
#define ANYWHERE 1e6
#define MOST_TRIES 100

typedef struct
{
  double start;
  double end;
} Gutter;

typedef struct
{
  guint  first;
  guint  end;
  double y0;
  double y1;
  double middle;
} Region;

static const GjPdfLine *
line_at (const GjPdfSheet *sheet,
         guint             i)
{
  return &g_array_index (sheet->lines->lines, GjPdfLine, i);
}

static const GjPdfGlyph *
glyph_at (const GjPdfLines *lines,
          guint             i)
{
  return &g_array_index (lines->glyphs, GjPdfGlyph, i);
}

static gboolean
is_text (const GjPdfSheet *sheet,
         guint             i)
{
  return g_array_index (sheet->kinds, GjPdfFurniture, i) == GJ_PDF_FURNITURE_NONE;
}

/* Narrows the gutter to the widest stretch that the line leaves free. */
static gboolean
leaves_free (const GjPdfLines *lines,
             const GjPdfLine  *line,
             Gutter           *gutter)
{
  Gutter best = { 0 };
  double start = gutter->start;

  for (guint i = line->first; i <= line->first + line->n; i++)
    {
      gboolean is_end = i == line->first + line->n;
      double end = is_end ? gutter->end : MIN (gutter->end, glyph_at (lines, i)->box.x0);

      if (end - start > best.end - best.start)
        best = (Gutter) { start, end };
      if (!is_end)
        start = MAX (start, glyph_at (lines, i)->box.x1);
    }
  if (best.end - best.start < NARROWEST * line->em)
    return FALSE;

  *gutter = best;

  return TRUE;
}

/* The widest gap in a line, or between a line and the next one, which stands beside it. */
static gboolean
find_gutter (const GjPdfSheet *sheet,
             guint             index,
             Gutter           *gutter)
{
  const GjPdfLine *line = line_at (sheet, index);
  const GjPdfLine *next = index + 1 < sheet->lines->lines->len ? line + 1 : NULL;

  *gutter = (Gutter) { 0 };
  for (guint i = line->first + 1; i < line->first + line->n; i++)
    {
      const GjPdfGlyph *glyph = glyph_at (sheet->lines, i);

      if (glyph->box.x0 - glyph[-1].box.x1 > gutter->end - gutter->start)
        *gutter = (Gutter) { glyph[-1].box.x1, glyph->box.x0 };
    }
  if (next != NULL && next->box.y0 < line->box.y1 && next->box.x0 - line->box.x1 > gutter->end - gutter->start)
    *gutter = (Gutter) { line->box.x1, next->box.x0 };
  if (next != NULL && next->box.y0 < line->box.y1 && line->box.x0 - next->box.x1 > gutter->end - gutter->start)
    *gutter = (Gutter) { next->box.x1, line->box.x0 };

  return gutter->end - gutter->start >= NARROWEST * line->em;
}

/* Where a table stands across the gutter. */
static double
find_stop (const GjPdfSheet *sheet,
           const Gutter     *gutter,
           double            from)
{
  double middle = (gutter->start + gutter->end) / 2;
  double stop = G_MAXDOUBLE;

  for (guint i = 0; i < sheet->tables->len; i++)
    {
      const GjPdfTable *table = g_ptr_array_index (sheet->tables, i);

      if (table->box.x0 < middle && table->box.x1 > middle && table->box.y0 > from)
        stop = MIN (stop, table->box.y0);
    }

  return stop;
}

static gboolean
is_two_sided (const GjPdfLine *line,
              const Gutter    *gutter)
{
  return line->box.x0 < gutter->start && line->box.x1 > gutter->end;
}

/* Goes on from the line at @first as long as the gutter is free. A side may be longer than
 * the other, but what stands apart below the left one may stand below both. */
static guint
find_end (const GjPdfSheet *sheet,
          guint             first,
          Gutter           *gutter,
          guint            *n_two_sided)
{
  double stop = find_stop (sheet, gutter, line_at (sheet, first)->box.y0);
  double pitch = 0;
  guint last = first;

  *n_two_sided = 0;
  for (guint i = first; i < sheet->lines->lines->len; i++)
    {
      const GjPdfLine *line = line_at (sheet, i);
      double step = i > first ? line->box.y1 - line_at (sheet, last)->box.y1 : 0;

      if (!is_text (sheet, i) || line->box.y0 > stop || !leaves_free (sheet->lines, line, gutter))
        break;
      if (is_two_sided (line, gutter))
        ++*n_two_sided;
      else if (pitch > 0 && line->box.x0 < gutter->start && step > OTHER_PITCH * pitch)
        break;
      if (step > 0.5 * line->em && pitch == 0)
        pitch = step;
      last = i;
    }

  return last + 1;
}

static GArray *
pick_glyphs (const GjPdfSheet *sheet,
             guint             first,
             guint             end,
             double            left,
             double            right)
{
  GArray *glyphs = g_array_new (FALSE, FALSE, sizeof (GjPdfGlyph));

  for (guint i = first; i < end; i++)
    for (guint j = 0; is_text (sheet, i) && j < line_at (sheet, i)->n; j++)
      {
        const GjPdfGlyph *glyph = glyph_at (sheet->lines, line_at (sheet, i)->first + j);
        double x = (glyph->box.x0 + glyph->box.x1) / 2;

        if (x >= left && x < right)
          g_array_append_vals (glyphs, glyph, 1);
      }

  return glyphs;
}

typedef struct
{
  guint  n;
  guint  n_full;
  guint  n_flush;
  guint  n_gapped;
  guint  n_numeric;
  guint  n_characters;
  double width;
} Side;

static gboolean
is_gapped (const GjPdfLines *lines,
           const GjPdfLine  *line)
{
  for (guint i = line->first + 1; i < line->first + line->n; i++)
    if (glyph_at (lines, i)->box.x0 - glyph_at (lines, i - 1)->box.x1 > WIDE_GAP * line->em)
      return TRUE;

  return FALSE;
}

static Side
measure_side (const GjPdfSheet *sheet,
              const Region     *region,
              gboolean          is_left)
{
  g_autoptr (GArray) glyphs = pick_glyphs (sheet, region->first, region->end, is_left ? -ANYWHERE : region->middle,
                                           is_left ? region->middle : ANYWHERE);
  g_autoptr (GjPdfLines) lines = gj_pdf_lines_new (glyphs);
  Side side = { .n = lines->lines->len, .n_characters = glyphs->len };
  double left = G_MAXDOUBLE;
  double right = -G_MAXDOUBLE;

  for (guint i = 0; i < side.n; i++)
    {
      left = MIN (left, g_array_index (lines->lines, GjPdfLine, i).box.x0);
      right = MAX (right, g_array_index (lines->lines, GjPdfLine, i).box.x1);
    }
  side.width = right - left;
  for (guint i = 0; i < side.n; i++)
    {
      const GjPdfLine *line = &g_array_index (lines->lines, GjPdfLine, i);
      g_autofree char *text = gj_pdf_lines_dup_text (lines, line);

      side.n_full += line->box.x1 > right - FULL * line->em;
      side.n_flush += line->box.x0 < left + FLUSH * line->em;
      side.n_gapped += is_gapped (lines, line);
      side.n_numeric += gj_pdf_is_numeric (text);
    }

  return side;
}

static gboolean
is_words (const Side *side)
{
  return side->n >= FEWEST_LINES && side->n_characters >= 2 * side->n && side->n_numeric * 5 <= side->n;
}

static gboolean
is_prose (const Side *side)
{
  return side->n >= FEWEST_LINES && side->n_characters >= FEWEST_CHARACTERS * side->n &&
         side->n_full * 2 >= side->n && side->n_flush * 2 >= side->n &&
         side->n_gapped * 10 <= side->n && side->n_numeric * 10 <= side->n;
}

static gboolean
is_alike (const Side *a,
          const Side *b)
{
  return MIN (a->width, b->width) > 0.6 * MAX (a->width, b->width);
}

/* The first stretch of the page that is in columns; @unsure is the first line of one that may
 * be. */
static gboolean
find_region (const GjPdfSheet *sheet,
             Region           *region,
             guint            *unsure)
{
  guint n_tries = 0;

  for (guint i = 0; i < sheet->lines->lines->len && n_tries < MOST_TRIES; i = MAX (region->end, i + 1))
    {
      Gutter gutter;
      Side left;
      Side right;
      guint n_two_sided;

      region->end = i + 1;
      if (!is_text (sheet, i) || !find_gutter (sheet, i, &gutter))
        continue;
      *region = (Region) { .first = i, .end = find_end (sheet, i, &gutter, &n_two_sided) };
      if (region->end - i < FEWEST_LINES)
        {
          region->end = i + 1;
          continue;
        }

      n_tries++;
      region->middle = (gutter.start + gutter.end) / 2;
      left = measure_side (sheet, region, TRUE);
      right = measure_side (sheet, region, FALSE);
      if (is_prose (&left) && is_prose (&right) && is_alike (&left, &right))
        return TRUE;
      if (!is_words (&left) || !is_words (&right) || n_two_sided < FEWEST_LINES)
        region->end = i + 1;
      else if (*unsure == G_MAXUINT)
        *unsure = i;
    }

  return FALSE;
}

static void
measure_region (const GjPdfSheet *sheet,
                Region           *region)
{
  region->y0 = line_at (sheet, region->first)->box.y0;
  region->y1 = line_at (sheet, region->first)->box.y1;
  for (guint i = region->first; i < region->end; i++)
    {
      region->y0 = MIN (region->y0, line_at (sheet, i)->box.y0);
      region->y1 = MAX (region->y1, line_at (sheet, i)->box.y1);
    }
}

static char *
dup_first_text (const GjPdfSheet *sheet,
                guint             line)
{
  return gj_pdf_lines_dup_text (sheet->lines, line_at (sheet, line));
}

/* What the region of the page is divided into, in reading order. */
static void
cut (GjPdfSheet   *sheet,
     const Region *region,
     GPtrArray    *parts)
{
  guint n = sheet->lines->lines->len;
  GjPdfBox all = sheet->part;
  GjPdfBox boxes[] = {
    { all.x0, all.y0, all.x1, region->y0 },
    { all.x0, region->y0, region->middle, region->y1 },
    { region->middle, region->y0, all.x1, region->y1 },
    { all.x0, region->y1, all.x1, all.y1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      gboolean is_column = i == 1 || i == 2;
      guint first = i == 0 ? 0 : i == 3 ? region->end : region->first;
      guint end = i == 0 ? region->first : i == 3 ? n : region->end;
      g_autoptr (GArray) glyphs = pick_glyphs (sheet, first, end, is_column ? boxes[i].x0 : -ANYWHERE,
                                               is_column ? boxes[i].x1 : ANYWHERE);
      GjPdfSheet *part = gj_pdf_sheet_new_part (sheet, &boxes[i], glyphs);

      part->column = i == 1 ? 1 : i == 2 ? 2 : 0;
      if (i == 1)
        part->columns_text = dup_first_text (sheet, region->first);
      if (i == 3)
        gj_pdf_flow_part (part, parts);
      else
        g_ptr_array_add (parts, part);
    }
}

/**
 * gj_pdf_flow_part:
 * @sheet: (transfer full): a page whose head and foot are known
 * @parts: (element-type GjPdfSheet): where its parts go, in reading order
 *
 * Divides a page whose text stands in columns; any other is its only part.
 */
void
gj_pdf_flow_part (GjPdfSheet *sheet,
                  GPtrArray  *parts)
{
  Region region = { 0 };
  guint unsure = G_MAXUINT;

  if (!find_region (sheet, &region, &unsure))
    {
      if (unsure != G_MAXUINT)
        sheet->unsure = unsure + 1;
      g_ptr_array_add (parts, sheet);
      return;
    }

  measure_region (sheet, &region);
  cut (sheet, &region, parts);
  gj_pdf_sheet_free (sheet);
}
