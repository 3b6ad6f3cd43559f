/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-paper.h"
#include "gj-table-set-private.h"

/* Where a table may be parted: between lines only, never behind a head, best between two
 * of its parts, better between groups than inside one. What is lost is counted in lines
 * of blank paper. */
#define PARTED_COST 10.0
#define INNER_COST 22.0
#define GROUP_COST 5.0
#define MERGED_COST 6.0
#define SINGLE_COST 6.0
#define CRAMPED_COST 1000.0

/* How much smaller a label set upright may be where its slot is parted. */
#define UPRIGHT_MIN 0.75

static const GjPart *
find_part (const GjTableLayout *layout,
           guint                line)
{
  for (guint i = 0; i < layout->n_parts; i++)
    if (line >= layout->parts[i].first_line && line < layout->parts[i].first_line + layout->parts[i].n_lines)
      return layout->parts + i;
  return NULL;
}

static double
get_lines_height (const GjTableSet *self,
                  guint             start,
                  guint             end)
{
  return end > start ? self->tops[end] - self->tops[start] : 0;
}

static gboolean
is_head (const GjTableLayout *layout,
         guint                line)
{
  const GjPart *part = find_part (layout, line);

  return part != NULL && line < part->first_line + part->n_head_lines;
}

/* The portion that begins with line @start: with the heads of its part above it when
   the part began on an earlier page. */
void
_gj_table_set_continue (const GjTableSet *self,
                        guint             start,
                        GjPortion        *portion)
{
  const GjPart *part = find_part (self->texts->layout, start);

  *portion = (GjPortion) { .start = start, .end = start, .continued = start > 0 };
  if (part != NULL && start >= part->first_line + part->n_head_lines)
    {
      portion->first_head = part->first_line;
      portion->n_heads = part->n_head_lines;
    }
}

double
_gj_table_set_get_portion_height (const GjTableSet *self,
                                  const GjPortion  *portion)
{
  return get_lines_height (self, portion->start, portion->end) +
         get_lines_height (self, portion->first_head, portion->first_head + portion->n_heads) +
         (portion->continued ? GJ_TABLE_CONTINUED_HEIGHT : 0);
}

/* What it costs to part a slot that reaches over line @end. */
static double
get_slot_cost (const GjTableSet *self,
               const GjSlotSet  *set,
               guint             start,
               guint             end)
{
  const GjSlot *slot = set->text->slot;
  double need = slot->vertical ? UPRIGHT_MIN * _gj_slot_set_get_upright (set) : 0;
  double above = get_lines_height (self, MAX (start, slot->line), end);
  double below = get_lines_height (self, end, slot->line + slot->n_lines);

  if (slot->vertical)
    return above < need || below < need ? CRAMPED_COST : 0;
  if (set->lines != NULL)
    need = set->lines->len * set->lead;
  return (slot->kind == GJ_SLOT_LABEL ? GROUP_COST : MERGED_COST) +
         (above < need || below < need ? CRAMPED_COST : 0);
}

/* What it costs that the portion ends where it does; nothing at the table's end. */
double
_gj_table_set_get_parting_cost (const GjTableSet *self,
                                const GjPortion  *portion)
{
  const GjTableLayout *layout = self->texts->layout;
  const GjPart *part = find_part (layout, portion->end);
  double cost = PARTED_COST;

  if (portion->end == layout->n_lines)
    return 0;
  if (part != NULL && part->first_line < portion->end)
    cost += INNER_COST;
  for (guint i = 0; i < layout->n_slots; i++)
    {
      const GjSlot *slot = layout->slots + i;

      if (slot->line < portion->end && slot->line + slot->n_lines > portion->end)
        cost += get_slot_cost (self, self->slots + i, portion->start, portion->end);
    }
  if (portion->end + 1 == layout->n_lines)
    cost += SINGLE_COST;
  return cost;
}

/* One line at least, and what belongs under a head. */
static void
force_line (const GjTableLayout *layout,
            GjPortion           *portion)
{
  do
    portion->end++;
  while (portion->end < layout->n_lines && is_head (layout, portion->end - 1));
}

/* Sets the end of the portion so that it stands in @room, %FALSE when nothing that is
   fit to be seen does. When @forced it takes what it can get, one line at least. */
gboolean
_gj_table_set_fill (const GjTableSet *self,
                    double            room,
                    gboolean          forced,
                    GjPortion        *portion)
{
  const GjTableLayout *layout = self->texts->layout;
  double best = G_MAXDOUBLE;
  guint best_end = portion->start;

  for (guint end = portion->start + 1; end <= layout->n_lines; end++)
    {
      double height;
      double cost;

      portion->end = end;
      height = _gj_table_set_get_portion_height (self, portion);
      if (height > room + 0.01)
        break;
      if (is_head (layout, end - 1))
        continue;
      cost = _gj_table_set_get_parting_cost (self, portion);
      if (cost >= CRAMPED_COST && !forced)
        continue;
      if (end < layout->n_lines)
        cost += (room - height) / GJ_PAPER_PITCH;
      if (cost <= best)
        {
          best = cost;
          best_end = end;
        }
    }
  portion->end = best_end;
  if (best_end == portion->start && forced)
    force_line (layout, portion);
  return portion->end > portion->start;
}
