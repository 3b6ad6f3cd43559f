/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-review-private.h"

#include "gj-spot-private.h"

/* The numbers of findings on the pages of a report: beside a line, in the margin that is
 * cut and not bound; in a cell, in its right upper corner. Nothing that was there moves,
 * and the marks are drawings: whoever copies a figure from the file gets the figure. */

#define MARGIN_SIZE 12.0
#define MARGIN_SPACE (4 * GJ_PAPER_MM)
#define MARGIN_MOST 5
#define CELL_MOST 9.5
#define CELL_LEAST 7.0
#define CELL_STEP 0.5
#define CELL_SPACE 0.8
#define CELL_OVERHANG 0.6

/* A circled number is one character up to 50. */
static gunichar
get_circled (guint number)
{
  if (number >= 1 && number <= 20)
    return 0x2460 + number - 1;
  if (number >= 21 && number <= 35)
    return 0x3251 + number - 21;
  if (number >= 36 && number <= 50)
    return 0x32b1 + number - 36;
  return 0;
}

/* The first role whose own face has the character: a mark is never borrowed, so that the
   remarks about fonts stay those about the report. */
static gboolean
find_role (GjJob      *job,
           gunichar    character,
           GjFontRole *role)
{
  static const GjFontRole roles[] = { GJ_FONT_HEADING, GJ_FONT_TABLE, GJ_FONT_BODY, GJ_FONT_SUBHEADING };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      hb_codepoint_t glyph;
      GjGlyphOrigin origin = GJ_GLYPH_MISSING;

      _gj_fonts_find_glyph (job->fonts, roles[i], character, &glyph, &origin);
      if (origin == GJ_GLYPH_OWN)
        {
          *role = roles[i];
          return TRUE;
        }
    }
  return FALSE;
}

/* A number as it is printed: ①, ㉑, and (51) beyond 50 or where no font has the circle. */
GjText *
_gj_mark_new (GjJob  *job,
              guint   number,
              double  size)
{
  GjText *text = _gj_text_new (job);
  gunichar circled = get_circled (number);
  GjFontRole role = GJ_FONT_HEADING;
  char words[16] = { 0 };

  if (circled != 0 && find_role (job, circled, &role))
    g_unichar_to_utf8 (circled, words);
  else
    g_snprintf (words, sizeof words, "(%u)", number);
  _gj_text_append (text, role, size, 0, words, -1);
  return text;
}

static void
draw_mark (GjText *text,
           double  x,
           double  baseline,
           GjPage *page)
{
  GjLine line = { 0 };
  guint first = page->ops->len;

  _gj_text_get_clusters (text, &line.end);
  _gj_text_draw_line (text, &line, x, baseline, page);
  for (guint i = first; i < page->ops->len; i++)
    g_array_index (page->ops, GjOp, i).text.drawn = TRUE;
}

/* What stands at one spot, in the order of numbers. */
typedef struct
{
  const GjSpot *spot;
  GArray       *numbers;
} SpotMarks;

static void
spot_marks_free (gpointer data)
{
  SpotMarks *self = data;

  g_array_unref (self->numbers);
  g_free (self);
}

/* As many as there is room for, and … for the others. */
static void
draw_beside_line (GjReview        *self,
                  const SpotMarks *marks,
                  GjPage          *page)
{
  double x = GJ_PAPER_BINDING + GJ_PAPER_TYPE_WIDTH + MARGIN_SPACE;
  double baseline = marks->spot->y + _gj_text_get_baseline (MARGIN_SIZE, marks->spot->height);
  double right = GJ_PAPER_WIDTH - 2 * GJ_PAPER_MM;

  if (marks->spot->turned)
    {
      x = marks->spot->x + marks->spot->width + MARGIN_SPACE;
      right = G_MAXDOUBLE;
    }
  for (guint i = 0; i < marks->numbers->len; i++)
    {
      g_autoptr (GjText) text = _gj_mark_new (self->job, g_array_index (marks->numbers, guint, i), MARGIN_SIZE);
      double width = _gj_text_get_width (text);
      gboolean more = i + 1 < marks->numbers->len;

      if (i >= MARGIN_MOST || x + width + (more ? MARGIN_SIZE : 0) > right)
        {
          g_autoptr (GjText) rest = _gj_text_new (self->job);

          _gj_text_append (rest, GJ_FONT_HEADING, MARGIN_SIZE, 0, more ? "…" : "", -1);
          draw_mark (more ? rest : text, x, baseline, page);
          return;
        }
      draw_mark (text, x, baseline, page);
      x += width;
    }
}

