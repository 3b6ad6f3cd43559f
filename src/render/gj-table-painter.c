/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-paper.h"
#include "gj-table-set-private.h"

#define FRAME_WIDTH 0.75
#define RULE_WIDTH 0.5

/* The pitch of a label set upright where there is room, of the size. */
#define UPRIGHT_MAX 1.6

/* How far figures and words rise above their baseline, and go below it, of the size. */
#define FIGURE_ASCENT 0.76
#define WORD_ASCENT 0.9
#define DESCENT 0.14

/* A portion about to be drawn: line @lines[i] of the layout from @tops[i] down. */
typedef struct
{
  const GjTableSet *set;
  GjJob            *job;
  GjPage           *page;
  double            x;
  guint             n_lines;
  guint            *lines;
  double           *tops;
} Drawing;

static void
open_drawing (Drawing         *drawing,
              const GjPortion *portion,
              double           y)
{
  guint n = portion->n_heads + portion->end - portion->start;

  drawing->n_lines = n;
  drawing->lines = g_new (guint, n);
  drawing->tops = g_new (double, n + 1);
  drawing->tops[0] = y;
  for (guint i = 0; i < n; i++)
    {
      drawing->lines[i] = i < portion->n_heads ? portion->first_head + i : portion->start + i - portion->n_heads;
      drawing->tops[i + 1] = drawing->tops[i] + drawing->set->tops[drawing->lines[i] + 1] -
                             drawing->set->tops[drawing->lines[i]] + portion->stretch;
    }
}

static guint
get_owner (const Drawing *drawing,
           guint          line,
           guint          position)
{
  const GjTableSet *set = drawing->set;

  return set->texts->owners[drawing->lines[line] * set->texts->layout->n_positions + position];
}

/* Whether a rule runs above line @line (or below the last) at @position. */
static gboolean
has_rule_above (const Drawing *drawing,
                guint          line,
                guint          position)
{
  if (line == 0 || line == drawing->n_lines)
    return TRUE;
  return drawing->lines[line - 1] + 1 != drawing->lines[line] ||
         get_owner (drawing, line - 1, position) != get_owner (drawing, line, position);
}

static gboolean
has_rule_before (const Drawing *drawing,
                 guint          line,
                 guint          position)
{
  if (position == 0 || position == drawing->set->texts->layout->n_positions)
    return TRUE;
  return get_owner (drawing, line, position - 1) != get_owner (drawing, line, position);
}

static void
draw_level_rules (const Drawing *drawing)
{
  const double *columns = drawing->set->columns;
  guint n_positions = drawing->set->texts->layout->n_positions;

  for (guint line = 0; line <= drawing->n_lines; line++)
    {
      double width = line == 0 || line == drawing->n_lines ? FRAME_WIDTH : RULE_WIDTH;

      for (guint start = 0, end; start < n_positions; start = end)
        {
          gboolean ruled = has_rule_above (drawing, line, start);

          for (end = start + 1; end < n_positions && has_rule_above (drawing, line, end) == ruled;)
            end++;
          if (ruled)
            _gj_page_add_rule (drawing->page, drawing->x + columns[start], drawing->tops[line],
                               columns[end] - columns[start], width, FALSE);
        }
    }
}

static void
draw_upright_rules (const Drawing *drawing)
{
  const double *columns = drawing->set->columns;
  guint n_positions = drawing->set->texts->layout->n_positions;

  for (guint position = 0; position <= n_positions; position++)
    {
      double width = position == 0 || position == n_positions ? FRAME_WIDTH : RULE_WIDTH;

      for (guint start = 0, end; start < drawing->n_lines; start = end)
        {
          gboolean ruled = has_rule_before (drawing, start, position);

          for (end = start + 1; end < drawing->n_lines && has_rule_before (drawing, end, position) == ruled;)
            end++;
          if (ruled)
            _gj_page_add_rule (drawing->page, drawing->x + columns[position], drawing->tops[start],
                               drawing->tops[end] - drawing->tops[start], width, TRUE);
        }
    }
}

/* (nullable): the slot's text in a size. */
static GjText *
size_text (const GjSlotSet *set,
           double           size)
{
  return set->text->text != NULL ? _gj_text_new_scaled (set->text->text, size / GJ_TABLE_BASE) : NULL;
}

/* Where the table is parted little room may be left: then in a smaller size. */
static void
draw_upright_text (const Drawing   *drawing,
                   const GjSlotSet *set,
                   double           centre,
                   double           top,
                   double           bottom)
{
  double steps = _gj_text_get_upright_steps (set->text->text);
  double step = MIN (bottom - top - set->size / 2, UPRIGHT_MAX * set->size * steps) / steps;
  g_autoptr (GjText) text = size_text (set, CLAMP (step, 1, set->size));

  _gj_text_draw_upright (text, centre, (top + bottom - step * steps) / 2, step, drawing->page);
}

