/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-table-lines.h"

/* Whether there are cells in the line, and none of them is in the report. */
static gboolean
is_absent (GjReport            *report,
           const GjTableLayout *layout,
           guint                line)
{
  guint n_cells = 0;

  for (guint i = 0; i < layout->n_slots; i++)
    {
      const GjSlot *slot = &layout->slots[i];

      if (slot->line > line || slot->line + slot->n_lines <= line || slot->kind != GJ_SLOT_CELL ||
          slot->cell == GJ_NONE)
        continue;
      if (gj_report_has_cell (report, slot->cell))
        return FALSE;
      n_cells++;
    }

  return n_cells > 0;
}

/**
 * gj_table_lines_new:
 * @report: a report
 * @layout: a layout of one of its form's tables
 *
 * A part all of whose rows are absent has no heads either.
 *
 * Returns: (transfer full) (array): for each line whether it is there
 */
gboolean *
gj_table_lines_new (GjReport            *report,
                    const GjTableLayout *layout)
{
  gboolean *lines = g_new0 (gboolean, layout->n_lines + 1);

  for (guint p = 0; p < layout->n_parts; p++)
    {
      const GjPart *part = &layout->parts[p];
      gboolean any = FALSE;

      for (guint i = part->n_head_lines; i < part->n_lines; i++)
        {
          lines[part->first_line + i] = !is_absent (report, layout, part->first_line + i);
          any = any || lines[part->first_line + i];
        }
      for (guint i = 0; i < part->n_head_lines; i++)
        lines[part->first_line + i] = any;
    }

  return lines;
}

/**
 * gj_table_lines_any:
 * @lines: which lines are there
 * @layout: the layout that they are of
 *
 * Returns: whether anything of the table is there
 */
gboolean
gj_table_lines_any (const gboolean      *lines,
                    const GjTableLayout *layout)
{
  for (guint i = 0; i < layout->n_lines; i++)
    if (lines[i])
      return TRUE;

  return FALSE;
}

/**
 * gj_table_lines_count:
 * @lines: which lines are there
 * @slot: a rectangle of the layout
 * @first: (out): the first line of it that is there, if any
 *
 * Returns: over how many of the lines that are there the rectangle goes
 */
guint
gj_table_lines_count (const gboolean *lines,
                      const GjSlot   *slot,
                      guint          *first)
{
  guint n = 0;

  for (guint i = slot->line + slot->n_lines; i > slot->line; i--)
    if (lines[i - 1])
      {
        *first = i - 1;
        n++;
      }

  return n;
}