static double
get_widest_mark (GjReview        *self,
                 const SpotMarks *marks,
                 double           size)
{
  double widest = 0;

  for (guint i = 0; i < marks->numbers->len; i++)
    {
      g_autoptr (GjText) text = _gj_mark_new (self->job, g_array_index (marks->numbers, guint, i), size);

      widest = MAX (widest, _gj_text_get_width (text));
    }
  return widest;
}

static guint
count_rows (const GjSpot *spot,
            double        size)
{
  return MAX (1, (guint) ((spot->height - 2 * CELL_SPACE) / size));
}

/* The largest size in which all marks stand beside what is in the cell, which is centred;
   the least one where none does. */
static double
choose_size (GjReview        *self,
             const SpotMarks *marks)
{
  double room = (marks->spot->width - marks->spot->text) / 2 - 2 * CELL_SPACE;
  double unit = get_widest_mark (self, marks, 1);

  for (double size = CELL_MOST; size > CELL_LEAST; size -= CELL_STEP)
    {
      guint rows = count_rows (marks->spot, size);
      guint n_columns = (marks->numbers->len + rows - 1) / rows;

      if (n_columns * unit * size <= room)
        return size;
    }
  return CELL_LEAST;
}

/* How far marks that cover the end of a number go over the cell's edge instead: the next
   number is centred too. */
static double
get_overhang (const GjSpot *spot,
              double        size,
              double        width)
{
  double room = (spot->width - spot->text) / 2;

  return CLAMP (width + CELL_SPACE - room, 0, CELL_OVERHANG * size);
}

/* From the right upper corner down, then to the left. */
static void
draw_in_cell (GjReview        *self,
              const SpotMarks *marks,
              GjPage          *page)
{
  const GjSpot *spot = marks->spot;
  double size = choose_size (self, marks);
  double widest = get_widest_mark (self, marks, size);
  guint rows = count_rows (spot, size);
  guint n_columns = (marks->numbers->len + rows - 1) / rows;
  double edge = spot->x + spot->width - CELL_SPACE + get_overhang (spot, size, n_columns * widest);

  for (guint i = 0; i < marks->numbers->len; i++)
    {
      g_autoptr (GjText) text = _gj_mark_new (self->job, g_array_index (marks->numbers, guint, i), size);
      double right = edge - i / rows * widest;

      draw_mark (text, right - _gj_text_get_width (text),
                 spot->y + CELL_SPACE + i % rows * size + _gj_text_get_baseline (size, size), page);
    }
}

static SpotMarks *
take_spot (GPtrArray    *marks,
           const GjSpot *spot)
{
  SpotMarks *self;

  for (guint i = 0; i < marks->len; i++)
    {
      self = marks->pdata[i];
      if (self->spot == spot)
        return self;
    }
  self = g_new0 (SpotMarks, 1);
  self->spot = spot;
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (marks, self);
  return self;
}

static void
add_number (GPtrArray    *pages,
            guint         page,
            const GjSpot *spot,
            guint         number)
{
  SpotMarks *marks = take_spot (pages->pdata[page], spot);

  if (marks->numbers->len == 0 || g_array_index (marks->numbers, guint, marks->numbers->len - 1) != number)
    g_array_append_val (marks->numbers, number);
}

static void
draw_page (GjReview  *self,
           GPtrArray *marks,
           GjPage    *page)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const SpotMarks *here = marks->pdata[i];

      if (here->spot->turned)
        _gj_page_turn (page, TRUE);
      if (here->spot->cell != GJ_NONE)
        draw_in_cell (self, here, page);
      else
        draw_beside_line (self, here, page);
      if (here->spot->turned)
        _gj_page_turn (page, FALSE);
    }
}

/* Puts the numbers of all findings on the pages of the report. */
void
_gj_review_mark (GjReview *self)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < self->n_pages; i++)
    g_ptr_array_add (pages, g_ptr_array_new_with_free_func (spot_marks_free));
  for (guint i = 0; i < self->items->len; i++)
    {
      const GjReviewItem *item = &g_array_index (self->items, GjReviewItem, i);

      for (guint j = 0; j < gj_finding_group_get_n_findings (item->group); j++)
        {
          g_autoptr (GArray) spots = _gj_review_find_spots (self, gj_finding_group_get_finding (item->group, j));

          for (guint k = 0; k < spots->len; k++)
            add_number (pages, g_array_index (spots, GjReviewMark, k).page,
                        g_array_index (spots, GjReviewMark, k).spot, item->number);
        }
    }
  for (guint i = 0; i < self->n_pages; i++)
    draw_page (self, pages->pdata[i], self->pages->pdata[i]);
}
