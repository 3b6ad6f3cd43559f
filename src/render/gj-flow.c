/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-flow-private.h"

#include "gj-plan-private.h"

/* The pages' invariant: @line of the flow is the first free line of the last page, and
 * everything that is text stands on a line of the grid. A table begins on a line and the
 * text after it on the next line below. */

static double
get_line_top (guint line)
{
  return GJ_PAPER_TOP + line * GJ_PAPER_PITCH;
}

static GjPage *
get_page (GjFlow *self)
{
  return self->pages->pdata[self->pages->len - 1];
}

/* GB/T 9704-2012, 7.5: half-width figures of 4号 between two dashes, the dashes 7 mm
   below the type area; odd pages right, even pages left, one character from the edge. */
static void
add_number (GjFlow *self,
            GjPage *page)
{
  g_autoptr (GjText) text = _gj_text_new (self->job);
  g_autofree char *string = g_strdup_printf ("— %u —", page->number);
  double y = GJ_PAPER_TOP + GJ_PAPER_TYPE_HEIGHT + 7 * GJ_PAPER_MM + 0.38 * GJ_PAPER_SIZE_4;
  GjLine line = { 0 };
  double width;

  _gj_text_append (text, GJ_FONT_NUMBER, GJ_PAPER_SIZE_4, 0, string, -1);
  _gj_text_get_clusters (text, &line.end);
  width = _gj_text_get_width (text);
  _gj_text_draw_line (text, &line,
                      page->number % 2 == 1
                        ? GJ_PAPER_BINDING + GJ_PAPER_TYPE_WIDTH - GJ_PAPER_SIZE_4 - width
                        : GJ_PAPER_BINDING + GJ_PAPER_SIZE_4,
                      y, page);
}

/* The foot of a review copy says more, and is written when the pages are counted. */
static gboolean
has_number (const GjFlow *self)
{
  return self->options == NULL || (!self->options->no_numbers && self->options->copy == GJ_COPY_FINAL);
}

static void
end_page (GjFlow *self)
{
  if (self->turned)
    _gj_page_turn (get_page (self), FALSE);
  self->turned = FALSE;
  if (self->pages->len > 0 && has_number (self))
    add_number (self, get_page (self));
}

static void
begin_page (GjFlow   *self,
            gboolean  turned)
{
  guint first = self->options != NULL && self->options->first_number > 0 ? self->options->first_number : 1;

  end_page (self);
  g_ptr_array_add (self->pages, _gj_page_new (first + self->pages->len));
  self->line = 0;
  self->turned = turned;
  if (turned)
    _gj_page_turn (get_page (self), TRUE);
}

static void
add_outline (GjFlow      *self,
             const GjBox *box)
{
  GjOutlineEntry entry = {
    g_strdup (box->outline), box->outline_level, self->pages->len - 1, get_line_top (self->line),
  };

  if (box->outline != NULL)
    g_array_append_val (self->outline, entry);
  else
    g_free (entry.title);
}

/* Text */

/* Where a line stands, for whoever looks for its words: @start characters come before
   it. */
static void
add_spot (GjFlow       *self,
          const GjBox  *box,
          const GjLine *line,
          guint         start,
          double        x)
{
  GjSpot spot = {
    .place = box->place,
    .cell = GJ_NONE,
    .x = x,
    .y = get_line_top (self->line),
    .width = line->width,
    .height = GJ_PAPER_PITCH,
  };

  if (box->place == GJ_PLACE_NONE)
    return;
  if (!box->is_heading)
    {
      spot.start = box->place_start + start;
      spot.end = spot.start + _gj_text_count_characters (box->text, line->start, line->end);
    }
  _gj_page_add_spot (get_page (self), &spot);
}

