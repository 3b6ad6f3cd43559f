/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-form-layout.h"

#include <glib/gi18n-lib.h>

/* Places the slots of a table's lines on its grid, as a browser places the cells of an
 * HTML table: each at the first free position of its line. The whole grid must be covered,
 * once. */

static gboolean
has_line (const GjGridLine *line,
          const char       *variant)
{
  if (line->only_in != NULL)
    return g_strcmp0 (line->only_in, variant) == 0;

  return line->not_in == NULL || g_strcmp0 (line->not_in, variant) != 0;
}

/* How many lines of the layout of @variant the slot covers. Its span is stated in lines of
 * the layout that its own line is made for. */
static gboolean
count_lines (GjGrid           *self,
             guint             first,
             const GjGridSlot *slot,
             const char       *variant,
             guint            *n_lines)
{
  const char *own = _gj_grid_get_line (self, first)->only_in;
  guint left = slot->n_lines;

  *n_lines = 0;
  for (guint i = first; left > 0; i++)
    {
      const GjGridLine *line;

      if (i >= self->lines->len || _gj_grid_get_line (self, i)->part != _gj_grid_get_line (self, first)->part)
        return FALSE;

      line = _gj_grid_get_line (self, i);
      if (has_line (line, own))
        left--;
      if (has_line (line, variant))
        {
          if (line->is_head != _gj_grid_get_line (self, first)->is_head)
            return FALSE;
          (*n_lines)++;
        }
    }

  return TRUE;
}

typedef struct
{
  GjGrid          *grid;
  GjFormReading   *reading;
  const GjVariant *variant;
  guint8          *taken;
  guint            n_lines;
  GArray          *slots;
} Placing;

static gboolean
take_place (Placing          *placing,
            const GjGridSlot *source,
            const GjSlot     *slot)
{
  guint n_positions = placing->grid->n_positions;

  if (slot->position + slot->n_positions > n_positions ||
      slot->line + slot->n_lines > placing->n_lines)
    return _gj_form_fail_at (placing->reading, source->number,
                             _("this reaches beyond the table's grid"));

  for (guint line = slot->line; line < slot->line + slot->n_lines; line++)
    for (guint i = slot->position; i < slot->position + slot->n_positions; i++)
      {
        guint8 *taken = &placing->taken[line * n_positions + i];

        if (*taken)
          return _gj_form_fail_at (placing->reading, source->number,
                                   _("this lies over something else in the table's grid"));
        *taken = TRUE;
      }

  return TRUE;
}

/* A label of the row that stands for a group carries the group's words. */
static void
rename_label (const GjVariant *variant,
              GjSlot          *slot)
{
  if (variant != NULL && slot->kind == GJ_SLOT_LABEL && slot->row == variant->row)
    slot->text = variant->label;
}

static gboolean
place_line (Placing *placing,
            guint    index,
            guint    number)
{
  GjGridLine *line = _gj_grid_get_line (placing->grid, index);
  const char *variant = placing->variant != NULL ? placing->variant->id : NULL;
  guint n_positions = placing->grid->n_positions;
  guint position = 0;

  for (guint i = 0; i < line->slots->len; i++)
    {
      const GjGridSlot *source = &g_array_index (line->slots, GjGridSlot, i);
      GjSlot slot = source->slot;

      while (position < n_positions && placing->taken[number * n_positions + position])
        position++;

      slot.line = number;
      slot.position = position;
      if (!count_lines (placing->grid, index, source, variant, &slot.n_lines))
        return _gj_form_fail_at (placing->reading, source->number,
                                 _("this covers lines of another part of the table"));
      if (!take_place (placing, source, &slot))
        return FALSE;

      rename_label (placing->variant, &slot);
      g_array_append_val (placing->slots, slot);
    }

  for (position = 0; position < n_positions; position++)
    if (!placing->taken[number * n_positions + position])
      return _gj_form_fail_at (placing->reading, line->number,
                               _("the line leaves a gap in the table's grid"));

  return TRUE;
}