static void
draw_text (const Drawing   *drawing,
           const GjSlotSet *set,
           guint            first,
           guint            last)
{
  const GjSlot *slot = set->text->slot;
  double left = drawing->x + drawing->set->columns[slot->position];
  double right = drawing->x + drawing->set->columns[slot->position + slot->n_positions];
  double top = drawing->tops[first];
  double bottom = drawing->tops[last + 1];
  g_autoptr (GjText) text = NULL;
  double y;

  if (slot->vertical)
    {
      draw_upright_text (drawing, set, (left + right) / 2, top, bottom);
      return;
    }

  text = size_text (set, set->size);
  y = (top + bottom - set->lines->len * set->lead) / 2;
  for (guint i = 0; i < set->lines->len; i++, y += set->lead)
    {
      const GjLine *line = &g_array_index (set->lines, GjLine, i);
      double x = set->text->left ? left + GJ_TABLE_MARGIN : (left + right - line->width) / 2;

      _gj_text_draw_line (text, line, x, y + _gj_text_get_baseline (set->size, set->lead), drawing->page);
    }
}

/* How far what is in a cell reaches up and down: figures less than words. */
static void
find_ink (const GjSlotSet *set,
          GjSpot          *spot)
{
  g_autofree char *words = _gj_text_dup_string (set->text->text);
  double height = set->lines->len * set->lead;
  double baseline = (spot->height - height) / 2 + _gj_text_get_baseline (set->size, set->lead);

  spot->text_top = baseline - (g_str_is_ascii (words) ? FIGURE_ASCENT : WORD_ASCENT) * set->size;
  spot->text_bottom = baseline + height - set->lead + DESCENT * set->size;
}

/* Where a cell stands, for whoever looks for it. */
static void
add_spot (const Drawing   *drawing,
          const GjSlotSet *set,
          guint            first,
          guint            last)
{
  const double *columns = drawing->set->columns;
  const GjSlot *slot = set->text->slot;
  GjSpot spot = {
    .place = GJ_PLACE_NONE,
    .cell = slot->cell,
    .x = drawing->x + columns[slot->position],
    .y = drawing->tops[first],
    .width = columns[slot->position + slot->n_positions] - columns[slot->position],
    .height = drawing->tops[last + 1] - drawing->tops[first],
  };

  if (slot->kind != GJ_SLOT_CELL || slot->cell == GJ_NONE)
    return;

  for (guint i = 0; set->lines != NULL && i < set->lines->len; i++)
    spot.text = MAX (spot.text, g_array_index (set->lines, GjLine, i).width);
  if (spot.text > 0)
    find_ink (set, &spot);
  _gj_page_add_spot (drawing->page, &spot);
}

/* The slots that begin, as far as this page shows, in line @line. */
static void
draw_line (const Drawing *drawing,
           guint          line)
{
  const GjTableLayout *layout = drawing->set->texts->layout;

  _gj_page_begin_tag (drawing->page, "TR");
  for (guint position = 0; position < layout->n_positions;)
    {
      guint owner = get_owner (drawing, line, position);
      const GjSlotSet *set = drawing->set->slots + owner;
      guint last = line;

      if (has_rule_above (drawing, line, position))
        {
          const char *tag = set->text->slot->kind == GJ_SLOT_CELL ? "TD" : "TH";

          while (last + 1 < drawing->n_lines && !has_rule_above (drawing, last + 1, position))
            last++;
          _gj_page_begin_cell (drawing->page, tag, last - line + 1, set->text->slot->n_positions);
          if (set->text->text != NULL)
            draw_text (drawing, set, line, last);
          _gj_page_end_tag (drawing->page, tag);
          add_spot (drawing, set, line, last);
        }
      position = set->text->slot->position + set->text->slot->n_positions;
    }
  _gj_page_end_tag (drawing->page, "TR");
}

static void
draw_continued (GjJob  *job,
                double  right,
                double  y,
                GjPage *page)
{
  g_autoptr (GjText) text = _gj_text_new (job);
  GjLine line = { 0 };

  _gj_text_append (text, GJ_FONT_TABLE, GJ_PAPER_SIZE_5, 0, "续表", -1);
  _gj_text_get_clusters (text, &line.end);
  _gj_page_begin_tag (page, "P");
  _gj_text_draw_line (text, &line, right - _gj_text_get_width (text),
                      y + _gj_text_get_baseline (GJ_PAPER_SIZE_5, GJ_TABLE_CONTINUED_HEIGHT), page);
  _gj_page_end_tag (page, "P");
}

/* Draws a portion with its top left corner at (@x, @y). */
void
_gj_table_set_draw (const GjTableSet *self,
                    GjJob            *job,
                    const GjPortion  *portion,
                    double            x,
                    double            y,
                    GjPage           *page)
{
  Drawing drawing = { .set = self, .job = job, .page = page, .x = x };

  if (portion->continued)
    {
      draw_continued (job, x + self->width, y, page);
      y += GJ_TABLE_CONTINUED_HEIGHT;
    }
  open_drawing (&drawing, portion, y);
  draw_level_rules (&drawing);
  draw_upright_rules (&drawing);
  _gj_page_begin_tag (page, "Table");
  for (guint i = 0; i < drawing.n_lines; i++)
    draw_line (&drawing, i);
  _gj_page_end_tag (page, "Table");
  g_free (drawing.lines);
  g_free (drawing.tops);
}
