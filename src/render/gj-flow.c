/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-flow-private.h"

#include <math.h>

/* The pages' invariant: @line of the flow is the first free line of the last page, and
 * everything that is text stands on a line of the grid. A table begins on a line and the
 * text after it on the next line below. */

/* A page may end up to this many lines early so that a table stands whole. */
#define GAP_MAX (GJ_PAPER_LINES / 3)

/* Below a table, before the next line of the grid may begin. */
#define TABLE_SPACE 6.0

static double
get_line_top (guint line)
{
  return GJ_PAPER_TOP + line * GJ_PAPER_PITCH;
}

static double
get_room (guint line)
{
  return (GJ_PAPER_LINES - line) * GJ_PAPER_PITCH;
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

static void
end_page (GjFlow *self)
{
  if (self->pages->len > 0 && (self->options == NULL || !self->options->no_numbers))
    add_number (self, get_page (self));
}

static void
begin_page (GjFlow *self)
{
  guint first = self->options != NULL && self->options->first_number > 0 ? self->options->first_number : 1;

  end_page (self);
  g_ptr_array_add (self->pages, _gj_page_new (first + self->pages->len));
  self->line = 0;
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

/* Looking ahead */

/* Whether the boxes from @index on may begin at @line without leaving a heading alone,
   a signature without text, or a table torn where a new page is better. */
static gboolean
may_begin (GjFlow    *self,
           GPtrArray *boxes,
           guint      index,
           guint      line)
{
  const GjBox *box = index < boxes->len ? boxes->pdata[index] : NULL;
  GjPortion portion;

  if (box == NULL)
    return TRUE;
  if (line >= GJ_PAPER_LINES)
    return FALSE;

  switch (box->kind)
    {
    case GJ_BOX_GAP:
      return may_begin (self, boxes, index + 1, line + 1);

    case GJ_BOX_TABLE:
      if (_gj_table_set_get_height (box->table) <= get_room (line))
        return TRUE;
      _gj_table_set_continue (box->table, 0, &portion);
      return line + GAP_MAX <= GJ_PAPER_LINES &&
             _gj_table_set_fill (box->table, get_room (line), FALSE, &portion);

    case GJ_BOX_PICTURE:
      return line + box->n_lines <= GJ_PAPER_LINES;

    case GJ_BOX_TEXT:
    default:
      if (box->whole || box->n_lines <= 3)
        return line + box->n_lines <= GJ_PAPER_LINES &&
               (!box->keep || may_begin (self, boxes, index + 1, line + box->n_lines));
      return line + 2 <= GJ_PAPER_LINES;
    }
}

/* How many lines of text must stand on the page of what follows the box at @index:
   a signature never stands alone. */
static guint
get_tail (GPtrArray *boxes,
          guint      index)
{
  const GjBox *gap = index + 1 < boxes->len ? boxes->pdata[index + 1] : NULL;
  const GjBox *signature = index + 2 < boxes->len ? boxes->pdata[index + 2] : NULL;

  if (gap == NULL || signature == NULL || gap->kind != GJ_BOX_GAP || signature->align != GJ_ALIGN_OFFSETS)
    return 0;
  return 1 + signature->n_lines;
}

/* Text */

static void
draw_lines (GjFlow      *self,
            const GjBox *box,
            guint        start,
            guint        end)
{
  GjPage *page = get_page (self);

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
    }
  _gj_page_end_tag (page, box->tag);
}

/* How many of the @rest lines go on this page: all, or so many that neither one line
   stays behind nor one goes over alone. */
static guint
count_lines (guint rest,
             guint room,
             guint tail)
{
  guint n = MIN (rest, room);

  if (rest <= room && rest + tail > room)
    n = rest > 2 ? rest - 2 : 0;
  if (n < rest && rest - n == 1 && n > 0)
    n--;
  if (n == 1 && n < rest)
    n = 0;
  return n;
}

static void
place_text (GjFlow      *self,
            const GjBox *box,
            guint        tail)
{
  guint start = 0;

  if (self->line >= GJ_PAPER_LINES)
    begin_page (self);
  while (start < box->n_lines)
    {
      guint room = GJ_PAPER_LINES - self->line;
      guint n = count_lines (box->n_lines - start, room, tail);

      if (n == 0 && self->line == 0)
        n = MIN (room, box->n_lines - start);
      if (start == 0 && n > 0)
        add_outline (self, box);
      if (n > 0)
        draw_lines (self, box, start, start + n);
      start += n;
      if (start < box->n_lines)
        begin_page (self);
    }
}

/* Tables and pictures */

static void
place_table (GjFlow      *self,
             const GjBox *box)
{
  GjTableSet *table = box->table;
  GjPortion portion;

  if (self->line >= GJ_PAPER_LINES)
    begin_page (self);
  for (guint start = 0; start < table->layout->n_lines; start = portion.end)
    {
      if (start > 0)
        begin_page (self);
      _gj_table_set_continue (table, start, &portion);
      if (!_gj_table_set_fill (table, get_room (self->line), self->line == 0, &portion))
        {
          begin_page (self);
          _gj_table_set_fill (table, get_room (self->line), TRUE, &portion);
        }
      _gj_table_set_draw (table, self->job, &portion, GJ_PAPER_BINDING, get_line_top (self->line), get_page (self));
    }
  self->line += (guint) ceil ((_gj_table_set_get_portion_height (table, &portion) + TABLE_SPACE) / GJ_PAPER_PITCH);
}

static void
place_picture (GjFlow      *self,
               const GjBox *box)
{
  GjPlate plate = box->plate;
  double height = box->n_lines * GJ_PAPER_PITCH;
  GjPage *page;

  if (self->line + box->n_lines > GJ_PAPER_LINES)
    begin_page (self);
  page = get_page (self);
  plate.surface = cairo_surface_reference (plate.surface);
  plate.title = g_strdup (plate.title);
  plate.x = GJ_PAPER_BINDING + (GJ_PAPER_TYPE_WIDTH - plate.width) / 2;
  plate.y = get_line_top (self->line) + (height - plate.height) / 2;
  _gj_page_begin_tag (page, box->tag);
  _gj_page_add_plate (page, &plate);
  _gj_page_end_tag (page, box->tag);
  self->line += box->n_lines;
}

static void
place (GjFlow    *self,
       GPtrArray *boxes,
       guint      index)
{
  const GjBox *box = boxes->pdata[index];

  if (self->line > 0 && (box->keep || box->whole || box->kind == GJ_BOX_TABLE) &&
      !may_begin (self, boxes, index, self->line))
    begin_page (self);

  switch (box->kind)
    {
    case GJ_BOX_TEXT:
      place_text (self, box, get_tail (boxes, index));
      break;
    case GJ_BOX_TABLE:
      place_table (self, box);
      break;
    case GJ_BOX_PICTURE:
      place_picture (self, box);
      break;
    case GJ_BOX_GAP:
      if (self->line > 0)
        self->line++;
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
  begin_page (self);
  for (guint i = 0; i < boxes->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      place (self, boxes, i);
    }
  end_page (self);
  return TRUE;
}
