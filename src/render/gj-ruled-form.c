/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-ruled-form-private.h"

#include <string.h>

/* Rows of cells in a frame: the signing sheet, and the list of a review copy. What is
 * written never leaves its cell, and what had to be cut says so. */

#define LEAD 1.3
#define PADDING_X 4.0
#define PADDING_Y 3.5
#define RULE_WIDTH 0.5
#define FRAME_WIDTH 1.0
#define STEP 0.5
#define CUT "……"

/* Words */

static void
set_words (GjFitted   *self,
           GjJob      *job,
           GjFontRole  role,
           const char *text,
           double      width)
{
  g_clear_pointer (&self->text, _gj_text_free);
  g_clear_pointer (&self->lines, g_array_unref);
  self->text = _gj_text_new (job);
  _gj_text_append (self->text, role, self->size, 0, text, -1);
  self->lines = _gj_text_break_loosely (self->text, width);
  self->height = self->lines->len * self->size * LEAD;
}

/* Sets the beginning of @text that fills so many lines, with the sign of the cut. */
static void
cut_words (GjFitted   *self,
           GjJob      *job,
           GjFontRole  role,
           const char *text,
           double      width,
           guint       n_lines)
{
  guint n_clusters;
  const GjCluster *clusters = _gj_text_get_clusters (self->text, &n_clusters);
  guint last = g_array_index (self->lines, GjLine, n_lines - 1).end - 1;
  g_autofree char *head = g_strndup (text, clusters[last].end);
  char *end = head + strlen (head);

  do
    {
      g_autofree char *cut = NULL;

      end = end > head ? g_utf8_prev_char (end) : head;
      *end = '\0';
      cut = g_strconcat (head, CUT, NULL);
      set_words (self, job, role, cut, width);
    }
  while (self->lines->len > n_lines && end > head);
}

/* Sets @text, "" for none, into @width × @height. */
void
_gj_fitted_init (GjFitted   *self,
                 GjJob      *job,
                 GjFontRole  role,
                 const char *text,
                 double      size,
                 double      least_size,
                 double      width,
                 double      height)
{
  *self = (GjFitted) { .size = size };
  if (text == NULL || *text == '\0')
    return;

  set_words (self, job, role, text, width);
  while (self->height > height + 0.01 && self->size > least_size)
    {
      self->size = MAX (least_size, self->size - STEP);
      set_words (self, job, role, text, width);
    }
  if (self->height > height + 0.01)
    {
      guint n_lines = MAX (1, (guint) ((height + 0.01) / (self->size * LEAD)));

      cut_words (self, job, role, text, width, MIN (n_lines, self->lines->len));
    }
}

void
_gj_fitted_clear (GjFitted *self)
{
  g_clear_pointer (&self->text, _gj_text_free);
  g_clear_pointer (&self->lines, g_array_unref);
}

/* @align: 0 from the left of @width, 0.5 in the middle, 1 to its right. */
void
_gj_fitted_draw (const GjFitted *self,
                 double          x,
                 double          y,
                 double          width,
                 double          align,
                 GjPage         *page)
{
  double lead = self->size * LEAD;

  for (guint i = 0; self->lines != NULL && i < self->lines->len; i++)
    {
      const GjLine *line = &g_array_index (self->lines, GjLine, i);

      _gj_text_draw_line (self->text, line, x + align * (width - line->width),
                          y + i * lead + _gj_text_get_baseline (self->size, lead), page);
    }
}

/* Rows */

typedef struct
{
  double   width;
  guint    n_columns;
  gboolean head;
  double   align;
  GjFitted text;
  GjFitted foot;
} SetCell;

struct _GjRuledRow
{
  SetCell *cells;
  guint    n_cells;
  double   height;
};

/* What is written into a cell begins at its left and in its middle; where somebody signs
   at the bottom, at its top. */
static double
get_text_top (const SetCell *cell,
              double         y,
              double         height)
{
  return cell->foot.text != NULL ? y + PADDING_Y : y + (height - cell->text.height) / 2;
}

GjRuledRow *
_gj_ruled_row_new (GjJob             *job,
                   const GjRuledCell *cells,
                   guint              n_cells,
                   double             least_height,
                   double             most_height)
{
  GjRuledRow *self = g_new0 (GjRuledRow, 1);
  double room = most_height - 2 * PADDING_Y;

  self->cells = g_new0 (SetCell, n_cells);
  self->n_cells = n_cells;
  self->height = least_height;
  for (guint i = 0; i < n_cells; i++)
    {
      const GjRuledCell *from = cells + i;
      SetCell *cell = self->cells + i;
      double width = from->width - 2 * PADDING_X;

      cell->width = from->width;
      cell->n_columns = MAX (1, from->n_columns);
      cell->head = from->head;
      cell->align = from->head || from->centred ? 0.5 : from->right ? 1 : 0;
      _gj_fitted_init (&cell->foot, job, from->role, from->foot, from->size, from->least_size, width, room);
      _gj_fitted_init (&cell->text, job, from->role, from->text, from->size, from->least_size,
                       width, room - cell->foot.height);
      self->height = MAX (self->height, cell->text.height + cell->foot.height + 2 * PADDING_Y);
    }
  return self;
}

void
_gj_ruled_row_free (GjRuledRow *self)
{
  for (guint i = 0; i < self->n_cells; i++)
    {
      _gj_fitted_clear (&self->cells[i].text);
      _gj_fitted_clear (&self->cells[i].foot);
    }
  g_free (self->cells);
  g_free (self);
}

double
_gj_ruled_row_get_height (const GjRuledRow *self)
{
  return self->height;
}

static double
get_width (const GjRuledRow *self)
{
  double width = 0;

  for (guint i = 0; i < self->n_cells; i++)
    width += self->cells[i].width;
  return width;
}

static void
draw_cell (const GjRuledRow *self,
           const SetCell    *cell,
           double            x,
           double            y,
           GjPage           *page)
{
  const char *tag = cell->head ? "TH" : "TD";
  double room = cell->width - 2 * PADDING_X;

  _gj_page_begin_cell (page, tag, 1, cell->n_columns);
  _gj_fitted_draw (&cell->text, x + PADDING_X, get_text_top (cell, y, self->height), room,
                   cell->align, page);
  _gj_fitted_draw (&cell->foot, x + PADDING_X, y + self->height - PADDING_Y - cell->foot.height, room, 1, page);
  _gj_page_end_tag (page, tag);
}

/* Draws the row, the rule above it and those between its cells; the frame comes last. */
void
_gj_ruled_row_draw (const GjRuledRow *self,
                    double            x,
                    double            y,
                    GjPage           *page)
{
  _gj_page_add_rule (page, x, y, get_width (self), RULE_WIDTH, FALSE);
  _gj_page_begin_tag (page, "TR");
  for (guint i = 0; i < self->n_cells; i++)
    {
      if (i > 0)
        _gj_page_add_rule (page, x, y, self->height, RULE_WIDTH, TRUE);
      draw_cell (self, self->cells + i, x, y, page);
      x += self->cells[i].width;
    }
  _gj_page_end_tag (page, "TR");
}

void
_gj_ruled_frame_draw (double  x,
                      double  y,
                      double  width,
                      double  height,
                      GjPage *page)
{
  _gj_page_add_rule (page, x, y, width, FRAME_WIDTH, FALSE);
  _gj_page_add_rule (page, x, y + height, width, FRAME_WIDTH, FALSE);
  _gj_page_add_rule (page, x, y, height, FRAME_WIDTH, TRUE);
  _gj_page_add_rule (page, x + width, y, height, FRAME_WIDTH, TRUE);
}
