/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pdf-rulings.h"

/* A line comes in pieces: one for each cell, dashes, the small squares of the corners,
 * and twice where two cells draw their common edge. Pieces at the same height that touch
 * or nearly touch are one line. */

#define THICKEST 4.0
#define SAME_HEIGHT 1.2
#define GAP 3.5
#define SHORTEST 6.0
#define N_LINES 4000

static int
compare_at (gconstpointer a,
            gconstpointer b)
{
  const GjPdfRuling *first = a;
  const GjPdfRuling *second = b;

  return (first->at > second->at) - (first->at < second->at);
}

static int
compare_start (gconstpointer a,
               gconstpointer b)
{
  const GjPdfRuling *first = a;
  const GjPdfRuling *second = b;

  return (first->start > second->start) - (first->start < second->start);
}

static void
add_line (GArray            *lines,
          const GjPdfRuling *line)
{
  if (line->end - line->start >= SHORTEST && lines->len < N_LINES)
    g_array_append_vals (lines, line, 1);
}

/* Joins the pieces of one height. */
static void
join_height (GArray      *lines,
             GjPdfRuling *pieces,
             guint        n_pieces)
{
  GjPdfRuling line;

  qsort (pieces, n_pieces, sizeof *pieces, compare_start);
  line = pieces[0];
  for (guint i = 1; i < n_pieces; i++)
    {
      if (pieces[i].start <= line.end + GAP)
        {
          line.end = MAX (line.end, pieces[i].end);
          continue;
        }
      add_line (lines, &line);
      line = pieces[i];
    }
  add_line (lines, &line);
}

static GArray *
join_pieces (GArray *pieces)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (GjPdfRuling));
  GjPdfRuling *all = (GjPdfRuling *) (void *) pieces->data;
  guint first = 0;

  g_array_sort (pieces, compare_at);
  for (guint i = 1; i <= pieces->len; i++)
    if (i == pieces->len || all[i].at - all[first].at > SAME_HEIGHT)
      {
        join_height (lines, all + first, i - first);
        first = i;
      }

  return lines;
}

/**
 * gj_pdf_rulings_new:
 * @rules: flat and narrow boxes, in any order
 * @n_rules: how many
 *
 * Returns: (transfer full): the lines that they make
 */
GjPdfRulings *
gj_pdf_rulings_new (const GjPdfBox *rules,
                    guint           n_rules)
{
  GjPdfRulings *self = g_new0 (GjPdfRulings, 1);
  g_autoptr (GArray) flat = g_array_new (FALSE, FALSE, sizeof (GjPdfRuling));
  g_autoptr (GArray) narrow = g_array_new (FALSE, FALSE, sizeof (GjPdfRuling));

  for (guint i = 0; i < n_rules; i++)
    {
      double width = rules[i].x1 - rules[i].x0;
      double height = rules[i].y1 - rules[i].y0;

      if (height <= THICKEST && width >= height)
        {
          GjPdfRuling piece = { (rules[i].y0 + rules[i].y1) / 2, rules[i].x0, rules[i].x1 };

          g_array_append_val (flat, piece);
        }
      if (width <= THICKEST && height >= width)
        {
          GjPdfRuling piece = { (rules[i].x0 + rules[i].x1) / 2, rules[i].y0, rules[i].y1 };

          g_array_append_val (narrow, piece);
        }
    }
  self->horizontal = join_pieces (flat);
  self->vertical = join_pieces (narrow);

  return self;
}

void
gj_pdf_rulings_free (GjPdfRulings *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->horizontal);
  g_array_unref (self->vertical);
  g_free (self);
}