static void
draw_lines (GjFlow      *self,
            const GjBox *box,
            guint        start,
            guint        end)
{
  GjPage *page = get_page (self);
  guint characters = 0;
  guint counted = 0;

  _gj_page_begin_tag (page, box->tag);
  for (guint i = start; i < end; i++, self->line++)
    {
      const GjLine *line = &g_array_index (box->lines, GjLine, i);
      double x = GJ_PAPER_BINDING;

      if (box->align == GJ_ALIGN_CENTRE)
        x += (GJ_PAPER_TYPE_WIDTH - line->width) / 2;
      else if (box->align == GJ_ALIGN_OFFSETS)
        x += g_array_index (box->offsets, double, i);
      else if (i == 0)
        x += box->indent;
      _gj_text_draw_line (box->text, line, x,
                          get_line_top (self->line) + _gj_text_get_baseline (box->size, GJ_PAPER_PITCH), page);
      characters += _gj_text_count_characters (box->text, counted, line->start);
      counted = line->start;
      add_spot (self, box, line, characters, x);
    }
  _gj_page_end_tag (page, box->tag);
}

static void
place_text (GjFlow          *self,
            const GjBox     *box,
            const GjPlacing *placing)
{
  for (guint start = 0, n; start < box->n_lines; start += n)
    {
      if (start > 0)
        begin_page (self, box->turned);
      n = _gj_plan_part_text (box, start, self->line, placing->held);
      if (start == 0)
        add_outline (self, box);
      draw_lines (self, box, start, start + n);
    }
}

/* Tables and pictures */

static void
place_table (GjFlow          *self,
             const GjBox     *box,
             const GjPlacing *placing)
{
  const GjTableSet *table = _gj_table_sets_get (box->table, placing->grade);
  GjPortion portion = { 0 };
  double height = 0;
  double room;

  for (guint start = 0; start < table->texts->layout->n_lines; start = portion.end)
    {
      if (start > 0)
        begin_page (self, box->turned);
      _gj_table_set_continue (table, start, &portion);
      room = _gj_plan_get_room (box->turned, self->line);
      _gj_table_set_fill (table, room, self->line == 0, &portion);
      height = _gj_table_set_get_portion_height (table, &portion);
      portion.stretch = _gj_plan_get_stretch (&portion, height, room);
      _gj_table_set_draw (table, self->job, &portion, GJ_PAPER_BINDING, get_line_top (self->line), get_page (self));
    }
  self->line += _gj_plan_count_below (height);
}

static void
place_picture (GjFlow          *self,
               const GjBox     *box,
               const GjPlacing *placing)
{
  GjPlate plate = box->plate;
  double height = placing->held * GJ_PAPER_PITCH;
  double scale = (double) placing->held / box->n_lines;
  GjPage *page = get_page (self);

  plate.surface = cairo_surface_reference (plate.surface);
  plate.title = g_strdup (plate.title);
  plate.width *= scale;
  plate.height *= scale;
  plate.x = GJ_PAPER_BINDING + (GJ_PAPER_TYPE_WIDTH - plate.width) / 2;
  plate.y = get_line_top (self->line) + (height - plate.height) / 2;
  _gj_page_begin_tag (page, box->tag);
  _gj_page_add_plate (page, &plate);
  _gj_page_end_tag (page, box->tag);
  self->line += placing->held;
}

static void
place (GjFlow          *self,
       const GjBox     *box,
       const GjPlacing *placing)
{
  if (placing->new_page)
    begin_page (self, box->turned);

  switch (box->kind)
    {
    case GJ_BOX_TEXT:
      place_text (self, box, placing);
      break;
    case GJ_BOX_TABLE:
      place_table (self, box, placing);
      break;
    case GJ_BOX_PICTURE:
      place_picture (self, box, placing);
      break;
    case GJ_BOX_GAP:
      if (self->line > 0)
        self->line += box->n_lines;
      break;
    }
}

/* Puts every box on a page; there is one page at least. */
gboolean
_gj_flow_run (GjFlow        *self,
              GPtrArray     *boxes,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GArray) plan = _gj_plan_new (boxes, cancellable, error);

  if (plan == NULL)
    return FALSE;

  begin_page (self, boxes->len > 0 && ((const GjBox *) boxes->pdata[0])->turned);
  for (guint i = 0; i < boxes->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      place (self, boxes->pdata[i], &g_array_index (plan, GjPlacing, i));
    }
  end_page (self);
  return TRUE;
}
