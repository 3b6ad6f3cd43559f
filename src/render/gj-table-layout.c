/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-table-lines.h"
#include "gj-table-set-private.h"

/* The form's layout of a table without the lines that a report has not: what is left is a
 * layout like any other. */

static int
compare_slots (gconstpointer a,
               gconstpointer b)
{
  const GjSlot *left = a;
  const GjSlot *right = b;

  if (left->line != right->line)
    return left->line < right->line ? -1 : 1;
  return (left->position > right->position) - (left->position < right->position);
}

/* @places: for each line, and behind the last, how many lines are before it that are there */
static GArray *
list_slots (const GjTableLayout *layout,
            const gboolean      *lines,
            const guint         *places)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (GjSlot));

  for (guint i = 0; i < layout->n_slots; i++)
    {
      GjSlot slot = layout->slots[i];
      guint first = slot.line;

      slot.n_lines = gj_table_lines_count (lines, layout->slots + i, &first);
      slot.line = places[first];
      if (slot.n_lines > 0)
        g_array_append_val (slots, slot);
    }
  g_array_sort (slots, compare_slots);
  return slots;
}

static GArray *
list_parts (const GjTableLayout *layout,
            const guint         *places)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (GjPart));

  for (guint i = 0; i < layout->n_parts; i++)
    {
      const GjPart *whole = layout->parts + i;
      GjPart part = {
        .first_line = places[whole->first_line],
        .n_head_lines = places[whole->first_line + whole->n_head_lines] - places[whole->first_line],
        .n_lines = places[whole->first_line + whole->n_lines] - places[whole->first_line],
      };

      if (part.n_lines > 0)
        g_array_append_val (parts, part);
    }
  return parts;
}

/* What of the layout a report has; free it with _gj_table_layout_free(). */
GjTableLayout *
_gj_table_layout_new (GjReport            *report,
                      const GjTableLayout *layout)
{
  g_autofree gboolean *lines = gj_table_lines_new (report, layout);
  g_autofree guint *places = g_new0 (guint, layout->n_lines + 1);
  GjTableLayout *self = g_memdup2 (layout, sizeof *layout);
  GArray *slots;
  GArray *parts;

  for (guint i = 0; i < layout->n_lines; i++)
    places[i + 1] = places[i] + (lines[i] ? 1 : 0);
  slots = list_slots (layout, lines, places);
  parts = list_parts (layout, places);
  self->n_lines = places[layout->n_lines];
  self->n_slots = slots->len;
  self->slots = (const GjSlot *) g_array_free (slots, FALSE);
  self->n_parts = parts->len;
  self->parts = (const GjPart *) g_array_free (parts, FALSE);
  return self;
}

void
_gj_table_layout_free (GjTableLayout *self)
{
  g_free ((gpointer) self->slots);
  g_free ((gpointer) self->parts);
  g_free (self);
}
