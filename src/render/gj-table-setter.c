/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-paper.h"
#include "gj-table-set-private.h"

#include <string.h>

/* The size of a table is the largest of these in which it stands on one page under its
 * heading; a table that is too long for any of them goes on on the next page. */
static const struct
{
  double size;
  double padding;
} settings[] = {
  { GJ_PAPER_SIZE_5, 5.0 },
  { GJ_PAPER_SIZE_5, 3.5 },
  { GJ_PAPER_SIZE_5, 2.5 },
  { 10.0, 2.5 },
  { 9.5, 2.2 },
  { GJ_PAPER_SIZE_SMALL_5, 2.0 },
};

/* The parts of what number columns have over that are tried for long labels, in turn. */
static const double parts[] = { 0, 0.5, 0.9 };

/* Line pitch, of the size. Beside the text, in pt. */
#define LEAD 1.24
#define MARGIN 3.0
#define LEAST_SIZE 5.0

static const char *
get_slot_text (GjReport     *report,
               const GjSlot *slot)
{
  const char *text;

  if (slot->kind != GJ_SLOT_CELL)
    text = slot->text.zh;
  else if (slot->cell != GJ_NONE && gj_report_has_cell (report, slot->cell))
    text = gj_report_get_cell_text (report, slot->cell);
  else
    text = NULL;
  return text != NULL ? text : "";
}

/* （一）, 一、, 1. in front: such labels form a list and are set to the left. */
static gboolean
is_numbered (const char *text)
{
  const char *second = *text != '\0' ? g_utf8_next_char (text) : text;

  if (g_str_has_prefix (text, "（") || g_str_has_prefix (text, "(") || g_str_has_prefix (second, "、"))
    return TRUE;
  return g_ascii_isdigit (*text) && (g_str_has_prefix (second, ".") || g_str_has_prefix (second, "．"));
}

static void
set_text (GjSlotSet  *set,
          GjJob      *job,
          const char *text,
          double      size)
{
  g_clear_pointer (&set->text, _gj_text_free);
  set->size = size;
  set->lead = size * LEAD;
  if (*text != '\0')
    {
      set->text = _gj_text_new (job);
      _gj_text_append (set->text, GJ_FONT_TABLE, size, 0, text, -1);
    }
}

static void
set_slots (GjTableSet *self,
           GjJob      *job,
           GjReport   *report)
{
  for (guint i = 0; i < self->layout->n_slots; i++)
    {
      GjSlotSet *set = self->slots + i;
      g_autofree char *text = NULL;

      set->slot = self->layout->slots + i;
      text = g_strstrip (g_strdup (get_slot_text (report, set->slot)));
      set->left = (set->slot->kind == GJ_SLOT_LABEL && set->slot->n_lines == 1 && is_numbered (text)) ||
                  set->slot->kind == GJ_SLOT_NOTE;
      set_text (set, job, text, self->size);
    }
}

/* Column widths */

/* What a column needs so that none of its numbers is torn and none of its words stands
   one character to a line. */
static double
get_need (const GjTableSet *self,
          guint             position)
{
  double need = self->size + 2 * MARGIN;

  for (guint i = 0; i < self->layout->n_slots; i++)
    {
      const GjSlotSet *set = self->slots + i;

      if (set->text == NULL || set->slot->position != position || set->slot->n_positions != 1 ||
          set->slot->vertical)
        continue;
      if (set->slot->kind == GJ_SLOT_CELL)
        need = MAX (need, _gj_text_get_widest (set->text) + 2 * MARGIN);
      else
        need = MAX (need, MIN (2 * self->size, _gj_text_get_width (set->text)) + 2 * MARGIN);
    }
  return need;
}

/* A column that is too narrow takes from those that have more than they need. When none
   has, all suffer alike and their numbers are set smaller. */