static void
add_line_to_part (GArray           *parts,
                  const GjGridLine *line,
                  guint             number)
{
  GjPart *part;

  while (parts->len <= line->part)
    {
      GjPart empty = { .first_line = number };

      g_array_append_val (parts, empty);
    }

  part = &g_array_index (parts, GjPart, line->part);
  part->n_lines++;
  part->n_head_lines += line->is_head ? 1 : 0;
}

static gboolean
is_absent (const GjVariant *variant,
           guint            row)
{
  for (guint i = 0; variant != NULL && i < variant->n_absent_rows; i++)
    if (variant->absent_rows[i] == row)
      return TRUE;

  return FALSE;
}

/* Each cell stands once in a layout, and those of absent rows do not. */
static gboolean
check_cells (Placing *placing)
{
  const GjTable *table = placing->grid->table;
  g_autofree guint8 *seen = g_new0 (guint8, table->n_cells + 1);

  for (guint i = 0; i < placing->slots->len; i++)
    {
      const GjSlot *slot = &g_array_index (placing->slots, GjSlot, i);

      if (slot->kind != GJ_SLOT_CELL)
        continue;
      if (seen[slot->cell - table->first_cell] || is_absent (placing->variant, slot->row))
        return _gj_form_fail_at (placing->reading, placing->grid->number,
                                 _("the cell of row “%s” and column “%s” stands in the table "
                                   "where it must not"),
                                 table->rows[slot->row].id, table->columns[slot->column].id);
      seen[slot->cell - table->first_cell] = TRUE;
    }

  for (guint row = 0; row < table->n_rows; row++)
    for (guint column = 0; column < table->n_columns; column++)
      {
        guint cell = gj_table_find_cell (table, row, column);

        if (cell != GJ_NONE && !seen[cell - table->first_cell] && !is_absent (placing->variant, row))
          return _gj_form_fail_at (placing->reading, placing->grid->number,
                                   _("the cell of row “%s” and column “%s” is missing"),
                                   table->rows[row].id, table->columns[column].id);
      }

  return TRUE;
}

static gboolean
place_lines (Placing *placing,
             GArray  *parts)
{
  const char *variant = placing->variant != NULL ? placing->variant->id : NULL;
  guint number = 0;

  for (guint i = 0; i < placing->grid->lines->len; i++)
    {
      const GjGridLine *line = _gj_grid_get_line (placing->grid, i);

      if (!has_line (line, variant))
        continue;
      if (!place_line (placing, i, number))
        return FALSE;

      add_line_to_part (parts, line, number);
      number++;
    }

  return TRUE;
}

gboolean
_gj_form_make_layout (GjGrid          *self,
                      GjFormReading   *reading,
                      const GjVariant *variant,
                      GjTableLayout   *layout)
{
  Placing placing = { .grid = self, .reading = reading, .variant = variant };
  g_autoptr (GArray) parts = g_array_new (FALSE, TRUE, sizeof (GjPart));
  g_autoptr (GArray) slots = g_array_new (FALSE, TRUE, sizeof (GjSlot));
  g_autofree guint8 *taken = NULL;

  for (guint i = 0; i < self->lines->len; i++)
    placing.n_lines += has_line (_gj_grid_get_line (self, i), variant != NULL ? variant->id : NULL);

  taken = g_new0 (guint8, (gsize) placing.n_lines * self->n_positions + 1);
  placing.taken = taken;
  placing.slots = slots;

  if (!place_lines (&placing, parts) || !check_cells (&placing))
    return FALSE;

  layout->variant = variant != NULL ? variant->id : NULL;
  layout->n_lines = placing.n_lines;
  layout->n_positions = self->n_positions;
  layout->widths = self->widths;
  layout->slots = _gj_form_take_array (reading->form, g_steal_pointer (&slots), &layout->n_slots);
  layout->parts = _gj_form_take_array (reading->form, g_steal_pointer (&parts), &layout->n_parts);
  return TRUE;
}
