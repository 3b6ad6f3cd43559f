/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-table-set-private.h"

/* Where a table may be parted: between lines only, never behind a head, better between
 * groups than inside one. What is lost is counted in pt of paper. */
#define GROUP_COST 80.0
#define MERGED_COST 90.0
#define SINGLE_COST 80.0
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
  double height = 0;

  for (guint i = start; i < end; i++)
    height += self->heights[i];
  return height;
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
  const GjPart *part = find_part (self->layout, start);

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
  const GjSlot *slot = set->slot;
  double need = slot->vertical ? UPRIGHT_MIN * _gj_table_set_get_upright (set) : 0;
  double above = get_lines_height (self, MAX (start, slot->line), end);
  double below = get_lines_height (self, end, slot->line + slot->n_lines);

  if (slot->vertical)
    return above < need || below < need ? CRAMPED_COST : 0;
  if (set->lines != NULL)
    need = set->lines->len * set->lead;
  return (slot->kind == GJ_SLOT_LABEL ? GROUP_COST : MERGED_COST) +
         (above < need || below < need ? CRAMPED_COST : 0);
}

static double
get_cost (const GjTableSet *self,
          guint             start,
          guint             end)
{
  double cost = 0;

  if (end == self->layout->n_lines)
    return 0;
  for (guint i = 0; i < self->layout->n_slots; i++)
    {
      const GjSlot *slot = self->slots[i].slot;

      if (slot->line < end && slot->line + slot->n_lines > end)
        cost += get_slot_cost (self, self->slots + i, start, end);
    }
  if (end + 1 == self->layout->n_lines)
    cost += SINGLE_COST;
  return cost;
}

/* Sets the end of the portion so that it stands in @room, %FALSE when nothing that is
   fit to be seen does. When @forced it takes what it can get, one line at least. */
gboolean
_gj_table_set_fill (const GjTableSet *self,
                    double            room,
                    gboolean          forced,
                    GjPortion        *portion)
{
  double best = G_MAXDOUBLE;
  guint best_end = portion->start;

  for (guint end = portion->start + 1; end <= self->layout->n_lines; end++)
    {
      double height;
      double cost;

      portion->end = end;
      height = _gj_table_set_get_portion_height (self, portion);
      if (height > room + 0.01)
        break;
      if (is_head (self->layout, end - 1))
        continue;
      cost = get_cost (self, portion->start, end);
      if (cost >= CRAMPED_COST && !forced)
        continue;
      cost += room - height;
      if (end == self->layout->n_lines)
        cost = 0;
      if (cost <= best)
        {
          best = cost;
          best_end = end;
        }
    }
  portion->end = best_end;
  if (best_end == portion->start && forced)
    {
      do
        portion->end++;
      while (portion->end < self->layout->n_lines && is_head (self->layout, portion->end - 1));
    }
  return portion->end > portion->start;
}