static void
meet_needs (double       *widths,
            const double *needs,
            guint         n)
{
  double lack = 0;
  double slack = 0;

  for (guint i = 0; i < n; i++)
    {
      lack += MAX (0, needs[i] - widths[i]);
      slack += MAX (0, widths[i] - needs[i]);
    }
  for (guint i = 0; i < n && lack > 0; i++)
    {
      if (lack >= slack)
        widths[i] = needs[i] * GJ_PAPER_TYPE_WIDTH / (GJ_PAPER_TYPE_WIDTH + lack - slack);
      else if (widths[i] < needs[i])
        widths[i] = needs[i];
      else
        widths[i] -= (widths[i] - needs[i]) * lack / slack;
    }
}

/* How much wider a column of labels would have to be for all of them to stand on one
   line. */
static double
get_wish (const GjTableSet *self,
          guint             position,
          double            width)
{
  double wish = 0;

  for (guint i = 0; i < self->layout->n_slots; i++)
    {
      const GjSlotSet *set = self->slots + i;

      if (set->text != NULL && set->slot->kind == GJ_SLOT_LABEL && set->slot->position == position &&
          set->slot->n_positions == 1 && set->slot->n_lines == 1)
        wish = MAX (wish, _gj_text_get_width (set->text) + 2 * MARGIN + 0.1 - width);
    }
  return wish;
}

/* Gives long labels a part of what the columns of numbers have over. */
static void
meet_wishes (const GjTableSet *self,
             double           *widths,
             const double     *needs,
             guint             n,
             double            part)
{
  g_autofree double *wishes = g_new (double, n);
  double wished = 0;
  double spare = 0;

  for (guint i = 0; i < n; i++)
    {
      wishes[i] = get_wish (self, i, widths[i]);
      wished += wishes[i];
      if (wishes[i] <= 0)
        spare += part * MAX (0, widths[i] - needs[i]);
    }
  if (wished <= 0 || spare <= 0)
    return;

  for (guint i = 0; i < n; i++)
    {
      if (wishes[i] > 0)
        widths[i] += wishes[i] * MIN (1, spare / wished);
      else
        widths[i] -= part * MAX (0, widths[i] - needs[i]) * MIN (1, wished / spare);
    }
}

/* The form's proportions, changed as little as the texts allow. */
static void
set_columns (GjTableSet *self,
             double      part)
{
  guint n = self->layout->n_positions;
  g_autofree double *needs = g_new (double, n);
  g_autofree double *widths = g_new (double, n);
  double weights = 0;

  for (guint i = 0; i < n; i++)
    weights += MAX (1, self->layout->widths[i]);
  for (guint i = 0; i < n; i++)
    {
      widths[i] = MAX (1, self->layout->widths[i]) * GJ_PAPER_TYPE_WIDTH / weights;
      needs[i] = get_need (self, i);
    }
  meet_needs (widths, needs, n);
  meet_wishes (self, widths, needs, n, part);

  self->columns[0] = 0;
  for (guint i = 0; i < n; i++)
    self->columns[i + 1] = self->columns[i] + widths[i];
}

/* Line heights */

static double
get_room (const GjTableSet *self,
          const GjSlot     *slot)
{
  return self->columns[slot->position + slot->n_positions] - self->columns[slot->position] - 2 * MARGIN;
}

/* The least height of a label that is set upright. */
double
_gj_table_set_get_upright (const GjSlotSet *set)
{
  return set->text != NULL ? (_gj_text_get_upright_steps (set->text) + 0.5) * set->size : 0;
}

static double
get_slot_height (const GjTableSet *self,
                 const GjSlotSet  *set)
{
  if (set->text == NULL)
    return set->lead + 2 * self->padding;
  if (set->slot->vertical)
    return _gj_table_set_get_upright (set) + 2 * self->padding;
  return set->lines->len * set->lead + 2 * self->padding;
}

static void
break_slot (GjTableSet *self,
            GjSlotSet  *set)
{
  double room = get_room (self, set->slot);

  g_clear_pointer (&set->lines, g_array_unref);
  if (set->text == NULL || set->slot->vertical)
    return;

  set->lines = set->left ? _gj_text_break (set->text, 0, room, FALSE)
                         : _gj_text_break_evenly (set->text, room);
}

