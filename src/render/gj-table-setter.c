/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-paper.h"
#include "gj-table-set-private.h"

#include <math.h>

/* From the loosest to the tightest, 五号 to 小五. Which one is used is decided when the
 * pages are planned: the largest for which no paper is left blank and no table parted. */
const GjTableGrade _gj_table_grades[GJ_N_TABLE_GRADES] = {
  { GJ_PAPER_SIZE_5, 8.0, 1.6, FALSE },
  { GJ_PAPER_SIZE_5, 6.5, 0.8, FALSE },
  { GJ_PAPER_SIZE_5, 5.0, 0, TRUE },
  { GJ_PAPER_SIZE_5, 3.5, 1, FALSE },
  { GJ_PAPER_SIZE_5, 2.4, 2, TRUE },
  { 10.0, 1.8, 5, FALSE },
  { 9.5, 1.4, 8, TRUE },
  { GJ_PAPER_SIZE_SMALL_5, 1.2, 12, FALSE },
  { GJ_PAPER_SIZE_SMALL_5, 0.6, 18, FALSE },
};

/* The parts of what number columns have over that are tried for long labels, in turn,
 * and what trying the next must save, in pt. */
static const double parts[] = { 0, 0.5, 0.9 };

#define SAVING_MIN 10.0

/* Line pitch, of the size. */
#define LEAD 1.24

/* Numbers that are too wide and words that are too high are set smaller, in steps, down
   to the least. */
#define LEAST_SIZE 4.0
#define SIZE_STEP 0.5

static double
get_room (const GjTableSet *self,
          const GjSlot     *slot)
{
  return self->columns[slot->position + slot->n_positions] - self->columns[slot->position] - 2 * GJ_TABLE_MARGIN;
}

/* The least height of a label that is set upright. */
double
_gj_slot_set_get_upright (const GjSlotSet *self)
{
  return self->text->text != NULL ? (_gj_text_get_upright_steps (self->text->text) + 0.5) * self->size : 0;
}

static double
get_slot_height (const GjTableSet *self,
                 const GjSlotSet  *set)
{
  if (set->text->text == NULL)
    return set->lead + 2 * self->grade->padding;
  if (set->text->slot->vertical)
    return _gj_slot_set_get_upright (set) + 2 * self->grade->padding;
  return set->lines->len * set->lead + 2 * self->grade->padding;
}

static void
scale_lines (GArray *lines,
             double  scale)
{
  for (guint i = 0; i < lines->len; i++)
    {
      GjLine *line = &g_array_index (lines, GjLine, i);

      line->width *= scale;
      line->gap *= scale;
    }
}

static void
break_slot (GjTableSet *self,
            GjSlotSet  *set,
            double      size)
{
  const GjSlotText *text = set->text;
  double scale = size / GJ_TABLE_BASE;
  double room = get_room (self, text->slot) / scale;

  set->size = size;
  set->lead = size * LEAD;
  g_clear_pointer (&set->lines, g_array_unref);
  if (text->text == NULL || text->slot->vertical)
    return;

  set->lines = text->left ? _gj_text_break (text->text, 0, room, FALSE)
                          : _gj_text_break_evenly (text->text, room);
  scale_lines (set->lines, scale);
}

/* Whether the slot holds a number, or a word as short as one, that would be torn. */
static gboolean
is_too_wide (const GjTableSet *self,
             const GjSlotSet  *set)
{
  const GjSlotText *text = set->text;

  return text->slot->kind == GJ_SLOT_CELL && text->width < 20 &&
         text->widest * set->size > get_room (self, text->slot) + 0.1;
}

static void
fit_slot (GjTableSet *self,
          GjSlotSet  *set)
{
  set->size = self->grade->size;
  if (set->text->text != NULL)
    while (set->size > LEAST_SIZE && is_too_wide (self, set))
      set->size = MAX (LEAST_SIZE, set->size - SIZE_STEP);
  break_slot (self, set, set->size);
  while (set->text->text != NULL && set->size > LEAST_SIZE &&
         get_slot_height (self, set) > GJ_PAPER_TYPE_HEIGHT / 2)
    break_slot (self, set, MAX (LEAST_SIZE, set->size - SIZE_STEP));
}

static void
raise_lines (const GjTableSet *self,
             const GjSlotSet  *set,
             double           *heights)
{
  const GjSlot *slot = set->text->slot;
  double height = 0;
  double lack;

  for (guint i = 0; i < slot->n_lines; i++)
    height += heights[slot->line + i];
  lack = get_slot_height (self, set) - height;
  for (guint i = 0; i < slot->n_lines && lack > 0; i++)
    heights[slot->line + i] += lack / slot->n_lines;
}

