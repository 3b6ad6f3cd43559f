/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-review-private.h"

#include "gj-spot-private.h"

#include <math.h>

/* The numbers of findings on the pages of a report: beside a line, in the margin that is
 * cut and not bound; in a cell, or beside its row when the cell is full. Nothing that was
 * there moves, and the marks are drawings: whoever copies a figure from the file gets the
 * figure. */

#define MARGIN_SIZE 12.0
#define MARGIN_SPACE (4 * GJ_PAPER_MM)
#define MARGIN_MOST 5
#define MARGIN_LEFT (GJ_PAPER_BINDING + GJ_PAPER_TYPE_WIDTH + MARGIN_SPACE)
#define SHEET_SPACE (2 * GJ_PAPER_MM)
#define HEAD_WIDTH (22 * GJ_PAPER_MM)
#define HEAD_HEIGHT (26 * GJ_PAPER_MM)
#define TURNED_LEFT (GJ_PAPER_BINDING + GJ_PAPER_TYPE_HEIGHT + MARGIN_SPACE)
#define ROW_SIZE 8.5
#define ROW_MOST 8
#define UNDERLINE_WIDTH 0.6

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

/* Draws a mark from @x on. */
void
_gj_mark_draw (GjText *text,
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

static void
spot_marks_free (gpointer data)
{
  GjSpotMarks *self = data;

  g_array_unref (self->numbers);
  g_free (self);
}

/* As many as there is room for from @x on, and … for the others. */
static void
draw_in_margin (GjReview *self,
                GArray   *numbers,
                double    size,
                guint     most,
                double    x,
                double    right,
                double    baseline,
                GjPage   *page)
{
  for (guint i = 0; i < numbers->len; i++)
    {
      g_autoptr (GjText) text = _gj_mark_new (self->job, g_array_index (numbers, guint, i), size);
      double width = _gj_text_get_width (text);
      gboolean more = i + 1 < numbers->len;

      if (i >= most || x + width + (more ? size : 0) > right)
        {
          g_autoptr (GjText) rest = _gj_text_new (self->job);

          _gj_text_append (rest, GJ_FONT_HEADING, size, 0, more ? "…" : "", -1);
          _gj_mark_draw (more ? rest : text, x, baseline, page);
          return;
        }
      _gj_mark_draw (text, x, baseline, page);
      x += width;
    }
}

/* Where marks end at the right. On a turned page that is the sheet's top, with the kind of
   copy in its left corner. */
static double
get_right (const GjSpot *spot)
{
  if (!spot->turned)
    return GJ_PAPER_WIDTH - SHEET_SPACE;

  return TURNED_LEFT - MARGIN_SPACE + GJ_PAPER_TOP -
         (spot->y < GJ_PAPER_TOP + HEAD_WIDTH ? HEAD_HEIGHT : SHEET_SPACE);
}

static void
draw_beside_line (GjReview          *self,
                  const GjSpotMarks *marks,
                  GjPage            *page)
{
  const GjSpot *spot = marks->spot;
  double baseline = spot->y + _gj_text_get_baseline (MARGIN_SIZE, spot->height);

  draw_in_margin (self, marks->numbers, MARGIN_SIZE, MARGIN_MOST,
                  spot->turned ? spot->x + spot->width + MARGIN_SPACE : MARGIN_LEFT, get_right (spot), baseline, page);
}

static void
draw_beside_row (GjReview          *self,
                 const GjSpotMarks *marks,
                 GjPage            *page)
{
  const GjSpot *spot = marks->spot;
  double baseline = spot->y + _gj_text_get_baseline (ROW_SIZE, spot->height);

  draw_in_margin (self, marks->numbers, ROW_SIZE, ROW_MOST, spot->turned ? TURNED_LEFT : MARGIN_LEFT,
                  get_right (spot), baseline, page);
}

/* What the cell holds is underlined, as words in the text are. */
static void
underline_cell (const GjSpot *spot,
                GjPage       *page)
{
  if (spot->text > 0)
    _gj_page_add_rule (page, spot->x + (spot->width - spot->text) / 2, spot->y + spot->text_bottom, spot->text,
                       UNDERLINE_WIDTH, FALSE);
}

static GjSpotMarks *
take_spot (GPtrArray    *marks,
           const GjSpot *spot)
{
  GjSpotMarks *self;

  for (guint i = 0; i < marks->len; i++)
    {
      self = marks->pdata[i];
      if (self->spot == spot)
        return self;
    }
  self = g_new0 (GjSpotMarks, 1);
  self->spot = spot;
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (marks, self);
  return self;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint left = *(const guint *) a;
  guint right = *(const guint *) b;

  return (left > right) - (left < right);
}

/* Once each, in their order. */
static void
add_number (GjSpotMarks *marks,
            guint        number)
{
  for (guint i = 0; i < marks->numbers->len; i++)
    if (g_array_index (marks->numbers, guint, i) == number)
      return;

  g_array_append_val (marks->numbers, number);
  g_array_sort (marks->numbers, compare_numbers);
}

/* The marks beside a row are those of all its full cells. */
static void
leave_to_row (GPtrArray         *rows,
              const GjSpotMarks *cell)
{
  GjSpotMarks *row = NULL;

  for (guint i = 0; i < rows->len && row == NULL; i++)
    {
      GjSpotMarks *other = rows->pdata[i];

      if (fabs (other->spot->y - cell->spot->y) < 1 && other->spot->turned == cell->spot->turned)
        row = other;
    }
  if (row == NULL)
    row = take_spot (rows, cell->spot);
  for (guint i = 0; i < cell->numbers->len; i++)
    add_number (row, g_array_index (cell->numbers, guint, i));
}

static void
draw_spot (GjReview          *self,
           const GjSpotMarks *marks,
           GPtrArray         *rows,
           GjPage            *page)
{
  if (marks->spot->cell == GJ_NONE)
    {
      draw_beside_line (self, marks, page);
    }
  else if (!_gj_review_mark_cell (self, marks, page))
    {
      underline_cell (marks->spot, page);
      leave_to_row (rows, marks);
    }
}

static void
draw_page (GjReview  *self,
           GPtrArray *marks,
           GjPage    *page)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (spot_marks_free);

  for (guint i = 0; i < marks->len; i++)
    {
      const GjSpotMarks *here = marks->pdata[i];

      if (here->spot->turned)
        _gj_page_turn (page, TRUE);
      draw_spot (self, here, rows, page);
      if (here->spot->turned)
        _gj_page_turn (page, FALSE);
    }
  for (guint i = 0; i < rows->len; i++)
    {
      const GjSpotMarks *row = rows->pdata[i];

      if (row->spot->turned)
        _gj_page_turn (page, TRUE);
      draw_beside_row (self, row, page);
      if (row->spot->turned)
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
            {
              const GjReviewMark *mark = &g_array_index (spots, GjReviewMark, k);

              add_number (take_spot (pages->pdata[mark->page], mark->spot), item->number);
            }
        }
    }
  for (guint i = 0; i < self->n_pages; i++)
    draw_page (self, pages->pdata[i], self->pages->pdata[i]);
}