/* A number that is too wide, or words too high for any page, are set smaller. */
static void
fit_slot (GjTableSet *self,
          GjSlotSet  *set,
          GjJob      *job,
          GjReport   *report)
{
  double room = get_room (self, set->slot);

  break_slot (self, set);
  while (set->text != NULL && set->size > LEAST_SIZE &&
         ((set->slot->kind == GJ_SLOT_CELL && _gj_text_get_widest (set->text) > room + 0.1 &&
           _gj_text_get_width (set->text) < 20 * set->size) ||
          get_slot_height (self, set) > GJ_PAPER_TYPE_HEIGHT / 2))
    {
      g_autofree char *text = g_strstrip (g_strdup (get_slot_text (report, set->slot)));

      set_text (set, job, text, MAX (LEAST_SIZE, set->size - 0.5));
      break_slot (self, set);
    }
}

static void
raise_lines (GjTableSet *self,
             GjSlotSet  *set)
{
  const GjSlot *slot = set->slot;
  double height = 0;
  double lack;

  for (guint i = 0; i < slot->n_lines; i++)
    height += self->heights[slot->line + i];
  lack = get_slot_height (self, set) - height;
  for (guint i = 0; i < slot->n_lines && lack > 0; i++)
    self->heights[slot->line + i] += lack / slot->n_lines;
}

static void
set_heights (GjTableSet *self,
             GjJob      *job,
             GjReport   *report)
{
  guint widest = 1;

  for (guint i = 0; i < self->layout->n_slots; i++)
    {
      fit_slot (self, self->slots + i, job, report);
      widest = MAX (widest, self->slots[i].slot->n_lines);
    }
  /* Slots over fewer lines first, so that the others only spread what is still lacking. */
  memset (self->heights, 0, self->layout->n_lines * sizeof (double));
  for (guint n_lines = 1; n_lines <= widest; n_lines++)
    {
      for (guint i = 0; i < self->layout->n_slots; i++)
        if (self->slots[i].slot->n_lines == n_lines)
          raise_lines (self, self->slots + i);
    }
}

static void
set_owners (GjTableSet *self)
{
  for (guint i = 0; i < self->layout->n_slots; i++)
    {
      const GjSlot *slot = self->layout->slots + i;

      for (guint j = 0; j < slot->n_lines; j++)
        for (guint k = 0; k < slot->n_positions; k++)
          self->owners[(slot->line + j) * self->layout->n_positions + slot->position + k] = i;
    }
}

double
_gj_table_set_get_height (const GjTableSet *self)
{
  double height = 0;

  for (guint i = 0; i < self->layout->n_lines; i++)
    height += self->heights[i];
  return height;
}

/* Whether the table stands on one page in the size that is chosen. */
static gboolean
set_in_size (GjTableSet *self,
             GjJob      *job,
             GjReport   *report)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      set_slots (self, job, report);
      set_columns (self, parts[i]);
      set_heights (self, job, report);
      if (_gj_table_set_get_height (self) <= GJ_PAPER_TYPE_HEIGHT - GJ_PAPER_PITCH)
        return TRUE;
    }
  return FALSE;
}

/* Sets the table with the report's cells in it, in the largest size that fits. */
GjTableSet *
_gj_table_set_new (GjJob         *job,
                   GjReport      *report,
                   const GjTable *table)
{
  GjTableSet *self = g_new0 (GjTableSet, 1);

  self->layout = gj_table_get_layout (table, gj_report_get_variant (report));
  self->columns = g_new0 (double, self->layout->n_positions + 1);
  self->heights = g_new0 (double, self->layout->n_lines);
  self->owners = g_new0 (guint, (gsize) self->layout->n_lines * self->layout->n_positions);
  self->slots = g_new0 (GjSlotSet, self->layout->n_slots);
  set_owners (self);

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      self->size = settings[i].size;
      self->padding = settings[i].padding;
      if (set_in_size (self, job, report))
        break;
    }
  return self;
}

void
_gj_table_set_free (GjTableSet *self)
{
  for (guint i = 0; i < self->layout->n_slots; i++)
    {
      g_clear_pointer (&self->slots[i].text, _gj_text_free);
      g_clear_pointer (&self->slots[i].lines, g_array_unref);
    }
  g_free (self->columns);
  g_free (self->heights);
  g_free (self->owners);
  g_free (self->slots);
  g_free (self);
}