/* Slots over fewer lines first, so that the others only spread what is still lacking. */
static void
set_tops (GjTableSet *self)
{
  const GjTableLayout *layout = self->texts->layout;
  g_autofree double *heights = g_new0 (double, layout->n_lines);
  guint most = 1;

  for (guint i = 0; i < layout->n_slots; i++)
    most = MAX (most, layout->slots[i].n_lines);
  for (guint n_lines = 1; n_lines <= most; n_lines++)
    for (guint i = 0; i < layout->n_slots; i++)
      if (layout->slots[i].n_lines == n_lines)
        raise_lines (self, self->slots + i, heights);
  for (guint i = 0; i < layout->n_lines; i++)
    self->tops[i + 1] = self->tops[i] + heights[i];
}

double
_gj_table_set_get_height (const GjTableSet *self)
{
  return self->tops[self->texts->layout->n_lines];
}

/* The size of the smallest number, or that in which it would not be torn. */
double
_gj_table_set_get_least_number (const GjTableSet *self)
{
  double least = self->grade->size;

  for (guint i = 0; i < self->texts->layout->n_slots; i++)
    {
      const GjSlotSet *set = self->slots + i;

      if (set->text->slot->kind != GJ_SLOT_CELL || set->text->text == NULL)
        continue;
      least = MIN (least, set->size);
      if (is_too_wide (self, set))
        least = MIN (least, get_room (self, set->text->slot) / set->text->widest);
    }
  return least;
}

static GjTableSet *
set_empty (const GjTableTexts *texts,
           guint               grade,
           double              width)
{
  GjTableSet *self = g_new0 (GjTableSet, 1);

  self->texts = texts;
  self->grade = &_gj_table_grades[grade];
  self->width = width;
  self->tops = g_new0 (double, texts->layout->n_lines + 1);
  self->slots = g_new0 (GjSlotSet, texts->layout->n_slots);
  return self;
}

static GjTableSet *
set_with_part (const GjTableTexts *texts,
               guint               grade,
               double              width,
               double              part)
{
  GjTableSet *self = set_empty (texts, grade, width);

  self->columns = _gj_table_columns_new (texts, self->grade->size, width, part);
  for (guint i = 0; i < texts->layout->n_slots; i++)
    {
      self->slots[i].text = texts->slots + i;
      fit_slot (self, self->slots + i);
    }
  set_tops (self);
  return self;
}

/* Whether a row is higher than it need be because of its label. */
static gboolean
has_long_label (const GjTableSet *self)
{
  for (guint i = 0; i < self->texts->layout->n_slots; i++)
    {
      const GjSlotSet *set = self->slots + i;

      if (set->text->slot->kind == GJ_SLOT_LABEL && set->text->slot->n_lines == 1 && set->lines != NULL &&
          set->lines->len > 1)
        return TRUE;
    }
  return FALSE;
}

/* Sets the table in a grade, with wider columns for its labels where that makes it
   lower. @texts must live as long. */
GjTableSet *
_gj_table_set_new (const GjTableTexts *texts,
                   guint               grade,
                   double              width)
{
  g_autoptr (GjTableSet) best = set_with_part (texts, grade, width, parts[0]);

  for (guint i = 1; i < G_N_ELEMENTS (parts) && has_long_label (best); i++)
    {
      GjTableSet *set = set_with_part (texts, grade, width, parts[i]);

      if (_gj_table_set_get_height (set) + SAVING_MIN <= _gj_table_set_get_height (best))
        {
          _gj_table_set_free (best);
          best = set;
        }
      else
        {
          _gj_table_set_free (set);
        }
    }
  return g_steal_pointer (&best);
}

/* The same in a grade of the same size, in which nothing but the padding differs. */
GjTableSet *
_gj_table_set_new_padded (const GjTableSet *other,
                          guint             grade)
{
  GjTableSet *self = set_empty (other->texts, grade, other->width);

  self->columns = g_memdup2 (other->columns, (other->texts->layout->n_positions + 1) * sizeof (double));
  for (guint i = 0; i < other->texts->layout->n_slots; i++)
    {
      self->slots[i] = other->slots[i];
      if (self->slots[i].lines != NULL)
        g_array_ref (self->slots[i].lines);
    }
  set_tops (self);
  return self;
}

void
_gj_table_set_free (GjTableSet *self)
{
  for (guint i = 0; i < self->texts->layout->n_slots; i++)
    g_clear_pointer (&self->slots[i].lines, g_array_unref);
  g_free (self->columns);
  g_free (self->tops);
  g_free (self->slots);
  g_free (self);
}
